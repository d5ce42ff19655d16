namespace Cds.CdsHooks.Cards;

/// <summary>What options are called on cards: an examination by what is ordered ("repeat blood count"), never by the fact that it answers ("hemoglobin").</summary>
internal sealed class OptionNames(KnowledgeBase knowledge)
{
    /// <summary>The name of an option.</summary>
    public LocalizedText Of(Option option) =>
        knowledge.Facts.ContainsKey(option.Id) && option.Orders is [ServiceOrder order] ? order.Text : option.Title;
}
