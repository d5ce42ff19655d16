using Cds.CdsHooks.Store;

namespace Cds.CdsHooks.Feedback;

/// <summary>How often a reason was given.</summary>
public sealed record WireOverrideCount
{
    /// <summary>Code system; absent when none was sent, and with <c>other</c>.</summary>
    public string? System { get; init; }

    /// <summary>A code that the service knows; <c>other</c> for all else; absent when the card was overridden without a reason.</summary>
    public string? Code { get; init; }

    /// <summary>How often.</summary>
    public required int Count { get; init; }

    internal static WireOverrideCount Of(ReasonCount reason) => new() { System = reason.System, Code = reason.Code, Count = reason.Count };
}
