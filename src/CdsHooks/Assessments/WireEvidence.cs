using Cds.Knowledge.Therapy;

namespace Cds.CdsHooks.Assessments;

/// <summary>What a trial showed, as printed.</summary>
public sealed record WireEvidence
{
    /// <summary>Trial.</summary>
    public required string Trial { get; init; }

    /// <summary>Who was studied.</summary>
    public required string Population { get; init; }

    /// <summary>Endpoint.</summary>
    public required string Endpoint { get; init; }

    /// <summary>Result of the regimen.</summary>
    public string? Result { get; init; }

    /// <summary>Comparator arm.</summary>
    public string? Comparator { get; init; }

    /// <summary>Result of the comparator arm.</summary>
    public string? ComparatorResult { get; init; }

    /// <summary>Hazard ratio.</summary>
    public decimal? HazardRatio { get; init; }

    /// <summary>p value.</summary>
    public string? P { get; init; }

    /// <summary>Evidence level.</summary>
    public string? Level { get; init; }

    /// <summary>Bibliographic reference.</summary>
    public string? Reference { get; init; }

    /// <summary>Where the document reports it.</summary>
    public required WireCitation Citation { get; init; }

    internal static WireEvidence Of(Evidence evidence, Language language) => new()
    {
        Trial = evidence.Trial.In(language),
        Population = evidence.Population.In(language),
        Endpoint = evidence.Endpoint.In(language),
        Result = evidence.Result?.In(language),
        Comparator = evidence.Comparator?.In(language),
        ComparatorResult = evidence.ComparatorResult?.In(language),
        HazardRatio = evidence.HazardRatio,
        P = evidence.P,
        Level = evidence.Level,
        Reference = evidence.Reference,
        Citation = new WireCitation(evidence.Citations[0].Document, string.Join(", ", evidence.Citations.Select(citation => citation.Place.En))),
    };
}
