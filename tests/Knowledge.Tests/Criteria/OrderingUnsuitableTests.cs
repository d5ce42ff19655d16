using Cds.Knowledge.Criteria;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Therapy;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Criteria;

public sealed class OrderingUnsuitableTests
{
    [Fact]
    public void A_rule_of_the_ordered_drug_speaks_against_it()
    {
        Assert.Equal(Truth.True, TruthWith("interstitial-lung-disease", "bortezomib", new OrderingUnsuitable(Standing.Avoid, [])));
        Assert.Equal(Truth.False, TruthWith("interstitial-lung-disease", "daratumumab", new OrderingUnsuitable(Standing.Avoid, [])));
    }

    [Fact]
    public void Caution_and_avoid_are_told_apart() =>
        Assert.Equal(Truth.True, TruthWith("heart-failure", "carfilzomib", new OrderingUnsuitable(Standing.Caution, [])));

    [Fact]
    public void Reasons_with_a_rule_of_their_own_are_left_out() =>
        Assert.NotEqual(Truth.True, TruthWith("pregnancy", "pomalidomide", new OrderingUnsuitable(Standing.Avoid, ["pregnancy"])));

    [Fact]
    public void What_nobody_measured_is_unknown() =>
        Assert.Equal(Truth.Unknown, new OrderingUnsuitable(Standing.Avoid, []).TruthFor(Ordered.Order("bortezomib")));

    private static Truth TruthWith(string condition, string drug, OrderingUnsuitable criterion)
    {
        PatientFacts patient = Ordered.Patient(Ordered.Order(drug));
        return criterion.Evaluate(patient with { Conditions = [.. patient.Conditions, new RecordedCondition(condition, true, "Condition/x")] }).Truth;
    }
}
