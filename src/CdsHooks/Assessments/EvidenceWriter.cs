using System.Text.Json;
using Cds.Knowledge.Therapy;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Assessments;

/// <summary>Writes what a trial showed.</summary>
internal static class EvidenceWriter
{
    /// <summary>Writes the evidence; what the document does not give is left out.</summary>
    public static void Write(Utf8JsonWriter writer, Evidence evidence, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("trial", evidence.Trial.In(language));
        writer.WriteString("population", evidence.Population.In(language));
        writer.WriteString("endpoint", evidence.Endpoint.In(language));
        if (evidence.Result is { } result) writer.WriteString("result", result.In(language));
        if (evidence.Comparator is { } comparator) writer.WriteString("comparator", comparator.In(language));
        if (evidence.ComparatorResult is { } comparatorResult) writer.WriteString("comparatorResult", comparatorResult.In(language));
        if (evidence.HazardRatio is { } hazardRatio) writer.WriteNumber("hazardRatio", hazardRatio);
        if (evidence.P is { } p) writer.WriteString("p", p);
        if (evidence.Level is { } level) writer.WriteString("level", level);
        if (evidence.Reference is { } reference) writer.WriteString("reference", reference);
        writer.WriteStartObject("citation");
        writer.WriteString("document", evidence.Citations[0].Document);
        writer.WriteString("locator", string.Join(", ", evidence.Citations.Select(citation => citation.Place.En)));
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
