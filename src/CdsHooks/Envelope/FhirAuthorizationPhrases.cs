namespace Cds.CdsHooks.Envelope;

/// <summary>Sentences about what a client grants on its FHIR server.</summary>
internal static class FhirAuthorizationPhrases
{
    public static LocalizedText SecondsExpected { get; } = new("A whole number of seconds is expected here.", "ここには秒数を整数で指定してください。");
}
