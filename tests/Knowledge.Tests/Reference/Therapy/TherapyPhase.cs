using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Therapy;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Reference;

/// <summary>
/// Where the patient is in treatment: untreated, on treatment, maintenance, off treatment (last dose long
/// ago), relapsed (progression since the latest line began and no new line).
/// </summary>
internal static class TherapyPhase
{
    public static Conclusion? Conclude(PatientContext patient, Conclusion answer)
    {
        TherapyHistory therapy = patient.Therapy;
        if (therapy.Lines is not [.., { } line])
        {
            return therapy.Gaps.Count == 0
                ? Decided(answer, PhaseOfTherapy.Untreated, [])
                : Open(answer, Enum.GetValues<PhaseOfTherapy>(), [], therapy.Gaps);
        }

        Basis lineBasis = TherapyConclusions.BasisOf(patient, line);
        DateOnly? infused = Events.LatestCarTInfusion(patient)?.Date.EarliestDay;

        // CAR-T cells recorded as a procedure only start no line, but they are the treatment of the progression before them.
        if (therapy.Progressions.LastOrDefault(p => p.Day > line.Start && (infused is not { } cells || p.Day >= cells)) is { } progression)
        {
            // "No new line since" rests on what is not recorded.
            IReadOnlyList<string> newLine = therapy.GapsBegunAfter(progression.Day);
            Basis[] basis = [progression.Basis, lineBasis];
            return newLine.Count == 0 ? Decided(answer, PhaseOfTherapy.Relapsed, basis) : Open(answer, [PhaseOfTherapy.Relapsed, PhaseOfTherapy.OnTreatment], basis, newLine);
        }

        PhaseOfTherapy treated = IsMaintenance(patient, line) ? PhaseOfTherapy.Maintenance : PhaseOfTherapy.OnTreatment;
        Truth off = infused >= patient.AsOf.Day.PlusDays(-patient.Knowledge.Computations.Phase.OffTreatmentDays) ? Truth.False : LastDoseIsOver(patient, line);
        return off switch
        {
            Truth.False => Decided(answer, treated, [lineBasis]),
            Truth.True when therapy.GapsSince(patient.AsOf.Day.PlusDays(-patient.Knowledge.Computations.Phase.OffTreatmentDays)) is { Count: > 0 } gaps => Open(answer, [PhaseOfTherapy.OffTreatment, PhaseOfTherapy.OnTreatment], [lineBasis], gaps),
            Truth.True => Decided(answer, PhaseOfTherapy.OffTreatment, [lineBasis]),
            Truth.Unknown => Open(answer, [treated, PhaseOfTherapy.OffTreatment], [lineBasis], OpenDrugs(line)),
            _ => throw new InvalidOperationException("Add the new truth value."),
        };
    }

    private static Truth LastDoseIsOver(PatientContext patient, LineOfTherapy line)
    {
        DateOnly limit = patient.AsOf.Day.PlusDays(-patient.Knowledge.Computations.Phase.OffTreatmentDays);
        if (line.EarliestLastDose >= limit || line.Periods.Any(p => p.Running == Truth.True)) return Truth.False;
        return line.LastDose < limit ? Truth.True : Truth.Unknown;
    }

    private static IReadOnlyList<string> OpenDrugs(LineOfTherapy line) =>
        [.. line.Periods.Where(p => p.Running == Truth.Unknown || p.EarliestEnd != p.LatestEnd).Select(p => p.DrugId).Distinct()];

    /// <summary>
    /// The drugs at the end of the line are a maintenance treatment, begun after a transplant or after a regimen of more drugs (corticosteroids
    /// counted), without a corticosteroid. After the line has stopped, drugs whose last doses lie within one cycle ended together.
    /// </summary>
    private static bool IsMaintenance(PatientContext patient, LineOfTherapy line)
    {
        DosingPeriod[] treatment = [.. line.Periods.Where(p => !p.BelongsToTransplant)];
        if (treatment.Length == 0) return false;
        bool runs = treatment.Any(p => p.Running != Truth.False);
        DateOnly end = runs ? patient.AsOf.Day : treatment.Max(p => p.LatestEnd);
        DateOnly togetherSince = runs ? end : end.PlusDays(-patient.Knowledge.Computations.Phase.CycleDays);
        DosingPeriod[] last = [.. treatment.Where(p => p.Running != Truth.False || p.LatestEnd == end)];
        DateOnly since = last.Max(p => p.Start);
        bool StillCounts(DosingPeriod period) => period.LatestEnd >= since && period.LatestEnd >= togetherSince;

        string[] now = [.. last.Concat(treatment.Where(StillCounts)).Select(p => p.DrugId).Distinct()];
        DosingPeriod[] steroids = [.. patient.Therapy.Corticosteroids.Where(c => c.LatestEnd >= line.Start && c.Start <= end)];
        if (!patient.Knowledge.Roles.IsMaintenance(now) || steroids.Any(c => StillCounts(c) || (runs && c.Running != Truth.False))) return false;
        if (line.Transplants.Any(t => t <= end && last.Any(p => p.LatestEnd > t))) return true;
        return treatment.Select(p => p.DrugId).Distinct().Count() + (steroids.Length > 0 ? 1 : 0) > now.Length;
    }

    private static Conclusion Decided(Conclusion answer, PhaseOfTherapy phase, IReadOnlyList<Basis> basis) =>
        answer with { Value = phase.ToAnswer(), Possible = [phase.ToAnswer()], Basis = basis };

    private static Conclusion Open(Conclusion answer, PhaseOfTherapy[] phases, IReadOnlyList<Basis> basis, IReadOnlyList<string> missing) =>
        answer with { Possible = [.. phases.Select(PhasesOfTherapy.ToAnswer)], Basis = basis, Missing = missing };
}
