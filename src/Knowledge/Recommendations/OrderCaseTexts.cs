using Cds.Knowledge.Approvals;
using Cds.Knowledge.Criteria;
using Cds.Knowledge.Documents;

namespace Cds.Knowledge.Recommendations;

/// <summary>The texts of a case for the orders for which it holds.</summary>
internal sealed class OrderCaseTexts(PatientContext patient, Drug drug, JudgedCase judged)
{
    /// <summary>What is wrong, in a few words.</summary>
    public LocalizedText Finding => Filled(judged.Case.Finding);

    /// <summary>The same in fewer words where the case has them.</summary>
    public LocalizedText BriefFinding => judged.Case.Brief is { } brief ? Filled(brief) : Finding;

    /// <summary>The explanation; null when the case has none.</summary>
    public LocalizedText? Detail => judged.Case.Detail is { } detail ? Filled(detail) : null;

    /// <summary>Where it comes from, the drug's own rules first: of a case about many drugs what it cites for this one.</summary>
    public IEnumerable<Citation> Citations => Rules.SelectMany(r => r.Citations).Concat(judged.Case.Citations.OrderBy(c => drug.Rules.Any(r => r.Citations.Contains(c)) ? 0 : 1));

    /// <summary>The drug's own rules that hold, as far as the case asks about them.</summary>
    private IEnumerable<StandingRule> Rules => judged.Case.When.Unsuitable()
        .SelectMany(u => u.Rules(drug, patient.JudgedOrders))
        .Where(rule => rule.When.Evaluate(patient).Truth == Truth.True)
        .Distinct();

    /// <summary>A text of the case with its placeholders filled.</summary>
    public LocalizedText Filled(LocalizedText text)
    {
        LocalizedText filled = text.With("drug", drug.Title);
        if (Uses(filled, "others")) filled = filled.With("others", Others());
        if (Uses(filled, "reasons")) filled = filled.With("reasons", LocalizedText.Join(Rules.Select(rule => rule.Reason).Distinct(), " ", ""));
        if (Uses(filled, "band")) filled = filled.With("band", LocalizedText.Join(BandsThatHold().Select(b => b.Text), "; ", "、"));
        if (Uses(filled, "dose")) filled = filled.With("dose", OrderedDoses());
        if (Uses(filled, "limit")) filled = filled.With("limit", Limits());
        if (Uses(filled, "often")) filled = filled.With("often", Often(o => o.DosesPerWeek));
        if (Uses(filled, "planned-often")) filled = filled.With("planned-often", Often(o => PlannedDoses.For(patient, o) is var planned ? planned.MostPerWeek(planned.SizeOf(patient, o).Amount, DosedTooOften.RoundingIn(judged.Case.When)) : null));
        return ApprovalTexts.Fill(filled, patient);
    }

    private static bool Uses(LocalizedText text, string name) => text.En.Contains("{" + name + "}", StringComparison.Ordinal);

    /// <summary>The drugs behind the finding other than the orders themselves; the drug itself when only it is concerned.</summary>
    private LocalizedText Others()
    {
        HashSet<string> own = [.. patient.JudgedOrders.Select(o => o.Resource)];
        LocalizedText[] titles = [.. judged.Finding.Basis
            .Where(b => b.Resource is not null && !own.Contains(b.Resource) && patient.Knowledge.Drugs.ContainsKey(b.Fact))
            .Select(b => patient.Knowledge.Drugs[b.Fact].Title).Distinct()];
        return titles.Length == 0 ? drug.Title : LocalizedText.Join(titles, ", ", "、");
    }

    /// <summary>The lines of the dose table for this patient; all of them where none is proven.</summary>
    private IReadOnlyList<DoseBand> BandsThatHold()
    {
        IReadOnlyList<DoseBand> all = judged.Case.Bands?.Bands ?? [];
        DoseBand[] holding = [.. all.Where(b => b.Holds.Evaluate(patient).Truth == Truth.True)];
        return holding.Length > 0 ? holding : all;
    }

    private LocalizedText OrderedDoses()
    {
        DraftOrder[] dosed = [.. patient.JudgedOrders.Where(o => o.DoseAmount is not null)];
        LocalizedText[] doses = [.. dosed.Select(Dose).Distinct()];
        return LocalizedText.Join(doses, ", ", "、");
    }

    private static LocalizedText Dose(DraftOrder order)
    {
        string dose = Dose(order.DoseAmount!.Value, order.DoseUnit);
        if (order.Parts.Count == 0) return new LocalizedText(dose, dose);
        string parts = string.Join(" + ", order.Parts.Select(part => Dose(part.DoseAmount!.Value, part.DoseUnit)));
        string sum = order.DosesPer28Days == order.Parts[0].DosesPer28Days ? $"{parts} = {dose}" : parts;
        return OrderTexts.Together.With("doses", new LocalizedText(sum, sum));
    }

    private LocalizedText Often(Func<DraftOrder, decimal?> perWeek)
    {
        LocalizedText[] often = [.. patient.JudgedOrders.Select(perWeek).OfType<decimal>().Distinct().Select(TimesAWeek.InWords)];
        return LocalizedText.Join(often, ", ", "、");
    }

    private LocalizedText Limits()
    {
        string[] limits = [.. patient.JudgedOrders.Select(LimitOf).OfType<string>().Distinct()];
        return new LocalizedText(string.Join(", ", limits), string.Join("、", limits));
    }

    private string? LimitOf(DraftOrder order)
    {
        PlannedDoses planned = PlannedDoses.For(patient, order);
        if (planned.Highest is not { } highest || planned.Lowest is not { } lowest) return null;
        string range = highest == lowest ? Dose(highest.Amount, highest.Unit) : $"{Dose(lowest.Amount, lowest.Unit)} - {Dose(highest.Amount, highest.Unit)}";
        if (planned.InUnitOfOrder || (highest.Unit == "mg" && lowest.Unit == "mg")) return range;
        string low = Number(planned.LowestGiven);
        string high = Number(planned.HighestGiven);
        return low == high ? $"{range} = {high} mg" : $"{range} = {low}-{high} mg";
    }

    private static string Dose(decimal amount, string? unit) => $"{ValueRange.Exactly(amount)} {unit}".TrimEnd();

    private static string Number(decimal milligrams) => ValueRange.Exactly(Math.Round(milligrams, 1, MidpointRounding.AwayFromZero)).ToString();
}
