using Cds.Knowledge.Values;

namespace Cds.Knowledge.Recommendations;

/// <summary>A reason for which a clinician may set a card aside.</summary>
/// <param name="Id">Code.</param>
/// <param name="Title">Display.</param>
/// <param name="IsLasting">Whether it holds beyond today (contraindicated) or not (decided later).</param>
public sealed record OverrideReason(string Id, LocalizedText Title, bool IsLasting)
{
    /// <summary>Its place among the reasons of the card of what is missing, lowest first; null when it is none of them.</summary>
    public int? PlaceForMissingData { get; init; }
}
