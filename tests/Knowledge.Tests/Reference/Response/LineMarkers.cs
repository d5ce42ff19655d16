using Cds.Knowledge.Computations;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Reference;

/// <summary>
/// The markers of one line with their baselines, and which of them is measurable (jsh-2023 Table 5). For IgA disease the nephelometric
/// IgA stands for the serum M-protein when it was followed as closely.
/// </summary>
internal sealed class LineMarkers
{
    private readonly ResponseLimits _limits;
    private readonly LightChainLimits _lightChains;

    private LineMarkers(PatientContext patient, DateOnly lineStart)
    {
        _limits = patient.Knowledge.Computations.Response;
        _lightChains = patient.Knowledge.Computations.LightChains;
        LineStart = lineStart;
        Electrophoresis = MarkerSeries.Of(patient, patient.Fact(ComputedFact.SerumProtein));
        MarkerSeries iga = MarkerSeries.ImmunoglobulinA(patient);
        Serum = IsIgA(patient) && StandsForElectrophoresis(iga) ? iga : Electrophoresis;
        Urine = MarkerSeries.Of(patient, patient.Fact(ComputedFact.UrineProtein));
        LightChains = MarkerSeries.FreeLightChainDifference(patient, lineStart);
        Marrow = MarkerSeries.Of(patient, patient.Fact(ComputedFact.MarrowCells));
        SerumBaseline = Baseline(Serum);
        UrineBaseline = Baseline(Urine);
        LightChainBaseline = Baseline(LightChains);
        MarrowBaseline = Baseline(Marrow);
    }

    /// <summary>First day of the line.</summary>
    public DateOnly LineStart { get; }

    /// <summary>Serum M-protein by electrophoresis, g/dL.</summary>
    public MarkerSeries Electrophoresis { get; }

    /// <summary>What counts as serum M-protein, g/dL: electrophoresis, or IgA by nephelometry in IgA disease.</summary>
    public MarkerSeries Serum { get; }

    /// <summary>Whether electrophoresis, not nephelometry, tells the serum M-protein.</summary>
    public bool IsSerumByElectrophoresis => ReferenceEquals(Serum, Electrophoresis);

    /// <summary>Urine M-protein, mg in 24 hours.</summary>
    public MarkerSeries Urine { get; }

    /// <summary>Involved minus uninvolved free light chain, mg/L.</summary>
    public MarkerSeries LightChains { get; }

    /// <summary>Plasma cells in the marrow, %.</summary>
    public MarkerSeries Marrow { get; }

    public MarkerPoint? SerumBaseline { get; }

    public MarkerPoint? UrineBaseline { get; }

    public MarkerPoint? LightChainBaseline { get; }

    public MarkerPoint? MarrowBaseline { get; }

    public bool IsSerumMeasurable => _limits.MeasurableSerum.IsMetBy(SerumBaseline?.AtLeast);

    public bool IsUrineMeasurable => _limits.MeasurableUrine.IsMetBy(UrineBaseline?.AtLeast);

    /// <summary>Light chains count only when neither serum nor urine is measurable.</summary>
    public bool IsLightChainMeasurable => !IsSerumMeasurable && !IsUrineMeasurable
        // A bound such as "< 2.0" that leaves open whether serum or urine is followed leaves open what is.
        && !MayBeMeasurable(_limits.MeasurableSerum, SerumBaseline) && !MayBeMeasurable(_limits.MeasurableUrine, UrineBaseline)
        && LightChainBaseline is { Involved: { } involved, Ratios: { } ratios }
        && _limits.MeasurableLightChain.IsMetBy(involved.AtLeast)
        && _lightChains.IsNormal(ratios) == Truth.False;

    /// <summary>Whether anything at all can be followed in serum or urine.</summary>
    public bool IsMeasurable => IsSerumMeasurable || IsUrineMeasurable || IsLightChainMeasurable;

    /// <summary>Whether serum, urine and light chains were all looked at before the line, and none was measurable.</summary>
    public bool IsKnownUnmeasurable => SerumBaseline is { } serum && UrineBaseline is { } urine && LightChainBaseline is { Involved: { } involved } && !IsMeasurable
        && !_limits.MeasurableSerum.MayBeMetBy(serum.Range) && !_limits.MeasurableUrine.MayBeMetBy(urine.Range)
        && (!involved.IsBound || !_limits.MeasurableLightChain.MayBeMetBy(involved.Range));

    /// <summary>The markers of the line that begins on a day.</summary>
    public static LineMarkers Of(PatientContext patient, DateOnly lineStart) => new(patient, lineStart);

    /// <summary>Whether the marrow held so many plasma cells that it decides where nothing else can be followed.</summary>
    public bool IsMarrowJudged => IsKnownUnmeasurable && _limits.JudgedMarrow.IsMetBy(MarrowBaseline?.AtLeast);

    /// <summary>Values of a marker measured after the line began, up to a day.</summary>
    public IReadOnlyList<MarkerPoint> FollowUp(MarkerSeries series, DateOnly until) => [.. series.Between(LineStart.PlusDays(1), until)];

    private static bool MayBeMeasurable(Threshold limit, MarkerPoint? baseline) => baseline is { IsBound: true } && limit.MayBeMetBy(baseline.Range);

    private MarkerPoint? Baseline(MarkerSeries series) => series.LatestBefore(LineStart, _limits.BaselineDays);

    /// <summary>IgA counts when it was measured before the line and followed at least as often as the electrophoresis (two values decide).</summary>
    private bool StandsForElectrophoresis(MarkerSeries iga)
    {
        int followed = FollowUp(iga, DateOnly.MaxValue).Count;
        return Baseline(iga) is not null && followed > 0 && followed >= Math.Min(2, FollowUp(Electrophoresis, DateOnly.MaxValue).Count);
    }

    private static bool IsIgA(PatientContext patient) =>
        patient.Knowledge.Roles.Read(CodeReading.Isotype) is { } isotype && patient.Series(isotype.Id).Any(o => o.Value is CodeValue { Code: var code } && code.StartsWith("IgA", StringComparison.Ordinal));
}
