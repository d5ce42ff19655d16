using Cds.CdsHooks.Envelope;
using Cds.FhirMapping;
using Cds.Knowledge.Patients;

namespace Cds.CdsHooks.Data;

/// <summary>
/// What a record that was fetched key by key and joined into one Bundle does not hold. The Bundle alone would count as all there is; with this beside it, what
/// was not obtained stays unknown.
/// </summary>
/// <param name="Known">The histories that were read completely.</param>
/// <param name="Incomplete">What was asked for and was not read, or not all of it.</param>
/// <param name="Notes">What readers should know about that.</param>
internal sealed record RecordGaps(RecordedHistory Known, IReadOnlyList<PrefetchValue> Incomplete, IReadOnlyList<Note> Notes)
{
    /// <summary>The gaps of values that were fetched for a patient, as reading them key by key shows them.</summary>
    public static RecordGaps Of(IReadOnlyList<PrefetchValue> values, PatientFactsReading reading)
    {
        PatientFacts facts = reading.Facts ?? throw new InvalidOperationException("A patient that was fetched by id has facts.");
        PrefetchValue[] incomplete = [.. values.Where(value => !value.Template.IsOptional && reading.IncompleteParts.Contains(value.Template.Key))];
        return new RecordGaps(facts.KnownHistory, [.. incomplete.Select(Light)], [.. facts.Notes.Where(note => note.Resource is null)]);
    }

    /// <summary>The facts with what is not known taken out.</summary>
    public PatientFacts In(PatientFacts facts) => facts with { KnownHistory = facts.KnownHistory & Known, Notes = [.. facts.Notes.Union(Notes)] };

    /// <summary>Whether there was something is all that matters of a resource here; the Bundle holds it.</summary>
    private static PrefetchValue Light(PrefetchValue value) => value with { Resource = value.Resource is null ? null : default(System.Text.Json.JsonElement) };
}
