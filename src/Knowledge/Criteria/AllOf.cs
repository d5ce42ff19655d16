namespace Cds.Knowledge.Criteria;

/// <summary>Every part holds; one false part decides.</summary>
/// <param name="Parts">Parts.</param>
public sealed record AllOf(IReadOnlyList<Criterion> Parts) : Criterion
{
    /// <summary>How it is written.</summary>
    internal static CriterionKind Kind { get; } = new("all", entry => new AllOf(entry.Criteria("all")))
    {
        Members = [new("all", MemberType.Criteria)],
        Rows = [new("`all: [..]`", "every part holds; one false part decides")],
    };

    /// <inheritdoc />
    protected override Finding Look(PatientContext patient) => Decided(Parts, patient, Truth.False);

    /// <inheritdoc />
    public override IEnumerable<Dependency> Dependencies() => Parts.SelectMany(p => p.Dependencies());

    /// <inheritdoc />
    public override IEnumerable<Criterion> Children() => Parts;

    /// <inheritdoc />
    public override Clause InWords(WordList words) => Clause.Joined(new LocalizedText("all of", "次のすべて"), [.. Parts.Select(part => part.InWords(words))]);
}
