using System.Threading.Tasks.Dataflow;

namespace Cds.CdsHooks.Batch;

/// <summary>How many lines a run answered.</summary>
/// <param name="Assessed">Lines with an assessment.</param>
/// <param name="Failed">Error lines.</param>
/// <param name="BytesRead">Bytes of the lines answered, with their ends.</param>
internal readonly record struct BatchCounts(long Assessed, long Failed, long BytesRead)
{
    /// <summary>Lines with an assessment of a patient whom an earlier line has too.</summary>
    public long Repeated { get; init; }

    /// <summary>Lines of either kind.</summary>
    public long Lines => Assessed + Failed;

    /// <summary>Both together.</summary>
    public BatchCounts Plus(BatchCounts other) =>
        new(Assessed + other.Assessed, Failed + other.Failed, BytesRead + other.BytesRead) { Repeated = Repeated + other.Repeated };

    /// <summary>One line more.</summary>
    public BatchCounts With(AnswerLine line, bool isRepeated) =>
        Plus(new BatchCounts(line.IsAssessment ? 1 : 0, line.IsAssessment ? 0 : 1, line.InputBytes) { Repeated = isRepeated ? 1 : 0 });
}

/// <summary>Reads, assesses and writes at the same time, in the order of the input and within bounded memory.</summary>
internal sealed class BatchRun(BatchAssessor assessor, int parallel)
{
    private const int LinesAhead = 4;

    /// <summary>Runs over the patients.</summary>
    /// <param name="lines">A Bundle of each.</param>
    /// <param name="output">Where the lines go; left open.</param>
    /// <param name="register">Where the entries of the register go; left open.</param>
    /// <param name="patients">The patients of the lines before.</param>
    /// <param name="progress">Told after each line.</param>
    /// <param name="token">Ends the run; what was begun is not written any more.</param>
    /// <exception cref="IOException">The output cannot be written.</exception>
    public Task<BatchCounts> RunAsync(IAsyncEnumerable<InputLine> lines, Stream output, Stream register, RepeatedPatients patients, IProgress<BatchCounts> progress, CancellationToken token)
    {
        // Reading and writing take their turn among the patients: who asks for one at a time wants to load one processor.
        TaskScheduler turns = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, parallel).ConcurrentScheduler;
        return Task.Factory.StartNew(() => RunAsync(lines, output, register, patients, progress, turns, token), token, TaskCreationOptions.DenyChildAttach, turns).Unwrap();
    }

    private async Task<BatchCounts> RunAsync(IAsyncEnumerable<InputLine> lines, Stream output, Stream register, RepeatedPatients patients, IProgress<BatchCounts> progress, TaskScheduler turns, CancellationToken token)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(token);
        var assessing = new TransformBlock<InputLine, AnswerLine>(assessor.Answer, new ExecutionDataflowBlockOptions
        {
            MaxDegreeOfParallelism = parallel, BoundedCapacity = parallel * LinesAhead, EnsureOrdered = true, TaskScheduler = turns, CancellationToken = ending.Token,
        });
        Task reading = ReadAsync(lines, assessing, ending.Token);
        var counts = default(BatchCounts);
        try
        {
            while (await assessing.OutputAvailableAsync(ending.Token))
            {
                while (assessing.TryReceive(out AnswerLine? line))
                {
                    await output.WriteAsync(line.Bytes, ending.Token);
                    await register.WriteAsync(line.Entry, ending.Token);
                    counts = counts.With(line, patients.Repeats(line.Bytes.Span));
                    progress.Report(counts);
                }

                // A filter answers what it has been asked, also while its reader waits.
                await output.FlushAsync(ending.Token);
            }

            await reading;
            await assessing.Completion;
            return counts;
        }
        finally
        {
            await ending.CancelAsync();
        }
    }

    private static async Task ReadAsync(IAsyncEnumerable<InputLine> lines, ITargetBlock<InputLine> target, CancellationToken token)
    {
        try
        {
            await foreach (InputLine line in lines.WithCancellation(token)) await target.SendAsync(line, token);
            target.Complete();
        }
        catch (Exception exception)
        {
            target.Fault(exception);
        }
    }
}
