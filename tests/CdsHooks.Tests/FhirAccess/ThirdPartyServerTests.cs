using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Hosting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Cds.CdsHooks.Tests.FhirAccess;

/// <summary>The service with its real knowledge against a FHIR server that this project did not write.</summary>
public sealed class ThirdPartyServerTests(ThirdPartyServer server) : IClassFixture<ThirdPartyServer>, IDisposable
{
    private readonly HttpClient _forwarding = new();

    private const string Myeloma = "109989006", Snomed = "http://snomed.info/sct", Loinc = "http://loinc.org";

    public void Dispose() => _forwarding.Dispose();

    [Fact]
    public async Task A1_A_stage_is_found_from_nothing_but_the_address_of_the_server_and_a_token()
    {
        server.IsNeeded();
        await StorePatientAsync("tp1");
        await using WithServer service = new(server.Url!);
        Answer answer = await service.CreateClient().PostJsonAsync(HookRequests.PatientView, Request("tp1", FhirBench.Token));
        Assert.Equal("III", StagingOf(answer).GetProperty("value").GetString());
    }

    [Fact]
    public async Task P12_Results_on_several_pages_are_read_to_the_end()
    {
        server.IsNeeded();
        await StorePatientAsync("tp2");
        for (int day = 1; day <= 25; day++)
            await server.StoreAsync(Observation("tp2", "later-" + day.ToString(CultureInfo.InvariantCulture), "751-8", 3, "10*3/uL", "2026-11-19"));
        await using WithServer service = new(server.Url!);
        Answer answer = await service.CreateClient().PostJsonAsync(HookRequests.PatientView, Request("tp2", FhirBench.Token));
        Assert.Equal("III", StagingOf(answer).GetProperty("value").GetString());
        Assert.DoesNotContain("only a part", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A7_An_expired_token_is_412_and_names_what_is_missing()
    {
        server.IsNeeded();
        await using WithServer service = new(server.Url!);
        (await service.CreateClient().PostJsonAsync(HookRequests.PatientView, Request("tp1", "expired"))).IsOperationOutcome(412);
    }

    [Fact]
    public async Task A7_A_patient_that_is_not_there_leaves_age_and_sex_unknown()
    {
        server.IsNeeded();
        await using WithServer service = new(server.Url!);
        Assert.Equal(200, (await service.CreateClient().PostJsonAsync(HookRequests.PatientView, Request("nobody", FhirBench.Token))).Status);
    }

    public static TheoryData<string> Faults() => ["slow", "500", "429", "cut", "half", "html", "pages", "redirect", "expired"];

    /// <summary>A proxy before the server breaks the problem list and passes on everything else.</summary>
    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A7_A8_With_a_fault_between_service_and_server_the_user_reads_what_is_unknown(string fault)
    {
        server.IsNeeded();
        await StorePatientAsync("tp3");
        await using LocalServer elsewhere = await LocalServer.StartAsync(FhirBench.AnswerAsync);
        await using LocalServer proxy = await LocalServer.StartAsync(context =>
            context.Request.Path.Value!.Contains("/Condition", StringComparison.Ordinal) ? BreakAsync(context, fault, elsewhere.Url) : ForwardAsync(context));
        string url = proxy.Url + new Uri(server.Url!).AbsolutePath;
        await using WithServer service = new(url, "00:00:03");
        HttpClient client = service.CreateClient();
        await client.GetAnswerAsync("/health/ready");
        long started = Stopwatch.GetTimestamp();
        Answer answer = await client.PostJsonAsync(HookRequests.PatientView, Request("tp3", FhirBench.Token).With("fhirServer", url));
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(90));
        Assert.Contains("conditions", FhirBench.MissingCard(answer), StringComparison.Ordinal);
        Assert.Empty(elsewhere.Requests);
    }

    private static async Task BreakAsync(HttpContext context, string fault, string elsewhere)
    {
        HttpResponse response = context.Response;
        switch (fault)
        {
            case "slow":
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
                break;
            case "500" or "429" or "expired":
                if (fault == "429") response.Headers.RetryAfter = "30";
                await FhirBench.SendAsync(context, FhirBench.Outcome(), fault == "expired" ? 401 : int.Parse(fault, CultureInfo.InvariantCulture));
                break;
            case "cut":
                context.Abort();
                break;
            case "half" or "html":
                response.ContentType = fault == "half" ? "application/fhir+json" : "text/html";
                await response.WriteAsync(fault == "half" ? "{\"resourceType\":\"Bundle\"," : "<html></html>", context.RequestAborted);
                break;
            case "pages":
                JsonObject page = HookRequests.Bundle();
                page["link"] = new JsonArray(new JsonObject { ["relation"] = "next", ["url"] = $"http://{context.Request.Host}{context.Request.Path}?page={Guid.NewGuid():N}" });
                await FhirBench.SendAsync(context, page);
                break;
            case "redirect":
                response.Redirect(elsewhere + "/fhir/Condition");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(fault), fault, "No such fault.");
        }
    }

    private async Task ForwardAsync(HttpContext context)
    {
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), new Uri(new Uri(server.Url!), context.Request.Path + context.Request.QueryString));
        request.Headers.TryAddWithoutValidation("Authorization", context.Request.Headers.Authorization.ToString());
        if (HttpMethods.IsPost(context.Request.Method))
        {
            using var reader = new StreamReader(context.Request.Body);
            request.Content = new StringContent(await reader.ReadToEndAsync(context.RequestAborted), MediaTypeHeaderValue.Parse(context.Request.ContentType!));
        }

        using HttpResponseMessage response = await _forwarding.SendAsync(request, context.RequestAborted);
        context.Response.StatusCode = (int)response.StatusCode;
        context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
        await context.Response.WriteAsync(await response.Content.ReadAsStringAsync(context.RequestAborted), context.RequestAborted);
    }

    private static JsonElement StagingOf(Answer answer)
    {
        Assert.Equal(200, answer.Status);
        return answer.Cards.EnumerateArray().Select(card => card.GetProperty("extension").GetProperty("org.myeloma-cds.assessment"))
            .Single(assessment => assessment.GetProperty("id").GetString() == "staging.iss");
    }

    private async Task StorePatientAsync(string id)
    {
        await server.StoreAsync(new JsonObject { ["resourceType"] = "Patient", ["id"] = id, ["gender"] = "female", ["birthDate"] = "1958-04-09" });
        await server.StoreAsync(new JsonObject
        {
            ["resourceType"] = "Condition",
            ["id"] = id + "-dx",
            ["subject"] = new JsonObject { ["reference"] = "Patient/" + id },
            ["clinicalStatus"] = Concept("http://terminology.hl7.org/CodeSystem/condition-clinical", "active"),
            ["verificationStatus"] = Concept("http://terminology.hl7.org/CodeSystem/condition-ver-status", "confirmed"),
            ["code"] = Concept(Snomed, Myeloma),
            ["onsetDateTime"] = "2026-10-20",
        });
        await server.StoreAsync(Observation(id, "b2m", "1952-1", 6.2m, "mg/L", "2026-11-10"));
        await server.StoreAsync(Observation(id, "alb", "1751-7", 2.9m, "g/dL", "2026-11-10"));
    }

    private static JsonObject Observation(string patient, string id, string code, decimal value, string unit, string date) => new()
    {
        ["resourceType"] = "Observation",
        ["id"] = $"{patient}-{id}",
        ["status"] = "final",
        ["subject"] = new JsonObject { ["reference"] = "Patient/" + patient },
        ["code"] = Concept(Loinc, code),
        ["effectiveDateTime"] = date,
        ["valueQuantity"] = new JsonObject { ["value"] = value, ["unit"] = unit, ["system"] = "http://unitsofmeasure.org", ["code"] = unit },
    };

    private static JsonObject Concept(string system, string code) =>
        new() { ["coding"] = new JsonArray(new JsonObject { ["system"] = system, ["code"] = code }) };

    private JsonObject Request(string patient, string token) => HookRequests.Valid(patient).Without("prefetch").With("fhirServer", server.Url).With(
        "fhirAuthorization",
        new JsonObject { ["access_token"] = token, ["token_type"] = "Bearer", ["expires_in"] = 300, ["scope"] = "patient/*.rs", ["subject"] = "cds", ["patient"] = patient });

    /// <summary>The app with the knowledge that ships, allowed to call the server.</summary>
    private sealed class WithServer(string url, string budget = "00:00:20") : TestService
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Cds:FhirAccess:Servers:0", url);
            builder.UseSetting("Cds:FhirAccess:AllowHttp", "true");
            builder.UseSetting("Cds:FhirAccess:Budget", budget);
            builder.UseSetting("Cds:FhirAccess:AttemptTimeout", "00:00:10");
            builder.UseSetting("Cds:Outbound:AllowedNetworks:0", "127.0.0.0/8");
        }

        protected override void Change(IServiceCollection services)
        {
        }
    }
}
