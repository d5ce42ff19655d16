using Cds.Knowledge.Therapy;

namespace Cds.CdsHooks.Cards;

/// <summary>Options that stand for the same reason.</summary>
/// <param name="Reason">The reason that they share.</param>
/// <param name="Standing">How they stand.</param>
/// <param name="Options">The options, in their order.</param>
internal sealed record OptionGroup(LocalizedText Reason, Standing Standing, IReadOnlyList<Option> Options);

/// <summary>
/// A long list of options that complement each other (the examinations of a work-up) is read and accepted by group, not one by one. Options that a
/// clinician chooses between are never grouped.
/// </summary>
internal static class OptionGroups
{
    private const int MostSingle = 12;

    /// <summary>Whether the card shows groups.</summary>
    public static bool AreGrouped(Recommendation recommendation) =>
        recommendation.Definition.Combine && recommendation.Options.Count > MostSingle && recommendation.Options.All(option => option.Reasons.Count == 1);

    /// <summary>The groups, in the order of their first options.</summary>
    public static IEnumerable<OptionGroup> Of(Recommendation recommendation) => recommendation.Options
        .GroupBy(option => (option.Reasons[0].Text, option.Standing))
        .Select(group => new OptionGroup(group.Key.Text, group.Key.Standing, [.. group]));

    /// <summary>The reason as a heading.</summary>
    public static string Title(OptionGroup group, Language language) => group.Reason.In(language).TrimEnd('.', '。');
}
