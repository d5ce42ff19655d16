using Cds.FhirMapping.DataTypes;
using Cds.FhirMapping.Terminology;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Values;

/// <summary>What an answer says about a finding.</summary>
internal enum Answer
{
    /// <summary>It is no answer.</summary>
    None,

    /// <summary>Present, positive, detected, yes.</summary>
    Positive,

    /// <summary>Absent, negative, not detected, no.</summary>
    Negative,

    /// <summary>Indeterminate, not tested.</summary>
    Indeterminate,

    /// <summary>Its codes contradict each other.</summary>
    Contradictory,
}

/// <summary>Reads positive and negative answers, by code first, then by the words of both languages.</summary>
internal static class AnswerReader
{
    private static readonly string[] Negative =
        ["notdetected", "undetected", "notpresent", "notfound", "notseen", "notidentified", "nonreactive", "non-reactive", "noevidence", "negative", "absent", "検出せず",
         "検出されず", "検出しない", "認めず", "認めない", "認められない", "認められず", "陰性", "なし", "無し", "(-)", "異常なし"];

    private static readonly string[] Indeterminate =
        ["indeterminate", "inconclusive", "equivocal", "borderline", "pending", "notdone", "nottested", "unknown", "判定保留", "判定不能", "疑陽性", "偽陽性", "(±)", "未実施", "検査中", "不明"];

    private static readonly string[] Positive =
        ["positive", "present", "detected", "reactive", "陽性", "検出", "あり", "有り", "認める", "認めた", "(+)"];

    private static readonly HashSet<string> WholePositive = ["yes", "y", "pos", "true", "+", "1+", "2+", "3+", "4+", "有", "はい", "実施", "済", "done"];

    private static readonly HashSet<string> WholeNegative = ["no", "n", "neg", "none", "false", "-", "－", "無", "いいえ", "nil"];

    private static readonly HashSet<string> WholeIndeterminate = ["±", "+-", "n/a", "na", "ind", "?"];

    /// <summary>What a coded answer says; its text only counts when no code is known.</summary>
    public static Answer Read(CodeableConcept? concept, CodeMap codes)
    {
        Answer answer = Answer.None;
        foreach (string id in codes.Find(concept, TargetKind.Answer))
        {
            Answer said = id switch
            {
                "positive" or "present" => Answer.Positive,
                "negative" or "absent" => Answer.Negative,
                _ => Answer.Indeterminate,
            };
            if (answer != Answer.None && answer != said) return Answer.Contradictory;
            answer = said;
        }

        if (answer != Answer.None) return answer;
        foreach (string text in concept.Texts())
        {
            answer = Read(text);
            if (answer != Answer.None) return answer;
        }

        return answer;
    }

    /// <summary>What a text says as an answer.</summary>
    public static Answer Read(string text)
    {
        string form = TextForm.Normalise(text).TrimEnd('.', '。');
        if (WholePositive.Contains(form)) return Answer.Positive;
        if (WholeNegative.Contains(form)) return Answer.Negative;
        if (WholeIndeterminate.Contains(form)) return Answer.Indeterminate;
        if (Indeterminate.Any(word => form.Contains(word, StringComparison.Ordinal))) return Answer.Indeterminate;
        bool negative = text.StartsWith("no ", StringComparison.OrdinalIgnoreCase);
        // Negative words hold positive ones ("not detected"): taken out before looking for those.
        foreach (string word in Negative)
        {
            if (!form.Contains(word, StringComparison.Ordinal)) continue;
            negative = true;
            form = form.Replace(word, "", StringComparison.Ordinal);
        }

        bool positive = Positive.Any(word => form.Contains(word, StringComparison.Ordinal));
        return (positive, negative) switch
        {
            (true, true) => Answer.Indeterminate,
            (true, false) => Answer.Positive,
            (false, true) => Answer.Negative,
            (false, false) => Answer.None,
        };
    }
}
