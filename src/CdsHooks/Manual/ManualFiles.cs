using System.Collections.Frozen;
using Cds.CdsHooks.Pages;

namespace Cds.CdsHooks.Manual;

/// <summary>The documentation of this version, as it ships with it: a published service has no folder of documents.</summary>
internal static class ManualFiles
{
    private const string Folder = "docs/", Extension = ".md";

    private static readonly FrozenDictionary<string, string> Resources = ShippedFile.Names(Folder).Where(name => name.EndsWith(Extension, StringComparison.Ordinal))
        .ToFrozenDictionary(name => name[Folder.Length..].Replace('\\', '/'));

    /// <summary>Paths below <c>docs/</c>, those of the folder itself first.</summary>
    public static IReadOnlyList<string> Paths { get; } = [.. Resources.Keys.OrderBy(path => path.Count(c => c == '/')).ThenBy(path => path, StringComparer.Ordinal)];

    /// <summary>Whether there is such a document.</summary>
    public static bool Has(string path) => Resources.ContainsKey(path);

    /// <summary>The Markdown of a document; null where there is none of this path.</summary>
    public static string? Read(string path) => Resources.TryGetValue(path, out string? name) ? ShippedFile.Text(name) : null;
}
