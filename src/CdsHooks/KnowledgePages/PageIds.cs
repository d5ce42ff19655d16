using Cds.Knowledge.Conclusions;
using Cds.Knowledge.Therapy;

namespace Cds.CdsHooks.KnowledgePages;

/// <summary>Names and ids of what stands on a page of the book, the subject of the page first.</summary>
internal static class PageIds
{
    /// <summary>A conclusion, its values or members, the criteria of its checklist.</summary>
    public static IReadOnlyList<(LocalizedText Name, string Id)> Of(ConclusionDefinition conclusion) =>
    [
        (conclusion.Title, conclusion.Id),
        .. conclusion switch
        {
            MemberList list => list.Members.Select(member => (member.Title, member.Id)),
            MemberCount count => count.Members.Select(member => (member.Title, member.Id)),
            _ => conclusion.Values.Select(value => (RuleWords.Value(conclusion, value), value)),
        },
        .. conclusion is EligibilityChecklist { Checklist: var items } ? items.Select(item => (item.Text, item.Code)) : [],
    ];

    /// <summary>A recommendation, its options, what it finds in orders.</summary>
    public static IReadOnlyList<(LocalizedText Name, string Id)> Of(RecommendationDefinition recommendation, KnowledgeBase knowledge) =>
    [
        (recommendation.Title, recommendation.Id),
        .. recommendation.Options.Concat(recommendation.Cases.SelectMany(item => item.Options)).Select(option => (knowledge.TitleOf(option), option.Id)),
        .. recommendation.Cases.Select(item => (OpenPlaces.InWords(item.Finding), item.Id)),
    ];

    /// <summary>A regimen and its drugs.</summary>
    public static IReadOnlyList<(LocalizedText Name, string Id)> Of(Regimen regimen, KnowledgeBase knowledge) =>
        [(regimen.Title, regimen.Id), .. regimen.Drugs.Select(drug => (knowledge.Drugs[drug.Drug].Title, drug.Drug))];
}
