using Cds.FhirMapping.Values;
using Hl7.Fhir.Model;

using Sex = Cds.Knowledge.Patients.Sex;

namespace Cds.FhirMapping.Resources;

/// <summary>Reads what is needed of a Patient beside the birth date: administrative sex, and whether the patient has died.</summary>
internal static class PatientReader
{
    private static readonly LocalizedText Death = new("death", "死亡");

    public static Sex SexOf(Patient? patient) => patient?.GenderElement.Word() switch
    {
        "female" => Sex.Female,
        "male" => Sex.Male,
        _ => Sex.Unknown,
    };

    /// <summary>Whether the record says that the patient has died. What cannot be read is noted and counts as not said: nobody is taken for dead by mistake.</summary>
    /// <param name="patient">The Patient; null when there is none.</param>
    /// <param name="context">Where dates are read and notes go.</param>
    /// <param name="died">When, if recorded.</param>
    public static bool IsDeceased(Patient? patient, ReadingContext context, out ClinicalDate? died)
    {
        died = null;
        switch (patient?.Deceased)
        {
            case null:
                return false;
            case FhirBoolean said when said.Truth() is { } dead:
                return dead;
            case FhirDateTime moment:
                died = context.Date(moment, $"Patient/{patient.Id}", Death, "deceasedDateTime");
                return died is not null;
            default:
                context.Notes.Unreadable($"Patient/{patient.Id}", Death, "deceased");
                return false;
        }
    }
}
