namespace Cds.CdsHooks.Companion.Sessions;

/// <summary>What it takes to read the record of a session again from where it came. It stays on this side and ends with the session.</summary>
/// <param name="again">Path of the form that reads it again, without a leading slash.</param>
internal abstract class RecordAccess(string again)
{
    /// <summary>Path of the form that reads it again, without a leading slash.</summary>
    public string Again { get; } = again;
}
