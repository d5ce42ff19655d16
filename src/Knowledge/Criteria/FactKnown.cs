namespace Cds.Knowledge.Criteria;

/// <summary>A usable value exists. Never unknown: it asks about the record, not about the patient.</summary>
/// <param name="Fact">Fact id.</param>
/// <param name="At">Which value.</param>
public sealed record FactKnown(string Fact, FactTime At) : Criterion
{
    /// <summary>How it is asked for.</summary>
    internal static FactTestKind Kind { get; } = new(
        [new("known", MemberType.Flag)],
        [new("&nbsp;&nbsp;`known: true` or `false`", "a usable value exists, or none does; never unknown")],
        asked => asked.Entry.Has("known") ? [Known(asked)] : []);

    /// <inheritdoc />
    protected override Finding Look(PatientContext patient)
    {
        FactReading reading = patient.Read(Fact, At);
        return Finding.Of((reading.Value is not null).ToTruth(), reading.Basis, []);
    }

    /// <inheritdoc />
    public override IEnumerable<Dependency> Dependencies() => [new(DependencyKind.Fact, Fact)];

    /// <inheritdoc />
    public override Clause InWords(WordList words) =>
        Clause.Statement(new LocalizedText("a value of {what} is on record", "{what}の記録がある").With("what", words.Fact(Fact, At)));

    /// <inheritdoc />
    public override Clause? DeniedInWords(WordList words) =>
        Clause.Statement(new LocalizedText("no value of {what} is on record", "{what}の記録がない").With("what", words.Fact(Fact, At)));

    private static Criterion Known(FactQuestion asked)
    {
        var known = new FactKnown(asked.Fact.Id, asked.At);
        return asked.Entry.Flag("known") ? known : new NoneOf([known]);
    }
}
