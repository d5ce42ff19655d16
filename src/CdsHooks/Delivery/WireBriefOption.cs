using Cds.CdsHooks.Assessments;

namespace Cds.CdsHooks.Delivery;

/// <summary>An option in the data of a card: evidence and orders stand in the card itself.</summary>
/// <param name="Id">Regimen, drug, fact or other option id.</param>
/// <param name="Title">Name for readers.</param>
/// <param name="Standing"><c>recommended</c>, <c>alternative</c>, <c>caution</c> or <c>avoid</c>.</param>
/// <param name="Reasons">Why it stands so, for readers.</param>
/// <param name="ReasonCodes">Stable codes of the reasons that have one.</param>
/// <param name="ToConfirm">What to confirm before choosing it.</param>
public sealed record WireBriefOption(
    string Id, string Title, string Standing, IEnumerable<string>? Reasons = null, IEnumerable<string>? ReasonCodes = null, IEnumerable<string>? ToConfirm = null)
{
    internal static WireBriefOption Of(Option option, Language language) => new(
        option.Id,
        option.Title.In(language),
        WireName.Of(option.Standing),
        option.Reasons.Filled(reason => reason.Text.In(language)),
        WireOption.CodesOf(option),
        option.ToConfirm.Filled(text => text.In(language)));
}
