using Cds.Knowledge.Patients;

namespace Cds.CdsHooks.Localization;

/// <summary>Sentences of the companion.</summary>
internal static class CompanionPhrases
{
    public static LocalizedText TooManyOpen { get; } = new("As many patients are open as may be. Try again in a minute.", "同時に開ける患者数の上限に達した。1分後に再試行する。");

    public static LocalizedText PatientView { get; } = new("Patient view", "患者ビュー");

    public static LocalizedText Summary { get; } = new("One page for paper", "1枚の要約（印刷用）");

    public static LocalizedText ClosePatient { get; } = new("Close the patient", "患者を閉じる");

    public static LocalizedText Cards { get; } = new("Cards: {count}", "カード：{count}件");

    public static LocalizedText CardCount { get; } = new("cards: {count}", "カード{count}件");

    public static LocalizedText AsOf { get; } = new("As of", "時点");

    public static LocalizedText Earlier { get; } = new("Earlier", "前へ");

    public static LocalizedText Later { get; } = new("Later", "次へ");

    public static LocalizedText ShowMoment { get; } = new("Show", "表示");

    public static LocalizedText Supposing { get; } = new("Supposed, not recorded:", "仮定（記録ではない）：");

    public static LocalizedText SupposedAlone { get; } = new("{what} {value}", "{what} {value}");

    public static LocalizedText SupposedInstead { get; } = new("{what} {value} (recorded: {recorded})", "{what} {value}（記録：{recorded}）");

    public static LocalizedText Forget { get; } = new("Back to the record", "記録に戻す");

    public static LocalizedText Gone { get; } = new("no longer shown", "表示されなくなったカード");

    public static LocalizedText Came { get; } = new("new", "新規");

    public static LocalizedText Changed { get; } = new("changed", "変化あり");

    public static LocalizedText Patient { get; } = new("Patient", "患者");

    public static LocalizedText Age { get; } = new("{age} years", "{age}歳");

    public static LocalizedText Female { get; } = new("female", "女性");

    public static LocalizedText Male { get; } = new("male", "男性");

    public static LocalizedText SexUnknown { get; } = new("sex not recorded", "性別の記録なし");

    public static LocalizedText MissingCard { get; } = new("Missing data", "不足しているデータ");

    public static LocalizedText ChooseHelp { get; } = new(
        "See a patient's course, the cards that the chart would show, and the reasons behind each. Choose a synthetic patient, or bring a FHIR R4 Bundle.",
        "患者の経過、カルテに表示されるカード、各カードの理由を確認できる。架空の患者を選ぶか、FHIR R4 Bundleを読み込む。");

    public static LocalizedText Courses { get; } = new("Synthetic patients over years", "架空の患者（数年の経過）");

    public static LocalizedText Samples { get; } = new("Synthetic patients on one day", "架空の患者（1時点）");

    public static LocalizedText OnlySamples { get; } = new(
        "Callers have to sign in here: own patients are opened from the EHR (SMART launch).",
        "このサービスは認証が必要なため、自施設の患者は電子カルテから開く（SMART起動）。");

    public static LocalizedText OwnBundle { get; } = new("A Bundle of your own", "手元のBundle");

    public static LocalizedText PasteOrDrop { get; } = new("Paste a FHIR R4 Bundle with one Patient, or drop the file here", "患者1名分のFHIR R4 Bundleを貼り付けるか、ファイルをここにドロップ");

    public static LocalizedText OpenPatient { get; } = new("Open", "開く");

    public static LocalizedText NothingKept { get; } = new(
        "The record stays in the memory of the service until the session ends; the browser keeps none of it.",
        "データはセッション終了までサービスのメモリにのみ保持され、ブラウザーには保存されない。");

    public static LocalizedText GivenPatient { get; } = new("A patient of your own", "読み込んだ患者");

    public static LocalizedText ForeignForm { get; } = new("This form was sent from a page of another site.", "このフォームは別サイトのページから送信された。");

    public static LocalizedText NoSuchFact { get; } = new("There is no such fact.", "この項目は存在しない。");

    public static LocalizedText NoFinding { get; } = new("{fact}: present or absent.", "{fact}：「あり」または「なし」を指定する。");

    public static LocalizedText NoDay { get; } = new("The day is no date.", "日付として読み取れない。");

    public static LocalizedText NoCode { get; } = new("{fact}: not one of its values.", "{fact}：選択できない値である。");

    public static LocalizedText NoNumber { get; } = new("{fact}: a number is needed.", "{fact}：数値を入力する。");

    public static LocalizedText Implausible { get; } = new("{fact}: this value is not physically possible.", "{fact}：あり得ない値である。");

    /// <summary>Sex.</summary>
    public static LocalizedText Of(Sex sex) => sex switch
    {
        Sex.Female => Female,
        Sex.Male => Male,
        Sex.Unknown => SexUnknown,
        _ => throw new ArgumentOutOfRangeException(nameof(sex), sex, "Add the new sex to CompanionPhrases."),
    };
}
