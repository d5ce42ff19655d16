using Cds.Knowledge.Criteria;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Therapy;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Reference;

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
            Add(rule.Standing, rule.When.Evaluate(patient), rule.Code, rule.Reason);
        }

        Add(Standing.Avoid, new AllergyRecorded([drug.Id]).Evaluate(patient), "allergy", EvaluationTexts.Allergy.With("drug", drug.Title));
        return new DrugReasons(reasons, missing);

        void Add(Standing standing, Finding finding, string code, LocalizedText text)
        {
            if (finding.Truth == Truth.True) reasons.Add((standing, new OptionReason(code, text, finding.Basis)));
            else if (finding.Truth == Truth.Unknown) missing.Add(finding.Missing);
        }
    }
}
