using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.Services.Orders;
using Cds.CdsHooks.Tests.Specification;
using Microsoft.AspNetCore.Http;

namespace Cds.CdsHooks.Tests.FhirAccess;

/// <summary>
/// The running app beside a proxy that stands for the client's FHIR server. The proxy injects what a test wants under the type it wants, and
/// answers everything else itself: Patient p1, and searches that find nothing.
/// </summary>
internal sealed class FhirBench : IAsyncDisposable
{
    public const string Token = "good-token";

    /// <summary>Settings under which all queries of a call get a second. Tests in which a server answers go without: on a busy machine it may take longer than that.</summary>
    public static readonly (string Key, string Value)[] Hurry = [("Cds:FhirAccess:Budget", "00:00:01"), ("Cds:FhirAccess:AttemptTimeout", "00:00:00.5")];

    /// <summary>More than any answer takes on a busy machine, and less than one that waits for a server that hangs: those of these tests hang for good.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly ConfiguredService _service;

    private FhirBench(LocalServer server, ConfiguredService service)
    {
        Server = server;
        _service = service;
        Client = service.CreateClient();
    }

    public LocalServer Server { get; }

    public HttpClient Client { get; }

    public LogLines Log => _service.Log;

    public string BaseUrl => Server.Url + "/fhir";

    public static async Task<FhirBench> StartAsync(string faultyType, Func<HttpContext, Task> fault, params (string Key, string Value)[] settings)
    {
        LocalServer server = await LocalServer.StartAsync(context =>
            TypeOf(context) == faultyType ? fault(context) : AnswerAsync(context));
        var service = new ConfiguredService("Development",
        [
            ("Cds:FhirAccess:Servers:0", server.Url + "/fhir"),
            ("Cds:FhirAccess:AllowHttp", "true"),
            ("Cds:FhirAccess:Budget", "00:00:30"),
            ("Cds:FhirAccess:AttemptTimeout", "00:00:25"),
            ("Cds:Outbound:AllowedNetworks:0", "127.0.0.0/8"),
            .. settings,
        ]);
        return new FhirBench(server, service);
    }

    public static Task<FhirBench> StartAsync(params (string Key, string Value)[] settings) => StartAsync("", AnswerAsync, settings);

    /// <summary>A call that sends nothing but the way to the server.</summary>
    public JsonObject Request(string scope = "patient/*.read", string? patient = "p1") => HookRequests.Valid().Without("prefetch").With("fhirServer", BaseUrl).With(
        "fhirAuthorization",
        new JsonObject
        {
            ["access_token"] = Token,
            ["token_type"] = "Bearer",
            ["expires_in"] = 300,
            ["scope"] = scope,
            ["subject"] = "cds-service",
            ["patient"] = patient,
        });

    /// <summary>Calls, and sees that the answer waits for no server that hangs.</summary>
    public async Task<Answer> CallAsync(JsonObject request)
    {
        await Client.GetAnswerAsync("/health/ready");
        long started = Stopwatch.GetTimestamp();
        Answer answer = await Client.PostJsonAsync(HookRequests.PatientView, request);
        TimeSpan taken = Stopwatch.GetElapsedTime(started);
        Assert.True(taken < Patience, $"answered after {taken.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s");
        return answer;
    }

    public Task<Answer> CallAsync() => CallAsync(Request());

    /// <summary>The lines of the card of what is missing, and the notes of its extension; empty without that card.</summary>
    public static string MissingCard(Answer answer)
    {
        Assert.Equal(200, answer.Status);
        return string.Join('\n', answer.Cards.EnumerateArray()
            .Where(card => card.GetProperty("extension").GetProperty("org.myeloma-cds.assessment").GetProperty("id").GetString() == "workup.missing")
            .SelectMany(card => AnswerShape.Items(card.Assessment(), "notes").Select(note => note.GetProperty("text").GetString()).Prepend(card.GetProperty("detail").GetString())));
    }

    public static string TypeOf(HttpContext context) => (context.Request.Path.Value ?? "").Split('/').ElementAtOrDefault(2) ?? "";

    public static Task AnswerAsync(HttpContext context) => context.Request.Path.Value switch
    {
        "/fhir/Patient/p1" => SendAsync(context, new JsonObject { ["resourceType"] = "Patient", ["id"] = "p1", ["gender"] = "female", ["birthDate"] = "1958-04-09" }),
        { } path when path.StartsWith("/fhir/Patient/", StringComparison.Ordinal) => SendAsync(context, Outcome(), 404),
        _ => SendAsync(context, HookRequests.Bundle()),
    };

    public static Task SendAsync(HttpContext context, JsonNode body, int status = 200)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(body, options: null, contentType: "application/fhir+json", context.RequestAborted);
    }

    public static JsonObject Outcome() => new()
    {
        ["resourceType"] = "OperationOutcome",
        ["issue"] = new JsonArray(new JsonObject { ["severity"] = "error", ["code"] = "exception" }),
    };

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await Server.DisposeAsync();
    }
}
