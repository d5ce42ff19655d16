namespace Cds.Knowledge.Criteria;

/// <summary>No part holds; one true part disproves it.</summary>
/// <param name="Parts">Parts.</param>
public sealed record NoneOf(IReadOnlyList<Criterion> Parts) : Criterion
{
    /// <summary>How it is written.</summary>
    internal static CriterionKind Kind { get; } = new("none", entry => new NoneOf(entry.Criteria("none")))
    {
        Members = [new("none", MemberType.Criteria)],
        Rows = [new("`none: [..]`", "no part holds; one true part disproves it")],
    };

    /// <summary>How it is written.</summary>
    internal static CriterionKind NotKind { get; } = new("not", entry => new NoneOf([entry.Criterion("not")]))
    {
        Members = [new("not", MemberType.Criterion)],
        Rows = [new("`not: {..}`", "the part does not hold")],
    };

    /// <inheritdoc />
    protected override Finding Look(PatientContext patient) => Decided(Parts, patient, Truth.True).Negated();

    /// <inheritdoc />
    public override IEnumerable<Dependency> Dependencies() => Parts.SelectMany(p => p.Dependencies());

    /// <inheritdoc />
    public override IEnumerable<Criterion> Children() => Parts;

    /// <inheritdoc />
    public override Clause InWords(WordList words) => Parts is [var part]
        ? part.DeniedInWords(words) ?? new Clause(new LocalizedText("not", "次に該当しない"), [part.InWords(words)])
        : new Clause(new LocalizedText("none of", "次のいずれでもない"), [.. Parts.Select(p => p.InWords(words))]);
}
