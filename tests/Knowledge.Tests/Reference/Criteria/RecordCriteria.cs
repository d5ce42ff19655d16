using Cds.Knowledge.Criteria;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Reference;

/// <summary>Criteria about conditions, procedures and allergies.</summary>
internal static class RecordCriteria
{
    public static Finding Of(Criterion criterion, PatientContext patient) => criterion switch
    {
        ConditionRecorded condition => Of(condition, patient),
        ProcedureDone procedure => Of(procedure, patient),
        AllergyRecorded allergy => Of(allergy, patient),
        _ => throw new InvalidOperationException($"{criterion.GetType().Name} asks about no record."),
    };

    public static Basis BasisOf(PatientContext patient, RecordedCondition condition) => new()
    {
        Fact = condition.ConditionId,
        Title = patient.Knowledge.Conditions[condition.ConditionId].Title,
        Date = condition.Since?.Text,
        Resource = condition.Resource,
        Comment = condition.MatchedByText ? EvaluationTexts.ByName : null,
    };

    private static Finding Of(ConditionRecorded criterion, PatientContext patient)
    {
        IEnumerable<RecordedCondition> candidates = criterion.Status switch
        {
            ConditionStatus.Current => patient.CurrentConditions(criterion.Conditions),
            ConditionStatus.Ever => patient.ConditionsEver(criterion.Conditions),
            ConditionStatus.History => patient.ConditionsEver(criterion.Conditions).Where(c => !patient.IsCurrent(c)),
            _ => patient.ConditionsEver(criterion.Conditions).Where(c => patient.IsCurrent(c) || c.InRemission),
        };
        var basis = new List<Basis>();
        IReadOnlyList<string> gaps = criterion.Status == ConditionStatus.Current
            ? patient.Gaps.Now(RecordedHistory.Conditions, criterion.Conditions)
            : patient.Gaps.Ever(RecordedHistory.Conditions, criterion.Conditions);
        Truth truth = gaps.Count == 0 ? Truth.False : Truth.Unknown;
        foreach (RecordedCondition condition in candidates)
        {
            Truth counts = IsRecent(criterion, patient, condition)
                .And(!criterion.Severe ? Truth.True : condition.IsSevere switch { true => Truth.True, false => Truth.False, null => Truth.Unknown });
            if (counts != Truth.False) basis.Add(BasisOf(patient, condition));
            truth = truth.Or(counts);
        }

        return Finding.Of(truth, basis, gaps.Count == 0 ? criterion.Conditions : gaps);
    }

    private static Finding Of(ProcedureDone criterion, PatientContext patient)
    {
        ClinicalDate? start = criterion.Since?.Date(patient);
        if (criterion.Since is { } since && start is null) return Finding.Lacking(since.Gaps(patient)) is { Missing.Count: > 0 } open ? open : Finding.Never;
        var basis = new List<Basis>();
        DateOnly? first = criterion.WithinDays is { } within ? patient.AsOf.Day.PlusDays(-within) : null;
        IReadOnlyList<string> gaps = first is { } day
            ? patient.Gaps.Since(RecordedHistory.Procedures, criterion.Procedures, day)
            : patient.Gaps.Ever(RecordedHistory.Procedures, criterion.Procedures);
        Truth truth = gaps.Count == 0 ? Truth.False : Truth.Unknown;
        foreach (RecordedProcedure procedure in patient.Procedures(criterion.Procedures))
        {
            Truth counts = first is not { } earliest ? Truth.True
                : procedure.Performed is { } performed ? performed.IsOnOrAfter(earliest) : Truth.Unknown;
            if (start is { } s) counts = counts.And(procedure.Performed is { } done ? SinceEvents.IsSince(done, s) : Truth.Unknown);
            if (counts != Truth.False) basis.Add(Events.BasisOf(patient, procedure));
            truth = truth.Or(counts);
        }

        return Finding.Of(truth, basis, gaps.Count == 0 ? criterion.Procedures : gaps);
    }

    private static Finding Of(AllergyRecorded criterion, PatientContext patient)
    {
        Basis[] basis = [.. patient.Record.Allergies
            .Where(a => criterion.Drugs.Contains(a.DrugId) && patient.HasBegun(a.Recorded))
            .Select(a => new Basis { Fact = a.DrugId, Title = patient.Knowledge.Drugs[a.DrugId].Title, Date = a.Recorded?.Text, Resource = a.Resource })];
        if (basis.Length > 0) return new Finding(Truth.True, basis, []);
        IReadOnlyList<string> gaps = patient.Gaps.Ever(RecordedHistory.Allergies, criterion.Drugs);
        return gaps.Count == 0 ? Finding.Never : Finding.Lacking(gaps);
    }

    private static Truth IsRecent(ConditionRecorded criterion, PatientContext patient, RecordedCondition condition)
    {
        if (criterion.WithinDays is not { } days) return Truth.True;
        DateOnly first = patient.AsOf.Day.PlusDays(-days);
        if (condition.Until is { } ended) return ended.IsOnOrAfter(first);
        if (patient.IsCurrent(condition)) return Truth.True;
        return condition.Since is { } began && began.IsOnOrAfter(first) == Truth.True ? Truth.True : Truth.Unknown;
    }
}
