using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Cds.FhirMapping.Answers;

namespace Cds.FhirMapping.Tests.Answers;

/// <summary>
/// The grammar of whole answers a second time, slowly and by other means: each part of speech is a letter, each rule a pattern over the letters of a
/// clause. Only the tables are shared with the code under test.
/// </summary>
internal static partial class ReferenceReading
{
    private const string Letters = "Unknown=? Uncertain=u Possible=u Suspected=u Condition=u Past=u Relative=u Question=u Positive=p Graded=g YesAlone=y NoAlone=z DoneAlone=v Negative=n None=0 Not=t NotAfter=a "
        + "No=o Deny=d Without=w Affirm=f NoResult=r Reference=i Change=c Same=s New=e Limit=l Noun=x Other=q Aside=q Filler=_ CutOff=_ Number=# Share=% Plus=+ Dash=- Comma=, And=& Or=| Slash=/ Colon=: Stop=. Retracted=!";

    private static readonly Dictionary<WordKind, char> LetterOf = Letters.Split(' ').ToDictionary(l => Enum.Parse<WordKind>(l[..^2]), l => l[^1]);

    private static readonly ILookup<char, (string Text, char Letter)> ByFirst = PhraseTable.Phrases
        .Select(p => (Text: p.Text.ToLower(CultureInfo.InvariantCulture).Normalize(NormalizationForm.FormKC).ToLower(CultureInfo.InvariantCulture), Letter: LetterOf[p.Kind]))
        .OrderByDescending(p => p.Text.Length).ToLookup(p => p.Text[0]);

    static ReferenceReading() => Regex.CacheSize = 64;

    public static AnswerMeaning Read(string text)
    {
        string letters = Spell(text.ToLower(CultureInfo.InvariantCulture));
        if (letters.Contains('!')) return AnswerMeaning.Unknown;
        letters = Regex.Replace(letters, "(?<=[cs]):", ".");
        string[] clauses = [.. letters.Split('.').SelectMany(Clauses)];
        AnswerMeaning[] said = [.. clauses.Select(Clause).Where(m => m != AnswerMeaning.Nothing)];
        if (said.Length == 0) return AnswerMeaning.Nothing;
        if (clauses.Any(IsUnread)) return AnswerMeaning.Unknown;
        AnswerMeaning[] answers = [.. said.Where(m => m is not (AnswerMeaning.ChangeOnly or AnswerMeaning.Done)).Distinct()];
        if (answers.Length == 0) return said[^1];
        return answers.Length == 1 ? answers[0] : AnswerMeaning.Unknown;
    }

    /// <summary>One letter for each phrase, the longest phrase first; spaces are passed over.</summary>
    private static string Spell(string text)
    {
        var letters = new StringBuilder();
        for (int i = 0; i < text.Length;)
        {
            int end = i;
            char letter = ' ';
            foreach ((string phrase, char its) in ByFirst[text[i]])
            {
                int matched = EndOf(phrase, text, i);
                if (matched > end) (end, letter) = (matched, its);
            }

            if (end > i)
            {
                letters.Append(letter);
                i = end;
                continue;
            }

            end = i + 1;
            if (IsLatin(text[i]))
            {
                while (end < text.Length && IsLatin(text[end])) end++;
                letters.Append('?');
            }
            else
            {
                letters.Append(text[i] switch { ' ' => "", ',' or '、' => ",", '.' or '。' or ';' or '\n' => ".", ':' => ":", '/' or '・' => "/", _ => "?" });
            }

            i = end;
        }

        return letters.ToString();
    }

    /// <summary>Where a phrase that starts at a place ends; -1 when it is not there. Japanese may be spaced, but not end inside a word then.</summary>
    private static int EndOf(string phrase, string text, int start)
    {
        int at = start;
        bool spaced = false;
        foreach (char c in phrase)
        {
            while (at < text.Length && text[at] == ' ' && c != ' ' && at > start && IsJapanese(text[at - 1]))
            {
                at++;
                spaced = true;
                if (text[at - 2] == ' ') return -1;
            }

            if (at >= text.Length || text[at] != c) return -1;
            at++;
        }

        return IsWhole(text, start, at) && !(spaced && at < text.Length && IsJapanese(text[at])) ? at : -1;
    }

    private static bool IsJapanese(char c) => c is >= '\u3040' and <= '\u30ff' or >= '\u3400' and <= '\u9fff' or '々';

    private static bool IsLatin(char c) => char.IsLetterOrDigit(c) && !IsJapanese(c);

    private static bool IsWhole(string text, int start, int end) => !(start > 0 && IsLatin(text[start - 1]) && IsLatin(text[start])) && !(end < text.Length && IsLatin(text[end - 1]) && IsLatin(text[end]));

    private static string[] Clauses(string sentence)
    {
        // The commas of a denied list belong to it, up to its last "or" (or "and", after the longer denials).
        string joined = DeniedOr().Replace(sentence, m => m.Value.Replace(',', '|'));
        joined = DeniedAnd().Replace(joined, m => m.Value.Replace(',', '&'));
        return [.. Regex.Split(joined, "(?<![odwf]):|,").Where(c => c.Length > 0)];
    }

    private static bool IsUnread(string clause) => clause.Contains('?') || (Regex.IsMatch(clause, "[yzv]") && !Regex.IsMatch(clause, "^[x:]*[yzv][x:]*$"));

    /// <summary>What a clause says; nothing when it is about another finding only.</summary>
    private static AnswerMeaning Clause(string clause)
    {
        string s = clause;
        bool unread = IsUnread(clause);
        string name = s;
        // A word that is turned is taken together with what turns it.
        s = Regex.Replace(s, "0p|0|tp|pa|na|ga|t|a", m => m.Value switch { "0p" or "0" => "N", "tp" => "T", "pa" => "N", _ => "u" });
        s = Regex.Replace(s, "[yz]", m => m.Value == "y" ? "p" : "N");
        s = s.Replace('n', 'N');
        if (s.EndsWith('o')) s = s[..^1] + "N";
        Match denial = Regex.Match(s, "[odw]");
        string before = denial.Success ? s[..denial.Index] : s;
        string after = denial.Success ? s[(denial.Index + 1)..] : "";
        before = before.Replace('T', 'N');
        bool doubt = Regex.IsMatch(s, "u") || (denial.Success && (Regex.IsMatch(before, "[pgNf]") || Regex.IsMatch(after, "[odwNTgf]") || Regex.IsMatch(after, "[&/].*p")));
        bool present = Regex.IsMatch(before, "[pg]");
        bool absent = before.Contains('N');
        bool signs = Regex.IsMatch(name, "[upgyzvn0taodwfrc]");
        if (denial.Success)
        {
            bool onlyOther = after.Contains('q') && !after.Contains('x') && !doubt;
            if (onlyOther && !name.Contains('x')) return AnswerMeaning.Nothing;
            if (onlyOther)
            {
                signs = false;
            }
            else
            {
                doubt |= !after.Contains('x') || (denial.Value == "w" && before.Contains('x'));
                absent = true;
            }
        }

        if (s.Contains('f'))
        {
            doubt |= absent || !Regex.IsMatch(s, "f.*x");
            present = true;
        }

        if (Regex.IsMatch(name, "q") && !name.Contains('x')) return AnswerMeaning.Nothing;
        if (unread) return signs || name.Contains('x') ? AnswerMeaning.Unknown : AnswerMeaning.Nothing;
        if (doubt) return AnswerMeaning.Unknown;
        if (s.Contains('r')) return AnswerMeaning.NoResult;
        if (s.Contains('c')) return AnswerMeaning.ChangeOnly;
        if (present && absent) return AnswerMeaning.Unknown;
        if (absent) return s.Contains('e') ? AnswerMeaning.ChangeOnly : s.Contains('l') ? AnswerMeaning.Unknown : AnswerMeaning.Absent;
        return present ? AnswerMeaning.Present : s.Contains('v') ? AnswerMeaning.Done : AnswerMeaning.Nothing;
    }

    [GeneratedRegex(@"[odw][xq_le,&|/:]*\|")]
    private static partial Regex DeniedOr();

    [GeneratedRegex(@"d[xq_le,&|/:]*&")]
    private static partial Regex DeniedAnd();
}
