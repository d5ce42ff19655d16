namespace Cds.CdsHooks.FhirAccess;

/// <summary>What one attempt of one request gave.</summary>
/// <param name="Body">The parsed body; undefined when there is none.</param>
/// <param name="Fault">What went wrong.</param>
internal sealed record FhirAttempt(JsonElement Body, ReadFault Fault)
{
    /// <summary>Whether the server or the way to it is in trouble, which may pass.</summary>
    public bool IsTransient { get; init; }

    /// <summary>How long the server asks to wait; null when it does not.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the server does not know searches sent as a form.</summary>
    public bool RefusesForms { get; init; }

    /// <summary>An attempt without a body.</summary>
    public static FhirAttempt Without(ReadFault fault) => new(default, fault);
}
