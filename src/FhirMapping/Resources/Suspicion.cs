using Cds.FhirMapping.DataTypes;
using Cds.FhirMapping.Reading;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Resources;

/// <summary>Finds out that a diagnosis is only suspected, from words of the diagnosis or from the disease modifiers of JP Core.</summary>
internal static class Suspicion
{
    public static bool IsIn(Hl7.Fhir.Model.Condition condition, CodeableConcept code)
    {
        if (code.Texts().Any(IsSuspicion)) return true;
        // The modifiers are extensions of the code or of the Condition.
        foreach (Extension extension in condition.Extension.Concat(code.Extension))
        {
            if (extension.UrlElement.Text()?.Contains("Modifier", StringComparison.OrdinalIgnoreCase) != true) continue;
            if (extension.Value.Concept().Texts().Any(IsSuspicion)) return true;
        }

        return false;
    }

    private static bool IsSuspicion(string text) =>
        text.Contains("疑い", StringComparison.Ordinal) || text.Contains("の疑", StringComparison.Ordinal) || text.EndsWith('疑')
        || text.Contains("suspected", StringComparison.OrdinalIgnoreCase) || text.StartsWith("rule out", StringComparison.OrdinalIgnoreCase);
}
