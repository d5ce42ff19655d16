using System.Buffers;
using System.Threading.Channels;
using Cds.CdsHooks.Telemetry;

namespace Cds.CdsHooks.Store;

/// <summary>
/// Records in a journal on the local disk. One writer takes whatever waits, appends it and flushes once for all of it, so that many calls share
/// the cost of a flush; feedback is acknowledged after its flush.
/// </summary>
internal sealed class JournalStore(StoreFolder folder, ILogger<JournalStore> logger) : IRecordStore, IAsyncDisposable
{
    private const int MostWaiting = 10_000, MostAtOnce = 500;

    private readonly RecordIndex _index = new();
    private readonly Channel<Entry> _waiting = Channel.CreateBounded<Entry>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private JournalFile? _file;
    private Task _writing = Task.CompletedTask;

    public string Description => $"journal {_file?.Path ?? folder.Path}";

    public Task OpenAsync(CancellationToken cancellation)
    {
        try
        {
            foreach (string path in JournalFile.In(folder.Path)) Load(path);
            _file = JournalFile.Open(folder.Path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException($"The journal in {folder.Path} cannot be opened (Cds:Store:Folder).", exception);
        }

        _writing = Task.Run(WriteAsync, CancellationToken.None);
        return Task.CompletedTask;
    }

    public async Task AddAsync(AuditRecord record, CancellationToken cancellation)
    {
        await _waiting.Writer.WriteAsync(new Entry(new JournalLine { Audit = record }.Write(), null), cancellation);
        _index.Add(record);
    }

    public async Task AddAsync(IReadOnlyList<FeedbackRecord> records, CancellationToken cancellation)
    {
        byte[] lines = [.. records.SelectMany(record => new JournalLine { Feedback = record }.Write())];
        await WriteThroughAsync(lines, cancellation);
        foreach (FeedbackRecord record in records) _index.Add(record);
    }

    public ValueTask<CardTrace?> FindCardAsync(string uuid, CancellationToken cancellation) => ValueTask.FromResult(_index.FindCard(uuid));

    public ValueTask<IReadOnlyDictionary<OverrideKey, Overridden>> FindOverridesAsync(string patient, string? user, DateTimeOffset since, CancellationToken cancellation) =>
        ValueTask.FromResult(_index.FindOverrides(patient, user, since));

    public Task<FeedbackCounts> CountAsync(CancellationToken cancellation) => Task.FromResult(_index.Count());

    /// <summary>An empty write goes the way of every record, through the writer to the disk.</summary>
    public Task CheckAsync(CancellationToken cancellation) => WriteThroughAsync([], cancellation);

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _writing;
        _file?.Dispose();
    }

    private async Task WriteThroughAsync(byte[] lines, CancellationToken cancellation)
    {
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            await _waiting.Writer.WriteAsync(new Entry(lines, written), cancellation);
        }
        catch (ChannelClosedException exception)
        {
            throw new StoreUnavailableException("The journal is closed.", exception);
        }

        await written.Task.WaitAsync(cancellation);
    }

    private async Task WriteAsync()
    {
        var entries = new List<Entry>(MostAtOnce);
        var buffer = new ArrayBufferWriter<byte>();
        while (await _waiting.Reader.WaitToReadAsync())
        {
            while (entries.Count < MostAtOnce && _waiting.Reader.TryRead(out Entry? entry))
            {
                entries.Add(entry);
                buffer.Write(entry.Lines);
            }

            Write(entries, buffer.WrittenSpan);
            entries.Clear();
            buffer.ResetWrittenCount();
        }
    }

    private void Write(List<Entry> entries, ReadOnlySpan<byte> lines)
    {
        try
        {
            _file!.Append(lines);
            foreach (Entry entry in entries) entry.Written?.TrySetResult();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            logger.JournalFailed(entries.Count, exception);
            foreach (Entry entry in entries) entry.Written?.TrySetException(new StoreUnavailableException("The journal cannot be written.", exception));
        }
    }

    private void Load(string path)
    {
        int unreadable = 0;
        foreach (byte[] bytes in Lines(path))
        {
            JournalLine? line = JournalLine.Read(bytes);
            if (line is null) unreadable++;
            if (line?.Audit is { } audit) _index.Add(audit);
            if (line?.Feedback is { } feedback) _index.Add(feedback);
        }

        if (unreadable > 0) logger.JournalLinesUnreadable(path, unreadable);
    }

    private static IEnumerable<byte[]> Lines(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16);
        var line = new List<byte>();
        var block = new byte[1 << 16];
        int read;
        while ((read = file.Read(block)) > 0)
        {
            int from = 0;
            while (block.AsSpan(from, read - from).IndexOf((byte)'\n') is var end and >= 0)
            {
                line.AddRange(block.AsSpan(from, end));
                if (line.Count > 0) yield return [.. line];
                line.Clear();
                from += end + 1;
            }

            line.AddRange(block.AsSpan(from, read - from));
        }

        if (line.Count > 0) yield return [.. line];
    }

    private sealed record Entry(byte[] Lines, TaskCompletionSource? Written);
}
