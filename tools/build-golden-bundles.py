#!/usr/bin/env python3
"""Writes the golden bundles of tests/FhirMapping.Tests/Bundles/golden: one synthetic patient a file, in one dialect, with the facts that have to be
read. What is expected is written here beside each resource, from the public contract and the terminology notes, never from what the reader answers.

    python3 tools/build-golden-bundles.py
"""
import json
import pathlib

OUT = pathlib.Path(__file__).resolve().parent.parent / "tests" / "FhirMapping.Tests" / "Bundles" / "golden"
LOINC, SCT, UCUM = "http://loinc.org", "http://snomed.info/sct", "http://unitsofmeasure.org"
RXNORM, ATC = "http://www.nlm.nih.gov/research/umls/rxnorm", "http://www.whocc.no/atc"
YJ = "http://capstandard.jp/iyaku.info/CodeSystem/YJ-code"
JLAC10 = "http://medis.or.jp/CodeSystem/master-JLAC10-17digits"
CLINS10 = "http://jpfhir.jp/fhir/clins/CodeSystem/JLAC10/JP_CLINS_ObsLabResult_CoreLabo_CS"
CLINS11 = "http://jpfhir.jp/fhir/clins/CodeSystem/JLAC11/JP_CLINS_ObsLabResult_CoreLabo_CS"
ICDJP = "http://jpfhir.jp/fhir/core/mhlw/CodeSystem/ICD10-2013-full"
BODY = "http://jpfhir.jp/fhir/core/CodeSystem/JP_ObservationBodyMeasurementCode_CS"
ICD10CM, ICD10 = "http://hl7.org/fhir/sid/icd-10-cm", "http://hl7.org/fhir/sid/icd-10"
OWN = "https://myeloma-cds.example.org/fhir/CodeSystem/"
MCODE = "http://hl7.org/fhir/us/mcode/StructureDefinition/"
USCORE = "http://hl7.org/fhir/us/core/StructureDefinition/"
ME = {"reference": "Patient/p1"}


def concept(*codings, text=None):
    return {**({"coding": [{"system": s, "code": c, **({"display": d[0]} if d else {})} for s, c, *d in codings]} if codings else {}), **({"text": text} if text else {})}


def status(kind, code):
    return concept((f"http://terminology.hl7.org/CodeSystem/condition-{kind}", code))


def quantity(value, unit, code=None, system=UCUM, comparator=None):
    return {"value": value, "unit": unit, **({"system": system, "code": code} if code else {}), **({"comparator": comparator} if comparator else {})}


def patient(**more):
    return {"resourceType": "Patient", "id": "p1", "gender": "female", "birthDate": "1962-05-20", **more}, []


def observation(id_, code, expected, date="2026-11-02", **members):
    time = {} if date is None else {"effectiveDateTime": date}
    return {"resourceType": "Observation", "id": id_, "status": "final", "code": code, "subject": ME, **time, **members}, list(expected)


def lab(id_, code, value, expected, date="2026-11-02", **members):
    """A quantity; expected is the fact and its canonical value, or a note."""
    lines = [expected] if expected.startswith("note") else [f"{expected} {date} Observation/{id_}"] if expected else []
    return observation(id_, code, lines, date, valueQuantity=value, **members)


def finding(id_, code, expected, date="2026-11-02", **members):
    return observation(id_, code, [f"{e} {date} Observation/{id_}" for e in ([expected] if isinstance(expected, str) else expected)], date, **members)


def condition(id_, code, expected, onset="2026-10-20", clinical="active", verification="confirmed", **members):
    return {"resourceType": "Condition", "id": id_, "clinicalStatus": status("clinical", clinical), **({"verificationStatus": status("ver-status", verification)} if verification else {}),
            "code": code, "subject": ME, "onsetDateTime": onset, **members}, [f"condition {e} {'current' if clinical == 'active' else 'remission' if clinical == 'remission' else 'history'} {onset}"
                                                                                for e in ([expected] if isinstance(expected, str) else expected)]


def drug(type_, id_, medication, expected, state="active", **members):
    return {"resourceType": type_, "id": id_, "status": state, "subject": ME, **medication, **members}, [f"drug {expected}"] if expected else []


def request(id_, medication, expected, state="active", **members):
    return drug("MedicationRequest", id_, medication, expected, state, intent="order", **members)


def procedure(id_, code, expected, date, state="completed", **members):
    return {"resourceType": "Procedure", "id": id_, "status": state, "code": code, "subject": ME, "performedDateTime": date, **members}, [f"procedure {expected} {date}"] if expected else []


def cc(*codings, text=None):
    return {"medicationCodeableConcept": concept(*codings, text=text)}


BUNDLES = []


def bundle(dialect, name, about, *parts, type_="collection"):
    resources = [resource for resource, _ in parts]
    BUNDLES.append((f"{dialect}-{name}", {
        "dialect": dialect, "about": about, "expected": sorted(line for _, lines in parts for line in lines),
        "bundle": {"resourceType": "Bundle", "type": type_, "entry": [{"fullUrl": f"https://ehr.example.org/fhir/{r['resourceType']}/{r['id']}", "resource": r} for r in resources]}}))


def jp_core():
    def jlac(code, text):
        return concept((JLAC10, code), text=text)

    bundle("jp-core", "laboratory", "JLAC10 of 17 digits, units as text only, a second local code beside", patient(),
           condition("c1", concept((ICDJP, "C900"), text="多発性骨髄腫"), "multiple-myeloma"),
           lab("alb", concept((JLAC10, "3A015000002327101", "ALB"), ("https://hospital.example.jp/lab", "0012"), text="アルブミン"), quantity(3.2, "g/dL"), "albumin 3.2"),
           lab("ld", jlac("3B050000002327901", "LD"), quantity(310, "U/L"), "ldh 310", referenceRange=[{"low": quantity(124, "U/L"), "high": quantity(222, "U/L")}]),
           lab("ca", jlac("3H030000002327101", "Ca"), quantity(5.5, "mEq/L"), "calcium 11.022"),
           lab("cre", jlac("3C015000002327101", "Cre"), quantity(1.4, "mg/dL"), "creatinine 1.4"),
           lab("hb", jlac("2A990000001930953", "Hb"), quantity(9.1, "g/dL"), "hemoglobin 9.1"),
           lab("wbc", jlac("2A990000001930952", "WBC"), quantity(34, "X10*2/μL"), "leukocytes 3.4"),
           lab("plt", jlac("2A990000001930955", "PLT"), quantity(14.5, "X10*4/μL"), "platelets 145"),
           lab("crp", jlac("5C070000002306201", "CRP"), quantity(0.3, "mg/dL"), "crp 3"))
    bundle("jp-core", "clins", "JP-CLINS item keys, JLAC11 and JLAC10 side by side, OID form of the system", patient(),
           condition("c1", concept((ICDJP, "C900"), text="多発性骨髄腫"), "multiple-myeloma"),
           lab("alb", concept((CLINS10, "ALB", "ALB"), text="アルブミン"), quantity(36, "g/L"), "albumin 3.6"),
           lab("hb", concept((CLINS11, "B1004000001930901", "Hb"), (CLINS10, "Hb", "Hb"), text="血算-ヘモグロビン"), quantity(10.2, "g/dL"), "hemoglobin 10.2"),
           lab("cre", concept(("urn:oid:1.2.392.200119.4.504", "3C015000002327101"), text="クレアチニン"), quantity(106, "μmol/L"), "creatinine 1.1990932"),
           lab("ast", concept((CLINS10, "AST", "AST"), text="AST"), quantity(28, "IU/L"), "ast 28"))
    bundle("jp-core", "treatment", "YJ codes, general-name order code, dispense in days, administration; text in Japanese where no code is", patient(),
           condition("c1", concept((ICDJP, "C900"), text="多発性骨髄腫"), "multiple-myeloma"),
           request("len", cc((YJ, "4291024M1024"), text="レブラミドカプセル5mg"), "lenalidomide Request Active 2026-10-01 to 2026-10-21", authoredOn="2026-10-01",
                   dispenseRequest={"expectedSupplyDuration": quantity(21, "日", "d")}),
           drug("MedicationDispense", "lend", cc((YJ, "4291024M1024")), "lenalidomide Dispense Ended 2026-10-02 to 2026-10-22", "completed", whenHandedOver="2026-10-02", daysSupply=quantity(21, "日", "d")),
           drug("MedicationAdministration", "bor", cc((YJ, "4291412D1024"), text="ベルケイド注射用3mg"), "bortezomib Administration Ended 2026-10-01 to 2026-10-01", "completed", effectiveDateTime="2026-10-01"),
           drug("MedicationStatement", "dex", cc(text="レナデックス錠4mg"), "dexamethasone Statement Active 2026-10-01 to  by text", effectivePeriod={"start": "2026-10-01"}))
    bundle("jp-core", "suspected", "A suspected disease is a modifier beside the code and no diagnosis; another is outpatient history", patient(),
           ({"resourceType": "Condition", "id": "c1", "clinicalStatus": status("clinical", "active"), "subject": ME, "onsetDateTime": "2026-10-20",
             "extension": [{"url": "http://jpfhir.jp/fhir/core/Extension/StructureDefinition/JP_Condition_DiseasePostfixModifier",
                            "valueCodeableConcept": concept(("http://medis.or.jp/CodeSystem/master-disease-modExCode", "8002", "の疑い"))}],
             "code": concept((ICDJP, "C900"), text="多発性骨髄腫")}, ["note Information Condition/c1"]),
           condition("c2", concept((ICDJP, "D472"), text="MGUS"), "mgus", onset="2020-04"),
           condition("c3", concept((ICDJP, "J841"), text="間質性肺炎"), "interstitial-lung-disease", clinical="resolved"))
    bundle("jp-core", "smouldering", "C900 with the word for smouldering; measurements of the body; light chains by analyte and result", patient(),
           condition("c1", concept((ICDJP, "C900"), text="くすぶり型多発性骨髄腫"), "smouldering-myeloma"),
           lab("kappa", concept((JLAC10, "5A141000002306151"), text="遊離L鎖κ"), quantity(220, "mg/L"), "flc-kappa 220"),
           lab("lambda", concept((JLAC10, "5A141000002306152"), text="遊離L鎖λ"), quantity(1.1, "mg/dL"), "flc-lambda 11"),
           lab("b2u", concept((JLAC10, "5C065000000106101"), text="尿中β2-MG"), quantity(300, "μg/L"), ""),
           lab("weight", concept((BODY, "31000296"), text="体重"), quantity(52, "kg", "kg"), "weight 52"),
           lab("height", concept((BODY, "31000298"), text="身長"), quantity(158, "cm", "cm"), "height 158"))
    bundle("jp-core", "fish", "FISH by JLAC10 with Japanese answers; a text result of a whole panel", patient(),
           condition("c1", concept((ICDJP, "C900"), text="多発性骨髄腫"), "multiple-myeloma"),
           finding("f1", concept((JLAC10, "8B475000004684101"), text="17p欠失 FISH"), "del-17p present", valueString="陽性"),
           finding("f2", concept((JLAC10, "8B344000004684101"), text="IGH/FGFR3 FISH"), "t-4-14 absent", valueCodeableConcept={"text": "陰性"}),
           finding("f3", concept((LOINC, "62367-8"), text="FISHパネル"), ["gain-1q present", "t-14-16 absent"], valueString="1q21増幅 陽性、t(14;16) 検出せず"))


def mcode():
    def variant(id_, present, *components, expected):
        return finding(id_, concept((LOINC, "69548-6")), expected, meta={"profile": [MCODE + "mcode-genomic-variant"]}, valueCodeableConcept=concept((LOINC, "LA9633-4" if present else "LA9634-2")),
                       component=[{"code": concept((LOINC, code)), "valueCodeableConcept": value} for code, value in components])

    hgnc = "http://www.genenames.org"
    bundle("mcode", "diagnosis", "Primary cancer condition, stages as Observations and in the Condition, ECOG, disease status", patient(meta={"profile": [MCODE + "mcode-cancer-patient"]}),
           ({"resourceType": "Condition", "id": "c1", "meta": {"profile": [MCODE + "mcode-primary-cancer-condition"]}, "clinicalStatus": status("clinical", "active"),
             "verificationStatus": status("ver-status", "confirmed"), "code": concept((SCT, "109989006")), "subject": ME, "onsetDateTime": "2026-10-20"}, ["condition multiple-myeloma current 2026-10-20"]),
           finding("iss", concept(("http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl", "C139007")), "recorded-iss II", valueCodeableConcept=concept(("http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl", "C70659"))),
           finding("riss", concept(("http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl", "C141392")), "recorded-r-iss III", valueCodeableConcept=concept(("http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl", "C141396"))),
           finding("ecog", concept((LOINC, "89247-1")), "ecog 1", valueInteger=1),
           finding("status", concept((LOINC, "97509-4")), "disease-status stable-disease", valueCodeableConcept=concept((SCT, "359746009"))))
    bundle("mcode", "variants", "Fusion by two genes, deletion by location, gain by copy number, ISCN text, an absent variant", patient(),
           condition("c1", concept((ICD10CM, "C90.00")), "multiple-myeloma"),
           variant("v1", True, ("48018-6", concept((hgnc, "HGNC:3690", "FGFR3"))), ("48018-6", concept((hgnc, "HGNC:5477", "IGH"))), expected="t-4-14 present"),
           variant("v2", True, ("48001-2", concept(text="17p13")), ("48019-4", concept((LOINC, "LA6692-3"))), expected="del-17p present"),
           variant("v3", True, ("81291-7", concept(text="t(11;14)(q13;q32)")), expected="t-11-14 present"),
           variant("v4", False, ("81291-7", concept(text="t(14;16)(q32;q23)")), expected="t-14-16 absent"))
    bundle("mcode", "treatment", "Cancer-related medication request and administration, radiotherapy course, surgery, progression", patient(),
           condition("c1", concept((SCT, "109989006")), "multiple-myeloma"),
           request("m1", cc((RXNORM, "342369", "lenalidomide")), "lenalidomide Request Ended 2026-01-05 to", "completed", authoredOn="2026-01-05", meta={"profile": [MCODE + "mcode-cancer-related-medication-request"]}),
           drug("MedicationAdministration", "m2", cc((RXNORM, "1721947")), "daratumumab Administration Ended 2026-09-01 to 2026-09-01", "completed", effectiveDateTime="2026-09-01"),
           ({"resourceType": "Procedure", "id": "rt", "meta": {"profile": [MCODE + "mcode-radiotherapy-course-summary"]}, "status": "completed", "code": concept((SCT, "1217123003")), "subject": ME,
             "performedPeriod": {"start": "2026-08-01", "end": "2026-08-14"}}, ["procedure radiotherapy 2026-08-14"]),
           finding("pd", concept((LOINC, "97509-4")), "disease-status progression", date="2026-08-20", valueCodeableConcept=concept((SCT, "271299001"))))


def us_core():
    def us(id_, code, value, unit, expected, **members):
        return lab(id_, concept((LOINC, code)), quantity(value, unit, unit), expected, meta={"profile": [USCORE + "us-core-observation-lab"]}, **members)

    bundle("us-core", "laboratory", "LOINC and UCUM, interpretation, comparator", patient(),
           condition("c1", concept((ICD10CM, "C90.00"), (SCT, "109989006")), "multiple-myeloma"),
           us("b2m", "1952-1", 6.1, "mg/L", "beta2-microglobulin 6.1"), us("alb", "1751-7", 3.1, "g/dL", "albumin 3.1"),
           us("crea", "2160-0", 1.9, "mg/dL", "creatinine 1.9"), us("hgb", "718-7", 9.8, "g/dL", "hemoglobin 9.8"),
           us("kap", "36916-5", 410, "mg/L", "flc-kappa 410"),
           lab("lam", concept((LOINC, "33944-0")), quantity(1.3, "mg/L", "mg/L", comparator="<"), "flc-lambda < 1.3"),
           us("spep", "33358-3", 4.2, "g/dL", "m-protein-serum 4.2"), us("upep", "42482-0", 340, "mg/(24.h)", "m-protein-urine 340"))
    bundle("us-core", "vitals", "Blood pressure panel with components, saturation, weight in pounds, height in inches, temperature in Fahrenheit", patient(),
           condition("c1", concept((ICD10CM, "C90.00")), "multiple-myeloma"),
           observation("bp", concept((LOINC, "85354-9")), ["systolic-bp 118 2026-11-02 Observation/bp"], component=[
               {"code": concept((LOINC, "8480-6")), "valueQuantity": quantity(118, "mmHg", "mm[Hg]")}, {"code": concept((LOINC, "8462-4")), "valueQuantity": quantity(70, "mmHg", "mm[Hg]")}]),
           us("spo2", "59408-5", 96, "%", "spo2 96"), us("wt", "29463-7", 100, "[lb_av]", "weight 45.36"), us("ht", "8302-2", 60, "[in_i]", "height 152.4"),
           us("temp", "8310-5", 100.4, "[degF]", "temperature 38"))
    bundle("us-core", "medications", "MedicationRequest with a contained and with a bundled Medication; statement not taken; allergy", patient(),
           condition("c1", concept((ICD10CM, "C90.00")), "multiple-myeloma"),
           request("r1", {"medicationReference": {"reference": "#m"}}, "bortezomib Request Active 2026-10-05 to", authoredOn="2026-10-05",
                   contained=[{"resourceType": "Medication", "id": "m", "code": concept((RXNORM, "358258"))}]),
           request("r2", {"medicationReference": {"reference": "Medication/med2"}}, "lenalidomide Request Active 2026-10-05 to", authoredOn="2026-10-05"),
           ({"resourceType": "Medication", "id": "med2", "code": concept((RXNORM, "342369"))}, []),
           ({"resourceType": "MedicationStatement", "id": "s1", "status": "not-taken", "subject": ME, **cc((RXNORM, "1191")), "effectiveDateTime": "2026-10-05"}, ["note Information MedicationStatement/s1"]),
           ({"resourceType": "AllergyIntolerance", "id": "a1", "clinicalStatus": concept(("http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical", "active")),
             "code": concept((RXNORM, "1191")), "patient": ME}, ["allergy aspirin"]))
    bundle("us-core", "panel", "A report that contains its results, hasMember to separate ones, searchset with an outcome", patient(),
           condition("c1", concept((ICD10CM, "C90.00")), "multiple-myeloma"),
           ({"resourceType": "DiagnosticReport", "id": "dr", "status": "final", "code": concept((LOINC, "24323-8")), "subject": ME, "effectiveDateTime": "2026-11-02", "result": [{"reference": "#ca"}],
             "contained": [{"resourceType": "Observation", "id": "ca", "status": "final", "code": concept((LOINC, "17861-6")), "subject": ME, "valueQuantity": quantity(11.2, "mg/dL", "mg/dL")}]},
            ["calcium 11.2 2026-11-02 DiagnosticReport/dr#ca"]),
           observation("cbc", concept((LOINC, "58410-2")), [], hasMember=[{"reference": "Observation/plt"}]), us("plt", "777-3", 88, "10*3/uL", "platelets 88"), type_="searchset")


def messy():
    bundle("messy", "units", "What EHRs really send as units; a unit missing, one that cannot be converted, an impossible value", patient(),
           condition("c1", concept((ICD10, "C90.0")), "multiple-myeloma", verification=None),
           lab("o1", concept((LOINC, "1751-7")), quantity(3.4, "g/dl"), "albumin 3.4"), lab("o2", concept((LOINC, "1952-1")), quantity(4, "mg/l"), "beta2-microglobulin 4"),
           lab("o3", concept((LOINC, "777-3")), quantity(201, "K/uL"), "platelets 201"), lab("o4", concept((LOINC, "26499-4")), quantity(2900, "/mm3"), "neutrophils 2.9"),
           lab("o5", concept((LOINC, "14804-9")), quantity(250, "IU/L"), "ldh 250"), lab("o6", concept((LOINC, "98979-8")), quantity(41, "mL/min/1.73m2"), "egfr 41"),
           lab("o7", concept((LOINC, "2160-0")), {"value": 1.1}, "note Warning Observation/o7"), lab("o8", concept((LOINC, "718-7")), quantity(9, "furlong"), "note Warning Observation/o8"),
           lab("o9", concept((LOINC, "17861-6")), quantity(940, "mg/dL"), "note Warning Observation/o9"))
    bundle("messy", "strings", "Numbers in strings, fractions, answers in words, dates of a month and a year", patient(birthDate="1962"),
           condition("c1", concept((ICD10, "C900")), "multiple-myeloma", onset="2026-10"),
           finding("o1", concept((LOINC, "33358-3")), "m-protein-serum 2.9", valueString="2.9 g/dL"),
           finding("o2", concept((LOINC, "33944-0")), "flc-lambda < 3", valueString="<3.0 mg/L"),
           finding("o3", concept((LOINC, "5196-1")), "hbs-antigen absent", valueString="negative"),
           finding("o4", concept((OWN + "fact", "bone-lesions")), "bone-lesions 3", date="2026-10", valueInteger=3),
           finding("o5", concept((OWN + "fact", "frailty")), "frailty fit", valueString="fit"),
           finding("o6", concept((OWN + "fact", "transplant-intent")), "transplant-intent present", valueBoolean=True))
    bundle("messy", "others", "Another patient's result, a status that does not count, data absent, an entry without a date, an unmapped name", patient(),
           condition("c1", concept((SCT, "109989006")), "multiple-myeloma"),
           ({"resourceType": "Observation", "id": "x1", "status": "final", "code": concept((LOINC, "1751-7")), "subject": {"reference": "Patient/p2"}, "effectiveDateTime": "2026-11-02", "valueQuantity": quantity(2, "g/dL", "g/dL")},
            ["note Error Observation/x1"]),
           ({"resourceType": "Observation", "id": "x2", "status": "entered-in-error", "code": concept((LOINC, "1751-7")), "subject": ME, "effectiveDateTime": "2026-11-02", "valueQuantity": quantity(2, "g/dL", "g/dL")},
            ["note Information Observation/x2"]),
           ({"resourceType": "Observation", "id": "x3", "status": "final", "code": concept((LOINC, "1952-1")), "subject": ME, "effectiveDateTime": "2026-11-02", "dataAbsentReason": concept(text="unknown")},
            ["note Information Observation/x3"]),
           ({"resourceType": "Observation", "id": "x4", "status": "final", "code": concept((LOINC, "718-7")), "subject": ME, "valueQuantity": quantity(9, "g/dL", "g/dL")}, ["note Warning Observation/x4"]),
           ({"resourceType": "Observation", "id": "x5", "status": "final", "code": concept(("https://hospital.example.org/lab", "77"), text="serum albumin"), "subject": ME, "effectiveDateTime": "2026-11-02",
             "valueQuantity": quantity(3, "g/dL", "g/dL")}, ["note Information Observation/x5"]),
           ({"resourceType": "Encounter", "id": "e1", "status": "finished"}, []))
    bundle("messy", "fish", "FISH in free text: negation, percentages on both sides of the cut-off words, a component by name only, a question mark", patient(),
           condition("c1", concept((SCT, "109989006")), "multiple-myeloma"),
           finding("f1", concept((LOINC, "57802-1")), ["t-4-14 absent", "t-14-16 absent", "del-17p present"], valueString="No evidence of t(4;14) or t(14;16). del(17p) detected in 62% of cells."),
           finding("f2", concept((LOINC, "62367-8")), ["gain-1q present", "t-11-14 absent"], date="2026-11-03", component=[
               {"code": {"text": "gain(1q21)"}, "valueString": "positive"}, {"code": {"text": "t(11;14)"}, "valueString": "not detected"}]))
    bundle("messy", "drugs", "Trade names and generic names in text, an order that is a proposal, an undated order", patient(),
           condition("c1", concept((SCT, "109989006")), "multiple-myeloma"),
           request("r1", cc(text="Revlimid 25 mg caps"), "lenalidomide Request Active 2026-09-01 to  by text", authoredOn="2026-09-01"),
           request("r2", cc((ATC, "L01XG01")), "bortezomib Request Active 2026-09-01 to", authoredOn="2026-09-01"),
           ({"resourceType": "MedicationRequest", "id": "r3", "status": "active", "intent": "proposal", "subject": ME, **cc((RXNORM, "1721947")), "authoredOn": "2026-09-01"}, ["note Information MedicationRequest/r3"]),
           request("r4", cc(text="melatonin 3 mg"), ""))


def r4b_and_r5():
    bundle("r4b", "citation", "R4B differs in nothing that is read; meta says so", patient(),
           condition("c1", concept((SCT, "109989006")), "multiple-myeloma", meta={"profile": ["http://hl7.org/fhir/4.3/StructureDefinition/Condition"]}),
           lab("b2m", concept((LOINC, "1952-1")), quantity(3, "mg/L", "mg/L"), "beta2-microglobulin 3"),
           drug("MedicationAdministration", "m1", cc((RXNORM, "358258")), "bortezomib Administration Ended 2026-11-01T09:00:00 to 2026-11-01T09:05:00", "completed",
                effectivePeriod={"start": "2026-11-01T09:00:00+09:00", "end": "2026-11-01T09:05:00+09:00"}))
    bundle("r5", "requests", "CodeableReference with a concept and with a reference", patient(),
           condition("c1", concept((SCT, "109989006")), "multiple-myeloma"),
           request("r1", {"medication": {"concept": concept((RXNORM, "342369"))}}, "lenalidomide Request Active 2026-10-01 to", authoredOn="2026-10-01"),
           request("r2", {"medication": {"reference": {"reference": "Medication/m"}}}, "daratumumab Request Ended 2026-01-01 to", "ended", authoredOn="2026-01-01"),
           ({"resourceType": "Medication", "id": "m", "code": concept((RXNORM, "1721947"))}, ["note Information"]))
    bundle("r5", "statements", "Status recorded with adherence; administration with occurrence", patient(),
           condition("c1", concept((SCT, "109989006")), "multiple-myeloma"),
           drug("MedicationStatement", "s1", {"medication": {"concept": concept((RXNORM, "358258"))}}, "bortezomib Statement Active 2026-10-01 to", "recorded", effectivePeriod={"start": "2026-10-01"},
                adherence={"code": concept(("http://hl7.org/fhir/CodeSystem/medication-statement-adherence", "taking"))}),
           ({"resourceType": "MedicationStatement", "id": "s2", "status": "recorded", "subject": ME, "medication": {"concept": concept((RXNORM, "1191"))}, "effectivePeriod": {"start": "2026-10-01"},
             "adherence": {"code": concept(("http://hl7.org/fhir/CodeSystem/medication-statement-adherence", "not-taking"))}}, ["note Information MedicationStatement/s2", "note Information"]),
           drug("MedicationAdministration", "a1", {"medication": {"concept": concept(text="dexamethasone")}}, "dexamethasone Administration Ended 2026-10-08 to 2026-10-08 by text", "completed", occurenceDateTime="2026-10-08"))
    bundle("r5", "procedures", "Procedure.occurrence[x]; stopped and done ones", patient(),
           condition("c1", concept((SCT, "109989006")), "multiple-myeloma", clinical="remission"),
           ({"resourceType": "Procedure", "id": "p1", "status": "completed", "code": concept((OWN + "procedure", "autologous-transplant")), "subject": ME, "occurrenceDateTime": "2025-06-03"},
            ["procedure autologous-transplant 2025-06-03"]),
           ({"resourceType": "Procedure", "id": "p2", "status": "not-done", "code": concept((OWN + "procedure", "autologous-transplant")), "subject": ME, "occurrenceDateTime": "2025-12-03"},
            ["note Information Procedure/p2", "note Information"]))


if __name__ == "__main__":
    for dialect in (jp_core, mcode, us_core, messy, r4b_and_r5):
        dialect()
    OUT.mkdir(parents=True, exist_ok=True)
    for old in OUT.glob("*.json"):
        old.unlink()
    for name, content in BUNDLES:
        (OUT / f"{name}.json").write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"{len(BUNDLES)} bundles")
