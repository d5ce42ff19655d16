namespace Cds.CdsHooks.Store;

/// <summary>Why records cannot be written or read; a closed list, so that a probe can say it without naming a path or host.</summary>
public enum StoreFault
{
    /// <summary>None of the others: the log has the exception.</summary>
    Failed,

    /// <summary>No room is left on the disk, or in the queue of what waits for it.</summary>
    Full,

    /// <summary>The file of the records is gone, or another one is in its place.</summary>
    Missing,

    /// <summary>The place may be read and not written.</summary>
    ReadOnly,

    /// <summary>Somebody else holds the database.</summary>
    Locked,

    /// <summary>The database server does not answer.</summary>
    Unreachable,
}
