using System.Text.Json;
using System.Text.Json.Nodes;
using Cds.CdsHooks.FhirAccess;
using Cds.CdsHooks.Tests.FhirAccess;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.Services.Orders;

namespace Cds.CdsHooks.Tests.Data;

/// <summary>Section 6 of the checklist: what is fetched, how, and what is not.</summary>
public sealed class MissingPrefetchTests
{
    [Fact]
    public async Task A1_What_was_not_prefetched_is_read_from_the_clients_server()
    {
        await using FhirBench bench = await FhirBench.StartAsync();
        Answer answer = await bench.CallAsync();
        Assert.Equal(200, answer.Status);
        Assert.DoesNotContain("not obtained", FhirBench.MissingCard(answer), StringComparison.Ordinal);
        Assert.Contains(bench.Server.Requests, request => request.Path == "/fhir/Patient/p1");
        Assert.Contains(bench.Server.Requests, request => request.Path == "/fhir/Condition" && request.Query.StartsWith("?patient=p1&", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A1_Order_hooks_read_what_is_missing_as_well()
    {
        await using FhirBench bench = await FhirBench.StartAsync();
        JsonObject request = bench.Request().With("hook", "order-sign").With("context.draftOrders", HookRequests.Bundle());
        Assert.Equal(200, (await bench.Client.PostJsonAsync("/cds-services/myeloma-order-sign", request)).Status);
        Assert.Contains(bench.Server.Requests, seen => seen.Path == "/fhir/Patient/p1");
    }

    [Fact]
    public async Task A3_A9_Every_query_carries_the_token_and_asks_for_fhir_json()
    {
        await using FhirBench bench = await FhirBench.StartAsync();
        await bench.CallAsync();
        Assert.NotEmpty(bench.Server.Requests);
        Assert.All(bench.Server.Requests, request =>
        {
            Assert.Equal("Bearer " + FhirBench.Token, request.Authorization);
            Assert.Equal("application/fhir+json", request.Accept);
            Assert.True(request.Method == "GET" || (request.Method == "POST" && request.Path.EndsWith("/_search", StringComparison.Ordinal)));
        });
    }

    [Fact]
    public async Task A8_What_was_prefetched_is_not_queried_again()
    {
        await using FhirBench bench = await FhirBench.StartAsync();
        JsonObject request = bench.Request();
        request["prefetch"] = HookRequests.Valid()["prefetch"]!.DeepClone();
        request["prefetch"]!["procedures"] = null;
        await bench.CallAsync(request);
        Assert.DoesNotContain(bench.Server.Requests, seen => seen.Path.StartsWith("/fhir/Patient", StringComparison.Ordinal)
            || seen.Path.StartsWith("/fhir/Condition", StringComparison.Ordinal) || seen.Path.StartsWith("/fhir/Procedure", StringComparison.Ordinal));
        Assert.Contains(bench.Server.Requests, seen => seen.Path.StartsWith("/fhir/MedicationRequest", StringComparison.Ordinal));
    }

    [Fact]
    public async Task P10_A_prefetch_that_failed_at_the_client_is_not_tried_again()
    {
        await using FhirBench bench = await FhirBench.StartAsync();
        JsonObject request = bench.Request();
        request["prefetch"] = new JsonObject { ["conditions"] = FhirBench.Outcome() };
        Assert.Contains("conditions: not obtained", FhirBench.MissingCard(await bench.CallAsync(request)), StringComparison.Ordinal);
        Assert.DoesNotContain(bench.Server.Requests, seen => seen.Path.StartsWith("/fhir/Condition", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A8_Queries_run_side_by_side()
    {
        int running = 0, most = 0;
        var second = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using FhirBench bench = await FhirBench.StartAsync("Observation", async context =>
        {
            // The first is answered when a second has come: one after the other, none would be.
            int now = Interlocked.Increment(ref running);
            InterlockedMax(ref most, now);
            if (now > 1) second.TrySetResult();
            await second.Task.WaitAsync(context.RequestAborted);
            Interlocked.Decrement(ref running);
            await FhirBench.AnswerAsync(context);
        });
        await bench.CallAsync();
        Assert.InRange(most, 2, 8);
    }

    [Fact]
    public async Task A5_A_token_for_another_patient_is_not_used()
    {
        await using FhirBench bench = await FhirBench.StartAsync();
        (await bench.CallAsync(bench.Request(patient: "p2"))).IsOperationOutcome(412);
        Assert.Empty(bench.Server.Requests);
        Assert.Contains(bench.Log.Entries, entry => entry.Text.Contains(nameof(ReadFault.OtherPatient), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A2_Types_outside_the_scopes_are_not_asked_for_and_stay_unknown()
    {
        await using FhirBench bench = await FhirBench.StartAsync();
        Answer answer = await bench.CallAsync(bench.Request("launch openid patient/Patient.r patient/Condition.rs"));
        Assert.All(bench.Server.Requests, request => Assert.True(
            request.Path.StartsWith("/fhir/Patient/", StringComparison.Ordinal) || request.Path.StartsWith("/fhir/Condition", StringComparison.Ordinal)));
        Assert.Matches("not obtained: [^;]*medicationRequests", FhirBench.MissingCard(answer));
    }

    [Fact]
    public async Task A2_A_scope_that_shows_a_part_only_makes_the_list_incomplete()
    {
        await using FhirBench bench = await FhirBench.StartAsync();
        Answer answer = await bench.CallAsync(bench.Request("patient/Patient.r patient/Condition.rs?category=problem-list-item"));
        Assert.Contains("conditions: only a part", FhirBench.MissingCard(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("access_token")]
    [InlineData("token_type")]
    [InlineData("expires_in")]
    public async Task A2_An_authorization_without_its_members_is_not_used(string member)
    {
        await using FhirBench bench = await FhirBench.StartAsync();
        JsonObject request = bench.Request();
        request["fhirAuthorization"]!.AsObject().Remove(member);
        (await bench.CallAsync(request)).IsOperationOutcome(412);
        Assert.Empty(bench.Server.Requests);
    }

    [Theory]
    [InlineData("access_token", "7")]
    [InlineData("token_type", "{}")]
    [InlineData("expires_in", "\"soon\"")]
    [InlineData("expires_in", "\"3e2\"")]
    [InlineData("expires_in", "\"\"")]
    [InlineData("expires_in", "1e400")]
    [InlineData("scope", "[]")]
    [InlineData("subject", "true")]
    [InlineData("patient", "7")]
    public async Task A2_R7_Members_of_a_wrong_type_are_400_with_their_name(string member, string json)
    {
        await using FhirBench bench = await FhirBench.StartAsync();
        JsonObject request = bench.Request();
        request["fhirAuthorization"]![member] = JsonNode.Parse(json);
        (await bench.CallAsync(request)).IsOperationOutcome(400, "$.fhirAuthorization." + member);
    }

    [Fact]
    public async Task Seconds_written_as_a_string_of_digits_are_seconds()
    {
        await using FhirBench bench = await FhirBench.StartAsync();
        JsonObject request = bench.Request();
        request["fhirAuthorization"]!["expires_in"] = "300";
        Assert.Equal(200, (await bench.CallAsync(request)).Status);
        Assert.NotEmpty(bench.Server.Requests);
    }

    [Theory]
    [InlineData("good-token\\r\\nX-Injected: 1")]
    [InlineData("tök")]
    public async Task A_token_that_would_break_the_header_is_not_used(string token)
    {
        await using FhirBench bench = await FhirBench.StartAsync();
        JsonObject request = bench.Request();
        request["fhirAuthorization"]!["access_token"] = JsonNode.Parse($"\"{token}\"");
        (await bench.CallAsync(request)).IsOperationOutcome(412);
        Assert.Empty(bench.Server.Requests);
    }

    [Fact]
    public async Task P12_The_rest_of_a_page_that_the_client_sent_is_read()
    {
        await using FhirBench bench = await FhirBench.StartAsync();
        JsonObject page = HookRequests.Bundle();
        page["link"] = new JsonArray(new JsonObject { ["relation"] = "next", ["url"] = bench.BaseUrl + "/Condition?page=2" });
        JsonObject request = bench.Request();
        request["prefetch"] = new JsonObject { ["conditions"] = page };
        Answer answer = await bench.CallAsync(request);
        Assert.DoesNotContain("conditions", FhirBench.MissingCard(answer), StringComparison.Ordinal);
        Assert.Single(bench.Server.Requests, seen => seen is { Path: "/fhir/Condition", Query: "?page=2" });
    }

    [Theory]
    [InlineData("http://evil.example.org/fhir/Condition?page=2")]
    [InlineData("{server}/elsewhere/Condition?page=2")]
    [InlineData("{server}/fhir/../elsewhere/Condition?page=2")]
    [InlineData("{server}/fhir/%2e%2e/elsewhere")]
    [InlineData("{server}/fhirother/Condition")]
    [InlineData("//evil.example.org/fhir/Condition")]
    [InlineData("")]
    public async Task P12_A3_A_next_page_outside_the_server_is_not_followed(string url)
    {
        await using FhirBench bench = await FhirBench.StartAsync();
        JsonObject page = HookRequests.Bundle();
        page["link"] = new JsonArray(new JsonObject { ["relation"] = "next", ["url"] = url.Replace("{server}", bench.Server.Url, StringComparison.Ordinal) });
        JsonObject request = bench.Request();
        request["prefetch"] = new JsonObject { ["conditions"] = page };
        Answer answer = await bench.CallAsync(request);
        Assert.DoesNotContain(bench.Server.Requests, seen => seen.Path.Contains("elsewhere", StringComparison.Ordinal) || seen.Path.Contains("other", StringComparison.Ordinal));
        if (url.Length > 0) Assert.Contains("conditions: only a part", FhirBench.MissingCard(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A4_The_token_is_not_in_cards_logs_or_errors()
    {
        await using FhirBench bench = await FhirBench.StartAsync("Condition", context => FhirBench.SendAsync(context, FhirBench.Outcome(), 500));
        Answer answer = await bench.CallAsync();
        Assert.DoesNotContain(FhirBench.Token, answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(bench.Log.Entries, entry => entry.Text.Contains(FhirBench.Token, StringComparison.Ordinal));
        Assert.DoesNotContain(bench.Log.Entries, entry => entry.Text.Contains("p1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task R8_A_patient_that_the_server_gives_instead_of_the_one_asked_for_is_left_out()
    {
        await using FhirBench bench = await FhirBench.StartAsync(
            "Patient", context => FhirBench.SendAsync(context, new JsonObject { ["resourceType"] = "Patient", ["id"] = "p2", ["birthDate"] = "1990-01-01" }));
        JsonElement card = (await bench.CallAsync()).Cards.EnumerateArray().Single(card => card.Assessment().GetProperty("id").GetString() == "workup.missing");
        Assert.Contains(card.Assessment().GetProperty("notes").EnumerateArray(), note => note.TryGetProperty("resource", out JsonElement resource) && resource.GetString() == "Patient/p2");
    }

    private static void InterlockedMax(ref int target, int value)
    {
        int before = Volatile.Read(ref target);
        while (before < value && Interlocked.CompareExchange(ref target, value, before) != before) before = Volatile.Read(ref target);
    }
}
