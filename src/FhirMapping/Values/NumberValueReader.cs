using System.Text.RegularExpressions;
using Cds.FhirMapping.DataTypes;
using Cds.FhirMapping.Json;
using Cds.FhirMapping.Resources;
using Cds.FhirMapping.Terminology;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Units;
using Cds.Knowledge.Values;

namespace Cds.FhirMapping.Values;

/// <summary>Reads quantities, scores and counts: units are converted, comparators stay bounds, impossible values are left out with a note.</summary>
internal sealed partial class NumberValueReader(ReadingContext context)
{
    /// <summary>Amounts of which "not detected" says that there is none of it.</summary>
    private static readonly string[] NoneWhenNegative = ["m-protein-serum", "m-protein-urine", "circulating-plasma-cells", "circulating-plasma-cells-percent"];

    private readonly ReferenceRangeReader _ranges = new(context.Knowledge.UnitSpellings);

    public ReadValue? Read(FactDefinition fact, ObservedElement? observed, FhirElement holder, string resource)
    {
        Measurement? measurement = observed is { } value ? MeasurementOf(fact, value) : null;
        if (measurement is null) return ReadAnswer(fact, observed, holder, resource);
        if (Canonical(fact, measurement, resource) is not { } range) return null;
        if (!fact.IsPlausible(range) || (fact.Kind == FactKind.Count && range.Exact is { } count && decimal.Truncate(count) != count))
        {
            context.Notes.Implausible(resource, fact.Title, measurement.Text);
            return null;
        }

        ReferenceLimits? limits = fact.Kind == FactKind.Count ? null : _ranges.Read(holder, fact, measurement.Units, context.Sex);
        string? original = fact.Unit is not null && range != measurement.Range ? measurement.Text : null;
        return new ReadValue(new QuantityValue(range), limits, original);
    }

    private Measurement? MeasurementOf(FactDefinition fact, ObservedElement observed)
    {
        if (observed.Type == "Quantity") return Measurement.ReadQuantity(observed.Value);
        if (observed.Type == "Range") return Measurement.ReadRange(observed.Value);
        if (observed.Number is { } number) return Math.Abs(number) < 1_000_000_000_000m ? new Measurement(ValueRange.Exactly(number), []) : null;
        if (observed.Text is { } text) return Measurement.ReadText(text) ?? (fact.Kind == FactKind.Quantity ? null : Score(fact, text));
        if (observed.Concept is { } concept && fact.Kind != FactKind.Quantity) return Score(fact, concept);
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
    private ReadValue? ReadAnswer(FactDefinition fact, ObservedElement? observed, FhirElement holder, string resource)
    {
        Answer answer = observed switch
        {
            { Type: "Boolean", Value.Boolean: { } yes } => yes ? Answer.Positive : Answer.Negative,
            { Concept: { } concept } => AnswerReader.Read(concept, context.Codes),
            { Text: { } text } => AnswerReader.Read(text),
            null => PresenceValueReader.Interpretation(holder, context),
            _ => Answer.None,
        };
        switch (answer)
        {
            case Answer.Positive when fact.Kind == FactKind.Count:
                return new ReadValue(new QuantityValue(ValueRange.AtLeast(1m)));
            case Answer.Negative when fact.Kind == FactKind.Count || NoneWhenNegative.Contains(fact.Id):
                return new ReadValue(new QuantityValue(ValueRange.Exactly(0m)));
            case Answer.Indeterminate:
                context.Notes.Indeterminate(resource, fact.Title, observed?.Text ?? observed?.Concept?.Name);
                return null;
            case Answer.Contradictory:
                context.Notes.ContradictoryAnswer(resource, fact.Title);
                return null;
            default:
                if (observed is { Type: "Quantity" or "Range" or "Integer" or "Decimal" }) context.Notes.Unreadable(resource, fact.Title, "value" + observed.Value.Type);
                else if (observed is not null) context.Notes.NoValue(resource, fact.Title);
                else if (!holder["component"].Exists && !holder["hasMember"].Exists) context.Notes.NoValue(resource, fact.Title);
                return null;
        }
    }

    private Measurement? Score(FactDefinition fact, CodeableConcept concept)
    {
        foreach (string id in context.Codes.Find(concept, TargetKind.Value))
        {
            if (id.StartsWith(fact.Id + ".", StringComparison.Ordinal) && Measurement.ReadText(id[(fact.Id.Length + 1)..]) is { } coded) return coded;
        }

        foreach (Coding coding in concept.Codings)
        {
            if (coding.System == CodeSystemId.Project && Measurement.ReadText(coding.Code) is { } own) return own;
        }

        foreach (string text in concept.Texts)
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
