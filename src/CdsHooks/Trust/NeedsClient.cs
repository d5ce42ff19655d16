namespace Cds.CdsHooks.Trust;

/// <summary>Marks an endpoint that only clients with a token may call, when callers have to sign in.</summary>
/// <param name="Service">Id of the CDS service that it belongs to; null when to none.</param>
internal sealed record NeedsClient(string? Service = null);
