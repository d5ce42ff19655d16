using Cds.CdsHooks.Envelope;
using Cds.CdsHooks.Limits;
using Cds.CdsHooks.Telemetry;
using Cds.FhirMapping;
using Cds.FhirMapping.Reading;
using Cds.Knowledge.Patients;

namespace Cds.CdsHooks.Data;

/// <summary>
/// The second step: the data of a request, completed where that is possible, become the facts of its patient; the same for every hook. What waits (for a FHIR server) is done first, so that
/// reading and all that follows need one place to work (<see cref="WorkPlaces"/>) and nothing half read waits for one.
/// </summary>
internal sealed class PatientDataReader(CleanJson json, MissingPrefetch missing, PatientFactsReader reader, RecordLimit limit, ILogger<PatientDataReader> logger)
{
    /// <summary>Makes the patient of a request to assess a Bundle ready to be read.</summary>
    public Outcome<PatientReading> Collect(BundleQuestion question, CancellationToken cancellation) =>
        limit.Check(question.Body.Root) is { } tooMany ? tooMany : new PatientReading(() => Read(question.Body.Bytes, cancellation));

    /// <summary>Reads the patient of a text that is to be a Bundle, for the pages on which a patient is looked at.</summary>
    /// <param name="text">The text.</param>
    /// <param name="cancellation">Cancelled when nobody waits for the facts.</param>
    /// <param name="gaps">What the Bundle is known not to hold; null for a Bundle that counts as all there is.</param>
    public Outcome<PatientData> ReadTried(ReadOnlyMemory<byte> text, CancellationToken cancellation, RecordGaps? gaps = null)
    {
        if (json.Parse(text, out JsonDocument? document) is { } fault) return fault;
        using (document) return limit.Check(document!.RootElement) is { } tooMany ? tooMany : Read(text, cancellation, gaps);
    }

    private Outcome<PatientData> Read(ReadOnlyMemory<byte> bundle, CancellationToken cancellation, RecordGaps? gaps = null)
    {
        PatientFactsReading reading = reader.ReadBundle(bundle, cancellation);
        if (reading.Facts is not { } facts) return Unusable(reading);
        return gaps is null ? new PatientData(facts, reading.CodeSystems) : new PatientData(gaps.In(facts), reading.CodeSystems) { Incomplete = gaps.Incomplete };
    }

    /// <summary>Makes the patient of a hook call ready to be read, and the orders being written where the hook has them.</summary>
    public async ValueTask<Outcome<PatientReading>> CollectAsync(HookCall call, DraftOrderBundle? drafts, CancellationToken cancellation)
    {
        Outcome<SentPrefetch> sent = PrefetchReader.Read(call.Request.Prefetch, call.Service.Prefetch);
        if (sent.Problem is { } unreadable) return unreadable;
        IReadOnlyList<PrefetchValue> values = await missing.CompleteAsync(sent.Value.Values, call.Request, call.Client, cancellation);
        if (!PrefetchParts.AreEnough(values))
            return new RequestProblem(ProblemKind.MissingPatientData, Phrases.NeitherPatientNorCondition, "$.prefetch");

        if (limit.Check([.. values.Select(value => value.Resource ?? default), call.Request.Context.Optional("draftOrders")]) is { } tooMany) return tooMany;
        return new PatientReading(() => Read(call, values, sent.Value.UnknownKeys, drafts, cancellation));
    }

    private Outcome<PatientData> Read(HookCall call, IReadOnlyList<PrefetchValue> values, IReadOnlyList<string> unknownKeys, DraftOrderBundle? drafts, CancellationToken cancellation)
    {
        PatientFactsReading reading = reader.ReadPrefetch(call.Request.PatientId, PrefetchParts.Of(values, call.Request.Body.Bytes), drafts, cancellation);
        if (reading.Facts is not { } facts) return Unusable(reading);
        PrefetchValue[] incomplete = [.. values.Where(value => !value.Template.IsOptional && reading.IncompleteParts.Contains(value.Template.Key))];
        Log(call, incomplete, unknownKeys);
        return new PatientData(WithUnknownKeys(facts, unknownKeys), reading.CodeSystems) { Incomplete = incomplete, Drafts = drafts };
    }

    private static RequestProblem Unusable(PatientFactsReading reading)
    {
        FhirProblem fault = reading.Problem ?? throw new InvalidOperationException("A reading has facts or a problem.");
        return new RequestProblem(ProblemKind.InvalidResource, fault.Text, fault.Path);
    }

    private static PatientFacts WithUnknownKeys(PatientFacts facts, IReadOnlyList<string> keys) => keys.Count == 0 ? facts : facts with
    {
        Notes = [.. facts.Notes, new Note(NoteSeverity.Warning, null, Phrases.UnknownPrefetchKeys.With("keys", string.Join(", ", keys)))],
    };

    private void Log(HookCall call, PrefetchValue[] incomplete, IReadOnlyList<string> unknownKeys)
    {
        if (incomplete.Length > 0)
            logger.PrefetchIncomplete(call.Request.HookInstance, incomplete.Length, string.Join(", ", incomplete.Select(value => $"{value.Template.Key} {value.State}")));
        if (unknownKeys.Count > 0) logger.PrefetchUnknown(call.Request.HookInstance, string.Join(", ", unknownKeys));
    }
}

/// <summary>Reads a patient whose data lie ready; it keeps a processor busy and waits for nothing.</summary>
internal delegate Outcome<PatientData> PatientReading();
