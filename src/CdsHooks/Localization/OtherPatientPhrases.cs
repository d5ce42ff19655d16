namespace Cds.CdsHooks.Localization;

/// <summary>What is said when every record of a request names another patient.</summary>
internal static class OtherPatientPhrases
{
    public static LocalizedText Summary { get; } = new(
        "Every record that was sent belongs to another patient id: nothing was judged. Merged or wrong id?",
        "送られた記録はすべて別の患者IDのもの：判定なし。ID統合や取り違えを確認。");

    public static LocalizedText WhatToDo { get; } = new(
        "Check that the right chart is open; after a merge of two ids send the records under the id in use now.", "正しい患者のカルテか確認し、ID統合後は現在のIDで記録を送る。");

    public static LocalizedText Detail { get; } = new(
        "All clinical records of this request name another patient than the chart that is open, so that none was used and no advice is given, "
        + "which does not mean that none is due. Check that the right chart is open. After a merge of two ids the records have to be sent under the id that is in use now.",
        "このリクエストの診療記録は、すべて開いているカルテとは別の患者を指しているため、使用しておらず、助言も示していない（不要という意味ではない）。"
        + "正しい患者のカルテか確認する。IDを統合した場合は、現在のIDで記録を送る必要がある。");
}
