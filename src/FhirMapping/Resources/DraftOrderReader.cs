using Cds.FhirMapping.DataTypes;
using Cds.FhirMapping.Json;
using Cds.Knowledge.Patients;

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
        foreach (ResourceEntry entry in drafts.Entries.Where(e => e.Type is "MedicationRequest" or "ServiceRequest"))
        {
            if (entry.Json["status"].Text is { } status && Over.Contains(status)) continue;
            if (entry.Json["doNotPerform"].Boolean == true || !context.IsAboutPatient(entry, "subject")) continue;
            if (entry.Type == "MedicationRequest") ReadDrug(entry);
            else _services.AddRange(services.IdsOf(entry).Select(id => new DraftService(id, entry.Reference)));
        }
    }

    private void ReadDrug(ResourceEntry entry)
    {
        FhirElement dosages = entry.Json["dosageInstruction"];
        foreach (RecognisedDrug drug in medications.DrugsOf(entry))
        {
            DrugRecord dosed = medications.Record(drug, DrugRecordSource.Request, DrugRecordStatus.Active, entry, dosages);
            _orders.Add(new DraftOrder(drug.Id, entry.Reference, drafts.IsSelected(entry.Reference))
            {
                DoseAmount = dosed.DoseAmount,
                DoseUnit = dosed.DoseUnit,
                DosesPer28Days = dosed.DosesPer28Days,
                Route = RouteReader.Read(dosages, context),
                Replaces = [.. References(entry.Json["priorPrescription"]).Concat(References(entry.Json["basedOn"]))],
                MatchedByText = drug.ByText,
            });
        }
    }

    private static IEnumerable<string> References(FhirElement references) =>
        references.Items.Select(r => r["reference"].Text).OfType<string>().Select(text => ReferenceResolver.Relative(text) ?? text);
}
