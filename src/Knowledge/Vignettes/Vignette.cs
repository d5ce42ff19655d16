using Cds.Knowledge.Approvals;
using Cds.Knowledge.Recommendations;

namespace Cds.Knowledge.Vignettes;

/// <summary>A synthetic patient with the answers expected: a rule's example and its test.</summary>
/// <param name="File">File it stands in.</param>
/// <param name="Name">A sentence that carries the reason.</param>
/// <param name="AsOf">The moment asked about.</param>
/// <param name="Patient">The patient.</param>
/// <param name="Settings">What the site has switched on.</param>
/// <param name="Expectations">The answers expected, by conclusion or recommendation id.</param>
public sealed record Vignette(
    string File, string Name, AsOf AsOf, PatientFacts Patient, IReadOnlySet<string> Settings, IReadOnlyList<Expectation> Expectations)
{
    /// <summary>For which jurisdiction the answers are, whatever the service that shows the vignette answers for.</summary>
    public string Jurisdiction { get; init; } = ApprovalTable.DefaultJurisdiction;

    /// <inheritdoc />
    public override string ToString() => $"{Path.GetFileNameWithoutExtension(File)}: {Name}";
}

/// <summary>What is expected of one conclusion or recommendation; null members are not asked.</summary>
public sealed record Expectation
{
    /// <summary>Conclusion or recommendation id.</summary>
    public required string Id { get; init; }

    /// <summary>Has to be absent.</summary>
    public bool Absent { get; init; }

    /// <summary>The value, as text; members of a list in any order.</summary>
    public IReadOnlyList<string>? Value { get; init; }

    /// <summary>Exactly these values are possible, and none is decided.</summary>
    public IReadOnlyList<string>? Possible { get; init; }

    /// <summary>Exactly these members are undetermined.</summary>
    public IReadOnlyList<string>? Undetermined { get; init; }

    /// <summary>Exactly these facts are missing, in any order.</summary>
    public IReadOnlyList<string>? Missing { get; init; }

    /// <summary>Exactly these reason codes, in any order.</summary>
    public IReadOnlyList<string>? Reasons { get; init; }

    /// <summary>Status of a recommendation.</summary>
    public RecommendationStatus? Status { get; init; }

    /// <summary>Indicator of a recommendation.</summary>
    public Urgency? Urgency { get; init; }

    /// <summary>Options that have to be there.</summary>
    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary>Options that must not be there.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>The option that ranks first.</summary>
    public string? First { get; init; }

    /// <summary>Standing of options.</summary>
    public IReadOnlyDictionary<string, Standing> Standing { get; init; } = new Dictionary<string, Standing>();

    /// <summary>Exactly these cases of an order rule hold.</summary>
    public IReadOnlyList<string>? Cases { get; init; }

    /// <summary>Text that the summary (English) has to contain.</summary>
    public string? Summary { get; init; }

    /// <summary>Text that one of the confirmations (English), those of options among them, has to contain.</summary>
    public IReadOnlyList<string> ToConfirm { get; init; } = [];

    /// <summary>Text that no confirmation may contain.</summary>
    public IReadOnlyList<string> ToConfirmNot { get; init; } = [];

    /// <summary>Text that a sentence of information, or a reason or an order of an option (English) has to contain.</summary>
    public IReadOnlyList<string> Says { get; init; } = [];

    /// <summary>Text that no such sentence may contain.</summary>
    public IReadOnlyList<string> SaysNot { get; init; } = [];

    /// <summary>Text that a remark (English) on one of the data that the answer rests on has to contain.</summary>
    public IReadOnlyList<string> RestsOn { get; init; } = [];

    /// <summary>Text that no such remark may contain.</summary>
    public IReadOnlyList<string> RestsOnNot { get; init; } = [];
}
