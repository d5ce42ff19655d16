using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Cds.CdsHooks.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Cds.CdsHooks.Tests.Batch.Export;

/// <summary>
/// A FHIR server with Bulk Data as its specification asks for it (kick-off with <c>Prefer: respond-async</c>, state at <c>Content-Location</c>, files by bearer token),
/// and with SMART Backend Services: it verifies every assertion, and takes each once.
/// </summary>
internal sealed class BulkDataServer : IAsyncDisposable
{
    public const string Client = "cds-register";

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
    private readonly ConcurrentDictionary<string, bool> _usedAssertions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _asked = new(StringComparer.Ordinal);
    private int _tokens;
    private LocalServer _server = null!;

    public string Url => _server.Url + "/fhir";

    /// <summary>What was asked so far, <c>GET /fhir/$export</c>.</summary>
    public IEnumerable<string> Requests => _server.Requests.Select(request => $"{request.Method} {request.Path}");

    public IEnumerable<SeenRequest> Seen => _server.Requests;

    /// <summary>Files by name, as they are sent.</summary>
    public Dictionary<string, string> Files { get; } = new(StringComparer.Ordinal)
    {
        ["Patient-1"] = "{\"resourceType\":\"Patient\",\"id\":\"a\"}\n{\"resourceType\":\"Patient\",\"id\":\"b\"}\n",
        ["Observation-1"] = "{\"resourceType\":\"Observation\",\"id\":\"1\"}\n",
        ["Observation-2"] = "{\"resourceType\":\"Observation\",\"id\":\"2\"}",
    };

    /// <summary>How many resources the server announces for a file that holds another number.</summary>
    public Dictionary<string, int> WrongCounts { get; } = new(StringComparer.Ordinal);

    /// <summary>Faults that the server lists.</summary>
    public string? Faults { get; set; }

    /// <summary>Answers with another status before, the first time that a path is asked for.</summary>
    public Dictionary<string, int> FirstStatus { get; } = new(StringComparer.Ordinal);

    /// <summary>Breaks the connection off in the middle of a file so many times.</summary>
    public int BreaksOff { get; set; }

    /// <summary>Takes no token but the newest after so many calls with one.</summary>
    public bool ForgetsFirstToken { get; set; }

    public static async Task<BulkDataServer> StartAsync()
    {
        var server = new BulkDataServer();
        server._server = await LocalServer.StartAsync(server.AnswerAsync);
        return server;
    }

    /// <summary>The client's private key as JWK.</summary>
    public string PrivateKey(bool isOther = false)
    {
        using ECDsa other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        JsonWebKey jwk = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(new ECDsaSecurityKey(isOther ? other : _key) { KeyId = "k1" });
        return JsonSerializer.Serialize(new { kty = "EC", crv = "P-384", kid = "k1", alg = "ES384", x = jwk.X, y = jwk.Y, d = jwk.D });
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _key.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        string path = context.Request.Path.Value!;
        int asked = _asked.AddOrUpdate(path, 1, (_, before) => before + 1);
        if (asked == 1 && FirstStatus.TryGetValue(path, out int status))
        {
            context.Response.Headers.RetryAfter = "1";
            context.Response.StatusCode = status;
            return;
        }

        switch ((context.Request.Method, path))
        {
            case ("GET", "/fhir/.well-known/smart-configuration"):
                await JsonAsync(context, new { token_endpoint = _server.Url + "/token", token_endpoint_auth_methods_supported = new[] { "private_key_jwt" } });
                return;
            case ("POST", "/token"):
                await TokenAsync(context);
                return;
            case ("GET", "/fhir/$export" or "/fhir/Group/mm/$export") when IsAuthorised(context):
                bool isAsync = context.Request.Headers["Prefer"] == "respond-async" && context.Request.Headers.Accept.ToString() == "application/fhir+json";
                context.Response.StatusCode = isAsync ? 202 : 400;
                context.Response.Headers.ContentLocation = _server.Url + "/state/1";
                return;
            case ("GET", "/state/1") when IsAuthorised(context) && asked == 1:
                context.Response.StatusCode = 202;
                context.Response.Headers.RetryAfter = "1";
                context.Response.Headers["X-Progress"] = "half way";
                return;
            case ("GET", "/state/1") when IsAuthorised(context):
                await ManifestAsync(context);
                return;
            case ("DELETE", "/state/1") when IsAuthorised(context):
                context.Response.StatusCode = 202;
                return;
            case ("GET", _) when path.StartsWith("/files/", StringComparison.Ordinal) && IsAuthorised(context):
                await FileAsync(context, path["/files/".Length..]);
                return;
            default:
                context.Response.StatusCode = IsAuthorised(context) ? 404 : 401;
                return;
        }
    }

    private bool IsAuthorised(HttpContext context)
    {
        string given = context.Request.Headers.Authorization.ToString();
        return given == $"Bearer token-{_tokens}" && !(ForgetsFirstToken && _tokens == 1 && context.Request.Path != "/fhir/$export");
    }

    private async Task TokenAsync(HttpContext context)
    {
        IFormCollection form = await context.Request.ReadFormAsync();
        TokenValidationResult verified = await new JsonWebTokenHandler().ValidateTokenAsync(form["client_assertion"].ToString(), new TokenValidationParameters
        {
            ValidIssuer = Client, ValidAudience = _server.Url + "/token", IssuerSigningKey = new ECDsaSecurityKey(_key) { KeyId = "k1" }, ValidAlgorithms = ["ES384"],
        });
        bool isAccepted = verified.IsValid
            && verified.SecurityToken is JsonWebToken { Subject: Client } token && token.ValidTo - token.IssuedAt <= TimeSpan.FromMinutes(5) && token.Kid == "k1" && _usedAssertions.TryAdd(token.Id, true)
            && form["grant_type"] == "client_credentials" && form["client_assertion_type"] == "urn:ietf:params:oauth:client-assertion-type:jwt-bearer" && form["scope"] == "system/*.read";
        if (!isAccepted)
        {
            context.Response.StatusCode = 400;
            await JsonAsync(context, new { error = "invalid_client" });
            return;
        }

        await JsonAsync(context, new { access_token = $"token-{Interlocked.Increment(ref _tokens)}", token_type = "bearer", expires_in = 300 });
    }

    private Task ManifestAsync(HttpContext context) => JsonAsync(context, new
    {
        transactionTime = "2026-11-20T08:00:00Z",
        request = Url + "/$export",
        requiresAccessToken = true,
        output = Files.Keys.Select(name => new { type = name.Split('-')[0], url = $"{_server.Url}/files/{name}", count = WrongCounts.TryGetValue(name, out int wrong) ? wrong : Files[name].Split('\n', StringSplitOptions.RemoveEmptyEntries).Length }),
        error = Faults is null ? [] : new[] { new { type = "OperationOutcome", url = _server.Url + "/files/faults" } },
    });

    private async Task FileAsync(HttpContext context, string name)
    {
        string text = name == "faults" ? Faults! : Files[name];
        context.Response.ContentType = "application/fhir+ndjson";
        if (BreaksOff > 0)
        {
            BreaksOff--;
            context.Response.ContentLength = text.Length;
            await context.Response.WriteAsync(text[..(text.Length / 2)]);
            await context.Response.Body.FlushAsync();
            context.Abort();
            return;
        }

        await context.Response.WriteAsync(text);
    }

    private static Task JsonAsync(HttpContext context, object json)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(JsonSerializer.Serialize(json));
    }
}
