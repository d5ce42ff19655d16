using Cds.FhirMapping.DataTypes;
using Cds.FhirMapping.Json;
using Cds.FhirMapping.Terminology;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;

namespace Cds.FhirMapping.Resources;

/// <summary>Reads Procedures that were done; a dental examination is also the fact <c>dental-check</c>.</summary>
internal sealed class ProcedureReader(ReadingContext context)
{
    private static readonly string[] Done = ["completed", "in-progress"];

    public void Read(ResourceEntry entry)
    {
        FhirElement json = entry.Json;
        if (!context.IsAboutPatient(entry, "subject")) return;
        List<string> ids = [.. IdsOf(json).Where(context.Knowledge.Procedures.ContainsKey).Distinct()];
        if (ids.Count == 0) return;
        string? status = json["status"].Text;
        if (status is not null && !Done.Contains(status))
        {
            context.Notes.Status(entry.Reference, context.Knowledge.Procedures[ids[0]].Title, status);
            return;
        }

        foreach (string id in ids)
        {
            ClinicalDate? performed = Performed(json, id, entry.Reference);
            context.Procedures.Add(new RecordedProcedure(id, performed, entry.Reference));
            if (id == "dental-examination" && performed is { } date && context.Knowledge.Facts.TryGetValue("dental-check", out FactDefinition? fact))
                context.Observe(fact, new PresenceValue(true), date, entry.Reference);
        }
    }

    private IEnumerable<string> IdsOf(FhirElement json)
    {
        IReadOnlyList<string> byCode = context.Codes.Find(context.Concept(json["code"]), TargetKind.Procedure);
        // What is known exactly is not also counted under its general kind.
        if (byCode.Count > 0) return byCode;
        var general = new List<string>();
        foreach (FhirElement category in json["category"].Items) general.AddRange(context.Codes.Find(context.Concept(category), TargetKind.Procedure));
        foreach (FhirElement profile in json["meta"]["profile"].Items)
        {
            if (profile.Text is not { } url) continue;
            if (url.Contains("mcode-radiotherapy-course-summary", StringComparison.Ordinal)) general.Add("radiotherapy");
            if (url.Contains("mcode-cancer-related-surgical-procedure", StringComparison.Ordinal)) general.Add("surgery");
        }

        return general;
    }

    /// <summary>When: of a course (radiotherapy) its last day counts, of everything else its first.</summary>
    private ClinicalDate? Performed(FhirElement json, string id, string resource)
    {
        LocalizedText name = context.Knowledge.Procedures[id].Title;
        foreach (string element in (ReadOnlySpan<string>)["performedDateTime", "occurrenceDateTime"])
        {
            if (context.Date(json[element], resource, name, element) is { } date) return date;
        }

        FhirElement period = json["performedPeriod"].Exists ? json["performedPeriod"] : json["occurrencePeriod"];
        ClinicalDate? start = context.Dates.Read(period["start"]);
        ClinicalDate? end = context.Dates.Read(period["end"]);
        return id == "radiotherapy" ? end ?? start : start ?? end;
    }
}
