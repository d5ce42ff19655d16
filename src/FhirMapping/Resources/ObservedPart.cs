using Cds.FhirMapping.Values;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Resources;

/// <summary>An Observation, or a component of it, with what its code names.</summary>
/// <param name="Observation">The Observation.</param>
/// <param name="Result">Its result.</param>
/// <param name="Resource">How notes name it.</param>
/// <param name="Date">When it was observed; null when that is not known.</param>
/// <param name="Code">Its code.</param>
/// <param name="Targets">What the code names.</param>
/// <param name="Status">The status when it does not count as a result; null when it does.</param>
internal sealed record ObservedPart(Observation Observation, ObservedResult Result, string Resource, ClinicalDate? Date, CodeableConcept Code, IReadOnlyList<CodeTarget> Targets, string? Status)
{
    private static readonly string[] NotCounting = ["entered-in-error", "cancelled", "registered"];

    /// <summary>Whether it is a component of a cytogenetic panel.</summary>
    public bool InCytogeneticPanel { get; init; }

    /// <summary>Its date when it counts; null, with a note, when status or date rule it out.</summary>
    public ClinicalDate? Usable(ReadingContext context, LocalizedText? name)
    {
        if (name is null) return null;
        if (Status is { } status)
        {
            if (NotCounting.Contains(status)) context.Notes.Status(Resource, name, status);
            else context.Notes.UnknownStatus(Resource, name, status);
            return null;
        }

        // Declared absent counts also beside a value: the sender says that it is none.
        if (Result.IsDeclaredAbsent)
        {
            context.Notes.DataAbsent(Resource, name);
            return null;
        }

        if (Date is null) context.Notes.NoDate(Resource, name);
        return Date;
    }
}
