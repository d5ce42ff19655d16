using Cds.FhirMapping.Answers;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Resources;

/// <summary>
/// Finds out that a diagnosis is denied, only suspected, past or somebody else's, from words of the diagnosis or from the disease modifiers of JP Core.
/// </summary>
internal static class Suspicion
{
    /// <summary>Whether the words keep the Condition from being a diagnosis of this patient, now or in the past.</summary>
    public static bool IsIn(Hl7.Fhir.Model.Condition condition, CodeableConcept code) => Of(condition, code) is not (FindingAssertion.Stated or FindingAssertion.Past);

    /// <summary>What the words of a Condition say of the diagnosis that its code names.</summary>
    public static FindingAssertion Of(Hl7.Fhir.Model.Condition condition, CodeableConcept code)
    {
        FindingAssertion assertion = FindingAssertion.Stated;
        foreach (string text in code.Texts().Concat(ModifiersOf(condition, code)))
        {
            FindingAssertion said = FindingStatement.Read(text);
            if (said is not (FindingAssertion.Stated or FindingAssertion.Past)) return said;
            if (said == FindingAssertion.Past) assertion = said;
        }

        return assertion;
    }

    /// <summary>The modifiers are extensions of the code or of the Condition.</summary>
    private static IEnumerable<string> ModifiersOf(Hl7.Fhir.Model.Condition condition, CodeableConcept code)
    {
        foreach (Extension extension in condition.Extension.Concat(code.Extension))
        {
            if (extension.UrlElement.Text()?.Contains("Modifier", StringComparison.OrdinalIgnoreCase) != true) continue;
            foreach (string text in extension.Value.Concept().Texts()) yield return text;
        }
    }
}
