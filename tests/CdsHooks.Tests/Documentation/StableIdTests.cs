using System.Text.Json;
using Cds.CdsHooks.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Cds.CdsHooks.Tests.Documentation;

/// <summary>Routes and ids are what other people's code relies on: they are approved one by one and never disappear by accident.</summary>
public sealed class StableIdTests(RealService service) : IClassFixture<RealService>
{
    [Fact]
    public async Task Routes_and_ids_equal_the_approved_list()
    {
        HttpClient client = service.CreateClient();
        IEnumerable<string> routes = service.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"])
                .Where(method => method != HttpMethods.Head)
                .Select(method => $"route {method} /{endpoint.RoutePattern.RawText!.TrimStart('/')}"))
            .Distinct();
        JsonElement knowledge = (await client.GetAnswerAsync("/knowledge")).Json;
        IEnumerable<string> ids = new[] { "documents", "conclusions", "recommendations", "regimens" }
            .SelectMany(list => knowledge.GetProperty(list).EnumerateArray().Where(IsOurOwn).Select(entry => $"{list} {entry.GetProperty("id").GetString()}"));
        Approved.Equal("ids.txt", string.Join('\n', routes.Concat(ids).Order(StringComparer.Ordinal)) + "\n");
    }

    /// <summary>Publications and labels come and go with the rules that cite them.</summary>
    private static bool IsOurOwn(JsonElement entry) =>
        !entry.TryGetProperty("kind", out JsonElement kind) || kind.GetString() is not ("publication" or "label");
}
