using System.Collections.Frozen;

namespace Cds.Knowledge.Approvals;

/// <summary>All approvals by id, and the names of the jurisdictions.</summary>
/// <param name="ById">Approvals by id.</param>
/// <param name="Jurisdictions">Names by jurisdiction id.</param>
public sealed record ApprovalTable(FrozenDictionary<string, Approval> ById, FrozenDictionary<string, LocalizedText> Jurisdictions)
{
    /// <summary>The jurisdiction of the documents, and of a service that names none.</summary>
    public const string DefaultJurisdiction = "jp";

    /// <summary>The jurisdiction that answers are for.</summary>
    public string Jurisdiction { get; init; } = DefaultJurisdiction;

    /// <summary>The name of the jurisdiction.</summary>
    public LocalizedText Place => Jurisdictions.GetValueOrDefault(Jurisdiction) ?? new LocalizedText(Jurisdiction, Jurisdiction);

    /// <summary>No approvals.</summary>
    public static ApprovalTable Empty { get; } = new(FrozenDictionary<string, Approval>.Empty, FrozenDictionary<string, LocalizedText>.Empty);

    /// <summary>How an approval stood on a day.</summary>
    public ApprovalStatus StatusOn(string id, DateOnly day) => ById[id].StatusOn(day, Jurisdiction);

    /// <summary>Whether a drug is off-label for one of the conditions: its approval is known to be lacking on the day, or came later.</summary>
    /// <param name="drug">Drug id.</param>
    /// <param name="conditions">Condition ids.</param>
    /// <param name="day">Day asked about; null for what holds in the end.</param>
    public bool IsOffLabel(string drug, IReadOnlyList<string> conditions, DateOnly? day) => ById.Values.Any(approval =>
        approval.Condition is { } condition && conditions.Contains(condition) && approval.Drugs is [var only] && only == drug
        && approval.StatusOn(day ?? DateOnly.MaxValue, Jurisdiction) is ApprovalStatus.NotApproved or ApprovalStatus.NotYetApproved);

    /// <summary>The entries that nobody has looked up for a year, as <c>id (jurisdiction), last checked date</c>.</summary>
    public IReadOnlyList<string> NotVerifiedSince(DateOnly today) =>
    [
        .. ById.Values.OrderBy(a => a.Id, StringComparer.Ordinal)
            .SelectMany(a => a.Records.Where(r => r.CheckedOn.LatestDay.PlusYears(1) < today).Select(r => $"{a.Id} ({r.Jurisdiction}), last checked {r.CheckedOn.Text}")),
    ];
}
