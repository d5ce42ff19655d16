namespace Cds.Knowledge.Wording;

/// <summary>A criterion in words: one statement, or a heading over the parts that it joins.</summary>
/// <param name="Text">Statement, or heading (<c>all of</c>, <c>at least 2 of</c>).</param>
/// <param name="Parts">The joined parts; empty for a statement.</param>
public sealed record Clause(LocalizedText Text, IReadOnlyList<Clause> Parts)
{
    /// <summary>A statement.</summary>
    public static Clause Statement(LocalizedText text) => new(text, []);

    /// <summary>Parts under a heading; a single part needs none.</summary>
    public static Clause Joined(LocalizedText heading, IReadOnlyList<Clause> parts) => parts.Count == 1 ? parts[0] : new Clause(heading, parts);

    /// <summary>The clause with a remark right behind its statement or heading (within 30 days, since the diagnosis).</summary>
    public Clause Followed(LocalizedText remark) => this with { Text = Text.Joined(" ", "", remark) };

    /// <summary>The whole clause in one line, parts in brackets.</summary>
    public LocalizedText Sentence => Parts.Count == 0 ? Text : new LocalizedText(
        $"{Text.En} ({string.Join("; ", Parts.Select(part => part.Sentence.En))})",
        $"{Text.Ja}（{string.Join("；", Parts.Select(part => part.Sentence.Ja))}）");
}
