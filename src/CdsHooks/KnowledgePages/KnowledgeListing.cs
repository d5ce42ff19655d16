using System.Collections.Frozen;
using Cds.CdsHooks.Assessments;
using Cds.Knowledge.Conclusions;

namespace Cds.CdsHooks.KnowledgePages;

/// <summary>The answer of <c>GET /knowledge</c>, composed once per language: everything that has an id, with title and citations.</summary>
internal sealed class KnowledgeListing
{
    private readonly FrozenDictionary<Language, ReadOnlyMemory<byte>> _bodies;

    /// <summary>Composes the answer for a knowledge base.</summary>
    public KnowledgeListing(KnowledgeBase knowledge) =>
        _bodies = Enum.GetValues<Language>().ToFrozenDictionary(language => language, language => Compose(knowledge, language));

    /// <summary>The answer in a language.</summary>
    public ReadOnlyMemory<byte> In(Language language) => _bodies[language];

    private static ReadOnlyMemory<byte> Compose(KnowledgeBase knowledge, Language language) => JsonAnswer.Compose(
        new WireKnowledge
        {
            Version = knowledge.Version,
            Language = language.Tag(),
            Documents = ById(knowledge.Documents).Select(document => WireDocument.Of(document, language)),
            Modules = knowledge.Modules.Filled(module => WireModule.Of(module, language)),
            Facts = ById(knowledge.Facts).Select(fact => WireFact.Of(fact, language)),
            Conclusions = Shown(knowledge).Select(conclusion => WireKnownConclusion.Of(conclusion, language)),
            Recommendations = knowledge.Recommendations.Select(recommendation => WireKnownRecommendation.Of(recommendation, language)),
            Regimens = ById(knowledge.Regimens).Select(regimen => WireRegimen.Of(regimen, knowledge, language)),
            LocalAdaptations = knowledge.Adaptations.Filled(adaptation => WireLocalAdaptation.Of(adaptation, language)),
        },
        KnowledgeJson.Default.WireKnowledge);

    private static IEnumerable<ConclusionDefinition> Shown(KnowledgeBase knowledge) => knowledge.Conclusions.Where(conclusion => !conclusion.IsInternal);

    private static IEnumerable<T> ById<T>(FrozenDictionary<string, T> entries) =>
        entries.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => entry.Value);
}
