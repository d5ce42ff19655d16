namespace Cds.FhirMapping.Tests.Json;

public sealed class FhirElementTests
{
    [Fact]
    public void A_member_that_is_absent_or_null_or_inside_a_string_does_not_exist()
    {
        Assert.False(Reading.Element("""{"a":1}""")["b"].Exists);
        Assert.False(Reading.Element("""{"a":null}""")["a"].Exists);
        Assert.False(Reading.Element("\"a\"")["a"]["b"].Exists);
    }

    [Fact]
    public void One_entry_without_brackets_is_a_list_of_one() =>
        Assert.Single(Reading.Element("""{"coding":{"code":"x"}}""")["coding"].Items);

    [Fact]
    public void A_string_with_a_lone_surrogate_does_not_exist() =>
        Assert.Null(Reading.Element("""{"a":"\ud800"}""")["a"].Text);

    [Fact]
    public void A_member_name_with_a_lone_surrogate_hides_nothing_else_from_being_read_safely()
    {
        // No exception; whether "a" is found depends on where the broken name stands.
        _ = Reading.Element("""{"\ud800":1,"a":2}""")["a"].Number;
        _ = Reading.Element("""{"\ud800":1,"a":2}""")["missing"].Number;
    }

    [Theory]
    [InlineData("3.5", 3.5)]
    [InlineData("\"3.5\"", 3.5)]
    [InlineData("35e-1", 3.5)]
    public void Numbers_are_read_also_when_written_as_strings(string json, double expected) =>
        Assert.Equal((decimal)expected, Reading.Element(json).Number);

    [Theory]
    [InlineData("1e400")]
    [InlineData("\"many\"")]
    [InlineData("true")]
    [InlineData("{}")]
    public void What_is_no_decimal_is_no_number(string json) => Assert.Null(Reading.Element(json).Number);
}
