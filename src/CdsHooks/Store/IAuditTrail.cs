namespace Cds.CdsHooks.Store;

/// <summary>Takes the records of what was asked and shown. A hook hands its record over and does not wait for it to be written.</summary>
internal interface IAuditTrail
{
    /// <summary>
    /// Takes a record, which is written soon, in order, at the latest when the service stops. It never fails and never waits: when the store has not
    /// taken any for so long that no more can be held, the record is lost, which is counted (<c>cds.audit.lost</c>) and logged.
    /// </summary>
    void Add(AuditRecord record);
}
