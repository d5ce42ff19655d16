using Cds.CdsHooks.Description;

namespace Cds.CdsHooks.KnowledgePages;

/// <summary><c>GET /knowledge</c>: what the service knows, as data.</summary>
internal static class KnowledgeEndpoints
{
    /// <summary>Maps the routes.</summary>
    public static void MapKnowledge(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/knowledge", ListAsync)
            .WithName("Knowledge").WithSummary("Documents, facts, conclusions, recommendations and regimens with ids, titles and citations.")
            .WithTags("Knowledge").Produces<WireKnowledge>().ProducesProblemStatuses(400);
    }

    private static Task ListAsync(HttpContext context, KnowledgeListing listing, RequestLanguage languages)
    {
        if (RequestLanguage.Check(context.Request) is { } problem) return new ProblemAnswer(problem).ExecuteAsync(context);
        Language language = languages.Of(context.Request);
        context.Response.ContentType = "application/json";
        return JsonAnswer.SendAsync(context, language, listing.In(language));
    }
}
