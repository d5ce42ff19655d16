namespace Cds.Knowledge.Recommendations;

/// <summary>What speaks against a drug for this patient: the drug's own rules and a recorded allergy. The same for options, drafts and drugs that run.</summary>
/// <param name="Reasons">Reasons that hold, with the standing that each forces (caution or avoid).</param>
/// <param name="Missing">For each reason that is still open, the ids of what would decide it.</param>
internal sealed record DrugReasons(IReadOnlyList<(Standing Standing, OptionReason Reason)> Reasons, IReadOnlyList<IReadOnlyList<string>> Missing)
{
    /// <summary>Whether one of them rules the drug out.</summary>
    public bool Avoid => Reasons.Any(r => r.Standing == Standing.Avoid);

    /// <summary>Looks at one drug, by whatever route it is given.</summary>
    public static DrugReasons Of(PatientContext patient, Drug drug) => Looked(patient, DrugInUse.Of(drug, null));

    /// <summary>Looks at one drug as it is given; what does not change with what is looked at is found out once for a patient.</summary>
    public static DrugReasons Of(PatientContext patient, DrugInUse use)
    {
        if (use.LooksAtOrders || patient.Leaves) return Looked(patient, use);
        return patient.Known.DrugReasons.TryGetValue(use, out DrugReasons? known) ? known : patient.Known.DrugReasons[use] = Looked(patient, use);
    }

    private static DrugReasons Looked(PatientContext patient, DrugInUse use)
    {
        var reasons = new List<(Standing, OptionReason)>();
        var missing = new List<IReadOnlyList<string>>();
        foreach (StandingRule rule in use.Rules)
        {
            Finding finding = rule.When.Evaluate(patient);
            if (finding.Truth == Truth.True) reasons.Add((rule.Standing, new OptionReason(rule.Code, rule.Reason, finding.Basis)));
            else if (finding.Truth == Truth.Unknown) missing.Add(finding.Missing);
        }

        Finding allergy = patient.Known.Allergy(patient, use.Drug.Id);
        if (allergy.Truth == Truth.True) reasons.Add((Standing.Avoid, new OptionReason("allergy", EvaluationTexts.Allergy.With("drug", use.Drug.Title), allergy.Basis)));
        else if (allergy.Truth == Truth.Unknown) missing.Add(allergy.Missing);
        return new DrugReasons(reasons, missing);
    }
}
