namespace Cds.Knowledge.Recommendations;

/// <summary>
/// Finds the orders of which a part could not be read. A dose that could not be read is always told; a timing only where a rule would need it (one dose of
/// zoledronic acid is one dose, whenever it is given).
/// </summary>
internal sealed class UnjudgedOrders(PatientContext patient)
{
    /// <summary>The orders to be judged by hand, in the order of the drafts.</summary>
    public IReadOnlyList<UnjudgedOrder> All() => [.. patient.Record.DraftOrders.Where(o => o.IsSelected && o.Unread.Count > 0).Select(Of).OfType<UnjudgedOrder>()];

    private UnjudgedOrder? Of(DraftOrder order)
    {
        OrderCase[] cases = [.. patient.Knowledge.Recommendations.Where(r => r.Trigger == Trigger.Order).SelectMany(r => r.Cases)];
        OrderCase[] open = [.. cases.Where(c => UnreadOrder.Decides(patient, c, order))];
        UnreadPart[] parts = [.. order.Unread.Where(part => part != UnreadPart.Timing || open.Any(c => UnreadOrder.Decides(patient, c, order with { Unread = [part] })))];
        return parts.Length == 0 ? null : new UnjudgedOrder(order, parts, [.. open.Select(c => Limit(c, order)).OfType<LocalizedText>().Distinct()]);
    }

    /// <summary>What a case would say of any order that is not proven to keep to it (10 mg once a day below 60 mL/min).</summary>
    private LocalizedText? Limit(OrderCase orderCase, DraftOrder order)
    {
        PatientContext seen = patient.Judging([order]);
        Finding finding = orderCase.When.Evaluate(seen);
        return finding.Truth == Truth.True ? new OrderCaseTexts(seen, patient.Knowledge.Drugs[order.DrugId], new JudgedCase(orderCase, finding, [order])).Finding : null;
    }
}
