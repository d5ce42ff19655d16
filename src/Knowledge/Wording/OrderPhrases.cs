using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Wording;

/// <summary>The words that criteria about orders are put in.</summary>
internal static class OrderPhrases
{
    public static LocalizedText Ordering { get; } = new("{what} is being ordered", "{what}のオーダー");

    public static LocalizedText OrderingClass { get; } = new("a drug of the class {what} is being ordered", "{what}のオーダー");

    public static LocalizedText Allergen { get; } = new("an allergy to the ordered drug is recorded", "オーダー薬剤へのアレルギーの記録");

    public static LocalizedText DuplicateDrug { get; } = new("the ordered drug is already prescribed or taken", "オーダー薬剤がすでに処方・服用されている");

    public static LocalizedText DuplicateClass { get; } = new(
        "another drug of the same class is prescribed, taken or ordered ({classes})", "同じ薬効群（{classes}）の別の薬剤がすでに処方・服用またはオーダーされている");

    public static LocalizedText RefractoryDrug { get; } = new("the disease is refractory to the ordered drug", "オーダー薬剤に抵抗性");

    public static LocalizedText RefractoryClass { get; } = new("the disease is refractory to a drug of the same class ({classes})", "同じ薬効群（{classes}）の薬剤に抵抗性");

    public static LocalizedText Unsuitable { get; } = new("a rule of the ordered drug says to avoid it", "オーダー薬剤の規則が投与を避けるよう求めている");

    public static LocalizedText NeedsCare { get; } = new("a rule of the ordered drug asks for care", "オーダー薬剤の規則が注意を求めている");

    public static LocalizedText DoseAboveRegimens { get; } = new("the dose is above what the regimens plan", "用量がレジメンの計画を上回る");

    public static LocalizedText DoseBelowRegimens { get; } = new("the dose is below what the regimens plan", "用量がレジメンの計画を下回る");

    public static LocalizedText Drafted { get; } = new("{what} among the drafts", "{what}がオーダー案に含まれる");

    public static LocalizedText Dose { get; } = new("dose", "1回量");

    public static LocalizedText MoreDoses { get; } = new("more than {count} doses in 28 days", "28日間に{count}回を超える");

    public static LocalizedText Of(Route route) => route switch
    {
        Route.Oral => new("by mouth", "経口"),
        Route.Intravenous => new("intravenous", "静注"),
        Route.Subcutaneous => new("subcutaneous", "皮下注"),
        _ => throw new ArgumentOutOfRangeException(nameof(route), route, "Add the new route to OrderPhrases."),
    };
}
