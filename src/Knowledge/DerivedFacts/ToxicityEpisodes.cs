namespace Cds.Knowledge.DerivedFacts;

/// <summary>
/// When the present episode of a toxicity after CAR-T cells began (docs/contract/answers.md: a recorded grade 0 closes an episode). What was given in an earlier
/// one, or for another toxicity, is no step of this one.
/// </summary>
internal static class ToxicityEpisodes
{
    /// <summary>From the last recorded grade 0 on, else from the infusion: tocilizumab is given for nothing else, often before the grade is written down.</summary>
    public static ClinicalDate? Crs(PatientContext patient) => Grades(patient, ComputedFact.CytokineReleaseGrade) is not { } grades
        ? null
        : grades.Values.LastOrDefault(IsZero)?.Date ?? grades.Infusion;

    /// <summary>
    /// From the day of the first recorded grade of 1 or more after the last grade 0. While cytokine release was never recorded corticosteroids were given for
    /// nothing else, and an episode that no grade 0 precedes counts from the infusion on.
    /// </summary>
    public static ClinicalDate? Neurotoxicity(PatientContext patient)
    {
        if (Grades(patient, ComputedFact.NeurotoxicityGrade) is not { } grades) return null;
        int closed = grades.Values.FindLastIndex(IsZero);
        bool hadCrs = Grades(patient, ComputedFact.CytokineReleaseGrade) is { } crs && !crs.Values.TrueForAll(IsZero);
        if (closed < 0 && !hadCrs) return grades.Infusion;
        ClinicalDate? first = grades.Values.Skip(closed + 1).FirstOrDefault()?.Date;
        return first is { } began ? ClinicalDate.OnDay(began.EarliestDay) : closed >= 0 ? grades.Values[closed].Date : grades.Infusion;
    }

    private static (ClinicalDate Infusion, List<ObservedFact> Values)? Grades(PatientContext patient, ComputedFact grade) =>
        Events.LatestCarTInfusion(patient) is not var (infusion, _)
            ? null
            : (infusion, [.. patient.Series(patient.Fact(grade)).Where(o => o.Value is QuantityValue && o.Date.Latest >= infusion.Earliest)]);

    private static bool IsZero(ObservedFact grade) => grade.Value is QuantityValue { Range.Exact: 0m };
}
