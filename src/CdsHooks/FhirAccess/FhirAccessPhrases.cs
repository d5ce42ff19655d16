using Cds.Knowledge.Values;

namespace Cds.CdsHooks.FhirAccess;

/// <summary>Sentences about access to FHIR servers.</summary>
internal static class FhirAccessPhrases
{
    public static LocalizedText SecondsExpected { get; } = new("A whole number of seconds is expected here.", "ここには秒数を整数で指定してください。");
}
