using Cds.FhirMapping.Json;
using Cds.FhirMapping.Values;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;

namespace Cds.FhirMapping.Resources;

/// <summary>Reads answers to the project's own questionnaire, whose link ids are ids of facts and, for yes-or-no items, of conditions.</summary>
internal sealed class QuestionnaireResponseReader(ReadingContext context)
{
    private const string OwnQuestionnaires = "myeloma-cds.example.org/fhir/Questionnaire/";
    private const int DeepestItem = 8;

    private static readonly LocalizedText Questionnaire = new("questionnaire", "質問票");

    private readonly FactValueReader _values = new(context);

    public void Read(ResourceEntry entry)
    {
        FhirElement json = entry.Json;
        if (json["questionnaire"].Text?.Contains(OwnQuestionnaires, StringComparison.Ordinal) != true) return;
        if (!context.IsAboutPatient(entry, "subject")) return;
        if (json["status"].Text is { } status and not ("completed" or "amended"))
        {
            context.Notes.Status(entry.Reference, Questionnaire, status);
            return;
        }

        ReadItems(json, entry.Reference, context.Dates.Read(json["authored"]), 0);
    }

    private void ReadAnswer(string id, FhirElement answer, string resource, ClinicalDate? date)
    {
        if (context.Knowledge.Facts.TryGetValue(id, out FactDefinition? fact))
        {
            if (date is null) context.Notes.NoDate(resource, fact.Title);
            else if (_values.Read(fact, answer, resource) is { } read) context.Observe(fact, read.Value, FactDate.Of(fact, answer, context.Dates, date.Value), resource, read.Limits, read.Original);
        }
        else if (context.Knowledge.Conditions.ContainsKey(id) && answer["valueBoolean"].Boolean == true)
        {
            context.Conditions.Add(new RecordedCondition(id, true, resource) { Since = date });
        }
    }

    private void ReadItems(FhirElement parent, string resource, ClinicalDate? date, int depth)
    {
        if (depth > DeepestItem) return;
        foreach (FhirElement item in parent["item"].Items)
        {
            if (item["linkId"].Text is { } id && item["answer"].First is { IsObject: true } answer) ReadAnswer(id, answer, resource, date);
            ReadItems(item, resource, date, depth + 1);
        }
    }
}
