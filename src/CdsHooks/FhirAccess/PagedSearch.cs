using System.Buffers;
using System.Text.Json;
using Cds.CdsHooks.Configuration;
using Microsoft.Extensions.Options;

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
    public static bool IsBundle(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty("resourceType", out JsonElement type) && type.ValueKind == JsonValueKind.String && type.ValueEquals("Bundle");

    /// <summary>The link to the next page; null on the last one, empty when it cannot be read.</summary>
    public static string? Next(JsonElement bundle)
    {
        if (!bundle.TryGetProperty("link", out JsonElement links) || links.ValueKind != JsonValueKind.Array) return null;
        foreach (JsonElement link in links.EnumerateArray())
        {
            if (Text(link, "relation") == "next") return Text(link, "url") ?? "";
        }

        return null;
    }

    private static string? Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>The entries of all pages. The total is left out: servers count it per page or for all, and the pages are all there.</summary>
    private static JsonElement Join(List<JsonElement> pages, string? rest)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true }))
        {
            writer.WriteStartObject();
            writer.WriteString("resourceType", "Bundle");
            writer.WriteString("type", "searchset");
            if (rest is not null) WriteNext(writer, rest);
            writer.WriteStartArray("entry");
            foreach (JsonElement page in pages)
            {
                if (!page.TryGetProperty("entry", out JsonElement entries) || entries.ValueKind != JsonValueKind.Array) continue;
                foreach (JsonElement entry in entries.EnumerateArray()) entry.WriteTo(writer);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return JsonDocument.Parse(buffer.WrittenMemory, new JsonDocumentOptions { MaxDepth = 256 }).RootElement;
    }

    private static void WriteNext(Utf8JsonWriter writer, string url)
    {
        writer.WriteStartArray("link");
        writer.WriteStartObject();
        writer.WriteString("relation", "next");
        writer.WriteString("url", url);
        writer.WriteEndObject();
        writer.WriteEndArray();
    }
}
