namespace Cds.CdsHooks.Batch.Register;

/// <summary>What the register keeps of each patient.</summary>
internal enum EntryDetail
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>How the patient stands.</summary>
    Standing,

    /// <summary>Also since when things are due: some ten assessments more.</summary>
    WithSince,
}

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

    /// <summary>What has to be kept of each patient for it.</summary>
    public EntryDetail Detail => (Report ?? Worklist) is not null ? EntryDetail.WithSince : Tables is not null ? EntryDetail.Standing : EntryDetail.None;

    /// <summary>One of the places, to name a folder for work after when there is no other output.</summary>
    public string? Place => (Tables ?? Report ?? Worklist)?.TrimEnd(Path.DirectorySeparatorChar);
}
