using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Tests.Content;

namespace Cds.Knowledge.Tests.Reference;

/// <summary>
/// The evaluator answers as the slow walk over the definitions does, to the letter: conclusions, recommendations, options, data behind them, what is missing, notes. The
/// walk is kept in this folder as it was when the evaluator was written for speed; who changes what an answer is changes both.
/// </summary>
public sealed class SameAnswersTests
{
    private const int Mutated = 2000;

    [Fact]
    public void Every_sample_case_and_vignette_is_answered_as_the_reference_does()
    {
        Assert.True(ReferencePatient.All.Count > 1000);
        AssertSame(ReferencePatient.All);
    }

    [Fact]
    public void Two_thousand_changed_patients_are_answered_as_the_reference_does()
    {
        var random = new Random(20261130);
        var mutation = new PatientMutation(random, ReferencePatient.All);
        AssertSame(Enumerable.Range(0, Mutated).Select(_ => mutation.Of(ReferencePatient.All[random.Next(ReferencePatient.All.Count)])));
    }

    private static void AssertSame(IEnumerable<ReferencePatient> patients)
    {
        foreach (ReferencePatient patient in patients)
        {
            var assessor = new Assessor(Shipped.Knowledge, patient.Settings);
            var reference = new ReferenceAssessor(Shipped.Knowledge, patient.Settings);
            Assessment expected = reference.Assess(patient.Facts, patient.AsOf);
            AssertSame(patient.Name, expected, assessor.Assess(patient.Facts, patient.AsOf));
            AssertSame($"{patient.Name}, truth first", expected, assessor.AssessTruthFirst(patient.Facts, patient.AsOf, CancellationToken.None));
            if (patient.Facts.DraftOrders.Count > 0) AssertSame(patient.Name, reference.JudgeOrders(patient.Facts, patient.AsOf), assessor.JudgeOrders(patient.Facts, patient.AsOf));
        }
    }

    private static void AssertSame(string patient, Assessment expected, Assessment actual)
    {
        if (AnswerComparison.Difference(expected, actual) is { } difference) Assert.Fail($"{patient}: {difference}");
    }
}
