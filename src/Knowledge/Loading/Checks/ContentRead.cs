using Cds.Knowledge.Conclusions;
using Cds.Knowledge.Recommendations;

namespace Cds.Knowledge.Loading.Checks;

/// <summary>Everything that was read, with its places, for the checks of sense.</summary>
internal sealed record ContentRead
{
    public required Vocabulary Vocabulary { get; init; }

    public required LayeredEntries Entries { get; init; }

    public required IReadOnlyList<Drug> Drugs { get; init; }

    public required IReadOnlyList<DoseRange> DoseRanges { get; init; }

    public required IReadOnlyList<Regimen> Regimens { get; init; }

    public required IReadOnlyList<ConclusionDefinition> Conclusions { get; init; }

    public required IReadOnlyList<RecommendationDefinition> Recommendations { get; init; }

    public required StatedReasons Reasons { get; init; }

    /// <summary>Reports a defect where the part stands (at one of its members when one is named), or at its entry when nobody marked the part.</summary>
    public void Defect(object part, string kind, string id, string what, string? member = null)
    {
        if (Vocabulary.Places.Of(part) is { } place) place.Defect(what, member);
        else Entries.Defect(kind, id, what);
    }

    /// <summary>Every criterion of every entry, those inside others included.</summary>
    public IEnumerable<PlacedCriterion> Criteria() =>
    [
        .. Conclusions.SelectMany(c => c.Criteria().SelectMany(w => PlacedCriterion.Within(this, "conclusions", c.Id, w))),
        .. Recommendations.SelectMany(r => r.Criteria().SelectMany(w => PlacedCriterion.Within(this, "recommendations", r.Id, w))),
        .. Drugs.SelectMany(d => Of(d).SelectMany(w => PlacedCriterion.Within(this, "drugs", d.Id, w))),
        .. Regimens.SelectMany(r => r.Drugs.SelectMany(d => d.Bands).SelectMany(a => PlacedCriterion.Within(this, "regimens", r.Id, a.When))),
    ];

    private static IEnumerable<Criterion> Of(Drug drug) =>
        [.. drug.Rules.Select(r => r.When), .. drug.ToConfirm.Select(r => r.When), .. drug.Bands.Select(a => a.When)];
}
