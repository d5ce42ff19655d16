namespace Cds.CdsHooks.Batch.Comparison;

/// <summary>What one side of a comparison says of a patient, rule by rule, in words that can be compared.</summary>
/// <param name="Rule">Id of a conclusion or recommendation.</param>
/// <param name="Says">The value, or status and options.</param>
/// <param name="Basis">The data that decide it.</param>
internal sealed record RuleAnswer(string Rule, string Says, IReadOnlyList<Basis> Basis)
{
    /// <summary>A rule that says nothing of the patient.</summary>
    public const string Nothing = "-";

    /// <summary>The conclusion that says so; null for a recommendation, and where nothing is said.</summary>
    public Conclusion? Conclusion { get; private init; }

    /// <summary>The recommendation that says so; null for a conclusion, and where nothing is said.</summary>
    public Recommendation? Recommendation { get; private init; }

    /// <summary>All answers of an assessment; what is not among them says nothing.</summary>
    public static Dictionary<string, RuleAnswer> Of(Assessment assessment)
    {
        var answers = new Dictionary<string, RuleAnswer>(StringComparer.Ordinal);
        foreach (Conclusion conclusion in assessment.Conclusions) answers[conclusion.Id] = new(conclusion.Id, Words(conclusion), conclusion.Basis) { Conclusion = conclusion };
        foreach (Recommendation recommendation in assessment.Recommendations) answers[recommendation.Id] = new(recommendation.Id, Words(recommendation), recommendation.Basis) { Recommendation = recommendation };
        return answers;
    }

    private static string Words(Conclusion conclusion) => conclusion.Value switch
    {
        CodeAnswer code => code.Code,
        NumberAnswer number => number.Number.ToString(CultureInfo.InvariantCulture),
        ListAnswer list => "[" + string.Join(", ", list.Members) + "]",
        _ => "open",
    };

    private static string Words(Recommendation recommendation)
    {
        IEnumerable<string> options = recommendation.Options.GroupBy(option => option.Standing).Select(group => $"{Word(group.Key)}: {string.Join(", ", group.Select(option => option.Id))}");
        return string.Join("; ", options.Prepend(Word(recommendation.Status)));
    }

    private static string Word<T>(T value)
        where T : struct, Enum => string.Concat(value.ToString().Select((letter, at) => at > 0 && char.IsUpper(letter) ? $"-{letter}" : $"{letter}")).ToLowerInvariant();
}
