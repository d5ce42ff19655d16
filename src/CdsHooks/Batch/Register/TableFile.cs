namespace Cds.CdsHooks.Batch.Register;

/// <summary>A table of the program itself: tab-separated, the first line names the columns.</summary>
internal static class TableFile
{
    /// <summary>The rows below the first.</summary>
    public static IReadOnlyList<string[]> Read(string name)
    {
        using Stream stream = typeof(TableFile).Assembly.GetManifestResourceStream("Register/" + name) ?? throw new InvalidOperationException($"{name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.TrimEnd('\r').Split('\t'))];
    }
}
