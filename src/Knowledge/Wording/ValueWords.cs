using System.Collections.Frozen;

namespace Cds.Knowledge.Wording;

/// <summary>Words for values whose conclusion names none: the two answers of a checklist.</summary>
public static class ValueWords
{
    private static readonly FrozenDictionary<string, LocalizedText> Known = new Dictionary<string, LocalizedText>
    {
        ["eligible"] = new("eligible", "適格"),
        ["ineligible"] = new("ineligible", "不適格"),
        ["met"] = new("met", "満たす"),
        ["not-met"] = new("not met", "満たさない"),
    }.ToFrozenDictionary();

    /// <summary>The words, or the value itself where it is one that readers know (a stage, a response).</summary>
    public static LocalizedText Of(string value) => Known.GetValueOrDefault(value) ?? new LocalizedText(value, value);
}
