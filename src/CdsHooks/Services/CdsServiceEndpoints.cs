using Cds.CdsHooks.Description;
using Cds.CdsHooks.Trust;

namespace Cds.CdsHooks.Services;

/// <summary>One POST route per CDS service. An id that no service has stays a plain 404 for every method.</summary>
internal static class CdsServiceEndpoints
{
    /// <summary>Maps <c>POST /cds-services/{id}</c> of every registered service.</summary>
    public static void MapCdsServices(this IEndpointRouteBuilder routes)
    {
        foreach (string id in CdsServiceExtensions.Ids)
        {
            routes.MapPost($"/cds-services/{id}", (HttpContext http, Pipeline pipeline) => pipeline.AnswerHookAsync(http, id))
                .WithDisplayName(id)
                .RequireClient(id)
                .DescribeHook(id);
        }
    }
}
