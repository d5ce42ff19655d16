namespace Cds.CdsHooks.Localization;

/// <summary>Words of launching the companion from an EHR.</summary>
internal static class SmartPhrases
{
    public static LocalizedText Title { get; } = new("Open a patient from an EHR", "電子カルテから患者を開く");

    public static LocalizedText Choose { get; } = new(
        "You sign in at the EHR and choose the patient there. This service reads what its rules need, and keeps it only while you look at it.",
        "サインインと患者の選択は電子カルテ側で行う。本サービスは規則に必要なデータだけを読み取り、表示している間だけ保持する。");

    public static LocalizedText PatientOf { get; } = new("Patient of {ehr}", "{ehr}の患者");

    public static LocalizedText NoneConfigured { get; } = new("No EHR to launch from is configured here.", "起動元の電子カルテが設定されていない。");

    public static LocalizedText WrongParameters { get; } = new("A launch names the EHR once (iss), and at most one launch beside it.", "起動時の指定は、電子カルテ（iss）が1つ、launchが1つまでである。");

    public static LocalizedText UnknownIssuer { get; } = new(
        "This EHR is not among those configured here. Nothing was asked of it.", "この電子カルテは起動元として設定されていない。問い合わせは行っていない。");

    public static LocalizedText NotBegun { get; } = new(
        "This launch was not begun in this browser, or more than ten minutes ago, or it has ended already. Please launch again.",
        "この起動は、このブラウザーで開始されたものでないか、開始から10分を超えたか、すでに終了している。もう一度起動する必要がある。");

    public static LocalizedText NoCode { get; } = new("The EHR sent the browser back without a code. Please launch again.", "電子カルテの応答に認可コードがない。もう一度起動する必要がある。");

    public static LocalizedText Refused { get; } = new("The EHR did not give access ({error}). Please launch again.", "電子カルテがアクセスを許可しなかった（{error}）。もう一度起動する必要がある。");

    public static LocalizedText NoPatient { get; } = new(
        "The EHR gave access without naming a patient. Open the patient there and launch again.", "電子カルテから患者の指定がなかった。患者を開いてから、もう一度起動する必要がある。");

    public static LocalizedText EhrUnavailable { get; } = new(
        "The EHR cannot be reached, or its answer cannot be used. Please try again in a moment.", "電子カルテに接続できないか、応答を利用できない。少し待ってから再試行する必要がある。");

    public static LocalizedText ReadAgain { get; } = new("Read the record again", "記録を再取得");

    public static LocalizedText AccessEnded { get; } = new(
        "The access that the EHR gave has ended. Please launch again from there.", "電子カルテから得たアクセス権の期限が切れた。電子カルテからもう一度起動する必要がある。");
}
