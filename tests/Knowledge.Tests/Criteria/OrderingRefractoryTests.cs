using Cds.Knowledge.Criteria;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Tests.Evaluation;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Criteria;

public sealed class OrderingRefractoryTests
{
    private static readonly OrderingRefractory Drug = new(Classes: null);
    private static readonly OrderingRefractory AntiCd38 = new(["anti-cd38"]);

    [Fact]
    public void Progression_on_the_drug_makes_its_order_refractory() => Assert.Equal(Truth.True, TruthAfter("bortezomib", Drug, "bortezomib"));

    [Fact]
    public void Another_drug_of_the_class_is_refractory_by_class_only()
    {
        Assert.Equal(Truth.False, TruthAfter("daratumumab", Drug, "isatuximab"));
        Assert.Equal(Truth.True, TruthAfter("daratumumab", AntiCd38, "isatuximab"));
        Assert.Equal(Truth.False, TruthAfter("lenalidomide", AntiCd38, "pomalidomide"));
    }

    [Fact]
    public void Corticosteroids_and_supportive_drugs_never_are()
    {
        Assert.Equal(Truth.False, TruthAfter("dexamethasone", Drug, "dexamethasone"));
        Assert.Equal(Truth.False, TruthAfter("acyclovir", Drug, "acyclovir"));
    }

    private static Truth TruthAfter(string given, OrderingRefractory criterion, string ordered) => criterion.Evaluate(Ordered.Patient(Ordered.Order(ordered)) with
    {
        DrugRecords =
        [
            new DrugRecord(given, DrugRecordSource.Statement, DrugRecordStatus.Ended, "MedicationStatement/1")
            {
                Start = ClinicalDate.OnDay(Build.Day(300)), End = ClinicalDate.OnDay(Build.Day(30)),
            },
        ],
        Observations = [new ObservedFact("disease-status", new CodeValue("progression"), ClinicalDate.OnDay(Build.Day(40)), "Observation/pd")],
    }).Truth;
}
