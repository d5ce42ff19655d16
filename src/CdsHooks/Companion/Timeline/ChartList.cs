using Cds.CdsHooks.Pages;

namespace Cds.CdsHooks.Companion.Timeline;

/// <summary>Which markers are drawn together, and how: the table <c>charts.tsv</c>.</summary>
/// <param name="IsLogarithmic">Whether the scale is logarithmic.</param>
/// <param name="Facts">Fact ids.</param>
internal sealed record ChartList(bool IsLogarithmic, IReadOnlyList<string> Facts)
{
    private const string Table = "Companion/charts.tsv", Logarithmic = "log";

    private static readonly Lazy<IReadOnlyList<ChartList>> Charts = new(() => [.. ShippedFile.Rows(Table).Select(cells => new ChartList(cells[0] == Logarithmic, cells[1..]))]);

    /// <summary>All of them, from top to bottom.</summary>
    public static IReadOnlyList<ChartList> All => Charts.Value;
}
