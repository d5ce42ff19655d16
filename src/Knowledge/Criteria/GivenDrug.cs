namespace Cds.Knowledge.Criteria;

/// <summary>
/// One of the drugs was given (so often) in a time, in doses of a size when asked for. A record without a dose counts as large enough (with
/// <c>dose-gt</c> it leaves the answer unknown); where
/// hours decide and only days are known, a dose whose day straddles the limit leaves the answer unknown.
/// </summary>
/// <param name="Drugs">Drug ids.</param>
public sealed record GivenDrug(IReadOnlyList<string> Drugs) : Criterion
{
    /// <summary>How it is written.</summary>
    internal static CriterionKind Kind { get; } = new("given-drug", Read)
    {
        Members =
        [
            new("given-drug", MemberType.Texts),
            new("within-days", MemberType.WholeNumber),
            CriterionMember.WithinHours,
            new("before-hours", MemberType.WholeNumber),
            new("times-gte", MemberType.WholeNumber),
            CriterionMember.Since,
            new("dose-gte", MemberType.Dose),
            new("dose-gt", MemberType.Dose),
            new("latest", MemberType.Flag, "Asks about the latest dose alone."),
        ],
        Rows =
        [
            new("`given-drug: D` or `[..]`", "a dose was given or planned; with `within-days: n`, `within-hours: n`, `before-hours: n` (begun so long ago or longer), "
                + "`times-gte: n` (so many doses; an order, its dispense and its administration are one), `since: E`"),
            new("&nbsp;&nbsp;`dose-gte: 120 mg`, `dose-gt: 60 mg`", "single doses of that size; doses in other units are compared by weight or body surface area; an unrecorded dose counts for `dose-gte` and leaves `dose-gt` unknown"),
            new("&nbsp;&nbsp;`latest: true`", "the latest dose is meant, an administration where there is any; unknown where nobody can say which dose was the latest and the answers differ"),
        ],
    };

    /// <summary>Days before the time asked about; null for any time.</summary>
    public int? WithinDays { get; init; }

    /// <summary>Hours before the time asked about; null for any time.</summary>
    public int? WithinHours { get; init; }

    /// <summary>Only what began at least so many hours before the time asked about; null for any time.</summary>
    public int? BeforeHours { get; init; }

    /// <summary>Smallest single dose that counts, or null.</summary>
    public decimal? MinimumDose { get; init; }

    /// <summary>UCUM unit of the dose.</summary>
    public string? DoseUnit { get; init; }

    /// <summary>Whether the dose has to be larger than <see cref="MinimumDose"/>.</summary>
    public bool DoseExclusive { get; init; }

    /// <summary>
    /// How many doses have to count. An order, its dispense and its administration are one dose: of the kinds of record the one with the most doses
    /// is counted, and only administrations where there are any.
    /// </summary>
    public int Times { get; init; } = 1;

    /// <summary>Only on or after the latest such event.</summary>
    public SinceEvent? Since { get; init; }

    /// <summary>Whether the latest dose alone is meant (<see cref="LatestDose"/>).</summary>
    public bool Latest { get; init; }

    /// <inheritdoc />
    protected override Finding Look(PatientContext patient)
    {
        ClinicalDate? start = Since?.Date(patient);
        if (Since is { } since && start is null) return Finding.Lacking(since.Gaps(patient)) is { Missing.Count: > 0 } open ? open : Finding.Never;
        IReadOnlyList<string> gaps = FirstDay(patient) is { } day
            ? patient.Gaps.Since(RecordedHistory.Medications, Drugs, day)
            : patient.Gaps.Ever(RecordedHistory.Medications, Drugs);
        IReadOnlyList<string> counting = patient.Counting(Drugs);
        if (!patient.Records.DrugRecords.HasAny(counting)) return gaps.Count > 0 ? Finding.Lacking(gaps) : Finding.Never;
        var doses = new List<(DrugRecordSource Source, Truth Counts)>();
        var basis = new List<Basis>();
        var measures = new HashSet<string>();
        bool contradicted = false;
        // A report that says the same of the same time is the same dose told twice.
        var told = new HashSet<(string, ClinicalDate, ClinicalDate, decimal?, string?)>();
        foreach ((DrugRecord record, ClinicalDate first, ClinicalDate last, Basis datum) in LatestDose.Among(patient.Therapy.Doses(counting), Latest))
        {
            if (record.Source == DrugRecordSource.Statement && !told.Add((record.DrugId, first, last, record.DoseAmount, record.DoseUnit))) continue;
            (Truth isLarge, IReadOnlyList<string> missing) = IsLargeEnough(patient, record);
            Truth counts = IsInTime(patient, last).And(IsLongAgo(patient, first)).And(isLarge);
            if (start is { } from) counts = counts.And(SinceEvents.IsSince(first, from).Or(SinceEvents.IsSince(last, from)));
            if (counts == Truth.Unknown) measures.UnionWith(missing);
            if (counts == Truth.False)
            {
                contradicted = true;
                continue;
            }

            basis.Add(datum);
            doses.Add((record.Source, counts));
        }

        // Two records that may both be the latest and say different things decide nothing.
        bool isOpen = Latest && (contradicted || doses.Any(d => d.Counts == Truth.Unknown));
        int sure = isOpen ? 0 : MostOfOneKind([.. doses.Where(d => d.Counts == Truth.True)]);
        int possible = MostOfOneKind(doses);
        Truth truth = sure >= Times && !(Latest && gaps.Count > 0) ? Truth.True : possible >= Times || gaps.Count > 0 ? Truth.Unknown : Truth.False;
        return Finding.Of(truth, basis.Bounded(), gaps.Count > 0 ? gaps : measures.Count > 0 ? [.. measures] : Drugs);
    }

    /// <inheritdoc />
    public override IEnumerable<Dependency> Dependencies() => Drugs.Select(d => new Dependency(DependencyKind.Drug, d));

    /// <inheritdoc />
    public override Clause InWords(WordList words)
    {
        LocalizedText given = Latest ? new("the latest dose of {what} given", "{what}の直近の投与") : new("{what} given", "{what}の投与歴");
        Clause clause = Clause.Statement(given.With("what", words.Titles(Drugs)));
        if (MinimumDose is { } dose)
        {
            LocalizedText limit = DoseExclusive ? new("in doses above {dose}", "（1回{dose}を超える量）") : new("in doses of {dose} or more", "（1回{dose}以上）");
            clause = clause.Followed(limit.With("dose", $"{WordList.Number(dose)} {DoseUnit}"));
        }

        if (Times > 1) clause = clause.Followed(new LocalizedText("at least {count} times", "（{count}回以上）").With("count", WordList.Number(Times)));
        if (WithinDays is { } days) clause = clause.Followed(TimeWords.WithinDays(days));
        if (WithinHours is { } hours) clause = clause.Followed(TimeWords.WithinHours(hours));
        if (BeforeHours is { } before) clause = clause.Followed(TimeWords.HoursAgo(before));
        return Since is { } since ? clause.Followed(since.InWords()) : clause;
    }

    private static GivenDrug Read(ICriterionEntry entry)
    {
        (decimal Amount, string Unit)? atLeast = entry.Dose("dose-gte");
        (decimal Amount, string Unit)? moreThan = entry.Dose("dose-gt");
        return new GivenDrug(entry.Drugs("given-drug"))
        {
            WithinDays = entry.Integer("within-days"),
            WithinHours = entry.Hours("within-hours"),
            BeforeHours = entry.Integer("before-hours"),
            MinimumDose = atLeast?.Amount ?? moreThan?.Amount,
            DoseUnit = atLeast?.Unit ?? moreThan?.Unit,
            DoseExclusive = moreThan is not null,
            Times = entry.Integer("times-gte") ?? 1,
            Since = entry.Word<SinceEvent>("since"),
            Latest = entry.Flag("latest"),
        };
    }

    private static int MostOfOneKind(IReadOnlyList<(DrugRecordSource Source, Truth Counts)> doses)
    {
        int administrations = doses.Count(d => d.Source == DrugRecordSource.Administration);
        return administrations > 0 ? administrations : doses.GroupBy(d => d.Source).Select(kind => kind.Count()).DefaultIfEmpty().Max();
    }

    /// <summary>The first day on which a dose can count; null for any time.</summary>
    private DateOnly? FirstDay(PatientContext patient) =>
        WithinDays is { } days ? patient.AsOf.Day.PlusDays(-days)
        : WithinHours is { } hours ? DateOnly.FromDateTime(patient.AsOf.EarliestMoment.PlusHours(-hours))
        : null;

    private Truth IsLongAgo(PatientContext patient, ClinicalDate first) => BeforeHours is not { } hours ? Truth.True
        : first.Latest <= patient.AsOf.EarliestMoment.PlusHours(-hours) ? Truth.True
        : first.Earliest > patient.AsOf.Moment.PlusHours(-hours) ? Truth.False
        : Truth.Unknown;

    private Truth IsInTime(PatientContext patient, ClinicalDate last)
    {
        Truth inDays = WithinDays is { } days ? last.IsOnOrAfter(patient.AsOf.Day.PlusDays(-days)) : Truth.True;
        if (WithinHours is not { } hours) return inDays;
        Truth inHours = last.Earliest >= patient.AsOf.Moment.PlusHours(-hours) ? Truth.True
            : last.Latest < patient.AsOf.EarliestMoment.PlusHours(-hours) ? Truth.False
            : Truth.Unknown;
        return inDays.And(inHours);
    }

    private (Truth Truth, IReadOnlyList<string> Missing) IsLargeEnough(PatientContext patient, DrugRecord record)
    {
        if (MinimumDose is not { } minimum) return (Truth.True, []);
        if (record is { DoseAmount: { } same } && record.DoseUnit == DoseUnit) return (Exceeds(same, minimum), []);
        DoseSize given = DoseSize.Of(patient, record.DoseAmount, record.DoseUnit);
        DoseSize limit = DoseSize.Of(patient, minimum, DoseUnit);
        if (given.Amount is { } amount && limit.Amount is { } least) return (Exceeds(amount, least), []);

        // Whether an unrecorded dose exceeds a limit nobody can tell; one that has to reach the usual dose is taken to do so.
        return (DoseExclusive ? Truth.Unknown : Truth.True, record.DoseAmount is null ? [] : [.. given.Missing.Concat(limit.Missing).Distinct()]);
    }

    private Truth Exceeds(decimal amount, decimal limit) => (DoseExclusive ? amount > limit : amount >= limit).ToTruth();
}
