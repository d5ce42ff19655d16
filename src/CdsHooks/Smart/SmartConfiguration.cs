namespace Cds.CdsHooks.Smart;

/// <summary>What an EHR says in <c>.well-known/smart-configuration</c> (SMART App Launch 2.2, Conformance), as far as a launch needs it.</summary>
/// <param name="Authorize">Where the user is sent.</param>
/// <param name="Token">Where codes are exchanged.</param>
/// <param name="Revoke">Where tokens are given back; null when nowhere.</param>
/// <param name="Issuer">Name of the authorization server, as its answers carry it (RFC 9207); null when it has none.</param>
/// <param name="SpeaksVersion2">Whether scopes have the form of version 2 (<c>.rs</c>) and not that of version 1 (<c>.read</c>).</param>
internal sealed record SmartConfiguration(Uri Authorize, Uri Token, Uri? Revoke, string? Issuer, bool SpeaksVersion2)
{
    private const string Version1 = "permission-v1", Version2 = "permission-v2";

    /// <summary>Reads the document; null when it does not name both endpoints at addresses that may be used.</summary>
    /// <param name="json">The document.</param>
    /// <param name="allowHttp">Whether plain http will do.</param>
    public static SmartConfiguration? Parse(ReadOnlyMemory<byte> json, bool allowHttp)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object) return null;
            if (Address(root, "authorization_endpoint", allowHttp) is not { } authorize || Address(root, "token_endpoint", allowHttp) is not { } token) return null;
            string?[] capabilities = [.. root.Items("capabilities").Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString())];
            return new SmartConfiguration(
                authorize, token, Address(root, "revocation_endpoint", allowHttp), root.Text("issuer"), capabilities.Contains(Version2) || !capabilities.Contains(Version1));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Uri? Address(JsonElement root, string name, bool allowHttp) =>
        Uri.TryCreate(root.Text(name), UriKind.Absolute, out Uri? url)
        && (url.Scheme == Uri.UriSchemeHttps || (allowHttp && url.Scheme == Uri.UriSchemeHttp)) && url is { UserInfo: "", Fragment: "" }
            ? url
            : null;
}
