using System.Collections.Frozen;

namespace Cds.Knowledge.Wording;

/// <summary>Settings of a site in words: a trial that it enrols for, a requirement of a CAR-T facility that it meets.</summary>
internal static class SettingWords
{
    private const string Enrolling = "-enrolling";

    private static readonly FrozenDictionary<string, LocalizedText> Requirements = new Dictionary<string, LocalizedText>
    {
        ["car-t-facility.transplant-department"] = new("transplant department or trial site", "移植施設認定診療科または治験実施施設"),
        ["car-t-facility.intensive-care"] = new("intensive care unit", "集中治療室"),
        ["car-t-facility.apheresis"] = new("apheresis staff", "アフェレーシスのスタッフ"),
        ["car-t-facility.registry"] = new("registry of all patients", "全例登録"),
        ["car-t-facility.physicians"] = new("responsible physicians", "責任医師"),
        ["car-t-facility.safety-information"] = new("person in charge of safety information", "安全性情報の担当者"),
        ["car-t-facility.round-the-clock"] = new("care around the clock", "24時間の診療体制"),
        ["car-t-facility.side-effect-team"] = new("team for adverse effects", "副作用対応チーム"),
    }.ToFrozenDictionary();

    /// <summary>What the site has set; a setting that has no words is named as it is configured.</summary>
    public static LocalizedText Of(string setting, Func<string, LocalizedText?> document) =>
        Requirements.TryGetValue(setting, out LocalizedText? requirement)
            ? new LocalizedText("the site states for CAR-T: {what}", "CAR-T施設要件を満たすと設定：{what}").With("what", requirement)
        : setting.EndsWith(Enrolling, StringComparison.Ordinal) && document(setting[..^Enrolling.Length]) is { } trial
            ? new LocalizedText("the site enrols for {what}", "{what}に登録中の施設").With("what", trial)
        : new LocalizedText("the site has set '{what}'", "施設設定「{what}」が有効").With("what", setting);
}
