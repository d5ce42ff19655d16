namespace Cds.Knowledge.Recommendations;

/// <summary>What is said of orders of one drug that are judged together.</summary>
internal static class OrderTexts
{
    /// <summary>A further order that the changed one makes needless.</summary>
    public static LocalizedText RemovedTogether { get; } = new("Remove the further order of the same drug", "同じ薬剤のもう一方のオーダーを取り消す");

    /// <summary>The doses of orders that are given on the same days.</summary>
    public static LocalizedText Together { get; } = new("{doses} together", "合計{doses}");
}
