using Cds.FhirMapping.Json;

namespace Cds.FhirMapping.DataTypes;

/// <summary>The <c>value[x]</c> of an Observation, a component or a questionnaire answer.</summary>
/// <param name="Type">Its FHIR type (<c>Quantity</c>, <c>CodeableConcept</c>, ...).</param>
/// <param name="Value">The value.</param>
internal readonly record struct ObservedElement(string Type, FhirElement Value)
{
    private static readonly (string Type, string Member)[] Types =
    [
        .. new[]
        {
            "Quantity", "CodeableConcept", "String", "Boolean", "Integer", "Range", "DateTime", "Date", "Decimal", "Coding", "Period", "Integer64", "Code",
            "Ratio", "Time", "SampledData", "Attachment", "Reference",
        }.Select(type => (type, "value" + type)),
    ];

    /// <summary>The value; null when there is none.</summary>
    public static ObservedElement? Of(FhirElement holder)
    {
        foreach ((string type, string member) in Types)
        {
            if (holder[member] is { Exists: true } value) return new ObservedElement(type, value);
        }

        return null;
    }

    /// <summary>The concept of a coded value.</summary>
    public CodeableConcept? Concept => Type is "CodeableConcept" or "Coding" ? CodeableConcept.Read(Value) : null;

    /// <summary>The text of a textual value.</summary>
    public string? Text => Type is "String" or "Code" ? Value.Text : null;

    /// <summary>A plain number without a unit.</summary>
    public decimal? Number => Type is "Integer" or "Decimal" or "Integer64" ? Value.Number : null;
}
