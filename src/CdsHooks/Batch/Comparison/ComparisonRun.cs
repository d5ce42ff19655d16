using System.Threading.Tasks.Dataflow;

namespace Cds.CdsHooks.Batch.Comparison;

/// <summary>Assesses every patient on both sides and counts what differs.</summary>
internal sealed class ComparisonRun(ComparedSide before, ComparedSide after, int parallel)
{
    /// <summary>Runs over the patients.</summary>
    /// <param name="bundles">A Bundle of each.</param>
    /// <param name="token">Ends it.</param>
    public async Task<RuleChanges> RunAsync(IAsyncEnumerable<InputLine> bundles, CancellationToken token)
    {
        var changes = new RuleChanges();
        var options = new ExecutionDataflowBlockOptions { MaxDegreeOfParallelism = parallel, BoundedCapacity = parallel * 4, EnsureOrdered = true, CancellationToken = token };
        var comparing = new TransformBlock<InputLine, ComparedPatient?>(Compare, options);
        // One at a time and in the order of the input: the same examples whatever the number of cores.
        var counting = new ActionBlock<ComparedPatient?>(changes.Add, new ExecutionDataflowBlockOptions { BoundedCapacity = parallel * 4, CancellationToken = token });
        comparing.LinkTo(counting, new DataflowLinkOptions { PropagateCompletion = true });
        await foreach (InputLine bundle in bundles.WithCancellation(token))
        {
            // A block that has failed takes nothing more; its failure is told below.
            if (!await comparing.SendAsync(bundle, token)) break;
        }

        comparing.Complete();
        await counting.Completion;
        return changes;
    }

    private ComparedPatient? Compare(InputLine bundle)
    {
        using (bundle)
        {
            if (bundle.Fault is not null) return null;
            return before.Assess(bundle.Bytes) is { } was && after.Assess(bundle.Bytes) is { } now ? ComparedPatient.Of(was, now) : null;
        }
    }
}
