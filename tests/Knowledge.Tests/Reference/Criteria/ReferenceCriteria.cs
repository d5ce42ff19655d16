using Cds.Knowledge.Approvals;
using Cds.Knowledge.Criteria;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Reference;

/// <summary>
/// Evaluates criteria by walking the definitions: every part every time, the whole finding at once. Slow, without memory and without a compiled form, so that
/// what the evaluator of the service answers can be held against it.
/// </summary>
internal static class ReferenceCriteria
{
    public static Finding Evaluate(this Criterion criterion, PatientContext patient) => criterion switch
    {
        AllOf all => Finding.All([.. all.Parts.Select(p => p.Evaluate(patient))]),
        AnyOf any => Finding.Any([.. any.Parts.Select(p => p.Evaluate(patient))]),
        NoneOf none => Finding.Any([.. none.Parts.Select(p => p.Evaluate(patient))]).Negated(),
        AtLeast atLeast => Of(atLeast, patient),
        Proven proven => Of(proven, patient),
        Unsettled unsettled => unsettled.Part.Evaluate(patient) is { Truth: Truth.True } part ? new Finding(Truth.Unknown, part.Basis, []) : unsettled.Part.Evaluate(patient),
        InJurisdiction place => Finding.Of(place.Jurisdictions.Contains(patient.Knowledge.Approvals.Jurisdiction).ToTruth(), [], []),
        Always => Finding.Always,
        FactComparison or FactKnown or FactPresence or FactCode or FactLimit or FactSince or FactWithin => FactCriteria.Of(criterion, patient),
        ConditionRecorded or ProcedureDone or AllergyRecorded => RecordCriteria.Of(criterion, patient),
        OnDrug on => patient.Therapy.Running(patient.Counting(on.Drugs)),
        OnDrugOfClass on => patient.Therapy.Running(patient.Counting(patient.Therapy.DrugsOf(on.DrugClass))),
        ExposedTo exposed => patient.Therapy.Exposed(exposed.DrugOrClass),
        RefractoryTo refractory => patient.Therapy.Refractory(refractory.DrugOrClass),
        GivenDrug given => GivenDrugs.Of(given, patient),
        GivenTogether together => GivenDrugs.Of(together, patient),
        ConclusionIs asked => patient.Outcome(asked.Conclusion).Ask(answer => answer is CodeAnswer code && asked.Codes.Contains(code.Code)),
        ConclusionContains asked => patient.Outcome(asked.Conclusion).Contains(asked.Member),
        ConclusionHasAny asked => patient.Outcome(asked.Conclusion).HasAny(),
        ConclusionKnown asked => patient.Outcome(asked.Conclusion).Conclusion is { Value: not null } conclusion ? Finding.Of(Truth.True, conclusion.Basis, []) : Finding.Never,
        ConclusionComparison asked => patient.Outcome(asked.Conclusion)
            .Ask(answer => answer is NumberAnswer number && asked.Operator.Compare(ValueRange.Exactly(number.Number), asked.Threshold) == Truth.True),
        SexIs sex => patient.Record.Sex == Sex.Unknown ? Finding.Lacking(HistoryParts.Sex) : Finding.Of((patient.Record.Sex == sex.Sex).ToTruth(), [], []),
        SettingIs setting => Finding.Of(patient.Settings.Contains(setting.Setting).ToTruth(), [], []),
        Approved approved => Finding.Of((patient.Knowledge.Approvals.StatusOn(approved.Approval, patient.AsOf.Day) == ApprovalStatus.Approved).ToTruth(), [], []),
        OffLabel off => Finding.Of(
            (patient.Knowledge.Approvals.StatusOn(off.Approval, patient.AsOf.Day) is ApprovalStatus.NotApproved or ApprovalStatus.NotYetApproved).ToTruth(), [], []),
        ForMaintenance maintenance => Finding.Of(((patient.Planned is { } regimen ? regimen.IsMaintenance : OrderedMaintenance.IsProven(patient)) == maintenance.Expected).ToTruth(), [], []),
        _ => OrderCriteria.Of(criterion, patient),
    };

    private static Finding Of(AtLeast criterion, PatientContext patient)
    {
        Finding[] findings = [.. criterion.Parts.Select(p => p.Evaluate(patient))];
        int holding = findings.Count(f => f.Truth == Truth.True);
        int open = findings.Count(f => f.Truth == Truth.Unknown);
        Truth truth = holding >= criterion.Count ? Truth.True : holding + open < criterion.Count ? Truth.False : Truth.Unknown;
        return Finding.Combine(findings, truth, Truth.True);
    }

    private static Finding Of(Proven criterion, PatientContext patient)
    {
        Finding finding = criterion.Part.Evaluate(patient);
        return Finding.Of((finding.Truth == Truth.True).ToTruth(), finding.Basis, []);
    }
}
