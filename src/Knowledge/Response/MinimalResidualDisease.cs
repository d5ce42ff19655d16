namespace Cds.Knowledge.Response;

/// <summary>
/// Measurable residual disease of the latest line (jsh-2023 Table 7): the deepest category that is proven. Absent while no test was done in the line.
/// </summary>
internal static class MinimalResidualDisease
{
    public static Conclusion? Conclude(PatientContext patient, Conclusion answer)
    {
        if (patient.Therapy.Lines is not [.., { } line]) return null;
        string[] marrowTests = [patient.Fact(ComputedFact.ResidualCellsBySequencing), patient.Fact(ComputedFact.ResidualCellsByFlow)];
        Test[] tests = [.. marrowTests.SelectMany(id => Tests(patient, line, id)).OrderBy(t => t.Day)];
        if (tests.Length == 0) return null;
        ResidualDiseaseLimits limits = patient.Knowledge.Computations.ResidualDisease;
        Test latest = tests[^1];
        Basis lineBasis = TherapyConclusions.BasisOf(patient, line);
        if (!latest.Negative) return Decided(answer, ResidualDiseaseCategory.Positive, [latest.Basis, lineBasis], []);
        Test[] images = [.. Tests(patient, line, patient.Fact(ComputedFact.NoUptake)).OrderBy(t => t.Day)];
        ResidualDiseaseCategory byMarrow = latest.FactId == patient.Fact(ComputedFact.ResidualCellsBySequencing) ? ResidualDiseaseCategory.SequencingNegative : ResidualDiseaseCategory.FlowNegative;

        if (latest.Sensitivity is null)
        {
            return answer with
            {
                Possible = [Answer(byMarrow), Answer(ResidualDiseaseCategory.Positive)],
                Basis = [latest.Basis, lineBasis],
                Missing = [patient.Fact(ComputedFact.Sensitivity)],
            };
        }

        // A negative result of a test that is not sensitive enough proves neither category.
        if (!limits.Sensitivity.IsMetBy(latest.Sensitivity)) return answer with { Possible = [Answer(byMarrow), Answer(ResidualDiseaseCategory.Positive)], Basis = [latest.Basis, lineBasis], Missing = marrowTests };

        Test? image = images.LastOrDefault(i => Math.Abs(i.Day.DayNumber - latest.Day.DayNumber) <= limits.ImagingDays);
        if (image is not { Negative: true }) return Decided(answer, byMarrow, [latest.Basis, lineBasis], image is null ? [patient.Fact(ComputedFact.NoUptake)] : []);
        return Sustained(limits, tests, images, latest) is { } first
            ? Decided(answer, ResidualDiseaseCategory.SustainedNegative, [first.Basis, latest.Basis, image.Basis, lineBasis], [])
            : Decided(answer, ResidualDiseaseCategory.ImagingPlusNegative, [latest.Basis, image.Basis, lineBasis], []);
    }

    /// <summary>The earliest negative marrow test, so long before the latest that the result is sustained, with no positive marrow test or PET/CT since.</summary>
    private static Test? Sustained(ResidualDiseaseLimits limits, Test[] tests, Test[] images, Test latest)
    {
        DateOnly limit = latest.Day.PlusYears(-limits.SustainedYears);
        DateOnly lastPositive = tests.Concat(images).Where(t => !t.Negative).Select(t => t.Day).DefaultIfEmpty(DateOnly.MinValue).Max();
        Test? first = tests.FirstOrDefault(t => t.Negative && limits.Sensitivity.IsMetBy(t.Sensitivity) && t.Day > lastPositive);
        return first is not null && first.Day <= limit && images.Any(i => i.Negative && i.Day <= limit.PlusDays(limits.ImagingDays) && i.Day > lastPositive) ? first : null;
    }

    private static IEnumerable<Test> Tests(PatientContext patient, LineOfTherapy line, string factId)
    {
        var sensitivities = new Dictionary<DateOnly, decimal>();
        foreach (ObservedFact observed in patient.Series(patient.Fact(ComputedFact.Sensitivity)))
        {
            if (observed.Value is QuantityValue { Range.Exact: { } exact }) sensitivities.TryAdd(observed.Date.LatestDay, exact);
        }

        foreach (ObservedFact observed in patient.Series(factId))
        {
            if (observed.Value is not PresenceValue presence || observed.Date.EarliestDay <= line.Start) continue;
            decimal? sensitivity = sensitivities.TryGetValue(observed.Date.LatestDay, out decimal known) ? known : null;
            bool negative = factId == patient.Fact(ComputedFact.NoUptake) ? presence.Present : !presence.Present;
            yield return new Test(factId, observed.Date.LatestDay, negative, sensitivity, patient.BasisOf(observed));
        }
    }

    private static CodeAnswer Answer(ResidualDiseaseCategory category) => new(KebabCase.Of(category.ToString()));

    private static Conclusion Decided(Conclusion answer, ResidualDiseaseCategory category, IReadOnlyList<Basis> basis, IReadOnlyList<string> missing) =>
        answer with { Value = Answer(category), Possible = [Answer(category)], Basis = basis, Missing = missing };

    private sealed record Test(string FactId, DateOnly Day, bool Negative, decimal? Sensitivity, Basis Basis);
}
