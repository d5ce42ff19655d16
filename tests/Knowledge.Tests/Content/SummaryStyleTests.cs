using System.Text.RegularExpressions;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Content;

/// <summary>Summaries are read first and alone: short, one sentence form, nothing left open.</summary>
public sealed partial class SummaryStyleTests
{
    /// <summary>Japanese says in half the characters what English says in all of them.</summary>
    private const int LongestEnglish = 139, LongestJapanese = 70;

    public static TheoryData<string, string> Summaries()
    {
        var rows = new TheoryData<string, string>();
        IEnumerable<LocalizedText> texts = Shipped.Knowledge.Recommendations.Where(rule => rule.Trigger == Trigger.Assessment)
            .SelectMany(rule => rule.Summaries.Select(variant => variant.Text).Prepend(rule.Summary));
        // Rules may share a text.
        foreach (LocalizedText text in texts.DistinctBy(text => (text.En, text.Ja))) rows.Add(text.En, text.Ja);
        return rows;
    }

    [Theory]
    [MemberData(nameof(Summaries))]
    public void A_summary_is_short_and_ends_as_a_sentence(string english, string japanese)
    {
        Assert.InRange(Open().Replace(english, "").Length, 10, LongestEnglish);
        Assert.InRange(Open().Replace(japanese, "").Length, 5, LongestJapanese);
        Assert.EndsWith(".", english, StringComparison.Ordinal);
        Assert.Matches("[。）]$", japanese);
        Assert.DoesNotContain("  ", english, StringComparison.Ordinal);
        Assert.DoesNotContain("。。", japanese, StringComparison.Ordinal);
        Assert.Equal(Open().Matches(english).Select(place => place.Value).Order(), Open().Matches(japanese).Select(place => place.Value).Order());
    }

    [GeneratedRegex(@"\{[^{}]+\}")]
    private static partial Regex Open();
}
