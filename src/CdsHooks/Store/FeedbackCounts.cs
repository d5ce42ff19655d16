namespace Cds.CdsHooks.Store;

/// <summary>Counts behind the summary of feedback. A card counts once, with the latest thing that was done with it.</summary>
/// <param name="Shown">Cards shown, by rule and month (<c>2026-11</c>).</param>
/// <param name="Outcomes">Cards accepted and overridden, by rule and month.</param>
/// <param name="Reasons">Override reasons by rule; without code when none was given.</param>
/// <param name="UnknownCards">Entries about cards that are not known.</param>
internal sealed record FeedbackCounts(
    IReadOnlyList<ShownCount> Shown, IReadOnlyList<OutcomeCount> Outcomes, IReadOnlyList<ReasonCount> Reasons, int UnknownCards);

/// <summary>Cards of a rule shown in a month.</summary>
internal sealed record ShownCount(string Rule, string Month, int Count);

/// <summary>Cards of a rule accepted and overridden in a month.</summary>
internal sealed record OutcomeCount(string Rule, string Month, int Accepted, int Overridden);

/// <summary>An override reason, as sent or as shown.</summary>
/// <param name="System">Code system.</param>
/// <param name="Code">Code.</param>
internal readonly record struct ReasonCode(string? System, string? Code);

/// <summary>What a reason that was sent counts as. Clients send what they like; a summary has room for few.</summary>
internal delegate ReasonCode ReasonNaming(ReasonCode sent);

/// <summary>How often cards of a rule were overridden for a reason.</summary>
internal sealed record ReasonCount(string Rule, string? System, string? Code, int Count);
