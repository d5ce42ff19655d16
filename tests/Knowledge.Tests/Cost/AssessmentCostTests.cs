using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Tests.Content;
using Cds.Knowledge.Tests.Reference;

namespace Cds.Knowledge.Tests.Cost;

/// <summary>What an assessment of the sample patients takes at most: memory, and criteria evaluated. Figures and what they mean are in <c>docs/performance.md</c>.</summary>
public sealed class AssessmentCostTests
{
    [Theory]
    [InlineData("newly-diagnosed-transplant-eligible.json", 520_000)]
    [InlineData("double-refractory-relapse.json", 640_000)]
    [InlineData("no-plasma-cell-disorder.json", 107_000)]
    public void A_sample_takes_no_more_memory_than_this(string sample, long most)
    {
        ReferencePatient patient = Sample(sample);
        var assessor = new Assessor(Shipped.Knowledge);
        assessor.Assess(patient.Facts, patient.AsOf);
        long before = GC.GetAllocatedBytesForCurrentThread();
        assessor.Assess(patient.Facts, patient.AsOf);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, most);
    }

    [Theory]
    [InlineData("newly-diagnosed-transplant-eligible.json", 400_000)]
    [InlineData("double-refractory-relapse.json", 510_000)]
    public void A_sample_that_is_settled_truth_first_takes_no_more_memory_than_this(string sample, long most)
    {
        ReferencePatient patient = Sample(sample);
        var assessor = new Assessor(Shipped.Knowledge);
        assessor.AssessTruthFirst(patient.Facts, patient.AsOf, CancellationToken.None);
        long before = GC.GetAllocatedBytesForCurrentThread();
        assessor.AssessTruthFirst(patient.Facts, patient.AsOf, CancellationToken.None);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, most);
    }

    [Fact]
    public void A_criterion_that_does_not_look_at_orders_is_evaluated_once_for_a_patient()
    {
        ReferencePatient patient = Sample("double-refractory-relapse.json");
        var context = new Cds.Knowledge.Evaluation.PatientContext(Shipped.Knowledge, patient.Facts, patient.AsOf, patient.Settings);
        foreach (string id in Shipped.Knowledge.Conclusions.Select(conclusion => conclusion.Id)) context.Outcome(id);
        int once = context.EvaluatedCriteria;
        foreach (Criterion criterion in Shipped.Knowledge.Conclusions.SelectMany(conclusion => conclusion.Criteria()).Where(criterion => context.PlaceOf(criterion) is >= 0 and var place && context.Found(place) is not null))
            Assert.Same(criterion.Evaluate(context), criterion.Evaluate(context));
        Assert.InRange(once, 1, Shipped.Knowledge.Numbers.Criteria.Count);
        Assert.InRange(context.EvaluatedCriteria, once, Shipped.Knowledge.Numbers.Criteria.Count);
    }

    private static ReferencePatient Sample(string name) => ReferencePatient.All.First(patient => patient.Name == name);
}
