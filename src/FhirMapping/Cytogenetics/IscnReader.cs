using System.Globalization;
using System.Text.RegularExpressions;
using Cds.FhirMapping.Terminology;
using Cds.FhirMapping.Values;

namespace Cds.FhirMapping.Cytogenetics;

/// <summary>
/// Reads cytogenetic abnormalities from ISCN text (<c>46,XX,t(4;14)(p16;q32)</c>, <c>nuc ish(TP53x1)</c>) and from what laboratories write about
/// FISH panels in either language (<c>t(4;14) not detected</c>, <c>17p欠失 陽性</c>). What a text does not name stays unknown: a normal karyotype
/// does not make the abnormalities of FISH absent.
/// </summary>
internal static partial class IscnReader
{
    private const int LongestText = 20_000;

    private static readonly (string FactId, Regex Pattern)[] Abnormalities =
    [
        ("t-4-14", T414()), ("t-14-16", T1416()), ("t-14-20", T1420()), ("t-11-14", T1114()),
        ("del-17p", Del17P()), ("gain-1q", Gain1Q()), ("del-13q", Del13Q()), ("del-1p", Del1P()),
    ];

    /// <summary>Whether the fact is an abnormality that this reader knows.</summary>
    public static bool Knows(string factId) => Array.Exists(Abnormalities, a => a.FactId == factId);

    /// <summary>The abnormalities that a text names, each once. Present in one place and absent in another counts as undecided.</summary>
    public static IReadOnlyList<CytogeneticFinding> Read(string text)
    {
        string folded = TextForm.Fold(text);
        if (folded.Length > LongestText) folded = folded[..LongestText];
        List<Mention> mentions = [.. Mentions(folded)];
        var answers = new Dictionary<string, (Answer Answer, string? Percent)>();
        Answer inherited = Answer.None;
        for (int i = mentions.Count - 1; i >= 0; i--)
        {
            int end = i + 1 < mentions.Count ? mentions[i + 1].Start : folded.Length;
            string after = folded[mentions[i].End..end];
            Answer said = AfterMention(mentions[i], after);
            // A list shares the answer behind its last member: "t(4;14), t(14;16): not detected".
            if (said == Answer.None && i + 1 < mentions.Count && ListSeparator().IsMatch(after)) said = inherited;
            inherited = said;
            string before = folded[(i > 0 ? mentions[i - 1].End : 0)..mentions[i].Start];
            mentions[i] = mentions[i] with { Answer = said, Percent = Percent().Match(after) is { Success: true } share ? share.Groups["share"].Value : null, Denied = Denied(before), FollowsInList = i > 0 && ListSeparator().IsMatch(before) };
        }

        bool denied = false;
        foreach (Mention mention in mentions)
        {
            denied = mention.Denied || (denied && mention.FollowsInList);
            Answer answer = Decide(mention, denied);
            string? percent = answer == Answer.None ? mention.Percent : null;
            answers[mention.FactId] = answers.TryGetValue(mention.FactId, out (Answer Answer, string?) other) && other.Answer != answer
                ? (Answer.Indeterminate, null)
                : (answer, percent);
        }

        return [.. answers.Select(a => new CytogeneticFinding(a.Key, a.Value.Answer, PercentOf(a.Value.Percent)))];
    }

    /// <summary>
    /// Naming an abnormality in a result means that it was found, unless words deny it; a bare share of cells is left to the cut-off.
    /// </summary>
    private static Answer Decide(Mention mention, bool denied)
    {
        // "No t(4;14) detected": the denial before it holds against the positive word behind it.
        if (mention.Answer == Answer.Positive) return denied ? Answer.Negative : Answer.Positive;
        if (mention.Answer != Answer.None) return mention.Answer;
        if (denied) return Answer.Negative;
        if (mention.Doubtful) return Answer.Indeterminate;
        return mention.Percent is null ? Answer.Positive : Answer.None;
    }

    private static decimal? PercentOf(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal percent) ? percent : null;

    private static IEnumerable<Mention> Mentions(string text)
    {
        var all = new List<Mention>();
        foreach ((string factId, Regex pattern) in Abnormalities)
        {
            foreach (Match match in pattern.Matches(text))
            {
                // A question mark of ISCN, or a pair of genes that may only name the probe.
                bool doubtful = (match.Index > 0 && text[match.Index - 1] == '?') || (factId.StartsWith("t-", StringComparison.Ordinal) && text[match.Index] is not ('t' or 'T'));
                all.Add(new Mention(factId, match.Index, match.Index + match.Length, Fish(match)) { Doubtful = doubtful });
            }
        }

        int last = -1;
        foreach (Mention mention in all.OrderBy(m => m.Start).ThenByDescending(m => m.End))
        {
            // Two names of one abnormality side by side ("t(4;14) FGFR3-IGH") are one mention with the later end.
            if (mention.Start < last) continue;
            last = mention.End;
            yield return mention;
        }
    }

    /// <summary>Signal numbers of <c>nuc ish</c> answer by themselves.</summary>
    private static Answer Fish(Match match)
    {
        if (match.Groups["lost"].Success || match.Groups["gained"].Success || match.Groups["fused"].Success) return Answer.Positive;
        return match.Groups["normal"].Success ? Answer.Negative : Answer.None;
    }

    private static Answer AfterMention(Mention mention, string after)
    {
        if (mention.Answer != Answer.None) return mention.Answer;
        int end = after.AsSpan().IndexOfAny("。\n\r;；");
        string clause = end >= 0 ? after[..end] : after;
        if (Untested().IsMatch(clause)) return Answer.Indeterminate;
        Match negative = NegativeWord().Match(clause);
        // Negative words hold positive ones ("not detected"): blanked out before looking for those.
        Match positive = PositiveWord().Match(NegativeWord().Replace(clause, m => new string(' ', m.Length)));
        return (positive.Success, negative.Success) switch
        {
            // The nearer word belongs to this mention; the other one to what follows.
            (true, true) => positive.Index < negative.Index ? Answer.Positive : Answer.Negative,
            (true, false) => Answer.Positive,
            (false, true) => Answer.Negative,
            (false, false) => Answer.None,
        };
    }

    private static bool Denied(string before)
    {
        int start = before.LastIndexOfAny(['.', '。', '\n', '\r', ';', '；']);
        return DenyingWord().IsMatch(before[(start + 1)..]);
    }

    private sealed record Mention(string FactId, int Start, int End, Answer Answer)
    {
        public string? Percent { get; init; }

        public bool Denied { get; init; }

        public bool FollowsInList { get; init; }

        public bool Doubtful { get; init; }
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;
    private const string Breakpoints = @"(\s*\([pq][^()]{0,30}\))?";
    private const string LossOf = @"(deletion|loss)\s+(of\s+)?(the\s+)?(chromosome\s+)?";
    private const string GainOf = @"(gain|amplification|duplication)\s+(of\s+)?(the\s+)?(chromosome\s+)?";
    private const string Fusion = @"\s*(::|/|-|con)\s*";

    [GeneratedRegex(@"t\s*\(\s*4\s*;\s*14\s*\)" + Breakpoints + @"|(IGH" + Fusion + @"(FGFR3|NSD2|MMSET|WHSC1)|(FGFR3|NSD2|MMSET|WHSC1)" + Fusion + @"IGH)(?<fused>\s*[x×][1-9])?", Options)]
    private static partial Regex T414();

    [GeneratedRegex(@"t\s*\(\s*14\s*;\s*16\s*\)" + Breakpoints + @"|(IGH" + Fusion + @"C?MAF(?!B)|C?MAF" + Fusion + @"IGH)(?<fused>\s*[x×][1-9])?", Options)]
    private static partial Regex T1416();

    [GeneratedRegex(@"t\s*\(\s*14\s*;\s*20\s*\)" + Breakpoints + @"|(IGH" + Fusion + @"MAFB|MAFB" + Fusion + @"IGH)(?<fused>\s*[x×][1-9])?", Options)]
    private static partial Regex T1420();

    [GeneratedRegex(@"t\s*\(\s*11\s*;\s*14\s*\)" + Breakpoints + @"|(IGH" + Fusion + @"(CCND1|BCL1|MYEOV)|(CCND1|BCL1|MYEOV)" + Fusion + @"IGH)(?<fused>\s*[x×][1-9])?", Options)]
    private static partial Regex T1114();

    [GeneratedRegex(
        @"del\s*\(\s*17\s*\)\s*\(\s*p[^()]{0,20}\)|del\s*\(?\s*17\s*p[\d.]*\s*\)?|17p[\d.]*\s*(-|\(TP53\)|/TP53)?\s*の?(欠失|deletion|del\b|loss)|(TP53|p53)\s*(遺伝子)?\s*の?(欠失|deletion|del\b|loss)|" + LossOf + @"(17\s*p[\d.]*|TP53|p53)|(?<!\d)17番染色体短腕\s*の?(部分)?欠失|i\(17\)\(q10\)|(?<=[,\[\s])-17(?=[,\[/\s]|$)|monosomy\s*17|17モノソミー|TP53\s*[x×]\s*((?<lost>[01])|(?<normal>[2-9]))",
        Options)]
    private static partial Regex Del17P();

    [GeneratedRegex(
        @"(dup|gain|amp|trp)\s*\(\s*1\s*\)\s*\(\s*q[^()]{0,20}\)|(gain|amp|dup)\s*\(?\s*1\s*q[\d.]*\s*\)?|(?<![\d.])1q(21)?[\d.]*\s*\+|\+\s*1q(21)?|" + GainOf + @"(1\s*q(21)?[\d.]*|CKS1B)|(?<!\d)1番染色体長腕\s*の?(増幅|獲得|重複)|(?<![\d.])1q(21)?[\d.]*\s*(\(CKS1B\)|/CKS1B)?\s*の?(増幅|獲得|gain|amplification|amp\b|duplication)|CKS1B\s*(増幅|獲得|gain|amplification|amp\b)|CKS1B\s*[x×]\s*((?<gained>[3-9])|(?<normal>[12]))",
        Options)]
    private static partial Regex Gain1Q();

    [GeneratedRegex(
        @"del\s*\(\s*13\s*\)\s*\(\s*q[^()]{0,20}\)|del\s*\(?\s*13\s*q[\d.]*\s*\)?|13q[\d.]*\s*(\(RB1\)|/RB1|/D13S319)?\s*の?(欠失|deletion|del\b|loss)|(?<!\d)13番染色体(長腕)?\s*の?(部分)?欠失|" + LossOf + @"(13\s*q[\d.]*|13(?!\d)|RB1)|(RB1|D13S319)\s*(欠失|deletion|loss)|(?<=[,\[\s])-13(?=[,\[/\s]|$)|monosomy\s*13|13モノソミー|(RB1|D13S319|DLEU1)\s*[x×]\s*((?<lost>[01])|(?<normal>[2-9]))",
        Options)]
    private static partial Regex Del13Q();

    [GeneratedRegex(
        @"del\s*\(\s*1\s*\)\s*\(\s*p[^()]{0,20}\)|del\s*\(?\s*1\s*p[\d.]*\s*\)?|(?<![\d.])1p[\d.]*\s*(\(CDKN2C\)|/CDKN2C)?\s*の?(欠失|deletion|del\b|loss)|" + LossOf + @"(1\s*p[\d.]*|CDKN2C)|(?<!\d)1番染色体短腕\s*の?(部分)?欠失|CDKN2C\s*(欠失|deletion|loss)|CDKN2C\s*[x×]\s*((?<lost>[01])|(?<normal>[2-9]))",
        Options)]
    private static partial Regex Del1P();

    [GeneratedRegex(@"^[^,。.;\n]{0,30}?(?<share>\d{1,3}(\.\d+)?)\s*%", Options)]
    private static partial Regex Percent();

    [GeneratedRegex(@"^[\s)\]:]*(,|、|・|/|and|or|及び|および|と|かつ|,\s*and|,\s*or)[\s(\[]*$", Options)]
    private static partial Regex ListSeparator();

    [GeneratedRegex(@"not\s+(detected|present|found|seen|identified|observed)|undetected|negative|absent|ruled\s+out|excluded|not\s+evident|\bnone\b|no\s+evidence|within\s+normal|\bnormal\b|陰性|検出せず|検出されず|検出されな|検出されません|検出しな|認めず|認めな|認めません|認められず|認められな|認められません|(見|み)られ(ず|な|ません)|否定|なし|無し|\(\s*[-−]\s*\)|正常", Options)]
    private static partial Regex NegativeWord();

    [GeneratedRegex(@"positive|detected|present|found|identified|observed|陽性|検出|認める|認めた|認められ|あり|有り|\(\s*\+\s*\)", Options)]
    private static partial Regex PositiveWord();

    [GeneratedRegex(@"(cannot|can\s*not|could\s+not|not)\s+(be\s+)?(completely\s+)?(ruled\s+out|excluded)|not\s+confirmed|否定でき(ない|ず|ません)|indeterminate|inconclusive|equivocal|pending|not\s+(done|tested|performed|evaluable)|insufficient|failed|判定保留|判定不能|判定できず|検査中|未実施|疑い|検査不能", Options)]
    private static partial Regex Untested();

    [GeneratedRegex(@"(\b(no|without|negative\s+for|absence\s+of|lack\s+of)\b|not\s+detected\s*:|陰性\s*[:：])[^.。]{0,60}$", Options)]
    private static partial Regex DenyingWord();
}
