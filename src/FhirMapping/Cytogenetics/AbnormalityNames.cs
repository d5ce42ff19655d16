using System.Text.RegularExpressions;

namespace Cds.FhirMapping.Cytogenetics;

/// <summary>
/// How reports name the abnormalities of myeloma: ISCN (<c>t(4;14)(p16;q32)</c>), genes of the probes (<c>IGH::FGFR3</c>, <c>TP53x1</c>), and words of
/// both languages (<c>17p13 (p53) 欠失</c>). Whether one is there, a name alone does not say, but for the numbers of signals that some hold.
/// </summary>
internal static partial class AbnormalityNames
{
    /// <summary>The patterns, for folded text. Groups <c>lost</c>, <c>gained</c> and <c>fused</c> answer by themselves, <c>normal</c> the other way.</summary>
    public static IReadOnlyList<(string FactId, Regex Pattern)> Patterns { get; } =
    [
        (Abnormality.T414, T414()), (Abnormality.T1416, T1416()), (Abnormality.T1420, T1420()), (Abnormality.T1114, T1114()),
        (Abnormality.Del17P, Del17P()), (Abnormality.Gain1Q, Gain1Q()), (Abnormality.Del13Q, Del13Q()), (Abnormality.Del1P, Del1P()),
        // Others are read too, so that their answers do not leak.
        ("", Other()),
    ];

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const string Breakpoints = @"( ?\([pq][\d;.?][\dpq;.?~ ]{0,30}\))?";
    private const string Place = @"( ?\(\d{1,2}[pq][\d.]{0,6}\))?";
    private const string Fusion = Place + @" ?(::|/|-| con |・) ?";
    private const string LossOf = @"(deletion|loss) (of )?(the )?(chromosome )?";
    private const string GainOf = @"(gain|amplification|duplication) (of )?(the )?(chromosome )?";
    private const string Lost = @" ?(遺伝子|領域)? ?の?(部分)?(欠失|欠損|deletion(?![a-z])|deleted(?![a-z])|del(?![a-z])|loss(?![a-z]))";
    private const string Gained = @" ?(遺伝子|領域)? ?の?(増幅|獲得|重複|gains?(?![a-z])|amplification(?![a-z])|amplified(?![a-z])|amp(?![a-z])|duplication(?![a-z]))";
    private const string LostSignals = @" ?x ?((?<lost>[01])|(?<normal>[2-9]))(?!\d)";
    private const string Fused = @"(?<fused> ?x ?[1-9])?";
    private const string Partner414 = @"(fgfr3|nsd2|mmset|whsc1)";
    private const string Partner1114 = @"(ccnd1|bcl-?1|myeov)";

    [GeneratedRegex(@"(?<![a-z])t ?\( ?4 ?[;:,/] ?14 ?\)" + Breakpoints + @"|(?<![\d;])4;14 ?(転座|translocation)|(?<![a-z])(igh" + Fusion + Partner414 + @"|" + Partner414 + Fusion + @"igh)(?![a-wyz])" + Place + Fused, Options)]
    private static partial Regex T414();

    [GeneratedRegex(@"(?<![a-z])t ?\( ?14 ?[;:,/] ?16 ?\)" + Breakpoints + @"|(?<![\d;])14;16 ?(転座|translocation)|(?<![a-z])(igh" + Fusion + @"(c-?)?maf|(c-?)?maf" + Fusion + @"igh)(?![a-wyz])" + Place + Fused, Options)]
    private static partial Regex T1416();

    [GeneratedRegex(@"(?<![a-z])t ?\( ?14 ?[;:,/] ?20 ?\)" + Breakpoints + @"|(?<![\d;])14;20 ?(転座|translocation)|(?<![a-z])(igh" + Fusion + @"mafb|mafb" + Fusion + @"igh)(?![a-wyz])" + Place + Fused, Options)]
    private static partial Regex T1420();

    [GeneratedRegex(@"(?<![a-z])t ?\( ?11 ?[;:,/] ?14 ?\)" + Breakpoints + @"|(?<![\d;])11;14 ?(転座|translocation)|(?<![a-z])(igh" + Fusion + Partner1114 + @"|" + Partner1114 + Fusion + @"igh)(?![a-wyz])" + Place + Fused, Options)]
    private static partial Regex T1114();

    [GeneratedRegex(
        @"(?<![a-z])del ?\( ?17 ?\) ?\( ?p[\dpq;.?~ ]{0,20}\)|(?<![a-z])del[- ]?\(? ?17 ?p[\d.]*(?![a-z])( ?/ ?t?p53)? ?\)?( ?\(t?p53\))?|(?<![\d.])17p[\d.]* ?(\(t?p53\)|[/ -]t?p53|-)?" + Lost
        + @"|(?<![\d.])17p-(?![\da-z])|(?<![a-z])(tp53|p53) ?(\(17p[\d.]*\)|/ ?17p[\d.]*)?" + Lost + @"|" + LossOf + @"(17 ?p[\d.]*|tp53|p53)(?![a-z])( ?\(t?p53\))?|(?<!\d)17番染色体短腕 ?の?(部分)?欠失|(?<![a-z])i\(17\)\(q10?\)|(?<=[,\[ ])-17(?=[,\[/ ]|$)|monosomy 17(?!\d)|(?<!\d)17モノソミー|(?<![a-z])tp53" + LostSignals,
        Options)]
    private static partial Regex Del17P();

    [GeneratedRegex(
        @"(?<![a-z])(dup|gain|amp|trp) ?\( ?1 ?\) ?\( ?q[\dpq;.?~ ]{0,20}\)|(?<![a-z])(gain|amp|dup)[- ]?\(? ?1 ?q[\d.]*(?![a-z])( ?/ ?cks1b)? ?\)?( ?\(cks1b\))?|(?<![\d.])1q(21)?[\d.]* ?\+|(?<![\da-z])\+ ?1q(21)?[\d.]*(?![a-z])|" + GainOf + @"(1 ?q(21)?[\d.]*|cks1b)(?![a-z])( ?\(cks1b\))?|(?<!\d)1番染色体長腕 ?の?(増幅|獲得|重複)|(?<![\d.])1q(21)?[\d.]* ?(\(cks1b\)|[/ -]cks1b)?"
        + Gained + @"|(?<![a-z])cks1b ?(\(1q[\d.]*\))?" + Gained + @"|(?<![a-z])cks1b ?x ?((?<gained>[3-9])|(?<normal>[12]))(?!\d)",
        Options)]
    private static partial Regex Gain1Q();

    [GeneratedRegex(
        @"(?<![a-z])del ?\( ?13 ?\) ?\( ?q[\dpq;.?~ ]{0,20}\)|(?<![a-z])del[- ]?\(? ?13 ?q[\d.]*(?![a-z])( ?/ ?rb-?1)? ?\)?( ?\((rb-?1|d13s319)\))?|(?<![\d.])13q[\d.]* ?(\((rb-?1|d13s319)\)|[/ -](rb-?1|d13s319)|-)?" + Lost + @"|(?<![\d.])13q-(?![\da-z])|(?<!\d)13番染色体(長腕)? ?の?(部分)?欠失|"
        + LossOf + @"(13 ?q[\d.]*|13(?![\dp])|rb-?1)(?![a-z])( ?\((rb-?1|d13s319)\))?|(?<![a-z])(rb-?1|d13s319)" + Lost + @"|(?<=[,\[ ])-13(?=[,\[/ ]|$)|monosomy 13(?!\d)|(?<!\d)13モノソミー|(?<![a-z])(rb1|d13s319|dleu1)" + LostSignals,
        Options)]
    private static partial Regex Del13Q();

    [GeneratedRegex(
        @"(?<![a-z])del ?\( ?1 ?\) ?\( ?p[\dpq;.?~ ]{0,20}\)|(?<![a-z])del[- ]?\(? ?1 ?p[\d.]*(?![a-z])( ?/ ?cdkn2c)? ?\)?( ?\(cdkn2c\))?|(?<![\d.])1p[\d.]* ?(\(cdkn2c\)|[/ -]cdkn2c|-)?" + Lost + @"|(?<![\d.])1p-(?![\da-z])|" + LossOf + @"(1 ?p[\d.]*|cdkn2c)(?![a-z])( ?\(cdkn2c\))?|(?<!\d)1番染色体短腕 ?の?(部分)?欠失|(?<![a-z])cdkn2c" + Lost
        + @"|(?<![a-z])cdkn2c" + LostSignals,
        Options)]
    private static partial Regex Del1P();

    [GeneratedRegex(
        @"(?<![a-z])(t|del|dup|add|inv|der|dic|ins|i|amp|gain|trp|idic) ?\( ?[\dxy][^()\n]{0,20}\)" + Breakpoints + @"|(trisomy|monosomy|tetrasomy|trisomies|monosomies) ?\d{1,2}(?!\d)|(?<!\d)\d{1,2}(トリソミー|モノソミー|テトラソミー)|(?<!\d)\d{1,2}番染色体(短腕|長腕)? ?の?(部分)?(欠失|増幅|獲得|重複)|(?<![\d.])\d{1,2}[pq][\d.]*( ?の?(欠失|増幅|獲得)| (deletion|gain|loss|amplification)\b)|(?<![a-z])(hyperdiploid(y)?|hypodiploid(y)?)(?![a-z])|高二倍体|低二倍体|(?<![a-z])(myc|igh) ?(rearrangement\b|再構成|転座)",
        Options)]
    private static partial Regex Other();
}
