using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Resources;

/// <summary>
/// What a status says, as one word of FHIR: letter case, blanks and underscores make no difference (<c>Entered in Error</c>), and a coded status is read from
/// every coding and from its text.
/// </summary>
internal static class StatusWords
{
    /// <summary>Japanese words of problem lists for the codes of FHIR.</summary>
    private static readonly Dictionary<string, string> Translated = new(StringComparer.Ordinal)
    {
        ["確定"] = "confirmed", ["疑い"] = "provisional", ["否定"] = "refuted", ["誤入力"] = "entered-in-error",
        ["活動性"] = "active", ["再発"] = "recurrence", ["寛解"] = "remission", ["治癒"] = "resolved", ["軽快"] = "remission",
    };

    /// <summary>The word of a plain status; null when the element is not there.</summary>
    public static string? Of(PrimitiveType? status) => status is null ? null : Word(status.Text() ?? "");

    /// <summary>All words of a coded status; empty when it says nothing.</summary>
    public static IReadOnlyList<string> Of(CodeableConcept? status) => [.. status.Codes().Select(c => c.Code).Concat(status.Texts()).Select(Word).Distinct()];

    private static string Word(string text)
    {
        string word = TextForm.Fold(text).Trim().ToLowerInvariant().Replace(' ', '-').Replace('_', '-');
        return Translated.GetValueOrDefault(word, word);
    }
}
