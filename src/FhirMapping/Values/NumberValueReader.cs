using Cds.FhirMapping.Numbers;
using Cds.Knowledge.Units;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Values;

/// <summary>Reads quantities, scores and counts: units are converted, comparators stay bounds, impossible values are left out with a note.</summary>
internal sealed class NumberValueReader(ReadingContext context)
{
    private readonly ReferenceRangeReader _ranges = new(context);
    private readonly CodedScores _scores = new(context);
    private readonly NumberAnswers _answers = new(context);

    public ReadValue? Read(FactDefinition fact, ObservedResult result, string resource, ClinicalDate? on)
    {
        switch (result.Value)
        {
            case Quantity quantity when Measurement.ReadQuantity(quantity) is { } measurement:
                return Measured(fact, measurement, result, resource, on);
            case Hl7.Fhir.Model.Range range when Measurement.ReadRange(range) is { } measurement:
                return Measured(fact, measurement, result, resource, on);
            case { } value when value.PlainNumber() is { } number && WrittenNumber.IsUsable(number):
                return Measured(fact, new Measurement(ValueRange.Exactly(number), UnitsAsSent.None), result, resource, on);
            case { } value when value.Words() is { } text:
                return ReadText(fact, text, result, resource, on);
            case { } value when value.Concept() is { } concept:
                return ReadConcept(fact, concept, result, resource, on);
            default:
                return _answers.Read(fact, result, resource, null);
        }
    }

    private ReadValue? ReadText(FactDefinition fact, string text, ObservedResult result, string resource, ClinicalDate? on)
    {
        FactNumber number = context.Numbers.Read(fact, text);
        return number is { Range: { } range, Measurement: { } measurement } ? With(fact, range, measurement, result, resource, on) : _answers.Read(fact, result, resource, number);
    }

    private ReadValue? ReadConcept(FactDefinition fact, CodeableConcept concept, ObservedResult result, string resource, ClinicalDate? on)
    {
        if (_scores.Read(fact, concept) is not { } scores) return _answers.Read(fact, result, resource, null);
        if (scores.Count > 1)
        {
            context.Notes.ContradictoryAnswer(resource, fact.Title);
            return null;
        }

        return Measured(fact, scores[0], result, resource, on);
    }

    /// <summary>A number that was sent as one, with its unit.</summary>
    private ReadValue? Measured(FactDefinition fact, Measurement measurement, ObservedResult result, string resource, ClinicalDate? on)
    {
        if (Canonical(fact, measurement, resource) is not { } range) return null;
        if (fact.IsPlausible(range) && !(fact.Kind == FactKind.Count && range.Exact is { } count && decimal.Truncate(count) != count)) return With(fact, range, measurement, result, resource, on);
        context.Notes.Implausible(resource, fact.Title, measurement.Text);
        return null;
    }

    private ReadValue With(FactDefinition fact, ValueRange range, Measurement measurement, ObservedResult result, string resource, ClinicalDate? on)
    {
        ReferenceLimits? limits = fact.Kind == FactKind.Count || result.ReferenceRange.Count == 0 ? null : _ranges.Read(result.ReferenceRange, fact, measurement.Units, on);
        if (limits?.IsUnreadable == true) context.Notes.UnreadableRange(resource, fact.Title);
        string? original = fact.Unit is not null && range != measurement.Range ? measurement.Text : null;
        return new ReadValue(new QuantityValue(range), limits, original);
    }

    /// <summary>The value in the canonical unit; null, with a note, when the unit does not allow it.</summary>
    private ValueRange? Canonical(FactDefinition fact, Measurement measurement, string resource)
    {
        if (fact.Kind != FactKind.Quantity || fact.Unit is null)
        {
            if (measurement.Units.Count == 0) return measurement.Range;
            for (int i = 0; i < measurement.Units.Count; i++)
            {
                if (context.Numbers.IsDimensionless(measurement.Units[i])) return measurement.Range;
            }

            context.Notes.Unit(resource, fact.Title, measurement.Units[^1], "1");
            return null;
        }

        if (measurement.Units.Count == 0)
        {
            context.Notes.NoUnit(resource, fact.Title);
            return null;
        }

        for (int i = 0; i < measurement.Units.Count; i++)
        {
            if (context.Numbers.ToCanonical(fact, measurement.Range, measurement.Units[i]) is { } range) return range;
        }

        context.Notes.Unit(resource, fact.Title, measurement.Units[^1], fact.Unit);
        return null;
    }
}
