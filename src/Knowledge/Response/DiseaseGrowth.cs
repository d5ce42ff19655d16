using Cds.Knowledge.Computations;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Response;

/// <summary>
/// Progression that is no rise of a protein (jsh-2023 Table 6): a new lesion, a plasmacytoma that clearly grows, hypercalcaemia that comes up.
/// It makes the response progressive; a relapse is counted from recorded or protein progression only (contract section 3.7).
/// </summary>
internal static class DiseaseGrowth
{
    private const decimal HypercalcaemiaMilligramsPerDecilitre = 11.5m;

    /// <summary>Half as much again as the smallest size is clear growth (IMWG 2016, Kumar, Lancet Oncol 2016;17:e328-46; the guideline gives no figure).</summary>
    private const decimal ClearGrowth = 1.5m;

    /// <summary>What shows the growth; null when nothing does.</summary>
    public static Basis? Of(PatientContext patient, LineMarkers markers) =>
        NewLesion(patient, markers) ?? LargerPlasmacytoma(patient, markers) ?? Hypercalcaemia(patient, markers);

    /// <summary>A lesion that an earlier report, up to 90 days before the line or in it, said was not there.</summary>
    private static Basis? NewLesion(PatientContext patient, LineMarkers markers)
    {
        foreach (string factId in patient.Knowledge.ComputedFacts.All(ComputedFact.Lesions))
        {
            decimal? known = null;
            string knownOn = "";
            foreach (ObservedFact report in patient.Series(factId))
            {
                if (Count(report.Value) is not { } lesions) continue;
                if (known < lesions.AtLeast && report.Date.EarliestDay > markers.LineStart)
                    return patient.BasisOf(report) with { Comment = ResponseTexts.NewLesion.With("date", knownOn) };
                // "None" long before the line tells nothing about its start; after a bare "present" no number is new.
                if (lesions.AtMost == 0m && report.Date.LatestDay < markers.LineStart.AddDays(-patient.Knowledge.Computations.Response.BaselineDays)) continue;
                if (lesions.AtMost is not { } most) break;
                known = Math.Max(known ?? 0m, most);
                knownOn = report.Date.Text;
            }
        }

        return null;
    }

    private static Basis? LargerPlasmacytoma(PatientContext patient, LineMarkers markers)
    {
        MarkerPoint? smallest = Plasmacytomas.Baseline(patient, markers);
        foreach (MarkerPoint size in Plasmacytomas.FollowUp(patient, markers))
        {
            if (smallest is { Value: > 0m } && size.Value >= ClearGrowth * smallest.Value)
            {
                return size.Basis with
                {
                    Comment = ResponseTexts.LargerPlasmacytoma.With("nadir", ValueRange.Exactly(smallest.Value).ToString()).With("nadirDate", smallest.Basis.Date ?? ""),
                    From = [smallest.Basis, size.Basis],
                };
            }

            if (smallest is null || size.Value < smallest.Value) smallest = size;
        }

        return null;
    }

    /// <summary>Corrected calcium of 11.5 mg/dL or more that was not there when the line began.</summary>
    private static Basis? Hypercalcaemia(PatientContext patient, LineMarkers markers)
    {
        FactReading calcium = patient.Read(patient.Fact(ComputedFact.CorrectedCalcium), FactTime.Current);
        if (calcium.Range?.IsAtLeast(HypercalcaemiaMilligramsPerDecilitre) != Truth.True
            || patient.Read(patient.Fact(ComputedFact.TotalCalcium), FactTime.Current).Date is not { } date || date.EarliestDay <= markers.LineStart) return null;
        MarkerSeries series = MarkerSeries.Of(patient, patient.Fact(ComputedFact.TotalCalcium));
        bool wasHigh = series.LatestBefore(markers.LineStart, patient.Knowledge.Computations.Response.BaselineDays)?.Value >= HypercalcaemiaMilligramsPerDecilitre;
        bool fellSince = series.Between(markers.LineStart, date.EarliestDay).Any(p => p.Value < HypercalcaemiaMilligramsPerDecilitre);
        return wasHigh && !fellSince ? null : calcium.Basis[0] with { Comment = ResponseTexts.Hypercalcaemia };
    }

    /// <summary>Fewest and most lesions that a report allows; a bare "present" is one or more.</summary>
    private static (decimal AtLeast, decimal? AtMost)? Count(FactValue? value) => value switch
    {
        PresenceValue { Present: true } => (1m, null),
        PresenceValue { Present: false } => (0m, 0m),
        QuantityValue { Range: { } range } => (range.Low ?? 0m, range.High),
        _ => null,
    };
}
