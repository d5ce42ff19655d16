using Cds.FhirMapping.Terminology;
using Cds.Knowledge.Facts;

namespace Cds.CdsHooks.Envelope;

/// <summary>
/// The data that the rules read, as portable prefetch templates: reads and plain searches, context tokens of 2.0, no parameter name twice,
/// every search bound to the patient. Observations are asked for by the codes of the value sets, in several keys so that no address becomes
/// longer than servers take.
/// </summary>
internal static class PrefetchTemplates
{
    private const string Patient = "patient={{context.patientId}}";

    /// <summary>A page size that keeps most histories in one page; servers lower it as they need.</summary>
    private const string PageSize = "_count=1000";

    private const string NewestFirst = "_sort=-date";

    /// <summary>The templates of patient-view.</summary>
    public static IReadOnlyList<PrefetchTemplate> PatientView(CodeMap codes, KnowledgeBase knowledge) =>
    [
        new("patient", "Patient", "Patient/{{context.patientId}}"),
        new("conditions", "Condition", Search("Condition")),
        .. Observations(codes, knowledge),
        new("cytogeneticReports", "DiagnosticReport", Search("DiagnosticReport", Codes(codes.ObservationCodes.Where(code => code.Test == SpecialTest.Cytogenetics)))),
        new("medicationRequests", "MedicationRequest", Search("MedicationRequest")),
        new("medicationStatements", "MedicationStatement", Search("MedicationStatement")),
        new("medicationAdministrations", "MedicationAdministration", Search("MedicationAdministration")),
        new("medicationDispenses", "MedicationDispense", Search("MedicationDispense")),
        new("procedures", "Procedure", Search("Procedure")),
        new("allergies", "AllergyIntolerance", Search("AllergyIntolerance")),
        new("serviceRequests", "ServiceRequest", Search("ServiceRequest", "status=active")) { IsOptional = true },
        new("questionnaireResponses", "QuestionnaireResponse", Search("QuestionnaireResponse", "questionnaire=" + CodeMap.Questionnaire)) { IsOptional = true },
    ];

    private static IEnumerable<PrefetchTemplate> Observations(CodeMap codes, KnowledgeBase knowledge)
    {
        ILookup<PrefetchGroup?, ObservationCode> byGroup = codes.ObservationCodes.ToLookup(code => ObservationKeys.Of(code, knowledge));
        foreach (PrefetchGroup group in ObservationKeys.All) yield return new(ObservationKeys.NameOf(group), "Observation", Search("Observation", Codes(byGroup[group]), NewestFirst));

        // Japanese laboratory codes are recognised by their parts, which no search can express; a token with a system and no code finds them all,
        // and those of a site's own systems too.
        string systems = string.Join(',', codes.LocalObservationSystems.Select(system => system + "|"));
        yield return new("localCodes", "Observation", Search("Observation", "code=" + systems, NewestFirst));
    }

    private static string Codes(IEnumerable<ObservationCode> codes) =>
        "code=" + string.Join(',', codes.Select(code => $"{code.System}|{code.Code}").Distinct().Order(StringComparer.Ordinal));

    private static string Search(string resourceType, params string[] parameters) => $"{resourceType}?{string.Join('&', [Patient, .. parameters, PageSize])}";
}
