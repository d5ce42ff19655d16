using Cds.Knowledge.Criteria;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Criteria;

public sealed class DraftedTests
{
    [Fact]
    public void Background_orders_count() => Assert.Equal(
        Truth.True, new Drafted(["acyclovir"]).TruthFor(Ordered.Order("bortezomib"), Ordered.Order("acyclovir") with { IsSelected = false }));

    [Fact]
    public void Services_count()
    {
        PatientFacts patient = Ordered.Patient(Ordered.Order("daratumumab")) with { DraftServices = [new DraftService("blood-group", "ServiceRequest/bg")] };
        Finding finding = new Drafted(["blood-group"]).Evaluate(patient);
        Assert.Equal(Truth.True, finding.Truth);
        Assert.Equal("ServiceRequest/bg", Assert.Single(finding.Basis).Resource);
    }

    [Fact]
    public void Services_with_an_active_order_count()
    {
        PatientFacts patient = Ordered.Patient(Ordered.Order("daratumumab")) with { OrderedServices = [new OrderedService("blood-group", null, "ServiceRequest/bg")] };
        Finding finding = new Drafted(["blood-group"]).Evaluate(patient);
        Assert.Equal(Truth.True, finding.Truth);
        Assert.Equal("ServiceRequest/bg", Assert.Single(finding.Basis).Resource);
    }

    [Fact]
    public void What_nobody_orders_is_not_drafted() => Assert.Equal(Truth.False, new Drafted(["acyclovir", "blood-group"]).TruthFor(Ordered.Order("bortezomib")));
}
