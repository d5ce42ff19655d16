using System.Text.Json;
using Cds.Knowledge.Documents;

namespace Cds.CdsHooks.Assessments;

/// <summary>Writes a citation.</summary>
internal static class CitationWriter
{
    /// <summary>Writes document and locator.</summary>
    public static void Write(Utf8JsonWriter writer, Citation citation)
    {
        writer.WriteStartObject();
        writer.WriteString("document", citation.Document);
        writer.WriteString("locator", citation.Place.En);
        writer.WriteEndObject();
    }
}
