namespace Cds.CdsHooks.Localization;

/// <summary>Words of the table of options.</summary>
internal static class OptionPhrases
{
    public static LocalizedText StandingChanges { get; } = new("Depends on the patient ({count})", "患者による変更（{count}件）");

    public static LocalizedText Option { get; } = new("option", "選択肢");

    public static LocalizedText Standing { get; } = new("standing", "位置づけ");

    public static LocalizedText Reason { get; } = new("reason", "理由");

    public static LocalizedText OptionsTogether { get; } = new("Options; they complement each other", "選択肢（併用する）");

    public static LocalizedText OptionsAlternative { get; } = new("Options; one of them", "選択肢（いずれか1つ）");

    public static LocalizedText ListedWhen { get; } = new("listed when", "提示する条件");

    public static LocalizedText Orders { get; } = new("orders", "オーダー");

    public static LocalizedText OptionsOf { get; } = new("with the options of: {title}", "「{title}」の選択肢を提示");

    public static LocalizedText Preferred { get; } = new("ranks first", "優先");

    public static LocalizedText KeptWhenRefractory { get; } = new("stays listed although the disease is refractory to one of its drugs", "含まれる薬剤に抵抗性でも提示する");
}
