using System.Text.Json;
using Cds.CdsHooks.Tests.Samples;

namespace Cds.CdsHooks.Tests.FhirAccess;

/// <summary>The FHIR server for trying as docs/integrate/sandbox.md has it: open, for pages of any origin, loaded with the samples.</summary>
public sealed class OpenServerTests(OpenServerTests.OpenServer server) : IClassFixture<OpenServerTests.OpenServer>, IDisposable
{
    private const string Sandbox = "https://sandbox.cds-hooks.org";

    private readonly HttpClient _page = new();

    public void Dispose() => _page.Dispose();

    [Fact]
    public async Task A_page_may_ask_before_it_asks_and_reads_what_was_loaded_without_a_token()
    {
        server.IsNeeded();
        await ShellCommand.RunAsync($"samples/load.sh {server.Url} samples/bortezomib-without-acyclovir.json");
        using HttpResponseMessage before = await SendAsync(HttpMethod.Options, "Condition", ("Access-Control-Request-Method", "GET"), ("Access-Control-Request-Headers", "authorization,accept"), ("Access-Control-Request-Private-Network", "true"));
        Assert.Equal(204, (int)before.StatusCode);
        Assert.Equal("*", Header(before, "Access-Control-Allow-Origin"));
        Assert.Equal("authorization,accept", Header(before, "Access-Control-Allow-Headers"));
        Assert.Equal("true", Header(before, "Access-Control-Allow-Private-Network"));
        using HttpResponseMessage found = await SendAsync(HttpMethod.Get, "Condition?patient=bortezomib-without-acyclovir");
        Assert.Equal("*", Header(found, "Access-Control-Allow-Origin"));
        Assert.Equal(1, JsonDocument.Parse(await found.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("entry").GetArrayLength());
    }

    [Fact]
    public void The_commands_of_the_page_are_those_that_are_tested()
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "integrate", "sandbox.md"));
        Assert.Contains("node tests/third-party-fhir-server/server.mjs 8090 --open", page, StringComparison.Ordinal);
        Assert.Contains("samples/load.sh http://localhost:8090/fhir/R4", page, StringComparison.Ordinal);
        Assert.Contains("tests/prepare/third-party-fhir-server.sh", page, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Repository.Root, "tests", "prepare", "third-party-fhir-server.sh")));
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, $"{server.Url}/{path}");
        request.Headers.Add("Origin", Sandbox);
        foreach ((string name, string value) in headers) request.Headers.Add(name, value);
        return await _page.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static string Header(HttpResponseMessage response, string name) => string.Join(',', response.Headers.GetValues(name));

    /// <summary>The server in its open mode.</summary>
    public sealed class OpenServer() : ThirdPartyServer("--open");
}
