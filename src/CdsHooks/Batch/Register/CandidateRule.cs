namespace Cds.CdsHooks.Batch.Register;

/// <summary>Who counts as a candidate for what (<c>candidates.tsv</c>): a conclusion with an answer, or a recommendation with a status.</summary>
/// <param name="Candidate">For what: <c>car-t</c>, <c>trial</c>, <c>transplant</c>.</param>
/// <param name="Rule">Id of the conclusion or recommendation.</param>
/// <param name="Answer">The value, or the status.</param>
/// <param name="Setting">What the site has to have switched on for it; empty for nothing.</param>
internal sealed record CandidateRule(string Candidate, string Rule, string Answer, string Setting)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<CandidateRule> All { get; } = [.. TableFile.Read("candidates.tsv").Select(cells => new CandidateRule(cells[0], cells[1], cells[2], cells[3]))];

    /// <summary>Those that a site asks for.</summary>
    public static IReadOnlyList<CandidateRule> Of(IReadOnlySet<string> settings) => [.. All.Where(rule => rule.Setting.Length == 0 || settings.Contains(rule.Setting))];

    /// <summary>Whether the patient is one; null while a missing fact decides.</summary>
    public bool? IsMetBy(Assessment assessment)
    {
        if (assessment.Conclusions.FirstOrDefault(conclusion => conclusion.Id == Rule) is { } conclusion) return conclusion.Value is null ? null : conclusion.Value is CodeAnswer code && code.Code == Answer;
        if (assessment.Recommendations.FirstOrDefault(recommendation => recommendation.Id == Rule) is not { } recommendation) return false;
        return recommendation.Status == RecommendationStatus.Indeterminate ? null : WireName.Of(recommendation.Status) == Answer;
    }

    /// <summary>The data behind it.</summary>
    public IReadOnlyList<Basis> BasisOf(Assessment assessment) =>
        assessment.Conclusions.FirstOrDefault(conclusion => conclusion.Id == Rule)?.Basis ?? assessment.Recommendations.FirstOrDefault(recommendation => recommendation.Id == Rule)?.Basis ?? [];
}
