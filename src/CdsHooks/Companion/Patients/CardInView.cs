using Cds.CdsHooks.Start;

namespace Cds.CdsHooks.Companion.Patients;

/// <summary>A card beside the timeline.</summary>
/// <param name="Rule">Conclusion or recommendation id that it speaks of.</param>
/// <param name="Shown">The card as a reader sees it.</param>
/// <param name="Answer">What choosing it explains.</param>
/// <param name="Facts">The facts that decide, the most decisive first, as a reader says them.</param>
/// <param name="Source">Work and place.</param>
/// <param name="Change">What the supposed values did to it.</param>
public sealed record CardInView(string Rule, ChosenAnswer Answer, CardOnPage Shown, IReadOnlyList<string> Facts, string Source, CardChange Change);

/// <summary>What supposed values did to a card.</summary>
public enum CardChange
{
    /// <summary>Nothing, or nothing is supposed.</summary>
    None,

    /// <summary>It came.</summary>
    Came,

    /// <summary>It says something else.</summary>
    Changed,
}
