namespace Cds.Knowledge.Criteria;

/// <summary>A coded fact has one of the codes.</summary>
/// <param name="Fact">Fact id of a code fact.</param>
/// <param name="At">Which value.</param>
/// <param name="Codes">Codes that satisfy it.</param>
public sealed record FactCode(string Fact, FactTime At, IReadOnlyList<string> Codes) : Criterion
{
    /// <summary>How it is asked for.</summary>
    internal static FactTestKind Kind { get; } = new(
        [new("is", MemberType.Texts), new("in", MemberType.List)],
        [new("&nbsp;&nbsp;`is: <code>`, `in: [codes]`", "the code, or one of them")],
        Asked);

    /// <inheritdoc />
    protected override Finding Look(PatientContext patient)
    {
        FactReading reading = patient.Read(Fact, At);
        Truth truth = reading.Value is CodeValue code ? Codes.Contains(code.Code).ToTruth() : Truth.Unknown;
        return Finding.Of(truth, reading.Basis, truth != Truth.Unknown ? [] : reading.Missing.Count > 0 ? reading.Missing : [Fact]);
    }

    /// <inheritdoc />
    public override IEnumerable<Dependency> Dependencies() => [new(DependencyKind.Fact, Fact)];

    /// <inheritdoc />
    public override Clause InWords(WordList words) => Clause.Statement(
        words.Fact(Fact, At).Joined(": ", "：", WordList.Or([.. Codes.Select(code => words.CodeOf(Fact, code))])));

    private static IEnumerable<FactCode> Asked(FactQuestion asked)
    {
        if (asked.Entry.Has("is") && asked.Fact.Kind is not (FactKind.Presence or FactKind.Count)) yield return Of(asked, "is");
        if (asked.Entry.Has("in")) yield return Of(asked, "in");
    }

    private static FactCode Of(FactQuestion asked, string key) =>
        new(asked.Fact.Id, asked.At, asked.Entry.Known(key, asked.Fact.Codes, $"fact '{asked.Fact.Id}' has no code"));
}
