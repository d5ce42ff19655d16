using System.Text.Json;
using Cds.CdsHooks.Wire;
using Cds.Knowledge.Modules;

namespace Cds.CdsHooks.Assessments;

/// <summary>Writes what a reader has to know of an answer that is beyond the documents: member <c>module</c>, left out for theirs.</summary>
internal static class ModuleOriginWriter
{
    /// <summary>Writes the member; nothing for null.</summary>
    public static void Write(Utf8JsonWriter writer, ModuleOrigin? origin)
    {
        if (origin is null) return;
        writer.WriteStartObject("module");
        writer.WriteString("id", origin.Module);
        WriteMembers(writer, origin);
        writer.WriteEndObject();
    }

    /// <summary>Writes the members that a module and its answers share, into an object that has begun.</summary>
    public static void WriteMembers(Utf8JsonWriter writer, ModuleOrigin origin)
    {
        writer.WriteString("speaksFrom", origin.SpeaksFrom.Text);
        writer.WriteFilledArray("jurisdiction", origin.Jurisdictions, (target, place) => target.WriteStringValue(place));
        writer.WriteString("certainty", Enum.GetName(origin.Certainty)!.ToLowerInvariant());
    }
}
