using Cds.FhirMapping.DataTypes;
using Cds.FhirMapping.Reading;
using Cds.FhirMapping.Resources;
using Cds.Knowledge.Facts;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Values;

/// <summary>Reads the value of a fact, whatever FHIR type it was sent in; a note says why when there is none.</summary>
internal sealed class FactValueReader(ReadingContext context)
{
    private readonly NumberValueReader _numbers = new(context);
    private readonly PresenceValueReader _presence = new(context);
    private readonly CodeValueReader _codes = new(context);

    /// <summary>The value that the element holds (an Observation, a component, a questionnaire answer); null when it has none that can be used.</summary>
    public ReadValue? Read(FactDefinition fact, ObservedResult result, string resource)
    {
        return fact.Kind switch
        {
            FactKind.Quantity or FactKind.Number or FactKind.Count => _numbers.Read(fact, result, resource),
            FactKind.Presence => _presence.Read(fact, result, resource),
            FactKind.Code => _codes.Read(fact, result, resource),
            _ => throw new ArgumentOutOfRangeException(nameof(fact), fact.Kind, "Add the new kind of fact to FactValueReader."),
        };
    }
}
