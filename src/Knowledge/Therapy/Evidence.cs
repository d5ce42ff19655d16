using Cds.Knowledge.Documents;

namespace Cds.Knowledge.Therapy;

/// <summary>What a trial showed, as data.</summary>
public sealed record Evidence
{
    /// <summary>Trial name, or a short description when it has none.</summary>
    public required LocalizedText Trial { get; init; }

    /// <summary>Who was studied.</summary>
    public required LocalizedText Population { get; init; }

    /// <summary>Endpoint id: <c>PFS</c>, <c>OS</c>, <c>TTP</c>, <c>ORR</c>, ...</summary>
    public required LocalizedText Endpoint { get; init; }

    /// <summary>Result of the regimen as printed with its unit, for example <c>16.7 months</c>.</summary>
    public LocalizedText? Result { get; init; }

    /// <summary>Comparator arm.</summary>
    public LocalizedText? Comparator { get; init; }

    /// <summary>Result of the comparator arm.</summary>
    public LocalizedText? ComparatorResult { get; init; }

    /// <summary>Hazard ratio as printed.</summary>
    public decimal? HazardRatio { get; init; }

    /// <summary>p value as printed.</summary>
    public string? P { get; init; }

    /// <summary>Evidence level as the document grades the reference, for example <c>1iiDiii</c>.</summary>
    public string? Level { get; init; }

    /// <summary>Bibliographic reference (author, journal, year).</summary>
    public string? Reference { get; init; }

    /// <summary>Where the documents report it.</summary>
    public required IReadOnlyList<Citation> Citations { get; init; }

    /// <summary>The same figures for a reader who comes from the comparator arm.</summary>
    /// <param name="arm">The arm that the figures were written for.</param>
    public Evidence FromComparator(LocalizedText arm) => this with { Result = ComparatorResult, Comparator = arm, ComparatorResult = Result };
}
