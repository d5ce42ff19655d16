using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Cds.Knowledge.Loading;

/// <summary>
/// Fills the limits into the texts of knowledge files: <c>{partial-response-fall}</c> becomes <c>50 %</c>, in both languages. What a text leaves to the evaluation
/// (<c>{first}</c>, <c>{dose}</c>, ...) stays; any other name is a defect.
/// </summary>
internal sealed partial class LimitTexts
{
    /// <summary>Filled in for each patient: the first option, and what an order rule found.</summary>
    private static readonly FrozenSet<string> ForThePatient = FrozenSet.Create("first", "drug", "dose", "limit", "often", "planned-often", "others", "reasons", "findings", "band", "bands", "lines", "drugs");

    private FrozenDictionary<string, Limit> _limits = FrozenDictionary<string, Limit>.Empty;

    /// <summary>Makes the limits known; texts read before this hold none.</summary>
    public void Use(FrozenDictionary<string, Limit> limits) => _limits = limits;

    /// <summary>The text with its limits.</summary>
    public LocalizedText Fill(YamlEntry entry, LocalizedText text)
    {
        if (!text.En.Contains('{', StringComparison.Ordinal) && !text.Ja.Contains('{', StringComparison.Ordinal)) return text;
        string[] english = Names(text.En), japanese = Names(text.Ja);
        foreach (string name in english.Union(japanese).Where(name => !ForThePatient.Contains(name)))
        {
            if (!_limits.TryGetValue(name, out Limit? limit)) entry.Defect($"unknown placeholder '{{{name}}}'{Nearest.Hint(name, [.. _limits.Keys, .. ForThePatient])}");
            else if (english.Contains(name) != japanese.Contains(name)) entry.Defect($"only one language names the limit '{{{name}}}'");
            else
            {
                entry.Names.Add(name);
                text = text.With(name, limit.Text);
            }
        }

        return text;
    }

    /// <summary>Whether a placeholder can only stand for a limit: it is written like one, and nothing else has the name.</summary>
    public static bool StandsForLimit(string name) => !ForThePatient.Contains(name) && Placeholder().IsMatch("{" + name + "}");

    private static string[] Names(string text) => [.. Placeholder().Matches(text).Select(match => match.Groups["name"].Value).Distinct()];

    [GeneratedRegex(@"\{(?<name>[a-z0-9]+(-[a-z0-9]+)*)\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Placeholder();
}
