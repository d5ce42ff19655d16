using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Reference;

/// <summary>
/// Estimated creatinine clearance, mL/min, when none was measured: Cockcroft and Gault, Nephron 1976;16:31-41
/// ((140 - age) x weight / (72 x creatinine in mg/dL), times 0.85 for women). A reported estimate by the same formula counts where it cannot be computed
/// from values of its day or later, and no later creatinine came that could not be read.
/// </summary>
internal sealed class CreatinineClearance() : DerivedFact("creatinine-clearance")
{
    private const decimal FemaleFactor = 0.85m;

    private static readonly LocalizedText Formula = new(
        "Cockcroft-Gault (1976) from age, sex, weight and creatinine", "年齢・性別・体重・クレアチニンからCockcroft-Gault式（1976）で算出");

    private static readonly LocalizedText Reported = new(
        "reported estimate (Cockcroft-Gault); age, weight or a creatinine of its day or later to compute it are lacking",
        "報告された推定値（Cockcroft-Gault式）。計算に必要な年齢・体重、または同日以降のクレアチニンが不足");

    /// <summary>A measured clearance comes first, unless the creatinine has risen so much since that it no longer says how the kidneys work.</summary>
    public override FactReading Settle(PatientContext patient, FactTime at, FactReading sent) =>
        sent.Date is { } measured && !CreatinineSince.HasRisen(patient, at, measured) ? sent : Read(patient, at);

    public override FactReading Read(PatientContext patient, FactTime at)
    {
        FactReading age = patient.Read("age", at);
        FactReading weight = BodySize.Weight(patient, at);
        FactReading creatinine = patient.Read("creatinine", at);
        if (age.Range is not { } years || weight.Range is not { } kilograms || creatinine.Range is not { } milligrams)
            return Estimate(patient, at) is { } estimate && !CreatinineSince.HasRisen(patient, at, estimate.Date!.Value) ? AsReported(patient, estimate) : Lacking(age, weight, creatinine);
        if (Estimate(patient, at) is { } newer && newer.Date!.Value.EarliestDay > creatinine.Date!.Value.LatestDay) return AsReported(patient, newer);
        IReadOnlyList<Basis> from = [.. creatinine.Basis, .. weight.Basis, .. age.Basis];
        ValueRange remaining = years.Negated().Plus(140m);
        if (remaining.Low is not > 0m) return FactReading.Unknown("creatinine-clearance");
        ValueRange quotient = Product(remaining, kilograms).DividedBy(milligrams.Times(72m));
        return patient.Record.Sex switch
        {
            Sex.Male => Computed(patient, quotient, from, Formula),
            Sex.Female => Computed(patient, quotient.Times(FemaleFactor), from, Formula),
            Sex.Unknown => Computed(patient, quotient with { Low = quotient.Low * FemaleFactor }, from, Formula),
            _ => throw new InvalidOperationException($"Add the formula for sex {patient.Record.Sex}."),
        };
    }

    /// <summary>The estimate that somebody else computed and printed, if there is one.</summary>
    private static FactReading? Estimate(PatientContext patient, FactTime at) =>
        patient.Read("creatinine-clearance-reported", at) is { Range: not null, Date: { } day } estimate && !patient.HasUnread("creatinine", at, day.LatestDay) ? estimate : null;

    private FactReading AsReported(PatientContext patient, FactReading estimate) => Computed(patient, estimate.Range!.Value, estimate.Basis, Reported);

    private static ValueRange Product(ValueRange a, ValueRange b) =>
        new(a.Low * b.Low ?? 0m, a.LowInclusive && b.LowInclusive, a.High * b.High, a.HighInclusive && b.HighInclusive);
}
