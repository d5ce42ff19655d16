using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Reference;

/// <summary>Calcium corrected for albumin, mg/dL: calcium plus what albumin lacks, g for mg, while it is below its usual value.</summary>
internal sealed class CorrectedCalcium() : DerivedFact("calcium-corrected")
{
    /// <summary>
    /// A printed value counts only where calcium and albumin of its day or later are missing. A later calcium alone outdates it too: with an albumin of the days before it is
    /// corrected anew, without one the corrected value is unknown; so it is after a later calcium that could not be read.
    /// </summary>
    public override FactReading Settle(PatientContext patient, FactTime at, FactReading sent)
    {
        if (sent.Date?.LatestDay is not { } printed) return base.Settle(patient, at, sent);
        DateOnly? latest = patient.Read("calcium", at).Date?.LatestDay;
        if ((latest is null || latest <= printed) && patient.HasUnread("calcium", at, printed)) return FactReading.Unknown("calcium");
        if (latest is not { } measured) return sent;
        bool outdated = measured > printed || (measured == printed && patient.Read("albumin", at).Date?.LatestDay >= printed);
        return outdated ? Read(patient, at) : sent;
    }

    public override FactReading Read(PatientContext patient, FactTime at)
    {
        FactReading calcium = patient.Read("calcium", at);
        FactReading albumin = patient.Read("albumin", at);
        if (calcium.Range is not { } measured || albumin.Range is not { } grams) return Lacking(calcium, albumin);
        ValueRange deficit = grams.Negated().Plus(patient.Knowledge.Computations.Derived.CorrectionAlbumin);
        var added = new ValueRange(
            deficit.Low is > 0m ? deficit.Low : 0m, deficit.Low is not > 0m || deficit.LowInclusive,
            deficit.High is { } high ? Math.Max(0m, high) : null, deficit.High is not > 0m || deficit.HighInclusive);
        // The laboratory's limits for total calcium are the limits of the corrected value too.
        return Computed(patient, measured.Plus(added), [.. calcium.Basis, .. albumin.Basis]) with { Limits = calcium.Limits };
    }
}
