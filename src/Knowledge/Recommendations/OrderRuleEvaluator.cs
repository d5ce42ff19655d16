namespace Cds.Knowledge.Recommendations;

/// <summary>
/// Judges draft orders by the rules of the order hooks. Each order is judged by itself; for the orders of one drug, the cases of a rule that hold
/// become one recommendation: due when one is proven, indeterminate when a fact that can be had would decide.
/// </summary>
internal sealed class OrderRuleEvaluator(PatientContext patient)
{
    /// <summary>CDS Hooks: fewer than 140 characters.</summary>
    internal const int LongestSummary = 139;

    /// <summary>The recommendations of a rule, one for each drug that it concerns, by drug: which cards a full response leaves out does not depend on the order of the drafts.</summary>
    public IEnumerable<Recommendation> Evaluate(RecommendationDefinition rule) => patient.Record.DraftOrders
        .Where(o => o.IsSelected && patient.Knowledge.Drugs.ContainsKey(o.DrugId))
        .GroupBy(o => o.DrugId)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => Judge(rule, patient.Knowledge.Drugs[group.Key], [.. group]))
        .OfType<Recommendation>();

    private Recommendation? Judge(RecommendationDefinition rule, Drug drug, IReadOnlyList<DraftOrder> orders)
    {
        patient.Cancellation.ThrowIfCancellationRequested();
        orders = OrdersTogether.OfDays(orders);
        DraftOrder[] weeks = [.. OrdersTogether.OfWeeks(orders)];
        JudgedCase[] cases = [.. rule.Cases.Select(c => JudgedCase.Of(patient, c, orders, weeks))];
        JudgedCase[] holding = [.. cases.Where(c => c.Finding.Truth == Truth.True).OrderByDescending(c => c.Case.Urgency)];
        IReadOnlyList<string> missing = Finding.MissingOf(cases.Select(c => c.Finding));
        if (holding.Length == 0) return missing.Count == 0 ? null : Open(rule, orders, cases, missing);

        (IReadOnlyList<Option> options, IReadOnlyList<ExcludedOption> excluded) = new OrderOptions(patient).Of(rule, holding);
        OrderCaseTexts[] texts = [.. holding.Select(h => new OrderCaseTexts(patient.Judging(h.Orders), drug, h))];
        return new Recommendation
        {
            Definition = rule with
            {
                Citations = [.. texts.SelectMany(t => t.Citations).Distinct()],
                Combine = OrderOptions.Combine(patient.Knowledge, holding),
            },
            Status = RecommendationStatus.Due,
            Urgency = holding[0].Case.Urgency,
            Summary = WithOrder(Summary(rule, drug, texts), options),
            Options = options,
            Excluded = excluded,
            Basis = holding.Select(h => h.Finding).Joined(),
            Missing = DoseMissing.Of(options),
            ToConfirm = ToConfirm(drug, holding, options, missing),
            Information = [.. texts.Select(t => t.Detail).OfType<LocalizedText>().Distinct()],
            JudgedOrders = [.. holding.SelectMany(h => h.Orders).SelectMany(o => o.Written).Distinct()],
            Cases = [.. holding.Select(h => h.Case.Id)],
        };
    }

    private static Recommendation Open(
        RecommendationDefinition rule, IReadOnlyList<DraftOrder> orders, IReadOnlyList<JudgedCase> cases, IReadOnlyList<string> missing)
    {
        JudgedCase[] open = [.. cases.Where(c => c.Finding.Truth == Truth.Unknown)];
        return new Recommendation
        {
            Definition = rule with { Citations = [.. open.SelectMany(c => c.Case.Citations).Distinct()] },
            Status = RecommendationStatus.Indeterminate,
            Urgency = Urgency.Info,
            Summary = rule.Title,
            Basis = open.Select(c => c.Finding).Joined(),
            Missing = missing,
            JudgedOrders = [.. orders.SelectMany(o => o.Written)],
        };
    }

    /// <summary>The findings in one sentence; in fewer words where it would not fit on a card.</summary>
    private static LocalizedText Summary(RecommendationDefinition rule, Drug drug, IReadOnlyList<OrderCaseTexts> texts)
    {
        LocalizedText full = Summary(rule, drug, texts.Select(t => t.Finding));
        LocalizedText brief = Summary(rule, drug, texts.Select(t => t.BriefFinding));
        return new LocalizedText(
            full.En.Length > LongestSummary ? brief.En : full.En,
            full.Ja.Length > LongestSummary ? brief.Ja : full.Ja);
    }

    private static LocalizedText Summary(RecommendationDefinition rule, Drug drug, IEnumerable<LocalizedText> findings) => rule.Summary
        .With("drug", drug.Title.Capitalised)
        .With("findings", new LocalizedText(
            string.Join("; ", findings.Select(f => f.Uncapitalised.En.TrimEnd('.'))), string.Join("、", findings.Select(f => f.Ja.TrimEnd('。')))));

    /// <summary>The summary with what to order, drug and dose: where one option is recommended and both fit on a card.</summary>
    private static LocalizedText WithOrder(LocalizedText summary, IReadOnlyList<Option> options)
    {
        if (options.Where(option => option.Standing == Standing.Recommended).ToArray() is not [{ Orders: [DrugOrder or ServiceOrder, ..] orders }]) return summary;
        LocalizedText longer = EvaluationTexts.AndOrder.With("summary", summary).With("order", orders[0].Text);
        return new LocalizedText(
            longer.En.Length > LongestSummary ? summary.En : longer.En,
            longer.Ja.Length > LongestSummary ? summary.Ja : longer.Ja);
    }

    private IReadOnlyList<LocalizedText> ToConfirm(Drug drug, IReadOnlyList<JudgedCase> holding, IReadOnlyList<Option> options, IReadOnlyList<string> missing)
    {
        IEnumerable<LocalizedText> rules = holding.SelectMany(h => h.Case.ToConfirm.Where(rule => rule.When.Evaluate(patient.Judging(h.Orders)).Truth != Truth.False))
            .Select(rule => rule.Text.With("drug", drug.Title));
        IEnumerable<LocalizedText> ofOptions = options.Where(o => o.Standing != Standing.Avoid).SelectMany(o => o.ToConfirm);
        IEnumerable<LocalizedText> open = missing.Count == 0 ? [] : [EvaluationTexts.NotRecorded.With("facts", Titles(missing))];
        return [.. rules.Concat(ofOptions).Concat(open).Distinct()];
    }

    private LocalizedText Titles(IReadOnlyList<string> ids) => LocalizedText.Join(ids.Select(patient.Knowledge.NameOf), ", ", "、");
}

/// <summary>A case of an order rule with the orders for which it holds (or may hold).</summary>
/// <param name="Case">The case.</param>
/// <param name="Finding">The answer for all orders together: one order for which it holds decides.</param>
/// <param name="Orders">The orders behind the answer.</param>
internal sealed record JudgedCase(OrderCase Case, Finding Finding, IReadOnlyList<DraftOrder> Orders)
{
    /// <summary>Judges each of the orders by itself, and what they give together where none alone is wrong.</summary>
    public static JudgedCase Of(PatientContext patient, OrderCase orderCase, IReadOnlyList<DraftOrder> orders, IReadOnlyList<DraftOrder> together)
    {
        JudgedCase alone = Of(patient, orderCase, orders);
        return alone.Finding.Truth != Truth.True && together.Count > 0 && Of(patient, orderCase, together) is { Finding.Truth: Truth.True } joined ? joined : alone;
    }

    /// <summary>Judges each of the orders by itself.</summary>
    public static JudgedCase Of(PatientContext patient, OrderCase orderCase, IReadOnlyList<DraftOrder> orders)
    {
        (DraftOrder Order, Finding Finding)[] findings = [.. orders.Select(o => (o, UnreadOrder.Judge(patient, orderCase, o)))];
        Finding all = Finding.Any([.. findings.Select(f => f.Finding)]);
        return new JudgedCase(orderCase, all, [.. findings.Where(f => f.Finding.Truth == all.Truth).Select(f => f.Order)]);
    }
}
