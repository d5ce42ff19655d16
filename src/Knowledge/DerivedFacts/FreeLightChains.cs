using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.DerivedFacts;

/// <summary>Kappa / lambda when no ratio was reported. What is missing names the ratio first: a laboratory may report it alone.</summary>
internal sealed class FreeLightChainRatio() : DerivedFact("flc-ratio")
{
    public override FactReading Read(PatientContext patient, FactTime at)
    {
        FactReading kappa = patient.Read("flc-kappa", at);
        FactReading lambda = patient.Read("flc-lambda", at);
        if (kappa.Range is not { } k || lambda.Range is not { } l) return FactReading.Unknown([Id, .. Lacking(kappa, lambda).Missing]);
        if (l.High is <= 0m) return FactReading.Unknown("flc-lambda");
        return Computed(patient, k.DividedBy(l), [.. kappa.Basis, .. lambda.Basis]);
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
        if (kappa == Truth.Unknown) return FactReading.Unknown("flc-kappa", "flc-lambda");
        FactReading involved = patient.Read(kappa == Truth.True ? "flc-kappa" : "flc-lambda", at);
        return involved.Range is { } value ? Computed(patient, value, [.. involved.Basis, .. ratio.Basis]) : Lacking(involved);
    }
}

/// <summary>Involved / uninvolved free light chain.</summary>
internal sealed class InvolvedFreeLightChainRatio() : DerivedFact("flc-involved-ratio")
{
    public override FactReading Read(PatientContext patient, FactTime at)
    {
        FactReading ratio = patient.Read("flc-ratio", at);
        if (ratio.Range is not { } r) return Lacking(ratio);
        return r.IsAtLeast(1m) switch
        {
            Truth.True => Computed(patient, r, ratio.Basis),
            Truth.False => Computed(patient, ValueRange.Exactly(1m).DividedBy(r), ratio.Basis),
            Truth.Unknown => FactReading.Unknown("flc-kappa", "flc-lambda"),
            _ => throw new InvalidOperationException("Add the new truth value."),
        };
    }
}

/// <summary>Involved minus uninvolved free light chain, mg/L.</summary>
internal sealed class FreeLightChainDifference() : DerivedFact("flc-difference")
{
    public override FactReading Read(PatientContext patient, FactTime at)
    {
        FactReading kappa = patient.Read("flc-kappa", at);
        FactReading lambda = patient.Read("flc-lambda", at);
        if (kappa.Range is not { } k || lambda.Range is not { } l) return Lacking(kappa, lambda);
        ValueRange difference = k.Minus(l);
        if (difference.IsAtMost(0m) == Truth.True) difference = difference.Negated();
        else if (difference.IsAtLeast(0m) != Truth.True) return FactReading.Unknown("flc-kappa", "flc-lambda");
        return Computed(patient, difference, [.. kappa.Basis, .. lambda.Basis]);
    }
}
