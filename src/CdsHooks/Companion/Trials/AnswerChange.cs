using Cds.Knowledge.Therapy;

namespace Cds.CdsHooks.Companion.Trials;

/// <summary>An answer that would differ.</summary>
/// <param name="Rule">Conclusion or recommendation id.</param>
public sealed record AnswerChange(string Rule)
{
    /// <summary>The new answer of a conclusion; null of one that would not be answered any more, and of a recommendation.</summary>
    public Conclusion? Conclusion { get; init; }

    /// <summary>The recommendation as it would stand; null of a conclusion.</summary>
    public Recommendation? Recommendation { get; init; }

    /// <summary>Whether the status of the recommendation would differ; otherwise its options stand otherwise.</summary>
    public bool IsOfStatus { get; init; }

    /// <summary>The tried fact: that a work-up does not ask for it any more is no news.</summary>
    private string Tried { get; init; } = "";

    /// <summary>Whether another answer says the same.</summary>
    public bool SaysTheSame(AnswerChange other) => Rule == other.Rule
        && AreSame(Conclusion, other.Conclusion)
        && Recommendation?.Status == other.Recommendation?.Status
        && (Recommendation is null || other.Recommendation is null || HaveSameOptions(Recommendation, other.Recommendation, Tried));

    /// <summary>The answers of a later assessment that differ from those of an earlier one, in its order.</summary>
    /// <param name="tried">The fact that makes the difference.</param>
    /// <param name="earlier">Without it.</param>
    /// <param name="later">With it.</param>
    internal static IReadOnlyList<AnswerChange> Between(string tried, Assessment earlier, Assessment later)
    {
        Dictionary<string, Conclusion> before = earlier.Conclusions.ToDictionary(conclusion => conclusion.Id);
        Dictionary<string, Conclusion> after = later.Conclusions.ToDictionary(conclusion => conclusion.Id);
        Dictionary<string, Recommendation> recommended = All(earlier).ToDictionary(recommendation => recommendation.Id);
        return
        [
            .. later.Conclusions.Where(conclusion => !before.TryGetValue(conclusion.Id, out Conclusion? old) || !AreSame(old, conclusion))
                .Select(conclusion => new AnswerChange(conclusion.Id) { Conclusion = conclusion }),
            .. earlier.Conclusions.Where(conclusion => !after.ContainsKey(conclusion.Id)).Select(conclusion => new AnswerChange(conclusion.Id)),
            .. All(later).Select(recommendation => Of(tried, recommended.GetValueOrDefault(recommendation.Id), recommendation)).OfType<AnswerChange>(),
        ];
    }

    private static AnswerChange? Of(string tried, Recommendation? old, Recommendation recommendation)
    {
        bool isOfStatus = (old?.Status ?? RecommendationStatus.NotApplicable) != recommendation.Status;
        return !isOfStatus && (old is null || HaveSameOptions(old, recommendation, tried))
            ? null
            : new AnswerChange(recommendation.Id) { Recommendation = recommendation, IsOfStatus = isOfStatus, Tried = tried };
    }

    private static IEnumerable<Recommendation> All(Assessment assessment) => assessment.Recommendations.Concat(assessment.NotApplicable);

    /// <summary>A measure differs with every number that it is computed from: there the news is that it is known.</summary>
    private static bool AreSame(Conclusion? one, Conclusion? other) => one is null || other is null
        ? one is null && other is null
        : one.Unit is not null ? one.Value is null == other.Value is null
        : Equals(one.Value, other.Value) && one.Possible.SequenceEqual(other.Possible);

    private static bool HaveSameOptions(Recommendation one, Recommendation other, string tried) =>
        one.Status == RecommendationStatus.NotApplicable || Standings(one, tried).SequenceEqual(Standings(other, tried));

    private static IEnumerable<(string Id, Standing Standing)> Standings(Recommendation recommendation, string tried) =>
        recommendation.Options.Where(option => option.Id != tried).Select(option => (option.Id, option.Standing));
}
