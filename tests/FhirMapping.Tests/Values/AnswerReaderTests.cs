using Cds.FhirMapping.Values;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Tests.Values;

public sealed class AnswerReaderTests
{
    [Theory]
    [InlineData("positive", "Positive")]
    [InlineData("Detected", "Positive")]
    [InlineData("陽性", "Positive")]
    [InlineData("（＋）", "Positive")]
    [InlineData("2+", "Positive")]
    [InlineData("陽性(+)", "Positive")]
    [InlineData("あり", "Positive")]
    [InlineData("Not detected.", "Negative")]
    [InlineData("NEGATIVE (COI 0.1)", "Negative")]
    [InlineData("non-reactive", "Negative")]
    [InlineData("陰性", "Negative")]
    [InlineData("(−)", "Negative")]
    [InlineData("-", "Negative")]
    [InlineData("認めず", "Negative")]
    [InlineData("No monoclonal protein", "Negative")]
    [InlineData("検出されず", "Negative")]
    [InlineData("疑陽性", "Indeterminate")]
    [InlineData("判定保留", "Indeterminate")]
    [InlineData("(±)", "Indeterminate")]
    [InlineData("not done", "Indeterminate")]
    [InlineData("equivocal", "Indeterminate")]
    [InlineData("positive for one probe, negative for the other", "Indeterminate")]
    [InlineData("see report", "None")]
    [InlineData("H", "None")]
    public void Words_of_both_languages_answer(string text, string expected) => Assert.Equal(expected, AnswerReader.Read(text).ToString());

    [Theory]
    [InlineData("http://loinc.org", "LA6576-8", "Positive")]
    [InlineData("http://loinc.org", "LA9634-2", "Negative")]
    [InlineData("http://loinc.org", "LA11883-8", "Negative")]
    [InlineData("http://loinc.org", "LA11884-6", "Indeterminate")]
    [InlineData("http://loinc.org", "LA18198-4", "Indeterminate")]
    [InlineData("http://snomed.info/sct", "10828004", "Positive")]
    [InlineData("http://snomed.info/sct", "260415000", "Negative")]
    [InlineData("http://snomed.info/sct", "373121007", "Indeterminate")]
    [InlineData("http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation", "POS", "Positive")]
    [InlineData("http://terminology.hl7.org/CodeSystem/v2-0136", "N", "Negative")]
    [InlineData("https://myeloma-cds.example.org/fhir/CodeSystem/answer", "present", "Positive")]
    public void Codes_answer(string system, string code, string expected) =>
        Assert.Equal(expected, AnswerReader.Read(Reading.Concept(system, code), Reading.Codes).ToString());

    [Fact]
    public void The_code_comes_before_the_text() =>
        Assert.Equal(Answer.Positive, AnswerReader.Read(Reading.Concept(Fhir.Snomed, "10828004", "陰性"), Reading.Codes));

    [Fact]
    public void Codes_that_disagree_answer_nothing() =>
        Assert.Equal(
            Answer.Contradictory,
            AnswerReader.Read(new CodeableConcept { Coding = [Reading.Coding(Fhir.Snomed, "10828004"), Reading.Coding(Fhir.Loinc, "LA9634-2")] }, Reading.Codes));
}
