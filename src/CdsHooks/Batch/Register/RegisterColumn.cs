namespace Cds.CdsHooks.Batch.Register;

/// <summary>A conclusion that the table of patients has as a column and the report counts (<c>columns.tsv</c>).</summary>
/// <param name="Column">Name of the column.</param>
/// <param name="Conclusion">Id of the conclusion.</param>
/// <param name="Section">Part of the report: diagnosis, stage, phase, line or response.</param>
/// <param name="IsOfEverybody">Whether the report counts also those of whom it says nothing: they have no plasma-cell disorder.</param>
internal sealed record RegisterColumn(string Column, string Conclusion, string Section, bool IsOfEverybody)
{
    /// <summary>All columns, in their order.</summary>
    public static IReadOnlyList<RegisterColumn> All { get; } = [.. TableFile.Read("columns.tsv").Select(cells => new RegisterColumn(cells[0], cells[1], cells[2], cells[3].Length > 0))];
}
