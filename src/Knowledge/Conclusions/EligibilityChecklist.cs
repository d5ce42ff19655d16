using Cds.Knowledge.Documents;

namespace Cds.Knowledge.Conclusions;

/// <summary>
/// A checklist: any criterion that fails makes it the failed value; open criteria either leave it undetermined or go to "to confirm".
/// </summary>
public sealed record EligibilityChecklist : ConclusionDefinition
{
    /// <summary>The values of a checklist that names no others.</summary>
    public const string Eligible = "eligible", Ineligible = "ineligible";

    /// <summary>Criteria in the order of the source.</summary>
    public required IReadOnlyList<ChecklistCriterion> Checklist { get; init; }

    /// <summary>Value when nothing fails.</summary>
    public string Passed { get; init; } = Eligible;

    /// <summary>Value when something fails.</summary>
    public string Failed { get; init; } = Ineligible;

    /// <inheritdoc />
    public override IReadOnlyList<string> Values => [Passed, Failed];

    /// <inheritdoc />
    public override IEnumerable<Criterion> Criteria() => [.. base.Criteria(), .. Checklist.Select(c => c.FailsWhen)];

    /// <inheritdoc />
    protected override Conclusion? Conclude(PatientContext patient)
    {
        (ChecklistCriterion Criterion, Finding Finding)[] findings = [.. Checklist.Select(c => (c, c.FailsWhen.Evaluate(patient)))];
        (ChecklistCriterion Criterion, Finding Finding)[] failed = [.. findings.Where(f => f.Finding.Truth == Truth.True)];
        (ChecklistCriterion Criterion, Finding Finding)[] open = [.. findings.Where(f => f.Finding.Truth == Truth.Unknown)];
        Finding[] blocking = [.. open.Where(f => !f.Criterion.ConfirmWhenUnknown).Select(f => f.Finding)];
        Conclusion answer = Answer() with
        {
            Basis = findings.Select(f => f.Finding).Joined(),
            Reasons = [.. failed.Select(f => new Reason(f.Criterion.Code, f.Criterion.Text, f.Finding.Basis))],
            ToConfirm = [.. open.Where(f => f.Criterion.ConfirmWhenUnknown).Select(f => f.Criterion.ConfirmText ?? f.Criterion.Text)],
        };
        if (failed.Length > 0) return Decided(answer, Failed);
        if (blocking.Length == 0) return Decided(answer, Passed);
        return answer with { Possible = [new CodeAnswer(Passed), new CodeAnswer(Failed)], Missing = Finding.MissingOf(blocking) };
    }

    private static Conclusion Decided(Conclusion answer, string value) =>
        answer with { Value = new CodeAnswer(value), Possible = [new CodeAnswer(value)] };
}

/// <summary>One criterion of a checklist.</summary>
/// <param name="Code">Reason code of the contract.</param>
/// <param name="Text">What fails, for readers.</param>
/// <param name="FailsWhen">When it fails.</param>
/// <param name="ConfirmWhenUnknown">Unknown goes to "to confirm" instead of leaving the answer open.</param>
/// <param name="ConfirmText">What to confirm then; the text itself when null.</param>
/// <param name="Citations">Where it comes from, when narrower than the conclusion.</param>
public sealed record ChecklistCriterion(
    string Code, LocalizedText Text, Criterion FailsWhen, bool ConfirmWhenUnknown, LocalizedText? ConfirmText, IReadOnlyList<Citation> Citations);
