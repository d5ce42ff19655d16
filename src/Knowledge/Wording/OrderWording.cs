using Cds.Knowledge.Criteria;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Wording;

/// <summary>Criteria about orders being written, in words.</summary>
internal sealed class OrderWording(KnowledgeBase knowledge)
{
    private readonly WordList _words = new(knowledge);

    /// <summary>The criterion in words; null when it is not about orders.</summary>
    public Clause? Of(Criterion criterion) => criterion switch
    {
        Ordering ordering => Clause.Statement(Order(ordering)),
        OrderingClass drugClass => Clause.Statement(OrderPhrases.OrderingClass.With("what", _words.Title(drugClass.DrugClass))),
        OrderingAllergen => Clause.Statement(OrderPhrases.Allergen),
        OrderingDuplicate duplicate => Clause.Statement(Within(duplicate.Classes, OrderPhrases.DuplicateDrug, OrderPhrases.DuplicateClass)),
        OrderingRefractory refractory => Clause.Statement(Within(refractory.Classes, OrderPhrases.RefractoryDrug, OrderPhrases.RefractoryClass)),
        OrderingUnsuitable unsuitable => Clause.Statement(unsuitable.Standing == Standing.Avoid ? OrderPhrases.Unsuitable : OrderPhrases.NeedsCare),
        DoseOutsideRegimen { Above: true } => Clause.Statement(OrderPhrases.DoseAboveRegimens),
        DoseOutsideRegimen => Clause.Statement(OrderPhrases.DoseBelowRegimens),
        Drafted drafted => Clause.Statement(OrderPhrases.Drafted.With("what", _words.Titles(drafted.Ids))),
        _ => null,
    };

    private LocalizedText Within(IReadOnlyList<string>? classes, LocalizedText drug, LocalizedText byClass) =>
        classes is null ? drug : byClass.With("classes", _words.Titles(classes));

    private LocalizedText Order(Ordering ordering)
    {
        LocalizedText text = OrderPhrases.Ordering.With("what", _words.Titles(ordering.Drugs));
        foreach (DoseTest test in ordering.Dose)
            text = text.Joined(", ", "、", CriterionPhrases.Of(test.Operator).With("what", OrderPhrases.Dose).With("limit", $"{WordList.Number(test.Amount)} {test.Unit}"));
        if (ordering.MoreThanDosesPer28Days is { } doses) text = text.Joined(", ", "、", OrderPhrases.MoreDoses.With("count", WordList.Number(doses)));
        return ordering.Route is { } route ? text.Joined(", ", "、", OrderPhrases.Of(route)) : text;
    }
}
