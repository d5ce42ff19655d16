using System.Text.RegularExpressions;
using Cds.FhirMapping.Answers;

namespace Cds.FhirMapping.Values;

/// <summary>Reads a stage I, II or III from text: <c>Stage II</c>, <c>2</c>, <c>Ⅲ期</c>; never from a text that denies or doubts it or names several.</summary>
internal static partial class StageText
{
    /// <summary>The stage; null when the text names none, or is not wholly understood.</summary>
    public static string? Read(string text)
    {
        string form = AnswerText.Fold(text);
        NamedItem[] items = [.. Stage().Matches(form).Select(m => new NamedItem(StageOf(m.Value), m.Index, m.Index + m.Length))];
        string[] stages = [.. items.Select(i => i.Id).Distinct()];
        if (stages.Length != 1) return null;
        return Tokeniser.Read(form, items, []).TrueForAll(t => IsHarmless(t.Kind)) ? stages[0] : null;
    }

    private static string StageOf(string text) => text switch
    {
        "1" or "i" => "I",
        "2" or "ii" => "II",
        _ => "III",
    };

    private static bool IsHarmless(WordKind kind) => kind is WordKind.Item or WordKind.Filler or WordKind.Colon or WordKind.Dash or WordKind.Slash or WordKind.Comma or WordKind.Stop;

    [GeneratedRegex(@"(?<![a-z0-9.])(iii|ii|i|1|2|3)(?![a-z0-9]|\.\d)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Stage();
}
