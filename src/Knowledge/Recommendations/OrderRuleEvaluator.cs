using Cds.Knowledge.Documents;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Therapy;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Recommendations;

/// <summary>
/// Judges draft orders by the rules of the order hooks. Orders of the same drug are judged together, and the cases of a rule that hold for them
/// become one recommendation: due when one is proven, indeterminate when a fact that can be had would decide.
/// </summary>
internal sealed class OrderRuleEvaluator(PatientContext patient)
{
    /// <summary>The recommendations of a rule, one for each drug that it concerns.</summary>
    public IEnumerable<Recommendation> Evaluate(RecommendationDefinition rule) => patient.Record.DraftOrders
        .Where(o => o.IsSelected && patient.Knowledge.Drugs.ContainsKey(o.DrugId))
        .GroupBy(o => o.DrugId)
        .Select(group => Judge(rule, patient.Knowledge.Drugs[group.Key], [.. group]))
        .OfType<Recommendation>();

    private Recommendation? Judge(RecommendationDefinition rule, Drug drug, IReadOnlyList<DraftOrder> orders)
    {
        PatientContext seen = patient.Judging(orders);
        (OrderCase Case, Finding Finding)[] findings = [.. rule.Cases.Select(c => (c, c.When.Evaluate(seen)))];
        (OrderCase Case, Finding Finding)[] holding = [.. findings.Where(f => f.Finding.Truth == Truth.True).OrderByDescending(f => f.Case.Urgency)];
        IReadOnlyList<string> missing = Finding.MissingOf(findings.Select(f => f.Finding));
        if (holding.Length == 0) return missing.Count == 0 ? null : Open(rule, orders, findings, missing);

        var texts = new OrderCaseTexts(seen, drug);
        Citation[] citations = [.. holding.SelectMany(h => h.Case.Citations).Distinct()];
        (IReadOnlyList<Option> options, IReadOnlyList<ExcludedOption> excluded) = OptionsOf(seen, rule, holding);
        return new Recommendation
        {
            Definition = rule with { Citations = citations },
            Status = RecommendationStatus.Due,
            Urgency = holding[0].Case.Urgency,
            Summary = Summary(rule, drug, [.. holding.Select(h => texts.Fill(h.Case.Finding, h.Case, h.Finding))]),
            Options = options,
            Excluded = excluded,
            Basis = holding.Select(h => h.Finding).Joined(),
            ToConfirm = ToConfirm(seen, drug, holding, options, missing),
            Information = [.. holding.Where(h => h.Case.Detail is not null).Select(h => texts.Fill(h.Case.Detail!, h.Case, h.Finding)).Distinct()],
            JudgedOrders = orders,
            Cases = [.. holding.Select(h => h.Case.Id)],
        };
    }

    private static Recommendation Open(
        RecommendationDefinition rule, IReadOnlyList<DraftOrder> orders, IReadOnlyList<(OrderCase Case, Finding Finding)> findings, IReadOnlyList<string> missing)
    {
        (OrderCase Case, Finding Finding)[] open = [.. findings.Where(f => f.Finding.Truth == Truth.Unknown)];
        return new Recommendation
        {
            Definition = rule with { Citations = [.. open.SelectMany(f => f.Case.Citations).Distinct()] },
            Status = RecommendationStatus.Indeterminate,
            Urgency = Urgency.Info,
            Summary = rule.Title,
            Basis = open.Select(f => f.Finding).Joined(),
            Missing = missing,
            JudgedOrders = orders,
        };
    }

    /// <summary>Options of all cases that hold, each once; those that another recommendation already words are taken from there.</summary>
    private static (IReadOnlyList<Option> Options, IReadOnlyList<ExcludedOption> Excluded) OptionsOf(
        PatientContext seen, RecommendationDefinition rule, IReadOnlyList<(OrderCase Case, Finding Finding)> holding)
    {
        var evaluator = new OptionEvaluator(seen);
        var options = new List<Option>();
        var excluded = new List<ExcludedOption>();
        foreach ((OrderCase orderCase, _) in holding)
        {
            IEnumerable<RecommendationDefinition> sources = seen.Knowledge.Recommendations
                .Where(r => r.Id == orderCase.OptionsOf)
                .Append(rule with { Options = orderCase.Options });
            foreach (RecommendationDefinition source in sources)
            {
                (IReadOnlyList<Option> offered, IReadOnlyList<ExcludedOption> left) = evaluator.Evaluate(source);
                options.AddRange(offered.Where(o => !options.Exists(p => p.Id == o.Id)).Select(o => o with { Orders = [.. o.Orders.Select(order => WorkedOut(seen, order)).OfType<Order>()] }));
                excluded.AddRange(left.Where(o => !excluded.Exists(p => p.Id == o.Id)));
            }
        }

        return ([.. options.OrderBy(o => o.Standing)], excluded);
    }

    /// <summary>A dose to be taken from the regimens is worked out; without one there is nothing to change.</summary>
    private static Order? WorkedOut(PatientContext seen, Order order)
    {
        if (order is not DoseChange { ToRegimen: true } change) return order;
        DraftOrder draft = seen.JudgedOrders[0];
        PlannedDoses planned = PlannedDoses.For(seen, draft);
        if (planned.Highest is not { } highest || planned.Lowest is not { } lowest || DoseSize.Of(seen, draft.DoseAmount, draft.DoseUnit).Milligrams is not { } ordered) return null;
        bool above = ordered > planned.HighestMilligrams;
        PlannedDose nearest = above ? highest : lowest;
        decimal milligrams = Math.Round(above ? planned.HighestMilligrams : planned.LowestMilligrams, 1, MidpointRounding.AwayFromZero);
        // The order keeps the kind of unit it was written in: milligrams stay milligrams.
        (decimal amount, string unit) = draft.DoseUnit == nearest.Unit ? (nearest.Amount, nearest.Unit) : (milligrams, "mg");
        string dose = $"{ValueRange.Exactly(amount)} {unit}";
        return change with { DoseAmount = amount, DoseUnit = unit, Text = change.Text.With("dose", dose), Reason = change.Reason.With("dose", dose) };
    }

    private static LocalizedText Summary(RecommendationDefinition rule, Drug drug, IReadOnlyList<LocalizedText> findings) => rule.Summary
        .With("drug", new LocalizedText(char.ToUpperInvariant(drug.Title.En[0]) + drug.Title.En[1..], drug.Title.Ja))
        .With("findings", new LocalizedText(string.Join("; ", findings.Select(f => f.En)), string.Join("、", findings.Select(f => f.Ja))));

    private static IReadOnlyList<LocalizedText> ToConfirm(
        PatientContext seen, Drug drug, IReadOnlyList<(OrderCase Case, Finding Finding)> holding, IReadOnlyList<Option> options, IReadOnlyList<string> missing)
    {
        IEnumerable<LocalizedText> rules = holding.SelectMany(h => h.Case.ToConfirm)
            .Where(rule => rule.When.Evaluate(seen).Truth != Truth.False).Select(rule => rule.Text.With("drug", drug.Title));
        IEnumerable<LocalizedText> ofOptions = options.Where(o => o.Standing != Standing.Avoid).SelectMany(o => o.ToConfirm);
        IEnumerable<LocalizedText> open = missing.Count == 0 ? [] : [EvaluationTexts.NotRecorded.With("facts", Titles(seen, missing))];
        return [.. rules.Concat(ofOptions).Concat(open).Distinct()];
    }

    private static LocalizedText Titles(PatientContext seen, IReadOnlyList<string> ids)
    {
        LocalizedText[] titles = [.. ids.Select(id => seen.Knowledge.TitleOf(id) ?? new LocalizedText(id, id))];
        return new LocalizedText(string.Join(", ", titles.Select(t => t.En)), string.Join("、", titles.Select(t => t.Ja)));
    }
}
