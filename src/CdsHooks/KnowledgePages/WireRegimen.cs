using Cds.CdsHooks.Assessments;
using Cds.Knowledge.Therapy;

namespace Cds.CdsHooks.KnowledgePages;

/// <summary>A regimen.</summary>
public sealed record WireRegimen
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>Name for readers.</summary>
    public required string Title { get; init; }

    /// <summary>Drug ids.</summary>
    public required IEnumerable<string> Drugs { get; init; }

    /// <summary>Length of a cycle in days.</summary>
    public int? CycleDays { get; init; }

    /// <summary>Drugs that are off-label in the jurisdiction of the service by its table of approvals.</summary>
    public IEnumerable<string>? OffLabel { get; init; }

    /// <summary>Where it comes from.</summary>
    public required IEnumerable<WireCitation> Citations { get; init; }

    internal static WireRegimen Of(Regimen regimen, KnowledgeBase knowledge, Language language) => new()
    {
        Id = regimen.Id,
        Title = regimen.Title.In(language),
        Drugs = regimen.Drugs.Select(drug => drug.Drug).Distinct(),
        CycleDays = regimen.CycleDays,
        OffLabel = knowledge.OffLabelDrugs(regimen).ToArray().Filled(),
        Citations = regimen.Citations.Select(WireCitation.Of),
    };
}
