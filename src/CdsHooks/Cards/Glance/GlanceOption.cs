namespace Cds.CdsHooks.Cards.Glance;

/// <summary>One line of the list of a short detail: an option, or several that stand alike for the same reason.</summary>
/// <param name="Name">What it is and how it stands.</param>
/// <param name="Reason">Why, in one phrase; null where nothing is to be said.</param>
/// <param name="Count">How many options the line names.</param>
internal sealed record GlanceOption(string Name, string? Reason = null, int Count = 1);
