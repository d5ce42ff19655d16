using Cds.CdsHooks.Batch;
using Cds.CdsHooks.Batch.Register;
using Cds.CdsHooks.Configuration;
using Cds.CdsHooks.LocalKnowledge;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Tests.Batch;

/// <summary>Reading and answering take their turn among as many as were asked for.</summary>
public sealed class BatchRunTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Reading_counts_among_what_runs_at_the_same_time(int parallel)
    {
        var options = new CdsOptions();
        BatchRun run = AssessingRun.Of(KnowledgeFiles.For(options)(), options, AsOf.EndOf(new DateOnly(2026, 11, 20)), Language.English, parallel, EntryDetail.None);
        List<int> levels = [];
        BatchCounts counts = await run.RunAsync(Lines(levels), Stream.Null, Stream.Null, new RepeatedPatients(), new Progress<BatchCounts>(), TestContext.Current.CancellationToken);
        Assert.Equal(20, counts.Failed);
        Assert.All(levels, level => Assert.Equal(parallel, level));
    }

    private static async IAsyncEnumerable<InputLine> Lines(List<int> levels)
    {
        for (int line = 1; line <= 20; line++)
        {
            levels.Add(TaskScheduler.Current.MaximumConcurrencyLevel);
            yield return new InputLine($"in.ndjson:{line}", "not read");
            await Task.Yield();
        }
    }
}
