using Cds.Knowledge.Therapy;
using System.Globalization;
using Cds.CdsHooks.Localization;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Cards.Glance;

/// <summary>The first options of a recommendation, each with one reason; groups of options that complement each other as one line.</summary>
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
    public static IReadOnlyList<string> Lines(Recommendation recommendation, IReadOnlyList<Option> shown, Language language) => OptionGroups.AreGrouped(recommendation)
        ? [.. OptionGroups.Of(recommendation).Take(Most).Select(group => Group(group, language))]
        : [.. shown.Select(option => Line(option, language))];

    /// <summary>How many there are besides.</summary>
    public static int More(Recommendation recommendation, IReadOnlyList<Option> shown) => OptionGroups.AreGrouped(recommendation)
        ? OptionGroups.Of(recommendation).Skip(Most).Sum(group => group.Options.Count)
        : recommendation.Options.Count - shown.Count;

    private static string Group(OptionGroup group, Language language) => GlancePhrases.Group
        .With("title", OptionGroups.Title(group, language)).With("count", group.Options.Count.ToString(CultureInfo.InvariantCulture)).In(language);

    private static string Line(Option option, Language language)
    {
        LocalizedText line = option.Reasons.Count == 0 ? GlancePhrases.OptionAlone : GlancePhrases.Option.With("reason", Sentences.Phrase(option.Reasons[0].Text, language));
        return line.With("option", option.Title.BeforeBracket).With("standing", CardPhrases.Of(option.Standing)).In(language);
    }
}
