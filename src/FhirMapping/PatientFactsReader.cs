using System.Text.Json;
using Cds.FhirMapping.DataTypes;
using Cds.FhirMapping.Json;
using Cds.FhirMapping.Resources;
using Cds.FhirMapping.Terminology;
using Cds.FhirMapping.Values;
using Cds.Knowledge;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;

namespace Cds.FhirMapping;

/// <summary>
/// Reads FHIR R4 (and what differs in R4B and R5) into the facts of one patient. Never throws on any JSON: what makes a request unusable is a
/// problem in the answer, a datum that cannot be used is a note. Immutable and thread-safe.
/// </summary>
/// <param name="knowledge">The knowledge base whose facts, conditions, procedures and drugs are looked for.</param>
/// <param name="codes">What codes stand for.</param>
/// <param name="timeZone">The time zone that dates of the answer are in.</param>
public sealed class PatientFactsReader(KnowledgeBase knowledge, CodeMap codes, TimeZoneInfo timeZone)
{
    private static readonly string[] MedicationTypes = ["MedicationRequest", "MedicationStatement", "MedicationAdministration", "MedicationDispense"];

    /// <summary>Types of resources that something is read from.</summary>
    internal static readonly string[] ReadTypes =
    [
        "Patient", "Observation", "DiagnosticReport", "Condition", "Procedure", .. MedicationTypes, "MedicationUsage", "Medication", "AllergyIntolerance",
        "QuestionnaireResponse",
    ];

    private readonly DrugNames _drugNames = new(knowledge.Drugs.Values, codes);
    private readonly FactNames _factNames = new(knowledge, codes);
    private readonly FhirDateTimeReader _dates = new(timeZone);

    /// <summary>Reads a Bundle of any type that holds exactly one Patient. Its recorded history counts as complete.</summary>
    public PatientFactsReading ReadBundle(JsonElement bundle)
    {
        var root = new FhirElement(bundle);
        if (root["resourceType"].Text != "Bundle")
            return Problem(root.IsObject ? "$.resourceType" : "$", "the body is not a FHIR Bundle", "本文がFHIRのBundleではありません");
        var notes = new ReadingNotes();
        var collector = new ResourceCollector(notes);
        collector.Add(root, null, "$");
        ResourceEntry[] patients = [.. collector.Entries.Where(e => e.Type == "Patient")];
        if (patients.Length == 0) return Problem("$.entry", "the Bundle holds no Patient", "BundleにPatientが含まれていません");
        if (patients.Length > 1)
            return Problem(patients[1].Place, $"the Bundle holds {patients.Length} different Patients; exactly one is needed", $"Bundleに異なるPatientが{patients.Length}件あります。1件だけにしてください");
        ResourceEntry patient = patients[0];
        string id = patient.Id ?? IdOf(patient.FullUrl);
        return Read(id, patient, collector.Entries, notes, RecordedHistory.All, null);
    }

    /// <summary>
    /// Reads the answers of a hook's prefetch. A part that was searched and found empty makes that history complete; a part that could not be had
    /// leaves it unknown. Another patient's Patient resource is reported and ignored.
    /// </summary>
    /// <param name="patientId">Logical id of the patient that the hook names.</param>
    /// <param name="parts">Parts of the prefetch.</param>
    /// <param name="drafts">Orders being written, for the hooks that judge them.</param>
    public PatientFactsReading ReadPrefetch(string patientId, IReadOnlyList<PrefetchPart> parts, DraftOrderBundle? drafts = null)
    {
        var notes = new ReadingNotes();
        var collector = new ResourceCollector(notes);
        var complete = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (PrefetchPart part in parts)
        {
            bool isComplete = Add(part, collector, notes);
            complete[part.ResourceType] = complete.GetValueOrDefault(part.ResourceType, true) && isComplete;
        }

        string reference = $"Patient/{patientId}";
        foreach (ResourceEntry other in collector.Entries.Where(e => e.Type == "Patient" && e.Reference != reference)) notes.OtherPatientResource(other.Reference);
        ResourceEntry? patient = collector.Entries.FirstOrDefault(e => e.Type == "Patient" && e.Reference == reference);
        if (patient is null) notes.NoPatientPart(parts.FirstOrDefault(p => p.ResourceType == "Patient")?.Key ?? "patient");
        return Read(patientId, patient, collector.Entries, notes, HistoryOf(complete), drafts);
    }

    /// <summary>Adds a part; false when it does not say all that the record says.</summary>
    private static bool Add(PrefetchPart part, ResourceCollector collector, ReadingNotes notes)
    {
        FhirElement resource = part.Resource is { } json ? new FhirElement(json) : default;
        if (!resource.Exists)
        {
            if (!part.Obtained) notes.PartFailed(part.Key);
            return part.Obtained;
        }

        if (resource["resourceType"].Text is null or "OperationOutcome")
        {
            notes.PartFailed(part.Key);
            return false;
        }

        // What was sent is used, also when it is not all there is.
        collector.Add(resource, null, $"$.prefetch.{part.Key}");
        bool isComplete = part.Obtained && !(resource["resourceType"].Text == "Bundle" && IsPartial(resource));
        if (!isComplete) notes.PartIncomplete(part.Key);
        return isComplete;
    }

    /// <summary>A search result with more pages, or with fewer matches than it announces, is not all there is.</summary>
    private static bool IsPartial(FhirElement bundle)
    {
        if (bundle["link"].Items.Any(l => l["relation"].Text == "next")) return true;
        int matches = bundle["entry"].Items.Count(e => e["search"]["mode"].Text is null or "match");
        return bundle["total"].Number is { } total && total > matches;
    }

    private static RecordedHistory HistoryOf(Dictionary<string, bool> complete)
    {
        RecordedHistory history = RecordedHistory.None;
        if (complete.GetValueOrDefault("Condition")) history |= RecordedHistory.Conditions;
        if (complete.GetValueOrDefault("Procedure")) history |= RecordedHistory.Procedures;
        if (complete.GetValueOrDefault("AllergyIntolerance")) history |= RecordedHistory.Allergies;
        bool[] medications = [.. MedicationTypes.Where(complete.ContainsKey).Select(t => complete[t])];
        if (medications.Length > 0 && medications.All(c => c)) history |= RecordedHistory.Medications;
        return history;
    }

    private PatientFactsReading Read(
        string patientId, ResourceEntry? patient, IReadOnlyList<ResourceEntry> entries, ReadingNotes notes, RecordedHistory history, DraftOrderBundle? drafts)
    {
        FhirElement patientJson = patient?.Json ?? default;
        var resolver = new ReferenceResolver(drafts is null ? entries : entries.Concat(drafts.Entries));
        var context = new ReadingContext(knowledge, codes, _drugNames, _dates, resolver, new SubjectCheck(patientId, patient?.FullUrl, patientJson, resolver))
        {
            FactNames = _factNames,
            Notes = notes,
            Sex = PatientReader.SexOf(patientJson),
        };
        var medications = new MedicationReader(context);
        var observations = new ObservationReader(context);
        var services = new ServiceRequestReader(context);
        Dictionary<string, Action<ResourceEntry>> readers = new(StringComparer.Ordinal)
        {
            ["Observation"] = observations.Read,
            ["DiagnosticReport"] = new DiagnosticReportReader(context, observations).Read,
            ["Condition"] = new ConditionReader(context).Read,
            ["Procedure"] = new ProcedureReader(context).Read,
            ["MedicationRequest"] = new MedicationRequestReader(context, medications).Read,
            ["MedicationStatement"] = new MedicationStatementReader(context, medications).Read,
            ["MedicationUsage"] = new MedicationStatementReader(context, medications).Read,
            ["MedicationAdministration"] = new MedicationAdministrationReader(context, medications).Read,
            ["MedicationDispense"] = new MedicationDispenseReader(context, medications).Read,
            ["AllergyIntolerance"] = new AllergyReader(context, medications).Read,
            ["ServiceRequest"] = services.Read,
            ["QuestionnaireResponse"] = new QuestionnaireResponseReader(context).Read,
        };
        foreach (ResourceEntry entry in entries)
        {
            if (readers.TryGetValue(entry.Type, out Action<ResourceEntry>? read)) read(entry);
        }

        observations.Complete();
        Contradictions.Note(context);
        PatientFacts facts = FactsOf(patientId, patientJson, context, history);
        if (drafts is not null)
        {
            var orders = new DraftOrderReader(context, medications, services, drafts);
            orders.ReadAll();
            facts = facts with { DraftOrders = orders.Orders, DraftServices = orders.Services, Notes = context.Notes.Sorted };
        }

        return new PatientFactsReading(facts, null, context.CodeSystems);
    }

    private static PatientFacts FactsOf(string patientId, FhirElement patient, ReadingContext context, RecordedHistory history) => new()
    {
        Subject = $"Patient/{patientId}",
        BirthDate = context.Date(patient["birthDate"], $"Patient/{patientId}", new LocalizedText("birth date", "生年月日"), "birthDate"),
        Sex = context.Sex,
        // Sorted, so that the order of resources in the request makes no difference to any answer.
        Observations = [.. context.Observations.Distinct().OrderBy(o => o.FactId, StringComparer.Ordinal).ThenBy(o => o.Date.Earliest).ThenBy(o => o.Resource, StringComparer.Ordinal)],
        Conditions = [.. context.Conditions.Distinct().OrderBy(c => c.Resource, StringComparer.Ordinal).ThenBy(c => c.ConditionId, StringComparer.Ordinal)],
        DrugRecords = [.. context.DrugRecords.OrderBy(d => d.Resource, StringComparer.Ordinal).ThenBy(d => d.DrugId, StringComparer.Ordinal)],
        Procedures = [.. context.Procedures.Distinct().OrderBy(p => p.Resource, StringComparer.Ordinal).ThenBy(p => p.ProcedureId, StringComparer.Ordinal)],
        Allergies = [.. context.Allergies.Distinct().OrderBy(a => a.Resource, StringComparer.Ordinal).ThenBy(a => a.DrugId, StringComparer.Ordinal)],
        OrderedServices = [.. context.OrderedServices.Distinct().OrderBy(s => s.Resource, StringComparer.Ordinal).ThenBy(s => s.Id, StringComparer.Ordinal)],
        KnownHistory = history,
        Notes = context.Notes.Sorted,
    };

    private static PatientFactsReading Problem(string path, string en, string ja) =>
        new(null, new FhirProblem(path, new LocalizedText(en, ja)), CodeSystemsInUse.None);

    /// <summary>A Patient without an id is named by the end of its bundle URL.</summary>
    private static string IdOf(string? fullUrl)
    {
        if (fullUrl is null) return "unidentified";
        int at = fullUrl.LastIndexOfAny(['/', ':']);
        return at >= 0 && at < fullUrl.Length - 1 ? fullUrl[(at + 1)..] : fullUrl;
    }
}
