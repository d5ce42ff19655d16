using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Hosting;

namespace Cds.CdsHooks.Tests.Trust;

/// <summary>The running app in production with one client, and calls of it.</summary>
internal static class TrustedService
{
    public static ConfiguredService Start(params (string Key, string Value)[] settings) => new("Production",
    [
        ("Cds:PublicBaseUrl", TestToken.PublicUrl),
        ("Cds:Trust:Clients:0:Issuer", TestToken.Issuer),
        ("Cds:Trust:Clients:0:Jwks", TestKey.Set(TestKey.P256, TestKey.P384, TestKey.P521, TestKey.Rsa2048)),
        .. settings,
    ]);

    /// <summary>A correct patient-view call with a token.</summary>
    public static Task<Answer> CallAsync(this HttpClient client, TestToken token) => client.CallAsync("Bearer " + token);

    public static Task<Answer> CallAsync(this HttpClient client, string? authorization, string url = HookRequests.PatientView, JsonNode? body = null) =>
        client.SendJsonAsync(HttpMethod.Post, url, authorization, body ?? HookRequests.Valid());

    public static async Task<Answer> SendJsonAsync(this HttpClient client, HttpMethod method, string url, string? authorization, JsonNode? body)
    {
        using var request = new HttpRequestMessage(method, new Uri(url, UriKind.Relative));
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        if (body is not null) request.Content = new StringContent(body.ToJsonString(), new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
        using HttpResponseMessage response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.ReadAsync(response);
    }

    /// <summary>The answer turns the caller away and does not say why.</summary>
    public static void IsUnauthorized(this Answer answer)
    {
        answer.IsOperationOutcome(401);
        Assert.Equal("Bearer", answer.Headers["WWW-Authenticate"]);
        Assert.Equal("A valid bearer token of a registered client is needed.", answer.Json.GetProperty("issue")[0].GetProperty("details").GetProperty("text").GetString());
    }
}
