using Cds.CdsHooks.Cards;
using Cds.Knowledge;
using Cds.Knowledge.Loading;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Therapy;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Tests.Cards;

/// <summary>Requests that a hospital orders as one.</summary>
public sealed class OrderPanelTests
{
    private static readonly KnowledgeBase Knowledge = KnowledgeBaseReader.ReadEmbedded();

    private static readonly OrderPanels Panels = new(Knowledge);

    [Fact]
    public void Members_of_a_panel_are_one_request_in_the_place_of_the_first()
    {
        IReadOnlyList<Order> orders = Panels.Of([Of("hemoglobin"), Of("lvef"), Of("platelets")]);
        Assert.Equal(["examination.blood-count-and-smear", "lvef"], orders.Cast<ServiceOrder>().Select(order => order.For));
        Assert.Equal(["hemoglobin", "platelets"], ((ServiceOrder)orders[0]).Includes);
        Assert.Equal(new LocalizedText("Blood count and differential", "血算・血液像"), orders[0].Text);
    }

    [Fact]
    public void A_single_member_is_asked_for_by_itself()
    {
        var order = Of("hemoglobin");
        Assert.Same(order, Assert.Single(Panels.Of([order])));
    }

    [Fact]
    public void The_whole_baseline_work_up_is_at_most_twenty_requests_and_leaves_nothing_out()
    {
        ServiceOrder[] all = [.. Knowledge.Recommendations.Single(r => r.Id == "workup.baseline").Options.Where(o => o.Standing == Standing.Recommended).SelectMany(o => o.Orders).OfType<ServiceOrder>()];
        ServiceOrder[] requests = [.. Panels.Of(all).Cast<ServiceOrder>()];
        Assert.InRange(requests.Length, 2, SuggestionComposer.MostActions);
        Assert.Equal(all.Select(o => o.For).Order(StringComparer.Ordinal), requests.SelectMany(o => o.Includes.Count > 0 ? o.Includes : [o.For]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_a_panel_includes_exists_and_belongs_to_one_panel()
    {
        string[] included = [.. Knowledge.Actions.Values.SelectMany(action => action.Includes)];
        Assert.NotEmpty(included);
        Assert.Equal(included.Distinct(), included);
        Assert.All(included, id => Assert.NotNull(Knowledge.TitleOf(id)));
    }

    private static ServiceOrder Of(string id) => new() { For = id, Text = new LocalizedText(id, id), Reason = new LocalizedText("reason", "理由") };
}
