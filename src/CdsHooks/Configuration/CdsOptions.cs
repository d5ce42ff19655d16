using Cds.CdsHooks.Batch.Queue;
using Cds.CdsHooks.Limits;
using Cds.CdsHooks.Outbound;
using Cds.CdsHooks.Store;
using Cds.CdsHooks.Telemetry;
using Cds.CdsHooks.Trust;

namespace Cds.CdsHooks.Configuration;

/// <summary>
/// Settings of the service, section <c>Cds</c> of the configuration (JSON, environment as <c>Cds__MaxCards</c>, command line as
/// <c>--Cds:MaxCards=5</c>). Every value is checked at start-up; a wrong one stops the start with the key and the allowed range.
/// </summary>
public sealed class CdsOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Cds";

    /// <summary>Address to listen on when neither this key nor <c>urls</c> / <c>Kestrel:Endpoints</c> is configured.</summary>
    public const string DefaultUrl = "http://localhost:5080";

    /// <summary>Address to listen on. Default: <c>urls</c>, else <see cref="DefaultUrl"/>.</summary>
    public string? Url { get; set; }

    /// <summary>
    /// Absolute URL under which clients reach the service, for the links on cards; its path is accepted as a prefix of every route.
    /// Default: scheme and host of each request.
    /// </summary>
    public string? PublicBaseUrl { get; set; }

    /// <summary>Largest request body in bytes, 1 000 to 1 000 000 000. Default 10 000 000; above it the answer is 413.</summary>
    public int MaxBodyBytes { get; set; } = 10_000_000;

    /// <summary>Deepest nesting of a request body, 16 to 1 000. Default 128; above it the answer is 400.</summary>
    public int MaxJsonDepth { get; set; } = 128;

    /// <summary>Time within which a request body has to arrive, 1 second to 10 minutes. Default 30 seconds; later the answer is 408.</summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>IANA time zone in which dates are read and "today" is meant. Default <c>Asia/Tokyo</c>.</summary>
    public string TimeZone { get; set; } = "Asia/Tokyo";

    /// <summary>Language when a request asks for none: <c>en</c> (default) or <c>ja</c>.</summary>
    public string DefaultLanguage { get; set; } = "en";

    /// <summary>Most cards in one answer, 1 to 50. Default 8.</summary>
    public int MaxCards { get; set; } = 8;

    /// <summary>What cards say and when they are kept back.</summary>
    public CardsOptions Cards { get; } = new();

    /// <summary>Document ids of trials that this site is enrolling for (<c>jsct-mm20</c>); cards of other trials are not shown. Default none.</summary>
    public IList<string> EnrollingTrials { get; } = [];

    /// <summary>Which requirements of an ide-cel (CAR-T) facility this site meets.</summary>
    public CarTFacilityOptions CarTFacility { get; } = new();

    /// <summary>
    /// Launch URL of the companion SMART app, without <c>launch</c> and <c>iss</c>; every card then links to it. Default: <c>/launch</c> of this service where
    /// <c>Cds:Smart:Servers</c> names an EHR, otherwise no link.
    /// </summary>
    public string? SmartAppUrl { get; set; }

    /// <summary>Local adaptation of the knowledge.</summary>
    public KnowledgeOptions Knowledge { get; } = new();

    /// <summary>Browser clients.</summary>
    public CorsOptions Cors { get; } = new();

    /// <summary>Who may call.</summary>
    public TrustOptions Trust { get; } = new();

    /// <summary>How much work is under way at once.</summary>
    public LimitsOptions Limits { get; } = new();

    /// <summary>Reading what was not prefetched.</summary>
    public FhirAccessOptions FhirAccess { get; } = new();

    /// <summary>Connections to addresses that clients name.</summary>
    public OutboundOptions Outbound { get; } = new();

    /// <summary>Launches of the companion from EHRs.</summary>
    public SmartOptions Smart { get; } = new();

    /// <summary>Where records are kept.</summary>
    public StoreOptions Store { get; } = new();

    /// <summary>The companion.</summary>
    public CompanionOptions Companion { get; } = new();

    /// <summary>The queue of runs over many patients.</summary>
    public QueueOptions Queue { get; } = new();

    /// <summary>Feedback of clinicians.</summary>
    public FeedbackOptions Feedback { get; } = new();

    /// <summary>Metrics and traces.</summary>
    public TelemetryOptions Telemetry { get; } = new();

    /// <summary>What the site has switched on, in the words of the rules: <c>jsct-mm20-enrolling</c>.</summary>
    internal IReadOnlySet<string> OfRules() => EnrollingTrials.Select(trial => trial + "-enrolling").Concat(CarTFacility.Met()).ToHashSet(StringComparer.Ordinal);
}

/// <summary>Which browser pages may call the service.</summary>
public sealed class CorsOptions
{
    /// <summary>
    /// Allowed origins (<c>https://ehr.example.org</c>), or <c>*</c> for any. Default: any in the Development environment, otherwise none.
    /// </summary>
    public IList<string> Origins { get; } = [];
}

/// <summary>Local adaptation of the knowledge.</summary>
public sealed class KnowledgeOptions
{
    /// <summary>
    /// Folder with the site's own entries on top of those that ship, in the layout of <c>src/Knowledge/Content</c>, and its codes as FHIR JSON; read again when a file in it changes.
    /// Default: none.
    /// </summary>
    public string? Overlay { get; set; }

    /// <summary>
    /// Which modules beside the documents are on, by id (<c>Cds:Knowledge:Modules:stages-and-risk=false</c>). Default: all of them.
    /// </summary>
    public IDictionary<string, bool> Modules { get; } = new Dictionary<string, bool>();

    /// <summary>Whose approvals count (<c>approvals.yaml</c>): <c>jp</c>, <c>us</c> or <c>eu</c>. Default <c>jp</c>.</summary>
    public string Jurisdiction { get; set; } = "jp";

    /// <summary>How long the folder has to be quiet before it is read again, 10 milliseconds to 1 minute. Default 500 milliseconds.</summary>
    public TimeSpan ReloadDelay { get; set; } = TimeSpan.FromMilliseconds(500);
}
