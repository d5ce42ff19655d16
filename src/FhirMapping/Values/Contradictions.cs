namespace Cds.FhirMapping.Values;

/// <summary>
/// Points out values of one fact that were observed at the same time and cannot both be true (ECOG 1 and 3 of one day). Both are kept; which one
/// counts is decided by the evaluation.
/// </summary>
internal static class Contradictions
{
    /// <param name="context">Where the notes go.</param>
    /// <param name="observations">The observations, sorted by fact, time and resource.</param>
    public static void Note(ReadingContext context, IReadOnlyList<ObservedFact> observations)
    {
        ObservedFact? first = null;
        foreach (ObservedFact observed in observations)
        {
            if (first is null || first.FactId != observed.FactId || first.Date.Earliest != observed.Date.Earliest || first.Date.Latest != observed.Date.Latest)
            {
                first = observed;
                continue;
            }

            if (CanBothHold(first.Value, observed.Value)) continue;
            context.Notes.Contradiction(observed.Resource, context.Knowledge.Facts[observed.FactId].Title, Text(observed.Value), first.Resource, Text(first.Value));
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
