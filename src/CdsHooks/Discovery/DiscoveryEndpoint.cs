using Cds.CdsHooks.Localization;
using Cds.CdsHooks.Requests;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Discovery;

/// <summary><c>GET /cds-services</c>.</summary>
internal static class DiscoveryEndpoint
{
    /// <summary>Maps the route.</summary>
    public static void MapDiscovery(this IEndpointRouteBuilder routes) =>
        routes.MapRead("/cds-services", (HttpContext context, DiscoveryDocument document, RequestLanguage languages) =>
        {
            Language language = languages.Of(context.Request);
            context.Response.ContentType = "application/json";
            return JsonAnswer.SendAsync(context, language, document.In(language));
        }).ExcludeFromDescription();
}
