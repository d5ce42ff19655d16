using Cds.FhirMapping.Terminology;

namespace Cds.CdsHooks.Prefetch;

/// <summary>
/// The data that the rules read, as portable prefetch templates: reads and plain searches, context tokens of 2.0, no parameter name twice,
/// every search bound to the patient.
/// </summary>
internal static class PrefetchTemplates
{
    private const string Patient = "patient={{context.patientId}}";

    /// <summary>A page size that keeps most histories in one page; servers lower it as they need.</summary>
    private const string PageSize = "_count=1000";

    /// <summary>The templates of patient-view.</summary>
    public static IReadOnlyList<PrefetchTemplate> PatientView(CodeMap codes) =>
    [
        new("patient", "Patient", "Patient/{{context.patientId}}"),
        new("conditions", "Condition", Search("Condition")),
        new("observations", "Observation", Search("Observation") + "&_sort=-date"),
        new("medicationRequests", "MedicationRequest", Search("MedicationRequest")),
        new("medicationStatements", "MedicationStatement", Search("MedicationStatement")),
        new("medicationAdministrations", "MedicationAdministration", Search("MedicationAdministration")),
        new("medicationDispenses", "MedicationDispense", Search("MedicationDispense")),
        new("procedures", "Procedure", Search("Procedure")),
        new("allergies", "AllergyIntolerance", Search("AllergyIntolerance")),
    ];

    private static string Search(string resourceType) => $"{resourceType}?{Patient}&{PageSize}";
}
