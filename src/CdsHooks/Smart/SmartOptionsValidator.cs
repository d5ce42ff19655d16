using Cds.CdsHooks.Outbound;

namespace Cds.CdsHooks.Smart;

/// <summary>Checks at start-up from where the companion may be launched, and who may frame it.</summary>
internal sealed class SmartOptionsValidator : IValidateOptions<CdsOptions>
{
    public ValidateOptionsResult Validate(string? name, CdsOptions options)
    {
        var failures = new List<string>();
        foreach (SmartServerOptions server in options.Smart.Servers) CheckServer(failures, server, options.FhirAccess.AllowHttp);
        foreach (IGrouping<string, SmartServerOptions> twice in options.Smart.Servers.GroupBy(server => server.Issuer.TrimEnd('/')).Where(group => group.Count() > 1))
            failures.Add($"Cds:Smart:Servers has the issuer '{twice.Key}' {twice.Count()} times; each is listed once.");
        if (options.Smart.Servers.Count > 0 && options.PublicBaseUrl is null)
            failures.Add("Cds:PublicBaseUrl is not set; an EHR sends browsers back to <PublicBaseUrl>/launch/callback, which is registered with it.");
        failures.AddRange(options.Smart.FrameAncestors.Where(origin => !IsOrigin(origin))
            .Select(origin => $"Cds:Smart:FrameAncestors contains '{origin}'; an origin is scheme and host (https://ehr.example.org)."));
        if (options.Smart.FrameAncestors.Count > 0 && !IsSecure(options.PublicBaseUrl))
            failures.Add($"Cds:PublicBaseUrl is '{options.PublicBaseUrl}'; browsers send cookies within frames (Cds:Smart:FrameAncestors) over https only.");
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static void CheckServer(List<string> failures, SmartServerOptions server, bool allowHttp)
    {
        string key = $"Cds:Smart:Servers ('{server.Issuer}')";
        if (ServerAddress.Read(server.Issuer) is not { Query: "", Fragment: "", UserInfo: "" } issuer || (issuer.Scheme != Uri.UriSchemeHttps && !allowHttp))
            failures.Add($"{key}: Issuer is '{server.Issuer}'; the base URL of the EHR's FHIR server is needed, over https.");
        if (string.IsNullOrWhiteSpace(server.ClientId)) failures.Add($"{key}: ClientId is not set; it is what the EHR registered this service with.");
        if (server.ClientSecret is not null && server.KeyFile is not null) failures.Add($"{key} has both ClientSecret and KeyFile; a client signs in by one of them.");
        else if (server.KeyFile is { } file && !File.Exists(file)) failures.Add($"{key}: KeyFile '{file}' does not exist.");
        else if (server.KeyFile is { } unread && ClientKeyFile.Read(unread) is null)
            failures.Add($"{key}: KeyFile '{unread}' is no private JWK with kid (kty EC on P-384, or RSA of 2048 bits or more).");
    }

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
        && url.GetLeftPart(UriPartial.Authority).Equals(text, StringComparison.OrdinalIgnoreCase);

    private static bool IsSecure(string? address) => Uri.TryCreate(address, UriKind.Absolute, out Uri? url) && (url.Scheme == Uri.UriSchemeHttps || url.IsLoopback);
}
