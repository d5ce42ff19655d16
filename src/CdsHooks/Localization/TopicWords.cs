namespace Cds.CdsHooks.Localization;

/// <summary>Names of card topics for readers.</summary>
internal static class TopicWords
{
    /// <summary>The name of a topic.</summary>
    public static LocalizedText Of(string topic) => topic switch
    {
        "staging" => new("Stage", "病期"),
        "risk" => new("Risk", "リスク"),
        "response" => new("Response", "治療効果"),
        "regimen" => new("Treatment", "治療"),
        "prophylaxis" => new("Prophylaxis", "予防"),
        "bone-disease" => new("Bone disease", "骨病変"),
        "eligibility" => new("Eligibility", "適応・適格性"),
        "workup" => new("Work-up", "検査"),
        "safety" => new("Safety", "安全性"),
        _ => throw new ArgumentOutOfRangeException(nameof(topic), topic, "Add the new topic to TopicWords."),
    };
}
