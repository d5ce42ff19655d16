using Cds.Knowledge.Criteria;

namespace Cds.CdsHooks.Assessments;

/// <summary>An option that a document lists but that is not usable for the patient.</summary>
public sealed record WireExcludedOption
{
    /// <summary>Option id.</summary>
    public required string Id { get; init; }

    /// <summary>Name for readers.</summary>
    public required string Title { get; init; }

    /// <summary>Why it was left out.</summary>
    public required string Reason { get; init; }

    /// <summary>Stable code of the reason.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>The condition under which the document lists it, in words, when that does not hold.</summary>
    public string? ListedWhen { get; init; }

    /// <summary>The data behind the reason.</summary>
    public required IEnumerable<WireBasis> Basis { get; init; }

    internal static WireExcludedOption Of(ExcludedOption option, CriterionWording wording, Language language) => new()
    {
        Id = option.Id,
        Title = option.Title.In(language),
        Reason = option.Reason.Text.In(language),
        ReasonCode = option.Reason.Code,
        ListedWhen = option.ListedWhen is { } listed ? wording.Of(listed).Sentence.In(language) : null,
        Basis = option.Reason.Basis.Select(basis => WireBasis.Of(basis, language)),
    };
}
