using System.Text;
using Cds.FhirMapping.Reading;
using Cds.Knowledge.Patients;

namespace Cds.FhirMapping.Tests.Resources;

/// <summary>Doses measured out in millilitres: converted where the product says what a volume holds, else said not to be judged.</summary>
public sealed class DraftVolumeTests
{
    [Theory]
    [InlineData("""{"text":"ゾメタ点滴静注4mg/100mL"}""", 100, 4)]
    [InlineData("""{"text":"zoledronic acid 4 mg/5 mL injection"}""", 5, 4)]
    [InlineData("""{"text":"zoledronic acid 0.8 MG/ML Injectable Solution"}""", 5, 4)]
    [InlineData("""{"text":"daratumumab 1800 mg/15 mL"}""", 15, 1800)]
    [InlineData("""{"text":"denosumab 120 mg/1.7 mL"}""", 1.7, 120)]
    [InlineData("""{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"102963"}]}""", 20, 20)]
    public void The_product_says_what_a_volume_holds(string concept, double millilitres, double milligrams)
    {
        DraftOrder order = Order($$""" "medicationCodeableConcept":{{concept}} """, millilitres, "mL");
        Assert.Equal(((decimal)milligrams, "mg"), (order.DoseAmount, order.DoseUnit));
        Assert.Empty(order.Unread);
        Assert.Equal($"{(decimal)millilitres:0.#} mL", order.DoseAsWritten);
    }

    [Theory]
    [InlineData("""{"value":4,"unit":"mg"}""", """{"value":5,"unit":"mL"}""", 5, "ml", 4)]
    [InlineData("""{"value":4,"unit":"mg"}""", """{"value":5,"code":"mL"}""", 2.5, "cc", 2)]
    [InlineData("""{"value":4,"unit":"mg"}""", """{"value":0.1,"unit":"L"}""", 0.1, "L", 4)]
    public void A_Medication_says_what_a_volume_of_it_holds(string amount, string volume, double dose, string unit, double milligrams) => Assert.Equal((decimal)milligrams, Order($$"""
        "contained":[{"resourceType":"Medication","id":"m","ingredient":[{"itemCodeableConcept":{"text":"zoledronic acid"},"strength":{"numerator":{{amount}},"denominator":{{volume}} } }]}],"medicationReference":{"reference":"#m"}
        """, dose, unit).DoseAmount);

    [Theory]
    [InlineData("""{"text":"bortezomib"}""")]
    [InlineData("""{"text":"bortezomib 3.5 mg vial"}""")]
    [InlineData("""{"text":"zoledronic acid 4 mg/5 mL","coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"102963"}]}""")]
    [InlineData("""{"text":"zoledronic acid 4 mg/5 mL or 4 mg/100 mL"}""")]
    public void A_volume_of_a_strength_that_is_not_known_is_not_judged(string concept)
    {
        IReadOnlyList<DraftOrder> orders = Read($$""" "medicationCodeableConcept":{{concept}} """, 3, "mL");
        Assert.All(orders.Where(order => order.DrugId is "bortezomib" or "zoledronic-acid"), order => Assert.Equal(concept.Contains("coding", StringComparison.Ordinal) ? [] : [UnreadPart.Strength], order.Unread));
        Assert.NotEmpty(orders);
    }

    private static DraftOrder Order(string medication, double value, string unit) => Assert.Single(Read(medication, value, unit));

    private static IReadOnlyList<DraftOrder> Read(string medication, double value, string unit) => Reading.Reader.ReadPrefetch("p1", [], new DraftOrderBundle(Encoding.UTF8.GetBytes($$"""
        {"entry":[{"resource":{"resourceType":"MedicationRequest","id":"a",{{medication}},"dosageInstruction":[{"doseAndRate":[{"doseQuantity":{"value":{{(decimal)value}},"unit":"{{unit}}"} }]}]} }]}
        """), null)).Facts!.DraftOrders;
}
