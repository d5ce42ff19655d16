using Cds.FhirMapping.Reading;
using Hl7.Fhir.Model;
using Sex = Cds.Knowledge.Patients.Sex;

namespace Cds.FhirMapping.Resources;

/// <summary>Reads what is needed of a Patient beside the birth date: administrative sex.</summary>
internal static class PatientReader
{
    public static Sex SexOf(Patient? patient) => patient?.GenderElement.Word() switch
    {
        "female" => Sex.Female,
        "male" => Sex.Male,
        _ => Sex.Unknown,
    };
}
