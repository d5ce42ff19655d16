using Cds.FhirMapping.Answers;
using Cds.FhirMapping.Tests.Field;

namespace Cds.FhirMapping.Tests.Answers;

/// <summary>
/// Texts whose reading was written down before the grammar read them: <c>answers-predicted.csv</c> for one finding (no fact: the text as a whole; <c>no</c>:
/// says nothing of presence), <c>lists-predicted.csv</c> for panels (what is not named must stay unknown).
/// </summary>
public sealed class PredictedAnswerTests
{
    private static readonly string[] Abnormalities = ["t-4-14", "t-14-16", "t-14-20", "t-11-14", "del-17p", "gain-1q", "del-13q", "del-1p"];

    public static TheoryData<string, string, string> Answers =>
        [.. CsvFile.Read("Answers", "answers-predicted.csv").Select(r => new TheoryDataRow<string, string, string>(r["fact"], r["text"], r["expected"]))];

    public static TheoryData<string, string> Lists => [.. CsvFile.Read("Answers", "lists-predicted.csv").Select(r => new TheoryDataRow<string, string>(r["text"], r["expected"]))];

    [Theory]
    [MemberData(nameof(Answers))]
    public void A_text_answers_as_predicted(string fact, string text, string expected)
    {
        AnswerReading reading = fact.Length == 0 ? AnswerGrammar.Read(text) : FindingAnswers.Read(fact, text, isExamination: fact == "dental-check");
        Assert.Equal(expected, reading.Meaning switch
        {
            AnswerMeaning.Present => "present",
            AnswerMeaning.Absent => "absent",
            _ => "no",
        });
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void Each_abnormality_of_a_list_has_its_own_answer_as_predicted(string text, string expected)
    {
        string unescaped = text.Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\t", "\t", StringComparison.Ordinal);
        var said = Abnormalities.Select(a => (Id: a, Answer: FishFieldTests.InPanel(a, unescaped))).Where(a => a.Answer != "unknown").Select(a => $"{a.Id}={a.Answer}");
        Assert.Equal(expected.Split(';', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal), said.Order(StringComparer.Ordinal));
    }
}
