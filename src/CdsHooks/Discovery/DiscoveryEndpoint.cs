using Cds.CdsHooks.Description;
using Cds.CdsHooks.Trust;

namespace Cds.CdsHooks.Discovery;

/// <summary><c>GET /cds-services</c>.</summary>
internal static class DiscoveryEndpoint
{
    /// <summary>Maps the route.</summary>
    public static void MapDiscovery(this IEndpointRouteBuilder routes) =>
        Open(routes).MapRead("/cds-services", (HttpContext context, DiscoveryDocument document, RequestLanguage languages) =>
        {
            Language language = languages.Of(context.Request);
            context.Response.ContentType = "application/json";
            return JsonAnswer.SendAsync(context, language, document.In(language));
        }).DescribeDiscovery();

    /// <summary>Discovery holds no patient data; whether it needs a token is the operator's choice.</summary>
    private static IEndpointRouteBuilder Open(IEndpointRouteBuilder routes) =>
        routes.ServiceProvider.GetRequiredService<IOptions<CdsOptions>>().Value.Trust.ProtectDiscovery
            ? routes.MapGroup("").RequireClient()
            : routes;
}
