using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Response;

/// <summary>Judges one assessment of the latest line by the IMWG criteria (jsh-2023 Tables 5 and 6).</summary>
internal sealed class ResponseAssessment(PatientContext patient, LineMarkers markers)
{
    private const decimal LargeFall = 0.9m;
    private const decimal HalfFall = 0.5m;
    private const decimal QuarterFall = 0.25m;
    private const decimal UrineForPartial = 200m;
    private const decimal UrineForVeryGoodPartial = 100m;
    private const decimal MarrowForComplete = 5m;
    private const decimal MarrowForJudgement = 30m;
    private const decimal NormalRatioLow = 0.26m;
    private const decimal NormalRatioHigh = 1.65m;

    /// <summary>Serum and urine of one assessment may be days apart.</summary>
    private const int SameAssessmentDays = 14;

    /// <summary>Marrow and imaging of an assessment may be half a year apart (contract section 3.13).</summary>
    private const int SlowTestDays = 180;

    public AssessedResponse At(DateOnly day)
    {
        var basis = new List<Basis>();
        var missing = new List<string>();
        ResponseCategory protein = ByProtein(day, basis, missing);
        if (protein < ResponseCategory.PR) return new AssessedResponse(day, protein, basis, missing);
        if (!PlasmacytomaAllows(day, HalfFall, basis, missing)) return new AssessedResponse(day, ResponseCategory.SD, basis, missing);

        var forComplete = new List<string>();
        var completeBasis = new List<Basis>();
        if (!IsComplete(day, completeBasis, forComplete)) return new AssessedResponse(day, protein, basis, [.. missing, .. forComplete]);
        var forStringent = new List<string>();
        bool stringent = IsStringent(day, completeBasis, forStringent);
        return new AssessedResponse(day, stringent ? ResponseCategory.sCR : ResponseCategory.CR, [.. basis, .. completeBasis], forStringent);
    }

    private ResponseCategory ByProtein(DateOnly day, List<Basis> basis, List<string> missing)
    {
        if (markers.IsLightChainMeasurable) return ByLightChains(day, basis);
        if (!markers.IsSerumMeasurable && !markers.IsUrineMeasurable) return ByMarrow(day, basis, missing);
        MarkerPoint? serum = Near(markers.Serum, day);
        MarkerPoint? urine = Near(markers.Urine, day);
        basis.AddNew(new[] { markers.SerumBaseline, markers.UrineBaseline, serum, urine }.OfType<MarkerPoint>().Select(p => p.Basis));
        decimal? serumFall = Fall(markers.SerumBaseline, serum);
        decimal? urineFall = Fall(markers.UrineBaseline, urine);
        bool serumNeeded = markers.IsSerumMeasurable;
        bool urineNeeded = markers.IsUrineMeasurable;

        bool veryGood = (!serumNeeded || serum?.Value == 0m || serumFall >= LargeFall) && urine?.Value < UrineForVeryGoodPartial;
        if (veryGood) return ResponseCategory.VGPR;
        bool partial = (!serumNeeded || serumFall >= HalfFall)
            && (!urineNeeded || urineFall >= LargeFall || urine?.Value < UrineForPartial);
        if (partial)
        {
            if (urine is null && (!serumNeeded || serum?.Value == 0m || serumFall >= LargeFall)) missing.Add("m-protein-urine");
            return ResponseCategory.PR;
        }

        if (serumNeeded && serum is null) missing.Add("m-protein-serum");
        if (urineNeeded && urine is null) missing.Add("m-protein-urine");
        bool minor = markers.Line.Number > 1 && (!serumNeeded || serumFall >= QuarterFall) && (!urineNeeded || urineFall >= HalfFall);
        return minor ? ResponseCategory.MR : ResponseCategory.SD;
    }

    /// <summary>Light-chain-only disease; a fall of the difference by 90 % is VGPR (IMWG 2016, Kumar, Lancet Oncol 2016;17:e328-46).</summary>
    private ResponseCategory ByLightChains(DateOnly day, List<Basis> basis)
    {
        MarkerPoint? now = Near(markers.LightChains, day);
        basis.AddNew(new[] { markers.LightChainBaseline, now }.OfType<MarkerPoint>().Select(p => p.Basis));
        decimal? fall = Fall(markers.LightChainBaseline, now);
        return fall >= LargeFall ? ResponseCategory.VGPR
            : fall >= HalfFall ? ResponseCategory.PR
            : fall >= QuarterFall && markers.Line.Number > 1 ? ResponseCategory.MR
            : ResponseCategory.SD;
    }

    /// <summary>Nothing measurable in serum and urine: the marrow decides when it held 30 % plasma cells or more.</summary>
    private ResponseCategory ByMarrow(DateOnly day, List<Basis> basis, List<string> missing)
    {
        MarkerSeries marrow = MarkerSeries.Of(patient, "marrow-plasma-cells");
        MarkerPoint? before = marrow.LatestBefore(markers.Line.Start, SlowTestDays);
        MarkerPoint? now = marrow.Between(markers.Line.Start.AddDays(1), day.AddDays(SameAssessmentDays)).LastOrDefault();
        if (now is null) missing.Add("marrow-plasma-cells");
        if (before is not { Value: >= MarrowForJudgement }) return ResponseCategory.SD;
        basis.AddNew(new[] { before, now }.OfType<MarkerPoint>().Select(p => p.Basis));
        return Fall(before, now) >= HalfFall ? ResponseCategory.PR : ResponseCategory.SD;
    }

    private bool PlasmacytomaAllows(DateOnly day, decimal fall, List<Basis> basis, List<string> missing)
    {
        MarkerSeries sizes = MarkerSeries.Of(patient, "plasmacytoma-size");
        if (sizes.LatestBefore(markers.Line.Start, SlowTestDays) is not { Value: > 0m } before) return true;
        MarkerPoint? now = sizes.Between(markers.Line.Start.AddDays(1), day.AddDays(SameAssessmentDays)).LastOrDefault();
        basis.AddNew(new[] { before, now }.OfType<MarkerPoint>().Select(p => p.Basis));
        if (now is null) missing.Add("plasmacytoma-size");
        return Fall(before, now) >= fall;
    }

    /// <summary>Immunofixation of serum and urine negative, plasmacytomas gone, fewer than 5 % plasma cells in the marrow.</summary>
    private bool IsComplete(DateOnly day, List<Basis> basis, List<string> missing)
    {
        bool fixation = IsAbsent("immunofixation-serum", day, SameAssessmentDays * 2, basis, missing) & IsAbsent("immunofixation-urine", day, SameAssessmentDays * 2, basis, missing);
        bool marrow = IsBelow("marrow-plasma-cells", day, MarrowForComplete, basis, missing);
        bool lesions = HadPlasmacytoma() ? IsAbsent("plasmacytoma", day, SlowTestDays, basis, missing) | SizeIsZero(day, basis, missing) : true;
        return fixation && marrow && lesions;
    }

    private bool IsStringent(DateOnly day, List<Basis> basis, List<string> missing)
    {
        bool flow = IsAbsent("marrow-flow-clonal", day, SlowTestDays, basis, missing);
        MarkerPoint? chains = markers.LightChains.Points.LastOrDefault(p => IsWithin(p.Day, day, SameAssessmentDays * 2));
        if (chains?.Ratio is not { } ratio)
        {
            missing.Add("flc-ratio");
            return false;
        }

        basis.AddNew([chains.Basis]);
        return flow && ratio is >= NormalRatioLow and <= NormalRatioHigh;
    }

    private bool HadPlasmacytoma() =>
        patient.Series("plasmacytoma").Any(o => o.Date.EarliestDay <= markers.Line.Start && o.Value is PresenceValue { Present: true })
        || MarkerSeries.Of(patient, "plasmacytoma-size").Points.Any(p => p.Day <= markers.Line.Start && p.Value > 0m);

    private bool SizeIsZero(DateOnly day, List<Basis> basis, List<string> missing)
    {
        MarkerPoint? now = MarkerSeries.Of(patient, "plasmacytoma-size").Between(markers.Line.Start.AddDays(1), day.AddDays(SameAssessmentDays)).LastOrDefault();
        if (now is { Value: 0m })
        {
            basis.AddNew([now.Basis]);
            missing.Remove("plasmacytoma");
            return true;
        }

        return false;
    }

    private bool IsAbsent(string factId, DateOnly day, int withinDays, List<Basis> basis, List<string> missing)
    {
        ObservedFact? latest = patient.Series(factId).LastOrDefault(o =>
            o.Value is PresenceValue && o.Date.EarliestDay > markers.Line.Start && IsWithin(o.Date.LatestDay, day, withinDays));
        if (latest?.Value is not PresenceValue presence)
        {
            missing.Add(factId);
            return false;
        }

        basis.AddNew([patient.BasisOf(latest)]);
        return !presence.Present;
    }

    private bool IsBelow(string factId, DateOnly day, decimal limit, List<Basis> basis, List<string> missing)
    {
        ObservedFact? latest = patient.Series(factId).LastOrDefault(o =>
            o.Value is QuantityValue && o.Date.EarliestDay > markers.Line.Start && IsWithin(o.Date.LatestDay, day, SlowTestDays));
        if (latest?.Value is not QuantityValue quantity)
        {
            missing.Add(factId);
            return false;
        }

        basis.AddNew([patient.BasisOf(latest)]);
        return quantity.Range.IsLessThan(limit) == Truth.True;
    }

    private static bool IsWithin(DateOnly tested, DateOnly assessed, int days) => Math.Abs(tested.DayNumber - assessed.DayNumber) <= days;

    private static MarkerPoint? Near(MarkerSeries series, DateOnly day) => series.Points
        .Where(p => IsWithin(p.Day, day, SameAssessmentDays)).MinBy(p => Math.Abs(p.Day.DayNumber - day.DayNumber));

    private static decimal? Fall(MarkerPoint? before, MarkerPoint? now) =>
        before is { Value: > 0m } && now is not null ? (before.Value - now.Value) / before.Value : null;
}
