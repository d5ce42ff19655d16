namespace Cds.CdsHooks.Wire;

/// <summary>Routes that are only read.</summary>
internal static class ReadRoute
{
    private static readonly string[] Head = [HttpMethods.Head];

    /// <summary>Maps GET, and HEAD beside it, which the API description leaves out and which is answered by the same handler: compiling one takes milliseconds of the start.</summary>
    public static RouteHandlerBuilder MapRead(this IEndpointRouteBuilder routes, string pattern, Delegate handler)
    {
        RouteHandlerBuilder get = routes.MapGet(pattern, handler);
        RequestDelegate? answer = null;
        get.Finally(endpoint => answer = endpoint.RequestDelegate);
        routes.MapMethods(pattern, Head, http => answer!(http)).ExcludeFromDescription();
        return get;
    }
}
