using Cds.CdsHooks.LocalKnowledge;

namespace Cds.CdsHooks.Start;

/// <summary>The start page and the page on which a patient is tried.</summary>
internal static class StartExtensions
{
    /// <summary>Registers what they need.</summary>
    public static void AddStartPage(this IServiceCollection services)
    {
        services.AddSingleton<PastedBundle>();
        services.AddKnowledgeBound<TrialPage>();
    }
}
