using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Therapy;
using Cds.Knowledge.Values;
using Cds.Knowledge.Wording;

namespace Cds.Knowledge.Tests.Reference;

/// <summary>The orders that carry out an option: its own, else one for each drug of its regimen; nothing that already runs.</summary>
internal static class OptionOrders
{
    public static IReadOnlyList<Order> For(PatientContext patient, RecommendationDefinition recommendation, OptionDefinition option, OptionSubject subject, bool reducedOnly)
    {
        IEnumerable<Order> orders = option.Orders.Count > 0
            ? option.Orders.Where(o => o.When is null || o.When.Evaluate(patient).Truth == Truth.True)
            : subject.Regimen is { } regimen ? OfRegimen(patient, recommendation, regimen, reducedOnly) : [];
        return [.. orders.Where(o => o is not DrugOrder ordered || !patient.Knowledge.Formulary.ExcludedDrugs.ContainsKey(ordered.DrugId))
            .Where(o => o is not DrugOrder { IsRepeat: false } drug || patient.Therapy.Running([drug.DrugId]).Truth != Truth.True)
            .Select(o => o switch
            {
                DrugOrder drug => WithSource(patient.Knowledge, OrderedDose.For(patient, drug)),
                ServiceOrder { DueIn: { } due } service => ServiceDueDate.For(patient, service, due),
                _ => o,
            })];
    }

    /// <summary>
    /// First-cycle orders; none for a regimen with a drug for which no amount could be cited: an order set with an empty dose helps nobody. Where only reduced doses are right, none for a
    /// regimen that no dose table reduces: the full dose would contradict the advice.
    /// </summary>
    private static IEnumerable<Order> OfRegimen(PatientContext patient, RecommendationDefinition recommendation, Regimen regimen, bool reducedOnly)
    {
        if (regimen.HasOpenDose) return [];
        PatientContext planned = patient.Planning(regimen);
        (RegimenDrug Usual, RegimenDrug Adjusted)[] drugs = [.. regimen.Drugs.Where(d => d.FromCycle == 1).Select(d => (d, Adjusted(planned, d)))];
        return reducedOnly && drugs.All(d => d.Adjusted.DoseAmount == d.Usual.DoseAmount && d.Adjusted.Days.Count == d.Usual.Days.Count)
            ? [] : drugs.Select(d => Ordered(patient.Knowledge, recommendation, regimen, d.Adjusted));
    }

    private static DrugOrder Ordered(KnowledgeBase knowledge, RecommendationDefinition recommendation, Regimen regimen, RegimenDrug d) => new()
    {
        DrugId = d.Drug,
        DoseAmount = d.DoseAmount,
        DoseUnit = d.DoseUnit,
        MaximumDose = d.MaximumDose,
        Route = d.Route,
        Days = d.Days,
        CycleDays = regimen.CycleDays,
        Cycles = regimen.Cycles,
        Source = d.Source,
        Text = TextOf(knowledge, regimen, d),
        Reason = new LocalizedText($"{regimen.Title.En}: {recommendation.Title.En}", $"{regimen.Title.Ja}：{recommendation.Title.Ja}"),
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
        new(string.Join("; ", bands.Select(b => b.Text.En)), string.Join("、", bands.Select(b => b.Text.Ja)));

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
