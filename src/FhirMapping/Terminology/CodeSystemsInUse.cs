namespace Cds.FhirMapping.Terminology;

/// <summary>Code systems that a patient's data use; drafts are written in the same ones.</summary>
[Flags]
public enum CodeSystemsInUse
{
    /// <summary>None seen.</summary>
    None = 0,

    /// <summary>RxNorm.</summary>
    RxNorm = 1,

    /// <summary>YJ codes of Japanese drug products.</summary>
    Yj = 2,

    /// <summary>WHO ATC.</summary>
    Atc = 4,

    /// <summary>LOINC.</summary>
    Loinc = 8,

    /// <summary>JLAC10 or JLAC11 of Japanese laboratories.</summary>
    Jlac = 16,

    /// <summary>SNOMED CT.</summary>
    Snomed = 32,

    /// <summary>ICD-10 in any edition.</summary>
    Icd10 = 64,

    /// <summary>Other Japanese drug codes (HOT, general-name order code).</summary>
    JapaneseDrug = 128,
}
