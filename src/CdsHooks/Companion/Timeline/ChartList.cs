namespace Cds.CdsHooks.Companion.Timeline;

/// <summary>Which markers are drawn together, and how: the table <c>charts.tsv</c>.</summary>
/// <param name="IsLogarithmic">Whether the scale is logarithmic.</param>
/// <param name="Facts">Fact ids.</param>
internal sealed record ChartList(bool IsLogarithmic, IReadOnlyList<string> Facts)
{
    private const string Table = "Companion/charts.tsv", Logarithmic = "log";

    private static readonly Lazy<IReadOnlyList<ChartList>> Charts = new(Read);

    /// <summary>All of them, from top to bottom.</summary>
    public static IReadOnlyList<ChartList> All => Charts.Value;

    private static IReadOnlyList<ChartList> Read()
    {
        using var reader = new StreamReader(typeof(ChartList).Assembly.GetManifestResourceStream(Table) ?? throw new InvalidOperationException($"{Table} is not in the assembly."));
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split('\t')).Select(cells => new ChartList(cells[0] == Logarithmic, cells[1..]))];
    }
}
