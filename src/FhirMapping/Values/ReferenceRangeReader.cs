using Cds.FhirMapping.DataTypes;
using Cds.FhirMapping.Numbers;
using Cds.FhirMapping.Ranges;
using Cds.FhirMapping.Reading;
using Cds.FhirMapping.Terminology;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Units;
using Cds.Knowledge.Values;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Values;

/// <summary>
/// Reads the reference limits of a result in the fact's own unit. A limit without a unit has the unit of the value. Several ranges count only
/// when sex or kind leaves one of them; otherwise the fact's default limit applies.
/// </summary>
internal sealed class ReferenceRangeReader(UnitSpellings spellings)
{
    public ReferenceLimits? Read(IReadOnlyList<Observation.ReferenceRangeComponent> sent, FactDefinition fact, IReadOnlyList<string> valueUnits, Sex sex)
    {
        if (sent.Count == 0) return null;
        List<Observation.ReferenceRangeComponent> ranges = [.. sent.Where(IsNormal)];
        if (ranges.Count > 1) ranges = [.. ranges.Where(r => AppliesTo(r, sex))];
        if (ranges.Count > 1)
        {
            List<Observation.ReferenceRangeComponent> forSex = [.. ranges.Where(r => r.AppliesTo.Count > 0)];
            if (forSex.Count == 1) ranges = forSex;
        }

        if (ranges.Count != 1) return null;
        Observation.ReferenceRangeComponent range = ranges[0];
        decimal? low = Limit(Measurement.ReadQuantity(range.Low), fact, valueUnits);
        decimal? high = Limit(Measurement.ReadQuantity(range.High), fact, valueUnits);
        if (low is null && high is null && range.TextElement.Text() is { } text) (low, high) = ReadText(text, fact, valueUnits, sex);
        return low is null && high is null ? null : new ReferenceLimits(low, high);
    }

    private decimal? Limit(Measurement? measurement, FactDefinition fact, IReadOnlyList<string> valueUnits)
    {
        if (measurement?.Range.Exact is not { } number) return null;
        return Convert(number, measurement.Units.Count > 0 ? measurement.Units : valueUnits, fact);
    }

    private decimal? Convert(decimal number, IReadOnlyList<string> units, FactDefinition fact)
    {
        if (fact.Units.Count == 0) return number;
        foreach (string unit in units)
        {
            if (fact.ToCanonical(ValueRange.Exactly(number), unit, spellings) is { } range) return range.Exact;
        }

        return null;
    }

    private (decimal? Low, decimal? High) ReadText(string text, FactDefinition fact, IReadOnlyList<string> valueUnits, Sex sex)
    {
        ReferenceTextReading reading = ReferenceText.Read(text, sex, null, NumberContext.Of(fact, spellings), valueUnits);
        IReadOnlyList<string> units = reading.Unit is { } unit ? [unit] : valueUnits;
        return (reading.Low is { } low ? Convert(low, units, fact) : null, reading.High is { } high ? Convert(high, units, fact) : null);
    }

    /// <summary>Ranges of another kind (critical, therapeutic, by trimester) are no limits of normal.</summary>
    private static bool IsNormal(Observation.ReferenceRangeComponent range)
    {
        CodeableConcept? type = range.Type;
        return type.IsEmpty() || type.Codes().Any(c => c.Code is "normal" or "recommended") || type.Texts().Any(t => t.Contains("normal", StringComparison.OrdinalIgnoreCase));
    }

    private static bool AppliesTo(Observation.ReferenceRangeComponent range, Sex sex)
    {
        foreach (CodeableConcept concept in range.AppliesTo)
        {
            // SNOMED CT 248152002 and 248153007 are the sexes of the FHIR R4 value set referencerange-appliesto.
            bool female = concept.Codes().Any(c => c.Code is "248152002" or "F" or "female") || concept.Texts().Any(t => t.Contains('女', StringComparison.Ordinal) || t.StartsWith("female", StringComparison.OrdinalIgnoreCase));
            bool male = concept.Codes().Any(c => c.Code is "248153007" or "M" or "male") || concept.Texts().Any(t => t.Contains('男', StringComparison.Ordinal) || t.StartsWith("male", StringComparison.OrdinalIgnoreCase));
            if ((female && sex != Sex.Female) || (male && sex != Sex.Male)) return false;
        }

        return true;
    }
}
