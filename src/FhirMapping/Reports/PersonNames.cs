using System.Text.Json;

namespace Cds.FhirMapping.Reports;

/// <summary>What the resources of a Bundle call people: names of patients, practitioners and relatives, and the displays beside references. Used only to hold texts back.</summary>
internal sealed class PersonNames
{
    private const int ShortestPart = 2;

    private static readonly string[] People = ["Patient", "Practitioner", "RelatedPerson", "Person", "PractitionerRole"];

    private readonly HashSet<string> _parts = new(StringComparer.OrdinalIgnoreCase);

    private PersonNames()
    {
    }

    /// <summary>The names in the resources as they were sent.</summary>
    public static PersonNames Of(IEnumerable<ResourceEntry> entries)
    {
        var names = new PersonNames();
        foreach (ResourceEntry entry in entries)
        {
            if (entry.Source.IsEmpty) continue;
            using JsonDocument document = JsonDocument.Parse(entry.Source, new JsonDocumentOptions { MaxDepth = 256 });
            names.Walk(document.RootElement, isName: false, isPerson: People.Contains(entry.Type));
        }

        return names;
    }

    /// <summary>Whether a text holds a part of a name.</summary>
    public bool AreIn(string text) => _parts.Any(part => text.Contains(part, StringComparison.OrdinalIgnoreCase));

    private void Walk(JsonElement element, bool isName, bool isPerson)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                bool isReference = element.TryGetProperty("reference", out _);
                foreach (JsonProperty member in element.EnumerateObject())
                    Walk(member.Value, isName || (isPerson && member.Name == "name") || (isReference && member.Name == "display"), isPerson);
                break;
            case JsonValueKind.Array:
                foreach (JsonElement item in element.EnumerateArray()) Walk(item, isName, isPerson);
                break;
            case JsonValueKind.String when isName:
                foreach (string part in element.GetString()!.Split([' ', '　', ',', '、', '・'], StringSplitOptions.RemoveEmptyEntries))
                {
                    if (part.Length >= ShortestPart) _parts.Add(part);
                }

                break;
            default:
                break;
        }
    }
}
