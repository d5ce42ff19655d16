using System.Text.RegularExpressions;
using Cds.FhirMapping.DataTypes;
using Cds.FhirMapping.Reading;
using Cds.FhirMapping.Resources;
using Cds.FhirMapping.Terminology;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Units;
using Cds.Knowledge.Values;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Values;

/// <summary>Reads quantities, scores and counts: units are converted, comparators stay bounds, impossible values are left out with a note.</summary>
internal sealed partial class NumberValueReader(ReadingContext context)
{
    /// <summary>Amounts of which "not detected" says that there is none of it.</summary>
    private static readonly string[] NoneWhenNegative = ["m-protein-serum", "m-protein-urine", "circulating-plasma-cells", "circulating-plasma-cells-percent"];

    private readonly ReferenceRangeReader _ranges = new(context.Knowledge.UnitSpellings);

    public ReadValue? Read(FactDefinition fact, ObservedResult result, string resource)
    {
        Measurement? measurement = result.Value is { } value ? MeasurementOf(fact, value) : null;
        if (measurement is null) return ReadAnswer(fact, result, resource);
        if (Canonical(fact, measurement, resource) is not { } range) return null;
        if (!fact.IsPlausible(range) || (fact.Kind == FactKind.Count && range.Exact is { } count && decimal.Truncate(count) != count))
        {
            context.Notes.Implausible(resource, fact.Title, measurement.Text);
            return null;
        }

        ReferenceLimits? limits = fact.Kind == FactKind.Count ? null : _ranges.Read(result.ReferenceRange, fact, measurement.Units, context.Sex);
        string? original = fact.Unit is not null && range != measurement.Range ? measurement.Text : null;
        return new ReadValue(new QuantityValue(range), limits, original);
    }

    private Measurement? MeasurementOf(FactDefinition fact, DataType value)
    {
        if (value is Quantity quantity) return Measurement.ReadQuantity(quantity);
        if (value is Hl7.Fhir.Model.Range range) return Measurement.ReadRange(range);
        if (value.PlainNumber() is { } number) return Math.Abs(number) < 1_000_000_000_000m ? new Measurement(ValueRange.Exactly(number), []) : null;
        if (value.Words() is { } text) return Measurement.ReadText(text) ?? (fact.Kind == FactKind.Quantity ? null : Score(fact, text));
        if (value.Concept() is { } concept && fact.Kind != FactKind.Quantity) return Score(fact, concept);
        return null;
    }

    /// <summary>The value in the canonical unit; null, with a note, when the unit does not allow it.</summary>
    private ValueRange? Canonical(FactDefinition fact, Measurement measurement, string resource)
    {
        if (fact.Kind != FactKind.Quantity || fact.Unit is null)
        {
            if (measurement.Units.Count == 0 || measurement.Units.Any(IsDimensionless)) return measurement.Range;
            context.Notes.Unit(resource, fact.Title, measurement.Units[^1], "1");
            return null;
        }

        if (measurement.Units.Count == 0)
        {
            context.Notes.NoUnit(resource, fact.Title);
            return null;
        }

        foreach (string unit in measurement.Units)
        {
            if (fact.ToCanonical(measurement.Range, unit, context.Knowledge.UnitSpellings) is { } range) return range;
        }

        context.Notes.Unit(resource, fact.Title, measurement.Units[^1], fact.Unit);
        return null;
    }

    private bool IsDimensionless(string unit)
    {
        string ucum = context.Knowledge.UnitSpellings.ToUcum(unit);
        return ucum is "1" || (ucum.StartsWith('{') && ucum.EndsWith('}'));
    }

    /// <summary>A finding reported in words: present means at least one, absent means none.</summary>
    private ReadValue? ReadAnswer(FactDefinition fact, ObservedResult result, string resource)
    {
        DataType? value = result.Value;
        CodeableConcept? concept = value.Concept();
        Answer answer = (value as FhirBoolean).Truth() is { } yes ? yes ? Answer.Positive : Answer.Negative
            : concept is not null ? AnswerReader.Read(concept, context.Codes)
            : value.Words() is { } text ? AnswerReader.Read(text)
            : value is null ? PresenceValueReader.Interpretation(result, context)
            : Answer.None;
        switch (answer)
        {
            case Answer.Positive when fact.Kind == FactKind.Count:
                return new ReadValue(new QuantityValue(ValueRange.AtLeast(1m)));
            case Answer.Negative when fact.Kind == FactKind.Count || NoneWhenNegative.Contains(fact.Id):
                return new ReadValue(new QuantityValue(ValueRange.Exactly(0m)));
            case Answer.Indeterminate:
                context.Notes.Indeterminate(resource, fact.Title, value.Words() ?? concept.Name());
                return null;
            case Answer.Contradictory:
                context.Notes.ContradictoryAnswer(resource, fact.Title);
                return null;
            default:
                if (value is Quantity or Hl7.Fhir.Model.Range or Integer or FhirDecimal) context.Notes.Unreadable(resource, fact.Title, value.MemberName());
                else if (value is not null || !result.HasParts) context.Notes.NoValue(resource, fact.Title);
                return null;
        }
    }

    private Measurement? Score(FactDefinition fact, CodeableConcept concept)
    {
        foreach (string id in context.Codes.Find(concept, TargetKind.Value))
        {
            if (id.StartsWith(fact.Id + ".", StringComparison.Ordinal) && Measurement.ReadText(id[(fact.Id.Length + 1)..]) is { } coded) return coded;
        }

        foreach (CodeInSystem coding in concept.Codes())
        {
            if (coding.System == CodeSystemId.Project && Measurement.ReadText(coding.Code) is { } own) return own;
        }

        foreach (string text in concept.Texts())
        {
            if ((Measurement.ReadText(text) ?? Score(fact, text)) is { } number) return number;
        }

        return null;
    }

    /// <summary>A score in words around one number (<c>ECOG 1</c>, <c>Grade 2</c>, <c>10^-5</c>); several different numbers are no score.</summary>
    private static Measurement? Score(FactDefinition fact, string text)
    {
        string folded = TextForm.Fold(text);
        if (folded.Length > 200) return null;
        if (PowerOfTen().Match(folded) is { Success: true } power && int.Parse(power.Groups["exponent"].Value, System.Globalization.CultureInfo.InvariantCulture) is <= 9 and var exponent)
        {
            decimal value = 1m;
            for (int i = 0; i < exponent; i++) value /= 10m;
            return new Measurement(ValueRange.Exactly(value), []);
        }

        if (fact.Kind == FactKind.Count && folded.Contains("multiple", StringComparison.OrdinalIgnoreCase)) return new Measurement(ValueRange.AtLeast(2m), []);
        string[] numbers = [.. WholeNumber().Matches(folded).Select(m => m.Value).Distinct()];
        if (numbers.Length == 1) return new Measurement(ValueRange.Exactly(decimal.Parse(numbers[0], System.Globalization.CultureInfo.InvariantCulture)), []);
        return null;
    }

    [GeneratedRegex(@"10\s*\^?\s*-\s*(?<exponent>\d)(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex PowerOfTen();

    [GeneratedRegex(@"(?<![\d.])\d{1,3}(?![\d.])", RegexOptions.CultureInvariant)]
    private static partial Regex WholeNumber();
}
