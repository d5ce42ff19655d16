using System.Net.Http.Headers;
using Cds.CdsHooks.Outbound;

namespace Cds.CdsHooks.Batch.Export;

/// <summary>The access token of a client, got anew before it ends; none for a server that asks for none.</summary>
/// <param name="calls">Calls the server.</param>
/// <param name="request">The server.</param>
/// <param name="assertion">Proves who the client is; null where it does not sign in.</param>
/// <param name="endpoint">Token endpoint; null to ask the server for it.</param>
/// <param name="scope">What is asked for.</param>
/// <param name="time">Clock.</param>
internal sealed class AccessToken(ServerCalls calls, ExportRequest request, ClientAssertion? assertion, Uri? endpoint, string scope, TimeProvider time)
{
    private static readonly TimeSpan UsualLife = TimeSpan.FromMinutes(5), Margin = TimeSpan.FromSeconds(30);

    private string? _token;
    private DateTimeOffset _ends;
    private Uri? _endpoint = endpoint;

    /// <summary>The header; null where the client does not sign in.</summary>
    /// <exception cref="ExportException">The server gives no token.</exception>
    public async Task<AuthenticationHeaderValue?> HeaderAsync(CancellationToken token)
    {
        if (assertion is null) return null;
        if (_token is null || time.GetUtcNow() + Margin >= _ends) await GetAsync(assertion, token);
        return new AuthenticationHeaderValue("Bearer", _token);
    }

    /// <summary>The server takes the token no longer.</summary>
    public void Forget() => _token = null;

    private async Task GetAsync(ClientAssertion proof, CancellationToken token)
    {
        Uri address = _endpoint ??= await FindEndpointAsync(token);
        using HttpResponseMessage response = await calls.SendAsync(
            () => new HttpRequestMessage(HttpMethod.Post, address)
            {
                Content = new FormUrlEncodedContent(new Dictionary<string, string>
                {
                    ["grant_type"] = "client_credentials",
                    ["scope"] = scope,
                    ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                    ["client_assertion"] = proof.For(address),
                }),
            },
            token);
        JsonElement answer = await ServerCalls.ReadJsonAsync(response, token);
        if (!response.IsSuccessStatusCode || Text(answer, "access_token") is not { } given)
            throw new ExportException($"The server gives no token: status {(int)response.StatusCode}, {Text(answer, "error") ?? "no error named"}.");
        _token = given;
        bool saysLife = answer.TryGetProperty("expires_in", out JsonElement life) && life.ValueKind == JsonValueKind.Number;
        _ends = time.GetUtcNow() + (saysLife && life.TryGetInt32(out int seconds) ? TimeSpan.FromSeconds(seconds) : UsualLife);
    }

    private async Task<Uri> FindEndpointAsync(CancellationToken token)
    {
        using HttpResponseMessage response = await calls.SendAsync(() => new HttpRequestMessage(HttpMethod.Get, request.SmartConfiguration), token);
        if (!response.IsSuccessStatusCode) throw new ExportException($"The server does not say where tokens are had: {request.SmartConfiguration} answers {(int)response.StatusCode}. Name it with --token-url.");
        return ServerAddress.Read(Text(await ServerCalls.ReadJsonAsync(response, token), "token_endpoint")) is { } found && request.MayCarryToken(found)
            ? found
            : throw new ExportException("The server names no token endpoint that can be used.");
    }

    private static string? Text(JsonElement json, string member) => json.TryGetProperty(member, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
