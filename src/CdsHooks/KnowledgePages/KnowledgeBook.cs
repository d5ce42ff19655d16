using System.Collections.Frozen;
using Cds.Knowledge.Conclusions;
using Cds.Knowledge.Documents;
using Cds.Knowledge.Therapy;

namespace Cds.CdsHooks.KnowledgePages;

/// <summary>Which rules stand on the page of which document: all that cite it. Made from the same data that answers requests, when the first page asks.</summary>
internal sealed class KnowledgeBook(KnowledgeBase knowledge)
{
    private readonly FrozenDictionary<string, IReadOnlyList<ConclusionDefinition>> _conclusions = ByDocument(knowledge.Conclusions, conclusion => conclusion.Citations);

    private readonly FrozenDictionary<string, IReadOnlyList<RecommendationDefinition>> _recommendations = ByDocument(
        knowledge.Recommendations, recommendation => recommendation.Citations);

    private readonly FrozenDictionary<string, IReadOnlyList<Regimen>> _regimens = ByDocument(
        knowledge.Regimens.Values.OrderBy(regimen => regimen.Id, StringComparer.Ordinal), regimen => regimen.Citations);

    private readonly FrozenDictionary<string, IReadOnlyList<Drug>> _drugs = ByDocument(DrugsWithRules(knowledge), CitationsOf);

    /// <summary>Drugs that the book has something to say of, by id.</summary>
    public IReadOnlyList<Drug> Drugs { get; } = [.. DrugsWithRules(knowledge)];

    /// <summary>Conclusions that cite a document.</summary>
    public IReadOnlyList<ConclusionDefinition> Conclusions(Document document) => Of(_conclusions, document);

    /// <summary>Recommendations that cite a document.</summary>
    public IReadOnlyList<RecommendationDefinition> Recommendations(Document document) => Of(_recommendations, document);

    /// <summary>Regimens that cite a document.</summary>
    public IReadOnlyList<Regimen> Regimens(Document document) => Of(_regimens, document);

    /// <summary>Drugs with rules that cite a document.</summary>
    public IReadOnlyList<Drug> DrugsOf(Document document) => Of(_drugs, document);

    /// <summary>Whether a drug has a page.</summary>
    public static bool HasPage(Drug drug) => drug.Rules.Count + drug.Bands.Count + drug.ToConfirm.Count > 0;

    /// <summary>Anchor of a drug on the page of a document; drugs and options may share an id with rules.</summary>
    public static string Anchor(Drug drug) => "drug-" + drug.Id;

    /// <summary>Where the rules of a drug come from.</summary>
    public static IReadOnlyList<Citation> CitationsOf(Drug drug) => [.. drug.Rules.SelectMany(rule => rule.Citations).Concat(drug.Bands.SelectMany(band => band.Citations)).Distinct()];

    private static IEnumerable<Drug> DrugsWithRules(KnowledgeBase knowledge) => knowledge.Drugs.Values.Where(HasPage).OrderBy(drug => drug.Id, StringComparer.Ordinal);

    private static IReadOnlyList<T> Of<T>(FrozenDictionary<string, IReadOnlyList<T>> rules, Document document) =>
        rules.TryGetValue(document.Id, out IReadOnlyList<T>? found) ? found : [];

    private static FrozenDictionary<string, IReadOnlyList<T>> ByDocument<T>(IEnumerable<T> rules, Func<T, IReadOnlyList<Citation>> citations) => rules
        .SelectMany(rule => citations(rule).Select(citation => (citation.Document, Rule: rule)).Distinct())
        .GroupBy(entry => entry.Document, entry => entry.Rule)
        .ToFrozenDictionary(group => group.Key, group => (IReadOnlyList<T>)[.. group]);
}
