namespace Cds.CdsHooks.Configuration;

/// <summary>Settings of reading what clients did not prefetch from their FHIR servers, section <c>Cds:FhirAccess</c>.</summary>
public sealed class FhirAccessOptions
{
    /// <summary>
    /// FHIR servers that any client may name: base URLs (<c>https://ehr.example.org/fhir</c>, and everything below), hosts
    /// (<c>ehr.example.org</c>) or host patterns (<c>*.example.org</c>, which does not cover <c>example.org</c>). Default none: nothing is
    /// fetched. Servers of one client belong into <c>Cds:Trust:Clients:n:FhirServers</c>.
    /// </summary>
    public IList<string> Servers { get; } = [];

    /// <summary>Whether plain http is allowed; for development, refused in the Production environment. Default false.</summary>
    public bool AllowHttp { get; set; }

    /// <summary>Time that all queries of one call may take together, 0.1 to 30 seconds. Default 3 seconds; what has not arrived by then is unknown.</summary>
    public TimeSpan Budget { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>Time that one attempt of one query may take, 0.05 to 30 seconds. Default 2 seconds.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Further attempts after a transient fault, 0 to 5. Default 2.</summary>
    public int Retries { get; set; } = 2;

    /// <summary>Queries of one call under way at the same time, 1 to 32. Default 8.</summary>
    public int Parallel { get; set; } = 8;

    /// <summary>Most pages read of one search, 1 to 100. Default 10; a longer result counts as incomplete.</summary>
    public int MaxPages { get; set; } = 10;

    /// <summary>Most Medications read of one call, 0 to 500, that drug records refer to and that were not sent along. Default 50; the rest stays unidentified.</summary>
    public int MaxMedications { get; set; } = 50;

    /// <summary>Largest answer of a FHIR server in bytes, unpacked, 1 000 to 100 000 000. Default 10 000 000; a larger one counts as not obtained.</summary>
    public int MaxResponseBytes { get; set; } = 10_000_000;

    /// <summary>Bytes of all answers of one call together, unpacked, 1 000 to 1 000 000 000. Default 50 000 000; what goes beyond counts as not obtained.</summary>
    public int MaxTotalBytes { get; set; } = 50_000_000;

    /// <summary>Failed attempts within half a minute after which a server is left alone for a while, 2 to 1 000. Default 10.</summary>
    public int BreakerFailures { get; set; } = 10;

    /// <summary>How long a failing server is left alone, 0.5 seconds to 10 minutes. Default 15 seconds.</summary>
    public TimeSpan BreakDuration { get; set; } = TimeSpan.FromSeconds(15);
}
