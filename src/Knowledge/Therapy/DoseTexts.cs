namespace Cds.Knowledge.Therapy;

/// <summary>How a dose that was worked out is said after its rule.</summary>
internal static class DoseTexts
{
    public static LocalizedText WorkedOut { get; } = new(" (= {given} at {by})", "（{by}で{given}）");

    public static LocalizedText Rounded { get; } = new(" (= {exact} at {by}, given as {given})", "（{by}で{exact}、投与量{given}）");

    public static LocalizedText Given { get; } = new(" (given as {given})", "（投与量{given}）");

    public static LocalizedText Size { get; } = new("{size}", "{size}");

    public static LocalizedText LargestSize { get; } = new("{size}, the largest that counts", "上限の{size}");

    public static LocalizedText Maximum { get; } = new(", the maximum", "・最大量");

    public static LocalizedText SizeUnknown { get; } = new(" (amount open: {facts} not known)", "（投与量は未算出：{facts}が不明）");

    public static LocalizedText StrengthUnknown { get; } = new(
        " (= {exact} at {by}; the prescriber fits it to the product)", "（{by}で{exact}、製剤に合わせた投与量は処方医が決定）");

    public static LocalizedText NoPiece { get; } = new(" (no product gives this dose)", "（この用量を投与できる製剤がない）");
}
