using Cds.Knowledge.Recommendations;

namespace Cds.Knowledge.Tests.Reference;

/// <summary>
/// Makes recommendations that share a question agree: an option stands the same, for the same reasons, in every list that has it, and no list
/// ranks two options the other way round than another.
/// </summary>
internal static class SharedStandings
{
    /// <summary>The recommendations with the standings that hold for all lists of the same question and status; the others as they are.</summary>
    public static IReadOnlyList<Recommendation> Agreed(IReadOnlyList<Recommendation> recommendations)
    {
        ILookup<(string?, RecommendationStatus), Recommendation> shared = recommendations
            .Where(r => r.Definition.Ranking is not null && r.Status != RecommendationStatus.NotApplicable).ToLookup(r => (r.Definition.Ranking, r.Status));
        return [.. recommendations.Select(r => shared[(r.Definition.Ranking, r.Status)].ToArray() is { Length: > 1 } lists ? In(r, Of(lists)) : r)];
    }

    /// <summary>Every option of the lists once, ranked: by standing, then precedence, then the order of the lists.</summary>
    public static IReadOnlyList<Option> Of(IReadOnlyList<Recommendation> lists) =>
        [.. OptionEvaluator.Ranked(lists.SelectMany(r => r.Options).GroupBy(o => o.Id).Select(same => Agreed([.. same])))];

    private static Recommendation In(Recommendation recommendation, IReadOnlyList<Option> ranking)
    {
        Option[] options = [.. ranking.Join(recommendation.Options, agreed => agreed.Id, own => own.Id, Standing)];
        Headline? headline = recommendation.HeadlineFor?.Invoke(options);
        return recommendation with { Options = options, Summary = headline?.Summary ?? recommendation.Summary, Advice = headline?.Advice ?? recommendation.Advice };
    }

    /// <summary>An option keeps the evidence and the orders that its own list gives it.</summary>
    private static Option Standing(Option agreed, Option own) => own with
    {
        Standing = agreed.Standing,
        Reasons = agreed.Reasons,
        Precedence = agreed.Precedence,
        ToConfirm = agreed.ToConfirm,
        Orders = agreed.Standing == Cds.Knowledge.Therapy.Standing.Avoid ? [] : own.Orders,
    };

    /// <summary>
    /// A reason to take care or to avoid holds whichever list gives it. Otherwise the best standing counts: what a document recommends for one state
    /// of the patient is recommended, although another list puts it behind; it then ranks after what no list puts behind.
    /// </summary>
    private static Option Agreed(IReadOnlyList<Option> same)
    {
        Option gravest = same.MaxBy(o => o.Standing)!;
        Option counts = gravest.Standing >= Cds.Knowledge.Therapy.Standing.Caution ? gravest : OptionEvaluator.Ranked(same).First();
        return counts with
        {
            Precedence = counts.Precedence == Precedence.Plain && counts.Standing < gravest.Standing ? Precedence.PutBehind : counts.Precedence,
            ToConfirm = [.. same.SelectMany(o => o.ToConfirm).Distinct()],
            Evidence = [.. same.SelectMany(o => o.Evidence).Distinct()],
        };
    }
}
