using System.Text.RegularExpressions;
using Cds.CdsHooks.Envelope;

namespace Cds.CdsHooks.Data;

/// <summary>Finds the Medications that drug records and draft orders refer to and that the client did not send along.</summary>
internal static partial class MedicationReferences
{
    private const string Medication = "Medication";

    /// <summary>Ids of the missing Medications of the server, each once, in the order met.</summary>
    /// <param name="values">What was sent or fetched.</param>
    /// <param name="context">Context of the hook; its draft orders refer to Medications too.</param>
    /// <param name="server">The server that the token is for; Medications of others are left alone.</param>
    public static IReadOnlyList<string> Missing(IReadOnlyList<PrefetchValue> values, JsonElement context, Uri server)
    {
        var wanted = new List<string>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        IEnumerable<JsonElement> bundles = values.Select(value => value.Resource).OfType<JsonElement>();
        if (context.ValueKind == JsonValueKind.Object && context.TryGetProperty("draftOrders", out JsonElement drafts)) bundles = bundles.Append(drafts);
        foreach (JsonElement resource in bundles.SelectMany(Resources))
        {
            if (resource.Text("resourceType") == Medication && resource.Text("id") is { } id) known.Add(id);
            else if (ReferenceOf(resource) is { } reference && IdOn(server, reference) is { } missing && !wanted.Contains(missing)) wanted.Add(missing);
        }

        return [.. wanted.Where(id => !known.Contains(id))];
    }

    private static IEnumerable<JsonElement> Resources(JsonElement bundle) => bundle.Items("entry")
        .Select(entry => entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty("resource", out JsonElement resource) ? resource : default).Where(resource => resource.ValueKind == JsonValueKind.Object);

    /// <summary>The reference of R4, or that of a CodeableReference of R5.</summary>
    private static string? ReferenceOf(JsonElement record)
    {
        if (record.TryGetProperty("medicationReference", out JsonElement reference)) return reference.Text("reference");
        return record.TryGetProperty("medication", out JsonElement named) && named.ValueKind == JsonValueKind.Object && named.TryGetProperty("reference", out JsonElement of) ? of.Text("reference") : null;
    }

    /// <summary>The id, when the reference is to a Medication of the server.</summary>
    private static string? IdOn(Uri server, string reference)
    {
        Match match = Address().Match(reference);
        if (!match.Success) return null;
        string from = match.Groups["base"].Value;
        bool isThere = from.Length == 0 || (Uri.TryCreate(from, UriKind.Absolute, out Uri? address) && address.AbsoluteUri.TrimEnd('/') == server.AbsoluteUri.TrimEnd('/'));
        return isThere ? match.Groups["id"].Value : null;
    }

    [GeneratedRegex(@"^(?<base>https?://.+/)?Medication/(?<id>[A-Za-z0-9\-.]{1,64})(/_history/[A-Za-z0-9\-.]{1,64})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
