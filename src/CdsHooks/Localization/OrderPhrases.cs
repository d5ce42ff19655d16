namespace Cds.CdsHooks.Localization;

/// <summary>Words of the order hooks.</summary>
internal static class OrderPhrases
{
    public static LocalizedText SelectTitle { get; } = new("Multiple myeloma: safety of the selected orders", "多発性骨髄腫：選択したオーダーの安全性");

    public static LocalizedText SelectDescription { get; } = new(
        "Judges the orders just selected against the patient: missing prophylaxis and checks, dose by renal function and body size, refractory, duplicate and "
        + "unsuitable drugs, pregnancy. Silent when there is nothing to say. Decision support for clinicians.",
        "選択されたオーダーを患者のデータと照合します：予防投与や確認の不足、腎機能・体格による用量、抵抗性・重複・不適な薬剤、妊娠。"
        + "指摘がなければ何も表示しません。医療者の判断を支援するものです。");

    public static LocalizedText SignTitle { get; } = new("Multiple myeloma: safety of the orders to be signed", "多発性骨髄腫：署名するオーダーの安全性");

    public static LocalizedText SignDescription { get; } = new(
        "Judges all orders about to be signed against the patient: missing prophylaxis and checks, dose by renal function and body size, refractory, duplicate "
        + "and unsuitable drugs, pregnancy. Silent when there is nothing to say. Decision support for clinicians.",
        "署名するすべてのオーダーを患者のデータと照合します：予防投与や確認の不足、腎機能・体格による用量、抵抗性・重複・不適な薬剤、妊娠。"
        + "指摘がなければ何も表示しません。医療者の判断を支援するものです。");

    public static LocalizedText Requirements { get; } = new(
        "Works from prefetch and draftOrders and needs at least the key patient or conditions; drafts may be incomplete, what is not sent stays unknown.",
        "prefetchとdraftOrdersで動作し、patientまたはconditionsの少なくとも一方が必要です。作成途中のオーダーでもよく、送られなかった情報は不明として扱います。");

    public static LocalizedText DraftsAreNoBundle { get; } = new(
        "context.draftOrders is a Bundle with the orders being written.", "context.draftOrdersには作成中のオーダーを含むBundleを指定してください。");

    public static LocalizedText EntriesAreNoList { get; } = new(
        "The entries of context.draftOrders are a list.", "context.draftOrdersのentryには配列を指定してください。");

    public static LocalizedText SelectionsAreNoList { get; } = new(
        "context.selections is a list of references such as MedicationRequest/123.",
        "context.selectionsには「MedicationRequest/123」のような参照の配列を指定してください。");
}
