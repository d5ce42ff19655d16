namespace Cds.Knowledge.Criteria;

/// <summary>One of the conditions is recorded. Closed-world when the conditions were read completely.</summary>
/// <param name="Conditions">Condition ids.</param>
/// <param name="Status">Now, ever, or only in the past.</param>
/// <param name="Severe">Only records graded severe; a record without a grade then leaves it unknown.</param>
/// <param name="WithinDays">Only when it began within so many days.</param>
public sealed record ConditionRecorded(IReadOnlyList<string> Conditions, ConditionStatus Status, bool Severe, int? WithinDays) : Criterion
{
    /// <summary>How it is written.</summary>
    internal static CriterionKind Kind { get; } = new("condition", entry => new ConditionRecorded(
        entry.Conditions("condition"),
        entry.Word<ConditionStatus>("status") ?? ConditionStatus.Current,
        entry.Flag("severe"),
        entry.Integer("within-days") ?? entry.Integer("ended-within-days")))
    {
        Members =
        [
            new("condition", MemberType.Texts),
            CriterionMember.Word<ConditionStatus>("status"),
            new("severe", MemberType.Flag),
            new("ended-within-days", MemberType.WholeNumber),
            new("within-days", MemberType.WholeNumber),
        ],
        Rows =
        [
            new("`condition: C` or `[C1, C2]`", "recorded; `status: current` (default), `ever`, `history` (past only) or `current-or-remission`"),
            new("&nbsp;&nbsp;`severe: true`", "graded severe; a record without a grade leaves it unknown"),
            new("&nbsp;&nbsp;`ended-within-days: n` (or `within-days`)", "ongoing, or ended in the last n days"),
        ],
    };

    /// <inheritdoc />
    protected override Finding Look(PatientContext patient)
    {
        IReadOnlyList<string> gaps = Status == ConditionStatus.Current
            ? patient.Gaps.Now(RecordedHistory.Conditions, Conditions)
            : patient.Gaps.Ever(RecordedHistory.Conditions, Conditions);
        if (!patient.Records.Conditions.HasAny(Conditions)) return gaps.Count == 0 ? Finding.Never : Finding.Lacking(gaps);
        IEnumerable<RecordedCondition> candidates = Status switch
        {
            ConditionStatus.Current => patient.CurrentConditions(Conditions),
            ConditionStatus.Ever => patient.ConditionsEver(Conditions),
            ConditionStatus.History => patient.ConditionsEver(Conditions).Where(c => !patient.IsCurrent(c)),
            ConditionStatus.CurrentOrRemission => patient.ConditionsEver(Conditions).Where(c => patient.IsCurrent(c) || c.InRemission),
            _ => throw new InvalidOperationException($"Add the condition status {Status}."),
        };
        var basis = new List<Basis>();
        Truth truth = gaps.Count == 0 ? Truth.False : Truth.Unknown;
        foreach (RecordedCondition condition in candidates)
        {
            Truth counts = IsRecent(patient, condition).And(!Severe ? Truth.True : condition.IsSevere switch { true => Truth.True, false => Truth.False, null => Truth.Unknown });
            if (counts != Truth.False) basis.Add(BasisOf(patient, condition));
            truth = truth.Or(counts);
        }

        return Finding.Of(truth, basis.Bounded(), gaps.Count == 0 ? Conditions : gaps);
    }

    /// <inheritdoc />
    public override IEnumerable<Dependency> Dependencies() => Conditions.Select(c => new Dependency(DependencyKind.Condition, c));

    /// <inheritdoc />
    public override Clause InWords(WordList words)
    {
        LocalizedText what = words.Titles(Conditions);
        if (Severe) what = new LocalizedText("severe {what}", "重度の{what}").With("what", what);
        Clause clause = Clause.Statement(StatusInWords.With("what", what));
        return WithinDays is { } days ? clause.Followed(TimeWords.WithinDays(days)) : clause;
    }

    /// <summary>The basis entry of a recorded condition.</summary>
    internal static Basis BasisOf(PatientContext patient, RecordedCondition condition) => new()
    {
        Fact = condition.ConditionId,
        Title = patient.Knowledge.Conditions[condition.ConditionId].Title,
        Date = condition.Since?.Text,
        Resource = condition.Resource,
        Comment = condition.MatchedByText ? EvaluationTexts.ByName : null,
    };

    private LocalizedText StatusInWords => Status switch
    {
        ConditionStatus.Current => new("{what} (current)", "{what}（現在）"),
        ConditionStatus.Ever => new("{what} (now or in the past)", "{what}（現在または既往）"),
        ConditionStatus.History => new("{what} (in the past only)", "{what}（既往のみ）"),
        ConditionStatus.CurrentOrRemission => new("{what} (current or in remission)", "{what}（現在または寛解中）"),
        _ => throw new InvalidOperationException($"Add the condition status {Status}."),
    };

    private Truth IsRecent(PatientContext patient, RecordedCondition condition)
    {
        if (WithinDays is not { } days) return Truth.True;
        DateOnly first = patient.AsOf.Day.PlusDays(-days);
        // An ongoing condition and one that ended within the time both count; without any date nobody can tell.
        if (condition.Until is { } ended) return ended.IsOnOrAfter(first);
        if (patient.IsCurrent(condition)) return Truth.True;

        // Over, nobody knows since when: it surely was there in the time only if it began in it.
        return condition.Since is { } began && began.IsOnOrAfter(first) == Truth.True ? Truth.True : Truth.Unknown;
    }
}

/// <summary>When a condition has to have been there.</summary>
public enum ConditionStatus
{
    /// <summary>Now.</summary>
    Current,

    /// <summary>Now or in the past.</summary>
    Ever,

    /// <summary>In the past, not now.</summary>
    History,

    /// <summary>Now, or recorded as in remission (a disease that is not held to be cured).</summary>
    CurrentOrRemission,
}
