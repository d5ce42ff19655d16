using System.Text.RegularExpressions;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Localization;

/// <summary>
/// Places in documents as readers of each language see them. A locator is one text in the data, because rules and coverage compare it;
/// its few words (table, figure, algorithm, section) are turned here. A word without Japanese stays.
/// </summary>
internal static partial class LocatorText
{
    /// <summary>The longest first: a phrase comes before its words.</summary>
    private static readonly (string English, string Japanese)[] Words =
    [
        .. new (string English, string Japanese)[]
        {
            ("algorithm, transplant-eligible (figure and text)", "アルゴリズム：移植適応（図・本文）"),
            ("algorithm, transplant-ineligible (figure and text)", "アルゴリズム：移植非適応（図・本文）"),
            ("algorithm, transplant-ineligible (figure)", "アルゴリズム：移植非適応（図）"),
            ("relapse algorithm (figure)", "再発・難治例アルゴリズム（図）"),
            ("relapse algorithm, first note", "再発・難治例アルゴリズム 注1"),
            ("relapse algorithm, second note", "再発・難治例アルゴリズム 注2"),
            ("relapse algorithm, third note", "再発・難治例アルゴリズム 注3"),
            ("relapse algorithm", "再発・難治例アルゴリズム"),
            ("relapse Table 1 (regimens; none holds a drug twice or two drugs of one of these classes)", "再発・難治例 表1（レジメン。同じ薬剤・同系統の薬剤の重複はない）"),
            ("relapse Table 1 (regimens); doses with their sources in the regimens", "再発・難治例 表1（レジメン）。用量の出典は各レジメン"),
            ("relapse Table 1 (regimens)", "再発・難治例 表1（レジメン）"),
            ("relapse Table", "再発・難治例 表"),
            ("MM overview, treatment algorithm (plasmacytoma)", "総論・治療（形質細胞腫）"),
            ("solitary plasmacytoma overview", "孤立性形質細胞腫 総論"),
            ("additive frailty score", "フレイル加算スコア"),
            ("definition of refractory disease", "難治性の定義"),
            ("dosage and renal impairment", "用法・用量、腎機能障害"),
            ("dosage in chronic renal failure", "慢性腎不全での用量"),
            ("infections, virus reactivation, cytopenia, hypogammaglobulinaemia, tumour lysis, driving", "感染症、ウイルス再活性化、血球減少、低γグロブリン血症、腫瘍崩壊、運転"),
            ("Contraindications", "禁忌"),
            ("Pregnancy warning", "妊娠の警告"),
            ("Conclusions and outlook", "結論と展望"),
            ("renal impairment", "腎機能障害"),
            ("infusion reaction", "infusion reaction"),
            ("neurological events", "神経系事象"),
            ("virus reactivation", "ウイルス再活性化"),
            ("and footnotes", "と脚注"),
            ("position statement", "ポジションステートメント"),
            ("recommendations", "推奨"),
            ("flow chart", "フローチャート"),
            ("risk score", "リスクスコア"),
            ("algorithm", "アルゴリズム"),
            ("overview", "総論"),
            ("evaluation", "評価"),
            ("treatment", "治療"),
            ("indication", "適応"),
            ("dosage", "用量"),
            ("patients", "対象患者"),
            ("warnings", "警告"),
            ("section", "第"),
            ("Methods", "方法"),
            ("abstract", "抄録"),
            ("summary", "要約"),
            ("formula", "計算式"),
            ("Figure", "図"),
            ("Table", "表"),
            (" and ", "・"),
        }.OrderByDescending(pair => pair.English.Length),
    ];

    /// <summary>The place in the language of the reader.</summary>
    public static string In(string locator, Language language)
    {
        if (language != Language.Japanese) return locator;
        string text = SectionNumber().Replace(locator, "$1節");
        foreach ((string english, string japanese) in Words) text = text.Replace(english, japanese, StringComparison.Ordinal);
        return SpaceBeforeNumber().Replace(text, "$1");
    }

    /// <summary>"section 4.1": the Japanese word stands on both sides of the number.</summary>
    [GeneratedRegex(@"(section \d[\d.]*)")]
    private static partial Regex SectionNumber();

    /// <summary>"表 3" is written "表3".</summary>
    [GeneratedRegex(@"([表図第]) (?=\d)")]
    private static partial Regex SpaceBeforeNumber();
}
