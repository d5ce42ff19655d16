namespace Cds.FhirMapping.Reading;

/// <summary>Why a drug, procedure or disease record could not be identified, and what is open because of it.</summary>
internal static class UnidentifiedTexts
{
    public static LocalizedText NoCode { get; } = new("says neither by a code nor by a text what it is", "コードも名称もなく、何の記録か読み取れない");

    public static LocalizedText UnknownCode { get; } = new(
        "its code is of a list that is not known here, and no text says what it is", "コードがこのサービスの知らない体系のもので、名称もないため何の記録か特定できない");

    public static LocalizedText MissingReference { get; } = new(
        "refers to a Medication that is not in the data", "参照先の薬剤情報がデータにないため、薬剤が不明である");

    public static LocalizedText OnHold { get; } = new(
        "is named as held or stopped: it does not run, and whether it was given is unknown", "名称に休薬・中止とあるため投与中とはみなさず、投与されたかどうかも不明である");

    public static LocalizedText Status(string? status) => new(
        $"its status '{status ?? ""}' is not known, so that whether it counts is unknown", $"状態「{status ?? ""}」を解釈できないため、有効な記録かどうか不明である");

    /// <summary>What is open for a part of the history.</summary>
    public static LocalizedText WhatIsOpen(RecordedHistory part) => part switch
    {
        RecordedHistory.Medications => new("what is not recorded among the drugs may be unknown rather than absent", "記録のない薬剤を「投与なし」とはみなせない"),
        RecordedHistory.Procedures => new("what is not recorded among the procedures may be unknown rather than absent", "記録のない処置を「実施なし」とはみなせない"),
        RecordedHistory.Conditions => new("what is not recorded among the conditions may be unknown rather than absent", "記録のない病名を「なし」とはみなせない"),
        RecordedHistory.Allergies => new("what is not recorded among the allergies may be unknown rather than absent", "記録のないアレルギーを「なし」とはみなせない"),
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "Name one part of the recorded history."),
    };
}
