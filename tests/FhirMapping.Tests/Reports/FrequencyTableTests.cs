using System.Text;

namespace Cds.FhirMapping.Tests.Reports;

/// <summary>The table over several Bundles is made to be handed on: it says what to add and nothing of anybody.</summary>
public sealed class FrequencyTableTests
{
    private const string Hospital = "https://hospital.example.jp/lab";

    private static readonly string Patient = """
        {"resourceType":"Patient","id":"p1","name":[{"family":"Mustermann","given":["Erika"],"text":"山田 花子"}]}
        """;

    private static string Table(params string[][] bundles)
    {
        var report = new MapReport(Reading.Knowledge, Reading.Codes, Reading.Reader);
        foreach (string[] resources in bundles) Assert.True(report.Write(TextWriter.Null, "", Encoding.UTF8.GetBytes(Reading.Bundle([Patient, .. resources]))));
        using var writer = new StringWriter { NewLine = "\n" };
        report.WriteTable(writer);
        return writer.ToString().TrimEnd('\n');
    }

    private static string Local(string code, string id) => Fhir.Observation(Fhir.Concept(Hospital, code, "尿酸"), Fhir.Quantity("5", "mg/dL"), id);

    private static string Unit(string unit) => Fhir.Lab("1751-7", "3.6", unit);

    private static string Answer(string text) => Fhir.Own("immunofixation-serum", $"\"valueString\":\"{text}\"");

    [Fact]
    public void Codes_units_and_answers_are_counted_the_most_frequent_first() => Assert.Equal(
        """
        == not read in 3 bundles: codes, units and answers by frequency
           bundles times what
                 3     4 code Observation https://hospital.example.jp/lab|L7
                 2     2 answer serum immunofixation 'borderline'
                 2     2 unit serum albumin 'furlong'
                 1     1 code Observation https://hospital.example.jp/lab|L8
        """.ReplaceLineEndings("\n"),
        Table(
            [Local("L7", "a"), Local("L7", "b"), Unit("furlong"), Answer("borderline").Replace("\"o1\"", "\"o9\"", StringComparison.Ordinal)],
            [Local("L7", "a"), Unit("furlong")],
            [Local("L7", "a"), Local("L8", "b"), Answer("borderline")]));

    [Theory]
    [InlineData("room 12 borderline")]
    [InlineData("borderline, says Erika")]
    [InlineData("borderline MUSTERMANN")]
    [InlineData("花子は判定保留")]
    [InlineData("borderline according to Dr. Tanaka")]
    [InlineData("判定保留（田中医師）")]
    [InlineData("a long sentence about how the band is borderline")]
    public void Texts_that_could_tell_of_somebody_are_held_back_and_counted(string text)
    {
        string table = Table([Answer(text)], [Answer(text)]);
        Assert.DoesNotContain(text, table, StringComparison.Ordinal);
        Assert.EndsWith("held back: 2 texts with digits, names or many words, or of one bundle only", table, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_beside_a_reference_is_a_name() => Assert.DoesNotContain("Tanaka", Table(
        [Answer("Tanaka thinks borderline"), Local("L7", "a").Replace("\"status\"", "\"performer\":[{\"reference\":\"Practitioner/1\",\"display\":\"Tanaka Ichiro\"}],\"status\"", StringComparison.Ordinal)],
        [Answer("Tanaka thinks borderline"), Local("L7", "a").Replace("\"status\"", "\"performer\":[{\"reference\":\"Practitioner/1\",\"display\":\"Tanaka Ichiro\"}],\"status\"", StringComparison.Ordinal)]), StringComparison.Ordinal);

    [Fact]
    public void A_text_of_one_bundle_alone_is_held_back() => Assert.DoesNotContain("borderline", Table([Answer("borderline")], [Unit("g/dL")]), StringComparison.Ordinal);

    [Fact]
    public void One_bundle_gives_no_table() => Assert.Equal("", Table([Local("L7", "a")]));
}
