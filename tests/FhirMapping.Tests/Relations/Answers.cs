using System.Globalization;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Recommendations;

namespace Cds.FhirMapping.Tests.Relations;

/// <summary>What an assessment answers, without words, dates and references: a line for each conclusion and recommendation.</summary>
internal sealed class Answers(Assessment assessment)
{
    /// <summary>The assessment.</summary>
    public Assessment Assessment { get; } = assessment;

    /// <summary>Lines by id.</summary>
    public IReadOnlyDictionary<string, string> Lines { get; } = assessment.Conclusions.Select(c => (c.Id, Line(c)))
        .Concat(assessment.Recommendations.Select(r => (r.Definition.Id, Line(r)))).ToDictionary(line => line.Item1, line => line.Item2);

    /// <summary>The first line that differs; null for none.</summary>
    public string? DifferenceFrom(Answers other) => Lines.Keys.Union(other.Lines.Keys).Order(StringComparer.Ordinal)
        .Where(id => Lines.GetValueOrDefault(id) != other.Lines.GetValueOrDefault(id))
        .Select(id => $"{id}: {other.Lines.GetValueOrDefault(id) ?? "absent"} became {Lines.GetValueOrDefault(id) ?? "absent"}")
        .FirstOrDefault();

    private static string Line(Conclusion conclusion) =>
        $"{Text(conclusion.Value)} of [{string.Join(' ', conclusion.Possible.Select(Text))}] open [{string.Join(' ', conclusion.Undetermined)}] lacking [{string.Join(' ', conclusion.Missing)}] for [{string.Join(' ', conclusion.Reasons.Select(reason => reason.Code))}]";

    private static string Line(Recommendation recommendation) =>
        $"{recommendation.Status} lacking [{string.Join(' ', recommendation.Missing)}] {string.Join(' ', recommendation.Options.Select(o => $"{o.Id}={o.Standing}({string.Join(' ', o.Reasons.Select(reason => reason.Code))})"))}";

    /// <summary>A value in words that do not depend on the order of members.</summary>
    public static string Text(Answer? answer) => answer switch
    {
        null => "-",
        ListAnswer list => "+" + string.Join('+', list.Members),
        // 9.2 and 9.20 are one number.
        NumberAnswer number => number.Number.ToString("0.############", CultureInfo.InvariantCulture),
        _ => answer.ToString(),
    };
}
