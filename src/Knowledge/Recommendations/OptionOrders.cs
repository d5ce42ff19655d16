namespace Cds.Knowledge.Recommendations;

/// <summary>
/// The orders that carry out an option: its own, else one for each drug of its regimen; nothing that already runs. Which they are and what their doses lack is found out at once; amounts and
/// words, which only a few options ever show, when somebody looks at them.
/// </summary>
internal sealed class OptionOrders : ListOnDemand<Order>
{
    private readonly PatientContext _patient;
    private readonly RecommendationDefinition _recommendation;
    private readonly Order[] _own;
    private readonly Regimen? _regimen;
    private readonly RegimenDrug[] _drugs;

    private OptionOrders(PatientContext patient, RecommendationDefinition recommendation, Order[] own, Regimen? regimen, RegimenDrug[] drugs)
    {
        _patient = patient;
        _recommendation = recommendation;
        _own = own;
        _regimen = regimen;
        _drugs = drugs;
        DoseMissing = [.. own.Select(order => OrderedDose.Missing(patient, order)).Concat(drugs.Select(drug => OrderedDose.Missing(patient, drug.DoseAmount, drug.DoseUnit))).SelectMany(ids => ids).Distinct()];
    }

    /// <summary>Facts that lack to work out the amounts (height, weight), each once.</summary>
    public IReadOnlyList<string> DoseMissing { get; }

    /// <summary>The examinations that it asks for.</summary>
    public IEnumerable<string> Examinations => _own.OfType<ServiceOrder>().Select(order => order.For);

    /// <summary>Whether an order that was sent would be changed or removed.</summary>
    public bool ChangesOrders => _own.Any(order => order is DoseChange or OrderRemoval);

    /// <summary>The orders of an option; an empty list where it is only listed.</summary>
    /// <param name="patient">The patient.</param>
    /// <param name="recommendation">The recommendation.</param>
    /// <param name="option">The option.</param>
    /// <param name="subject">What it names.</param>
    /// <param name="reducedOnly">Whether a regimen is drafted only where a dose table reduces a dose of it.</param>
    public static IReadOnlyList<Order> For(PatientContext patient, RecommendationDefinition recommendation, OptionDefinition option, OptionSubject subject, bool reducedOnly)
    {
        if (option.Orders.Count > 0)
        {
            Order[] own = [.. option.Orders.Where(order => (order.When is null || order.When.Evaluate(patient).Truth == Truth.True)
                && (order is not DrugOrder drug || (CanBeHad(patient, drug.DrugId) && (drug.IsRepeat || !Runs(patient, drug.DrugId)))))];
            return own.Length == 0 ? [] : new OptionOrders(patient, recommendation, own, null, []);
        }

        // None for a regimen with a drug for which no amount could be cited: an order set with an empty dose helps nobody.
        if (subject.Regimen is not { HasOpenDose: false } regimen) return [];
        PatientContext planned = patient.Planning(regimen);
        (RegimenDrug Usual, RegimenDrug Adjusted)[] first = [.. regimen.Drugs.Where(drug => drug.FromCycle == 1).Select(drug => (drug, Adjusted(planned, drug)))];
        // Where only reduced doses are right the full dose would contradict the advice.
        if (reducedOnly && first.All(drug => drug.Adjusted.DoseAmount == drug.Usual.DoseAmount && drug.Adjusted.Days.Count == drug.Usual.Days.Count)) return [];
        RegimenDrug[] drugs = [.. first.Select(drug => drug.Adjusted).Where(drug => CanBeHad(patient, drug.Drug) && !Runs(patient, drug.Drug))];
        return drugs.Length == 0 ? [] : new OptionOrders(patient, recommendation, [], regimen, drugs);
    }

    /// <inheritdoc />
    protected override IReadOnlyList<Order> Make() =>
    [
        .. _own.Concat(_drugs.Select(drug => FirstCycle(_regimen!, drug))).Select(order => order switch
        {
            DrugOrder drug => WithSource(_patient.Knowledge, OrderedDose.For(_patient, drug)),
            ServiceOrder { DueIn: { } due } service => ServiceDueDate.For(_patient, service, due),
            _ => order,
        }),
    ];

    private static bool CanBeHad(PatientContext patient, string drug) => !patient.Knowledge.Formulary.ExcludedDrugs.ContainsKey(drug);

    private static bool Runs(PatientContext patient, string drug) => patient.Therapy.Running(drug).Truth == Truth.True;

    private DrugOrder FirstCycle(Regimen regimen, RegimenDrug drug) => new()
    {
        DrugId = drug.Drug,
        DoseAmount = drug.DoseAmount,
        DoseUnit = drug.DoseUnit,
        MaximumDose = drug.MaximumDose,
        Route = drug.Route,
        Days = drug.Days,
        CycleDays = regimen.CycleDays,
        Cycles = regimen.Cycles,
        Source = drug.Source,
        Text = TextOf(_patient.Knowledge, regimen, drug),
        Reason = new LocalizedText($"{regimen.Title.En}: {_recommendation.Title.En}", $"{regimen.Title.Ja}：{_recommendation.Title.Ja}"),
    };

    /// <summary>
    /// The lowest dose that the dose tables ask for, on fewer days where they say so; a line without an amount for the days of the regimen leaves the dose to
    /// the prescriber. What would lower it further, and nobody knows, is said beside it.
    /// </summary>
    private static RegimenDrug Adjusted(PatientContext patient, RegimenDrug drug)
    {
        Drug known = patient.Knowledge.Drugs[drug.Drug];
        RegimenDrug adjusted = drug;
        foreach (DoseBand band in drug.Bands.Concat(known.Bands).Where(b => !b.IsNotGiven && b.Holds.Evaluate(patient).Truth == Truth.True)) adjusted = Lowered(adjusted, band) ?? adjusted;
        DoseBand[] open = [.. drug.Bands.Where(b => !b.IsNotGiven && b.Holds.Evaluate(patient).Truth == Truth.Unknown && Lowered(adjusted, b) is not null)];
        bool undecided = known.OpenDose is not null && known.Bands.Any(b => b.Holds.Evaluate(patient).Truth == Truth.Unknown);
        LocalizedText[] remarks =
        [
            .. adjusted.Remark is { } remark ? [remark] : Array.Empty<LocalizedText>(),
            .. open.Length > 0 ? [IfSo.With("doses", Lines(open))] : Array.Empty<LocalizedText>(),
            .. undecided ? [known.OpenDose!] : Array.Empty<LocalizedText>(),
        ];
        return remarks.Length == 0 ? adjusted : adjusted with { Remark = remarks.Aggregate((before, next) => before.Joined("; ", "。", next)) };
    }

    /// <summary>The dose that the line asks for; null where it asks for no less than is planned.</summary>
    private static RegimenDrug? Lowered(RegimenDrug drug, DoseBand band)
    {
        if (drug.DoseAmount is not { } planned) return null;
        if (band.RegimenDose is null && band.DoseUnit == drug.DoseUnit && band.SpacedDose(planned, drug.Days) is { } spaced)
            return drug with { DoseAmount = spaced.Amount, Days = spaced.Days, Remark = band.Text, Source = band.Citations[0] };
        IReadOnlyList<int> days = band.Days.Count > 0 ? band.Days : drug.Days;
        if (band.RegimenDose is { } lower && (lower.Unit != drug.DoseUnit || lower.Amount > planned || (lower.Amount == planned && days.Count >= drug.Days.Count))) return null;
        return drug with { DoseAmount = band.RegimenDose?.Amount, DoseUnit = band.RegimenDose?.Unit, Days = days, Remark = band.Text, Source = band.Citations[0] };
    }

    private static LocalizedText IfSo { get; } = new("where it applies, which is not on record: {doses}", "該当する場合（記録なし）：{doses}");

    private static LocalizedText Lines(IReadOnlyList<DoseBand> bands) =>
        LocalizedText.Join(bands.Select(b => b.Text), "; ", "、");

    private static LocalizedText TextOf(KnowledgeBase knowledge, Regimen regimen, RegimenDrug drug)
    {
        LocalizedText name = knowledge.Drugs[drug.Drug].Title;
        string dose = drug.DoseAmount is { } amount ? $" {ValueRange.Exactly(amount)} {drug.DoseUnit}" : "";
        LocalizedText days = DayList.Of(drug.Days);
        string cycle = regimen.CycleDays?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "";
        LocalizedText schedule = (drug.Days.Count > 0, cycle.Length > 0) switch
        {
            (true, true) => new($", cycle 1: days {days.En} of a {cycle}-day cycle", $"、第1サイクル（{cycle}日間）の第{days.Ja}日"),
            (true, false) => new($", days {days.En}", $"、第{days.Ja}日"),
            _ => new("", ""),
        };
        LocalizedText choice = drug.DoseAmount is null ? new(" (dose to be chosen by the prescriber)", "（用量は処方医が決定）") : new("", "");
        LocalizedText remark = drug.Remark is { } r ? new($". {r.En}", $"。{r.Ja}") : new("", "");
        return new LocalizedText(name.En + dose + schedule.En + choice.En + remark.En, name.Ja + dose + schedule.Ja + choice.Ja + remark.Ja);
    }

    /// <summary>A dose that stands in none of the five documents names the publication or label it comes from.</summary>
    private static DrugOrder WithSource(KnowledgeBase knowledge, DrugOrder order)
    {
        if (order.Source is not { } source || knowledge.Documents[source.Document] is not { IsSource: false } document) return order;
        return order with
        {
            Text = new LocalizedText($"{order.Text.En} [dose: {document.ShortName.En}]", $"{order.Text.Ja}［用量の出典：{document.ShortName.Ja}］"),
        };
    }
}
