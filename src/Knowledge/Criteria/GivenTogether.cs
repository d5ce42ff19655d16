namespace Cds.Knowledge.Criteria;

/// <summary>
/// The drugs were once given at the same time as treatment: one regimen. Doses for a transplant (conditioning, mobilisation) and for lymphodepletion
/// are none of it.
/// </summary>
/// <param name="Drugs">Drug ids, two or more.</param>
public sealed record GivenTogether(IReadOnlyList<string> Drugs) : Criterion
{
    /// <summary>How it is written.</summary>
    internal static CriterionKind Kind { get; } = new("given-together", Read)
    {
        Members = [new("given-together", MemberType.Texts, "Drug ids.")],
        Rows = [new("`given-together: [D1, D2]`", "the drugs were once given at the same time as treatment, conditioning and mobilisation left aside")],
    };

    /// <inheritdoc />
    protected override Finding Look(PatientContext patient)
    {
        DosingPeriod[] periods = [.. patient.Therapy.AntiMyeloma.Where(p => !p.BelongsToTransplant && Drugs.Contains(p.DrugId))];
        IReadOnlyList<string> gaps = patient.Gaps.Ever(RecordedHistory.Medications, Drugs);
        Finding found = gaps.Count == 0 ? Finding.Never : Finding.Lacking(gaps);
        var byDrug = new PeriodsByDrug(periods);
        foreach (DateOnly day in periods.Select(p => p.Start).Distinct())
        {
            DosingPeriod[] then = [.. Drugs.Select(drug => byDrug.Covering(drug, day)).OfType<DosingPeriod>()];
            if (then.Length < Drugs.Count) continue;
            Basis[] basis = [.. then.SelectMany(p => p.Basis)];
            if (then.All(p => day <= p.EarliestEnd)) return Finding.Of(Truth.True, basis.Bounded(), []);
            found = Finding.Of(Truth.Unknown, basis.Bounded(), [.. then.Where(p => day > p.EarliestEnd).Select(p => p.DrugId)]);
        }

        return found;
    }

    /// <inheritdoc />
    public override IEnumerable<Dependency> Dependencies() => Drugs.Select(d => new Dependency(DependencyKind.Drug, d));

    /// <inheritdoc />
    public override Clause InWords(WordList words) =>
        Clause.Statement(new LocalizedText("given together: {what}", "{what}の併用歴あり").With("what", TherapyTexts.Combination(Drugs.Select(words.Title))));

    private static GivenTogether Read(ICriterionEntry entry)
    {
        IReadOnlyList<string> drugs = entry.Drugs("given-together");
        if (drugs.Count == 1) entry.Defect("'given-together' names two drugs or more", "given-together");
        return new GivenTogether(drugs);
    }
}
