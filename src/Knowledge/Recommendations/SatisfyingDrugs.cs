namespace Cds.Knowledge.Recommendations;

/// <summary>
/// A recommendation is done only by something that this patient may have: a drug that is to be avoided does not satisfy it (docs/contract/answers.md), and
/// stands among the options with the reason.
/// </summary>
/// <param name="Finding">Whether it is done, drugs to avoid left aside.</param>
/// <param name="Avoided">The drugs that run, would have satisfied it, and are none of its options.</param>
internal sealed record SatisfyingDrugs(Finding Finding, IReadOnlyList<Option> Avoided)
{
    /// <summary>Looks at what satisfies a recommendation, given its options as they stand.</summary>
    public static SatisfyingDrugs Of(PatientContext patient, RecommendationDefinition definition, IReadOnlyList<Option> options)
    {
        if (definition.Satisfied is not { } criterion) return new SatisfyingDrugs(Finding.Never, []);
        Finding asRecorded = criterion.Evaluate(patient);
        if (asRecorded.Truth != Truth.True) return new SatisfyingDrugs(asRecorded, []);
        (Drug Drug, Option? Option)[] avoided = [.. asRecorded.Basis.Select(b => b.Fact).Distinct().Where(patient.Knowledge.Drugs.ContainsKey)
            .Select(id => Avoid(patient, patient.Knowledge.Drugs[id], options)).OfType<(Drug, Option?)>()];
        if (avoided.Length == 0) return new SatisfyingDrugs(asRecorded, []);
        Finding without = criterion.Evaluate(patient.Disregarding([.. avoided.Select(a => a.Drug.Id)]));
        return without.Truth == Truth.True
            ? new SatisfyingDrugs(without, [])
            : new SatisfyingDrugs(without with { Basis = [.. without.Basis, .. asRecorded.Basis.Where(b => !without.Basis.Any(b.IsSameDatumAs))] }, [.. avoided.Select(a => a.Option).OfType<Option>()]);
    }

    private static (Drug, Option?)? Avoid(PatientContext patient, Drug drug, IReadOnlyList<Option> options)
    {
        if (options.FirstOrDefault(o => o.Id == drug.Id) is { } listed) return listed.Standing == Standing.Avoid ? (drug, null) : null;
        DrugReasons reasons = DrugReasons.Of(patient, drug);
        return reasons.Avoid
            ? (drug, new Option { Id = drug.Id, Title = drug.Title, Standing = Standing.Avoid, Reasons = [.. reasons.Reasons.OrderByDescending(r => r.Standing).Select(r => r.Reason)] })
            : null;
    }
}
