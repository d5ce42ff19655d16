using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.FhirAccess;
using Cds.CdsHooks.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace Cds.CdsHooks.Tests.Data;

/// <summary>Medications that drug records refer to are read from the client's server, within bounds; otherwise their records stay unidentified.</summary>
public sealed class ReferencedMedicationTests
{
    private const string Unidentified = "Records that could not be identified: ";

    [Theory]
    [InlineData("Medication/m1")]
    [InlineData("{base}/Medication/m1")]
    [InlineData("Medication/m1/_history/2")]
    public async Task A_Medication_behind_a_reference_is_read_with_the_token(string reference)
    {
        await using FhirBench bench = await FhirBench.StartAsync("Medication", Furosemide);
        Answer answer = await bench.CallAsync(Request(bench, reference.Replace("{base}", bench.BaseUrl, StringComparison.Ordinal)));
        Assert.DoesNotContain(Unidentified, FhirBench.MissingCard(answer), StringComparison.Ordinal);
        Assert.Single(bench.Server.Requests, seen => seen is { Path: "/fhir/Medication/m1", Authorization: "Bearer " + FhirBench.Token });
    }

    [Theory]
    [InlineData("https://elsewhere.example.org/fhir/Medication/m1")]
    [InlineData("Medication/../Patient/p1")]
    [InlineData("urn:uuid:4b1d2b5e-0000-4000-8000-000000000001")]
    public async Task Other_references_are_not_followed_and_the_record_stays_unidentified(string reference)
    {
        await using FhirBench bench = await FhirBench.StartAsync("Medication", Furosemide);
        Assert.Contains(Unidentified + "1", FhirBench.MissingCard(await bench.CallAsync(Request(bench, reference))), StringComparison.Ordinal);
        Assert.DoesNotContain(bench.Server.Requests, seen => seen.Path.StartsWith("/fhir/Medication/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_the_scope_nothing_is_read()
    {
        await using FhirBench bench = await FhirBench.StartAsync("Medication", Furosemide);
        JsonObject request = Request(bench, "Medication/m1");
        request["fhirAuthorization"]!["scope"] = "patient/Patient.r patient/Condition.rs patient/Observation.rs";
        Assert.Contains(Unidentified + "1", FhirBench.MissingCard(await bench.CallAsync(request)), StringComparison.Ordinal);
        Assert.DoesNotContain(bench.Server.Requests, seen => seen.Path.StartsWith("/fhir/Medication/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_Medication_that_was_sent_along_is_not_read_and_no_more_than_the_bound_are()
    {
        await using FhirBench bench = await FhirBench.StartAsync("Medication", Furosemide, ("Cds:FhirAccess:MaxMedications", "2"));
        JsonObject request = Request(bench, "Medication/sent", "Medication/m1", "Medication/m2", "Medication/m3");
        request["prefetch"]!["medicationStatements"]!["entry"]!.AsArray().Add(new JsonObject { ["resource"] = Medication("sent") });
        Assert.Contains(Unidentified + "1", FhirBench.MissingCard(await bench.CallAsync(request)), StringComparison.Ordinal);
        Assert.Equal(
            ["/fhir/Medication/m1", "/fhir/Medication/m2"],
            bench.Server.Requests.Select(seen => seen.Path).Where(path => path.StartsWith("/fhir/Medication/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(404)]
    [InlineData(500)]
    public async Task A_Medication_that_cannot_be_had_leaves_the_record_unidentified(int status)
    {
        await using FhirBench bench = await FhirBench.StartAsync("Medication", context => FhirBench.SendAsync(context, FhirBench.Outcome(), status));
        Assert.Contains(Unidentified + "1", FhirBench.MissingCard(await bench.CallAsync(Request(bench, "Medication/m1"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_Medication_than_the_one_asked_for_is_not_used()
    {
        await using FhirBench bench = await FhirBench.StartAsync("Medication", context => FhirBench.SendAsync(context, Medication("m9")));
        Assert.Contains(Unidentified + "1", FhirBench.MissingCard(await bench.CallAsync(Request(bench, "Medication/m1"))), StringComparison.Ordinal);
    }

    private static Task Furosemide(HttpContext context) => FhirBench.SendAsync(context, Medication((context.Request.Path.Value ?? "").Split('/')[^1]));

    private static JsonObject Medication(string id) => new() { ["resourceType"] = "Medication", ["id"] = id, ["code"] = new JsonObject { ["text"] = "furosemide 40 mg" } };

    /// <summary>A patient with myeloma and drug records that only refer to Medications.</summary>
    private static JsonObject Request(FhirBench bench, params string[] references)
    {
        JsonObject request = bench.Request();
        request["prefetch"] = new JsonObject
        {
            ["conditions"] = HookRequests.Bundle(new JsonObject
            {
                ["resourceType"] = "Condition",
                ["id"] = "mm",
                ["subject"] = new JsonObject { ["reference"] = "Patient/p1" },
                ["code"] = new JsonObject { ["coding"] = new JsonArray(new JsonObject { ["system"] = "http://snomed.info/sct", ["code"] = "109989006" }) },
            }),
            ["medicationStatements"] = HookRequests.Bundle([.. references.Select((reference, index) => new JsonObject
            {
                ["resourceType"] = "MedicationStatement",
                ["id"] = $"s{index}",
                ["status"] = "active",
                ["subject"] = new JsonObject { ["reference"] = "Patient/p1" },
                ["medicationReference"] = new JsonObject { ["reference"] = reference },
            })]),
        };
        return request;
    }
}
