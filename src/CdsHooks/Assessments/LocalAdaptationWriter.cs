using System.Text.Json;
using Cds.Knowledge.Adaptation;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Assessments;

/// <summary>Writes a change that a site's overlay makes.</summary>
internal static class LocalAdaptationWriter
{
    /// <summary>Writes what was changed and how.</summary>
    public static void Write(Utf8JsonWriter writer, LocalAdaptation adaptation, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", adaptation.Kind);
        writer.WriteString("id", adaptation.Id);
        writer.WriteString("change", Name(adaptation.Change));
        writer.WriteString("text", adaptation.Text.In(language));
        writer.WriteEndObject();
    }

    private static string Name(AdaptationChange change) => change switch
    {
        AdaptationChange.Added => "added",
        AdaptationChange.Replaced => "replaced",
        AdaptationChange.SwitchedOff => "switched-off",
        AdaptationChange.NotOnFormulary => "not-on-formulary",
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, "Add the new change to LocalAdaptationWriter."),
    };
}
