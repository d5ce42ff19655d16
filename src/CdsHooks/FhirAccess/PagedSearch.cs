namespace Cds.CdsHooks.FhirAccess;

/// <summary>Follows the pages of a search result on the server that the token is for, and joins them into one Bundle.</summary>
internal sealed class PagedSearch(FhirClient client, IOptions<CdsOptions> options)
{
    private readonly FhirAccessOptions _options = options.Value.FhirAccess;

    /// <summary>
    /// Reads the pages after the first. When not all could be read, the answer holds what was read with the link to the rest still in it, and
    /// the fault says why.
    /// </summary>
    /// <param name="first">A Bundle.</param>
    /// <param name="call">The call.</param>
    public async Task<FhirAnswer> CompleteAsync(JsonElement first, FhirCall call)
    {
        List<JsonElement> pages = [first];
        HashSet<string> visited = [];
        while (Next(pages[^1]) is { } link)
        {
            if (pages.Count >= _options.MaxPages) return new(Join(pages, link), ReadFault.TooManyPages);
            if (!Uri.TryCreate(new Uri(call.Server.AbsoluteUri.TrimEnd('/') + "/"), link, out Uri? address) || !UrlScope.IsAtOrBelow(address, call.Server))
                return new(Join(pages, link), ReadFault.ForeignPage);
            if (!visited.Add(address.AbsoluteUri)) return new(Join(pages, link), ReadFault.TooManyPages);
            FhirAttempt attempt = await client.GetAsync(address, call);
            if (attempt.Fault != ReadFault.None) return new(Join(pages, link), attempt.Fault);
            if (!IsBundle(attempt.Body)) return new(Join(pages, link), ReadFault.NotTheResource);
            pages.Add(attempt.Body);
        }

        return new(pages.Count == 1 ? first : Join(pages, null), ReadFault.None);
    }

    /// <summary>Whether a value is a Bundle.</summary>
    public static bool IsBundle(JsonElement value) => value.Text("resourceType") == "Bundle";

    /// <summary>The link to the next page; null on the last one, empty when it cannot be read.</summary>
    public static string? Next(JsonElement bundle) =>
        bundle.Items("link").FirstOrDefault(link => link.Text("relation") == "next") is { ValueKind: JsonValueKind.Object } next ? next.Text("url") ?? "" : null;

    /// <summary>The entries of all pages. The total is left out: servers count it per page or for all, and the pages are all there.</summary>
    private static JsonElement Join(List<JsonElement> pages, string? rest) => BundleJson.Parse(BundleJson.Write(
        "searchset",
        writer =>
        {
            foreach (JsonElement entry in pages.SelectMany(page => page.Items("entry"))) entry.WriteTo(writer);
        },
        rest));
}
