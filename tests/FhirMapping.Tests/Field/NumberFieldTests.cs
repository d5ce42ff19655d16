using Cds.Knowledge.Values;

namespace Cds.FhirMapping.Tests.Field;

/// <summary>Numbers in texts as real records have them: the shared field cases, and our own of the same kinds.</summary>
public sealed class NumberFieldTests
{
    /// <summary>Words and quoted numbers that are no texts with a number; they are answers, or a matter of the FHIR reader.</summary>
    private static readonly string[] NoNumbers = ["numbers-s16", "numbers-s19", "numbers-s21"];

    public static TheoryData<string> Shared => [.. FieldTable.Read("numbers.csv").Select(row => row["id"]).Except(NoNumbers)];

    public static TheoryData<string> Own => FieldTable.Ids("own-numbers.csv");

    [Theory]
    [MemberData(nameof(Shared))]
    public void A_shared_case_is_read_as_expected(string id) => Holds(FieldTable.Row("numbers.csv", id));

    [Theory]
    [MemberData(nameof(Own))]
    public void A_number_in_a_text_is_read_as_expected(string id) => Holds(FieldTable.Row("own-numbers.csv", id));

    private static void Holds(FieldRow row) => FieldResult.Is(row["expected"], FieldResult.OfText(Reading.Knowledge.Facts[row["carrier"]], row["text"]), row["id"] + " " + row["text"]);

    /// <summary>"No change" and "No specimen" are answers in words; a reader of numbers can only say that they are no number.</summary>
    [Fact]
    public void Numbers_that_were_not_understood_leave_a_note()
    {
        foreach (FieldRow row in FieldTable.Read("numbers.csv").Where(row => row["note"] == "yes" && !row["text"].StartsWith("No ", StringComparison.Ordinal)))
        {
            var facts = Reading.Facts(Fhir.Own(row["carrier"], $"\"valueString\":\"{row["text"]}\""));
            ValueRange? value = FieldResult.Observed(facts, row["carrier"]);
            Assert.True(value is null && facts.Notes.Any(n => n.Resource == "Observation/o1"), row["id"]);
        }
    }
}
