using ICSharpCode.SharpZipLib.GZip;

namespace Cds.CdsHooks.Batch;

/// <summary>One input of a run: a file, or standard input.</summary>
/// <param name="Name">What places in it are named by.</param>
/// <param name="File">The file; null for standard input.</param>
internal sealed record BatchInput(string Name, string? File)
{
    private const string StandardInput = "-";

    /// <summary>What number its first line has: more than 1 where it was cut out of another file.</summary>
    public long FirstLine { get; init; } = 1;

    /// <summary>Whether it has to be unpacked.</summary>
    public bool IsPacked => File?.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ?? false;

    /// <summary>How many bytes its lines have; null when nobody knows before they are read.</summary>
    public long? Length => File is null || IsPacked ? null : new FileInfo(File).Length;

    /// <summary>How many bytes the lines of all inputs have; null when nobody knows before they are read.</summary>
    public static long? LengthOf(IReadOnlyList<BatchInput> inputs) => inputs.Any(input => input.Length is null) ? null : inputs.Sum(input => input.Length);

    /// <summary>The inputs that a path, a glob or <c>-</c> names, in the order of their names.</summary>
    /// <param name="pattern">A file, a folder (its NDJSON files, subfolders left out), a glob over file names (<c>export/Bundle*.ndjson</c>), or <c>-</c>.</param>
    /// <exception cref="FileNotFoundException">Nothing is there.</exception>
    public static IReadOnlyList<BatchInput> Find(string pattern)
    {
        if (pattern == StandardInput) return [new BatchInput("stdin", null)];
        if (System.IO.File.Exists(pattern)) return [Of(pattern)];
        bool isFolder = Directory.Exists(pattern);
        string folder = isFolder ? pattern : Path.GetDirectoryName(pattern) is { Length: > 0 } parent ? parent : ".";
        string name = isFolder ? "*.ndjson*" : Path.GetFileName(pattern);
        string[] files = Directory.Exists(folder) ? [.. Directory.GetFiles(folder, name).Where(file => !isFolder || IsLines(file)).Order(StringComparer.Ordinal)] : [];
        return files.Length > 0 ? [.. files.Select(Of)] : throw new FileNotFoundException($"--input {pattern}: no such file, and no NDJSON file there.");
    }

    /// <summary>Opens it. What ends in <c>.gz</c> is unpacked, and one that was cut off is an error, not an end.</summary>
    public Stream Open()
    {
        if (File is null) return Console.OpenStandardInput();
        Stream file = new FileStream(File, new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = 0 });
        return IsPacked ? new GZipInputStream(new BufferedStream(file, 64 * 1024)) : file;
    }

    private static BatchInput Of(string file) => new(Path.GetFileName(file), file);

    private static bool IsLines(string file) => file.EndsWith(".ndjson", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".ndjson.gz", StringComparison.OrdinalIgnoreCase);
}
