using Cds.CdsHooks.Description;
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
        routes.MapRead("/health/live", (HttpContext context) => WriteAsync(context, "live", null))
            .WithName("Live").WithSummary("Whether the process answers.").WithTags("Health").Produces<HealthDescription>();
        routes.MapRead("/health/ready", (HttpContext context, KnowledgeBase knowledge) => WriteAsync(context, "ready", knowledge.Version))
            .WithName("Ready").WithSummary("Whether the knowledge base is read and requests can be answered.").WithTags("Health").Produces<HealthDescription>();
    }

    private static Task WriteAsync(HttpContext context, string status, string? knowledgeVersion) =>
        JsonAnswer.WriteAsync(context, StatusCodes.Status200OK, "application/json", Language.English, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("status", status);
            if (knowledgeVersion is not null) writer.WriteString("knowledgeBase", knowledgeVersion);
            writer.WriteEndObject();
        });
}
