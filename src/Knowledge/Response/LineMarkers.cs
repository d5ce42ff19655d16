using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Therapy;

namespace Cds.Knowledge.Response;

/// <summary>
/// The markers of the latest line with their baselines, and which of them is measurable (jsh-2023 Table 5). For IgA disease the nephelometric
/// IgA stands for the serum M-protein when it was measured at baseline.
/// </summary>
internal sealed class LineMarkers
{
    private const decimal MilligramsPerGram = 1000m;
    private const decimal LowestNormalRatio = 0.26m;
    private const decimal HighestNormalRatio = 1.65m;

    private LineMarkers(PatientContext patient, LineOfTherapy line)
    {
        Line = line;
        MarkerSeries spep = MarkerSeries.Of(patient, "m-protein-serum");
        MarkerSeries iga = IgA(patient);
        bool byIgA = IsIgA(patient) && iga.LatestBefore(line.Start, MeasurableDisease.BaselineDays) is not null && iga.Points.Any(p => p.Day > line.Start);
        Serum = byIgA ? iga : spep;
        Urine = MarkerSeries.Of(patient, "m-protein-urine");
        LightChains = MarkerSeries.FreeLightChainDifference(patient);
        SerumBaseline = Serum.LatestBefore(line.Start, MeasurableDisease.BaselineDays);
        UrineBaseline = Urine.LatestBefore(line.Start, MeasurableDisease.BaselineDays);
        LightChainBaseline = LightChains.LatestBefore(line.Start, MeasurableDisease.BaselineDays);
    }

    public LineOfTherapy Line { get; }

    public MarkerSeries Serum { get; }

    public MarkerSeries Urine { get; }

    public MarkerSeries LightChains { get; }

    public MarkerPoint? SerumBaseline { get; }

    public MarkerPoint? UrineBaseline { get; }

    public MarkerPoint? LightChainBaseline { get; }

    public bool IsSerumMeasurable => SerumBaseline?.Value >= MeasurableDisease.Serum;

    public bool IsUrineMeasurable => UrineBaseline?.Value >= MeasurableDisease.Urine;

    /// <summary>Light chains count only when neither serum nor urine is measurable.</summary>
    public bool IsLightChainMeasurable => !IsSerumMeasurable && !IsUrineMeasurable
        && LightChainBaseline is { Involved: { } involved, Ratio: { } ratio }
        && involved >= MeasurableDisease.InvolvedLightChain
        && ratio is < LowestNormalRatio or > HighestNormalRatio;

    public static LineMarkers Of(PatientContext patient, LineOfTherapy line) => new(patient, line);

    /// <summary>Days after the start of the line on which the deciding markers were measured, oldest first.</summary>
    public IReadOnlyList<DateOnly> AssessmentDays(DateOnly until)
    {
        MarkerSeries[] deciding = IsLightChainMeasurable ? [LightChains]
            : IsSerumMeasurable && IsUrineMeasurable ? [Serum, Urine]
            : IsUrineMeasurable ? [Urine]
            : [Serum];
        return [.. deciding.SelectMany(s => s.Between(Line.Start.AddDays(1), until)).Select(p => p.Day).Distinct().Order()];
    }

    private static MarkerSeries IgA(PatientContext patient)
    {
        MarkerSeries milligrams = MarkerSeries.Of(patient, "iga");
        return milligrams with { Points = [.. milligrams.Points.Select(p => p with { Value = p.Value / MilligramsPerGram })] };
    }

    private static bool IsIgA(PatientContext patient) =>
        patient.Series("m-protein-isotype").Any(o => o.Value is CodeValue { Code: var code } && code.StartsWith("IgA", StringComparison.Ordinal));
}
