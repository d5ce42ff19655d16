using System.Collections.Concurrent;
using Cds.Knowledge.Adaptation;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Limits;

/// <summary>A site that changes a number that code computes with sees it on every answer that may turn out otherwise: no other answer does.</summary>
public sealed class LimitsShowAsAdaptationsTests
{
    [Fact]
    public void No_answer_changes_with_a_limit_that_does_not_show_on_it()
    {
        Mutation[] changes = [.. LimitsOfContent.All.Where(limit => limit.Owner.Kind == "computations").GroupBy(limit => limit.Owner.Id).Select(limits => Mutation.Of(limits.First()).First())];
        Assert.NotEmpty(changes);
        var unmarked = new ConcurrentBag<string>();
        Parallel.ForEach(Partitioner.Create(MutatedKnowledge.Batches(changes), EnumerablePartitionerOptions.NoBuffering), new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, batch =>
        {
            foreach ((Mutation mutation, KnowledgeBase? knowledge) in MutatedKnowledge.Read(batch))
            {
                if (knowledge is null) continue;
                string id = mutation.Limit.Owner.Id;
                var adaptations = new AdaptationsOfRules(knowledge with { Adaptations = [new LocalAdaptation("computations", id, AdaptationChange.Replaced, new LocalizedText(id, id), null, "overlay/computations/site.yaml:1")] });
                foreach (string failure in VignetteSearch.FailuresOf(knowledge, rule => adaptations.Of(rule).Count == 0)) unmarked.Add($"{mutation}: {failure}");
            }
        });
        Assert.True(unmarked.IsEmpty, string.Join(Environment.NewLine, unmarked.Order(StringComparer.Ordinal)));
    }
}
