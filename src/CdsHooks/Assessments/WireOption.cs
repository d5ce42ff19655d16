namespace Cds.CdsHooks.Assessments;

/// <summary>One thing that can be done.</summary>
public sealed record WireOption
{
    /// <summary>Regimen, drug, fact or other option id.</summary>
    public required string Id { get; init; }

    /// <summary>Name for readers.</summary>
    public required string Title { get; init; }

    /// <summary><c>recommended</c>, <c>alternative</c>, <c>caution</c> or <c>avoid</c>.</summary>
    public required string Standing { get; init; }

    /// <summary>Why it stands so, for readers.</summary>
    public required IEnumerable<string> Reasons { get; init; }

    /// <summary>Stable codes of the reasons that have one (<c>off-label</c>).</summary>
    public IEnumerable<string>? ReasonCodes { get; init; }

    /// <summary>What to confirm before choosing it.</summary>
    public IEnumerable<string>? ToConfirm { get; init; }

    /// <summary>With <c>explain=all</c>: every reason with its code and data.</summary>
    public IEnumerable<WireOptionReason>? Explanation { get; init; }

    /// <summary>What trials showed.</summary>
    public IEnumerable<WireEvidence>? Evidence { get; init; }

    /// <summary>Orders that carry it out, one line each.</summary>
    public IEnumerable<string>? Orders { get; init; }

    internal static WireOption Of(Option option, Language language, bool explains) => new()
    {
        Id = option.Id,
        Title = option.Title.In(language),
        Standing = WireName.Of(option.Standing),
        Reasons = option.Reasons.Select(reason => reason.Text.In(language)),
        ReasonCodes = CodesOf(option),
        ToConfirm = option.ToConfirm.Filled(text => text.In(language)),
        Explanation = explains ? option.Reasons.Select(reason => WireOptionReason.Of(reason, language)) : null,
        Evidence = option.Evidence.Filled(evidence => WireEvidence.Of(evidence, language)),
        Orders = option.Orders.Filled(order => order.Text.In(language)),
    };

    /// <summary>The codes of the reasons that have one; null where none has.</summary>
    internal static IEnumerable<string>? CodesOf(Option option) =>
        option.Reasons.Any(reason => reason.Code is not null) ? option.Reasons.Select(reason => reason.Code).OfType<string>() : null;
}
