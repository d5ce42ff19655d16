using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Reference;

/// <summary>
/// Kappa / lambda from chains that were measured together; a printed ratio counts where no such chains of its day or later are there, and no later chain came that could not be read. What is missing names the ratio first: a laboratory may
/// report it alone.
/// </summary>
internal sealed class FreeLightChainRatio() : DerivedFact("flc-ratio")
{
    private static readonly string[] Chains = ["flc-kappa", "flc-lambda"];

    public override FactReading Settle(PatientContext patient, FactTime at, FactReading sent)
    {
        if (sent.Date?.LatestDay is not { } printed) return base.Settle(patient, at, sent);
        if (LightChainPair.Latest(patient, at) is { } pair && pair.LambdaRange.High is > 0m && pair.Day >= printed) return Read(patient, at);
        string[] unread = [.. Chains.Where(chain => patient.HasUnread(chain, at, printed))];
        return unread.Length == 0 ? sent : FactReading.Unknown([Id, .. unread]);
    }

    public override FactReading Read(PatientContext patient, FactTime at)
    {
        if (LightChainPair.Latest(patient, at) is not { } pair) return FactReading.Unknown([Id, .. LightChainPair.Missing(patient, at)]);
        if (pair.LambdaRange.High is <= 0m) return FactReading.Unknown("flc-lambda");
        return Computed(patient, pair.KappaRange.DividedBy(pair.LambdaRange), pair.Basis(patient));
    }
}

/// <summary>The light chain that is raised out of proportion, mg/L: kappa when the ratio is 1 or more, else lambda.</summary>
internal sealed class InvolvedFreeLightChain() : DerivedFact("flc-involved")
{
    public override FactReading Read(PatientContext patient, FactTime at)
    {
        FactReading ratio = patient.Read("flc-ratio", at);
        if (ratio.Range is not { } r) return Lacking(ratio);
        Truth kappa = r.IsAtLeast(1m);
        if (kappa == Truth.Unknown) return Either(patient, at, ratio);
        // Beside a ratio as printed the chain of the latest day counts: the other one is not known of any day.
        FactReading involved = ratio.Date is null && LightChainPair.Latest(patient, at) is { } pair
            ? new FactReading { Value = kappa == Truth.True ? pair.Kappa.Value : pair.Lambda.Value, Basis = [patient.BasisOf(kappa == Truth.True ? pair.Kappa : pair.Lambda)] }
            : patient.Read(kappa == Truth.True ? "flc-kappa" : "flc-lambda", at);
        return involved.Range is { } value ? Computed(patient, value, [.. involved.Basis, .. ratio.Basis]) : Lacking(involved);
    }

    /// <summary>A ratio that may lie on either side of 1: whichever chain is involved, it is one of the two.</summary>
    private FactReading Either(PatientContext patient, FactTime at, FactReading ratio)
    {
        FactReading kappa = patient.Read("flc-kappa", at);
        FactReading lambda = patient.Read("flc-lambda", at);
        if (kappa.Range is not { } k || lambda.Range is not { } l) return Lacking(kappa, lambda);
        var either = new ValueRange(
            k.Low is { } kl && l.Low is { } ll ? Math.Min(kl, ll) : null, true,
            k.High is { } kh && l.High is { } lh ? Math.Max(kh, lh) : null, true);
        return Computed(patient, either, [.. kappa.Basis, .. lambda.Basis, .. ratio.Basis]);
    }
}

/// <summary>Involved / uninvolved free light chain; a ratio that may lie on either side of 1 (printed 1.0) gives a range from 1.</summary>
internal sealed class InvolvedFreeLightChainRatio() : DerivedFact("flc-involved-ratio")
{
    public override FactReading Read(PatientContext patient, FactTime at)
    {
        FactReading ratio = patient.Read("flc-ratio", at);
        if (ratio.Range is not { } r) return Lacking(ratio);
        ValueRange inverted = ValueRange.Exactly(1m).DividedBy(r);
        return r.IsAtLeast(1m) switch
        {
            Truth.True => Computed(patient, r, ratio.Basis),
            Truth.False => Computed(patient, inverted, ratio.Basis),
            Truth.Unknown => Computed(patient, new ValueRange(1m, true, r.High is { } up && inverted.High is { } down ? Math.Max(up, down) : null, true), ratio.Basis),
            _ => throw new InvalidOperationException("Add the new truth value."),
        };
    }
}

/// <summary>Involved minus uninvolved free light chain, mg/L, of chains measured together.</summary>
internal sealed class FreeLightChainDifference() : DerivedFact("flc-difference")
{
    public override FactReading Read(PatientContext patient, FactTime at)
    {
        if (LightChainPair.Latest(patient, at) is not { } pair) return FactReading.Unknown(LightChainPair.Missing(patient, at));
        ValueRange difference = pair.KappaRange.Minus(pair.LambdaRange);
        if (difference.IsAtMost(0m) == Truth.True) difference = difference.Negated();
        else if (difference.IsAtLeast(0m) != Truth.True) return FactReading.Unknown("flc-kappa", "flc-lambda");
        return Computed(patient, difference, pair.Basis(patient));
    }
}
