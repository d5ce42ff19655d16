namespace Cds.Knowledge.Criteria;

/// <summary>A number compares with a threshold in the fact's canonical unit. Bounds decide what they can and leave the rest unknown.</summary>
/// <param name="Fact">Fact id.</param>
/// <param name="At">Which value.</param>
/// <param name="Operator">Operator as the source prints it.</param>
/// <param name="Threshold">Threshold in the canonical unit.</param>
public sealed record FactComparison(string Fact, FactTime At, ComparisonOperator Operator, decimal Threshold) : Criterion, ITurnsAt
{
    /// <summary>How it is asked for.</summary>
    internal static FactTestKind Kind { get; } = new(
        [.. Comparisons.Keys.Select(c => new CriterionMember(c.Key, MemberType.Threshold, "Number with the unit of the fact (3.5 mg/L); a bare number for facts without a unit."))],
        [new("&nbsp;&nbsp;`lt`, `lte`, `gt`, `gte`, `eq`: `3.5 mg/L`", "the value compares so; the unit is the fact's own")],
        asked => Comparisons.Keys.Where(c => asked.Entry.Has(c.Key))
            .Select(c => new FactComparison(asked.Fact.Id, asked.At, c.Operator, asked.Entry.Threshold(c.Key, asked.Fact))));

    /// <inheritdoc />
    protected override Finding Look(PatientContext patient)
    {
        FactReading reading = patient.Read(Fact, At);
        if (reading.Range is not { } range) return Finding.Lacking(reading.Missing.Count > 0 ? reading.Missing : [Fact]);
        Truth truth = Operator.Compare(range, Threshold);
        return Finding.Of(truth, reading.Basis, truth == Truth.Unknown ? [Fact] : []);
    }

    /// <inheritdoc />
    public override IEnumerable<Dependency> Dependencies() => [new(DependencyKind.Fact, Fact)];

    /// <inheritdoc />
    public IEnumerable<decimal> TurningPoints(FactDefinition fact) => [Threshold];

    /// <inheritdoc />
    public override Clause InWords(WordList words) => Clause.Statement(Operator.InWords().With("what", words.Fact(Fact, At)).With("limit", words.Amount(Fact, Threshold)));
}
