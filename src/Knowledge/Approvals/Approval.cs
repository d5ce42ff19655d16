using Cds.Knowledge.Documents;

namespace Cds.Knowledge.Approvals;

/// <summary>What drugs, alone or together, may be given for, or what an examination may be charged for: a dated fact of each jurisdiction.</summary>
public sealed record Approval
{
    /// <summary>Stable id: what, then for what (<c>d-bld.untreated</c>).</summary>
    public required string Id { get; init; }

    /// <summary>What is approved, for readers.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>For what, for readers.</summary>
    public required LocalizedText Indication { get; init; }

    /// <summary>Drug ids; empty for an examination.</summary>
    public IReadOnlyList<string> Drugs { get; init; } = [];

    /// <summary>Condition that a single drug without approval is off-label for, in every regimen meant for it; null when the indication is narrower.</summary>
    public string? Condition { get; init; }

    /// <summary>Whether it is about what insurance pays for.</summary>
    public bool IsReimbursement { get; init; }

    /// <summary>One entry for each jurisdiction that is known of.</summary>
    public required IReadOnlyList<ApprovalRecord> Records { get; init; }

    /// <summary>The entry of a jurisdiction; null when nothing is on record.</summary>
    public ApprovalRecord? In(string jurisdiction) => Records.FirstOrDefault(r => r.Jurisdiction == jurisdiction);

    /// <summary>How it stood on a day.</summary>
    public ApprovalStatus StatusOn(DateOnly day, string jurisdiction) => In(jurisdiction) switch
    {
        null => ApprovalStatus.NotOnRecord,
        { IsApproved: false } => ApprovalStatus.NotApproved,
        // Of a date without a day only its end is sure.
        { Since: { } since } when since.LatestDay > day => ApprovalStatus.NotYetApproved,
        _ => ApprovalStatus.Approved,
    };
}

/// <summary>What is known of an approval in one jurisdiction.</summary>
/// <param name="Jurisdiction">Jurisdiction id (<c>jp</c>).</param>
/// <param name="IsApproved">Whether there is an approval at all.</param>
/// <param name="Since">Since when, as exactly as the source says, null when it does not; of what is not approved the time the source speaks from.</param>
/// <param name="Limits">What limits it, for readers; null when the source names none.</param>
/// <param name="Source">Where it was read.</param>
/// <param name="Certainty">How it was read.</param>
/// <param name="CheckedOn">When a person last looked it up; the time of the document where only that was read.</param>
public sealed record ApprovalRecord(
    string Jurisdiction, bool IsApproved, ClinicalDate? Since, LocalizedText? Limits, Citation Source, Certainty Certainty, ClinicalDate CheckedOn);

/// <summary>How a fact was read.</summary>
public enum Certainty
{
    /// <summary>In the primary text, or a faithful copy of it.</summary>
    Read,

    /// <summary>In a report about it.</summary>
    Secondary,
}

/// <summary>How an approval stood on a day.</summary>
public enum ApprovalStatus
{
    /// <summary>Approved by that day.</summary>
    Approved,

    /// <summary>Approved later.</summary>
    NotYetApproved,

    /// <summary>Known not to be approved: off-label.</summary>
    NotApproved,

    /// <summary>Nothing is known for this jurisdiction.</summary>
    NotOnRecord,
}
