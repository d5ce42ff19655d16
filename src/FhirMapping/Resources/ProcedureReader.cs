using Cds.FhirMapping.Values;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Resources;

/// <summary>Reads Procedures that were done; one that shows a fact (a dental examination) is that fact too.</summary>
internal sealed class ProcedureReader(ReadingContext context)
{
    private static readonly string[] Done = ["completed", "in-progress"];
    private static readonly string[] NotDone = ["preparation", "not-done", "on-hold", "stopped", "entered-in-error", "unknown"];

    public void Read(ResourceEntry entry, Procedure procedure)
    {
        if (!context.IsAboutPatient(entry, procedure.Subject)) return;
        ConceptRecognition what = context.Recognisers.Concepts.Recognise(TargetKind.Procedure, [.. context.See(procedure.Code).Codes()], [.. procedure.Code.Texts()]);
        List<string> ids = [.. IdsOf(procedure, what).Where(context.Knowledge.Procedures.ContainsKey).Distinct()];
        bool isUnidentified = ids.Count == 0 && what.Identity == RecordIdentity.Unidentified;
        if (ids.Count == 0 && !isUnidentified) return;
        string? status = StatusWords.Of(procedure.StatusElement);
        if (status is not null && NotDone.Contains(status))
        {
            if (!isUnidentified) context.Notes.Status(entry.Reference, context.Knowledge.Procedures[ids[0]].Title, status);
            return;
        }

        if (isUnidentified || (status is not null && !Done.Contains(status)))
        {
            AddUnclear(entry, procedure, ids, status);
            return;
        }

        foreach (string id in ids)
        {
            ClinicalDate? performed = Performed(procedure, id, entry.Reference);
            context.Procedures.Add(new RecordedProcedure(id, performed, entry.Reference) { MatchedByText = what.ByName });
            if (context.Knowledge.Procedures[id].Shows is { } shown && performed is { } date && context.Knowledge.Facts.TryGetValue(shown, out FactDefinition? fact))
                context.Observe(fact, new PresenceValue(true), date, entry.Reference);
        }
    }

    /// <summary>One of which nobody can say what was done, or whether it was.</summary>
    private void AddUnclear(ResourceEntry entry, Procedure procedure, List<string> ids, string? status)
    {
        LocalizedText why = ids.Count > 0 ? UnidentifiedTexts.Status(status) : procedure.Code.IsEmpty() ? UnidentifiedTexts.NoCode : UnidentifiedTexts.UnknownCode;
        context.Notes.NotIdentified(entry.Reference, RecordedHistory.Procedures, why);
        var period = procedure.Performed as Period;
        ClinicalDate? moment = context.Dates.Read(procedure.Performed);
        context.Unidentified.Add(new UnidentifiedRecord(RecordedHistory.Procedures, entry.Reference)
        {
            MayBe = ids,
            Since = moment ?? context.Dates.Read(period?.StartElement),
            Until = moment ?? context.Dates.Read(period?.EndElement),
        });
    }

    private IEnumerable<string> IdsOf(Procedure procedure, ConceptRecognition what)
    {
        string[] exact = [.. what.Targets.Where(target => target.Kind == TargetKind.Procedure).Select(target => target.Id)];
        // What is known exactly is not also counted under its general kind.
        if (exact.Length > 0) return exact;
        List<string> general = [.. context.Codes.Find(context.See(procedure.Category), TargetKind.Procedure)];
        foreach (string url in (procedure.Meta?.ProfileElement).Texts())
        {
            if (url.Contains("mcode-radiotherapy-course-summary", StringComparison.Ordinal)) general.Add("radiotherapy");
            if (url.Contains("mcode-cancer-related-surgical-procedure", StringComparison.Ordinal)) general.Add("surgery");
        }

        return general;
    }

    /// <summary>When: of a course (radiotherapy) its last day counts, of everything else its first.</summary>
    private ClinicalDate? Performed(Procedure procedure, string id, string resource)
    {
        if (procedure.Performed is FhirDateTime moment) return context.Date(moment, resource, context.Knowledge.Procedures[id].Title, "performedDateTime");
        var period = procedure.Performed as Period;
        ClinicalDate? start = context.Dates.Read(period?.StartElement);
        ClinicalDate? end = context.Dates.Read(period?.EndElement);
        return context.Knowledge.Procedures[id].IsCourse ? end ?? start : start ?? end;
    }
}
