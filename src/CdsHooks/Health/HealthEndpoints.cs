using Cds.CdsHooks.LocalKnowledge;

namespace Cds.CdsHooks.Health;

/// <summary>Probes: live says that the process answers, ready that it can assess.</summary>
internal static class HealthEndpoints
{
    /// <summary>Maps the routes.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/health/live", (HttpContext context) => WriteAsync(context, "live", null))
            .WithName("Live").WithSummary("Whether the process answers.").WithTags("Health").Produces<WireHealth>();
        routes.MapRead("/health/ready", ReadyAsync)
            .WithName("Ready").WithSummary("Whether a patient can be assessed and a record be stored now; both are tried.").WithTags("Health")
            .Produces<WireHealth>().Produces<WireHealth>(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task ReadyAsync(HttpContext context, KnowledgeBase knowledge, Readiness readiness, CurrentKnowledge current)
    {
        IReadOnlyList<ReadinessFault> faults = await readiness.FindFaultsAsync(context.RequestAborted);
        if (faults.Count == 0) await WriteAsync(context, "ready", knowledge.Version, null, current.Rejected.Count);
        else await WriteAsync(context, "not-ready", knowledge.Version, faults, current.Rejected.Count);
    }

    private static Task WriteAsync(HttpContext context, string status, string? knowledgeVersion, IReadOnlyList<ReadinessFault>? faults = null, int overlayDefects = 0) =>
        JsonAnswer.WriteAsync(
            context, faults is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable, "application/json", Language.English,
            new WireHealth
            {
                Status = status,
                KnowledgeBase = knowledgeVersion,
                Faults = faults?.Filled(fault => fault.Part),
                Reason = faults?.FirstOrDefault(fault => fault.Reason is not null)?.Reason,

                // Still ready: the last knowledge without defects answers. The defects themselves are in the log.
                Degraded = overlayDefects > 0 ? "overlay-rejected" : null,
                OverlayDefects = overlayDefects > 0 ? overlayDefects : null,
            },
            HealthJson.Default.WireHealth);
}
