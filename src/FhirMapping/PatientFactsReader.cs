using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Unicode;
using Cds.FhirMapping.Resources;
using Cds.FhirMapping.Values;
using Cds.Knowledge;
using Hl7.Fhir.Model;

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
    internal static readonly FrozenSet<string> ReadTypes = FrozenSet.Create(
    [
        "Patient", "Observation", "DiagnosticReport", "Condition", "Procedure", .. MedicationTypes, "MedicationUsage", "Medication", "AllergyIntolerance",
        "ServiceRequest", "QuestionnaireResponse",
    ]);

    private readonly RecordRecognisers _recognisers = new(knowledge, codes);
    private readonly FactNames _factNames = new(knowledge, codes);
    private readonly FhirDateTimeReader _dates = new(timeZone);

    /// <summary>Reads a Bundle of any type that holds exactly one Patient. Its recorded history counts as complete.</summary>
    /// <param name="json">The Bundle as JSON in UTF-8.</param>
    /// <param name="cancellation">Cancelled when nobody waits for the facts.</param>
    /// <exception cref="OperationCanceledException">Nobody waits.</exception>
    public PatientFactsReading ReadBundle(ReadOnlyMemory<byte> json, CancellationToken cancellation = default)
    {
        if (!Utf8.IsValid(json.Span)) return Problem("$", "the body is no text in UTF-8", "本文がUTF-8のテキストではありません");
        var resources = new ResourceList(new ReadingNotes());
        BundleFrame frame;
        try
        {
            frame = new FhirBundleReader(resources, PocoShapes.ReadOnly, ReadTypes).Read(json, "$");
        }
        catch (JsonException broken)
        {
            return Problem("$", $"the body is no JSON (line {broken.LineNumber + 1})", $"本文がJSONではありません（{broken.LineNumber + 1}行目）");
        }

        return frame.Type == "Bundle" ? OnePatient(resources, cancellation) : Problem(frame.IsObject ? "$.resourceType" : "$", "the body is not a FHIR Bundle", "本文がFHIRのBundleではありません");
    }

    /// <summary>
    /// Reads a Bundle that is already there as Firely objects, under the same rules as its JSON: exactly one Patient, and its recorded history counts as
    /// complete. The Bundle is not changed.
    /// </summary>
    public PatientFactsReading Read(Bundle bundle)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        var resources = new ResourceList(new ReadingNotes());
        PocoBundleReader.Read(bundle, resources, ReadTypes);
        return OnePatient(resources, CancellationToken.None);
    }

    private PatientFactsReading OnePatient(ResourceList resources, CancellationToken cancellation)
    {
        ResourceEntry[] patients = [.. resources.Entries.Where(e => e.Type == "Patient")];
        if (patients.Length == 0) return Problem("$.entry", "the Bundle holds no Patient", "BundleにPatientが含まれていません");
        if (patients.Length > 1)
            return Problem(patients[1].Place.Resource, $"the Bundle holds {patients.Length} different Patients; exactly one is needed", $"Bundleに異なるPatientが{patients.Length}件あります。1件だけにしてください");
        ResourceEntry patient = patients[0];
        return Read(patient.Id ?? IdOf(patient.FullUrl), patient, resources, RecordedHistory.All, null, cancellation);
    }

    /// <summary>
    /// Reads the answers of a hook's prefetch. A part that was searched and found empty makes that history complete; a part that could not be had
    /// leaves it unknown. Another patient's Patient resource is reported and ignored.
    /// </summary>
    /// <param name="patientId">Logical id of the patient that the hook names.</param>
    /// <param name="parts">Parts of the prefetch; their JSON has to be JSON.</param>
    /// <param name="drafts">Orders being written, for the hooks that judge them.</param>
    /// <param name="cancellation">Cancelled when nobody waits for the facts.</param>
    /// <exception cref="OperationCanceledException">Nobody waits.</exception>
    public PatientFactsReading ReadPrefetch(string patientId, IReadOnlyList<PrefetchPart> parts, DraftOrderBundle? drafts = null, CancellationToken cancellation = default)
    {
        var resources = new ResourceList(new ReadingNotes());
        var reader = new FhirBundleReader(resources, PocoShapes.ReadOnly, ReadTypes);
        var complete = new Dictionary<string, bool>(StringComparer.Ordinal);
        var incompleteParts = new List<string>();
        foreach (PrefetchPart part in parts)
        {
            bool isComplete = Add(part, reader, resources.Notes);
            if (!isComplete) incompleteParts.Add(part.Key);
            complete[part.ResourceType] = complete.GetValueOrDefault(part.ResourceType, true) && isComplete;
        }

        string reference = $"Patient/{patientId}";
        foreach (ResourceEntry other in resources.Entries.Where(e => e.Type == "Patient" && e.Reference != reference)) resources.Notes.OtherPatientResource(other.Reference);
        ResourceEntry? patient = resources.Entries.FirstOrDefault(e => e.Type == "Patient" && e.Reference == reference);
        if (patient is null) resources.Notes.NoPatientPart(parts.FirstOrDefault(p => p.ResourceType == "Patient")?.Key ?? "patient");
        return Read(patientId, patient, resources, HistoryOf(complete), drafts, cancellation) with { IncompleteParts = incompleteParts };
    }

    /// <summary>Adds a part; false when it does not say all that the record says.</summary>
    private static bool Add(PrefetchPart part, FhirBundleReader reader, ReadingNotes notes)
    {
        if (part.Json.IsEmpty)
        {
            if (!part.Obtained) notes.PartFailed(part.Key);
            return part.Obtained;
        }

        BundleFrame frame = reader.Read(part.Json, $"$.prefetch.{part.Key}");
        if (frame.Type is null or "OperationOutcome")
        {
            notes.PartFailed(part.Key);
            return false;
        }

        // What was sent is used, also when it is not all there is.
        bool isComplete = part.Obtained && !frame.IsPartial;
        if (!isComplete) notes.PartIncomplete(part.Key);
        return isComplete;
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
        string patientId, ResourceEntry? entry, ResourceList resources, RecordedHistory history, DraftOrderBundle? drafts, CancellationToken cancellation)
    {
        resources.TakeOutDeleted();
        resources.NoteOtherReleases();
        var patient = entry?.Resource as Patient;
        if (drafts is not null) resources.Notes.Add(drafts.Notes);
        var resolver = new ReferenceResolver(drafts is null ? resources.Entries : resources.Entries.Concat(drafts.Entries));
        var context = new ReadingContext(knowledge, codes, _recognisers, new ResourceDates(_dates, resources.Notes), resolver, new SubjectCheck(patientId, entry?.FullUrl, patient, resolver))
        {
            FactNames = _factNames,
            Notes = resources.Notes,
            Sex = PatientReader.SexOf(patient),
            BirthDate = patient?.BirthDateElement is { } born ? _dates.Read(born) : null,
        };
        var readers = new ResourceReaders(context);
        foreach (ResourceEntry resource in resources.Entries)
        {
            cancellation.ThrowIfCancellationRequested();
            readers.Read(resource);
        }

        readers.Complete();
        IReadOnlyList<ObservedFact> observations = context.Reports.Mark(ObservationOrder.Sorted(context.Observations));
        Contradictions.Note(context, observations);
        PatientFacts facts = FactsOf(patientId, patient, context, observations, history);
        if (drafts is not null)
        {
            DraftOrderReader orders = readers.ReadDrafts(drafts);
            facts = facts with { DraftOrders = orders.Orders, UnidentifiedDrafts = orders.Unidentified, DraftServices = orders.Services, Notes = context.Notes.Sorted };
        }

        return new PatientFactsReading(facts, null, context.CodeSystems);
    }

    private static PatientFacts FactsOf(string patientId, Patient? patient, ReadingContext context, IReadOnlyList<ObservedFact> observations, RecordedHistory history) => new()
    {
        Subject = PlainText.Of($"Patient/{patientId}"),
        BirthDate = context.Date(patient?.BirthDateElement, $"Patient/{patientId}", new LocalizedText("birth date", "生年月日"), "birthDate"),
        Sex = context.Sex,
        // Sorted, so that the order of resources in the request makes no difference to any answer.
        Observations = observations,
        UnreadValues = [.. context.UnreadValues.OrderBy(v => v.Resource, StringComparer.Ordinal).ThenBy(v => v.FactId, StringComparer.Ordinal)],
        Conditions = [.. context.Conditions.Distinct().OrderBy(c => c.Resource, StringComparer.Ordinal).ThenBy(c => c.ConditionId, StringComparer.Ordinal)],
        DrugRecords = [.. context.DrugRecords.OrderBy(d => d.Resource, StringComparer.Ordinal).ThenBy(d => d.DrugId, StringComparer.Ordinal)],
        Procedures = [.. context.Procedures.Distinct().OrderBy(p => p.Resource, StringComparer.Ordinal).ThenBy(p => p.ProcedureId, StringComparer.Ordinal)],
        Allergies = [.. context.Allergies.Distinct().OrderBy(a => a.Resource, StringComparer.Ordinal).ThenBy(a => a.DrugId, StringComparer.Ordinal)],
        OrderedServices = [.. context.OrderedServices.Distinct().OrderBy(s => s.Resource, StringComparer.Ordinal).ThenBy(s => s.Id, StringComparer.Ordinal)],
        IsAllOfOthers = context.IsAllOfOthers,
        // A record under another id is none that was read and found empty.
        KnownHistory = context.IsAllOfOthers ? RecordedHistory.None : history,
        Unidentified = [.. context.Unidentified.OrderBy(u => u.Resource, StringComparer.Ordinal).ThenBy(u => u.Part)],
        IsDeceased = PatientReader.IsDeceased(patient, context, out ClinicalDate? died),
        Died = died,
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
