namespace Cds.CdsHooks.Localization;

/// <summary>Language tags on the wire.</summary>
public static class Languages
{
    /// <summary>The language of a BCP 47 tag (<c>ja</c>, <c>ja-JP</c>, <c>en-US</c>), or null when the service does not speak it.</summary>
    public static Language? FromTag(string? tag)
    {
        if (string.IsNullOrWhiteSpace(tag)) return null;
        ReadOnlySpan<char> primary = tag.AsSpan().Trim();
        int end = primary.IndexOfAny('-', '_');
        if (end >= 0) primary = primary[..end];
        if (primary.Equals("en", StringComparison.OrdinalIgnoreCase)) return Language.English;
        return primary.Equals("ja", StringComparison.OrdinalIgnoreCase) ? Language.Japanese : null;
    }

    /// <summary>The tag of a language.</summary>
    public static string Tag(this Language language) => language switch
    {
        Language.English => "en",
        Language.Japanese => "ja",
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "Add the new language to Languages."),
    };

    /// <summary>The language by its own name.</summary>
    public static string Name(this Language language) => language switch
    {
        Language.English => "English",
        Language.Japanese => "日本語",
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "Add the new language to Languages."),
    };
}
