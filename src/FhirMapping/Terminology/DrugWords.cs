using System.Text.RegularExpressions;

namespace Cds.FhirMapping.Terminology;

/// <summary>Words that change what the text of a drug record means, in English, Japanese and, where certain, other languages (<c>tools/terminology/drug-words.csv</c>).</summary>
internal static class DrugWords
{
    private static readonly ILookup<string, string> Words = TerminologyTable.Read("drug-words").ToLookup(row => row["kind"], row => row["word"], StringComparer.Ordinal);

    private static readonly Regex SystemicForm = Pattern("systemic-form");
    private static readonly Regex LocalForm = Pattern("local-form");
    private static readonly Regex OnHold = Pattern("on-hold");
    private static readonly Regex NotGiven = Pattern("not-given");
    private static readonly Regex Instruction = Pattern("instruction");
    private static readonly Regex OfTrial = Pattern("trial");
    private static readonly Regex Course = new($@"[#第]? ?[0-9]{{0,4}} ?({Pattern("course")}) ?#?[0-9]{{0,4}}", RegexOptions.CultureInvariant | RegexOptions.Compiled);
    private static readonly HashSet<string> Nothing = [.. Words["says-nothing"].Select(Key)];

    /// <summary>Katakana that may follow a name directly: dosage forms and salts.</summary>
    public static IReadOnlyList<string> Suffixes { get; } = [.. Words["suffix"]];

    public static bool AreLocalForm(string text) => LocalForm.IsMatch(SystemicForm.Replace(WordPattern.Folded(text), " "));

    public static bool AreOnHold(string text) => OnHold.IsMatch(Instruction.Replace(WordPattern.Folded(text), " "));

    public static bool AreNotGiven(string text) => NotGiven.IsMatch(Instruction.Replace(WordPattern.Folded(text), " "));

    /// <summary>
    /// Whether a text says nothing of what it is: fewer than three letters (two of Japanese), or a word that stands for any drug; also with the course
    /// beside it (<c>VRd cycle 3</c>), with something in brackets that says nothing either (<c>持参薬（他院）</c>), and a trial's drug with its number (<c>治験薬ABC-123</c>).
    /// </summary>
    public static bool SayNothing(string text) => IsNothing(text) || OfTrial.IsMatch(WordPattern.Folded(text)) || WordPattern.Folded(text).Split('(', ')').All(part => IsNothing(part) || IsNothing(Course.Replace(part, " ")));

    /// <summary>Fewer than three letters, or two of Japanese.</summary>
    public static bool AreTooShort(string text)
    {
        string key = Key(text);
        return key.Count(char.IsAsciiLetter) < 3 && key.Count(c => c > 'ɏ' && char.IsLetter(c)) < 2;
    }

    private static bool IsNothing(string text) => AreTooShort(text) || Nothing.Contains(Key(text));

    private static string Key(string text) => TextForm.Normalise(text).Replace("-", "", StringComparison.Ordinal).Replace("療法", "", StringComparison.Ordinal) is { Length: > 0 } key
        ? key
        : TextForm.Normalise(text);

    private static Regex Pattern(string kind) => WordPattern.Of(Words[kind]);
}
