using Cds.Knowledge.Computations;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Reference;

/// <summary>Soft-tissue plasmacytomas of a line: sum of the products of two diameters, or whether there are any (jsh-2023 Table 6).</summary>
internal static class Plasmacytomas
{
    /// <summary>Whether any was known when the line began.</summary>
    public static bool HadAny(PatientContext patient, LineMarkers markers) =>
        patient.Series(patient.Fact(ComputedFact.SoftTissuePlasmacytoma)).Any(o => o.Date.EarliestDay <= markers.LineStart && o.Value is PresenceValue { Present: true })
        || MarkerSeries.Of(patient, patient.Fact(ComputedFact.SoftTissuePlasmacytomaSize)).Points.Any(p => p.Day <= markers.LineStart && p.Value > 0m);

    /// <summary>Whether the newest imaging of the line shows none any more.</summary>
    public static (Truth Gone, Basis? Basis) Gone(PatientContext patient, LineMarkers markers)
    {
        ObservedFact? seen = patient.Series(patient.Fact(ComputedFact.SoftTissuePlasmacytoma)).LastOrDefault(o => o.Value is PresenceValue && o.Date.EarliestDay > markers.LineStart && o.Date.LatestDay >= Oldest(patient));
        MarkerPoint? size = Now(patient, markers);
        if (size is not null && (seen is null || size.Day > seen.Date.LatestDay)) return (size.AtMost == 0m ? Truth.True : size.AtLeast > 0m ? Truth.False : Truth.Unknown, size.Basis);
        return seen?.Value is PresenceValue presence ? (presence.Present ? Truth.False : Truth.True, patient.BasisOf(seen)) : (Truth.Unknown, null);
    }

    /// <summary>Their size when the line began; null when none was measured.</summary>
    public static MarkerPoint? Baseline(PatientContext patient, LineMarkers markers) =>
        MarkerSeries.Of(patient, patient.Fact(ComputedFact.SoftTissuePlasmacytomaSize)).LatestBefore(markers.LineStart, patient.Knowledge.Computations.Response.BaselineDays) is { AtLeast: > 0m } before ? before : null;

    /// <summary>The part by which they have shrunk since the line began, from 0 to 1 (negative: grown); null while no current imaging says so.</summary>
    public static (decimal? Part, Basis? Basis) Shrinkage(PatientContext patient, LineMarkers markers, MarkerPoint before)
    {
        if (Gone(patient, markers) is (Truth.True, { } gone)) return (1m, gone);
        return Now(patient, markers) is { } now ? (now.LeastFallFrom(before), now.Basis) : (null, null);
    }

    /// <summary>Sizes measured in the line.</summary>
    public static IReadOnlyList<MarkerPoint> FollowUp(PatientContext patient, LineMarkers markers) =>
        markers.FollowUp(MarkerSeries.Of(patient, patient.Fact(ComputedFact.SoftTissuePlasmacytomaSize)), patient.AsOf.Day);

    private static MarkerPoint? Now(PatientContext patient, LineMarkers markers) =>
        FollowUp(patient, markers).LastOrDefault(p => p.Day >= Oldest(patient));

    private static DateOnly Oldest(PatientContext patient) => patient.AsOf.Day.PlusDays(-patient.Knowledge.Computations.Response.MarrowAndImagingDays);
}
