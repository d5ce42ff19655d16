using System.Text.RegularExpressions;
using Cds.FhirMapping.Answers;
using Cds.FhirMapping.Values;

namespace Cds.FhirMapping.Cytogenetics;

/// <summary>
/// Reads cytogenetic abnormalities from ISCN text (<c>46,XX,t(4;14)(p16;q32)</c>, <c>nuc ish(TP53x1)</c>) and from what laboratories write about
/// FISH panels in either language (<c>t(4;14) not detected</c>, <c>17p欠失 陽性</c>). What a text does not name stays unknown: a normal karyotype
/// does not make the abnormalities of FISH absent; and a mere mention in words (<c>FISH for t(4;14)</c>) is no finding.
/// </summary>
internal static class IscnReader
{
    /// <summary>Whether the fact is an abnormality that this reader knows.</summary>
    public static bool Knows(string factId) => factId.Length > 0 && AbnormalityNames.Patterns.Any(a => a.FactId == factId);

    /// <summary>Whether the text names any abnormality, known or not.</summary>
    public static bool Names(string text)
    {
        string folded = AnswerText.Fold(text);
        return AbnormalityNames.Patterns.Any(a => a.Pattern.IsMatch(folded));
    }

    /// <summary>The abnormalities that a text names, each once. Present in one place and absent in another counts as undecided.</summary>
    public static IReadOnlyList<CytogeneticFinding> Read(string text)
    {
        string folded = AnswerText.Fold(text);
        List<NamedItem> items = Items(folded, out List<Range> quiet);
        if (items.Count == 0) return [];
        List<Token> tokens = Tokeniser.Read(folded, items, quiet);
        bool isOnlyNotation = IsOnlyNotation(folded, items, tokens);
        var findings = new List<CytogeneticFinding>();
        foreach (IGrouping<string, ItemReading> mentions in ItemAnswers.Read(folded, items, tokens).GroupBy(m => m.Id))
        {
            if (mentions.Key.Length > 0) findings.Add(Finding(mentions.Key, [.. mentions], isOnlyNotation));
        }

        return findings;
    }

    private static CytogeneticFinding Finding(string factId, List<ItemReading> mentions, bool isOnlyNotation)
    {
        AnswerMeaning meaning = AnswerMeaning.Nothing;
        CellShare? share = null;
        bool differs = false;
        foreach (ItemReading mention in mentions)
        {
            meaning = meaning.With(mention.IsBare && isOnlyNotation ? AnswerMeaning.Present : mention.Meaning);
            differs |= share is { } known && mention.Share is { } other && known != other;
            share ??= mention.Share;
        }

        // A share in one place and a denial in another contradict each other.
        bool contradicts = meaning == AnswerMeaning.Absent && mentions.Exists(m => m.Meaning == AnswerMeaning.Nothing && m.Share is not null);
        if (differs || contradicts) return new CytogeneticFinding(factId, Answer.Indeterminate);
        return meaning switch
        {
            AnswerMeaning.Present => new CytogeneticFinding(factId, Answer.Positive, share),
            AnswerMeaning.Absent => new CytogeneticFinding(factId, Answer.Negative, share),
            AnswerMeaning.Nothing when share is not null => new CytogeneticFinding(factId, Answer.None, share),
            _ => new CytogeneticFinding(factId, Answer.Indeterminate),
        };
    }

    /// <summary>
    /// A bare ISCN finding is a result; several short names side by side (<c>t(4;14), t(14;16), del(17p)</c>) may as well be the list of what was tested.
    /// </summary>
    private static bool IsOnlyNotation(string text, List<NamedItem> items, List<Token> tokens)
    {
        if (tokens.Exists(t => t.Kind is not (WordKind.Item or WordKind.Comma or WordKind.Slash or WordKind.Number or WordKind.Stop))) return false;
        return items.TrueForAll(i => IsNotation(text.AsSpan(i.Start, i.End - i.Start))) && (items.Count == 1 || items.TrueForAll(i => HasBreakpoints(text, i)));
    }

    private static bool HasBreakpoints(string text, NamedItem item) => text.AsSpan(item.Start, item.End - item.Start).Count('(') > 1;

    /// <summary>Words and probes are no notation: 17p欠失, IGH::FGFR3, 1q gain.</summary>
    private static bool IsNotation(ReadOnlySpan<char> name)
    {
        if (name[0] is '+' or '-' || (char.IsAsciiDigit(name[0]) && name[^1] is '+' or '-')) return true;
        ReadOnlySpan<char> head = name[..Math.Max(0, name.IndexOf('('))].TrimEnd(' ');
        return head is "t" or "del" or "dup" or "gain" or "amp" or "trp" or "i" or "add" or "inv" or "der" or "dic" or "ins" or "idic";
    }

    private static List<NamedItem> Items(string text, out List<Range> quiet)
    {
        List<Range> karyotypes = IscnNotation.Karyotypes(text);
        quiet = [.. karyotypes.Concat(IscnNotation.Hybridisations(text)).OrderBy(r => r.Start.Value)];
        var all = new List<NamedItem>();
        foreach ((string factId, Regex pattern) in AbnormalityNames.Patterns)
        {
            foreach (Match match in pattern.Matches(text)) all.Add(new NamedItem(factId, match.Index, match.Index + match.Length, Own(text, match, karyotypes)));
        }

        var items = new List<NamedItem>();
        foreach (NamedItem item in all.OrderBy(m => m.Start).ThenByDescending(m => m.End).ThenBy(m => m.Id.Length == 0))
        {
            if (items.Count == 0 || item.Start >= items[^1].End) items.Add(item);
        }

        return items;
    }

    /// <summary>What the notation says by itself: numbers of signals, a place in a karyotype, the question mark of ISCN.</summary>
    private static AnswerMeaning Own(string text, Match match, List<Range> karyotypes)
    {
        if (match.Index > 0 && text[match.Index - 1] == '?') return AnswerMeaning.Unknown;
        if (match.Groups["lost"].Success || match.Groups["gained"].Success || match.Groups["fused"].Success) return AnswerMeaning.Present;
        if (match.Groups["normal"].Success) return AnswerMeaning.Absent;
        return karyotypes.Exists(k => k.Start.Value <= match.Index && match.Index < k.End.Value) ? AnswerMeaning.Present : AnswerMeaning.Nothing;
    }
}
