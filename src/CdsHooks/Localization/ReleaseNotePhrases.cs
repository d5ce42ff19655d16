namespace Cds.CdsHooks.Localization;

/// <summary>Words of the release notes of a knowledge version.</summary>
internal static class ReleaseNotePhrases
{
    public static LocalizedText Title { get; } = new("Changes of the knowledge base: {before} to {after}", "知識ベースの変更点：{before}から{after}へ");

    public static LocalizedText Compared { get; } = new(
        "{count} patients were compared as of {date}; {changed} of them are answered differently.", "{date}時点で患者{count}名を比較し、このうち{changed}名で回答が変わる。");

    public static LocalizedText ComparedDates { get; } = new(
        "{count} patients were compared, as of {date} before and {later} after; {changed} of them are answered differently.", "患者{count}名を、変更前は{date}時点、変更後は{later}時点で比較し、このうち{changed}名で回答が変わる。");

    public static LocalizedText Unreadable { get; } = new("{count} records could not be read and are counted nowhere.", "{count}件の記録は読み取れず、集計に含まれない。");

    public static LocalizedText NewRules { get; } = new("New rules", "新しい規則");

    public static LocalizedText WithdrawnRules { get; } = new("Rules that were withdrawn", "廃止された規則");

    public static LocalizedText Patients { get; } = new("Who is answered differently", "回答が変わる患者");

    public static LocalizedText Nobody { get; } = new("Nobody of those who were compared.", "比較した患者には該当者なし。");

    public static LocalizedText Rule { get; } = new("{title} (`{id}`)", "{title}（`{id}`）");

    public static LocalizedText Many { get; } = new("{rule}, patients: {count}", "{rule}：{count}名");

    public static LocalizedText Change { get; } = new("Patients: {count}. Before: {before}. Now: {after}.", "{count}名。変更前：{before}。変更後：{after}。");

    public static LocalizedText DecidedBy { get; } = new("Examples were decided by: {facts}.", "例での判断材料：{facts}。");

    public static LocalizedText Further { get; } = new("Patients: {count}, with {kinds} further kinds of change.", "このほか{kinds}種類の変化が計{count}名。");

    /// <summary>Options that stand alike.</summary>
    public static LocalizedText Options { get; } = new("{standing}: {options}", "{standing}：{options}");

    public static LocalizedText OptionSeparator { get; } = new("; ", "；");
}
