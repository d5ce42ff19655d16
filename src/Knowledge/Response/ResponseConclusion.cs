using Cds.Knowledge.Conclusions;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Therapy;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Response;

/// <summary>
/// Response to the latest line: the state now, proven by its latest two consecutive assessments (jsh-2023 Table 6), the newest not older than
/// 100 days. Progression without a later line is PD.
/// </summary>
internal static class ResponseConclusion
{
    private const int NewestAssessmentDays = 100;
    private const decimal HypercalcaemiaMilligramsPerDecilitre = 11.5m;

    public static Conclusion? Conclude(PatientContext patient, Conclusion answer)
    {
        if (patient.Therapy.Lines is not [.., { } line]) return null;
        Basis lineBasis = TherapyConclusions.BasisOf(patient, line);
        Progression? progression = patient.Therapy.Progressions.LastOrDefault(p => p.Day > line.Start);
        if (progression is not null) return Decided(answer, ResponseCategory.PD, [progression.Basis, lineBasis], []);
        if (Hypercalcaemia(patient, line) is { } calcium) return Decided(answer, ResponseCategory.PD, [calcium, lineBasis], []);

        LineMarkers markers = LineMarkers.Of(patient, line);
        DateOnly today = patient.AsOf.Day;
        IReadOnlyList<DateOnly> days = markers.AssessmentDays(today);
        if (days.Count == 0 || days[^1] < today.AddDays(-NewestAssessmentDays) || !HasBaseline(markers)) return Open(answer, markers, lineBasis);

        var assessment = new ResponseAssessment(patient, markers);
        AssessedResponse latest = assessment.At(days[^1]);
        if (days.Count == 1) return Open(answer, markers, lineBasis, latest);
        AssessedResponse before = assessment.At(days[^2]);

        // Marrow for CR and sCR is asked for once only: the earlier assessment has to confirm the protein response, not the marrow.
        ResponseCategory confirmed = Confirmed(latest.Category, before.Category);
        IReadOnlyList<Basis> basis = [.. latest.Basis, .. before.Basis.Where(b => !latest.Basis.Any(b.IsSameDatumAs)), lineBasis];
        return Decided(answer, confirmed, basis, latest.Missing);
    }

    /// <summary>The shallower of two consecutive assessments.</summary>
    private static ResponseCategory Confirmed(ResponseCategory latest, ResponseCategory before)
    {
        if (latest >= ResponseCategory.CR && before >= ResponseCategory.VGPR) return latest;
        return latest < before ? latest : before;
    }

    private static bool HasBaseline(LineMarkers markers) =>
        markers.SerumBaseline is not null || markers.UrineBaseline is not null || markers.LightChainBaseline is not null;

    /// <summary>Corrected calcium of 11.5 mg/dL or more that came up after the line began.</summary>
    private static Basis? Hypercalcaemia(PatientContext patient, LineOfTherapy line)
    {
        FactReading calcium = patient.Read("calcium-corrected", FactTime.Current);
        return calcium.Range?.IsAtLeast(HypercalcaemiaMilligramsPerDecilitre) == Truth.True
            && patient.Read("calcium", FactTime.Current).Date is { } date && date.EarliestDay > line.Start
            ? calcium.Basis[0]
            : null;
    }

    private static Conclusion Decided(Conclusion answer, ResponseCategory category, IReadOnlyList<Basis> basis, IReadOnlyList<string> missing) => answer with
    {
        Value = new CodeAnswer(category.ToString()),
        Possible = [new CodeAnswer(category.ToString())],
        Basis = basis,
        Missing = [.. missing.Distinct()],
    };

    private static Conclusion Open(Conclusion answer, LineMarkers markers, Basis lineBasis, AssessedResponse? single = null)
    {
        IEnumerable<ResponseCategory> possible = Enum.GetValues<ResponseCategory>().Where(c => c != ResponseCategory.MR || markers.Line.Number > 1);
        string[] missing = markers.IsLightChainMeasurable ? ["flc-kappa", "flc-lambda"]
            : markers.IsUrineMeasurable && !markers.IsSerumMeasurable ? ["m-protein-urine"]
            : markers.IsUrineMeasurable ? ["m-protein-serum", "m-protein-urine"]
            : ["m-protein-serum"];
        return answer with
        {
            Possible = [.. possible.OrderDescending().Select(c => new CodeAnswer(c.ToString()))],
            Basis = [.. single?.Basis ?? [], lineBasis],
            Missing = missing,
        };
    }
}
