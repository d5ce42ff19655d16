using System.Collections.Frozen;

namespace Cds.Knowledge.Wording;

/// <summary>Units as clinicians write them, in place of the UCUM codes of the data; codes that read well stay.</summary>
public static class UnitText
{
    private static readonly FrozenDictionary<string, LocalizedText> Written = new Dictionary<string, LocalizedText>
    {
        ["a"] = new(" years", "歳"),
        ["d"] = new(" days", "日"),
        ["mo"] = new(" months", "か月"),
        ["[IU]"] = new(" IU", " IU"),
        ["%"] = new(" %", "%"),
        ["Cel"] = new(" °C", " ℃"),
        ["mm[Hg]"] = new(" mmHg", " mmHg"),
        ["10*3/uL"] = new(" x10³/µL", " ×10³/µL"),
        ["10*6/kg"] = new(" x10⁶/kg", " ×10⁶/kg"),
        ["mg/(24.h)"] = new(" mg/24 h", " mg/24時間"),
        ["mL/min/{1.73_m2}"] = new(" mL/min/1.73 m²", " mL/min/1.73 m²"),
        ["{tablet}"] = new(" tablet", "錠"),
        ["{score}"] = new("", ""),
        ["{#}"] = new("", ""),
        ["{ratio}"] = new("", ""),
        ["1"] = new("", ""),
    }.ToFrozenDictionary();

    /// <summary>What follows a number of this unit, with the space before it; nothing for a number without unit.</summary>
    public static string After(string? unit, Language language) => unit switch
    {
        null => "",
        _ when Written.TryGetValue(unit, out LocalizedText? text) => text.In(language),
        _ => $" {Readable(unit)}",
    };

    /// <summary>UCUM keeps remarks in braces.</summary>
    private static string Readable(string unit) =>
        unit.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal).Replace('_', ' ');
}
