namespace Cds.CdsHooks.Localization;

/// <summary>Words for what a missing fact would change.</summary>
internal static class TrialPhrases
{
    public static LocalizedText ChangesNothing { get; } = new("Alone it changes no stage, risk or recommendation.", "これだけでは病期・リスク・推奨は変わらない。");

    public static LocalizedText NoChange { get; } = new("no answer changes", "判定は変わらない");

    public static LocalizedText Computable { get; } = new("can be computed", "算出できる");

    public static LocalizedText OtherOptions { get; } = new("the options stand otherwise", "選択肢の位置づけが変わる");

    public static LocalizedText FirstOption { get; } = new("first: {option}", "第一選択：{option}");

    public static LocalizedText Answer { get; } = new("{rule}: {answer}", "{rule}：{answer}");

    public static LocalizedText More { get; } = new("{count} more", "ほか{count}件");

    public static LocalizedText OfDay { get; } = new("as a value from before the first treatment", "初回治療前の値として");

    public static LocalizedText AnyValue { get; } = new("any value", "すべての値");

    public static LocalizedText AtLeast { get; } = new("≥ {number}", "{number}以上");

    public static LocalizedText MoreThan { get; } = new("> {number}", "{number}超");

    public static LocalizedText AtMost { get; } = new("≤ {number}", "{number}以下");

    public static LocalizedText LessThan { get; } = new("< {number}", "{number}未満");

    public static LocalizedText Between { get; } = new("{from}, {to}", "{from}{to}");

    public static LocalizedText About { get; } = new("about {number}", "約{number}");
}
