using Cds.CdsHooks.Batch;

namespace Cds.CdsHooks.Commands;

/// <summary>A Bundle that <c>map-report</c> is to report on.</summary>
/// <param name="Name">The file; of a file with a Bundle a line also the line.</param>
/// <param name="Json">Its bytes, without byte order mark; null when it cannot be had.</param>
/// <param name="Fault">Why it cannot be had.</param>
internal sealed record ReportInput(string Name, byte[]? Json, string? Fault)
{
    /// <summary>The Bundles of files, folders (their <c>*.json</c> and <c>*.ndjson</c>, subfolders included) and NDJSON files, in the order of their names within a folder.</summary>
    public static IEnumerable<ReportInput> Of(IEnumerable<string> paths) => paths.SelectMany(OfPath);

    private static IEnumerable<ReportInput> OfPath(string path)
    {
        if (!Directory.Exists(path)) return OfFile(path);
        try
        {
            string[] files = FilesIn(path);
            return files.Length > 0 ? files.SelectMany(OfFile) : [new ReportInput(path, null, "holds no *.json or *.ndjson")];
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return [Unreadable(path, wrong)];
        }
    }

    private static ReportInput Unreadable(string path, Exception wrong) => new(path, null, $"cannot be read: {wrong.Message}");

    private static string[] FilesIn(string folder) =>
        [.. Directory.GetFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = false })
            .Where(file => IsLines(file) || file.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)];

    private static IEnumerable<ReportInput> OfFile(string file)
    {
        if (IsLines(file)) return OfLines(file);
        try
        {
            return [new ReportInput(file, File.ReadAllBytes(file), null)];
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return [Unreadable(file, wrong)];
        }
    }

    private static IEnumerable<ReportInput> OfLines(string file)
    {
        ReportInput[] lines;
        try
        {
            lines = [.. new LineReader(new BatchInput(file, file), int.MaxValue).ReadAsync().ToBlockingEnumerable().Select(Copied)];
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return [Unreadable(file, wrong)];
        }

        return lines.Length > 0 ? lines : [new ReportInput(file, null, "holds no line")];
    }

    private static ReportInput Copied(InputLine line)
    {
        using (line) return new ReportInput(line.Source, line.Fault is null ? line.Bytes.ToArray() : null, line.Fault);
    }

    private static bool IsLines(string file) => file.EndsWith(".ndjson", StringComparison.OrdinalIgnoreCase);
}
