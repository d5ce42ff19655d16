using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Tests.Content;
using Cds.Knowledge.Tests.Evaluation;

namespace Cds.Knowledge.Tests.Cost;

/// <summary>
/// What a very long record costs: memory and criteria, which are the same on every machine, never time. Work that grew with the square of the record would take memory with it.
/// </summary>
public sealed class LongRecordTests
{
    private const int Few = 4000;
    private const int Many = 16_000;

    public static TheoryData<string> Kinds => [.. LongRecords.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Four_times_the_records_take_at_most_five_times_the_memory(string kind)
    {
        var assessor = new Assessor(Shipped.Knowledge);
        Allocated(assessor, LongRecords.Of(kind, 10));
        long few = Allocated(assessor, LongRecords.Of(kind, Few));
        Assert.InRange(Allocated(assessor, LongRecords.Of(kind, Many)), 0, few * 5);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_number_of_criteria_evaluated_does_not_depend_on_the_number_of_records(string kind) => Assert.Equal(Evaluated(LongRecords.Of(kind, Few)), Evaluated(LongRecords.Of(kind, Many)));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_answer_names_the_decisive_records_and_counts_the_rest(string kind)
    {
        Assessment assessment = new Assessor(Shipped.Knowledge).Assess(LongRecords.Of(kind, Many), Build.Today);
        IReadOnlyList<Basis>[] lists = [.. assessment.Conclusions.Select(c => c.Basis), .. assessment.Recommendations.Select(r => r.Basis)];
        foreach (IReadOnlyList<Basis> list in lists.Concat(lists.SelectMany(list => list).Select(basis => basis.From)))
            Assert.All(list.GroupBy(basis => basis.Fact), one => Assert.InRange(one.Count(basis => basis.InAll is null), 0, LongBasis.MostOfOneFact));
        Assert.InRange(assessment.Notes.Count, 0, 300);
        Assert.All(assessment.Recommendations.SelectMany(r => r.Options), option => Assert.InRange(option.ToConfirm.Count, 0, 200));
    }

    [Fact]
    public void What_is_counted_is_said_with_its_number()
    {
        Assessment assessment = new Assessor(Shipped.Knowledge).Assess(LongRecords.Of("conditions", Many), Build.Today);
        Basis rest = assessment.Conclusions.Single(c => c.Id == "diagnosis").Basis.Single(basis => basis.InAll is not null);
        Assert.Equal((Many, "at least 15968 further records", "ほかに15968件以上の記録"), (rest.InAll, rest.Comment!.En, rest.Comment.Ja));
    }

    [Fact]
    public void Beyond_the_budget_the_newest_are_looked_at_and_the_rest_is_unknown_not_absent()
    {
        PatientFacts within = WorkBudget.Within(LongRecords.Of("allergies", 12) with { KnownHistory = RecordedHistory.All }, most: 10);
        Assert.Equal(["AllergyIntolerance/1", "AllergyIntolerance/11"], [within.Allergies[0].Resource, within.Allergies[^1].Resource]);
        Assert.Equal(RecordedHistory.All & ~RecordedHistory.Allergies, within.KnownHistory);
        Assert.Equal("allergies: the newest 10 were looked at and 2 older ones were not; what is not among the newest is unknown", within.Notes.Single().Text.En);
        Assert.Same(within, WorkBudget.Within(within, most: 10));
    }

    [Fact]
    public void An_evaluation_that_nobody_waits_for_ends()
    {
        var assessor = new Assessor(Shipped.Knowledge);
        Assert.Throws<OperationCanceledException>(() => assessor.AssessUnlessCancelled(Build.Myeloma(), Build.Today, new CancellationToken(canceled: true)));
        Assert.Throws<OperationCanceledException>(() => assessor.JudgeOrdersUnlessCancelled(Build.Myeloma(), Build.Today, new CancellationToken(canceled: true)));
    }

    private static int Evaluated(PatientFacts facts)
    {
        PatientContext patient = Build.Context(facts);
        foreach (string id in Shipped.Knowledge.Conclusions.Select(conclusion => conclusion.Id)) patient.Outcome(id);
        return patient.EvaluatedCriteria;
    }

    private static long Allocated(Assessor assessor, PatientFacts patient)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        assessor.Assess(patient, Build.Today);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
