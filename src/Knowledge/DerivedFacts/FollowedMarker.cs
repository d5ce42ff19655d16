using Cds.Knowledge.Response;

namespace Cds.Knowledge.DerivedFacts;

/// <summary>
/// Which protein of the latest line is followed (jsh-2023 Table 5): serum or urine M-protein, or both, as far as measurable at its start; the light
/// chains where neither is. Unknown where no measurable value of its start is known.
/// </summary>
internal sealed class FollowedMarker() : DerivedFact("followed-marker")
{
    public override IReadOnlyList<LimitGroup> Limits => LimitGroups.Course;

    public override FactReading Read(PatientContext patient, FactTime at)
    {
        if (patient.Therapy.Lines is not [.., { } line]) return FactReading.Unknown(Id);
        LineMarkers markers = LineMarkers.Of(patient, line.Start);
        (string Code, MarkerPoint? Point)[] measurable =
        [
            ("serum", markers.IsSerumMeasurable ? markers.SerumBaseline : null),
            ("urine", markers.IsUrineMeasurable ? markers.UrineBaseline : null),
            ("light-chains", markers.IsLightChainMeasurable ? markers.LightChainBaseline : null),
        ];
        (string Code, MarkerPoint? Point)[] followed = [.. measurable.Where(m => m.Point is not null)];
        return followed.Length == 0
            ? FactReading.Unknown(patient.Fact(ComputedFact.SerumProtein))
            : Computed(patient, new CodeValue(string.Join("-and-", followed.Select(m => m.Code))), [.. followed.SelectMany(m => m.Point!.Data)]);
    }
}

/// <summary>
/// Days since the protein that is followed was last measured; of serum and urine the older one. Where it is not known which is followed, whichever of
/// them was measured last counts.
/// </summary>
internal sealed class DaysSinceFollowedMarker() : DerivedFact("days-since-followed-marker")
{
    public override IReadOnlyList<LimitGroup> Limits => LimitGroups.Course;

    public override FactReading Read(PatientContext patient, FactTime at)
    {
        if (patient.Therapy.Lines is not [.., { } line]) return FactReading.Unknown(Id);
        LineMarkers markers = LineMarkers.Of(patient, line.Start);
        (bool Measurable, MarkerSeries Series)[] all = [(markers.IsSerumMeasurable, markers.Serum), (markers.IsUrineMeasurable, markers.Urine), (markers.IsLightChainMeasurable, markers.LightChains)];
        MarkerPoint[] followed = [.. all.Where(m => m.Measurable).Select(m => m.Series.Points[^1])];
        MarkerPoint? decides = followed.Length > 0
            ? followed.MinBy(p => p.Day)
            : all.SelectMany(m => m.Series.Points).MaxBy(p => p.Day);
        return decides is null
            ? FactReading.Unknown(patient.Fact(ComputedFact.SerumProtein))
            : Computed(patient, ValueRange.Exactly(patient.AsOf.Day.DayNumber - decides.Day.DayNumber), [.. decides.Data]);
    }
}
