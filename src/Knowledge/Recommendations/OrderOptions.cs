namespace Cds.Knowledge.Recommendations;

/// <summary>What the cases of an order rule offer: changes of the very orders for which they hold, and orders that have to go with them.</summary>
internal sealed class OrderOptions(PatientContext patient)
{
    /// <summary>Options of several cases complement each other; those of one case are alternatives unless its source says otherwise.</summary>
    public static bool Combine(KnowledgeBase knowledge, IReadOnlyList<JudgedCase> holding) =>
        holding.Count(h => h.Case.Options.Count > 0 || h.Case.OptionsOf is not null) > 1
        || knowledge.Recommendations.Any(r => r.Combine && holding.Any(h => h.Case.OptionsOf == r.Id));

    /// <summary>Options of all cases, each id once; those that another recommendation already words are taken from there.</summary>
    public (IReadOnlyList<Option> Options, IReadOnlyList<ExcludedOption> Excluded) Of(RecommendationDefinition rule, IReadOnlyList<JudgedCase> holding)
    {
        var options = new List<Option>();
        var excluded = new List<ExcludedOption>();
        foreach (JudgedCase judged in holding)
        {
            foreach (DraftOrder order in judged.Orders)
            {
                PatientContext seen = patient.Judging([order]);
                foreach (RecommendationDefinition source in Sources(rule, judged.Case))
                {
                    (IReadOnlyList<Option> offered, IReadOnlyList<ExcludedOption> left) = new OptionEvaluator(seen).Evaluate(source);
                    foreach (Option option in offered) Add(options, option with { Orders = [.. option.Orders.SelectMany(o => WorkedOut(seen, order, o))] });
                    excluded.AddRange(left.Where(o => !excluded.Exists(p => p.Id == o.Id)));
                }
            }
        }

        return ([.. options.OrderBy(o => o.Standing)], excluded);
    }

    private IEnumerable<RecommendationDefinition> Sources(RecommendationDefinition rule, OrderCase orderCase) =>
        patient.Knowledge.Recommendations.Where(r => r.Id == orderCase.OptionsOf).Append(rule with { Options = orderCase.Options });

    /// <summary>A further order of the same drug adds its change to the option that is there.</summary>
    private static void Add(List<Option> options, Option option)
    {
        int at = options.FindIndex(o => o.Id == option.Id);
        if (at < 0)
        {
            options.Add(option);
            return;
        }

        Order[] known = [.. options[at].Orders];
        options[at] = options[at] with { Orders = [.. known, .. option.Orders.Where(o => TargetOf(o) is { } target && !known.Any(k => TargetOf(k) == target))] };
    }

    private static string? TargetOf(Order order) => order switch
    {
        DoseChange change => change.Target,
        OrderRemoval removal => removal.Target,
        _ => null,
    };

    /// <summary>Of orders that are judged together the first is changed and the others are removed; a removal removes all.</summary>
    private static IEnumerable<Order> WorkedOut(PatientContext seen, DraftOrder draft, Order order)
    {
        if (WorkedOut(seen, order) is not { } worked) return [];
        return worked is DoseChange or OrderRemoval
            ? [worked, .. draft.Written.Skip(1).Select(other => new OrderRemoval { Target = other.Resource, Text = OrderTexts.RemovedTogether, Reason = worked.Reason })]
            : [worked];
    }

    /// <summary>What is drafted or ordered already is not offered; a change names its order and a dose that can be given.</summary>
    private static Order? WorkedOut(PatientContext seen, Order order)
    {
        DraftOrder draft = seen.JudgedOrders[0];
        return order switch
        {
            DrugOrder drug when seen.Record.DraftOrders.Any(o => o.DrugId == drug.DrugId) => null,
            ServiceOrder service when seen.Record.DraftServices.Any(s => s.Id == service.For) => null,
            ServiceOrder service when seen.Record.OrderedServices.Any(s => s.Id == service.For && seen.IsAwaited(s)) => null,
            OrderRemoval removal => removal with { Target = draft.Resource },
            DoseChange { ToRegimen: true } change => ToRegimen(seen, draft, change),
            DoseChange { DoseAmount: { } amount, DoseUnit: { } unit } change => ToDose(seen, draft, change, amount, unit),
            DoseChange change => change with { Target = draft.Resource, DrugId = draft.DrugId, Route = draft.Route },
            _ => order,
        };
    }

    private static DoseChange ToDose(PatientContext seen, DraftOrder draft, DoseChange change, decimal amount, string unit)
    {
        (DoseChange worked, LocalizedText remark) = Given(seen, draft, change, amount, unit);
        return worked with { Text = change.Text.FollowedBy(remark) };
    }

    /// <summary>The nearest dose that the regimens plan, as it can be given.</summary>
    private static DoseChange? ToRegimen(PatientContext seen, DraftOrder draft, DoseChange change)
    {
        PlannedDoses planned = PlannedDoses.For(seen, draft);
        if (planned.Highest is not { } highest || planned.Lowest is not { } lowest
            || planned.SizeOf(seen, draft).Amount is not { } ordered) return null;
        PlannedDose nearest = ordered > planned.HighestAmount ? highest : lowest;
        (DoseChange worked, LocalizedText remark) = Given(seen, draft with { Route = draft.Route ?? nearest.Route }, change, nearest.Amount, nearest.Unit);
        string rule = $"{ValueRange.Exactly(nearest.Amount)} {nearest.Unit}";
        LocalizedText dose = new LocalizedText(rule, rule).FollowedBy(remark);
        return worked with { Text = change.Text.With("dose", dose), Reason = change.Reason.With("dose", dose) };
    }

    /// <summary>The change of one order with the dose that can be given, and what has to be said about that dose.</summary>
    private static (DoseChange Change, LocalizedText Remark) Given(PatientContext seen, DraftOrder draft, DoseChange change, decimal amount, string unit)
    {
        PatientDose dose = PatientDose.Of(seen, seen.Knowledge.Drugs[draft.DrugId], draft.Route, amount, unit);
        return (change with { Target = draft.Resource, DrugId = draft.DrugId, Route = draft.Route, DoseAmount = dose.Amount, DoseUnit = dose.Unit, DoseMissing = dose.Missing }, dose.Remark);
    }
}
