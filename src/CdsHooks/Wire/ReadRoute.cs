namespace Cds.CdsHooks.Wire;

/// <summary>Routes that are only read.</summary>
internal static class ReadRoute
{
    private static readonly string[] Head = [HttpMethods.Head];

    /// <summary>Maps GET, and HEAD beside it, which the API description leaves out.</summary>
    public static RouteHandlerBuilder MapRead(this IEndpointRouteBuilder routes, string pattern, Delegate handler)
    {
        routes.MapMethods(pattern, Head, handler).ExcludeFromDescription();
        return routes.MapGet(pattern, handler);
    }
}
