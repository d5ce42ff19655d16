namespace Cds.CdsHooks.Description;

/// <summary>What a document says to do for the patient.</summary>
public sealed record RecommendationDescription
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
    public required IReadOnlyList<OptionDescription> Options { get; init; }

    /// <summary>With <c>explain=all</c>: options that were left out.</summary>
    public IReadOnlyList<ExcludedOptionDescription>? Excluded { get; init; }

    /// <summary>With <c>explain=all</c> and status <c>not-applicable</c>: the conditions that do not hold, in words.</summary>
    public IReadOnlyList<string>? NotHolding { get; init; }

    /// <summary>The data used.</summary>
    public required IReadOnlyList<BasisDescription> Basis { get; init; }

    /// <summary>Ids of facts or drugs that would decide it.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>What a person has to confirm before acting.</summary>
    public IReadOnlyList<string>? ToConfirm { get; init; }

    /// <summary>Further explanation for this patient.</summary>
    public IReadOnlyList<string>? Information { get; init; }

    /// <summary>What a reader has to know of it where it is beyond the documents; absent for a recommendation of theirs.</summary>
    public ModuleOriginDescription? Module { get; init; }

    /// <summary>Trials that bear on the question as a whole.</summary>
    public IReadOnlyList<EvidenceDescription>? Evidence { get; init; }

    /// <summary>Where it comes from.</summary>
    public required IReadOnlyList<CitationDescription> Citations { get; init; }
}

/// <summary>One thing that can be done.</summary>
public sealed record OptionDescription
{
    /// <summary>Regimen, drug, fact or other option id.</summary>
    public required string Id { get; init; }

    /// <summary>Name for readers.</summary>
    public required string Title { get; init; }

    /// <summary><c>recommended</c>, <c>alternative</c>, <c>caution</c> or <c>avoid</c>.</summary>
    public required string Standing { get; init; }

    /// <summary>Why it stands so, for readers.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>Stable codes of the reasons that have one (<c>off-label</c>).</summary>
    public IReadOnlyList<string>? ReasonCodes { get; init; }

    /// <summary>With <c>explain=all</c>: every reason with its code and data.</summary>
    public IReadOnlyList<OptionReasonDescription>? Explanation { get; init; }

    /// <summary>What to confirm before choosing it.</summary>
    public IReadOnlyList<string>? ToConfirm { get; init; }

    /// <summary>What trials showed.</summary>
    public IReadOnlyList<EvidenceDescription>? Evidence { get; init; }

    /// <summary>Orders that carry it out, one line each.</summary>
    public IReadOnlyList<string>? Orders { get; init; }
}

/// <summary>An option that a document lists but that is not usable for the patient.</summary>
public sealed record ExcludedOptionDescription
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
    public required IReadOnlyList<BasisDescription> Basis { get; init; }
}

/// <summary>A reason for the standing of an option.</summary>
public sealed record OptionReasonDescription
{
    /// <summary>Stable code, when it has one.</summary>
    public string? Code { get; init; }

    /// <summary>The reason for readers.</summary>
    public required string Text { get; init; }

    /// <summary>The data behind it.</summary>
    public required IReadOnlyList<BasisDescription> Basis { get; init; }
}

/// <summary>What a trial showed, as printed.</summary>
public sealed record EvidenceDescription
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
    public required CitationDescription Citation { get; init; }
}
