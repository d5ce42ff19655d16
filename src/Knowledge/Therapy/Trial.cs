namespace Cds.Knowledge.Therapy;

/// <summary>A trial, or another study, with the figures that the documents print. Rules and regimens name it; its figures stand nowhere else.</summary>
/// <param name="Id">Stable id, for example <c>maia</c>.</param>
/// <param name="Title">Its name, or a short description when it has none.</param>
/// <param name="Reports">What it showed, in parts that can be named alone.</param>
public sealed record Trial(string Id, LocalizedText Title, IReadOnlyList<TrialReport> Reports)
{
    /// <summary>The arm whose results the figures give, for readers who come from the other arm; null when nobody does.</summary>
    public LocalizedText? Arm { get; init; }
}

/// <summary>Figures of a trial for one population or question.</summary>
/// <param name="Id">Id within the trial; several reports may share it, and none has to have one.</param>
/// <param name="Figures">The figures in their order.</param>
public sealed record TrialReport(string? Id, IReadOnlyList<Evidence> Figures);
