using Cds.CdsHooks.Errors;
using Cds.CdsHooks.Localization;
using Cds.CdsHooks.Prefetch;
using Cds.CdsHooks.Requests;
using Cds.CdsHooks.Telemetry;
using Cds.FhirMapping;
using Cds.FhirMapping.Reading;
using Cds.Knowledge.Patients;

namespace Cds.CdsHooks.Services;

/// <summary>Turns the data of a call into the facts of its patient; the same for every hook.</summary>
internal sealed class PatientDataReader(PatientFactsReader reader, ILogger<PatientDataReader> logger)
{
    /// <summary>Reads the data, and the orders being written where the hook has them.</summary>
    public PatientData Read(HookCall call, DraftOrderBundle? drafts = null)
    {
        IReadOnlyList<PrefetchValue> prefetch = call.Prefetch;
        if (!CanBeHad(prefetch, "Patient") && !CanBeHad(prefetch, "Condition"))
            return PatientData.Refused(new RequestProblem(ProblemKind.MissingPatientData, Phrases.NeitherPatientNorCondition, "$.prefetch"));

        IReadOnlyList<PrefetchValue> incomplete = [.. prefetch.Where(value => !value.IsComplete && !value.Template.IsOptional)];
        if (incomplete.Count > 0)
        {
            string keys = string.Join(", ", incomplete.Select(value => $"{value.Template.Key} {value.State}"));
            logger.PrefetchIncomplete(call.Request.HookInstance, incomplete.Count, keys);
        }

        if (call.UnknownKeys.Count > 0) logger.PrefetchUnknown(call.Request.HookInstance, string.Join(", ", call.UnknownKeys));
        PatientFactsReading reading = reader.ReadPrefetch(call.Request.PatientId, [.. prefetch.Where(value => !value.Template.IsOptional || value.Resource is not null).Select(value => Part(value, call.Request.Body))], drafts);
        if (reading.Facts is { } facts) return new PatientData(WithUnknownKeys(facts, call.UnknownKeys), reading.CodeSystems, incomplete, null);
        FhirProblem fault = reading.Problem ?? throw new InvalidOperationException("A reading has facts or a problem.");
        return PatientData.Refused(new RequestProblem(ProblemKind.InvalidResource, fault.Text, fault.Path));
    }

    private static PatientFacts WithUnknownKeys(PatientFacts facts, IReadOnlyList<string> keys) => keys.Count == 0 ? facts : facts with
    {
        Notes = [.. facts.Notes, new Note(NoteSeverity.Warning, null, Phrases.UnknownPrefetchKeys.With("keys", string.Join(", ", keys)))],
    };

    private static bool CanBeHad(IReadOnlyList<PrefetchValue> values, string resourceType) =>
        values.Any(value => value.Template.ResourceType == resourceType && (value.Resource is not null || (value.IsComplete && !value.Template.IsRead)));

    /// <summary>A page of more is handed on as it is: what it holds counts, and the reader knows that it is not all.</summary>
    private static PrefetchPart Part(PrefetchValue value, ReadOnlyMemory<byte> body) =>
        new(value.Template.Key, value.Template.ResourceType, value.Resource is { } resource ? RawJson.Of(resource, body) : default, value.IsComplete || value.State == PrefetchState.Partial);
}
