using Cds.FhirMapping.DataTypes;
using Cds.FhirMapping.Json;

namespace Cds.FhirMapping.Resources;

/// <summary>
/// Decides whether a resource is about the patient asked about. References are compared as <c>Patient/{id}</c>, also in absolute form or as
/// <c>urn:uuid</c> through <c>fullUrl</c>. A resource that names no subject is taken as the patient's: the request holds one patient.
/// </summary>
internal sealed class SubjectCheck(string patientId, string? patientUrl, FhirElement patient, ReferenceResolver resolver)
{
    /// <summary>Whether the reference may be to the patient; null when the element names nobody.</summary>
    public bool IsPatient(FhirElement reference, FhirElement from)
    {
        if (!reference.Exists) return true;
        if (reference["reference"].Text is not { } text) return IsIdentifierOfPatient(reference["identifier"]);
        if (text.StartsWith('#')) return IsContainedPatient(resolver.Resolve(reference, from));
        if (text.StartsWith("urn:", StringComparison.OrdinalIgnoreCase)) return IsUrn(text);
        return ReferenceResolver.Relative(text) == $"Patient/{patientId}";
    }

    private bool IsUrn(string urn)
    {
        if (string.Equals(urn, patientUrl, StringComparison.OrdinalIgnoreCase)) return true;
        if (resolver.ByUrl(urn) is { } entry) return entry.Type == "Patient" && entry.Id == patientId;
        return urn.EndsWith(":" + patientId, StringComparison.OrdinalIgnoreCase);
    }

    private bool IsContainedPatient(FhirElement contained)
    {
        if (contained["resourceType"].Text != "Patient") return false;
        FhirElement[] identifiers = [.. contained["identifier"].Items];
        return identifiers.Length == 0 || identifiers.All(IsIdentifierOfPatient);
    }

    /// <summary>A logical reference contradicts only when the same system gives the patient another value.</summary>
    private bool IsIdentifierOfPatient(FhirElement identifier)
    {
        if (identifier["value"].Text is not { } value || identifier["system"].Text is not { } system) return true;
        bool sameSystem = false;
        foreach (FhirElement own in patient["identifier"].Items)
        {
            if (own["system"].Text != system) continue;
            if (own["value"].Text == value) return true;
            sameSystem = true;
        }

        return !sameSystem;
    }
}
