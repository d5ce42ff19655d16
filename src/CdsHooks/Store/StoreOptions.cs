namespace Cds.CdsHooks.Store;

/// <summary>Settings of where feedback and audit records are kept, section <c>Cds:Store</c>.</summary>
public sealed class StoreOptions
{
    /// <summary>
    /// Folder of the journal and of the key of patient hashes. Default: <c>records</c> beside the program, or in the folder for temporary files
    /// where that cannot be written.
    /// </summary>
    public string? Folder { get; set; }

    /// <summary>Connection string of a PostgreSQL database to use instead of the journal; needed when several instances serve together. Default none.</summary>
    public string? PostgreSql { get; set; }

    /// <summary>
    /// Key of the patient hashes: 32 bytes or more in base64. Default: random, made at the first start and kept beside the journal. Required with
    /// PostgreSQL. A new key makes earlier overrides and audit records unlinkable to patients.
    /// </summary>
    public string? PatientKey { get; set; }
}
