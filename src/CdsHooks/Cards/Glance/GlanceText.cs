namespace Cds.CdsHooks.Cards.Glance;

/// <summary>What a card says at a glance, part by part, as plain text in the language of the answer. <see cref="GlanceWriter"/> brings it to the length that is read.</summary>
/// <param name="Advice">The advice in one sentence; empty where the lines are what the card has to say.</param>
/// <param name="Source">Work and place, with the date up to which the text speaks.</param>
internal sealed record GlanceText(string Advice, string Source)
{
    /// <summary>What everything else rests on and has to be read first; null when there is nothing.</summary>
    public string? Notice { get; init; }

    /// <summary>What is read side by side, one below the other: the stages.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>The facts that decide, the most decisive first.</summary>
    public IReadOnlyList<string> Facts { get; init; } = [];

    /// <summary>The first options, each with one reason.</summary>
    public IReadOnlyList<GlanceOption> Options { get; init; } = [];

    /// <summary>How many options there are besides.</summary>
    public int MoreOptions { get; init; }

    /// <summary>What to confirm before acting.</summary>
    public IReadOnlyList<string> ToConfirm { get; init; } = [];

    /// <summary>Further sentences, the most important first.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>How many of the first remarks explain the lines, so that without them the lines would puzzle.</summary>
    public int RemarksOnLines { get; init; }
}
