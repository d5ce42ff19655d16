namespace Cds.CdsHooks.Store;

/// <summary>Settings of where feedback and audit records are kept, section <c>Cds:Store</c>.</summary>
public sealed class StoreOptions
{
    /// <summary>
    /// Folder of the database file (<c>records.db</c>) and of the key of patient hashes; journals of before in it are taken in once. Default: <c>records</c>
    /// beside the program, or in the folder for temporary files where that cannot be written. A local disk: network file systems cannot hold it. With
    /// PostgreSQL it is only looked at for journals.
    /// </summary>
    public string? Folder { get; set; }

    /// <summary>Connection string of a PostgreSQL database to use instead of the file; needed when several instances serve together. Default none.</summary>
    public string? PostgreSql { get; set; }

    /// <summary>
    /// Key of the patient hashes: 32 bytes or more in base64. Default: random, made at the first start and kept in the folder. Required with
    /// PostgreSQL. A new key makes earlier overrides and audit records unlinkable to patients.
    /// </summary>
    public string? PatientKey { get; set; }

    /// <summary>
    /// How long audit records are kept, one day to 36500 days. Default 730 days (two years). How often a rule was shown stays as a count; feedback stays.
    /// </summary>
    public TimeSpan AuditRetention { get; set; } = TimeSpan.FromDays(730);
}
