using System.Text.RegularExpressions;
using Cds.FhirMapping.Terminology;

namespace Cds.FhirMapping.Tests.Terminology;

/// <summary>Words in texts of any length and shape.</summary>
public sealed class WordPatternTests
{
    [Theory]
    [InlineData("on hold", "ON\t \u3000HOLD", true)]
    [InlineData("on hold", "onhold", false)]
    [InlineData("on hold", "salmon hold", false)]
    [InlineData("^stop", "  stop", true)]
    [InlineData("^stop", "do not stop", false)]
    [InlineData("休薬", "10月から休薬中", true)]
    [InlineData("ivig", "ＩＶＩＧ", true)]
    public void A_word_is_found_as_it_is_written(string word, string text, bool isFound) => Assert.Equal(isFound, WordPattern.Of([word]).IsMatch(WordPattern.Folded(text)));

    /// <summary>A limit of time ends a match on a machine that has too much to do, and the patient with it.</summary>
    [Fact]
    public void No_pattern_has_a_limit_of_time() => Assert.Equal(Regex.InfiniteMatchTimeout, WordPattern.Of(["a"]).MatchTimeout);

    [Theory]
    [InlineData(" ")]
    [InlineData("1")]
    [InlineData("#")]
    [InlineData("第 1 ")]
    [InlineData("cycle ")]
    [InlineData("not given ")]
    [InlineData("休")]
    public void A_text_of_a_million_signs_is_read_to_its_end(string part)
    {
        string text = string.Concat(Enumerable.Repeat(part, 1_000_000 / part.Length)) + "x";
        Assert.False(DrugWords.AreLocalForm(text));
        _ = DrugWords.AreOnHold(text);
        _ = DrugWords.AreNotGiven(text);
        _ = DrugWords.SayNothing(text);
        Assert.False(ProcedureWords.MayBeOurs(text));
    }
}
