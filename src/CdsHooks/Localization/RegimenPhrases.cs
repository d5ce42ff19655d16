namespace Cds.CdsHooks.Localization;

/// <summary>Words about regimens, drugs and their doses.</summary>
internal static class RegimenPhrases
{
    public static LocalizedText OfferedBy { get; } = new("Offered by", "この選択肢を提示する推奨");

    public static LocalizedText Doses { get; } = new("Doses", "用量");

    public static LocalizedText Drug { get; } = new("drug", "薬剤");

    public static LocalizedText Dose { get; } = new("dose", "用量");

    public static LocalizedText Days { get; } = new("days of the cycle", "投与日");

    public static LocalizedText Source { get; } = new("source", "出典");

    public static LocalizedText Cycle { get; } = new("Cycle of {days} days", "1サイクル{days}日");

    public static LocalizedText Cycles { get; } = new("{count} cycles", "{count}サイクル");

    public static LocalizedText OffLabel { get; } = new("Off-label in {place}: {drugs}", "{place}適応外：{drugs}");

    public static LocalizedText Publication { get; } = new("publication outside the documents", "文書外の文献");

    public static LocalizedText Label { get; } = new("drug label", "添付文書");

    public static LocalizedText DoseTable { get; } = new("Doses and schedule", "用量とスケジュール");

    public static LocalizedText Route { get; } = new("route", "経路");

    public static LocalizedText OfCycles { get; } = new("cycles", "サイクル");

    public static LocalizedText AdjustmentTable { get; } = new("Lower doses", "減量");

    public static LocalizedText PrescriberChooses { get; } = new("no source gives it; the prescriber chooses", "典拠がないため処方医が決定");

    public static LocalizedText UnsuitableTable { get; } = new("Care and contraindications", "注意と禁忌");

    public static LocalizedText Of(Knowledge.Patients.Route route) => route switch
    {
        Knowledge.Patients.Route.Oral => new("oral", "経口"),
        Knowledge.Patients.Route.Intravenous => new("intravenous", "静注"),
        Knowledge.Patients.Route.Subcutaneous => new("subcutaneous", "皮下注"),
        _ => throw new ArgumentOutOfRangeException(nameof(route), route, "Add the new route to RegimenPhrases."),
    };
}
