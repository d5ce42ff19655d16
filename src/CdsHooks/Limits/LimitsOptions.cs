namespace Cds.CdsHooks.Limits;

/// <summary>Settings of how much work is under way at once, section <c>Cds:Limits</c>. The defaults fit a container of 1 GB with two cores.</summary>
public sealed class LimitsOptions
{
    /// <summary>Connections open at the same time, 10 to 100 000; a request on a further one is answered with 503. Default 500.</summary>
    public int Connections { get; set; } = 500;

    /// <summary>How long a connection may be idle before it is closed, 1 second to 1 hour. Default 75 seconds, longer than proxies keep theirs.</summary>
    public TimeSpan IdleConnection { get; set; } = TimeSpan.FromSeconds(75);

    /// <summary>
    /// Bytes of request bodies in memory at the same time, all calls together, 1 000 000 to 100 000 000 000 and no less than <c>Cds:MaxBodyBytes</c>; a body
    /// that would go beyond is answered with 503. Default 60 000 000.
    /// </summary>
    public long BytesInFlight { get; set; } = 60_000_000;

    /// <summary>Records of one patient (entries of Bundles, fetched ones included) in one call, 100 to 1 000 000; above it the answer is 413. Default 30 000.</summary>
    public int Records { get; set; } = 30_000;

    /// <summary>
    /// Time that a request may take in all, its body and the FHIR server's answers included, 1 second to 1 hour and no less than <c>Cds:RequestTimeout</c>; then its
    /// work ends and the answer is 503. Default 1 minute.
    /// </summary>
    public TimeSpan RequestTime { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Patients read and evaluated at the same time, 1 to 1 000; further calls wait. Default one more than the processors.</summary>
    public int? WorkPlaces { get; set; }

    /// <summary>Calls that may wait for that, 0 to 100 000; further ones are answered with 503. Default 200.</summary>
    public int WorkWaiting { get; set; } = 200;
}
