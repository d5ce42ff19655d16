namespace Cds.CdsHooks.Feedback;

/// <summary>Why a card was set aside.</summary>
/// <param name="Reason">One of the card's override reasons.</param>
/// <param name="UserComment">In the clinician's words.</param>
public sealed record WireOverrideReason(WireCoding? Reason = null, string? UserComment = null);
