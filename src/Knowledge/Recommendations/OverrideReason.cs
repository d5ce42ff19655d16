namespace Cds.Knowledge.Recommendations;

/// <summary>A reason for which a clinician may set a card aside.</summary>
/// <param name="Id">Code.</param>
/// <param name="Title">Display.</param>
/// <param name="IsLasting">Whether it holds beyond today (contraindicated) or not (decided later).</param>
public sealed record OverrideReason(string Id, LocalizedText Title, bool IsLasting)
{
    /// <summary>Whether it speaks of one option, so that it is offered only where there is one (contraindicated, toxicity).</summary>
    public bool IsOfOneOption { get; init; }

    /// <summary>Whether it holds, without limit of time, until what the card says changes (noted).</summary>
    public bool IsUntilChanged { get; init; }

    /// <summary>Code for it in HL7's non-adherence reason codes (CDS Hooks 3.0); null where none fits.</summary>
    public string? Standard { get; init; }

    /// <summary>Its place among the reasons of the card of what is missing, lowest first; null when it is none of them.</summary>
    public int? PlaceForMissingData { get; init; }
}
