using Cds.Knowledge.Computations;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Response;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Reference;

/// <summary>
/// The involved light chain rises over its lowest value of the line while the M-protein by which the disease is followed does not: light-chain escape. By
/// itself no category of the response (Table 6); named beside it.
/// </summary>
internal static class LightChainEscape
{
    /// <summary>The latest light chain with what it rose from; null where there is no escape, or the light chains themselves are followed.</summary>
    public static Basis? Of(PatientContext patient, LineMarkers markers)
    {
        if (!markers.IsSerumMeasurable && !markers.IsUrineMeasurable) return null;
        if (ProteinProgression.IsRising(patient, markers)) return null;
        ProgressionLimits limits = patient.Knowledge.Computations.Progression;
        IReadOnlyList<MarkerPoint> points = markers.FollowUp(markers.LightChains, patient.AsOf.Day);
        MarkerPoint? nadir = points.SkipLast(1).Concat(markers.LightChainBaseline is { } before ? [before] : []).MinBy(p => p.Involved?.AtMost ?? decimal.MaxValue);
        if (nadir?.Involved?.AtMost is not { } lowest || points is not [.., { Involved.AtLeast: var now } latest]) return null;
        if (!limits.Rise.IsRise(lowest, now) || !limits.LightChainEscape.IsMetBy(now - lowest)) return null;
        return latest.Basis with
        {
            Comment = ResponseTexts.LightChainEscape.With("nadir", Text(lowest)).With("nadirDate", nadir.Basis.Date ?? "").With("value", Text(now)),
            From = [nadir.Basis, .. latest.Data],
        };
    }

    private static string Text(decimal value) => ValueRange.Exactly(value).ToString();
}
