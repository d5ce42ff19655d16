using System.Text;
using Cds.FhirMapping.Reading;
using Cds.Knowledge.Patients;

namespace Cds.FhirMapping.Tests.Resources;

/// <summary>Doses of draft orders: pieces by the strength of the product, and what cannot be read said as such.</summary>
public sealed class DraftDoseTests
{
    private const string Lenalidomide10 = """ "medicationCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"602910"}]} """;

    [Theory]
    [InlineData("""{"value":2,"unit":"capsule","code":"{pill}"}""")]
    [InlineData("""{"value":2,"unit":"カプセル"}""")]
    [InlineData("""{"value":2,"unit":"ｶﾌﾟｾﾙ"}""")]
    [InlineData("""{"value":2,"unit":"カプセル","system":"urn:oid:1.2.392.100495.20.2.101","code":"CAP"}""")]
    [InlineData("""{"value":2,"unit":"C"}""")]
    [InlineData("""{"value":2,"code":"1","system":"http://unitsofmeasure.org"}""")]
    [InlineData("""{"value":20,"unit":"mg"}""")]
    [InlineData("""{"value":0.02,"unit":"g","code":"g"}""")]
    public void Capsules_are_milligrams_by_the_strength_of_the_product(string dose)
    {
        DraftOrder order = Order(Lenalidomide10, $$"""{"doseAndRate":[{"doseQuantity":{{dose}} }]}""");
        Assert.Empty(order.Unread);
        Assert.Equal(20m, order.DoseUnit == "g" ? order.DoseAmount * 1000m : order.DoseAmount);
    }

    [Theory]
    [InlineData("""{"value":1,"unit":"puff"}""", UnreadPart.DoseUnit)]
    [InlineData("""{"value":1}""", UnreadPart.DoseUnit)]
    [InlineData("""{"value":10,"unit":"capsule","code":"mg"}""", UnreadPart.DoseUnit)]
    [InlineData("""{"value":10,"unit":"mg","code":"{capsule}"}""", UnreadPart.DoseUnit)]
    [InlineData("""{"value":1,"unit":"mL"}""", UnreadPart.DoseUnit)]
    public void A_unit_that_says_nothing_or_two_things_is_not_judged(string dose, UnreadPart part)
    {
        DraftOrder order = Order(Lenalidomide10, $$"""{"doseAndRate":[{"doseQuantity":{{dose}} }]}""");
        Assert.Equal([part], order.Unread);
        Assert.Null(order.DoseAmount);
    }

    [Theory]
    [InlineData(""" "medicationCodeableConcept":{"text":"lenalidomide capsule"} """)]
    [InlineData(""" "medicationCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"602910"}],"text":"lenalidomide 25 MG Oral Capsule"} """)]
    [InlineData(""" "contained":[{"resourceType":"Medication","id":"m","code":{"text":"lenalidomide"},"ingredient":[{"itemCodeableConcept":{"text":"lenalidomide"},"strength":{"numerator":{"value":5,"unit":"mg"},"denominator":{"value":1,"unit":"mL"}}}]}],"medicationReference":{"reference":"#m"} """)]
    public void Pieces_of_unknown_or_contradictory_strength_are_not_judged(string medication)
    {
        DraftOrder order = Order(medication, """{"doseAndRate":[{"doseQuantity":{"value":1,"unit":"capsule"}}]}""");
        Assert.Equal([UnreadPart.Strength], order.Unread);
        Assert.Equal("1 capsule", order.DoseAsWritten);
    }

    [Theory]
    [InlineData("""{"numerator":{"value":5,"unit":"mg"},"denominator":{"value":1,"unit":"capsule"}}""", 5)]
    [InlineData("""{"numerator":{"value":50,"unit":"mg"},"denominator":{"value":10,"code":"{pill}"}}""", 5)]
    [InlineData("""{"numerator":{"value":0.005,"unit":"g"}}""", 5)]
    public void A_Medication_tells_the_strength_of_its_ingredient(string strength, int milligrams)
    {
        DraftOrder order = Order($$"""
            "contained":[{"resourceType":"Medication","id":"m","ingredient":[{"itemCodeableConcept":{"text":"lenalidomide"},"strength":{{strength}} }]}],"medicationReference":{"reference":"#m"}
            """, """{"doseAndRate":[{"doseQuantity":{"value":1,"unit":"capsule"}}]}""");
        Assert.Empty(order.Unread);
        Assert.Equal((milligrams, "mg"), (order.DoseAmount, order.DoseUnit));
    }

    [Fact]
    public void Two_syringes_of_the_osteoporosis_product_are_twice_its_dose() => Assert.Equal(120m, Order(
        """ "medicationCodeableConcept":{"text":"プラリア皮下注60mgシリンジ"} """, """{"doseAndRate":[{"doseQuantity":{"value":2,"unit":"筒"}}]}""").DoseAmount);

    [Theory]
    [InlineData("""{"text":"25 mg"}""", new[] { UnreadPart.Dose, UnreadPart.Timing })]
    [InlineData("""{"maxDosePerAdministration":{"value":10,"unit":"mg"}}""", new[] { UnreadPart.Dose })]
    [InlineData("""{"text":"x","doseAndRate":[{"doseQuantity":{"value":10,"unit":"mg"}}],"asNeededBoolean":true,"timing":{"repeat":{"frequency":1,"period":1,"periodUnit":"d"}}}""", new[] { UnreadPart.Timing })]
    [InlineData("""{"doseAndRate":[{"doseQuantity":{"value":10,"unit":"mg"}}],"timing":{"code":{"text":"内服・経口・１日１回　隔日"}}}""", new[] { UnreadPart.Timing })]
    [InlineData("""{"doseAndRate":[{"doseQuantity":{"value":10,"unit":"mg"}}]}""", new UnreadPart[0])]
    public void What_is_there_in_words_only_is_unread_and_what_is_not_there_is_not_chosen(string dosage, UnreadPart[] parts) => Assert.Equal(parts, Order(Lenalidomide10, dosage).Unread);

    [Theory]
    [InlineData("""{"doseAndRate":[{"doseQuantity":{"value":1,"unit":"カプセル"},"rateRatio":{"numerator":{"value":2,"unit":"カプセル"},"denominator":{"value":1,"unit":"日","code":"d"}}}],"timing":{"code":{"coding":[{"system":"urn:oid:1.2.392.200250.2.2.20.20","code":"1012040400000000"}]}}}""", 10, 56)]
    [InlineData("""{"doseAndRate":[{"rateRatio":{"numerator":{"value":2,"unit":"カプセル"},"denominator":{"value":1,"code":"d"}}}],"timing":{"repeat":{"frequency":2,"period":1,"periodUnit":"d"}}}""", 10, 56)]
    [InlineData("""{"doseAndRate":[{"doseQuantity":{"value":1,"unit":"カプセル"}}],"timing":{"code":{"text":"内服・経口・１日１回朝食後"}}}""", 10, 28)]
    [InlineData("""{"doseAndRate":[{"doseQuantity":{"value":1,"unit":"カプセル"}}],"timing":{"repeat":{"frequency":1,"period":1,"periodUnit":"d","count":1}}}""", 10, 1)]
    [InlineData("""{"doseAndRate":[{"doseQuantity":{"value":1,"unit":"カプセル"}}],"timing":{"repeat":{"frequency":1,"frequencyMax":2,"period":1,"periodUnit":"d"}}}""", 10, 56)]
    public void The_amount_of_a_day_and_words_of_the_timing_tell_how_often(string dosage, int milligrams, int doses)
    {
        DraftOrder order = Order(Lenalidomide10, dosage);
        Assert.Equal((milligrams, doses), (order.DoseAmount, order.DosesPer28Days));
        Assert.Empty(order.Unread);
    }

    [Theory]
    [InlineData("", "", 25, 39.2)]
    [InlineData("\"sequence\":1,", "\"sequence\":2,", 25, 28)]
    public void Instructions_add_up_unless_they_follow_each_other(string first, string second, int milligrams, double doses)
    {
        const string Daily = """ "timing":{"repeat":{"frequency":1,"period":1,"periodUnit":"d"}} """;
        DraftOrder order = Order(Lenalidomide10, $$"""
            { {{first}} "doseAndRate":[{"doseQuantity":{"value":25,"unit":"mg"} }],{{Daily}} },{ {{second}} "doseAndRate":[{"doseQuantity":{"value":10,"unit":"mg"} }],{{Daily}} }
            """);
        Assert.Equal((milligrams, (decimal)doses), (order.DoseAmount, order.DosesPer28Days));
    }

    [Theory]
    [InlineData("""{"resourceType":"MedicationRequest","id":"a"}""", UnidentifiedReason.NoDrug)]
    [InlineData("""{"resourceType":"MedicationRequest","id":"a","medicationCodeableConcept":{"coding":[{"system":"https://hospital.example.jp/codes","code":"M-1"}]}}""", UnidentifiedReason.UnknownCode)]
    [InlineData("""{"resourceType":"MedicationRequest","id":"a","medicationCodeableConcept":{"text":"化学療法"}}""", UnidentifiedReason.UnknownCode)]
    [InlineData("""{"resourceType":"MedicationRequest","id":"a","medicationReference":{"reference":"Medication/nowhere"}}""", UnidentifiedReason.MissingMedication)]
    [InlineData("""{"resourceType":"MedicationRequest","id":"a","medicationCodeableConcept":{"text":"lenalidomide"},"doNotPerform":"perhaps"}""", UnidentifiedReason.Damaged)]
    [InlineData("""{"resourceType":"MedicationRequest","id":"a","medicationCodeableConcept":7}""", UnidentifiedReason.Damaged)]
    [InlineData("\"an order\"", UnidentifiedReason.Damaged)]
    public void A_draft_that_cannot_be_identified_is_kept_as_such(string draft, UnidentifiedReason reason)
    {
        PatientFacts facts = Read(draft);
        Assert.Empty(facts.DraftOrders);
        Assert.Equal(reason, Assert.Single(facts.UnidentifiedDrafts).Reason);
    }

    [Theory]
    [InlineData("""{"text":"metformin"}""")]
    [InlineData("""{"coding":[{"system":"http://www.whocc.no/atc","code":"A10BA02"}]}""")]
    [InlineData("""{"text":"dexamethasone eye drops"}""")]
    [InlineData("""{"text":"placebo (lenalidomide)"}""")]
    public void A_draft_of_something_else_is_nothing_to_judge(string concept)
    {
        PatientFacts facts = Read($$"""{"resourceType":"MedicationRequest","id":"a","medicationCodeableConcept":{{concept}} }""");
        Assert.Empty(facts.DraftOrders);
        Assert.Empty(facts.UnidentifiedDrafts);
    }

    [Theory]
    [InlineData("""{"doseAndRate":[{"doseQuantity":{"value":"ten","unit":"mg"}}]}""")]
    [InlineData("""{"doseAndRate":[{"doseQuantity":[10,"mg"]}]}""")]
    public void A_damaged_dose_is_unread_and_not_open(string dosage) => Assert.Contains(UnreadPart.Dose, Order(Lenalidomide10, dosage).Unread);

    private static DraftOrder Order(string medication, string dosage) =>
        Assert.Single(Read($$"""{"resourceType":"MedicationRequest","id":"a",{{medication}},"dosageInstruction":[{{dosage}}]}""").DraftOrders);

    private static PatientFacts Read(string draft) =>
        Reading.Reader.ReadPrefetch("p1", [], new DraftOrderBundle(Encoding.UTF8.GetBytes($$"""{"entry":[{"resource":{{draft}} }]}"""), null)).Facts!;
}
