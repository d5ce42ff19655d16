namespace Cds.CdsHooks.Cards.Glance;

/// <summary>What a short detail has taken up so far, each text as it will stand, and how it is written.</summary>
/// <param name="Notice">The notice; empty for none.</param>
/// <param name="Advice">The advice; empty for none.</param>
/// <param name="Source">The source.</param>
internal sealed record GlanceBlocks(string Notice, string Advice, string Source)
{
    /// <summary>A hard line break of Markdown.</summary>
    private const string LineBreak = "  \n";

    public IReadOnlyList<string> Lines { get; init; } = [];

    public IReadOnlyList<string> Facts { get; init; } = [];

    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>How many options are not shown.</summary>
    public int MoreOptions { get; init; }

    public IReadOnlyList<string> Remarks { get; init; } = [];

    public IReadOnlyList<string> ToConfirm { get; init; } = [];

    /// <summary>The detail as Markdown.</summary>
    public string Write(Language language) => string.Join("\n\n", new[]
    {
        Notice,
        Advice,
        string.Join(LineBreak, Lines),
        Ended(string.Join(GlancePhrases.FactSeparator.In(language), Facts), language),
        List(language),
        string.Join(GlancePhrases.SentenceSeparator.In(language), Remarks),
        ToConfirm.Count == 0 ? "" : Ended(GlancePhrases.ToConfirm.In(language) + string.Join(GlancePhrases.ConfirmSeparator.In(language), ToConfirm), language),
        Source,
    }.Where(block => block.Length > 0));

    private static string Ended(string block, Language language) => block.Length == 0 || Clip.IsCut(block) ? block : block + GlancePhrases.FullStop.In(language);

    private string List(Language language)
    {
        string list = string.Join('\n', Options.Select(option => "- " + option));
        return MoreOptions == 0 || list.Length == 0 ? list : list + GlancePhrases.More.With("count", MoreOptions.ToString(CultureInfo.InvariantCulture)).In(language);
    }
}
