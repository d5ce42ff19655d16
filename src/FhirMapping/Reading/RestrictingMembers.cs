using System.Collections.Frozen;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Reading;

/// <summary>
/// The elements that restrict or negate what a resource says, class by class. Where one of them is there and cannot be read, the resource is not used: it may
/// have been withdrawn, denied, or be about somebody else. Names of earlier releases (<c>notDone</c>, <c>taken</c>) are here too: FHIR R4 does not know them,
/// and what they say is not lost by ignoring them.
/// </summary>
internal static class RestrictingMembers
{
    private static readonly string[] Everywhere = ["modifierExtension", "implicitRules"];

    private static readonly FrozenDictionary<Type, FrozenSet<string>> Table = new Dictionary<Type, string[]>
    {
        [typeof(Observation)] = ["status", "subject", "patient", "focus", "dataAbsentReason"],
        [typeof(Observation.ComponentComponent)] = ["dataAbsentReason"],
        [typeof(Observation.ReferenceRangeComponent)] = ["type", "appliesTo", "age"],
        [typeof(DiagnosticReport)] = ["status", "subject", "patient"],
        [typeof(Condition)] =
        [
            "clinicalStatus", "verificationStatus", "subject", "patient", "abatement", "abatementBoolean", "abatementDate", "abatementDateTime", "abatementPeriod", "abatementString", "abatementAge", "abatementRange",
        ],
        [typeof(Procedure)] = ["status", "subject", "patient", "notDone", "notPerformed", "reasonNotPerformed"],
        [typeof(MedicationRequest)] = ["status", "intent", "doNotPerform", "subject", "patient"],
        [typeof(MedicationStatement)] = ["status", "subject", "patient", "taken", "wasNotTaken", "notTaken", "reasonNotTaken", "adherence"],
        [typeof(MedicationAdministration)] = ["status", "subject", "patient", "notGiven", "wasNotGiven", "reasonNotGiven"],
        [typeof(MedicationDispense)] = ["status", "subject", "patient", "notDone", "notDoneReason", "notPerformedReason"],
        [typeof(Medication)] = ["status"],
        [typeof(AllergyIntolerance)] = ["clinicalStatus", "verificationStatus", "status", "patient", "subject"],
        [typeof(ServiceRequest)] = ["status", "intent", "doNotPerform", "subject", "patient"],
        [typeof(QuestionnaireResponse)] = ["status", "subject", "patient"],
        [typeof(Dosage)] = ["asNeeded", "asNeededBoolean", "asNeededCodeableConcept", "asNeededFor"],
        [typeof(Quantity)] = ["comparator"],
        [typeof(Age)] = ["comparator"],
        [typeof(Duration)] = ["comparator"],
    }.ToFrozenDictionary(entry => entry.Key, entry => entry.Value.ToFrozenSet(StringComparer.OrdinalIgnoreCase));

    private static readonly string[] Subjects = ["subject", "patient", "focus"];

    /// <summary>Whether an element restricts or negates; its name may differ in letter case.</summary>
    public static bool Contains(Type type, string element) =>
        Everywhere.Contains(element, StringComparer.OrdinalIgnoreCase) || (Table.TryGetValue(type, out FrozenSet<string>? names) && names.Contains(element));

    /// <summary>Whether an element says whom the resource is about.</summary>
    public static bool IsSubject(Type type, string element) => typeof(Resource).IsAssignableFrom(type) && Subjects.Contains(element, StringComparer.OrdinalIgnoreCase) && Contains(type, element);

    /// <summary>The classes of the table, with their elements.</summary>
    public static IEnumerable<(Type Type, IReadOnlySet<string> Elements)> Classes => Table.Select(entry => (entry.Key, (IReadOnlySet<string>)entry.Value));
}
