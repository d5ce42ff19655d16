namespace Cds.Knowledge.Documents;

/// <summary>How places that leave room, or that differ, are read by the rules.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Text">What the rules follow, and what else could be read.</param>
/// <param name="Citations">The places.</param>
/// <param name="Rules">Conclusions, recommendations and regimens that follow it.</param>
public sealed record Interpretation(string Id, LocalizedText Text, IReadOnlyList<Citation> Citations, IReadOnlyList<string> Rules);
