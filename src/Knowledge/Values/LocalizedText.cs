namespace Cds.Knowledge.Values;

/// <summary>A text in both languages of the service; neither may be empty.</summary>
/// <param name="En">English.</param>
/// <param name="Ja">Japanese.</param>
public sealed record LocalizedText(string En, string Ja)
{
    /// <summary>The text in one language.</summary>
    public string In(Language language) => language switch
    {
        Language.English => En,
        Language.Japanese => Ja,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "Add the new language to LocalizedText."),
    };

    /// <summary>The text up to its first bracket: the short name of "Ld (lenalidomide, low-dose dexamethasone)".</summary>
    public LocalizedText BeforeBracket => new(En.Split(" (")[0], Ja.Split('（')[0]);

    /// <summary>The text as a sentence begins.</summary>
    public LocalizedText Capitalised => new(char.ToUpperInvariant(En[0]) + En[1..], Ja);

    /// <summary>Texts behind one another, in each language with its own separator.</summary>
    public static LocalizedText Join(IEnumerable<LocalizedText> texts, string en, string ja)
    {
        LocalizedText[] all = [.. texts];
        return new(string.Join(en, all.Select(text => text.En)), string.Join(ja, all.Select(text => text.Ja)));
    }

    /// <summary>With another text behind it in brackets, square ones where it has brackets itself.</summary>
    public LocalizedText Bracketed(LocalizedText inside) => new(
        inside.En.Contains(" (", StringComparison.Ordinal) ? $"{En} [{inside.En}]" : $"{En} ({inside.En})",
        inside.Ja.Contains('（') ? $"{Ja}［{inside.Ja}］" : $"{Ja}（{inside.Ja}）");

    /// <summary>As the rest of a sentence: the English text begins small, abbreviations (AL amyloidosis, HBs antigen) excepted.</summary>
    public LocalizedText Uncapitalised => En.Length > 1 && char.IsUpper(En[1]) ? this : new(char.ToLowerInvariant(En[0]) + En[1..], Ja);

    /// <summary>The text with another one right behind it.</summary>
    public LocalizedText FollowedBy(LocalizedText other) => new(En + other.En, Ja + other.Ja);

    /// <summary>The text with <c>{name}</c> placeholders filled in, in both languages, with the value as <see cref="PlainText"/>: it may come from outside.</summary>
    public LocalizedText With(string name, string value)
    {
        string plain = PlainText.Of(value);
        return new(En.Replace("{" + name + "}", plain, StringComparison.Ordinal), Ja.Replace("{" + name + "}", plain, StringComparison.Ordinal));
    }

    /// <summary>The text with <c>{name}</c> placeholders filled in, each language with its own words.</summary>
    public LocalizedText With(string name, LocalizedText value) =>
        new(En.Replace("{" + name + "}", value.En, StringComparison.Ordinal), Ja.Replace("{" + name + "}", value.Ja, StringComparison.Ordinal));

    /// <summary>Both languages. The printing of records would follow <see cref="BeforeBracket"/> without end.</summary>
    public override string ToString() => $"{En} / {Ja}";
}

/// <summary>The languages that every text of the service exists in.</summary>
public enum Language
{
    /// <summary>English (<c>en</c>).</summary>
    English,

    /// <summary>Japanese (<c>ja</c>).</summary>
    Japanese,
}
