using System.Globalization;
using System.Text.RegularExpressions;
using Cds.Knowledge.DerivedFacts;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Therapy;
using Cds.Knowledge.Values;
using Cds.Knowledge.Wording;

namespace Cds.Knowledge.Tests.Reference;

/// <summary>
/// The summary of a recommendation for one patient: the first variant that holds, whose placeholders can all be filled and that is short enough, else
/// the plain one; and the advice that goes with it. <c>{first}</c> is the first option that can be used, <c>{running:X}</c> what runs of a class, <c>{since:X}</c> since when that runs or a diagnosis is on record, <c>{value:F}</c> a
/// current value, <c>{conclusion:C}</c> the answer of a conclusion, <c>{dose:O}</c> what is drafted of an option.
/// </summary>
internal sealed partial class SummaryTexts(PatientContext patient)
{
    /// <summary>Nobody counts so many days.</summary>
    private const int DaysToldInMonths = 100;

    /// <summary>The summary where the options rank so.</summary>
    public Headline Of(RecommendationDefinition definition, IReadOnlyList<Option> options)
    {
        Option? first = options.FirstOrDefault(o => o.Standing != Standing.Avoid);
        foreach (SummaryVariant variant in definition.Summaries)
        {
            if (variant.First.Count > 0 && (first is null || !variant.First.Contains(first.Id))) continue;
            if (variant.When is { } when && when.Evaluate(patient).Truth != Truth.True) continue;
            if (Filled(variant.Text, first, options) is { } text && text.En.Length <= OrderRuleEvaluator.LongestSummary && text.Ja.Length <= OrderRuleEvaluator.LongestSummary)
                return new Headline(text, variant.Advice);
        }

        return new Headline(Filled(definition.Summary, first, options) ?? EvaluationTexts.NoUsableOption.With("title", definition.Title), null);
    }

    /// <summary>Names of placeholders with what they refer to; null for another text in braces.</summary>
    public static (string Kind, string Id)? Parse(string name) => name.Split(':') is [("running" or "since" or "value" or "conclusion" or "dose") and var kind, { Length: > 0 } id] ? (kind, id) : null;

    private LocalizedText? Filled(LocalizedText text, Option? first, IReadOnlyList<Option> options)
    {
        foreach (Match placeholder in Placeholder().Matches(text.En))
        {
            string name = placeholder.Groups["name"].Value;
            LocalizedText? value = name == "first" ? first?.Title.BeforeBracket : Parse(name) is var (kind, id) ? Value(kind, id, options) : new LocalizedText(placeholder.Value, placeholder.Value);
            if (value is null) return null;
            text = text.With(name, value);
        }

        return text;
    }

    private LocalizedText? Value(string kind, string id, IReadOnlyList<Option> options) => kind switch
    {
        "running" => Running(id) is { Length: > 0 } running
            ? new LocalizedText(string.Join(" + ", running.Select(d => Title(d).En)), string.Join("＋", running.Select(d => Title(d).Ja)))
            : null,
        "since" when patient.Knowledge.Conditions.ContainsKey(id) => Recorded(id),
        "since" => RunningPeriods(id).Select(period => period.Start) is var starts && starts.Any() ? Date(starts.Min()) : null,
        "value" => Reading(patient.Read(id, FactTime.Current), id),
        "conclusion" => patient.Outcome(id).Conclusion is { Value: CodeAnswer code } conclusion ? conclusion.ValueTitle ?? new LocalizedText(code.Code, code.Code) : null,
        "dose" => Dose(options.FirstOrDefault(option => option.Id == id)),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Add the new placeholder to SummaryTexts."),
    };

    private static LocalizedText? Dose(Option? option)
    {
        if (option?.Orders.OfType<DrugOrder>().FirstOrDefault() is not { DoseAmount: { } amount, DoseUnit: { } unit } order) return null;
        string low = ValueRange.Exactly(amount).ToString();
        LocalizedText text = order.DoseAmountHigh is { } high ? new LocalizedText($"{low}-{ValueRange.Exactly(high)}", $"{low}～{ValueRange.Exactly(high)}") : new LocalizedText(low, low);
        return new LocalizedText(text.En + UnitText.After(unit, Language.English), text.Ja + UnitText.After(unit, Language.Japanese));
    }

    private LocalizedText? Reading(FactReading reading, string factId)
    {
        if (reading.Range?.Exact is not { } number) return null;
        string? unit = patient.Knowledge.Facts[factId].Unit;
        if (unit == "d" && number >= DaysToldInMonths)
        {
            number = CalendarMonths.Between(patient.AsOf.Day.PlusDays(-(int)number), patient.AsOf.Day);
            unit = "mo";
        }

        string text = Math.Round(number, 1, MidpointRounding.AwayFromZero).ToString("0.#", CultureInfo.InvariantCulture);
        return new LocalizedText(text + UnitText.After(unit, Language.English), text + UnitText.After(unit, Language.Japanese));
    }

    private string[] Running(string id) => [.. RunningPeriods(id).Select(period => period.DrugId).Distinct()];

    /// <summary>What runs by order or statement, and drugs of which only doses are on record: what was given or handed out last still works.</summary>
    private IEnumerable<DosingPeriod> RunningPeriods(string id)
    {
        DosingPeriod[] ordered = [.. patient.Therapy.Ongoing.Where(o => o.Period.Running == Truth.True && DrugsOf(id).Contains(o.Record.DrugId)).Select(o => o.Period)];
        return ordered.Concat(patient.Therapy.Periods.Where(p => p is { Running: Truth.True, Purpose: DosePurpose.Treatment } && DrugsOf(id).Contains(p.DrugId) && ordered.All(o => o.DrugId != p.DrugId)));
    }

    private IReadOnlyList<string> DrugsOf(string id) => patient.Knowledge.Drugs.ContainsKey(id) ? [id] : patient.Therapy.DrugsOf(id);

    private LocalizedText Title(string drugId) => patient.Knowledge.Drugs[drugId].Title.BeforeBracket;

    /// <summary>Since when a diagnosis is on record, no more exact than the record is.</summary>
    private LocalizedText? Recorded(string conditionId)
    {
        ClinicalDate[] dates = [.. patient.Record.Conditions.Where(condition => condition.ConditionId == conditionId && condition.IsCurrent).Select(condition => condition.Since).OfType<ClinicalDate>()];
        if (dates.Length == 0) return null;
        ClinicalDate first = dates.MinBy(date => date.Earliest);
        return first switch
        {
            { IsOneDay: true } => Date(first.EarliestDay),
            { Earliest: var from, Latest: var to } when (from.Year, from.Month) == (to.Year, to.Month) => Month(first.EarliestDay),
            { Earliest: var from, Latest: var to } when from.Year == to.Year => new LocalizedText(from.ToString("yyyy", CultureInfo.InvariantCulture), from.ToString("yyyy年", CultureInfo.InvariantCulture)),
            _ => null,
        };
    }

    private LocalizedText Date(DateOnly day) => day.Year == patient.AsOf.Day.Year
        ? new LocalizedText(day.ToString("d MMM", CultureInfo.InvariantCulture), day.ToString("M/d", CultureInfo.InvariantCulture))
        : Month(day);

    private static LocalizedText Month(DateOnly day) => new(day.ToString("MMM yyyy", CultureInfo.InvariantCulture), day.ToString("yyyy年M月", CultureInfo.InvariantCulture));

    [GeneratedRegex(@"\{(?<name>[^{}]+)\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Placeholder();
}
