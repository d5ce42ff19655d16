using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Reading;

/// <summary>
/// Decides whether a resource is about the patient asked about. References are compared as <c>Patient/{id}</c>, also in absolute form or as
/// <c>urn:uuid</c> through <c>fullUrl</c>. A resource that names no subject is taken as the patient's: the request holds one patient.
/// </summary>
internal sealed class SubjectCheck(string patientId, string? patientUrl, Patient? patient, ReferenceResolver resolver)
{
    private readonly string _reference = $"Patient/{patientId}";

    /// <summary>Whether the reference may be to the patient; true when the element names nobody.</summary>
    public bool IsPatient(ResourceReference? reference, Resource? from)
    {
        if (reference is null) return true;
        if (reference.ReferenceElement.Text() is not { } text) return IsIdentifierOfPatient(reference.Identifier);
        if (text == _reference) return true;
        if (text.StartsWith('#')) return IsContainedPatient(resolver.Resolve(reference, from));
        if (text.StartsWith("urn:", StringComparison.OrdinalIgnoreCase)) return IsUrn(text);
        return ReferenceResolver.Relative(text) == _reference;
    }

    private bool IsUrn(string urn)
    {
        if (string.Equals(urn, patientUrl, StringComparison.OrdinalIgnoreCase)) return true;
        if (resolver.ByUrl(urn) is { } entry) return entry.Type == "Patient" && entry.Id == patientId;
        return urn.EndsWith(":" + patientId, StringComparison.OrdinalIgnoreCase);
    }

    private bool IsContainedPatient(Resource? contained) =>
        contained is Patient other && (other.Identifier.Count == 0 || other.Identifier.TrueForAll(IsIdentifierOfPatient));

    /// <summary>A logical reference contradicts only when the same system gives the patient another value.</summary>
    private bool IsIdentifierOfPatient(Identifier? identifier)
    {
        if (identifier?.ValueElement.Text() is not { } value || identifier.SystemElement.Text() is not { } system) return true;
        bool sameSystem = false;
        foreach (Identifier own in patient?.Identifier ?? [])
        {
            if (own.SystemElement.Text() != system) continue;
            if (own.ValueElement.Text() == value) return true;
            sameSystem = true;
        }

        return !sameSystem;
    }
}
