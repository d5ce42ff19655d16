using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.FhirAccess;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.Store;

namespace Cds.CdsHooks.Tests.Telemetry;

/// <summary>What reaches a collector, and what never does.</summary>
public sealed class ExportTests
{
    /// <summary>Stands in every place of a request where a client can put data of a patient.</summary>
    private const string Marker = "telling-marker";

    [Fact]
    public async Task Requests_FHIR_access_and_the_runtime_reach_a_collector()
    {
        await using Collector collector = await Collector.StartAsync();
        await using (FhirBench bench = await FhirBench.StartAsync(("Cds:Telemetry:OtlpEndpoint", collector.Url)))
        {
            await bench.CallAsync();
            Assert.NotEmpty(bench.Server.Requests);
        }

        await collector.ReceivesAsync("hook patient-view");
        foreach (string metric in new[] { "cds.hook.duration", "cds.cards", "cds.evaluation.duration", "cds.store.duration", "cds.fhir.query.duration", "http.server.request.duration", "http.client.request.duration", "dotnet.gc.collections" })
            Assert.Contains(metric, collector.Metrics, StringComparison.Ordinal);
        foreach (string said in new[] { "POST /cds-services/myeloma-patient-view", "hook patient-view", "evaluate", "store find-overrides", "fhir Observation", "cds.outcome", "server.address", "127.0.0.1", "myeloma-cds" })
            Assert.Contains(said, collector.Traces, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_a_client_sends_reaches_a_collector()
    {
        await using Collector collector = await Collector.StartAsync();
        await using (FhirBench bench = await FhirBench.StartAsync("Observation", context => FhirBench.SendAsync(context, Outcome(Marker), 500), ("Cds:Telemetry:OtlpEndpoint", collector.Url)))
        {
            JsonObject request = bench.Request(patient: Marker).With("context.patientId", Marker).With("context.userId", "Practitioner/" + Marker).With("context.encounterId", Marker);
            request["prefetch"] = HookRequests.Valid(Marker).With("prefetch.patient.name", new JsonArray(new JsonObject { ["text"] = Marker }))["prefetch"]!.DeepClone();
            Assert.Equal(200, (await bench.Client.PostJsonAsync(HookRequests.PatientView, request)).Status);
            Assert.Contains(bench.Server.Requests, seen => (seen.Path + seen.Query).Contains(Marker, StringComparison.Ordinal));
            await bench.Client.PostJsonAsync($"{HookRequests.PatientView}?asOf={Marker}", request);
            await bench.Client.PostTextAsync("/assessments", $"{{ \"{Marker}\": ");
            await bench.Client.PostJsonAsync(HookRequests.PatientView + "/feedback", Feedback());
            await bench.Client.SendAsync(HttpMethod.Get, $"/Patient/{Marker}?name={Marker}",
                ("User-Agent", Marker), ("Host", Marker + ".example.org"), ("Referer", $"http://ehr/{Marker}"), ("Authorization", "Bearer " + Marker),
                ("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"), ("tracestate", "ehr=" + Marker), ("baggage", "patient=" + Marker));
            await bench.Client.SendAsync(new HttpMethod("TELLING-MARKER"), "/" + Marker);
        }

        await collector.ReceivesAsync("_OTHER");
        Assert.Contains("_OTHER", collector.Traces, StringComparison.Ordinal);
        Assert.Contains("fhir Observation", collector.Traces, StringComparison.Ordinal);
        Assert.Contains("http.response.status_code", collector.Traces, StringComparison.Ordinal);
        foreach (string exported in new[] { collector.Traces, collector.Metrics })
        {
            Assert.DoesNotContain(Marker, exported, StringComparison.OrdinalIgnoreCase);
            foreach (string address in new[] { "url.path", "url.full", "url.query", "user_agent", "Observation?" }) Assert.DoesNotContain(address, exported, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_a_collector_nothing_of_OpenTelemetry_is_loaded()
    {
        using var folder = new TemporaryFolder();
        await using ServiceProcess service = await ServiceProcess.StartAsync("Development", ("Cds:Store:Folder", folder.Path));
        await service.Client.PostJsonAsync(HookRequests.PatientView, HookRequests.Valid());
        string loaded = await File.ReadAllTextAsync($"/proc/{service.Id}/maps", TestContext.Current.CancellationToken);
        Assert.Contains("Cds.Knowledge.dll", loaded, StringComparison.Ordinal);
        Assert.DoesNotContain("OpenTelemetry", loaded, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_FHIR_server_is_told_nothing_about_our_traces()
    {
        string? traceparent = "not asked";
        await using Collector collector = await Collector.StartAsync();
        await using FhirBench bench = await FhirBench.StartAsync("Observation", context =>
        {
            traceparent = context.Request.Headers["traceparent"];
            return FhirBench.AnswerAsync(context);
        }, ("Cds:Telemetry:OtlpEndpoint", collector.Url));
        await bench.CallAsync();
        Assert.Null(traceparent);
    }

    private static JsonObject Outcome(string text) => new()
    {
        ["resourceType"] = "OperationOutcome",
        ["issue"] = new JsonArray(new JsonObject { ["severity"] = "error", ["code"] = "exception", ["diagnostics"] = text }),
    };

    private static JsonObject Feedback() => new()
    {
        ["feedback"] = new JsonArray(new JsonObject
        {
            ["card"] = Marker,
            ["outcome"] = "overridden",
            ["overrideReason"] = new JsonObject { ["reason"] = new JsonObject { ["code"] = Marker }, ["userComment"] = Marker },
            ["outcomeTimestamp"] = "2026-11-20T08:15:30Z",
        }),
    };
}
