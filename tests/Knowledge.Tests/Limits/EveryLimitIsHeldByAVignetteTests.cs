using System.Collections.Concurrent;

namespace Cds.Knowledge.Tests.Limits;

/// <summary>
/// No limit of the knowledge can be changed unnoticed: one step up, one step down, and "below" for "at most" (each the other way round) make a vignette
/// fail, or a row of <see cref="LimitTables"/>, or the check of the content refuses them.
/// </summary>
public sealed class EveryLimitIsHeldByAVignetteTests
{
    [Fact]
    public void A_limit_that_changes_by_one_step_makes_a_vignette_fail()
    {
        var unheld = new ConcurrentBag<Mutation>();
        Parallel.ForEach(Partitioner.Create(MutatedKnowledge.Batches(LimitsOfContent.All.SelectMany(Mutation.Of)), EnumerablePartitionerOptions.NoBuffering), batch =>
        {
            foreach ((Mutation mutation, KnowledgeBase? knowledge) in MutatedKnowledge.Read(batch))
            {
                if (knowledge is not null && !LimitTables.Differ(knowledge) && !VignetteSearch.FindsAFailure(mutation.Limit, knowledge)) unheld.Add(mutation);
            }
        });
        string[] lines = [.. unheld.GroupBy(mutation => mutation.Limit).OrderBy(g => g.Key.File, StringComparer.Ordinal).ThenBy(g => g.Key.Line)
            .Select(g => $"{g.Key} holds no vignette against {string.Join(" and ", g.Select(m => m.Replacement).Order(StringComparer.Ordinal))}")];
        Assert.True(lines.Length == 0, string.Join(Environment.NewLine, lines));
    }
}
