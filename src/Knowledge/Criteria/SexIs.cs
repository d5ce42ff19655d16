namespace Cds.Knowledge.Criteria;

/// <summary>The administrative sex; unknown while it is not recorded.</summary>
/// <param name="Sex">Sex asked for.</param>
public sealed record SexIs(Sex Sex) : Criterion
{
    /// <summary>How it is written.</summary>
    internal static CriterionKind Kind { get; } = new("sex", entry => new SexIs(entry.Word<Sex>("sex") ?? Sex.Unknown))
    {
        Members = [CriterionMember.OneOf("sex", ["male", "female"])],
        Rows = [new("`sex: female` or `male`", "administrative sex; unknown while not recorded")],
    };

    /// <inheritdoc />
    protected override Finding Look(PatientContext patient) =>
        patient.Record.Sex == Sex.Unknown ? Finding.Lacking(HistoryParts.Sex) : Finding.Of((patient.Record.Sex == Sex).ToTruth(), [], []);

    /// <inheritdoc />
    public override IEnumerable<Dependency> Dependencies() => [];

    /// <inheritdoc />
    public override Clause InWords(WordList words) => Clause.Statement(Sex == Sex.Female ? new LocalizedText("woman", "女性") : new LocalizedText("man", "男性"));
}
