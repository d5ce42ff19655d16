namespace Cds.FhirMapping.Terminology;

/// <summary>Code systems that codes are recognised in, whatever URI a sender writes for them.</summary>
internal enum CodeSystemId
{
    Unknown,
    Loinc,
    Snomed,
    Icd10,
    IcdO3,
    Icd10Pcs,
    Cpt,
    Hcpcs,
    JapaneseFeeSchedule,
    JapaneseDisease,
    RxNorm,
    Atc,
    Yj,
    GeneralNameOrder,
    Hot,
    ReceiptDrug,
    Ndc,
    Jlac10,
    Jlac11,
    Ncit,
    ObservationInterpretation,
    YesNo,
    SequenceOntology,
    BodyMeasurement,
    Gene,
    Project,
}
