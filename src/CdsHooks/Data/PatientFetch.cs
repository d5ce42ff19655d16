using Cds.CdsHooks.Envelope;
using Cds.CdsHooks.Limits;
using Cds.FhirMapping;
using Cds.FhirMapping.Terminology;

namespace Cds.CdsHooks.Data;

/// <summary>Reads from a FHIR server all that the rules read of one patient, by the queries of patient-view, for somebody who looks at the record without an EHR's prefetch.</summary>
internal sealed class PatientFetch(CodeMap codes, KnowledgeBase knowledge, PrefetchQueries queries, PatientFactsReader reader, RecordLimit limit, WorkPlaces places)
{
    private readonly IReadOnlyList<PrefetchTemplate> _templates = PrefetchTemplates.PatientView(codes, knowledge);

    /// <summary>Types of the resources that are read, each once, in the order of discovery; drug records refer to Medications.</summary>
    public IReadOnlyList<string> Types => [.. _templates.Select(template => template.ResourceType).Append("Medication").Distinct()];

    /// <summary>The patient, with what could not be read; the problem when neither Patient nor problem list can be had.</summary>
    /// <param name="id">Id for the log.</param>
    /// <param name="server">Base URL; whoever asks has checked that it may be called.</param>
    /// <param name="authorization">What may be read there.</param>
    /// <param name="patientId">Logical id of the Patient, checked.</param>
    /// <param name="cancellation">Cancelled when nobody waits any more.</param>
    public async ValueTask<Outcome<FetchedPatient>> ReadAsync(Guid id, Uri server, FhirAuthorization authorization, string patientId, CancellationToken cancellation)
    {
        JsonElement context = JsonSerializer.SerializeToElement(new Dictionary<string, string> { ["patientId"] = patientId });
        PrefetchValue[] wanted = [.. _templates.Select(template => new PrefetchValue(template, PrefetchState.NotSent, null))];
        IReadOnlyList<PrefetchValue> values = await queries.CompleteAsync(wanted, new FhirQuestion(id, server, authorization, context), cancellation);
        if (!PrefetchParts.AreEnough(values)) return new RequestProblem(ProblemKind.MissingPatientData, Phrases.NeitherPatientNorCondition);
        if (limit.Check([.. values.Select(value => value.Resource ?? default)]) is { } tooMany) return tooMany;
        return await places.DoAsync<FetchedPatient>(
            () => new FetchedPatient(JoinedBundle.Of(values, patientId), RecordGaps.Of(values, reader.ReadPrefetch(patientId, PrefetchParts.Of(values, default), cancellation: cancellation))),
            cancellation);
    }
}
