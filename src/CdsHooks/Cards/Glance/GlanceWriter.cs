using System.Globalization;
using System.Text;
using Cds.CdsHooks.Localization;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Cards.Glance;

/// <summary>
/// Writes a short detail within its budget. It begins with what always stands (notice, advice, source); further lines are taken up in the order of their
/// importance while there is room, each shortened on its own, so that no text of a patient or of an author can make the whole longer.
/// </summary>
internal sealed class GlanceWriter(Language language)
{
    private const int FewestFacts = 2, MostFacts = 5, MostOptions = 3, MostToConfirm = 3, MostRemarks = 2;

    /// <summary>Where there is room left, lines may be longer.</summary>
    private static readonly decimal[] LineLengths = [4m, 3m, 2m, 1.5m, 1.25m];

    private readonly GlanceLengths _lengths = GlanceLengths.Of(language);

    /// <summary>The detail as Markdown.</summary>
    public string Write(GlanceText text)
    {
        var taken = new Taken();
        foreach (Action<Taken> take in Steps(text))
        {
            Taken longer = taken with { };
            take(longer);
            if (Compose(text, longer).Length <= _lengths.All) taken = longer;
        }

        return LineLengths.Select(factor => Compose(text, taken, (int)(_lengths.Line * factor))).FirstOrDefault(whole => whole.Length <= _lengths.All) ?? Compose(text, taken);
    }

    /// <summary>What is taken up, the most important first.</summary>
    private static IEnumerable<Action<Taken>> Steps(GlanceText text)
    {
        for (int i = 1; i <= Math.Min(FewestFacts, text.Facts.Count); i++) yield return taken => taken.Facts++;
        if (text.Options.Count > 0) yield return taken => taken.Options++;
        if (text.Remarks.Count > 0) yield return taken => taken.Remarks++;
        if (text.ToConfirm.Count > 0) yield return taken => taken.ToConfirm++;
        for (int i = 2; i <= Math.Min(MostOptions, text.Options.Count); i++) yield return taken => taken.Options++;
        for (int i = FewestFacts + 1; i <= Math.Min(MostFacts, text.Facts.Count); i++) yield return taken => taken.Facts++;
        for (int i = 2; i <= Math.Min(MostToConfirm, text.ToConfirm.Count); i++) yield return taken => taken.ToConfirm++;
        for (int i = 2; i <= Math.Min(MostRemarks, text.Remarks.Count); i++) yield return taken => taken.Remarks++;
    }

    private string Compose(GlanceText text, Taken taken) => Compose(text, taken, _lengths.Line);

    private string Compose(GlanceText text, Taken taken, int line)
    {
        var blocks = new List<string>();
        if (text.Notice is { Length: > 0 } notice) blocks.Add(Clip.Neutralised(notice, _lengths.Notice));
        blocks.Add(Clip.Neutralised(text.Advice, _lengths.Advice));
        if (taken.Facts > 0) blocks.Add(string.Join(GlancePhrases.FactSeparator.In(language), Lines(text.Facts, taken.Facts, line)) + GlancePhrases.FullStop.In(language));
        if (taken.Options > 0) blocks.Add(Options(text, taken.Options, line));
        if (taken.Remarks > 0) blocks.Add(string.Join(GlancePhrases.SentenceSeparator.In(language), Lines(text.Remarks, taken.Remarks, line)));
        if (taken.ToConfirm > 0) blocks.Add(GlancePhrases.ToConfirm.In(language) + string.Join(GlancePhrases.FactSeparator.In(language), Lines(text.ToConfirm, taken.ToConfirm, line)) + GlancePhrases.FullStop.In(language));
        blocks.Add(Clip.Neutralised(text.Source, _lengths.Source));
        return string.Join("\n\n", blocks.Where(block => block.Length > 0));
    }

    private string Options(GlanceText text, int count, int line)
    {
        var list = new StringBuilder();
        foreach (string option in Lines(text.Options, count, line)) list.Append(list.Length > 0 ? "\n" : "").Append("- ").Append(option);
        int more = text.MoreOptions + text.Options.Count - count;
        if (more > 0) list.Append(' ').Append(GlancePhrases.More.With("count", more.ToString(CultureInfo.InvariantCulture)).In(language));
        return list.ToString();
    }

    private static IEnumerable<string> Lines(IReadOnlyList<string> texts, int count, int line) => texts.Take(count).Select(text => Clip.Neutralised(text, line));

    private sealed record Taken
    {
        public int Facts { get; set; }

        public int Options { get; set; }

        public int ToConfirm { get; set; }

        public int Remarks { get; set; }
    }
}
