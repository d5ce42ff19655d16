using System.Collections.Frozen;

namespace Cds.FhirMapping.Terminology;

/// <summary>The URIs and OIDs that senders write for a code system; http and https, a final slash and a version make no difference.</summary>
internal static class CodeSystemUris
{
    /// <summary>Where all canonical URLs of the project begin.</summary>
    public const string ProjectBase = "https://myeloma-cds.example.org/fhir/";

    /// <summary>Where the project's own code systems live: <c>fact</c>, <c>condition</c>, <c>procedure</c>, <c>drug</c>, <c>answer</c>.</summary>
    public const string Project = ProjectBase + "CodeSystem/";

    public const string ProjectFact = Project + "fact";

    /// <summary>The project's questionnaire for what a record usually lacks.</summary>
    public const string ProjectQuestionnaire = "https://myeloma-cds.example.org/fhir/Questionnaire/myeloma-findings";
    public const string Loinc = "http://loinc.org";
    public const string Snomed = "http://snomed.info/sct";
    public const string RxNorm = "http://www.nlm.nih.gov/research/umls/rxnorm";
    public const string Atc = "http://www.whocc.no/atc";
    public const string Yj = "http://capstandard.jp/iyaku.info/CodeSystem/YJ-code";
    public const string Jlac10 = "http://medis.or.jp/CodeSystem/master-JLAC10-17digits";
    public const string Ucum = "http://unitsofmeasure.org";

    private const string Clins = "jpfhir.jp/fhir/clins/CodeSystem/";

    /// <summary>Systems of Japanese laboratory and body measurement codes, and the project's own facts, as senders write them.</summary>
    public static readonly string[] LocalObservationSystems =
    [
        ProjectFact,
        Jlac10,
        "urn:oid:1.2.392.200119.4.504",
        "http://" + Clins + "JLAC10/JP_CLINS_ObsLabResult_CoreLabo_CS",
        "http://" + Clins + "JLAC10/JP_CLINS_ObsLabResult_InfectionLabo_CS",
        "http://" + Clins + "JLAC11/JP_CLINS_ObsLabResult_CoreLabo_CS",
        "http://" + Clins + "JLAC11/JP_CLINS_ObsLabResult_InfectionLabo_CS",
        "http://jpfhir.jp/fhir/core/CodeSystem/JP_ObservationBodyMeasurementCode_CS",
    ];

    private static readonly FrozenDictionary<string, CodeSystemId> Known = new Dictionary<string, CodeSystemId>
    {
        ["loinc.org"] = CodeSystemId.Loinc,
        ["urn:oid:2.16.840.1.113883.6.1"] = CodeSystemId.Loinc,
        ["snomed.info/sct"] = CodeSystemId.Snomed,
        ["urn:oid:2.16.840.1.113883.6.96"] = CodeSystemId.Snomed,
        ["hl7.org/fhir/sid/icd-10"] = CodeSystemId.Icd10,
        ["hl7.org/fhir/sid/icd-10-cm"] = CodeSystemId.Icd10,
        ["hl7.org/fhir/sid/icd-10-us"] = CodeSystemId.Icd10,
        ["hl7.org/fhir/sid/icd-10-gm"] = CodeSystemId.Icd10,
        ["fhir.de/CodeSystem/bfarm/icd-10-gm"] = CodeSystemId.Icd10,
        ["urn:oid:2.16.840.1.113883.6.3"] = CodeSystemId.Icd10,
        ["urn:oid:2.16.840.1.113883.6.90"] = CodeSystemId.Icd10,
        ["fhir.de/CodeSystem/dimdi/icd-10-gm"] = CodeSystemId.Icd10,
        ["jpfhir.jp/fhir/core/mhlw/CodeSystem/ICD10-2013-full"] = CodeSystemId.Icd10,
        ["www.cms.gov/Medicare/Coding/ICD10"] = CodeSystemId.Icd10Pcs,
        ["hl7.org/fhir/sid/icd-10-pcs"] = CodeSystemId.Icd10Pcs,
        ["urn:oid:2.16.840.1.113883.6.4"] = CodeSystemId.Icd10Pcs,
        ["www.ama-assn.org/go/cpt"] = CodeSystemId.Cpt,
        ["urn:oid:2.16.840.1.113883.6.12"] = CodeSystemId.Cpt,
        ["www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets"] = CodeSystemId.Hcpcs,
        ["urn:oid:2.16.840.1.113883.6.285"] = CodeSystemId.Hcpcs,
        ["jpfhir.jp/fhir/core/CodeSystem/JP_ProcedureCodesMedical_CS"] = CodeSystemId.JapaneseFeeSchedule,
        // Exchange code, key number and claims code of the Japanese disease master: no code of theirs could be read in a public text yet, but a site's
        // ConceptMap may use them.
        ["medis.or.jp/CodeSystem/master-disease-exCode"] = CodeSystemId.JapaneseDisease,
        ["urn:oid:1.2.392.200119.4.101.6"] = CodeSystemId.JapaneseDisease,
        ["medis.or.jp/CodeSystem/master-disease-keyNumber"] = CodeSystemId.JapaneseDisease,
        ["jpfhir.jp/fhir/core/mhlw/CodeSystem/masterB-disease"] = CodeSystemId.JapaneseDisease,
        ["terminology.hl7.org/CodeSystem/icd-o-3"] = CodeSystemId.IcdO3,
        ["hl7.org/fhir/sid/icd-o-3"] = CodeSystemId.IcdO3,
        ["urn:oid:2.16.840.1.113883.6.43.1"] = CodeSystemId.IcdO3,
        ["www.nlm.nih.gov/research/umls/rxnorm"] = CodeSystemId.RxNorm,
        ["urn:oid:2.16.840.1.113883.6.88"] = CodeSystemId.RxNorm,
        ["www.whocc.no/atc"] = CodeSystemId.Atc,
        ["whocc.no/atc"] = CodeSystemId.Atc,
        ["urn:oid:2.16.840.1.113883.6.73"] = CodeSystemId.Atc,
        ["fhir.de/CodeSystem/bfarm/atc"] = CodeSystemId.Atc,
        ["fhir.de/CodeSystem/dimdi/atc"] = CodeSystemId.Atc,
        ["hl7.org/fhir/sid/ndc"] = CodeSystemId.Ndc,
        ["urn:oid:2.16.840.1.113883.6.69"] = CodeSystemId.Ndc,
        ["capstandard.jp/iyaku.info/CodeSystem/YJ-code"] = CodeSystemId.Yj,
        ["urn:oid:1.2.392.100495.20.1.73"] = CodeSystemId.Yj,
        // The price list's own code: the same first nine characters (ingredient, route, form, strength), for some products without the maker.
        ["urn:oid:1.2.392.100495.20.1.72"] = CodeSystemId.Yj,
        ["urn:oid:1.2.392.100495.20.1.71"] = CodeSystemId.ReceiptDrug,
        ["jpfhir.jp/fhir/core/mhlw/CodeSystem/MedicationGeneralOrderCode"] = CodeSystemId.GeneralNameOrder,
        ["urn:oid:1.2.392.100495.20.2.81"] = CodeSystemId.GeneralNameOrder,
        ["medis.or.jp/CodeSystem/master-HOT7"] = CodeSystemId.Hot,
        ["medis.or.jp/CodeSystem/master-HOT9"] = CodeSystemId.Hot,
        ["medis.or.jp/CodeSystem/master-HOT13"] = CodeSystemId.Hot,
        ["urn:oid:1.2.392.200119.4.403.2"] = CodeSystemId.Hot,
        ["urn:oid:1.2.392.200119.4.403.1"] = CodeSystemId.Hot,
        ["urn:oid:1.2.392.200119.4.402.1"] = CodeSystemId.Hot,
        ["medis.or.jp/CodeSystem/master-JLAC10-17digits"] = CodeSystemId.Jlac10,
        ["urn:oid:1.2.392.200119.4.504"] = CodeSystemId.Jlac10,
        [Clins + "JLAC10/JP_CLINS_ObsLabResult_CoreLabo_CS"] = CodeSystemId.Jlac10,
        [Clins + "JLAC10/JP_CLINS_ObsLabResult_InfectionLabo_CS"] = CodeSystemId.Jlac10,
        [Clins + "JLAC11/JP_CLINS_ObsLabResult_CoreLabo_CS"] = CodeSystemId.Jlac11,
        [Clins + "JLAC11/JP_CLINS_ObsLabResult_InfectionLabo_CS"] = CodeSystemId.Jlac11,
        ["jpfhir.jp/fhir/core/CodeSystem/JP_ObservationBodyMeasurementCode_CS"] = CodeSystemId.BodyMeasurement,
        ["ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl"] = CodeSystemId.Ncit,
        ["urn:oid:2.16.840.1.113883.3.26.1.1"] = CodeSystemId.Ncit,
        ["terminology.hl7.org/CodeSystem/v3-ObservationInterpretation"] = CodeSystemId.ObservationInterpretation,
        ["hl7.org/fhir/v2/0078"] = CodeSystemId.ObservationInterpretation,
        ["terminology.hl7.org/CodeSystem/v2-0078"] = CodeSystemId.ObservationInterpretation,
        ["terminology.hl7.org/CodeSystem/v2-0136"] = CodeSystemId.YesNo,
        ["hl7.org/fhir/v2/0136"] = CodeSystemId.YesNo,
        ["www.sequenceontology.org"] = CodeSystemId.SequenceOntology,
        ["sequenceontology.org"] = CodeSystemId.SequenceOntology,
        ["www.genenames.org"] = CodeSystemId.Gene,
        ["www.genenames.org/geneId"] = CodeSystemId.Gene,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, CodeSystemId>.AlternateLookup<ReadOnlySpan<char>> KnownForms = Known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The code system that a URI stands for.</summary>
    public static CodeSystemId Identify(string? uri)
    {
        if (uri is null) return CodeSystemId.Unknown;
        ReadOnlySpan<char> normalised = Form(uri);
        if (normalised.StartsWith("myeloma-cds.example.org/fhir/CodeSystem/", StringComparison.Ordinal)) return CodeSystemId.Project;
        // An edition of SNOMED CT writes its module and version behind the system.
        if (normalised.StartsWith("snomed.info/sct/", StringComparison.OrdinalIgnoreCase)) return CodeSystemId.Snomed;
        return KnownForms.TryGetValue(normalised, out CodeSystemId system) ? system : CodeSystemId.Unknown;
    }

    /// <summary>The flag under which a code system is reported as used by the data.</summary>
    public static CodeSystemsInUse FlagOf(CodeSystemId system) => system switch
    {
        CodeSystemId.RxNorm => CodeSystemsInUse.RxNorm,
        CodeSystemId.Yj => CodeSystemsInUse.Yj,
        CodeSystemId.GeneralNameOrder or CodeSystemId.Hot or CodeSystemId.ReceiptDrug => CodeSystemsInUse.JapaneseDrug,
        CodeSystemId.Atc => CodeSystemsInUse.Atc,
        CodeSystemId.Loinc => CodeSystemsInUse.Loinc,
        CodeSystemId.Jlac10 or CodeSystemId.Jlac11 => CodeSystemsInUse.Jlac,
        CodeSystemId.Snomed => CodeSystemsInUse.Snomed,
        CodeSystemId.Icd10 => CodeSystemsInUse.Icd10,
        _ => CodeSystemsInUse.None,
    };

    /// <summary>The URI without scheme, version and final slash.</summary>
    public static string Normalise(string uri) => Form(uri).ToString();

    private static ReadOnlySpan<char> Form(string uri)
    {
        ReadOnlySpan<char> text = uri.AsSpan().Trim();
        int version = text.IndexOf('|');
        if (version >= 0) text = text[..version];
        if (text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) text = text[8..];
        else if (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase)) text = text[7..];
        return text.TrimEnd('/');
    }
}
