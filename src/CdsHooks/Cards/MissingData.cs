using Cds.Knowledge.Documents;

namespace Cds.CdsHooks.Cards;

/// <summary>A fact that is missing, with the answers that wait for it.</summary>
/// <param name="Id">Fact or drug id.</param>
/// <param name="Awaiting">Titles of the recommendations and stages that it would decide.</param>
internal sealed record MissingDatum(string Id, IReadOnlyList<LocalizedText> Awaiting);

/// <summary>An answer that a missing fact would decide.</summary>
/// <param name="Id">Conclusion or recommendation id.</param>
/// <param name="Title">Its name.</param>
/// <param name="Missing">What it lacks.</param>
/// <param name="Citations">Where it comes from.</param>
internal sealed record OpenAnswer(string Id, LocalizedText Title, IReadOnlyList<string> Missing, IReadOnlyList<Citation> Citations);

/// <summary>
/// Finds what is worth obtaining: facts that an undecided recommendation lacks, and before treatment those that the stage lacks (a baseline
/// value cannot be had once treatment has begun).
/// </summary>
internal sealed class MissingData(KnowledgeBase knowledge)
{
    private readonly string[] _stages = [.. knowledge.Conclusions.Where(conclusion => conclusion.StagingCard is { IsWorthObtaining: true }).Select(conclusion => conclusion.Id)];

    /// <summary>The undecided answers of an assessment, recommendations first.</summary>
    public IReadOnlyList<OpenAnswer> OpenAnswers(CardContext context)
    {
        IEnumerable<OpenAnswer> recommendations = context.Assessment.Recommendations
            .Where(recommendation => recommendation.Status == RecommendationStatus.Indeterminate && recommendation.Definition.HasCard)
            .Select(recommendation => new OpenAnswer(
                recommendation.Id, recommendation.Definition.Title, Obtainable(recommendation.Missing), recommendation.Definition.Citations));
        IEnumerable<OpenAnswer> stages = StagingWindow.IsBeforeTreatment(context, knowledge.Roles)
            ? _stages.Select(context.Assessment.Conclusion).OfType<Conclusion>().Where(conclusion => conclusion.Value is null)
                .Select((Conclusion conclusion) => new OpenAnswer(conclusion.Id, conclusion.Title, Obtainable(conclusion.Missing), conclusion.Citations))
            : [];
        return [.. recommendations.Concat(stages).Where(answer => answer.Missing.Count > 0)];
    }

    /// <summary>What they lack, the fact that most of them wait for first.</summary>
    public static IReadOnlyList<MissingDatum> Of(IReadOnlyList<OpenAnswer> answers) =>
    [
        .. answers.SelectMany(answer => answer.Missing).Distinct()
            .Select(id => new MissingDatum(id, [.. answers.Where(answer => answer.Missing.Contains(id)).Select(answer => answer.Title)]))
            .OrderByDescending(datum => datum.Awaiting.Count),
    ];

    private IReadOnlyList<string> Obtainable(IReadOnlyList<string> missing) =>
        [.. missing.Where(id => knowledge.Facts.TryGetValue(id, out var fact) ? !fact.Derived || fact.Order is not null : knowledge.TitleOf(id) is not null)];
}
