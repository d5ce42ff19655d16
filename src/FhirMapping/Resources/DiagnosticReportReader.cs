using Cds.FhirMapping.Cytogenetics;
using Cds.FhirMapping.DataTypes;
using Cds.FhirMapping.Json;
using Cds.FhirMapping.Terminology;
using Cds.FhirMapping.Values;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Values;

namespace Cds.FhirMapping.Resources;

/// <summary>Reads DiagnosticReports: Observations that they contain, and the conclusion of a cytogenetic report.</summary>
internal sealed class DiagnosticReportReader(ReadingContext context, ObservationReader observations)
{
    private static readonly string[] NotCounting = ["entered-in-error", "cancelled", "registered"];

    public void Read(ResourceEntry entry)
    {
        FhirElement json = entry.Json;
        if (!context.IsAboutPatient(entry, "subject")) return;
        if (json["status"].Text is { } status && NotCounting.Contains(status)) return;
        ClinicalDate? date = context.Dates.Read(json["effectiveDateTime"]) ?? context.Dates.Read(json["effectivePeriod"]["end"])
            ?? context.Dates.Read(json["effectivePeriod"]["start"]) ?? context.Dates.Read(json["issued"]);
        foreach (FhirElement contained in json["contained"].Items)
        {
            if (contained["resourceType"].Text == "Observation") observations.ReadContained(contained, $"{entry.Reference}#{contained["id"].Text}", date);
        }

        if (json["conclusion"].Text is not { } conclusion || !context.Codes.Find(context.Concept(json["code"]), TargetKind.Test).Contains("cytogenetics")) return;
        var presence = new PresenceValueReader(context);
        foreach (CytogeneticFinding finding in IscnReader.Read(conclusion))
        {
            if (!context.Knowledge.Facts.TryGetValue(finding.FactId, out FactDefinition? fact)) continue;
            Answer answer = presence.Decide(fact, finding);
            if (date is null) context.Notes.NoDate(entry.Reference, fact.Title);
            else if (answer is Answer.Positive or Answer.Negative) context.Observe(fact, new PresenceValue(answer == Answer.Positive), date.Value, entry.Reference);
            else context.Notes.Indeterminate(entry.Reference, fact.Title, null);
        }
    }
}
