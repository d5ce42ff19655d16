namespace Cds.Knowledge.Response;

/// <summary>Which criterion decided a response, for the basis of the answer.</summary>
internal static class ResponseTexts
{
    public static LocalizedText Fall { get; } = new(
        "{percent} % below the {baseline} at the start of the line ({date})", "ライン開始時の {baseline}（{date}）から {percent} % 減少");

    public static LocalizedText NoFall { get; } = new(
        "no fall from the {baseline} at the start of the line ({date})", "ライン開始時の {baseline}（{date}）から減少なし");

    public static LocalizedText DifferenceFall { get; } = new(
        "difference of the light chains {percent} % below the {baseline} mg/L at the start of the line ({date})",
        "遊離軽鎖の差がライン開始時の {baseline} mg/L（{date}）から {percent} % 減少");

    public static LocalizedText NoDifferenceFall { get; } = new(
        "difference of the light chains not below the {baseline} mg/L at the start of the line ({date})",
        "遊離軽鎖の差がライン開始時の {baseline} mg/L（{date}）から減少なし");

    public static LocalizedText LightChainEscape { get; } = new(
        "light-chain escape: the involved light chain rose from {nadir} mg/L ({nadirDate}) to {value} mg/L while the M-protein is flat; no category of its own, look for progression",
        "ライトチェーンエスケープ：M蛋白が横ばいのままinvolved遊離軽鎖が{nadir} mg/L（{nadirDate}）から{value} mg/Lに上昇。効果判定のカテゴリーではないが、増悪の有無を確認する");

    public static LocalizedText Hypercalcaemia { get; } = new(
        "hypercalcaemia that came up in this line: progression when nothing but the myeloma explains it",
        "このラインの間に出現した高カルシウム血症。骨髄腫以外に原因がなければ進行と判定");

    public static LocalizedText NewLesion { get; } = new(
        "new since {date}: a new lesion is progression", "{date} にはなかった新規病変であり進行と判定");

    public static LocalizedText LargerPlasmacytoma { get; } = new(
        "from {nadir} (smallest, {nadirDate}): an increase by {growth} or more is clear growth", "最小値 {nadir}（{nadirDate}）から{growth}以上増大し、明らかな増大と判定");
}
