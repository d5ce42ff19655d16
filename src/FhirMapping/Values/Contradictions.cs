using Cds.FhirMapping.Resources;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Patients;

namespace Cds.FhirMapping.Values;

/// <summary>
/// Points out values of one fact that were observed at the same time and cannot both be true (ECOG 1 and 3 of one day). Both are kept; which one
/// counts is decided by the evaluation.
/// </summary>
internal static class Contradictions
{
    public static void Note(ReadingContext context)
    {
        foreach (IGrouping<(string FactId, DateTime, DateTime), ObservedFact> sameTime in context.Observations
            .GroupBy(o => (o.FactId, o.Date.Earliest, o.Date.Latest))
            .Where(g => g.Skip(1).Any()))
        {
            ObservedFact[] values = [.. sameTime.OrderBy(o => o.Resource, StringComparer.Ordinal)];
            for (int i = 1; i < values.Length; i++)
            {
                if (CanBothHold(values[0].Value, values[i].Value)) continue;
                context.Notes.Contradiction(
                    values[i].Resource, context.Knowledge.Facts[sameTime.Key.FactId].Title, Text(values[i].Value), values[0].Resource, Text(values[0].Value));
            }
        }
    }

    /// <summary>Ranges that share a number agree; a heavy chain alone agrees with the same heavy chain and its light chain.</summary>
    private static bool CanBothHold(FactValue one, FactValue other) => (one, other) switch
    {
        (QuantityValue a, QuantityValue b) => !(a.Range.High < b.Range.Low) && !(b.Range.High < a.Range.Low),
        (CodeValue a, CodeValue b) => a.Code.StartsWith(b.Code, StringComparison.Ordinal) || b.Code.StartsWith(a.Code, StringComparison.Ordinal),
        _ => Equals(one, other),
    };

    private static string Text(FactValue value) => value switch
    {
        QuantityValue quantity => quantity.Range.ToString(),
        PresenceValue presence => presence.Present ? "present" : "absent",
        CodeValue code => code.Code,
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "Add the new kind of value to Contradictions."),
    };
}
