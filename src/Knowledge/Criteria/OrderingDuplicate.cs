namespace Cds.Knowledge.Criteria;

/// <summary>
/// The ordered drug, or another of its class, is already prescribed or being taken. Only records with an active status count: a dose given last
/// week is followed by the next order as a matter of course. An order that continues or replaces the other, or is that very order being signed
/// again, is no duplicate. By class, two different drugs in the same drafts are one too.
/// </summary>
/// <param name="Classes">Class ids within which two drugs are duplicates; null for the same drug only.</param>
public sealed record OrderingDuplicate(IReadOnlyList<string>? Classes) : Criterion
{
    /// <summary>How it is written.</summary>
    internal static CriterionKind Kind { get; } = new("ordering-duplicate", entry => new OrderingDuplicate(DrugOrClasses.Read(entry, "ordering-duplicate")))
    {
        Members = [.. DrugOrClasses.Members("ordering-duplicate")],
        Rows =
        [
            new("`ordering-duplicate: drug`, or `class` with `classes: [..]`", "an order or statement with an active status has the same drug, or another one of its class; by class also another draft"),
        ],
        InOrderRulesOnly = true,
    };

    /// <inheritdoc />
    protected override Finding Look(PatientContext patient) => OrderEvidence.AnyOf(patient, patient.JudgedOrders, order => Of(patient, order));

    /// <inheritdoc />
    public override IEnumerable<Dependency> Dependencies() => [OrderEvidence.Dependency, .. (Classes ?? []).Select(c => new Dependency(DependencyKind.DrugClass, c))];

    /// <inheritdoc />
    public override Clause InWords(WordList words) => Clause.Statement(Classes is null
        ? new LocalizedText("the ordered drug is already prescribed or taken", "オーダー薬剤がすでに処方・服用されている")
        : new LocalizedText(
            "another drug of the same class is prescribed, taken or ordered ({classes})", "同じ薬効群（{classes}）の別の薬剤がすでに処方・服用またはオーダーされている").With("classes", words.Titles(Classes)));

    private Finding Of(PatientContext patient, DraftOrder order)
    {
        string? drugClass = patient.Knowledge.Drugs[order.DrugId].Class;
        if (Classes is not null && (drugClass is null || !Classes.Contains(drugClass))) return Finding.Never;
        var basis = new BasisCollector();
        var open = new List<string>();
        IReadOnlyList<string> gaps = patient.Gaps.Now(RecordedHistory.Medications, [.. patient.Knowledge.Drugs.Keys.Where(IsTwin)]);
        Truth truth = gaps.Count == 0 ? Truth.False : Truth.Unknown;
        foreach ((DrugRecord record, DosingPeriod period) in patient.Therapy.Ongoing.Where(o => IsOther(patient, o.Record, order) && IsTwin(o.Record.DrugId)))
        {
            basis.Add(period.Basis);
            if (period.Running == Truth.Unknown) open.Add(record.DrugId);
            truth = truth.Or(period.Running);
        }

        if (Classes is not null)
        {
            DraftOrder[] twins = [.. patient.Record.DraftOrders.Where(o => IsTwin(o.DrugId) && o.Resource != order.Resource)];
            basis.Add([.. twins.Select(o => OrderEvidence.BasisOf(patient, o))]);
            if (twins.Length > 0) truth = Truth.True;
        }

        return Finding.Of(truth, basis.ToList(), open.Count > 0 ? open : gaps);

        bool IsTwin(string drugId) => Classes is null
            ? drugId == order.DrugId
            : drugId != order.DrugId && patient.Knowledge.Drugs[drugId].Class == drugClass;
    }

    private static bool IsOther(PatientContext patient, DrugRecord record, DraftOrder order) =>
        record.Resource != order.Resource
        && !order.Replaces.Contains(record.Resource)
        // Another draft of this session may be the running order itself, changed and signed again.
        && !patient.Records.Drafted.Contains(record.Resource);
}
