using Cds.CdsHooks.Cards;
using Cds.CdsHooks.Cards.Glance;
using Cds.CdsHooks.KnowledgePages;
using Cds.CdsHooks.LocalKnowledge;
using Cds.FhirMapping;
using Cds.FhirMapping.Terminology;
using Cds.Knowledge.Adaptation;
using Cds.Knowledge.Criteria;

namespace Cds.CdsHooks.Configuration;

/// <summary>
/// The knowledge base and what reads patients and speaks in its terms. All of it is immutable; every generation of knowledge has its own, shared by all
/// requests that began with it.
/// </summary>
internal static class KnowledgeExtensions
{
    /// <summary>Registers knowledge base, assessor, FHIR mapping and the composers of cards and pages.</summary>
    public static void AddKnowledge(this IServiceCollection services)
    {
        services.AddSingleton(provider => KnowledgeFiles.For(provider.GetRequiredService<IOptions<CdsOptions>>().Value));
        services.AddSingleton<CurrentKnowledge>();
        services.AddHostedService<OverlayWatcher>();
        services.AddSingleton<FirstAnswer>();
        services.AddHostedService(provider => provider.GetRequiredService<FirstAnswer>());
        services.AddHostedService<MemoryAfterStart>();
        services.AddScoped(provider => provider.GetRequiredService<CurrentKnowledge>().Generation);
        services.AddScoped(provider => provider.GetRequiredService<KnowledgeGeneration>().Knowledge);
        services.AddScoped(provider => provider.GetRequiredService<KnowledgeGeneration>().Codes);
        services.AddKnowledgeBound(provider => new Assessor(
            provider.GetRequiredService<KnowledgeBase>(), provider.GetRequiredService<IOptions<CdsOptions>>().Value.OfRules()));
        services.AddKnowledgeBound(provider => new PatientFactsReader(
            provider.GetRequiredService<KnowledgeBase>(), provider.GetRequiredService<CodeMap>(), provider.GetRequiredService<ServiceClock>().TimeZone));
        services.AddKnowledgeBound<AdaptationsOfRules>();
        services.AddKnowledgeBound<KnowledgeTitles>();
        services.AddKnowledgeBound<KnowledgeListing>();
        services.AddKnowledgeBound<KnowledgeBook>();
        services.AddKnowledgeBound<BookSearch>();
        services.AddKnowledgeBound<RuleWords>();
        services.AddKnowledgeBound<AnswerWords>();
        services.AddKnowledgeBound<RuleVignettes>();
        services.AddKnowledgeBound<VignetteWords>();
        services.AddKnowledgeBound<CriterionWording>();
        services.AddKnowledgeBound<CardComposer>();
        services.AddKnowledgeBound<OrderCardComposer>();
        services.AddSingleton<CardLimit>();
        services.AddSingleton<DetailForm>();
        services.AddKnowledgeBound<RecommendationCard>();
        services.AddKnowledgeBound<StagingCard>();
        services.AddKnowledgeBound<MissingDataCard>();
        services.AddKnowledgeBound<UnjudgedOrdersCard>();
        services.AddKnowledgeBound<NotCoveredCard>();
        services.AddKnowledgeBound<MissingData>();
        services.AddKnowledgeBound<CardSources>();
        services.AddKnowledgeBound<StageLines>();
        services.AddKnowledgeBound<StageRemarks>();
        services.AddKnowledgeBound<OptionNames>();
        services.AddKnowledgeBound<OptionLines>();
        services.AddKnowledgeBound<DecisiveData>();
        services.AddKnowledgeBound<GlanceFacts>();
        services.AddKnowledgeBound<SuggestionComposer>();
        services.AddKnowledgeBound<OrderPanels>();
        services.AddKnowledgeBound<DraftResources>();
    }
}
