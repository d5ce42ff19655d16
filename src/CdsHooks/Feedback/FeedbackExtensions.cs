using Cds.CdsHooks.LocalKnowledge;

namespace Cds.CdsHooks.Feedback;

/// <summary>Feedback of clinicians.</summary>
internal static class FeedbackExtensions
{
    /// <summary>Registers it.</summary>
    public static void AddFeedback(this IServiceCollection services)
    {
        services.AddSingleton<FeedbackRequest>();
        services.AddKnowledgeBound<FeedbackIntake>();
        services.AddKnowledgeBound<ReasonNames>();
    }
}
