using Cds.Knowledge.Facts;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Tests.Content;
using Cds.Knowledge.Tests.Evaluation;
using Cds.Knowledge.Therapy;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Recommendations;

/// <summary>Doses that trials gave to frail patients: in the draft, with their source.</summary>
public sealed class FrailDoseTests
{
    [Theory]
    [InlineData("fit", "i-ld", "lenalidomide", 25)]
    [InlineData("intermediate", "i-ld", "lenalidomide", 15)]
    [InlineData("frail", "i-ld", "lenalidomide", 10)]
    [InlineData("fit", "i-ld", "dexamethasone", 40)]
    [InlineData("intermediate", "i-ld", "dexamethasone", 20)]
    [InlineData("frail", "i-ld", "dexamethasone", 10)]
    [InlineData("frail", "i-ld", "ixazomib", 4)]
    [InlineData("intermediate", "d-ld", "dexamethasone", 40)]
    [InlineData("frail", "d-ld", "dexamethasone", 20)]
    [InlineData("frail", "d-ld", "lenalidomide", 25)]
    [InlineData("frail", "ld", "dexamethasone", 20)]
    public void The_dose_follows_frailty(string frailty, string regimen, string drug, int milligrams)
    {
        DrugOrder order = Drafted(frailty, regimen, drug);
        Assert.Equal(milligrams, order.DoseAmount);
    }

    [Theory]
    [InlineData("i-ld", "Myeloma XIV 2022")]
    [InlineData("d-ld", "IFM2017-03 2022")]
    public void The_draft_says_from_where(string regimen, string source) => Assert.Contains(source, Drafted("frail", regimen, "dexamethasone").Text.En, StringComparison.Ordinal);

    [Fact]
    public void An_order_in_that_dose_is_neither_low_nor_high() => Assert.DoesNotContain(
        new Assessor(Shipped.Knowledge).JudgeOrders(Patient("frail") with { DraftOrders = [new DraftOrder("lenalidomide", "MedicationRequest/a", true) { DoseAmount = 10m, DoseUnit = "mg", DosesPer28Days = 28m }] }, Build.Today).Recommendations,
        recommendation => recommendation.Definition.Id == "safety.dose-range");

    [Theory]
    [InlineData("frail", 1956, "d-pd", false)]
    [InlineData("frail", 1946, "d-pd", true)]
    [InlineData("fit", 1956, "d-pd", true)]
    [InlineData("frail", 1956, "kd-weekly", true)]
    [InlineData("frail", 1956, "isa-kd", false)]
    public void A_triplet_of_a_frail_patient_is_drafted_only_in_a_reduced_dose(string frailty, int born, string regimen, bool drafted)
    {
        PatientFacts patient = Patient(frailty);
        patient = patient with
        {
            BirthDate = ClinicalDate.OnDay(new DateOnly(born, 5, 1)),
            Observations = [.. patient.Observations, new ObservedFact("disease-status", new CodeValue("progression"), ClinicalDate.OnDay(Build.Day(20)), "Observation/status")],
            DrugRecords = [new DrugRecord("lenalidomide", DrugRecordSource.Statement, DrugRecordStatus.Ended, "MedicationStatement/a") { Start = ClinicalDate.OnDay(Build.Day(400)), End = ClinicalDate.OnDay(Build.Day(30)) }],
        };
        Option option = Build.Assess(patient).Recommendations.Single(r => r.Id == "relapse.lenalidomide-refractory").Options.Single(o => o.Id == regimen);
        Assert.Equal(drafted, option.Orders.Count > 0);
    }

    private static DrugOrder Drafted(string frailty, string regimen, string drug)
    {
        var option = new OptionDefinition { Id = regimen, Standing = Standing.Recommended };
        RecommendationDefinition rule = Shipped.Knowledge.Recommendations.Single(r => r.Id == "relapse.first") with { Options = [option] };
        return OptionOrders.For(Build.Context(Patient(frailty)), rule, option, OptionSubject.Of(Shipped.Knowledge, rule, regimen), reducedOnly: false).OfType<DrugOrder>().Single(order => order.DrugId == drug);
    }

    private static PatientFacts Patient(string frailty) => Build.Myeloma(new ObservedFact("frailty", new CodeValue(frailty), ClinicalDate.OnDay(Build.Day(5)), "Observation/frailty"), Build.Quantity("creatinine-clearance", 90m));
}
