using Cds.Knowledge;
using Cds.Knowledge.Recommendations;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Proposals;

/// <summary>
/// Makes a complete draft MedicationRequest (FHIR R4, intent <c>proposal</c>) of a drug order, coded in the drug systems that the patient's own
/// data use. What the order leaves to the prescriber is left out, never filled in.
/// </summary>
/// <param name="knowledge">Names of drugs.</param>
/// <param name="codes">Codes of drugs.</param>
public sealed class MedicationRequestProposal(KnowledgeBase knowledge, CodeMap codes)
{
    private readonly DrugConcept _drugs = new(knowledge, codes);

    /// <summary>The draft.</summary>
    /// <param name="order">The order.</param>
    /// <param name="subject">Reference of the patient, for example <c>Patient/p1</c>.</param>
    /// <param name="systems">Code systems that the patient's data use.</param>
    /// <param name="language">Language of the texts.</param>
    public MedicationRequest Build(DrugOrder order, string subject, CodeSystemsInUse systems, Language language)
    {
        ArgumentNullException.ThrowIfNull(order);
        return new MedicationRequest
        {
            StatusElement = new Code<MedicationRequest.MedicationrequestStatus>(MedicationRequest.MedicationrequestStatus.Draft),
            IntentElement = new Code<MedicationRequest.MedicationRequestIntent>(MedicationRequest.MedicationRequestIntent.Proposal),
            Medication = _drugs.For(order.DrugId, systems, language),
            Subject = new ResourceReference(subject),
            ReasonCode = ProposalParts.Reason(order, language),
            DosageInstruction =
            [
                new Dosage
                {
                    Text = order.Text.In(language),
                    Timing = OrderTiming.Of(order, language),
                    Route = OrderRoutes.Concept(order.Route, language),
                    DoseAndRate = Dose(order),
                },
            ],
        };
    }

    private static List<Dosage.DoseAndRateComponent> Dose(DrugOrder order)
    {
        if (order.DoseAmount is not { } amount || order.DoseUnit is not { } unit) return [];
        DataType dose = order.DoseAmountHigh is { } high && high != amount
            ? new Hl7.Fhir.Model.Range { Low = ProposalParts.Quantity(amount, unit), High = ProposalParts.Quantity(high, unit) }
            : ProposalParts.Quantity(amount, unit);
        return [new Dosage.DoseAndRateComponent { Dose = dose }];
    }
}
