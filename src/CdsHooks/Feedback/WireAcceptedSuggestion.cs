namespace Cds.CdsHooks.Feedback;

/// <summary>A suggestion that was accepted.</summary>
/// <param name="Id">The suggestion's <c>uuid</c>.</param>
public sealed record WireAcceptedSuggestion(string Id);
