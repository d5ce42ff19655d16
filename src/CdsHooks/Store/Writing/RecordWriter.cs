using System.Diagnostics;
using System.Threading.Channels;
using Cds.CdsHooks.Store.Databases;
using Cds.CdsHooks.Telemetry;

namespace Cds.CdsHooks.Store.Writing;

/// <summary>
/// One writer takes whatever waits and writes it in one transaction, so that many calls share the cost of a flush. Feedback is acknowledged after it;
/// audit records are kept and tried again until they are written, up to a bound.
/// </summary>
internal sealed class RecordWriter(StoreDatabase database, ShownCards shown, StoreMetrics metrics, TimeProvider time, ILogger<RecordWriter> logger) : IAuditTrail, IAsyncDisposable
{
    /// <summary>Some 10 MB of audit records, minutes of a busy service; feedback beyond its bound is refused, not lost.</summary>
    public const int MostAuditWaiting = 10_000;

    private const int MostFeedbackWaiting = 10_000, MostAtOnce = 500;

    private static readonly TimeSpan WritePatience = TimeSpan.FromSeconds(10), DrainPatience = TimeSpan.FromSeconds(10), ShortestPause = TimeSpan.FromMilliseconds(100), LongestPause = TimeSpan.FromSeconds(5);

    private readonly RecordTransaction _records = new(database);
    private readonly PlaceProof _proof = new(database, time);
    private readonly Channel<WaitingRecords> _waiting = Channel.CreateUnbounded<WaitingRecords>(new UnboundedChannelOptions { SingleReader = true });
    private LinkedList<AuditRecord> _late = new();
    private TimeSpan _pause = ShortestPause;
    private int _feedbackWaiting, _lost;
    private Task _writing = Task.CompletedTask;

    /// <summary>Begins to write; what was added before waits for this.</summary>
    public void Start() => _writing = Task.Run(RunAsync);

    /// <inheritdoc />
    public void Add(AuditRecord record)
    {
        if (shown.TryAdd(record, MostAuditWaiting) && _waiting.Writer.TryWrite(WaitingRecords.Of(record))) return;
        Interlocked.Increment(ref _lost);
        metrics.AuditLost(1);
    }

    /// <summary>Adds feedback. Returns when it is on the disk and was found there.</summary>
    public async Task AddAsync(IReadOnlyList<FeedbackRecord> feedback, CancellationToken cancellation)
    {
        WaitingRecords entry = WaitingRecords.Of(feedback);
        if (Interlocked.Add(ref _feedbackWaiting, feedback.Count) > MostFeedbackWaiting + feedback.Count || !_waiting.Writer.TryWrite(entry))
        {
            Interlocked.Add(ref _feedbackWaiting, -feedback.Count);
            throw new StoreUnavailableException("Too much feedback waits to be written.") { Fault = StoreFault.Full };
        }

        await entry.Written!.Task.WaitAsync(cancellation);
    }

    /// <summary>Writes what waits, and says what was lost. Nothing is taken afterwards.</summary>
    public async Task StopAsync()
    {
        _waiting.Writer.TryComplete();
        await _writing;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await StopAsync();

    private async Task RunAsync()
    {
        while (await _waiting.Reader.WaitToReadAsync()) await WriteNextAsync();
        long stopped = Stopwatch.GetTimestamp();
        while (_late.Count > 0 && Stopwatch.GetElapsedTime(stopped) < DrainPatience)
        {
            await WriteNextAsync();
            if (_pause > ShortestPause) await Task.Delay(ShortestPause);
        }

        foreach (AuditRecord record in _late) Lose(record);
        ReportLost();
    }

    private async Task WriteNextAsync()
    {
        List<AuditRecord> audits = [];
        List<WaitingRecords> feedback = [];
        for (; audits.Count < MostAtOnce && _late.First is { } first; _late.RemoveFirst()) audits.Add(first.Value);
        while (audits.Count + feedback.Count < MostAtOnce && _waiting.Reader.TryRead(out WaitingRecords? entry))
        {
            if (entry.Audit is { } audit) audits.Add(audit);
            if (entry.Written is not null) feedback.Add(entry);
        }

        if (await WriteAsync(audits, feedback) is { } trouble) await BearAsync(trouble, audits, feedback);
        else _pause = ShortestPause;
        ReportLost();

        // More of the late ones than one transaction takes: the writer wakes itself for the rest.
        if (_late.Count > 0 && _pause == ShortestPause) _waiting.Writer.TryWrite(WaitingRecords.Nothing);
    }

    /// <summary>Writes all of it, or nothing and says why.</summary>
    private async Task<StoreUnavailableException?> WriteAsync(List<AuditRecord> audits, List<WaitingRecords> feedback)
    {
        if (audits.Count == 0 && feedback.Count == 0) return null;
        long started = Stopwatch.GetTimestamp();
        using var patience = new CancellationTokenSource(WritePatience);
        try
        {
            string mark = "";
            await _records.WriteAsync(
                audits,
                [.. feedback.SelectMany(entry => entry.Feedback)],
                async (connection, transaction) => mark = await _proof.MarkAsync(connection, transaction, patience.Token),
                patience.Token);
            await _proof.CheckAsync(mark, patience.Token);
        }
        catch (StoreUnavailableException exception)
        {
            metrics.Written(Stopwatch.GetElapsedTime(started), exception.Fault);
            return exception;
        }
        catch (Exception exception)
        {
            // Time over, or a defect: whatever it is, this loop goes on, or nothing would be written any more.
            StoreFault fault = exception is OperationCanceledException ? StoreFault.Unreachable : StoreFault.Failed;
            metrics.Written(Stopwatch.GetElapsedTime(started), fault);
            return new StoreUnavailableException($"{database.Description} cannot be written.", exception) { Fault = fault };
        }

        metrics.Written(Stopwatch.GetElapsedTime(started), null);
        foreach (AuditRecord record in audits) shown.Remove(record);
        foreach (WaitingRecords entry in feedback)
        {
            Interlocked.Add(ref _feedbackWaiting, -entry.Feedback.Count);
            entry.Written!.TrySetResult();
        }

        return null;
    }

    /// <summary>What nothing was written of: one bad record does not take the others with it; trouble of the store is told to senders, and audit records wait.</summary>
    private async Task BearAsync(StoreUnavailableException trouble, List<AuditRecord> audits, List<WaitingRecords> feedback)
    {
        if (database.IsAboutRecord(trouble.InnerException))
        {
            if (audits.Count + feedback.Count > 1)
            {
                foreach (AuditRecord record in audits)
                {
                    if (await WriteAsync([record], []) is { } alone) await BearAsync(alone, [record], []);
                }

                foreach (WaitingRecords entry in feedback)
                {
                    if (await WriteAsync([], [entry]) is { } alone) await BearAsync(alone, [], [entry]);
                }

                return;
            }

            foreach (AuditRecord record in audits) Lose(record);
            audits = [];
        }

        logger.RecordsNotWritten(audits.Count, feedback.Count, trouble.Fault, trouble);
        database.Forget();
        foreach (WaitingRecords entry in feedback)
        {
            Interlocked.Add(ref _feedbackWaiting, -entry.Feedback.Count);
            entry.Written!.TrySetException(trouble);
        }

        if (audits.Count == 0) return;
        _late = new LinkedList<AuditRecord>(audits.Concat(_late));
        _pause = _pause * 2 < LongestPause ? _pause * 2 : LongestPause;
        _ = WakeLaterAsync(_pause);
    }

    private async Task WakeLaterAsync(TimeSpan pause)
    {
        await Task.Delay(pause);
        _waiting.Writer.TryWrite(WaitingRecords.Nothing);
    }

    private void Lose(AuditRecord record)
    {
        shown.Remove(record);
        Interlocked.Increment(ref _lost);
        metrics.AuditLost(1);
    }

    private void ReportLost()
    {
        if (Interlocked.Exchange(ref _lost, 0) is > 0 and int lost) logger.AuditLost(lost);
    }
}
