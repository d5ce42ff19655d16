using Cds.CdsHooks.Description;
using Cds.CdsHooks.LocalKnowledge;
using Cds.CdsHooks.Requests;
using Cds.Knowledge;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Health;

/// <summary>Probes: live says that the process answers, ready that it can assess.</summary>
internal static class HealthEndpoints
{
    /// <summary>Maps the routes.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/health/live", (HttpContext context) => WriteAsync(context, "live", null, 0))
            .WithName("Live").WithSummary("Whether the process answers.").WithTags("Health").Produces<HealthDescription>();
        routes.MapRead("/health/ready", (HttpContext context, KnowledgeBase knowledge, CurrentKnowledge current) => WriteAsync(context, "ready", knowledge.Version, current.Rejected.Count))
            .WithName("Ready").WithSummary("Whether the knowledge base is read and requests can be answered.").WithTags("Health").Produces<HealthDescription>();
    }

    private static Task WriteAsync(HttpContext context, string status, string? knowledgeVersion, int overlayDefects) =>
        JsonAnswer.WriteAsync(context, StatusCodes.Status200OK, "application/json", Language.English, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("status", status);
            if (knowledgeVersion is not null) writer.WriteString("knowledgeBase", knowledgeVersion);
            if (overlayDefects > 0)
            {
                // Still ready: the last knowledge without defects answers. The defects themselves are in the log.
                writer.WriteString("degraded", "overlay-rejected");
                writer.WriteNumber("overlayDefects", overlayDefects);
            }

            writer.WriteEndObject();
        });
}
