using System.Net;

namespace Cds.CdsHooks.FhirAccess;

/// <summary>Checks the settings of outbound access at start-up.</summary>
internal sealed class FhirAccessOptionsValidator(IHostEnvironment environment) : IValidateOptions<CdsOptions>
{
    /// <summary>The ranges.</summary>
    public static IReadOnlyList<SettingRange> Ranges { get; } =
    [
        new("FhirAccess:Budget", TimeSpan.FromSeconds(0.1), TimeSpan.FromSeconds(30), options => options.FhirAccess.Budget),
        new("FhirAccess:AttemptTimeout", TimeSpan.FromSeconds(0.05), TimeSpan.FromSeconds(30), options => options.FhirAccess.AttemptTimeout),
        new("FhirAccess:Retries", 0, 5, options => options.FhirAccess.Retries),
        new("FhirAccess:Parallel", 1, 32, options => options.FhirAccess.Parallel),
        new("FhirAccess:MaxPages", 1, 100, options => options.FhirAccess.MaxPages),
        new("FhirAccess:MaxMedications", 0, 500, options => options.FhirAccess.MaxMedications),
        new("FhirAccess:MaxResponseBytes", 1_000, 100_000_000, options => options.FhirAccess.MaxResponseBytes),
        new("FhirAccess:MaxTotalBytes", 1_000, 1_000_000_000, options => options.FhirAccess.MaxTotalBytes),
        new("FhirAccess:BreakerFailures", 2, 1_000, options => options.FhirAccess.BreakerFailures),
        new("FhirAccess:BreakDuration", TimeSpan.FromSeconds(0.5), TimeSpan.FromMinutes(10), options => options.FhirAccess.BreakDuration),
    ];

    public ValidateOptionsResult Validate(string? name, CdsOptions options)
    {
        List<string> failures = [.. Ranges.Select(range => range.Check(options)).OfType<string>()];
        failures.AddRange(Complaints("Cds:FhirAccess:Servers", options.FhirAccess.Servers, options.FhirAccess.AllowHttp));
        foreach (Trust.ClientOptions client in options.Trust.Clients) failures.AddRange(Complaints("Cds:Trust:Clients:FhirServers", client.FhirServers, options.FhirAccess.AllowHttp));
        failures.AddRange(options.Outbound.AllowedNetworks
            .Where(network => !IPNetwork.TryParse(network, out _))
            .Select(network => $"Cds:Outbound:AllowedNetworks contains '{network}'; a network in CIDR form is needed (10.20.0.0/16)."));
        if (options.FhirAccess.AllowHttp && environment.IsProduction())
            failures.Add("Cds:FhirAccess:AllowHttp is true; in the Production environment FHIR servers are called over https only.");
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Complaints(string key, IEnumerable<string> servers, bool allowsHttp)
    {
        foreach (string server in servers)
        {
            if (ServerPattern.Parse(server) is not { } pattern)
                yield return $"{key} contains '{server}'; a base URL (https://ehr.example.org/fhir), a host (ehr.example.org) or a pattern (*.example.org) is needed.";
            else if (pattern.IsUnsecured && !allowsHttp)
                yield return $"{key} contains '{server}'; servers are called over https, and over http only where Cds:FhirAccess:AllowHttp is true.";
        }
    }
}
