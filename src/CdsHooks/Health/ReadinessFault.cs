namespace Cds.CdsHooks.Health;

/// <summary>Something that keeps the service from being ready.</summary>
/// <param name="Part"><c>knowledge</c> or <c>store</c>.</param>
/// <param name="Reason">Why, for the store (<c>full</c>, <c>missing</c>, <c>read-only</c>, <c>locked</c>, <c>unreachable</c>, <c>failed</c>); null for the knowledge.</param>
internal sealed record ReadinessFault(string Part, string? Reason);
