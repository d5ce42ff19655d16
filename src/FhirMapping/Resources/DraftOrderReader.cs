using Cds.FhirMapping.DataTypes;
using Cds.FhirMapping.Reading;
using Cds.Knowledge.Patients;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Resources;

/// <summary>
/// Reads orders being written. Anything but the drug may be missing, and the status may be any that is not over: changed orders are signed
/// again. An order not to give something is none to judge.
/// </summary>
internal sealed class DraftOrderReader(ReadingContext context, MedicationReader medications, ServiceRequestReader services, DraftOrderBundle drafts)
{
    private static readonly string[] Over = ["cancelled", "stopped", "completed", "ended", "entered-in-error", "revoked"];

    private readonly List<DraftOrder> _orders = [];
    private readonly List<DraftService> _services = [];

    /// <summary>Drug orders, in the order of the Bundle.</summary>
    public IReadOnlyList<DraftOrder> Orders => _orders;

    /// <summary>Examinations and services.</summary>
    public IReadOnlyList<DraftService> Services => _services;

    /// <summary>Reads all entries.</summary>
    public void ReadAll()
    {
        foreach (ResourceEntry entry in drafts.Entries)
        {
            switch (entry.Resource)
            {
                case MedicationRequest order when IsToBeDone(entry, order.StatusElement, order.DoNotPerformElement, order.Subject):
                    ReadDrug(entry, order);
                    break;
                case ServiceRequest order when IsToBeDone(entry, order.StatusElement, order.DoNotPerformElement, order.Subject):
                    _services.AddRange(services.IdsOf(order).Select(id => new DraftService(id, entry.Reference)));
                    break;
                default:
                    break;
            }
        }
    }

    private bool IsToBeDone(ResourceEntry entry, PrimitiveType? status, FhirBoolean? doNotPerform, ResourceReference? subject) =>
        !(StatusWords.Of(status) is { } word && Over.Contains(word)) && doNotPerform.Truth() != true && context.IsAboutPatient(entry, subject);

    private void ReadDrug(ResourceEntry entry, MedicationRequest order)
    {
        foreach (RecognisedDrug drug in medications.DrugsOf(entry))
        {
            DrugRecord dosed = medications.Record(drug, DrugRecordSource.Request, DrugRecordStatus.Active, entry, DosageReading.Read(order.DosageInstruction));
            _orders.Add(new DraftOrder(drug.Id, entry.Reference, drafts.IsSelected(entry.Reference))
            {
                DoseAmount = dosed.DoseAmount,
                DoseUnit = dosed.DoseUnit,
                DosesPer28Days = dosed.DosesPer28Days,
                Route = RouteReader.Read(order.DosageInstruction.Select(d => d.Route), context),
                Replaces = [.. References([order.PriorPrescription, .. order.BasedOn])],
                MatchedByText = drug.ByText,
            });
        }
    }

    private static IEnumerable<string> References(IEnumerable<ResourceReference?> references) =>
        references.Select(r => r?.ReferenceElement.Text()).OfType<string>().Select(text => ReferenceResolver.Relative(text) ?? text);
}
