using System.Text.Json;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Assessments;

/// <summary>Writes what was not read or not used.</summary>
internal static class NoteWriter
{
    /// <summary>Writes severity, resource and text.</summary>
    public static void Write(Utf8JsonWriter writer, Note note, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("severity", note.Severity switch
        {
            NoteSeverity.Information => "information",
            NoteSeverity.Warning => "warning",
            NoteSeverity.Error => "error",
            _ => throw new InvalidOperationException("Add the new severity to NoteWriter."),
        });
        if (note.Resource is { } resource) writer.WriteString("resource", resource);
        writer.WriteString("text", note.Text.In(language));
        writer.WriteEndObject();
    }
}
