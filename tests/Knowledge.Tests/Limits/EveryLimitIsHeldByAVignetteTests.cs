using System.Collections.Concurrent;
using Cds.Knowledge.Tests.Content;

namespace Cds.Knowledge.Tests.Limits;

/// <summary>
/// No limit of the knowledge can be changed unnoticed: one step up, one step down, and "below" for "at most" (each the other way round) make a vignette
/// fail, or the check of the content refuses them. What no patient can show is listed (<see cref="UnheldChanges"/>).
/// </summary>
public sealed class EveryLimitIsHeldByAVignetteTests
{
    [Fact]
    public void A_limit_that_changes_by_one_step_makes_a_vignette_fail()
    {
        var unheld = new ConcurrentBag<Mutation>();
        IReadOnlyList<IReadOnlyList<Mutation>> batches = MutatedKnowledge.Batches(LimitsOfContent.All.SelectMany(Mutation.Of));
        Parallel.ForEach(Partitioner.Create(batches, EnumerablePartitionerOptions.NoBuffering), new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, batch =>
        {
            foreach ((Mutation mutation, KnowledgeBase? knowledge) in MutatedKnowledge.Read(batch))
            {
                if (knowledge is not null && !VignetteSearch.FindsAFailure(mutation, knowledge)) unheld.Add(mutation);
            }
        });
        HashSet<string> found = [.. unheld.Select(mutation => mutation.ToString())];
        HashSet<string> listed = [.. UnheldChanges.Listed];
        string[] differing =
        [
            .. unheld.Where(mutation => !listed.Contains(mutation.ToString())).OrderBy(mutation => mutation.Limit.File, StringComparer.Ordinal).ThenBy(mutation => mutation.Limit.Line).Select(mutation => $"no vignette fails with: {mutation}"),
            .. listed.Except(found).Select(change => $"listed without need: {change}"),
        ];
        Assert.True(differing.Length == 0, string.Join(Environment.NewLine, differing));
    }

    [Fact]
    public void Every_vignette_holds_with_nothing_but_the_rules_that_it_needs() => Assert.Empty(VignetteSearch.FailuresUnchanged());

    [Fact]
    public void Numbers_left_out_stand_where_the_list_says()
    {
        Assert.All(NumbersThatAreNoLimits.Listed, entry => Assert.True(entry.Reason.Length > 0, entry.Name));
        string content = Repository.PathOf("src", "Knowledge", "Content");
        Assert.All(NumbersThatAreNoLimits.Listed.Where(entry => entry.Kind == "file"), entry => Assert.True(Path.Exists(Path.Combine(content, entry.Name)), entry.Name));
        string[] files = [.. Directory.EnumerateFiles(content, "*.yaml", SearchOption.AllDirectories).Where(file => !file.Contains("vignettes", StringComparison.Ordinal)).Select(File.ReadAllText)];
        Assert.All(NumbersThatAreNoLimits.Listed.Where(entry => entry.Kind == "computation"), entry => Assert.True(Shipped.Knowledge.Limits.ContainsKey(entry.Name), entry.Name));
        Assert.All(NumbersThatAreNoLimits.Listed.Where(entry => entry.Kind == "member"), entry => Assert.Contains(files, text => text.Contains($"{entry.Name}:", StringComparison.Ordinal)));
    }
}
