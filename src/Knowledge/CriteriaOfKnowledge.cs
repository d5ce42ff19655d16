namespace Cds.Knowledge;

/// <summary>The criteria that the entries of a knowledge base hold.</summary>
internal static class CriteriaOfKnowledge
{
    /// <summary>All of them, their parts not taken apart; one that several entries share comes several times.</summary>
    public static IEnumerable<Criterion> All(KnowledgeBase knowledge) =>
    [
        .. knowledge.ConclusionsById.Values.SelectMany(conclusion => conclusion.Criteria()),
        .. knowledge.Recommendations.SelectMany(recommendation => recommendation.Criteria()),
        .. knowledge.Drugs.Values.SelectMany(OfDrug),
        .. knowledge.Regimens.Values.SelectMany(regimen => regimen.Drugs).SelectMany(drug => drug.Bands).Select(band => band.Holds),
    ];

    private static IEnumerable<Criterion> OfDrug(Drug drug) =>
        [.. drug.Rules.Select(rule => rule.When), .. drug.ToConfirm.Select(rule => rule.When), .. drug.Bands.Select(band => band.Holds)];
}
