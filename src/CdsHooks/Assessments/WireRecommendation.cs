using Cds.Knowledge.Criteria;

namespace Cds.CdsHooks.Assessments;

/// <summary>What a document says to do for the patient.</summary>
public sealed record WireRecommendation
{
    /// <summary>Stable id, for example <c>prophylaxis.herpes-zoster</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Name for readers.</summary>
    public required string Title { get; init; }

    /// <summary>Card topic.</summary>
    public required string Topic { get; init; }

    /// <summary><c>due</c>, <c>satisfied</c> or <c>indeterminate</c>; with <c>explain=all</c> also <c>not-applicable</c>.</summary>
    public required string Status { get; init; }

    /// <summary>Grade as the document prints it.</summary>
    public string? Grade { get; init; }

    /// <summary>Evidence level as the document prints it.</summary>
    public string? EvidenceLevel { get; init; }

    /// <summary>One sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>Options, the first one ranks first.</summary>
    public required IEnumerable<WireOption> Options { get; init; }

    /// <summary>With <c>explain=all</c>: options that were left out.</summary>
    public IEnumerable<WireExcludedOption>? Excluded { get; init; }

    /// <summary>With <c>explain=all</c> and status <c>not-applicable</c>: the conditions that do not hold, in words.</summary>
    public IEnumerable<string>? NotHolding { get; init; }

    /// <summary>The data used.</summary>
    public required IEnumerable<WireBasis> Basis { get; init; }

    /// <summary>Ids of facts or drugs that would decide it.</summary>
    public required IEnumerable<string> Missing { get; init; }

    /// <summary>What a person has to confirm before acting.</summary>
    public IEnumerable<string>? ToConfirm { get; init; }

    /// <summary>Further explanation for this patient.</summary>
    public IEnumerable<string>? Information { get; init; }

    /// <summary>Trials that bear on the question as a whole.</summary>
    public IEnumerable<WireEvidence>? Evidence { get; init; }

    /// <summary>Where it comes from.</summary>
    public required IEnumerable<WireCitation> Citations { get; init; }

    /// <summary>What a reader has to know of it where it is beyond the documents; absent for what the documents say.</summary>
    public WireModuleOrigin? Module { get; init; }

    /// <summary>The recommendation; with words for conditions also why each option stands so, which were left out, and why it does not apply.</summary>
    internal static WireRecommendation Of(Recommendation recommendation, Language language, CriterionWording? explained) => new()
    {
        Id = recommendation.Id,
        Title = recommendation.Definition.Title.In(language),
        Topic = recommendation.Definition.Topic,
        Status = WireName.Of(recommendation.Status),
        Grade = recommendation.Definition.Grade?.In(language),
        EvidenceLevel = recommendation.Definition.EvidenceLevel,
        Summary = recommendation.Summary.In(language),
        Options = recommendation.Options.Select(option => WireOption.Of(option, language, explained is not null)),
        Excluded = explained is null ? null : recommendation.Excluded.Select(option => WireExcludedOption.Of(option, explained, language)),
        NotHolding = explained is null ? null : recommendation.NotHolding.Filled(criterion => explained.Of(criterion).Sentence.In(language)),
        Basis = recommendation.Basis.Select(basis => WireBasis.Of(basis, language)),
        Missing = recommendation.Missing,
        ToConfirm = recommendation.ToConfirm.Filled(text => text.In(language)),
        Information = recommendation.Information.Filled(text => text.In(language)),
        Evidence = recommendation.Definition.Evidence.Filled(evidence => WireEvidence.Of(evidence, language)),
        Citations = recommendation.Definition.Citations.Select(WireCitation.Of),
        Module = WireModuleOrigin.Of(recommendation.Definition.Origin),
    };
}
