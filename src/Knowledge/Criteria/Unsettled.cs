namespace Cds.Knowledge.Criteria;

/// <summary>
/// Sources disagree about those for whom the part holds (a limit that one prints as "above" and another as "or more"): for them the answer is unknown, and no datum is missing that
/// would decide it. For all others it does not hold.
/// </summary>
/// <param name="Part">For whom sources disagree.</param>
public sealed record Unsettled(Criterion Part) : Criterion
{
    /// <summary>How it is written.</summary>
    internal static CriterionKind Kind { get; } = new("unsettled", entry => new Unsettled(entry.Criterion("unsettled")))
    {
        Members = [new("unsettled", MemberType.Criterion, "For whom sources disagree: unknown there, whatever is measured.")],
        Rows = [new("`unsettled: {..}`", "never; unknown where the part holds, because sources disagree about it")],
    };

    /// <inheritdoc />
    protected override Finding Look(PatientContext patient)
    {
        Finding part = Part.Evaluate(patient);
        return part.Truth == Truth.True ? new Finding(Truth.Unknown, part.Basis, []) : part;
    }

    /// <inheritdoc />
    public override IEnumerable<Dependency> Dependencies() => Part.Dependencies();

    /// <inheritdoc />
    public override IEnumerable<Criterion> Children() => [Part];

    /// <inheritdoc />
    public override Clause InWords(WordList words) =>
        new(new LocalizedText("open, because sources differ, where", "資料により異なり判定しない場合"), [Part.InWords(words)]);
}
