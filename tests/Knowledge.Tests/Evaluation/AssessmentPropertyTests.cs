using System.Globalization;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Patients;
using FsCheck;
using FsCheck.Fluent;

namespace Cds.Knowledge.Tests.Evaluation;

/// <summary>What has to hold for every patient, whatever the rules say.</summary>
public sealed class AssessmentPropertyTests
{
    private static readonly string[] StageAndRisk = ["staging.iss", "staging.r-iss", "risk.cytogenetics", "risk.high-risk-hits"];

    [Fact]
    public void More_data_never_contradict_an_earlier_determined_value()
    {
        Prop.ForAll(Patients.ToArbitrary(), patient =>
        {
            Assessment all = Build.Assess(Build.Myeloma(patient));
            for (int known = 0; known < patient.Length; known++)
            {
                Assessment some = Build.Assess(Build.Myeloma(patient[..known]));
                foreach (string id in StageAndRisk)
                {
                    Conclusion before = some.Conclusions.Single(c => c.Id == id);
                    Conclusion after = all.Conclusions.Single(c => c.Id == id);
                    if (before.Value is not null && !before.Value.Equals(after.Value)) return false;
                    if (after.Value is not null && !before.Possible.Contains(after.Value)) return false;
                }
            }

            return true;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_determined_value_is_always_among_the_possible_ones() => Prop.ForAll(Patients.ToArbitrary(), patient =>
        Build.Assess(Build.Myeloma(patient)).Conclusions
            .Where(c => c is { Value: not null and not ListAnswer, Unit: null })
            .All(c => c.Possible is [var only] && only.Equals(c.Value) && (c.Missing.Count == 0 || c.Id.StartsWith("response", StringComparison.Ordinal))))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_open_says_what_is_missing() => Prop.ForAll(Patients.ToArbitrary(), patient =>
        Build.Assess(Build.Myeloma(patient)).Conclusions
            .Where(c => c.Value is null || c.Undetermined.Count > 0)
            .All(c => c.Missing.Count > 0))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_the_data_does_not_matter() => Prop.ForAll(Patients.ToArbitrary(), Gen.Choose(0, 10_000).ToArbitrary(), (patient, seed) =>
    {
        ObservedFact[] shuffled = [.. patient];
        new Random(seed).Shuffle(shuffled);
        return Text(Build.Assess(Build.Myeloma(patient))) == Text(Build.Assess(Build.Myeloma(shuffled)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Reporting_every_value_twice_changes_nothing() => Prop.ForAll(Patients.ToArbitrary(), patient =>
        Text(Build.Assess(Build.Myeloma(patient))) == Text(Build.Assess(Build.Myeloma([.. patient, .. patient]))))
        .QuickCheckThrowOnFailure();

    /// <summary>Any subset of the facts of staging and risk, around their thresholds.</summary>
    private static Gen<ObservedFact[]> Patients => Gen.Shuffle<Func<int, ObservedFact>>(
        [
            n => Build.Quantity("beta2-microglobulin", 3.0m + n * 0.1m),
            n => Build.Quantity("albumin", 3.0m + n * 0.05m),
            n => Build.Quantity("ldh", 200m + n * 2m),
            n => Build.Presence("del-17p", n % 2 == 0),
            n => Build.Presence("t-4-14", n % 3 == 0),
            n => Build.Presence("t-14-16", n % 5 == 0),
            n => Build.Presence("gain-1q", n % 2 == 1),
            n => Build.Quantity("creatinine", 0.5m + n * 0.1m),
            n => Build.Quantity("hemoglobin", 9m + n * 0.1m),
            n => Build.Quantity("calcium", 9m + n * 0.1m),
        ])
        .SelectMany(facts => Gen.Choose(0, facts.Length).SelectMany(count =>
            Gen.Choose(0, 30).ArrayOf(facts.Length).Select(numbers => facts.Take(count).Select((f, i) => f(numbers[i])).ToArray())));

    private static string Text(Assessment assessment) => string.Join('\n',
        assessment.Conclusions.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Id} {c.Value} {string.Join(',', c.Possible)} {string.Join(',', c.Missing)} {string.Join(',', c.Undetermined)} {string.Join(',', c.Basis.Select(b => b.Resource).Order(StringComparer.Ordinal))}"))
            .Concat(assessment.Recommendations.Select(r => $"{r.Id} {r.Status} {string.Join(',', r.Options.Select(o => $"{o.Id}={o.Standing}"))} {string.Join(',', r.Missing)}")));
}
