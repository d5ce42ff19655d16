using Cds.Knowledge.Approvals;

namespace Cds.Knowledge.Criteria;

/// <summary>A sentence that is added when its condition holds.</summary>
/// <param name="When">Holds when it applies.</param>
/// <param name="Text">The sentence; <c>{autologous-transplant+60d}</c> stands for the date of day 60, <c>{approval:id}</c> for how an approval stood.</param>
public sealed record InformationRule(Criterion When, LocalizedText Text)
{
    /// <summary>The sentence for one patient, with the dates that it counts from events.</summary>
    internal LocalizedText TextFor(PatientContext patient) => ApprovalTexts.Fill(EventDates.Fill(Text, patient), patient);
}
