using System.Text.Json;

namespace Cds.CdsHooks.Wire;

/// <summary>The two ways in which this service writes arrays.</summary>
internal static class JsonWriting
{
    /// <summary>Writes an array, and nothing at all when it would be empty (CDS Hooks forbids empty values).</summary>
    public static void WriteFilledArray<T>(this Utf8JsonWriter writer, string name, IReadOnlyCollection<T> items, Action<Utf8JsonWriter, T> write)
    {
        if (items.Count > 0) writer.WriteArray(name, items, write);
    }

    /// <summary>Writes an array, also an empty one.</summary>
    public static void WriteArray<T>(this Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray(name);
        foreach (T item in items) write(writer, item);
        writer.WriteEndArray();
    }
}
