using System.Text.RegularExpressions;
using Cds.CdsHooks.Cards.Glance;
using Cds.Knowledge.Conclusions;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Vignettes;

namespace Cds.CdsHooks.KnowledgePages;

/// <summary>
/// A vignette told from what it holds. Its name is a sentence in English; readers of another language are told the synthetic patient and the answer expected.
/// </summary>
internal sealed partial class VignetteWords(KnowledgeBase knowledge)
{
    private const int Most = 12;

    /// <summary>Ids that have no title: cases of rules and values.</summary>
    private readonly HashSet<string> _untitled =
        [.. knowledge.Recommendations.SelectMany(rule => rule.Cases).Select(orderCase => orderCase.Id), .. knowledge.Conclusions.SelectMany(conclusion => conclusion.ValueTitles.Keys)];

    /// <summary>The name of a vignette, with titles where it speaks of something by its id.</summary>
    public string Named(string name) => Id().Replace(name, id =>
        knowledge.TitleOf(id.Value)?.BeforeBracket.En ?? (_untitled.Contains(id.Value) ? id.Value.Replace('-', ' ') : id.Value));

    /// <summary>The synthetic patient: age, findings, diagnoses, drugs, procedures, orders; of long ones the beginning and how many there are besides.</summary>
    public string Patient(Vignette vignette, Language language)
    {
        PatientFacts patient = vignette.Patient;
        var date = new GlanceDate(vignette.AsOf, language);
        string[] parts =
        [
            .. patient.BirthDate is { } birth ? new[] { VignettePhrases.Born.With("date", GlanceDate.InFull(birth.Text, language)).In(language) } : [],
            .. patient.Conditions.Select(condition => Dated(Title(condition.ConditionId, language), condition.Since?.Text, date, language)),
            .. patient.Observations.Select(observation => Dated(Observed(observation, language), observation.Date.Text, date, language)),
            .. patient.DrugRecords.Select(drug => Dated(Title(drug.DrugId, language), $"{drug.Start?.Text}/{drug.End?.Text}", date, language)),
            .. patient.Procedures.Select(procedure => Dated(Title(procedure.ProcedureId, language), procedure.Performed?.Text, date, language)),
            .. patient.Allergies.Select(allergy => VignettePhrases.Allergy.With("drug", Title(allergy.DrugId, language)).In(language)),
            .. patient.DraftOrders.Select(order => VignettePhrases.Ordered.With("what", Title(order.DrugId, language)).In(language)),
        ];
        string told = string.Join(GlancePhrases.FactSeparator.In(language), parts.Take(Most));
        return parts.Length <= Most ? told : CardPhrases.AndMore.With("facts", told).With("count", (parts.Length - Most).ToString(System.Globalization.CultureInfo.InvariantCulture)).In(language);
    }

    /// <summary>What is expected of one rule; nothing where only parts of the answer are asked about.</summary>
    public string Expected(Vignette vignette, string ruleId, Language language)
    {
        if (vignette.Expectations.FirstOrDefault(expectation => expectation.Id == ruleId) is not { } expected) return "";
        if (expected.Absent) return VignettePhrases.NotAnswered.In(language);
        if (expected.Value is { } values) return Named(ruleId, values, CardPhrases.ListSeparator, language);
        if (expected.Possible is { } possible) return VignettePhrases.Open.With("values", Named(ruleId, possible, CardPhrases.Or, language)).In(language);
        return expected.Status is { } status ? VignettePhrases.Of(status).In(language) : "";
    }

    private string Named(string ruleId, IReadOnlyList<string> values, LocalizedText separator, Language language) => values.Count == 0
        ? VignettePhrases.None.In(language)
        : string.Join(separator.In(language), values.Select(value => (knowledge.ConclusionsById.TryGetValue(ruleId, out ConclusionDefinition? conclusion)
            ? knowledge.TitleOf(value) ?? RuleWords.Value(conclusion, value)
            : new LocalizedText(value, value)).In(language)));

    private string Observed(ObservedFact observation, Language language)
    {
        FactDefinition fact = knowledge.Facts[observation.FactId];
        var basis = new Basis
        {
            Fact = fact.Id,
            Title = fact.Title,
            Value = observation.Value,
            ValueTitle = observation.Value is CodeValue { Code: var code } ? fact.CodeTitles.GetValueOrDefault(code) : null,
            Unit = fact.Unit,
        };
        return $"{Title(fact.Id, language)} {ValueText.Of(basis, language)}";
    }

    private string Title(string id, Language language) => knowledge.NameOf(id).BeforeBracket.In(language);

    [GeneratedRegex(@"(?<![\w.-])[a-z][a-z0-9]*([.-][a-z0-9]+)+(?![\w-])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Id();

    private static string Dated(string what, string? when, GlanceDate date, Language language) =>
        date.Of(when?.Trim('/') is { Length: > 0 } ? when : null) is { } written ? GlancePhrases.Dated.With("what", what).With("date", written).In(language) : what;
}
