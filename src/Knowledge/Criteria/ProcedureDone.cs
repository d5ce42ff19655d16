using Cds.Knowledge.DerivedFacts;

namespace Cds.Knowledge.Criteria;

/// <summary>One of the procedures was done. Closed-world when the procedures were read completely.</summary>
/// <param name="Procedures">Procedure ids.</param>
/// <param name="WithinDays">Only within so many days before the time asked about; null for ever.</param>
/// <param name="Since">Only on or after the latest such event; null for any time.</param>
public sealed record ProcedureDone(IReadOnlyList<string> Procedures, int? WithinDays, SinceEvent? Since = null) : Criterion
{
    /// <summary>How it is written.</summary>
    internal static CriterionKind Kind { get; } = new("procedure", entry => new ProcedureDone(entry.Procedures("procedure"), entry.Integer("within-days"), entry.Word<SinceEvent>("since")))
    {
        Members =
        [
            new("procedure", MemberType.Texts),
            new("within-days", MemberType.WholeNumber),
            CriterionMember.Since,
        ],
        Rows = [new("`procedure: P` or `[..]`, `within-days: n`, `since: E`", "performed (in that time, since that event)")],
    };

    /// <inheritdoc />
    protected override Finding Look(PatientContext patient)
    {
        ClinicalDate? start = Since?.Date(patient);
        if (Since is { } since && start is null) return Finding.Lacking(since.Gaps(patient)) is { Missing.Count: > 0 } open ? open : Finding.Never;
        DateOnly? first = WithinDays is { } within ? patient.AsOf.Day.PlusDays(-within) : null;
        IReadOnlyList<string> gaps = first is { } day
            ? patient.Gaps.Since(RecordedHistory.Procedures, Procedures, day)
            : patient.Gaps.Ever(RecordedHistory.Procedures, Procedures);
        if (!patient.Records.Procedures.HasAny(Procedures)) return gaps.Count == 0 ? Finding.Never : Finding.Lacking(gaps);
        var basis = new List<Basis>();
        Truth truth = gaps.Count == 0 ? Truth.False : Truth.Unknown;
        foreach (RecordedProcedure procedure in patient.Procedures(Procedures))
        {
            Truth counts = first is not { } earliest ? Truth.True
                : procedure.Performed is { } performed ? performed.IsOnOrAfter(earliest) : Truth.Unknown;
            if (start is { } s) counts = counts.And(procedure.Performed is { } done ? SinceEvents.IsSince(done, s) : Truth.Unknown);
            if (counts != Truth.False) basis.Add(Events.BasisOf(patient, procedure));
            truth = truth.Or(counts);
        }

        return Finding.Of(truth, basis.Bounded(), gaps.Count == 0 ? Procedures : gaps);
    }

    /// <inheritdoc />
    public override IEnumerable<Dependency> Dependencies() => Procedures.Select(p => new Dependency(DependencyKind.Procedure, p));

    /// <inheritdoc />
    public override Clause InWords(WordList words)
    {
        Clause clause = Clause.Statement(new LocalizedText("{what} done", "{what}の実施").With("what", words.Titles(Procedures)));
        if (WithinDays is { } days) clause = clause.Followed(TimeWords.WithinDays(days));
        return Since is { } since ? clause.Followed(since.InWords()) : clause;
    }
}
