namespace Cds.Knowledge.Criteria;

/// <summary>The data prove the part. Never unknown: it asks what the record shows, not what is the case (a check that nobody recorded).</summary>
/// <param name="Part">What has to be proven.</param>
public sealed record Proven(Criterion Part) : Criterion
{
    /// <summary>How it is written.</summary>
    internal static CriterionKind Kind { get; } = new("proven", entry => new Proven(entry.Criterion("proven")))
    {
        Members = [new("proven", MemberType.Criterion, "The record shows it; never unknown.")],
        Rows = [new("`proven: {..}`", "the data prove it; never unknown")],
    };

    /// <inheritdoc />
    protected override Finding Look(PatientContext patient)
    {
        Finding finding = Part.Evaluate(patient);
        return Finding.Of((finding.Truth == Truth.True).ToTruth(), finding.Basis, []);
    }

    /// <inheritdoc />
    public override IEnumerable<Dependency> Dependencies() => Part.Dependencies();

    /// <inheritdoc />
    public override IEnumerable<Criterion> Children() => [Part];

    /// <inheritdoc />
    public override Clause InWords(WordList words) => new(new LocalizedText("the record shows", "記録から確認できる"), [Part.InWords(words)]);
}
