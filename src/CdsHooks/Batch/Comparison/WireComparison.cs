using Cds.CdsHooks.Assessments;

namespace Cds.CdsHooks.Batch.Comparison;

/// <summary>For whom what changes.</summary>
internal sealed record WireComparison(
    WireComparedSide Before, WireComparedSide After, long Patients, long Changed, long Unreadable, IEnumerable<WireRuleChange> Changes)
{
    /// <summary>The comparison.</summary>
    public static WireComparison Of(RuleChanges changes, ComparedSide before, ComparedSide after) => new(
        WireComparedSide.Of(before), WireComparedSide.Of(after), changes.Patients, changes.Changed, changes.Unreadable, changes.All.Select(WireRuleChange.Of));
}

/// <summary>One side of a comparison.</summary>
internal sealed record WireComparedSide(string Name, string Knowledge, string AsOf)
{
    /// <summary>The side.</summary>
    public static WireComparedSide Of(ComparedSide side) => new(side.Name, side.Assessor.Knowledge.Version, side.AsOf.Text);
}

/// <summary>How the answer of a rule changes.</summary>
internal sealed record WireRuleChange(string Rule, string Before, string After, long Patients, IEnumerable<WireChangedPatient> Examples)
{
    /// <summary>The change.</summary>
    public static WireRuleChange Of(RuleChange change) => new(change.Rule, change.Before, change.After, change.Patients, change.Examples.Select(WireChangedPatient.Of));
}

/// <summary>A patient whom it changes for, with the data of both sides.</summary>
internal sealed record WireChangedPatient(string Patient, IEnumerable<WireBasis> BasisBefore, IEnumerable<WireBasis> BasisAfter)
{
    /// <summary>The patient.</summary>
    public static WireChangedPatient Of(ChangedPatient patient) => new(
        patient.Patient, patient.Before.Select(basis => WireBasis.Of(basis, Language.English)), patient.After.Select(basis => WireBasis.Of(basis, Language.English)));
}
