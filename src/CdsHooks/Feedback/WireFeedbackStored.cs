namespace Cds.CdsHooks.Feedback;

/// <summary>What became of feedback.</summary>
/// <param name="Stored">Entries stored.</param>
public sealed record WireFeedbackStored(int Stored);
