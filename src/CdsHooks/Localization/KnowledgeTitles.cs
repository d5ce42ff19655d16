using System.Collections.Frozen;

namespace Cds.CdsHooks.Localization;

/// <summary>Names for readers of everything that has an id in the knowledge base, recommendations included.</summary>
internal sealed class KnowledgeTitles(KnowledgeBase knowledge)
{
    private readonly FrozenDictionary<string, LocalizedText> _recommendations =
        knowledge.Recommendations.ToFrozenDictionary(recommendation => recommendation.Id, recommendation => recommendation.Title);

    /// <summary>The name in both languages, or the id itself when the knowledge base has no such thing.</summary>
    public LocalizedText Of(string id) => knowledge.TitleOf(id) ?? _recommendations.GetValueOrDefault(id) ?? OwnCardPhrases.Titles.GetValueOrDefault(id) ?? new LocalizedText(id, id);

    /// <summary>Whether the book has a page of it: a conclusion or recommendation. Cards of the service itself (what is missing, what was kept back) have none.</summary>
    public bool HasPage(string id) => _recommendations.ContainsKey(id) || knowledge.ConclusionsById.ContainsKey(id);

    /// <summary>The name in one language.</summary>
    public string Of(string id, Language language) => Of(id).In(language);
}
