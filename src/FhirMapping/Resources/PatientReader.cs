using Cds.FhirMapping.DataTypes;
using Cds.FhirMapping.Json;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;

namespace Cds.FhirMapping.Resources;

/// <summary>Reads what is needed of a Patient: birth date at its precision, and administrative sex.</summary>
internal static class PatientReader
{
    public static ClinicalDate? BirthDate(FhirElement patient, FhirDateTimeReader dates) => dates.Read(patient["birthDate"]);

    public static Sex SexOf(FhirElement patient) => patient["gender"].Text switch
    {
        "female" => Sex.Female,
        "male" => Sex.Male,
        _ => Sex.Unknown,
    };
}
