using Cds.Knowledge.Facts;

namespace Cds.FhirMapping.Tests.Values;

/// <summary>One row a case: LOINC code, value and unit as sent, value in the canonical unit.</summary>
public sealed class UnitTests
{
    [Theory]
    [InlineData("1952-1", "4.2", "mg/L", "4.2")]
    [InlineData("1952-1", "4.2", "ug/mL", "4.2")]
    [InlineData("1952-1", "4200", "ug/L", "4.2")]
    [InlineData("76484-5", "288", "nmol/L", "3.3984")]
    [InlineData("1952-1", "4.2", "㎎/ℓ", "4.2")]
    [InlineData("1751-7", "36", "g/L", "3.6")]
    [InlineData("1751-7", "3.6", "g/dl", "3.6")]
    [InlineData("54347-0", "526.3", "umol/L", "3.499895")]
    [InlineData("14804-9", "3.7", "ukat/L", "222")]
    [InlineData("14804-9", "222", "IU/L", "222")]
    [InlineData("2000-8", "2.75", "mmol/L", "11.022")]
    [InlineData("17861-6", "5.5", "mEq/L", "11.022")]
    [InlineData("14682-9", "177", "μmol/L", "2.0022594")]
    [InlineData("718-7", "98", "g/L", "9.8")]
    [InlineData("59260-0", "6.2", "mmol/L", "9.9882")]
    [InlineData("26499-4", "3400", "/uL", "3.4")]
    [InlineData("26499-4", "3.4", "K/uL", "3.4")]
    [InlineData("26499-4", "34", "X10*2/μL", "3.4")]
    [InlineData("777-3", "21.2", "万/μL", "212")]
    [InlineData("777-3", "21.2", "×10^4/μL", "212")]
    [InlineData("777-3", "212", "10³/µL", "212")]
    [InlineData("777-3", "212", "10*9/L", "212")]
    [InlineData("777-3", "212000", "/mm3", "212")]
    [InlineData("1975-2", "17.1", "umol/L", "0.999837")]
    [InlineData("1988-5", "0.5", "mg/dL", "5")]
    [InlineData("33358-3", "30", "g/L", "3")]
    [InlineData("42482-0", "0.2", "g/(24.h)", "200")]
    [InlineData("42482-0", "200", "mg/日", "200")]
    [InlineData("42482-0", "200", "mg/24h", "200")]
    [InlineData("36916-5", "32", "mg/dL", "320")]
    [InlineData("2465-3", "15", "g/L", "1500")]
    [InlineData("33762-6", "100", "pmol/L", "845.7")]
    [InlineData("6598-7", "60", "ng/L", "0.06")]
    [InlineData("67151-1", "60", "ng/L", "60")]
    [InlineData("10230-1", "0.64", "1", "64")]
    [InlineData("29463-7", "55000", "g", "55")]
    [InlineData("8302-2", "1.6", "m", "160")]
    [InlineData("8310-5", "100.4", "[degF]", "38")]
    [InlineData("8310-5", "38.0", "℃", "38")]
    [InlineData("98979-8", "78", "mL/min/1.73m2", "78")]
    [InlineData("8480-6", "118", "mmHg", "118")]
    [InlineData("48378-4", "40", "{ratio}", "40")]
    [InlineData("17861-6", "94", "mg/L", "9.4")]
    [InlineData("17861-6", "2750", "umol/L", "11.022")]
    [InlineData("1751-7", "36", "mg/mL", "3.6")]
    [InlineData("1975-2", "10", "mg/L", "1")]
    [InlineData("33358-3", "30000", "ug/mL", "3")]
    [InlineData("36916-5", "0.32", "g/L", "320")]
    public void Units_that_laboratories_send_are_converted(string loinc, string value, string unit, string expected)
    {
        var facts = Reading.Facts(Fhir.Lab(loinc, value, unit));
        Assert.Empty(facts.Notes);
        ValueText(Assert.IsType<QuantityValue>(Assert.Single(facts.Observations).Value), expected);
    }

    private static void ValueText(QuantityValue value, string expected) =>
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), decimal.Round(value.Range.Exact!.Value, 20));

    [Fact]
    public void A_converted_value_keeps_what_was_sent()
    {
        Assert.Equal("288 nmol/L", Reading.Facts(Fhir.Lab("76484-5", "288", "nmol/L")).The("beta2-microglobulin").Original);
        Assert.Null(Reading.Facts(Fhir.Lab("1952-1", "3.4", "mg/L")).The("beta2-microglobulin").Original);
    }

    [Theory]
    [InlineData("1952-1", "3.4", "foo")]
    [InlineData("1952-1", "3.4", "g/dL.h")]
    [InlineData("2164-2", "70", "mL/min/{1.73_m2}")]
    [InlineData("40661-1", "30", "mg/dL")]
    [InlineData("48378-4", "40", "mg/L")]
    [InlineData("33358-3", "300", "umol/L")]
    [InlineData("14804-9", "222", "mg/L")]
    [InlineData("33762-6", "100", "[IU]/L")]
    public void A_unit_that_cannot_be_converted_is_reported_and_the_value_ignored(string loinc, string value, string unit)
    {
        var facts = Reading.Facts(Fhir.Lab(loinc, value, unit));
        Assert.Empty(facts.Observations);
        facts.OnlyNote("Observation/o1", $"unit '{unit}' cannot be converted");
    }

    [Theory]
    [InlineData("\"valueQuantity\":{\"value\":3.4}")]
    [InlineData("\"valueInteger\":3")]
    [InlineData("\"valueString\":\"3.4\"")]
    public void A_missing_unit_is_reported_never_guessed(string value)
    {
        var facts = Reading.Facts(Fhir.Observation(Fhir.Concept(Fhir.Loinc, "1952-1"), value));
        Assert.Empty(facts.Observations);
        facts.OnlyNote("Observation/o1", "unit missing");
    }

    [Fact]
    public void The_text_of_the_unit_counts_when_there_is_no_code() =>
        Assert.Equal("3.6", Reading.Facts(Fhir.Observation(Fhir.Concept(Fhir.Loinc, "1751-7"), "\"valueQuantity\":{\"value\":3.6,\"unit\":\"g/dL\"}")).Number("albumin"));

    [Theory]
    [InlineData("1751-7", "45", "g/dL")]
    [InlineData("718-7", "130", "g/dL")]
    [InlineData("29463-7", "0", "kg")]
    [InlineData("59408-5", "120", "%")]
    [InlineData("1952-1", "-1", "mg/L")]
    public void A_value_that_is_physically_impossible_is_reported_and_ignored(string loinc, string value, string unit)
    {
        var facts = Reading.Facts(Fhir.Lab(loinc, value, unit));
        Assert.Empty(facts.Observations);
        facts.OnlyNote("Observation/o1", "outside what is physically possible");
    }

    [Theory]
    [InlineData("1e400")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("\"many\"")]
    [InlineData("{}")]
    public void A_number_that_cannot_be_read_is_reported(string value)
    {
        var facts = Reading.Facts(Fhir.Lab("1952-1", value, "mg/L"));
        Assert.Empty(facts.Observations);
        facts.OnlyNote("Observation/o1", " cannot be read");
    }

    [Theory]
    [InlineData("<", "< 3")]
    [InlineData("<=", "<= 3")]
    [InlineData(">", "> 3")]
    [InlineData(">=", ">= 3")]
    public void Comparators_stay_bounds(string comparator, string expected) =>
        Assert.Equal(expected, Reading.Facts(Fhir.Observation(
            Fhir.Concept(Fhir.Loinc, "1952-1"),
            $"\"valueQuantity\":{{\"value\":3.0,\"comparator\":\"{comparator}\",\"unit\":\"mg/L\"}}")).Number("beta2-microglobulin"));

    [Fact]
    public void Bounds_are_converted_like_values() =>
        Assert.Equal("< 0.3", Reading.Facts(Fhir.Observation(Fhir.Concept(Fhir.Loinc, "33358-3"), "\"valueString\":\"<3 g/L\"")).Number("m-protein-serum"));

    [Fact]
    public void An_unknown_comparator_makes_the_value_unreadable() =>
        Assert.Empty(Reading.Facts(Fhir.Observation(Fhir.Concept(Fhir.Loinc, "1952-1"), "\"valueQuantity\":{\"value\":3.0,\"comparator\":\"~\",\"unit\":\"mg/L\"}")).Observations);

    [Fact]
    public void A_range_is_a_value_with_two_ends() =>
        Assert.Equal("30 to 40", Reading.Facts(Fhir.Observation(
            Fhir.Concept(Fhir.Loinc, "11118-7"),
            "\"valueRange\":{\"low\":{\"value\":30,\"unit\":\"%\"},\"high\":{\"value\":40,\"unit\":\"%\"}}")).Number("marrow-plasma-cells"));
}
