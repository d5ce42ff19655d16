using Cds.FhirMapping.Values;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Resources;

/// <summary>Reads answers to the project's own questionnaire, whose link ids are ids of facts and, for yes-or-no items, of conditions.</summary>
internal sealed class QuestionnaireResponseReader(ReadingContext context)
{
    private const string OwnQuestionnaires = "myeloma-cds.example.org/fhir/Questionnaire/";
    private const int DeepestItem = 8;

    private static readonly LocalizedText Questionnaire = new("questionnaire", "質問票");

    private readonly FactValueReader _values = new(context);

    public void Read(ResourceEntry entry, QuestionnaireResponse response)
    {
        if (response.QuestionnaireElement.Text()?.Contains(OwnQuestionnaires, StringComparison.Ordinal) != true) return;
        if (!context.IsAboutPatient(entry, response.Subject)) return;
        if (StatusWords.Of(response.StatusElement) is { } status and not ("completed" or "amended"))
        {
            if (status is "in-progress" or "entered-in-error" or "stopped") context.Notes.Status(entry.Reference, Questionnaire, status);
            else context.Notes.UnknownStatus(entry.Reference, Questionnaire, status);
            return;
        }

        ReadItems(response.Item, entry.Reference, context.Dates.Read(response.AuthoredElement), 0);
    }

    private void ReadAnswer(string id, QuestionnaireResponse.AnswerComponent answer, string resource, ClinicalDate? date)
    {
        if (context.Knowledge.Facts.TryGetValue(id, out FactDefinition? fact))
        {
            if (date is null) context.Notes.NoDate(resource, fact.Title);
            else if (_values.Read(fact, ObservedResult.Of(answer), resource, date) is { } read) context.Observe(fact, read.Value, FactDate.Of(fact, ObservedResult.Of(answer), context.Dates, date.Value), resource, read.Limits, read.Original);
        }
        else if (context.Knowledge.Conditions.ContainsKey(id) && (answer.Value as FhirBoolean).Truth() == true)
        {
            context.Conditions.Add(new RecordedCondition(id, true, resource) { Since = date });
        }
    }

    private void ReadItems(List<QuestionnaireResponse.ItemComponent> items, string resource, ClinicalDate? date, int depth)
    {
        if (depth > DeepestItem) return;
        foreach (QuestionnaireResponse.ItemComponent item in items)
        {
            if (item.LinkIdElement.Text() is { } id)
            {
                // Several answers to one question are all read: where they differ, that is said.
                foreach (QuestionnaireResponse.AnswerComponent answer in item.Answer) ReadAnswer(id, answer, resource, date);
            }

            ReadItems(item.Item, resource, date, depth + 1);
        }
    }
}
