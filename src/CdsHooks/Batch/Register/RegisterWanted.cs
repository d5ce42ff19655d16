namespace Cds.CdsHooks.Batch.Register;

/// <summary>What is made of the register of a run besides the lines.</summary>
/// <param name="Tables">Folder for Parquet tables; null for none.</param>
/// <param name="Report">File for the report; null for none.</param>
/// <param name="Worklist">File for the list of the coordinator; null for none.</param>
/// <param name="NamesPatients">Whether the report names patients by their local ids.</param>
/// <param name="OverdueDays">After how many days something due is overdue.</param>
internal sealed record RegisterWanted(string? Tables, string? Report, string? Worklist, bool NamesPatients, int OverdueDays)
{
    /// <summary>Nothing.</summary>
    public static RegisterWanted Nothing { get; } = new(null, null, null, false, 0);

    /// <summary>Whether entries have to be written at all.</summary>
    public bool IsAny => (Tables ?? Report ?? Worklist) is not null;

    /// <summary>Whether it has to be found out since when things are due.</summary>
    public bool AsksSince => (Report ?? Worklist) is not null;

    /// <summary>One of the places, to name a folder for work after when there is no other output.</summary>
    public string? Place => (Tables ?? Report ?? Worklist)?.TrimEnd(Path.DirectorySeparatorChar);
}
