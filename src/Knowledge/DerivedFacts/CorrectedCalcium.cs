using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.DerivedFacts;

/// <summary>Calcium corrected for albumin, mg/dL: calcium + (4 - albumin) while albumin is below 4 g/dL.</summary>
internal sealed class CorrectedCalcium() : DerivedFact("calcium-corrected")
{
    private const decimal NormalAlbumin = 4m;

    public override FactReading Read(PatientContext patient, FactTime at)
    {
        FactReading calcium = patient.Read("calcium", at);
        FactReading albumin = patient.Read("albumin", at);
        if (calcium.Range is not { } measured || albumin.Range is not { } grams) return Lacking(calcium, albumin);
        ValueRange deficit = grams.Negated().Plus(NormalAlbumin);
        var added = new ValueRange(
            deficit.Low is > 0m ? deficit.Low : 0m, deficit.Low is not > 0m || deficit.LowInclusive,
            deficit.High is { } high ? Math.Max(0m, high) : null, deficit.High is not > 0m || deficit.HighInclusive);
        // The laboratory's limits for total calcium are the limits of the corrected value too.
        return Computed(patient, measured.Plus(added), [.. calcium.Basis, .. albumin.Basis]) with { Limits = calcium.Limits };
    }
}
