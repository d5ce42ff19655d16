namespace Cds.Knowledge.Adaptation;

/// <summary>Something that a site's overlay folder changes in the knowledge that ships.</summary>
/// <param name="Kind">What kind of entry: the folder it stands in (<c>conclusions</c>, <c>drugs</c>, ...) or <c>formulary</c>.</param>
/// <param name="Id">Id of the entry.</param>
/// <param name="Change">What happens to it.</param>
/// <param name="Title">Name of the entry for readers.</param>
/// <param name="Reason">The site's own reason; null when it gives none.</param>
/// <param name="Place">File and line in the overlay.</param>
public sealed record LocalAdaptation(string Kind, string Id, AdaptationChange Change, LocalizedText Title, LocalizedText? Reason, string Place)
{
    /// <summary>File of the overlay.</summary>
    public string File => Place[..Place.LastIndexOf(':')];

    /// <summary>Line in the file.</summary>
    public long Line => long.Parse(Place.AsSpan(Place.LastIndexOf(':') + 1), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>One line for cards and the knowledge book: what was changed, and why.</summary>
    public LocalizedText Text
    {
        get
        {
            LocalizedText text = Change switch
            {
                AdaptationChange.Added => new LocalizedText($"{Title.En} (added)", $"{Title.Ja}（追加）"),
                AdaptationChange.Replaced => new LocalizedText($"{Title.En} (changed)", $"{Title.Ja}（変更）"),
                AdaptationChange.SwitchedOff => new LocalizedText($"{Title.En} (switched off)", $"{Title.Ja}（無効化）"),
                AdaptationChange.NotOnFormulary => new LocalizedText($"{Title.En} (not on the formulary)", $"{Title.Ja}（院内採用なし）"),
                _ => throw new InvalidOperationException($"Add the change {Change} to LocalAdaptation."),
            };
            return Reason is { } reason ? new LocalizedText($"{text.En}: {reason.En}", $"{text.Ja}：{reason.Ja}") : text;
        }
    }
}

/// <summary>What an overlay does to an entry.</summary>
public enum AdaptationChange
{
    /// <summary>The knowledge that ships has no such entry.</summary>
    Added,

    /// <summary>The whole entry is the site's own.</summary>
    Replaced,

    /// <summary>The entry is gone.</summary>
    SwitchedOff,

    /// <summary>The drug or regimen is no option at this site.</summary>
    NotOnFormulary,
}
