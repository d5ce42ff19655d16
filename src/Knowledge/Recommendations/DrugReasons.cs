using Cds.Knowledge.Criteria;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Therapy;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Recommendations;

/// <summary>What speaks against a drug for this patient: the drug's own rules and a recorded allergy. The same for options, drafts and drugs that run.</summary>
/// <param name="Reasons">Reasons that hold, with the standing that each forces (caution or avoid).</param>
/// <param name="Missing">For each reason that is still open, the ids of what would decide it.</param>
internal sealed record DrugReasons(IReadOnlyList<(Standing Standing, OptionReason Reason)> Reasons, IReadOnlyList<IReadOnlyList<string>> Missing)
{
    /// <summary>Whether one of them rules the drug out.</summary>
    public bool Avoid => Reasons.Any(r => r.Standing == Standing.Avoid);

    /// <summary>Looks at one drug; <paramref name="routes"/> are those by which it is given, open where nobody knows them.</summary>
    public static DrugReasons Of(PatientContext patient, Drug drug, IReadOnlyList<Route?>? routes = null)
    {
        var reasons = new List<(Standing, OptionReason)>();
        var missing = new List<IReadOnlyList<string>>();
        foreach (StandingRule rule in drug.Rules.Where(rule => rule.Standing >= Standing.Caution && rule.IsAbout(routes ?? [null])))
        {
            Finding finding = rule.When.Evaluate(patient);
            if (finding.Truth == Truth.True) reasons.Add((rule.Standing, new OptionReason(rule.Code, rule.Reason, finding.Basis)));
            else if (finding.Truth == Truth.Unknown) missing.Add(finding.Missing);
        }

        Finding allergy = patient.Known.Allergy(patient, drug.Id);
        if (allergy.Truth == Truth.True) reasons.Add((Standing.Avoid, new OptionReason("allergy", EvaluationTexts.Allergy.With("drug", drug.Title), allergy.Basis)));
        else if (allergy.Truth == Truth.Unknown) missing.Add(allergy.Missing);
        return new DrugReasons(reasons, missing);
    }
}
