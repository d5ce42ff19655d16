using Cds.FhirMapping.DataTypes;
using Cds.FhirMapping.Json;
using Cds.FhirMapping.Terminology;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Recommendations;

namespace Cds.FhirMapping.Resources;

/// <summary>Reads orders that are being written, whatever their status and intent. They are no exposure.</summary>
/// <param name="context">The reading.</param>
/// <param name="medications">Recognises drugs.</param>
/// <param name="selections">References of the orders to judge; null for all.</param>
internal sealed class DraftOrderReader(ReadingContext context, MedicationReader medications, IReadOnlyCollection<string>? selections)
{
    public List<DraftOrder> Orders { get; } = [];

    public List<DraftService> Services { get; } = [];

    public void ReadMedication(ResourceEntry entry)
    {
        FhirElement json = entry.Json;
        if (json["doNotPerform"].Boolean == true || !context.IsAboutPatient(entry, "subject")) return;
        bool selected = selections is null || selections.Contains(entry.Reference) || (entry.FullUrl is { } url && selections.Contains(url));
        FhirElement dosages = json["dosageInstruction"];
        foreach (RecognisedDrug drug in medications.DrugsOf(entry))
        {
            DrugRecord record = medications.Record(drug, DrugRecordSource.Request, DrugRecordStatus.Active, entry.Reference, dosages);
            Orders.Add(new DraftOrder(drug.Id, entry.Reference, selected)
            {
                DoseAmount = record.DoseAmount,
                DoseUnit = record.DoseUnit,
                DosesPer28Days = record.DosesPer28Days,
                Route = RouteReader.Read(dosages, context),
                Replaces = [.. Replaced(json).Distinct()],
                MatchedByText = drug.ByText,
            });
        }
    }

    public void ReadService(ResourceEntry entry)
    {
        if (entry.Json["doNotPerform"].Boolean == true || !context.IsAboutPatient(entry, "subject")) return;
        CodeableConcept code = context.Concept(entry.Json["code"]);
        IEnumerable<string> facts = context.Codes.Find(code, TargetKind.Fact).Where(context.Knowledge.Facts.ContainsKey);
        IEnumerable<string> actions = context.Codes.Find(code, TargetKind.Action).Where(context.Knowledge.Actions.ContainsKey);
        foreach (string id in facts.Concat(actions)) Services.Add(new DraftService(id, entry.Reference));
    }

    /// <summary>The orders that this one continues, renews or takes the place of.</summary>
    private static IEnumerable<string> Replaced(FhirElement json)
    {
        foreach (string element in (string[])["priorPrescription", "basedOn", "replaces"])
        {
            foreach (FhirElement reference in json[element].Items)
            {
                if (reference["reference"].Text is { } text) yield return ReferenceResolver.Relative(text) ?? text;
            }
        }
    }
}
