using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Duende.IdentityModel;
using Microsoft.AspNetCore.WebUtilities;

namespace Cds.CdsHooks.Smart;

/// <summary>A launch on its way through the EHR's sign-in. It travels in a cookie that only this process can read or make.</summary>
/// <param name="State">Names the launch in the answer of the EHR.</param>
/// <param name="Verifier">Proves to the token endpoint that the code was asked for here (PKCE).</param>
/// <param name="Issuer">The EHR.</param>
/// <param name="Scope">The scopes that were asked for.</param>
/// <param name="Language">Tag of the language of the pages.</param>
/// <param name="Started">When it began.</param>
internal sealed record PendingLaunch(string State, string Verifier, string Issuer, string Scope, string Language, DateTimeOffset Started)
{
    /// <summary>Time for signing in and choosing a patient.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    /// <summary>What the authorization server gets to see of the verifier.</summary>
    [JsonIgnore]
    public string Challenge => WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    /// <summary>A new launch.</summary>
    public static PendingLaunch Begin(SmartServer server, string scope, string language, DateTimeOffset now) =>
        new(CryptoRandom.CreateUniqueId(), CryptoRandom.CreateUniqueId(), server.Issuer, scope, language, now);

    /// <summary>Whether there is still time.</summary>
    public bool IsTimely(DateTimeOffset now) => now >= Started && now - Started <= Life;
}
