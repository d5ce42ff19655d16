using Hl7.Fhir.Model;

namespace Cds.FhirMapping.DataTypes;

/// <summary>What is asked of a value whose type the sender chose (<c>value[x]</c>).</summary>
internal static class DataTypeValues
{
    /// <summary>The concept of a coded value; null for other types.</summary>
    public static CodeableConcept? Concept(this DataType? value) => value switch
    {
        CodeableConcept concept => concept,
        Coding coding => new CodeableConcept { Coding = [coding] },
        _ => null,
    };

    /// <summary>The text of a textual value; null for other types.</summary>
    public static string? Words(this DataType? value) => value is FhirString or Code or Markdown ? ((PrimitiveType)value).Text() : null;

    /// <summary>A plain number without a unit; null for other types.</summary>
    public static decimal? PlainNumber(this DataType? value) => value is FhirDecimal or Integer or PositiveInt or UnsignedInt ? ((PrimitiveType)value).Number() : null;

    /// <summary>What the value was sent as, for notes (<c>valueQuantity</c>).</summary>
    public static string MemberName(this DataType value) => "value" + char.ToUpperInvariant(value.TypeName[0]) + value.TypeName[1..];
}
