using System.Security.Claims;
using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.FhirAccess;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.Samples;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using OpenIddict.Abstractions;
using OpenIddict.Validation.AspNetCore;

namespace Cds.CdsHooks.Tests.Smart.Ehr;

/// <summary>The FHIR server of the EHR: reads and searches of the sample patients, for tokens of its own that cover patient and type.</summary>
internal static class EhrRecords
{
    private static readonly Dictionary<string, JsonObject[]> Samples = Directory.GetFiles(Repository.Samples, "*.json")
        .Select(file => JsonNode.Parse(File.ReadAllText(file))!["entry"]!.AsArray().Select(entry => entry!["resource"]!.AsObject()).ToArray())
        .ToDictionary(resources => Text(resources.Single(resource => Text(resource, "resourceType") == "Patient"), "id"));

    /// <summary>Ids of its patients.</summary>
    public static IEnumerable<string> Patients => Samples.Keys.Order(StringComparer.Ordinal);

    public static void Map(WebApplication app)
    {
        app.MapGet("/fhir/{type}/{id}", (HttpContext context, string type, string id) => AnswerAsync(context, type, patient => Samples[patient].FirstOrDefault(resource => Is(resource, type, id))));
        app.MapGet("/fhir/{type}", (HttpContext context, string type) => SearchAsync(context, type, context.Request.Query["patient"].ToString()));
        app.MapPost("/fhir/{type}/_search", async (HttpContext context, string type) => await SearchAsync(context, type, (await context.Request.ReadFormAsync())["patient"].ToString()));
    }

    private static Task SearchAsync(HttpContext context, string type, string asked) => AnswerAsync(context, type, patient => asked != patient
        ? null
        : HookRequests.Bundle([.. Samples[patient].Where(resource => Text(resource, "resourceType") == type)]));

    private static async Task AnswerAsync(HttpContext context, string type, Func<string, JsonObject?> find)
    {
        AuthenticateResult caller = await context.AuthenticateAsync(OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme);
        int status = caller.Principal is not { } principal ? 401 : Covers(principal, type) ? 200 : 403;
        JsonObject? found = status == 200 ? find(caller.Principal!.GetClaim(EhrAuthorization.Patient)!) : null;
        await FhirBench.SendAsync(context, found ?? FhirBench.Outcome(), status == 200 && found is null ? 404 : status);
    }

    private static bool Covers(ClaimsPrincipal caller, string type) => caller.HasScope($"patient/{type}.rs") || caller.HasScope($"patient/{type}.read");

    private static bool Is(JsonObject resource, string type, string id) => Text(resource, "resourceType") == type && Text(resource, "id") == id;

    private static string Text(JsonObject resource, string name) => resource[name]!.GetValue<string>();
}
