namespace Cds.FhirMapping.Values;

/// <summary>
/// Adds up the bands of an electrophoresis that were sent one by one, where the whole was not sent for that day. A sum needs every band that
/// was sent to be readable; several values for one band, or on different days, are never added.
/// </summary>
internal sealed class BandSum(ReadingContext context)
{
    private readonly List<Band> _bands = [];
    private readonly FactValueReader _values = new(context);

    public void Add(FactDefinition fact, string code, ObservedResult result, string resource, ClinicalDate date) =>
        _bands.Add(new Band(fact, code, result, resource, date));

    public void Complete()
    {
        if (_bands.Count == 0) return;
        HashSet<(string, DateOnly)> whole = [.. context.Observations.Select(o => (o.FactId, o.Date.LatestDay))];
        foreach (IGrouping<(string, DateOnly LatestDay), Band> day in _bands.GroupBy(b => (b.Fact.Id, b.Date.LatestDay)))
        {
            Band[] bands = [.. day.OrderBy(b => b.Resource, StringComparer.Ordinal).ThenBy(b => b.Code, StringComparer.Ordinal)];
            FactDefinition fact = bands[0].Fact;
            if (whole.Contains(day.Key)) continue;
            if (bands.DistinctBy(b => b.Code).Count() == bands.Length && Sum(bands) is { } sum) context.Observe(fact, new QuantityValue(sum), bands[0].Date, bands[0].Resource);
        }
    }

    private ValueRange? Sum(Band[] bands)
    {
        ValueRange sum = ValueRange.Exactly(0m);
        foreach (Band band in bands)
        {
            if (_values.Read(band.Fact, band.Result, band.Resource)?.Value is not QuantityValue quantity) return null;
            sum = sum.Plus(quantity.Range);
        }

        return sum;
    }

    private sealed record Band(FactDefinition Fact, string Code, ObservedResult Result, string Resource, ClinicalDate Date);
}
