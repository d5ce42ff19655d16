namespace Cds.CdsHooks.Batch;

/// <summary>
/// Where the lines go. A file has its name only when the run is complete: until then it is called <c>….partial</c>, so nobody takes half an answer for a
/// whole one.
/// </summary>
internal sealed class BatchOutput : IAsyncDisposable
{
    /// <summary>Names, in place of a file, that no lines are wanted.</summary>
    public const string Nothing = "none";

    private readonly string? _file;
    private readonly string _partial;

    private BatchOutput(string? file, string partial, Stream stream) => (_file, _partial, Stream) = (file, partial, stream);

    /// <summary>Takes the lines.</summary>
    public Stream Stream { get; }

    /// <summary>Opens a file, or standard output, or what forgets the lines.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static BatchOutput Open(string? file) => file switch
    {
        null => new(null, "", Console.OpenStandardOutput()),
        Nothing => new(null, "", Stream.Null),
        _ => Open(file, Partial(file)),
    };

    /// <summary>Opens a file that was begun, at its end.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static BatchOutput OpenToGoOn(string file) => Open(file, Partial(file), FileMode.Append);

    /// <summary>Opens the output, a file that was begun with as many bytes of it; what stands behind them goes.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static BatchOutput OpenAt(string? file, long bytes)
    {
        if (file is null or Nothing) return Open(file);
        BatchOutput output = Open(file, Partial(file), FileMode.OpenOrCreate);
        output.Stream.SetLength(bytes);
        output.Stream.Seek(0, SeekOrigin.End);
        return output;
    }

    /// <summary>Bytes of an output that was begun.</summary>
    public static long LengthOfBegun(string file) => File.Exists(Partial(file)) ? new FileInfo(Partial(file)).Length : 0;

    /// <summary>Opens a file that others may be writing too; the last one to complete gives it its name.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static BatchOutput OpenOwn(string file) => Open(file, $"{file}.{Guid.NewGuid():N}.partial");

    /// <summary>Hands on what was written, and tells how long the file is then; 0 where it is none.</summary>
    public async Task<long> FlushAsync(CancellationToken token)
    {
        await Stream.FlushAsync(token);
        return _file is null ? 0 : Stream.Position;
    }

    /// <summary>Gives the file its name.</summary>
    public void Complete()
    {
        Stream.Flush();
        if (_file is null) return;
        Stream.Dispose();
        File.Move(_partial, _file, overwrite: true);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Stream.DisposeAsync();

    /// <summary>What a file is called until it is complete.</summary>
    public static string Partial(string file) => file + ".partial";

    private static BatchOutput Open(string file, string partial, FileMode mode = FileMode.Create) => new(file, partial, new FileStream(partial, mode, FileAccess.Write, FileShare.Read, 128 * 1024));
}
