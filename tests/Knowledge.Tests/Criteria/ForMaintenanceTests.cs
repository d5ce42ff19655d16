using Cds.Knowledge.Criteria;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Tests.Content;
using Cds.Knowledge.Tests.Evaluation;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Criteria;

public sealed class ForMaintenanceTests
{
    private static readonly ForMaintenance Maintenance = new(true);

    [Fact]
    public void Alone_or_in_its_pair_after_a_regimen_of_more_drugs_it_is_maintenance()
    {
        Assert.Equal(Truth.True, After("bortezomib", "lenalidomide"));
        Assert.Equal(Truth.True, After(["bortezomib", "lenalidomide", "dexamethasone"], Ordered.Order("lenalidomide", 10m), Ordered.Order("daratumumab", 1800m)));
    }

    [Fact]
    public void With_a_corticosteroid_or_another_drug_it_is_not()
    {
        Assert.Equal(Truth.False, After(["bortezomib", "lenalidomide"], Ordered.Order("lenalidomide", 10m), Ordered.Order("dexamethasone", 40m)));
        Assert.Equal(Truth.False, After(["bortezomib", "lenalidomide"], Ordered.Order("lenalidomide", 10m), Ordered.Order("bortezomib", 2m)));
    }

    [Fact]
    public void Before_any_treatment_or_after_the_same_drug_alone_it_is_not()
    {
        Assert.Equal(Truth.False, After());
        Assert.Equal(Truth.False, After("lenalidomide"));
    }

    [Fact]
    public void After_a_progression_it_is_not()
    {
        PatientFacts patient = Treated(["bortezomib", "lenalidomide"], Ordered.Order("lenalidomide", 10m));
        ObservedFact worse = Build.Quantity("m-protein-serum", 1m) with { FactId = "disease-status", Value = new CodeValue("progression") };
        Assert.Equal(Truth.False, Maintenance.Evaluate(patient with { Observations = [worse] }).Truth);
    }

    [Fact]
    public void Of_an_option_the_regimen_says_it_and_the_opposite_is_never_unknown()
    {
        PatientContext patient = Build.Context(Build.Myeloma());
        Assert.Equal(Truth.True, Maintenance.Evaluate(patient.Planning(Shipped.Knowledge.Regimens["lenalidomide-maintenance"])).Truth);
        Assert.Equal(Truth.False, Maintenance.Evaluate(patient.Planning(Shipped.Knowledge.Regimens["ld"])).Truth);
        Assert.Equal(Truth.True, new ForMaintenance(false).Evaluate(patient).Truth);
    }

    private static Truth After(params string[] drugs) => After(drugs, Ordered.Order("lenalidomide", 10m));

    private static Truth After(string[] drugs, params DraftOrder[] orders) => Maintenance.Evaluate(Treated(drugs, orders)).Truth;

    private static PatientFacts Treated(string[] drugs, params DraftOrder[] orders) => Ordered.Patient(orders) with
    {
        DrugRecords =
        [
            .. drugs.Select(drug => new DrugRecord(drug, DrugRecordSource.Statement, DrugRecordStatus.Ended, "MedicationStatement/" + drug)
            {
                Start = ClinicalDate.OnDay(Build.Day(200)),
                End = ClinicalDate.OnDay(Build.Day(20)),
            }),
        ],
    };
}
