namespace Cds.Knowledge.Criteria;

/// <summary>At least one part holds; one true part decides.</summary>
/// <param name="Parts">Parts.</param>
public sealed record AnyOf(IReadOnlyList<Criterion> Parts) : Criterion
{
    /// <summary>How it is written.</summary>
    internal static CriterionKind Kind { get; } = new("any", entry => new AnyOf(entry.Criteria("any")))
    {
        Members = [new("any", MemberType.Criteria)],
        Rows = [new("`any: [..]`", "a part holds; one true part decides")],
    };

    /// <inheritdoc />
    protected override Finding Look(PatientContext patient) => Decided(Parts, patient, Truth.True);

    /// <inheritdoc />
    public override IEnumerable<Dependency> Dependencies() => Parts.SelectMany(p => p.Dependencies());

    /// <inheritdoc />
    public override IEnumerable<Criterion> Children() => Parts;

    /// <inheritdoc />
    public override Clause InWords(WordList words) => Clause.Joined(new LocalizedText("any of", "次のいずれか"), [.. Parts.Select(part => part.InWords(words))]);
}
