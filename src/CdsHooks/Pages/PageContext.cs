namespace Cds.CdsHooks.Pages;

/// <summary>What all components of a page share: its language, where it is, and how its links are written.</summary>
/// <param name="Language">Language of the page.</param>
/// <param name="Path">Path of the page below the public address, from the slash on.</param>
/// <param name="Query">Query of the request without <c>lang</c>, as the switch of language keeps it.</param>
public sealed record PageContext(Language Language, string Path, IReadOnlyList<KeyValuePair<string, string>> Query)
{
    /// <summary>Whether the page is made for paper: nothing is folded, and rules stand under headings of their own.</summary>
    public bool IsPrinted { get; init; }

    /// <summary>Id of the form that the switch of language sends again, for an answer that no address leads to; null for a page with an address.</summary>
    public string? SentForm { get; init; }

    /// <summary>Whether the page is of the companion: as wide as the window, with its style and its script.</summary>
    public bool IsCompanion { get; init; }

    /// <summary>Whether EHRs that are configured may show the page in a frame.</summary>
    public bool MayBeFramed { get; init; }

    /// <summary>What the page may do in a browser.</summary>
    public PagePolicy Policy { get; init; } = new();

    /// <summary>Level of the headings within a rule.</summary>
    public int RuleHeading => IsPrinted || IsCompanion ? 4 : 2;

    /// <summary>The other language.</summary>
    public Language Other => Language == Language.English ? Language.Japanese : Language.English;

    /// <summary>Links are relative, so that they hold behind a proxy that takes a prefix off the path.</summary>
    private string Root => Path.Count(c => c == '/') is var depth and > 1 ? string.Concat(Enumerable.Repeat("../", depth - 1)) : "./";

    /// <summary>A text in the language of the page.</summary>
    public string In(LocalizedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.In(Language);
    }

    /// <summary>A file of this service that has no language.</summary>
    public string ToFile(string path) => Root + path;

    /// <summary>A page of this service in the language of this one.</summary>
    /// <param name="path">Path without a leading slash; empty for the start page.</param>
    /// <param name="fragment">Anchor on that page; null for its top.</param>
    public string To(string path, string? fragment = null) => $"{Root}{path}?lang={Language.Tag()}{(fragment is null ? "" : "#" + fragment)}";

    /// <summary>The page of a conclusion or recommendation.</summary>
    public string ToRule(string id) => To(PageAddress.Rules + Uri.EscapeDataString(id));

    /// <summary>The page of a regimen.</summary>
    public string ToRegimen(string id) => To(PageAddress.Regimens + Uri.EscapeDataString(id));

    /// <summary>The page of a drug.</summary>
    public string ToDrug(string id) => To(PageAddress.Drugs + Uri.EscapeDataString(id));

    /// <summary>This page in the other language, its query kept.</summary>
    public string Switched => "?" + string.Join('&', Query
        .Append(new KeyValuePair<string, string>("lang", Other.Tag()))
        .Select(parameter => $"{Uri.EscapeDataString(parameter.Key)}={Uri.EscapeDataString(parameter.Value)}"));

    /// <summary>The context of a request.</summary>
    public static PageContext Of(HttpRequest request, Language language)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new(language, request.Path.Value ?? "/", [.. request.Query.Where(parameter => parameter.Key != "lang")
            .SelectMany(parameter => parameter.Value.Select(value => new KeyValuePair<string, string>(parameter.Key, value ?? "")))]);
    }
}
