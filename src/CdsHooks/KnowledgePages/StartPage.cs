using Cds.CdsHooks.Cards;
using Cds.CdsHooks.Requests;

namespace Cds.CdsHooks.KnowledgePages;

/// <summary><c>GET /</c>: whoever opens the address in a browser finds the knowledge book.</summary>
internal static class StartPage
{
    /// <summary>Maps the route.</summary>
    public static void MapStartPage(this IEndpointRouteBuilder routes) =>
        routes.MapRead("/", (HttpContext context) => Results.Redirect(context.Request.PathBase + KnowledgeBookAddress.Path)).ExcludeFromDescription();
}
