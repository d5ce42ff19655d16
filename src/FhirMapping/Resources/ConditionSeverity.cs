using Cds.FhirMapping.Values;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Resources;

/// <summary>Reads whether a condition is graded as severe, by code first, then by the words of both languages.</summary>
internal static class ConditionSeverity
{
    private static readonly string[] Severe = ["severe", "重症", "重度", "高度"];
    private static readonly string[] NotSevere = ["mild", "moderate", "軽", "中等"];

    /// <summary>Null when it is not graded.</summary>
    public static bool? IsSevere(CodeableConcept? severity, ReadingContext context)
    {
        if (severity is null) return null;
        context.See(severity);
        IReadOnlyList<string> qualifiers = context.Codes.Find(severity, TargetKind.Qualifier);
        if (qualifiers.Contains("severe")) return true;
        if (qualifiers.Contains("not-severe")) return false;
        foreach (string text in severity.Texts().Select(TextForm.Normalise))
        {
            if (Severe.Any(word => text.Contains(word, StringComparison.Ordinal))) return true;
            if (NotSevere.Any(word => text.Contains(word, StringComparison.Ordinal))) return false;
        }

        return null;
    }
}
