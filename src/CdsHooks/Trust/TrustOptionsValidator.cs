namespace Cds.CdsHooks.Trust;

/// <summary>Checks at start-up who may call. A service that anybody may call does not start in production.</summary>
internal sealed class TrustOptionsValidator(IHostEnvironment environment) : IValidateOptions<CdsOptions>
{
    /// <summary>The ranges.</summary>
    public static IReadOnlyList<SettingRange> Ranges { get; } =
    [
        new("Trust:ClockSkew", TimeSpan.Zero, TimeSpan.FromSeconds(60), options => options.Trust.ClockSkew),
        new("Trust:MaxTokenLifetime", TimeSpan.FromMinutes(1), TimeSpan.FromHours(24), options => options.Trust.MaxTokenLifetime),
        new("Trust:KeyCacheTime", TimeSpan.FromMinutes(1), TimeSpan.FromHours(24), options => options.Trust.KeyCacheTime),
        new("Trust:KeyReloadInterval", TimeSpan.FromSeconds(1), TimeSpan.FromHours(1), options => options.Trust.KeyReloadInterval),
        new("Trust:RequestsPerMinute", 1, 1_000_000, options => options.Trust.RequestsPerMinute),
        new("Trust:RefusalsPerMinute", 1, 1_000_000, options => options.Trust.RefusalsPerMinute),
        new("Trust:ConcurrentRequests", 1, 10_000, options => options.Trust.ConcurrentRequests),
    ];

    public ValidateOptionsResult Validate(string? name, CdsOptions options)
    {
        List<string> failures = [.. Ranges.Select(range => range.Check(options)).OfType<string>()];
        CheckMode(failures, options);
        foreach (ClientOptions client in options.Trust.Clients) CheckClient(failures, client, options);
        foreach (IGrouping<string, ClientOptions> twice in options.Trust.Clients.GroupBy(client => client.Issuer).Where(group => group.Count() > 1))
            failures.Add($"Cds:Trust:Clients has the issuer '{twice.Key}' {twice.Count()} times; each is listed once, with its tenants.");
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private void CheckMode(List<string> failures, CdsOptions options)
    {
        if (environment.IsProduction() && options.Trust.Authentication == AuthenticationMode.Off)
            failures.Add("Cds:Trust:Authentication is Off; in the Production environment callers have to sign in. Off is for development and test.");
        if (!TrustMode.Settle(options.Trust.Authentication, environment)) return;
        if (options.Trust.Clients.Count == 0)
        {
            failures.Add(
                $"Cds:Trust:Clients is empty, so nobody could call (environment {environment.EnvironmentName}). List each client with Issuer and JwksUrl or Jwks "
                + "(docs/integrate.md), or set ASPNETCORE_ENVIRONMENT=Development to try the service without authentication.");
        }

        if (options.PublicBaseUrl is null)
            failures.Add("Cds:PublicBaseUrl is not set; when callers sign in, the audience of their tokens is compared with it.");
        else if (environment.IsProduction() && !options.PublicBaseUrl.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            failures.Add($"Cds:PublicBaseUrl is '{options.PublicBaseUrl}'; in the Production environment clients reach the service over https.");
    }

    private static void CheckClient(List<string> failures, ClientOptions client, CdsOptions options)
    {
        string key = $"Cds:Trust:Clients ('{client.Issuer}')";
        if (string.IsNullOrWhiteSpace(client.Issuer)) failures.Add("Cds:Trust:Clients has an entry without Issuer.");
        if (client.JwksUrl is null && client.Jwks is null && client.JwksFile is null) failures.Add($"{key} has no keys: set JwksUrl, Jwks or JwksFile.");
        if (client.Jwks is not null && client.JwksFile is not null) failures.Add($"{key} has both Jwks and JwksFile; one of them is enough.");
        if (client.JwksUrl is { } url && !IsFetchable(url, options.FhirAccess.AllowHttp)) failures.Add($"{key}: JwksUrl is '{url}'; an absolute https URL is needed.");
        CheckKeys(failures, key, client);
        failures.AddRange(client.Algorithms
            .Where(algorithm => AcceptedSignature.Find(algorithm) is null)
            .Select(algorithm => $"{key}: Algorithms contains '{algorithm}'; allowed are {string.Join(", ", AcceptedSignature.All.Select(known => known.Name))}."));
        if (client.RequestsPerMinute is < 1 or > 1_000_000) failures.Add($"{key}: RequestsPerMinute is {client.RequestsPerMinute}; allowed is 1 to 1000000.");
        if (client.ConcurrentRequests is < 1 or > 10_000) failures.Add($"{key}: ConcurrentRequests is {client.ConcurrentRequests}; allowed is 1 to 10000.");
    }

    private static void CheckKeys(List<string> failures, string key, ClientOptions client)
    {
        if (client.JwksFile is { } file && !File.Exists(file))
        {
            failures.Add($"{key}: JwksFile '{file}' does not exist.");
            return;
        }

        string? json = client.Jwks ?? (client.JwksFile is null ? null : File.ReadAllText(client.JwksFile));
        if (json is not null && ClientKeySet.Parse(System.Text.Encoding.UTF8.GetBytes(json)) is null or { Keys.Count: 0 })
            failures.Add($"{key}: Jwks is no JWK Set with a usable public key (kty EC or RSA, with kid).");
    }

    private static bool IsFetchable(string text, bool allowHttp) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? url) && (url.Scheme == Uri.UriSchemeHttps || (allowHttp && url.Scheme == Uri.UriSchemeHttp));
}
