using Cds.Knowledge.Patients;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Tests.Evaluation;
using Cds.Knowledge.Therapy;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Content;

/// <summary>A pregnancy test is spoken of where pregnancy can be, and there always: by sex, age and immunomodulator, in what is offered and in what is ordered.</summary>
public sealed class PregnancyPrecautionTests
{
    private const string Test = "pregnancy test";

    private static readonly string[] Immunomodulators = [.. Shipped.Knowledge.Drugs.Values.Where(drug => drug.Class == "immunomodulator").Select(drug => drug.Id).Order(StringComparer.Ordinal)];

    public static TheoryData<string, int> Orders => [.. from drug in Immunomodulators from born in new[] { 1946, 1960, 1981, 1996 } select (drug, born)];

    [Theory]
    [MemberData(nameof(Orders))]
    public void An_order_speaks_of_it_to_women_and_never_to_men(string drug, int born)
    {
        Assert.Contains(Test, Said(Ordering(drug, born, Sex.Female)), StringComparison.Ordinal);
        string men = Said(Ordering(drug, born, Sex.Male));
        Assert.DoesNotContain(Test, men, StringComparison.Ordinal);
        Assert.Contains("condom", men, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(1946)]
    [InlineData(1960)]
    [InlineData(1981)]
    [InlineData(1996)]
    public void What_is_offered_speaks_of_it_only_with_an_immunomodulator_and_only_to_women(int born)
    {
        foreach (Sex sex in new[] { Sex.Female, Sex.Male })
        {
            Option[] options = [.. Build.Assess(Patient(born, sex)).Recommendations.SelectMany(rule => rule.Options).Where(option => option.Standing != Standing.Avoid)];
            Assert.Contains(options, HoldsImmunomodulator);
            Assert.All(options, option => Assert.Equal(sex == Sex.Female && HoldsImmunomodulator(option), option.ToConfirm.Any(text => text.En.Contains(Test, StringComparison.Ordinal))));
        }
    }

    [Fact]
    public void Where_pregnancy_is_recorded_no_option_asks_for_a_test()
    {
        PatientFacts pregnant = Patient(1990, Sex.Female);
        pregnant = pregnant with { Conditions = [.. pregnant.Conditions, new RecordedCondition("pregnancy", true, "Condition/pregnancy") { Since = ClinicalDate.OnDay(Build.Day(5)) }] };
        Option[] options = [.. Build.Assess(pregnant).Recommendations.SelectMany(rule => rule.Options).Where(HoldsImmunomodulator)];
        Assert.NotEmpty(options);
        Assert.All(options, option => Assert.DoesNotContain(option.ToConfirm, text => text.En.Contains(Test, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("cisplatin", "label-jp-cisplatin")]
    [InlineData("elotuzumab", "label-jp-elotuzumab")]
    [InlineData("ixazomib", "label-jp-ixazomib")]
    public void An_order_in_pregnancy_cites_the_label_of_its_own_drug_first(string drug, string document)
    {
        PatientFacts pregnant = Patient(1990, Sex.Female);
        pregnant = pregnant with
        {
            Conditions = [.. pregnant.Conditions, new RecordedCondition("pregnancy", true, "Condition/pregnancy") { Since = ClinicalDate.OnDay(Build.Day(5)) }],
            DraftOrders = [new DraftOrder(drug, "MedicationRequest/draft", true)],
        };
        Recommendation rule = new Assessor(Shipped.Knowledge).JudgeOrders(pregnant, Build.Today).Recommendations.Single(judged => judged.Id == "safety.pregnancy");
        Assert.Equal(document, rule.Definition.Citations[0].Document);
    }

    private static bool HoldsImmunomodulator(Option option) => Immunomodulators.Contains(option.Id)
        || (Shipped.Knowledge.Regimens.TryGetValue(option.Id, out Regimen? regimen) && regimen.Drugs.Any(drug => Immunomodulators.Contains(drug.Drug)));

    private static PatientFacts Patient(int born, Sex sex) => Build.Myeloma(Build.Presence("bone-lesions", true)) with { BirthDate = ClinicalDate.OnDay(new DateOnly(born, 5, 1)), Sex = sex };

    private static Recommendation Ordering(string drug, int born, Sex sex) =>
        new Assessor(Shipped.Knowledge).JudgeOrders(Patient(born, sex) with { DraftOrders = [new DraftOrder(drug, "MedicationRequest/draft", true)] }, Build.Today).Recommendations.Single(rule => rule.Id == "safety.pregnancy");

    private static string Said(Recommendation rule) => string.Join('\n', rule.ToConfirm.Concat(rule.Information).Concat(rule.Options.SelectMany(option => option.ToConfirm)).Append(rule.Summary).Select(text => text.En));
}
