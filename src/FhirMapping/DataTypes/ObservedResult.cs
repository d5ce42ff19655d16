using Hl7.Fhir.Model;

namespace Cds.FhirMapping.DataTypes;

/// <summary>A result with what came beside it: that of an Observation, of one of its components, or of a questionnaire answer.</summary>
/// <param name="Value">The value; null when there is none.</param>
/// <param name="Interpretation">The laboratory's own interpretation.</param>
/// <param name="ReferenceRange">The reference ranges.</param>
/// <param name="IsDeclaredAbsent">Whether the sender says that there is no value.</param>
/// <param name="HasParts">Whether components or members may hold the values instead.</param>
internal readonly record struct ObservedResult(
    DataType? Value, IReadOnlyList<CodeableConcept> Interpretation, IReadOnlyList<Observation.ReferenceRangeComponent> ReferenceRange, bool IsDeclaredAbsent, bool HasParts)
{
    /// <summary>The result of an Observation as a whole.</summary>
    public static ObservedResult Of(Observation observation) => new(
        observation.Value, observation.ListOf<CodeableConcept>("interpretation"), observation.ListOf<Observation.ReferenceRangeComponent>("referenceRange"), observation.DataAbsentReason is not null,
        observation.ListOf<Observation.ComponentComponent>("component").Count > 0 || observation.ListOf<ResourceReference>("hasMember").Count > 0);

    /// <summary>The result of one component.</summary>
    public static ObservedResult Of(Observation.ComponentComponent component) =>
        new(component.Value, component.ListOf<CodeableConcept>("interpretation"), component.ListOf<Observation.ReferenceRangeComponent>("referenceRange"), component.DataAbsentReason is not null, false);

    /// <summary>An answer to a question.</summary>
    public static ObservedResult Of(QuestionnaireResponse.AnswerComponent answer) => new(answer.Value, [], [], false, false);
}
