using System.Text.RegularExpressions;
using Cds.Knowledge.Recommendations;

namespace Cds.Knowledge.Loading.Checks;

/// <summary>A placeholder stands only in a text that is filled, and in both languages; elsewhere a reader would see the braces.</summary>
internal sealed partial class Placeholders : ISenseCheck
{
    private static readonly string[] OfOrderRules = ["drug", "dose", "limit", "often", "planned-often", "others", "reasons", "findings", "drugs", "band", "bands", "lines"];

    /// <inheritdoc />
    public void Check(ContentRead content)
    {
        foreach ((string _, YamlEntry root) in content.Entries.Roots)
        {
            bool isOrderRule = root.Peek().Text("trigger") is not (null or "assessment");
            foreach ((YamlEntry text, string member, YamlEntry owner) in root.LocalizedTexts())
            {
                YamlEntry look = text.Peek();
                string[] english = Names(look.Text("en")), japanese = Names(look.Text("ja"));
                if (english.Concat(japanese).FirstOrDefault(name => !IsFilled(content, name, member, owner, root, isOrderRule)) is { } unfilled)
                    text.Defect($"nothing fills '{{{unfilled}}}' in this text");
                else if (!english.SequenceEqual(japanese))
                    text.Defect("the two languages have different placeholders");
            }
        }
    }

    /// <summary>Placeholders but those of limits, which are filled and checked while texts are read.</summary>
    private static string[] Names(string? text) => text?.Contains('{', StringComparison.Ordinal) != true ? [] : [.. Placeholder().Matches(text).Select(m => m.Groups["name"].Value).Where(name => !LimitTexts.StandsForLimit(name)).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Days counted from an event are checked where the sentence is read.</summary>
    private static bool IsFilled(ContentRead content, string name, string member, YamlEntry owner, YamlEntry root, bool isOrderRule) =>
        isOrderRule ? OfOrderRules.Contains(name) || (member == "cases" && IsApproval(content, name))
        : name == "dose" ? owner.Peek().Flag("by-band")
        : member is "summary" or "summaries" ? name is "first" or "drugs" || IsOfSummary(content, name, root)
        : member is "information" or "options" or "rules" or "beside" && ((name.Contains('+', StringComparison.Ordinal) && member == "information") || IsApproval(content, name));

    private static bool IsOfSummary(ContentRead content, string name, YamlEntry recommendation) => SummaryTexts.Parse(name) is var (kind, id) && (kind switch
    {
        "value" => content.Vocabulary.Facts.ContainsKey(id),
        "dose" => recommendation.Peek().Entries("options", SharedKind.Option).Any(option => option.Text("id") == id),
        "conclusion" => content.Vocabulary.Conclusions.ContainsKey(id),
        "since" when content.Vocabulary.Conditions.Contains(id) => true,
        _ => content.Vocabulary.Drugs.Contains(id) || content.Vocabulary.DrugClasses.Contains(id),
    });

    private static bool IsApproval(ContentRead content, string name) =>
        name.StartsWith("approval:", StringComparison.Ordinal) && content.Vocabulary.Approvals.Contains(name["approval:".Length..]);

    [GeneratedRegex(@"\{(?<name>[^{}]*)\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Placeholder();
}
