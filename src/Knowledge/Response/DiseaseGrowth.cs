namespace Cds.Knowledge.Response;

/// <summary>
/// Progression that is no rise of a protein (jsh-2023 Table 6): a new lesion, a plasmacytoma that clearly grows, hypercalcaemia that comes up.
/// It makes the response progressive; a relapse is counted from recorded or protein progression only (docs/contract/reading.md, 7).
/// </summary>
internal static class DiseaseGrowth
{
    /// <summary>What shows the growth; null when nothing does.</summary>
    public static Basis? Of(PatientContext patient, LineMarkers markers) =>
        NewLesion(patient, markers) ?? LargerPlasmacytoma(patient, markers) ?? Hypercalcaemia(patient, markers);

    /// <summary>A lesion that an earlier report, shortly before the line or in it, said was not there.</summary>
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
                if (lesions.AtMost == 0m && report.Date.LatestDay < markers.LineStart.PlusDays(-patient.Knowledge.Computations.Response.BaselineDays)) continue;
                if (lesions.AtMost is not { } most) break;
                known = Math.Max(known ?? 0m, most);
                knownOn = report.Date.Text;
            }
        }

        return null;
    }

    private static Basis? LargerPlasmacytoma(PatientContext patient, LineMarkers markers)
    {
        Threshold growth = patient.Knowledge.Computations.Progression.PlasmacytomaGrowth;
        MarkerPoint? smallest = Plasmacytomas.Baseline(patient, markers);
        foreach (MarkerPoint size in Plasmacytomas.FollowUp(patient, markers))
        {
            if (smallest is { AtMost: > 0m and { } least } && growth.IsRise(least, size.AtLeast))
            {
                return size.Basis with
                {
                    Comment = ResponseTexts.LargerPlasmacytoma
                        .With("growth", patient.Knowledge.Limits["progression-plasmacytoma-growth"].Text).With("nadir", ValueRange.Exactly(smallest.Value).ToString()).With("nadirDate", smallest.Basis.Date ?? ""),
                    From = [smallest.Basis, size.Basis],
                };
            }

            if (smallest?.AtMost is not { } known || size.AtMost < known) smallest = size;
        }

        return null;
    }

    /// <summary>A corrected calcium that shows progression and was not there when the line began.</summary>
    private static Basis? Hypercalcaemia(PatientContext patient, LineMarkers markers)
    {
        Threshold high = patient.Knowledge.Computations.Progression.Calcium;
        FactReading calcium = patient.Read(patient.Fact(ComputedFact.CorrectedCalcium), FactTime.Current);
        if (calcium.Range is not { } corrected || high.Operator.Compare(corrected, high.Value) != Truth.True
            || patient.Read(patient.Fact(ComputedFact.TotalCalcium), FactTime.Current).Date is not { } date || date.EarliestDay <= markers.LineStart) return null;
        MarkerSeries series = MarkerSeries.Of(patient, patient.Fact(ComputedFact.TotalCalcium));
        bool wasHigh = high.IsMetBy(series.LatestBefore(markers.LineStart, patient.Knowledge.Computations.Response.BaselineDays)?.Value);
        bool fellSince = series.Between(markers.LineStart, date.EarliestDay).Any(p => p.AtMost is { } most && !high.IsMetBy(most));
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
