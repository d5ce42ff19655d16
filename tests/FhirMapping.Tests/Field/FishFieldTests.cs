using Cds.FhirMapping.Answers;
using Cds.FhirMapping.Cytogenetics;
using Cds.FhirMapping.Values;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Values;

namespace Cds.FhirMapping.Tests.Field;

/// <summary>What laboratories write about FISH panels, read at the level of the text and held against the cut-offs of the facts (<c>fish.csv</c>).</summary>
public sealed class FishFieldTests
{
    private static readonly string[] Abnormalities = ["t-4-14", "t-14-16", "t-14-20", "t-11-14", "del-17p", "gain-1q", "del-13q", "del-1p"];

    public static TheoryData<string> Rows => [.. Table.Keys];

    private static Dictionary<string, IReadOnlyDictionary<string, string>> Table { get; } = CsvFile.Read("Field", "fish.csv").ToDictionary(r => r["id"]);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Each_text_says_of_each_abnormality_what_a_reader_would_say(string id)
    {
        IReadOnlyDictionary<string, string> row = Table[id];
        ILookup<string, string> expected = row["expected"].Split('|', ';').Select(e => e.Split('=')).ToLookup(e => e[0], e => e[1]);
        // Codes that ask for one abnormality; the others are panels.
        string? asked = row["carrier"] == "72726-3" ? "t-4-14" : Abnormalities.Contains(row["carrier"]) ? row["carrier"] : null;
        foreach (string abnormality in Abnormalities)
        {
            string said = asked == abnormality ? Word(FindingAnswers.Read(abnormality, row["text"]).Meaning) : InPanel(abnormality, row["text"]);
            if (expected.Contains(abnormality)) Assert.Contains(said, expected[abnormality]);
            else Assert.Equal("unknown", said);
        }
    }

    [Fact]
    public void All_rows_are_read() => Assert.Equal(37, Table.Count);

    /// <summary>What a panel says of an abnormality, a share of cells held against the cut-off of the fact.</summary>
    internal static string InPanel(string abnormality, string text)
    {
        CytogeneticFinding finding = IscnReader.Read(text).SingleOrDefault(f => f.FactId == abnormality);
        if (finding is { Answer: Answer.None, Share: { } share })
        {
            PositiveLimit limit = Reading.Knowledge.Facts[abnormality].Positive["%"];
            Truth above = limit.Inclusive ? share.IsAtLeast(limit.Limit) : share.IsMoreThan(limit.Limit);
            return above == Truth.True ? "present" : above == Truth.False ? "absent" : "unknown";
        }

        return finding.Answer switch
        {
            Answer.Positive => "present",
            Answer.Negative => "absent",
            _ => "unknown",
        };
    }

    private static string Word(AnswerMeaning meaning) => meaning switch
    {
        AnswerMeaning.Present => "present",
        AnswerMeaning.Absent => "absent",
        _ => "unknown",
    };
}
