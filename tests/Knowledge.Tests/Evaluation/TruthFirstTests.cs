using Cds.Knowledge.Criteria;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Tests.Content;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Evaluation;

/// <summary>An assessment that goes as far as its truth needs: it looks at less, and finds the same when it is asked.</summary>
public sealed class TruthFirstTests
{
    private static readonly FactComparison Holds = new("hemoglobin", FactTime.Current, ComparisonOperator.LessThan, 10m);
    private static readonly FactComparison HoldsToo = new("creatinine", FactTime.Current, ComparisonOperator.MoreThan, 2m);
    private static readonly FactComparison Fails = new("calcium", FactTime.Current, ComparisonOperator.MoreThan, 12m);
    private static readonly FactComparison FailsToo = new("platelets", FactTime.Current, ComparisonOperator.LessThan, 50m);

    private static readonly PatientFacts Patient = Build.Myeloma(
        Build.Quantity("hemoglobin", 8m), Build.Quantity("creatinine", 3m), Build.Quantity("calcium", 9m), Build.Quantity("platelets", 200m));

    public static TheoryData<Criterion, Truth> Decided => new()
    {
        { new AllOf([Holds, Fails, FailsToo]), Truth.False },
        { new AnyOf([Fails, Holds, HoldsToo]), Truth.True },
        { new NoneOf([Fails, Holds, HoldsToo]), Truth.False },
    };

    [Theory]
    [MemberData(nameof(Decided))]
    public void Parts_behind_the_one_that_decides_are_looked_at_when_the_data_are_asked_for(Criterion criterion, Truth truth)
    {
        PatientContext context = Context(isTruthFirst: true);
        Finding finding = criterion.Evaluate(context);
        Assert.Equal((truth, 3), (finding.Truth, context.EvaluatedCriteria));
        Assert.Equal(criterion.Evaluate(Context(isTruthFirst: false)).Basis, finding.Basis);
        Assert.Equal((2, 4), (finding.Basis.Count, context.EvaluatedCriteria));
    }

    [Theory]
    [MemberData(nameof(Decided))]
    public void The_whole_assessment_looks_at_every_part(Criterion criterion, Truth truth)
    {
        PatientContext context = Context(isTruthFirst: false);
        Assert.Equal((truth, 4), (criterion.Evaluate(context).Truth, context.EvaluatedCriteria));
    }

    [Fact]
    public void A_patient_is_settled_with_fewer_criteria_and_every_conclusion_is_found_when_asked_for()
    {
        var assessor = new Assessor(Shipped.Knowledge);
        Assessment whole = assessor.Assess(Patient, Build.Today);
        Assessment first = assessor.AssessTruthFirst(Patient, Build.Today, CancellationToken.None);
        Assert.InRange(first.Patient!.EvaluatedCriteria, 1, whole.Patient!.EvaluatedCriteria * 9 / 10);
        Assert.Equal(whole.Conclusions.Select(conclusion => conclusion.Id), Shipped.Knowledge.Conclusions.Where(definition => first.Conclusion(definition.Id) is not null).Select(definition => definition.Id));
        Assert.Null(first.Conclusion("no-such-conclusion"));
    }

    [Fact]
    public void Notes_of_a_record_that_contradicts_itself_are_those_of_the_whole_assessment()
    {
        PatientFacts patient = Patient with
        {
            Observations = [.. Patient.Observations, .. Shipped.Knowledge.Facts.Values.Where(fact => fact.Kind == FactKind.Quantity && !fact.Derived)
                .SelectMany(fact => new[] { Build.Quantity(fact.Id, 7m), Build.Quantity(fact.Id, 8m) with { Resource = $"Observation/other-{fact.Id}" } })],
        };
        var assessor = new Assessor(Shipped.Knowledge);
        IReadOnlyList<Note> whole = assessor.Assess(patient, Build.Today).Notes;
        Assert.NotEmpty(whole);
        Assert.Equal(whole, assessor.AssessTruthFirst(patient, Build.Today, CancellationToken.None).Notes);
    }

    private static PatientContext Context(bool isTruthFirst) => new(Shipped.Knowledge, Patient, Build.Today, new HashSet<string>()) { IsTruthFirst = isTruthFirst };
}
