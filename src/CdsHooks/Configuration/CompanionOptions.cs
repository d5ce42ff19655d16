namespace Cds.CdsHooks.Configuration;

/// <summary>Settings of the companion, the web application for looking at a patient, section <c>Cds:Companion</c>.</summary>
public sealed class CompanionOptions
{
    /// <summary>Whether the companion is served; without it its routes are not found. Default true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>
    /// Whether <c>/insights</c> is shown without a token where callers have to sign in. It holds counts and no patient data. Default false.
    /// </summary>
    public bool OpenInsights { get; set; }

    /// <summary>How long an opened patient is kept without being looked at, 1 minute to 8 hours. Default 20 minutes.</summary>
    public TimeSpan SessionIdle { get; set; } = TimeSpan.FromMinutes(20);

    /// <summary>How long an opened patient is kept at the longest, 1 minute to 24 hours. Default 8 hours.</summary>
    public TimeSpan SessionLongest { get; set; } = TimeSpan.FromHours(8);

    /// <summary>Bytes of all opened patients together, 1 000 000 to 10 000 000 000; beyond it no further one is opened (503). Default 100 000 000.</summary>
    public long SessionBytes { get; set; } = 100_000_000;
}
