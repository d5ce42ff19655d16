namespace Cds.FhirMapping.Values;

/// <summary>Reads the value of a fact, whatever FHIR type it was sent in; a note says why when there is none.</summary>
internal sealed class FactValueReader(ReadingContext context)
{
    private readonly NumberValueReader _numbers = new(context);
    private readonly PresenceValueReader _presence = new(context);
    private readonly CodeValueReader _codes = new(context);

    /// <summary>The value that the element holds (an Observation, a component, a questionnaire answer); null when it has none that can be used.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="result">The element.</param>
    /// <param name="resource">The resource, for notes.</param>
    /// <param name="on">When it was observed: reference ranges may depend on the age then.</param>
    public ReadValue? Read(FactDefinition fact, ObservedResult result, string resource, ClinicalDate? on = null)
    {
        return fact.Kind switch
        {
            FactKind.Quantity or FactKind.Number or FactKind.Count => _numbers.Read(fact, result, resource, on),
            FactKind.Presence => _presence.Read(fact, result, resource, on),
            FactKind.Code => _codes.Read(fact, result, resource),
            _ => throw new ArgumentOutOfRangeException(nameof(fact), fact.Kind, "Add the new kind of fact to FactValueReader."),
        };
    }
}
