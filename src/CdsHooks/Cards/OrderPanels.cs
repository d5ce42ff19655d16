using Cds.Knowledge.Patients;

namespace Cds.CdsHooks.Cards;

/// <summary>Brings requests together that a hospital orders as one (blood count, infection serology, marrow): the actions that say what they include.</summary>
internal sealed class OrderPanels(KnowledgeBase knowledge)
{
    private const int FewestOfPanel = 2;

    /// <summary>The orders, with one in place of those that belong together; a single one of a panel stays as it is.</summary>
    public IReadOnlyList<Order> Of(IReadOnlyList<Order> orders)
    {
        var found = new List<Order>();
        var taken = new HashSet<Order>(ReferenceEqualityComparer.Instance);
        foreach (Order order in orders)
        {
            if (taken.Contains(order)) continue;
            ServiceOrder[] together = order is ServiceOrder service && PanelOf(service) is { } panel ? [.. orders.OfType<ServiceOrder>().Where(other => panel.Includes.Contains(other.For))] : [];
            if (together.Length < FewestOfPanel)
            {
                found.Add(order);
                continue;
            }

            taken.UnionWith(together);
            found.Add(Joined(PanelOf(together[0])!, together));
        }

        return found;
    }

    private ActionDefinition? PanelOf(ServiceOrder order) => order.Due is null ? knowledge.Actions.Values.FirstOrDefault(action => action.Includes.Contains(order.For)) : null;

    private static ServiceOrder Joined(ActionDefinition panel, ServiceOrder[] orders) => new()
    {
        For = panel.Id,
        Text = panel.Title.Capitalised,
        Reason = orders[0].Reason,
        Includes = [.. orders.Select(order => order.For)],
    };
}
