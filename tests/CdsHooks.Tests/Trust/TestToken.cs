using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Hosting;

namespace Cds.CdsHooks.Tests.Trust;

/// <summary>A correct token of a client; tests change what they are about.</summary>
internal sealed class TestToken
{
    public const string Issuer = "https://ehr.example.org";
    public const string PublicUrl = "https://cds.example.org/base";

    public TestKey Key { get; set; } = TestKey.P384;

    public JsonObject Header { get; } = new() { ["alg"] = "ES384", ["typ"] = "JWT", ["kid"] = TestKey.P384.Id };

    public JsonObject Payload { get; } = new()
    {
        ["iss"] = Issuer,
        ["aud"] = PublicUrl + HookRequests.PatientView,
        ["exp"] = Seconds(300),
        ["iat"] = Seconds(0),
        ["jti"] = Guid.NewGuid().ToString(),
    };

    public static long Seconds(int fromNow) => TestService.Now.ToUnixTimeSeconds() + fromNow;

    public TestToken Signed(TestKey key, string algorithm)
    {
        Key = key;
        Header["alg"] = algorithm;
        Header["kid"] = key.Id;
        return this;
    }

    public TestToken WithHeader(string name, JsonNode? value)
    {
        if (value is null) Header.Remove(name);
        else Header[name] = value;
        return this;
    }

    public TestToken With(string name, JsonNode? value)
    {
        if (value is null) Payload.Remove(name);
        else Payload[name] = value;
        return this;
    }

    public TestToken For(string path) => With("aud", PublicUrl + path);

    public override string ToString() => Key.Sign(Header, Payload);
}
