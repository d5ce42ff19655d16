namespace Cds.CdsHooks.Cards.Glance;

/// <summary>
/// Writes a short detail within its budget. It begins with what always stands (notice, advice, source, two facts); further texts are taken up in the order of their
/// importance while there is room, whole where that is possible, so that no text of a patient or of an author can make the whole longer.
/// </summary>
internal sealed class GlanceWriter(Language language)
{
    private const int FewestFacts = 2, FirstLines = 2, MostLines = 8, MostFacts = 5, MostOptions = 3, MostToConfirm = 3, MostRemarks = 3;

    /// <summary>Where there is room a text may be so many times as long as a line.</summary>
    private const int LinesOfOneText = 4;

    /// <summary>Less of a reason tells nothing.</summary>
    private const int FewestOfReason = 12;

    private readonly GlanceLengths _lengths = GlanceLengths.Of(language);

    /// <summary>The detail as Markdown.</summary>
    public string Write(GlanceText text)
    {
        var blocks = new GlanceBlocks(Clip.Neutralised(text.Notice ?? "", _lengths.Notice), Clip.Neutralised(text.Advice, _lengths.Advice), Clip.Neutralised(text.Source, _lengths.Source))
        {
            Facts = [.. text.Facts.Take(FewestFacts).Select(fact => Clip.Neutralised(fact, _lengths.Line))],
        };
        foreach (IEnumerable<GlanceBlocks> forms in Steps(text).Select(step => step(blocks)))
            blocks = forms.FirstOrDefault(longer => longer.Write(language).Length <= _lengths.All) ?? blocks;

        return blocks.Write(language);
    }

    /// <summary>What is taken up, the most important first: each step gives the forms that it may take, the longest first.</summary>
    private IEnumerable<Func<GlanceBlocks, IEnumerable<GlanceBlocks>>> Steps(GlanceText text) =>
    [
        .. Lines(text, 0, FirstLines),
        .. Remarks(text, 0, Math.Min(text.RemarksOnLines, MostRemarks)),
        .. Lines(text, FirstLines, MostLines),
        .. text.Facts.Take(FewestFacts).Select((fact, i) => With(Forms(fact), (blocks, form) => blocks with { Facts = [.. blocks.Facts.Take(i), form, .. blocks.Facts.Skip(i + 1)] })),
        .. Options(text, 0, 1, LinesOfOneText),
        .. Options(text, 1, 2, 1),
        .. Remarks(text, text.RemarksOnLines, 1),
        .. ToConfirm(text, 0, 1),
        .. Options(text, 2, MostOptions, LinesOfOneText),
        .. Remarks(text, Math.Max(1, text.RemarksOnLines), MostRemarks - 1),
        .. text.Facts.Take(MostFacts).Skip(FewestFacts).Select(fact => With(Forms(fact), (blocks, form) => blocks with { Facts = [.. blocks.Facts, form] })),
        .. ToConfirm(text, 1, MostToConfirm),
        .. Remarks(text, Math.Max(MostRemarks - 1, text.RemarksOnLines), MostRemarks),
    ];

    private static Func<GlanceBlocks, IEnumerable<GlanceBlocks>> With(IEnumerable<string> forms, Func<GlanceBlocks, string, GlanceBlocks> add) =>
        blocks => forms.Where(form => form.Length > 0).Select(form => add(blocks, form));

    private IEnumerable<Func<GlanceBlocks, IEnumerable<GlanceBlocks>>> Lines(GlanceText text, int from, int to) =>
        text.Lines.Take(to).Skip(from).Select(line => With(Forms(line), (blocks, form) => blocks with { Lines = [.. blocks.Lines, form] }));

    private IEnumerable<Func<GlanceBlocks, IEnumerable<GlanceBlocks>>> Options(GlanceText text, int from, int to, int lines)
    {
        int all = text.Options.Sum(option => option.Count) + text.MoreOptions;
        for (int i = from; i < Math.Min(to, text.Options.Count); i++)
        {
            int more = all - text.Options.Take(i + 1).Sum(option => option.Count);
            int place = i;

            // One that found no room ends the list: what is left out is counted, not skipped.
            yield return blocks => blocks.Options.Count < place ? [] : Forms(text.Options[place], lines).Select(form => blocks with { Options = [.. blocks.Options, form], MoreOptions = more });
        }
    }

    private IEnumerable<Func<GlanceBlocks, IEnumerable<GlanceBlocks>>> Remarks(GlanceText text, int from, int to) =>
        text.Remarks.Take(to).Skip(from).Select(remark => With(Forms(remark).Where(form => form.Length > 0 && !Clip.IsCut(form)).Select(Ended), (blocks, form) => blocks with { Remarks = [.. blocks.Remarks, form] }));

    private IEnumerable<Func<GlanceBlocks, IEnumerable<GlanceBlocks>>> ToConfirm(GlanceText text, int from, int to) =>
        text.ToConfirm.Take(to).Skip(from).Select(confirm => With(Forms(confirm), (blocks, form) => blocks with { ToConfirm = [.. blocks.ToConfirm, form] }));

    /// <summary>A remark that was shortened at the end of a clause is still a sentence.</summary>
    private string Ended(string remark) => remark[^1] is '.' or '。' ? remark : remark + GlancePhrases.FullStop.In(language);

    private string[] Forms(string text, int most = LinesOfOneText) => [.. LengthsOf(most).Select(length => Clip.Neutralised(text, length)).Distinct()];

    private IEnumerable<int> LengthsOf(int most) => new[] { LinesOfOneText, 2, 1 }.Where(lines => lines <= most).Select(lines => lines * _lengths.Line);

    /// <summary>With its whole reason, with as much of it as is whole by itself, or alone: half a reason may say the opposite.</summary>
    private string[] Forms(GlanceOption option, int lines)
    {
        string name = Clip.Neutralised(option.Name, _lengths.Line);
        return option.Reason is not { } reason ? Forms(option.Name) :
        [
            .. LengthsOf(lines).Select(length => Clip.Whole(option.Name + GlancePhrases.ReasonSeparator.In(language) + reason, length)).Distinct().Where(form => form.Length >= name.Length + FewestOfReason),
            name,
        ];
    }
}
