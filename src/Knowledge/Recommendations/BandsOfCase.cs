using Cds.Knowledge.Criteria;

namespace Cds.Knowledge.Recommendations;

/// <summary>The lines of a drug's dose table that a case of an order rule holds an order against, and the criterion that they make.</summary>
/// <param name="DrugId">Drug.</param>
/// <param name="Bands">The lines.</param>
public sealed record BandsOfCase(string DrugId, IReadOnlyList<DoseBand> Bands)
{
    private const decimal Daily = 28m;

    /// <summary>The drug is ordered for a patient of one of the lines, and the order does not keep to the line.</summary>
    /// <param name="also">For whom it is not right either; null for nobody.</param>
    /// <param name="except">Orders that the table does not speak of (another purpose, another product); null for none.</param>
    public Criterion Misses(Criterion? also, Criterion? except)
    {
        Criterion[] misses = [.. Bands.Select(band => Fitting(band) is { Count: > 0 } fitting ? Joined(band.Holds, new NoneOf(fitting)) : band.Holds)];
        Criterion any = misses is [var only] && also is null ? only : new AnyOf(also is null ? misses : [.. misses, also]);
        return except is null ? Joined(new Ordering([DrugId]), any) : Joined(new Ordering([DrugId]), new NoneOf([except]), any);
    }

    /// <summary>What changes an order to the line; none where the drug is not given.</summary>
    public IEnumerable<DoseChange> Changes() => Bands.Where(b => b.DoseAmount is not null).SelectMany(Changes);

    /// <summary>A daily dose written without its timing is changed without one; a dose written more often gets the timing of the line.</summary>
    private IEnumerable<DoseChange> Changes(DoseBand band)
    {
        var change = new DoseChange { DoseAmount = band.DoseAmount, DoseUnit = band.DoseUnit, When = Alone(band.Holds), Text = band.Text, Reason = band.Condition };
        if (band.Frequency is not { } frequency) return [change];
        if (frequency.DosesPer28Days < Daily) return [change with { Frequency = frequency }];
        Criterion tooOften = new Proven(new Ordering([DrugId]) { MoreThanDosesPer28Days = frequency.DosesPer28Days });
        return
        [
            change with { Frequency = frequency, When = Joined(Alone(band.Holds), tooOften) },
            change with { When = Joined(Alone(band.Holds), new NoneOf([tooOften])) },
        ];
    }

    /// <summary>With a single line the case itself says for whom it is.</summary>
    private Criterion Alone(Criterion when) => Bands.Count == 1 ? new Always() : when;

    private IReadOnlyList<Criterion> Fitting(DoseBand band) =>
    [
        .. band is { DoseAmount: { } amount, DoseUnit: { } unit } ? [Fits(amount, unit, band.Frequency)] : Array.Empty<Criterion>(),
        .. band.Alternatives.Select(a => Fits(a.Amount, a.Unit, a.Frequency)),
    ];

    /// <summary>
    /// No more than the dose in no less time. A timing that is not written counts as daily, so that a line with rarer doses has to be proven; half of a daily
    /// dose may be written twice as often.
    /// </summary>
    private Criterion Fits(decimal amount, string unit, Frequency? frequency)
    {
        Ordering dose = new([DrugId]) { Dose = [new DoseTest(ComparisonOperator.AtMost, amount, unit)] };
        if (frequency is null) return new Proven(dose);
        decimal doses = frequency.DosesPer28Days;
        if (doses < Daily) return new Proven(new AllOf([dose, new NoneOf([new Ordering([DrugId]) { MoreThanDosesPer28Days = doses }])]));
        Ordering tooOften = new([DrugId]) { Dose = [new DoseTest(ComparisonOperator.MoreThan, amount / 2m, unit)], MoreThanDosesPer28Days = doses };
        return new AllOf([new Proven(dose), new NoneOf([new Proven(tooOften)])]);
    }

    private static AllOf Joined(params Criterion[] parts) => new([.. parts.SelectMany(p => p is AllOf all ? all.Parts : [p])]);
}
