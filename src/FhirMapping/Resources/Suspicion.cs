using Cds.FhirMapping.DataTypes;
using Cds.FhirMapping.Json;

namespace Cds.FhirMapping.Resources;

/// <summary>Finds out that a diagnosis is only suspected, from words of the diagnosis or from the disease modifiers of JP Core.</summary>
internal static class Suspicion
{
    public static bool IsIn(FhirElement condition, CodeableConcept code)
    {
        if (code.Texts.Any(IsSuspicion)) return true;
        // The modifiers are extensions of the code or of the Condition.
        foreach (FhirElement extension in condition["extension"].Items.Concat(condition["code"]["extension"].Items))
        {
            if (extension["url"].Text?.Contains("Modifier", StringComparison.OrdinalIgnoreCase) != true) continue;
            if (CodeableConcept.Read(extension["valueCodeableConcept"]).Texts.Any(IsSuspicion)) return true;
        }

        return false;
    }

    private static bool IsSuspicion(string text) =>
        text.Contains("疑い", StringComparison.Ordinal) || text.Contains("の疑", StringComparison.Ordinal) || text.EndsWith('疑')
        || text.Contains("suspected", StringComparison.OrdinalIgnoreCase) || text.StartsWith("rule out", StringComparison.OrdinalIgnoreCase);
}
