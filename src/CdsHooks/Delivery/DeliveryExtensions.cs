using Cds.CdsHooks.LocalKnowledge;

namespace Cds.CdsHooks.Delivery;

/// <summary>Delivery of answers and their records.</summary>
internal static class DeliveryExtensions
{
    /// <summary>Registers it.</summary>
    public static void AddDelivery(this IServiceCollection services)
    {
        services.AddSingleton<SmartAppLink>();
        services.AddKnowledgeBound<KeepingBack>();
        services.AddKnowledgeBound<AnswerRecord>();
        services.AddKnowledgeBound<GuidanceDelivery>();
        services.AddKnowledgeBound<AssessmentDelivery>();
    }
}
