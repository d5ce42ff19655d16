using Cds.Knowledge.Therapy;

namespace Cds.CdsHooks.Cards.Glance;

/// <summary>The first options of a recommendation, each with one reason; those that stand alike for the same reason share a line.</summary>
internal static class GlanceOptions
{
    /// <summary>Most options that a short detail shows.</summary>
    public const int Most = 3;

    /// <summary>Those that are shown: the first that can be used; what runs although it is to be avoided is never left out.</summary>
    public static IReadOnlyList<Option> Shown(CardContext context, Recommendation recommendation)
    {
        Option[] usable = [.. recommendation.Options.Where(option => option.Standing != Standing.Avoid)];
        if (usable.Length == 0) return [.. recommendation.Options.Take(Most)];
        Option[] running = [.. recommendation.Options.Where(option => option.Standing == Standing.Avoid && context.IsRunning(option.Id)).Take(1)];
        return [.. usable.Take(Most - running.Length), .. running];
    }

    /// <summary>The lines of the options shown.</summary>
    public static IReadOnlyList<GlanceOption> Lines(Recommendation recommendation, IReadOnlyList<Option> shown, OptionNames names, Language language) => OptionGroups.AreGrouped(recommendation)
        ? [.. OptionGroups.Of(recommendation).Take(Most).Select(group => Group(group, language))]
        : [.. Alike(shown).Select(options => Line(options, names, language))];

    /// <summary>How many there are besides.</summary>
    public static int More(Recommendation recommendation, IReadOnlyList<Option> shown) => OptionGroups.AreGrouped(recommendation)
        ? OptionGroups.Of(recommendation).Skip(Most).Sum(group => group.Options.Count)
        : recommendation.Options.Count - shown.Count;

    private static GlanceOption Group(OptionGroup group, Language language) => new(GlancePhrases.Group
        .With("title", OptionGroups.Title(group, language)).With("count", group.Options.Count.ToString(CultureInfo.InvariantCulture)).In(language));

    /// <summary>Neighbours in the ranking that stand alike for the same reason.</summary>
    private static List<List<Option>> Alike(IReadOnlyList<Option> shown)
    {
        var lines = new List<List<Option>>();
        foreach (Option option in shown)
        {
            if (lines.Count > 0 && lines[^1][0] is var first && first.Standing == option.Standing && ReasonOf(first) == ReasonOf(option)) lines[^1].Add(option);
            else lines.Add([option]);
        }

        return lines;
    }

    private static LocalizedText? ReasonOf(Option option) => option.Reasons is [var first, ..] ? first.Text : null;

    private static GlanceOption Line(List<Option> options, OptionNames names, Language language) => new(
        GlancePhrases.Option
            .With("option", string.Join(CardPhrases.ListSeparator.In(language), options.Select(option => names.Of(option).BeforeBracket.In(language))))
            .With("standing", CardPhrases.Of(options[0].Standing)).In(language),
        ReasonOf(options[0]) is { } reason ? Sentences.Phrase(reason, language) : null,
        options.Count);
}
