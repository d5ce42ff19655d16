namespace Cds.CdsHooks.Feedback;

/// <summary>Feedback on cards (CDS Hooks 2.0.1).</summary>
/// <param name="Feedback">One entry a card.</param>
public sealed record WireFeedbackRequest(IReadOnlyList<WireFeedbackEntry> Feedback);
