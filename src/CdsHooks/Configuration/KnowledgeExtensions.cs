using Cds.CdsHooks.Cards;
using Cds.CdsHooks.KnowledgePages;
using Cds.CdsHooks.Localization;
using Cds.FhirMapping;
using Cds.FhirMapping.Terminology;
using Cds.Knowledge;
using Cds.Knowledge.Loading;
using Microsoft.Extensions.Options;

namespace Cds.CdsHooks.Configuration;

/// <summary>The knowledge base and what reads patients and speaks in its terms. All of it is immutable and shared by all requests.</summary>
internal static class KnowledgeExtensions
{
    /// <summary>Registers knowledge base, assessor, FHIR mapping and the composers of cards and pages.</summary>
    public static void AddKnowledge(this IServiceCollection services)
    {
        services.AddSingleton(_ => KnowledgeBaseReader.ReadEmbedded());
        services.AddSingleton(_ => CodeMap.ReadEmbedded());
        services.AddSingleton(provider => new Assessor(provider.GetRequiredService<KnowledgeBase>(), Settings(provider)));
        services.AddSingleton(provider => new PatientFactsReader(
            provider.GetRequiredService<KnowledgeBase>(), provider.GetRequiredService<CodeMap>(), provider.GetRequiredService<ServiceClock>().TimeZone));
        services.AddSingleton<KnowledgeTitles>();
        services.AddSingleton<KnowledgeListing>();
        services.AddSingleton<KnowledgeBook>();
        services.AddSingleton<BookEntries>();
        services.AddSingleton<CardComposer>();
        services.AddSingleton<OrderCardComposer>();
        services.AddSingleton<CardLimit>();
        services.AddSingleton<RecommendationCard>();
        services.AddSingleton<StagingCard>();
        services.AddSingleton<MissingDataCard>();
        services.AddSingleton<MissingData>();
        services.AddSingleton<CardSources>();
        services.AddSingleton<OptionLines>();
        services.AddSingleton<SuggestionComposer>();
        services.AddSingleton<DraftResources>();
    }

    /// <summary>What the site has switched on, in the words of the rules: <c>jsct-mm20-enrolling</c>.</summary>
    private static HashSet<string> Settings(IServiceProvider provider) =>
        [.. provider.GetRequiredService<IOptions<CdsOptions>>().Value.EnrollingTrials.Select(trial => trial + "-enrolling")];
}
