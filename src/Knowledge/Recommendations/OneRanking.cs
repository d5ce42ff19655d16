namespace Cds.Knowledge.Recommendations;

/// <summary>
/// The one answer of recommendations that share a question (the states of a relapse): the leading one with the options of all as one ranking. An
/// option that several list stands in it once.
/// </summary>
/// <param name="Recommendation">
/// The recommendation that lists the first choice, with the options, basis, missing facts, confirmations and information of all, and the gravest urgency.
/// </param>
/// <param name="Also">The others, in the order of the assessment; empty for a recommendation that stands alone.</param>
public sealed record OneRanking(Recommendation Recommendation, IReadOnlyList<Recommendation> Also)
{
    /// <summary>One for each question that recommendations share, at the place of the first of them, and one for each that stands alone.</summary>
    /// <param name="recommendations">Those that hold for a patient, as the assessment orders them.</param>
    public static IReadOnlyList<OneRanking> Of(IEnumerable<Recommendation> recommendations) =>
        [.. recommendations.GroupBy(r => r.Definition.Ranking ?? r.Id).Select(shared => Joined([.. shared]))];

    private static OneRanking Joined(IReadOnlyList<Recommendation> shared)
    {
        if (shared.Count == 1) return new OneRanking(shared[0], []);
        IReadOnlyList<Option> options = SharedStandings.Of(shared);
        Recommendation leading = shared.FirstOrDefault(r => options.Count > 0 && r.Options.Any(o => o.Id == options[0].Id)) ?? shared[0];
        Recommendation[] also = [.. shared.Where(r => r != leading)];
        Recommendation[] all = [leading, .. also];
        Headline headline = leading.HeadlineFor?.Invoke(options) ?? new Headline(leading.Summary, leading.Advice);
        return new OneRanking(
            leading with
            {
                Urgency = all.Max(r => r.Urgency),
                Summary = headline.Summary,
                Advice = headline.Advice,
                Options = options,
                Excluded = [.. all.SelectMany(r => r.Excluded).Where(o => options.All(listed => listed.Id != o.Id)).DistinctBy(o => o.Id)],
                Basis = all.Select(r => r.Basis).Joined(),
                Missing = [.. all.SelectMany(r => r.Missing).Distinct()],
                ToConfirm = [.. all.SelectMany(r => r.ToConfirm).Distinct()],
                Information = [.. all.SelectMany(r => r.Information).Distinct()],
            },
            also);
    }
}
