using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Values;

/// <summary>Reads scores and grades that were sent as codes (LOINC answers, SNOMED CT findings), or as the text of such a value.</summary>
internal sealed class CodedScores(ReadingContext context)
{
    /// <summary>The different scores that the codes name, or where none does, the texts; null when there is no score at all.</summary>
    public IReadOnlyList<Measurement>? Read(FactDefinition fact, CodeableConcept concept)
    {
        List<Measurement> scores = [.. OfCodes(fact, concept).Distinct().Select(score => new Measurement(ValueRange.Exactly(score), UnitsAsSent.None))];
        if (scores.Count > 0) return scores;
        foreach (string text in concept.Texts())
        {
            if (context.Numbers.Read(fact, text) is not { Range: not null, Measurement: { } measurement }) continue;
            if (!scores.Exists(s => s.Range == measurement.Range)) scores.Add(measurement);
        }

        return scores.Count > 0 ? scores : null;
    }

    private IEnumerable<decimal> OfCodes(FactDefinition fact, CodeableConcept concept)
    {
        foreach (string id in context.Codes.Find(concept, TargetKind.Value))
        {
            if (id.Length > fact.Id.Length + 1 && id[fact.Id.Length] == '.' && id.StartsWith(fact.Id, StringComparison.Ordinal) && Number(id.AsSpan(fact.Id.Length + 1)) is { } coded) yield return coded;
        }

        foreach (CodeInSystem coding in concept.Codes())
        {
            if (coding.System == CodeSystemId.Project && Number(coding.Code) is { } own) yield return own;
        }
    }

    private static decimal? Number(ReadOnlySpan<char> code) =>
        code.Length <= 6 && decimal.TryParse(code, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) ? number : null;
}
