using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Cds.CdsHooks.FhirAccess;
using Cds.CdsHooks.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace Cds.CdsHooks.Tests.FhirAccess;

/// <summary>
/// A7 and A8: a FHIR server in trouble. The problem list cannot be read; the clinician still gets an answer within the budget, and it says that
/// the problem list is unknown.
/// </summary>
public sealed class FaultTests
{
    private const string Conditions = "Condition";

    [Fact]
    public Task A7_A8_A_slow_server_leaves_the_data_unknown_and_does_not_hold_up_the_answer() => DegradesAsync(
        context => Task.Delay(Timeout.Infinite, context.RequestAborted), FhirBench.Hurry, ReadFault.OutOfTime, ReadFault.TimedOut);

    [Fact]
    public Task A7_A8_A_server_that_sends_its_headers_and_then_nothing_is_a_slow_server() => DegradesAsync(
        async context =>
        {
            context.Response.ContentType = "application/fhir+json";
            await context.Response.WriteAsync("{", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        },
        FhirBench.Hurry,
        ReadFault.OutOfTime,
        ReadFault.TimedOut);

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task A7_Server_errors_are_tried_again_and_then_leave_the_data_unknown(int status)
    {
        await using FhirBench bench = await FhirBench.StartAsync(Conditions, context => FhirBench.SendAsync(context, FhirBench.Outcome(), status));
        Assert.Contains("conditions: not obtained", FhirBench.MissingCard(await bench.CallAsync()), StringComparison.Ordinal);
        Assert.Equal(3, Queries(bench));
        Assert.Contains(bench.Log.Entries, entry => entry.Text.Contains($"conditions cannot be read from 127.0.0.1: {ReadFault.Failed}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_error_that_passes_is_not_noticed()
    {
        int calls = 0;
        await using FhirBench bench = await FhirBench.StartAsync(
            Conditions, context => Interlocked.Increment(ref calls) == 1 ? FhirBench.SendAsync(context, FhirBench.Outcome(), 503) : FhirBench.AnswerAsync(context));
        Assert.DoesNotContain("conditions", FhirBench.MissingCard(await bench.CallAsync()), StringComparison.Ordinal);
        Assert.Equal(2, Queries(bench));
    }

    [Fact]
    public async Task A_429_is_tried_again_after_the_time_that_the_server_asks_for()
    {
        var moments = new List<long>();
        await using FhirBench bench = await FhirBench.StartAsync(Conditions, context =>
        {
            moments.Add(Environment.TickCount64);
            if (moments.Count > 1) return FhirBench.AnswerAsync(context);
            context.Response.Headers.RetryAfter = "1";
            return FhirBench.SendAsync(context, FhirBench.Outcome(), 429);
        });
        JsonObject request = bench.Request();
        await bench.Client.GetAnswerAsync("/health/ready");
        Answer answer = await bench.Client.PostJsonAsync(HookRequests.PatientView, request);
        Assert.DoesNotContain("conditions", FhirBench.MissingCard(answer), StringComparison.Ordinal);
        Assert.Equal(2, moments.Count);
        Assert.InRange(moments[1] - moments[0], 900, 90_000);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A7_A8_A_wait_longer_than_the_budget_is_not_begun(int status)
    {
        await using FhirBench bench = await FhirBench.StartAsync(Conditions, context =>
        {
            context.Response.Headers.RetryAfter = "120";
            return FhirBench.SendAsync(context, FhirBench.Outcome(), status);
        });
        Assert.Contains("conditions: not obtained", FhirBench.MissingCard(await bench.CallAsync()), StringComparison.Ordinal);
        Assert.Equal(1, Queries(bench));
    }

    [Fact]
    public Task A7_A_cut_connection_leaves_the_data_unknown() => DegradesAsync(
        context =>
        {
            context.Abort();
            return Task.CompletedTask;
        },
        ReadFault.Unreachable);

    [Fact]
    public Task A7_A_connection_cut_in_the_middle_of_a_bundle_leaves_the_data_unknown() => DegradesAsync(
        async context =>
        {
            context.Response.ContentType = "application/fhir+json";
            context.Response.ContentLength = 5_000;
            await context.Response.WriteAsync("{\"resourceType\":\"Bundle\",\"entry\":[", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
        },
        ReadFault.Unreachable);

    [Fact]
    public Task A7_Half_json_leaves_the_data_unknown() => DegradesAsync(
        context => WriteAsync(context, "application/fhir+json", "{\"resourceType\":\"Bundle\",\"entry\":["), ReadFault.NotJson);

    [Theory]
    [InlineData("text/html", "<html>Please sign in</html>")]
    [InlineData("text/plain", "{\"resourceType\":\"Bundle\"}")]
    [InlineData("application/fhir+xml", "<Bundle/>")]
    public Task A7_A_wrong_content_type_leaves_the_data_unknown(string type, string body) => DegradesAsync(context => WriteAsync(context, type, body), ReadFault.NotJson);

    [Theory]
    [InlineData("{\"resourceType\":\"OperationOutcome\"}")]
    [InlineData("{\"resourceType\":\"Condition\"}")]
    [InlineData("[]")]
    [InlineData("null")]
    public Task A7_Json_that_is_no_bundle_leaves_the_data_unknown(string body) =>
        DegradesAsync(context => WriteAsync(context, "application/fhir+json", body), ReadFault.NotTheResource);

    [Theory]
    [InlineData("\"\\ud800\"")]
    [InlineData("\"\u0001\"")]
    [InlineData("\"a\",\"id\":\"b\"")]
    public Task A7_Strings_that_are_no_text_leave_the_data_unknown(string text) =>
        DegradesAsync(context => WriteAsync(context, "application/fhir+json", "{\"resourceType\":\"Bundle\",\"id\":" + text + "}"), ReadFault.NotJson);

    [Theory]
    [InlineData(401, "Forbidden")]
    [InlineData(403, "Forbidden")]
    [InlineData(404, "NotFound")]
    [InlineData(410, "NotFound")]
    [InlineData(400, "Failed")]
    public async Task A7_An_expired_token_and_other_refusals_leave_the_data_unknown_at_once(int status, string fault)
    {
        await using FhirBench bench = await FhirBench.StartAsync(Conditions, context => FhirBench.SendAsync(context, FhirBench.Outcome(), status));
        Assert.Contains("conditions: not obtained", FhirBench.MissingCard(await bench.CallAsync()), StringComparison.Ordinal);
        Assert.Equal(1, Queries(bench));
        Assert.Contains(bench.Log.Entries, entry => entry.Text.EndsWith(fault, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A3_A_redirect_is_not_followed_and_the_token_stays_where_it_belongs()
    {
        await using LocalServer elsewhere = await LocalServer.StartAsync(FhirBench.AnswerAsync);
        await using FhirBench bench = await FhirBench.StartAsync(Conditions, context =>
        {
            context.Response.Redirect(elsewhere.Url + "/fhir/Condition");
            return Task.CompletedTask;
        });
        Assert.Contains("conditions: not obtained", FhirBench.MissingCard(await bench.CallAsync()), StringComparison.Ordinal);
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task A8_Endless_pages_end_at_the_limit_and_the_list_counts_as_incomplete()
    {
        int page = 0;
        await using FhirBench bench = await FhirBench.StartAsync(Conditions, context =>
        {
            JsonObject bundle = HookRequests.Bundle();
            string next = $"http://{context.Request.Host}/fhir/Condition?page={Interlocked.Increment(ref page).ToString(CultureInfo.InvariantCulture)}";
            bundle["link"] = new JsonArray(new JsonObject { ["relation"] = "next", ["url"] = next });
            return FhirBench.SendAsync(context, bundle);
        });
        Assert.Contains("conditions: only a part of the search result was sent", FhirBench.MissingCard(await bench.CallAsync()), StringComparison.Ordinal);
        Assert.Equal(10, Queries(bench));
    }

    [Fact]
    public async Task A8_A_page_that_names_itself_as_the_next_is_read_once_more_at_most()
    {
        await using FhirBench bench = await FhirBench.StartAsync(Conditions, context =>
        {
            JsonObject bundle = HookRequests.Bundle();
            bundle["link"] = new JsonArray(new JsonObject { ["relation"] = "next", ["url"] = $"http://{context.Request.Host}/fhir/Condition?again" });
            return FhirBench.SendAsync(context, bundle);
        });
        Assert.Contains("conditions: only a part", FhirBench.MissingCard(await bench.CallAsync()), StringComparison.Ordinal);
        Assert.Equal(2, Queries(bench));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_above_the_limit_leaves_the_data_unknown_whether_announced_or_not(bool announced)
    {
        string body = "{\"resourceType\":\"Bundle\",\"id\":\"" + new string('x', 3_000) + "\"}";
        await using FhirBench bench = await FhirBench.StartAsync(Conditions, async context =>
        {
            context.Response.ContentType = "application/fhir+json";
            if (announced) context.Response.ContentLength = body.Length;
            await context.Response.Body.WriteAsync(Encoding.ASCII.GetBytes(body), context.RequestAborted);
        }, ("Cds:FhirAccess:MaxResponseBytes", "2000"));
        Assert.Contains("conditions: not obtained", FhirBench.MissingCard(await bench.CallAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_that_are_small_one_by_one_and_large_together_end_at_the_limit_of_the_call()
    {
        int page = 0;
        await using FhirBench bench = await FhirBench.StartAsync(Conditions, context =>
        {
            JsonObject bundle = HookRequests.Bundle();
            bundle["id"] = new string('x', 30_000);
            string next = $"http://{context.Request.Host}/fhir/Condition?page={Interlocked.Increment(ref page).ToString(CultureInfo.InvariantCulture)}";
            bundle["link"] = new JsonArray(new JsonObject { ["relation"] = "next", ["url"] = next });
            return FhirBench.SendAsync(context, bundle);
        }, ("Cds:FhirAccess:MaxTotalBytes", "100000"));
        Assert.Contains("conditions: only a part of the search result was sent", FhirBench.MissingCard(await bench.CallAsync()), StringComparison.Ordinal);
        Assert.InRange(Queries(bench), 2, 4);
    }

    [Fact]
    public async Task A_small_body_that_unpacks_to_a_huge_one_leaves_the_data_unknown()
    {
        await using FhirBench bench = await FhirBench.StartAsync(Conditions, async context =>
        {
            context.Response.ContentType = "application/fhir+json";
            context.Response.Headers.ContentEncoding = "gzip";
            await using var packed = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
            byte[] blanks = Encoding.ASCII.GetBytes(new string(' ', 100_000));
            for (int i = 0; i < 200 && !context.RequestAborted.IsCancellationRequested; i++) await packed.WriteAsync(blanks, context.RequestAborted);
        });
        Assert.Contains("conditions: not obtained", FhirBench.MissingCard(await bench.CallAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_keeps_failing_is_left_alone_for_a_while()
    {
        await using FhirBench bench = await FhirBench.StartAsync(
            Conditions, context => FhirBench.SendAsync(context, FhirBench.Outcome(), 500), ("Cds:FhirAccess:BreakerFailures", "2"), ("Cds:FhirAccess:Parallel", "1"));
        JsonObject request = bench.Request("patient/Condition.read patient/Patient.read");
        request["prefetch"] = new JsonObject { ["patient"] = new JsonObject { ["resourceType"] = "Patient", ["id"] = "p1" } };
        await bench.CallAsync(request);
        int before = Queries(bench);
        Answer answer = await bench.CallAsync(request);
        Assert.Contains("conditions: not obtained", FhirBench.MissingCard(answer), StringComparison.Ordinal);
        Assert.Equal(before, Queries(bench));
        Assert.Contains(bench.Log.Entries, entry => entry.Text.EndsWith(nameof(ReadFault.LeftAlone), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A7_P9_When_neither_patient_nor_problem_list_can_be_read_the_answer_is_412_and_names_the_keys()
    {
        await using FhirBench bench = await FhirBench.StartAsync();
        JsonObject request = bench.Request("patient/Observation.rs");
        Answer answer = await bench.CallAsync(request);
        answer.IsOperationOutcome(412);
        Assert.Contains("'patient'", answer.Body, StringComparison.Ordinal);
        Assert.Contains("'conditions'", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A7_A_server_that_does_not_exist_is_412_and_never_a_5xx()
    {
        await using FhirBench bench = await FhirBench.StartAsync();
        await bench.Server.DisposeAsync();
        (await bench.CallAsync()).IsOperationOutcome(412);
    }

    private static Task DegradesAsync(Func<HttpContext, Task> fault, params ReadFault[] reasons) => DegradesAsync(fault, [], reasons);

    private static async Task DegradesAsync(Func<HttpContext, Task> fault, (string Key, string Value)[] settings, params ReadFault[] reasons)
    {
        await using FhirBench bench = await FhirBench.StartAsync(Conditions, fault, settings);
        Answer answer = await bench.CallAsync();
        Assert.Contains("conditions: not obtained", FhirBench.MissingCard(answer), StringComparison.Ordinal);
        Assert.Contains(bench.Log.Entries, entry => reasons.Any(reason => entry.Text.EndsWith($"conditions cannot be read from 127.0.0.1: {reason}", StringComparison.Ordinal)));
        Assert.DoesNotContain(bench.Log.Entries, entry => entry.Text.Contains(FhirBench.Token, StringComparison.Ordinal));
    }

    private static int Queries(FhirBench bench) => bench.Server.Requests.Count(request => request.Path.StartsWith("/fhir/Condition", StringComparison.Ordinal));

    private static Task WriteAsync(HttpContext context, string type, string body)
    {
        context.Response.ContentType = type;
        return context.Response.WriteAsync(body, context.RequestAborted);
    }
}
