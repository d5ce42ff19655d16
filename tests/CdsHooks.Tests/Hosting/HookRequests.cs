using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Cards;

namespace Cds.CdsHooks.Tests.Hosting;

/// <summary>Builds requests and reads answers.</summary>
internal static class HookRequests
{
    public const string PatientView = "/cds-services/myeloma-patient-view";

    /// <summary>A correct call with a patient and empty searches; tests change what they are about.</summary>
    public static JsonObject Valid(string patientId = "p1") => new()
    {
        ["hook"] = "patient-view",
        ["hookInstance"] = "6d1f3a52-1c0b-4c7e-9e0a-7f5f2d9a4b10",
        ["context"] = new JsonObject { ["userId"] = "Practitioner/haem-7", ["patientId"] = patientId },
        ["prefetch"] = new JsonObject
        {
            ["patient"] = new JsonObject { ["resourceType"] = "Patient", ["id"] = patientId, ["gender"] = "female", ["birthDate"] = "1958-04-09" },
            ["conditions"] = Bundle(),
        },
    };

    public static JsonObject Bundle(params JsonNode[] resources) => new()
    {
        ["resourceType"] = "Bundle",
        ["type"] = "searchset",
        ["entry"] = new JsonArray([.. resources.Select(resource => new JsonObject { ["resource"] = resource.DeepClone() })]),
    };

    /// <summary>A measured fact in the project's own code system.</summary>
    public static JsonObject Quantity(string fact, decimal value, string unit, string date) => Observation(fact, date, "valueQuantity", new JsonObject
    {
        ["value"] = value, ["unit"] = unit, ["system"] = "http://unitsofmeasure.org", ["code"] = unit,
    });

    /// <summary>A fact of any kind in the project's own code system.</summary>
    public static JsonObject Observation(string fact, string date, string member, JsonNode value) => new()
    {
        ["resourceType"] = "Observation",
        ["id"] = fact,
        ["status"] = "final",
        ["subject"] = new JsonObject { ["reference"] = "Patient/p1" },
        ["code"] = new JsonObject { ["coding"] = new JsonArray(new JsonObject { ["system"] = "https://myeloma-cds.example.org/fhir/CodeSystem/fact", ["code"] = fact }) },
        ["effectiveDateTime"] = date,
        [member] = value,
    };

    public static JsonObject With(this JsonObject request, string path, JsonNode? value)
    {
        string[] names = path.Split('.');
        JsonObject parent = names[..^1].Aggregate(request, (current, name) => current[name]!.AsObject());
        parent[names[^1]] = value;
        return request;
    }

    public static JsonObject Without(this JsonObject request, string path)
    {
        string[] names = path.Split('.');
        JsonObject parent = names[..^1].Aggregate(request, (current, name) => current[name]!.AsObject());
        parent.Remove(names[^1]);
        return request;
    }

    public static Task<Answer> PostJsonAsync(this HttpClient client, string url, JsonNode body) => client.PostTextAsync(url, body.ToJsonString());

    public static Task<Answer> PostTextAsync(this HttpClient client, string url, string body, string contentType = "application/json") =>
        client.PostBytesAsync(url, Encoding.UTF8.GetBytes(body), contentType);

    public static async Task<Answer> PostBytesAsync(this HttpClient client, string url, byte[] body, string? contentType = "application/json")
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        using HttpResponseMessage response = await client.PostAsync(new Uri(url, UriKind.Relative), content, TestContext.Current.CancellationToken);
        return await Answer.ReadAsync(response);
    }

    public static Task<Answer> GetAnswerAsync(this HttpClient client, string url) => client.SendAsync(HttpMethod.Get, url);

    public static async Task<Answer> SendAsync(this HttpClient client, HttpMethod method, string url, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(url, UriKind.Relative));
        foreach ((string name, string value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using HttpResponseMessage response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.ReadAsync(response);
    }
}

/// <summary>An answer, read to its end.</summary>
internal sealed record Answer(int Status, string? MediaType, string Body, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>Those codes of FHIR's value set issue-type that an answer of ours may need.</summary>
    private static readonly string[] IssueTypes =
        ["invalid", "structure", "required", "value", "security", "login", "forbidden", "throttled", "too-long", "too-costly", "not-found", "not-supported", "duplicate", "processing", "exception", "timeout", "transient", "incomplete"];

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    /// <summary>The cards, each held against the limits of what is read at a glance.</summary>
    public JsonElement Cards
    {
        get
        {
            JsonElement cards = Json.GetProperty("cards");
            Assert.Equal([], cards.EnumerateArray().SelectMany(GlanceRules.Faults));
            return cards;
        }
    }

    public static async Task<Answer> ReadAsync(HttpResponseMessage response) => new(
        (int)response.StatusCode,
        response.Content.Headers.ContentType?.MediaType,
        await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
        response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase));

    /// <summary>The answer is an OperationOutcome with a message, and so much of it in the status.</summary>
    public void IsOperationOutcome(int status, string? path = null)
    {
        Assert.Equal(status, Status);
        Assert.Equal("application/fhir+json", MediaType);
        Assert.Equal("OperationOutcome", Json.GetProperty("resourceType").GetString());
        JsonElement issue = Json.GetProperty("issue")[0];
        Assert.Contains(issue.GetProperty("severity").GetString(), new[] { "fatal", "error" });
        Assert.Contains(issue.GetProperty("code").GetString(), IssueTypes);
        Assert.NotEqual("", issue.GetProperty("details").GetProperty("text").GetString());
        if (path is not null) Assert.Equal(path, issue.GetProperty("diagnostics").GetString());
    }

    /// <summary>The answer is a problem of RFC 9457.</summary>
    public void IsProblem(int status, string type, string? path = null)
    {
        Assert.Equal(status, Status);
        Assert.Equal("application/problem+json", MediaType);
        Assert.Equal("https://myeloma-cds.example.org/problems/" + type, Json.GetProperty("type").GetString());
        Assert.Equal(status, Json.GetProperty("status").GetInt32());
        Assert.NotEqual("", Json.GetProperty("detail").GetString());
        if (path is not null) Assert.Equal(path, Json.GetProperty("path").GetString());
    }
}
