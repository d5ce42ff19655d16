using Cds.FhirMapping.Answers;

namespace Cds.FhirMapping.Tests.Field;

/// <summary>What real results say in words, read at the level of the text (<c>answers.csv</c>; codes and bare counts are read elsewhere).</summary>
public sealed class AnswerFieldTests
{
    public static TheoryData<string> Rows => [.. Table.Keys];

    private static Dictionary<string, IReadOnlyDictionary<string, string>> Table { get; } =
        CsvFile.Read("Field", "answers.csv").Where(r => r["text"].Length > 0 && !r["text"].All(char.IsAsciiDigit)).ToDictionary(r => r["id"]);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Each_text_of_the_field_says_what_a_reader_would_say(string id)
    {
        IReadOnlyDictionary<string, string> row = Table[id];
        string said = FindingAnswers.Read(row["carrier"], row["text"]).Meaning switch
        {
            AnswerMeaning.Present => "present",
            AnswerMeaning.Absent => "absent",
            _ => "unknown",
        };
        Assert.Contains(said, row["expected"].Split('|'));
    }

    [Fact]
    public void All_rows_with_words_are_read() => Assert.Equal(79, Table.Count);
}
