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

    private BatchOutput(string? file, Stream stream) => (_file, Stream) = (file, stream);

    /// <summary>Takes the lines.</summary>
    public Stream Stream { get; }

    /// <summary>Opens a file, or standard output, or what forgets the lines.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static BatchOutput Open(string? file) =>
        file == Nothing ? new(null, Stream.Null) : new(file, file is null ? Console.OpenStandardOutput() : new FileStream(Partial(file), FileMode.Create, FileAccess.Write, FileShare.Read, 128 * 1024));

    /// <summary>Gives the file its name.</summary>
    public void Complete()
    {
        Stream.Flush();
        if (_file is null) return;
        Stream.Dispose();
        File.Move(Partial(_file), _file, overwrite: true);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Stream.DisposeAsync();

    /// <summary>What a file is called until it is complete.</summary>
    public static string Partial(string file) => file + ".partial";
}
