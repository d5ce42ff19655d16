#!/usr/bin/env python3
"""Writes the ValueSets of fhir-profiles/valuesets, and the code systems whose parts their rules name, from the tables in tools/terminology.
Run by hand when a table changes, never by the build; --check only says what would change (exit code 1), and a test runs it.

    python3 tools/build-valuesets.py [--check] [FOLDER OF TABLES]

The tables have one row per code and say where it was read (README.md in their folder). Of the tables of the first survey the rows marked
verified are taken, and the likely rows of drugs. What a value set stands for is in its id: fact-albumin, condition-multiple-myeloma,
drug-bortezomib, ... Products (product-drug-bortezomib) are recognised and never written into a draft.
Files that this script wrote are listed in tools/terminology/written.txt; only those are ever deleted by it.
Every value set lists codes, so that any terminology server and validator can expand it: none filters a code system that nobody has in full.
What is recognised beyond the listed codes stands as a rule in an extension of its compose, and the program reads the rules: the beginning of a code
(ICD-10, YJ: recognised-prefix) and the parts of a laboratory code (recognised-laboratory-code). The national JLAC10 tables are not shipped: listed
are the 17-digit rows of the tables here, and codes put together from the parts that a rule names. SNOMED CT descriptions are written for the free
Global Patient Set alone, CPT codes as numbers without their descriptions.
"""
import csv
import itertools
import json
import pathlib
import sys

BASE = "https://myeloma-cds.example.org/fhir"
ROOT = pathlib.Path(__file__).resolve().parent.parent
PROFILES = ROOT / "fhir-profiles"
TABLES = ROOT / "tools" / "terminology"
# Tables of the first survey (fact,kind,resource,system,code,display,unit,confidence,source), in the order in which codes are preferred.
SURVEY = ["laboratory", "genetics", "findings", "answers", "conditions", "allergies", "procedures", "drugs"]
# Tables that name the value set in each row (set,system,code,name,source; products also amount,unit,form).
DIRECT = ["further", "ecog", "disease-codes", "procedure-codes", "atc", "products-rxnorm", "products-ndc", "products-japan"]

LOINC = "http://loinc.org"
SNOMED = "http://snomed.info/sct"
ICD10 = "http://hl7.org/fhir/sid/icd-10"
ICD10CM = "http://hl7.org/fhir/sid/icd-10-cm"
RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm"
ATC = "http://www.whocc.no/atc"
YJ = "http://capstandard.jp/iyaku.info/CodeSystem/YJ-code"
RECEIPT = "urn:oid:1.2.392.100495.20.1.71"
JLAC10 = "http://medis.or.jp/CodeSystem/master-JLAC10-17digits"
CLINS = "http://jpfhir.jp/fhir/clins/CodeSystem/"
SYSTEMS = {
    "LOINC": LOINC, "LOINC-answer": LOINC, "SNOMED": SNOMED, "ICD-10": ICD10, "ICD-10-CM": ICD10CM,
    "ICD-O-3": "http://terminology.hl7.org/CodeSystem/icd-o-3", "RxNorm": RXNORM, "ATC": ATC, "YJ": YJ,
    "NCIT": "http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl",
    "HL7-v3-ObservationInterpretation": "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation",
    "NDC": "http://hl7.org/fhir/sid/ndc", "HOT7": "http://medis.or.jp/CodeSystem/master-HOT7", "HOT9": "http://medis.or.jp/CodeSystem/master-HOT9",
    "RECEIPT": RECEIPT, "CPT": "http://www.ama-assn.org/go/cpt", "HCPCS": "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
    "ICD-10-PCS": "http://www.cms.gov/Medicare/Coding/ICD10", "JP-FEE": "http://jpfhir.jp/fhir/core/CodeSystem/JP_ProcedureCodesMedical_CS",
    "SequenceOntology": "http://www.sequenceontology.org", "v2-0136": "http://terminology.hl7.org/CodeSystem/v2-0136",
    "JP-body-measurement": "http://jpfhir.jp/fhir/core/CodeSystem/JP_ObservationBodyMeasurementCode_CS",
}
COPYRIGHT = {
    LOINC: "LOINC is copyright Regenstrief Institute, Inc. and the LOINC Committee, available at no cost under https://loinc.org/license.",
    "http://www.ama-assn.org/go/cpt": "Holds CPT code numbers; CPT is copyright American Medical Association, and its descriptions are not given here.",
    SNOMED: "Holds SNOMED CT codes, used by permission of SNOMED International; use in production may need a licence where the service runs.",
}

# Blood, serum and plasma (JLAC10 material digits); urine and marrow share analyte codes with them and must not match.
BLOOD = "018,019,020,021,022,023"
MARROW = "046,049"

# Row label of the table -> value sets it goes to. Labels that are not here are left out on purpose (reason in LEFT_OUT).
FACTS = {
    "serum albumin": "albumin", "beta-2 microglobulin, serum": "beta2-microglobulin", "LDH": "ldh", "calcium, total": "calcium",
    "calcium, albumin-corrected": "calcium-corrected", "calcium, ionised": "calcium-ionised", "creatinine, serum": "creatinine",
    "creatinine clearance, measured (timed urine)": "creatinine-clearance",
    "creatinine clearance, Cockcroft-Gault (estimated)": "creatinine-clearance-reported", "eGFR": "egfr", "hemoglobin": "hemoglobin", "WBC": "leukocytes",
    "neutrophils, absolute": "neutrophils", "platelets": "platelets", "total bilirubin": "bilirubin", "AST": "ast", "ALT": "alt", "CRP": "crp",
    "serum M-protein (electrophoresis), concentration": "m-protein-serum", "M-protein isotype": "m-protein-isotype",
    "urine M-protein, 24 h excretion": "m-protein-urine", "urine M-protein, concentration": "m-protein-urine",
    "IgG": "igg", "IgA": "iga", "IgM": "igm", "IgD": "igd", "IgE": "ige",
    "free kappa light chain, serum": "flc-kappa", "free lambda light chain, serum": "flc-lambda",
    "free light chain kappa/lambda ratio": "flc-ratio", "immunofixation, serum": "immunofixation-serum",
    "immunofixation, urine": "immunofixation-urine", "bone marrow plasma cells, percent": "marrow-plasma-cells",
    "circulating plasma cells, percent": "circulating-plasma-cells-percent", "circulating plasma cells, absolute": "circulating-plasma-cells",
    "MRD (plasma cell, flow cytometry)": "mrd-flow",
    "del(17p) / TP53 deletion": "del-17p", "t(4;14)": "t-4-14", "t(14;16)": "t-14-16", "t(11;14)": "t-11-14", "t(14;20)": "t-14-20",
    "gain/amp 1q21": "gain-1q", "del(13q) / monosomy 13": "del-13q", "del(1p)": "del-1p",
    "VEGF, serum or plasma": "vegf", "troponin T": "troponin-t", "troponin T, high sensitivity": "troponin-t-hs", "NT-proBNP": "nt-probnp",
    "HBs antigen": "hbs-antigen", "HBs antibody": "hbs-antibody", "HBc antibody": "hbc-antibody", "HCV antibody": "hcv-antibody",
    "HCV RNA": "hcv-rna", "HIV antibody / antigen": "hiv-antibody", "SARS-CoV-2 PCR": "sars-cov-2",
    "LVEF": "lvef", "SpO2": "spo2", "systolic blood pressure": "systolic-bp", "body weight": "weight", "body height": "height",
    "body surface area": "body-surface-area", "BMI": "body-mass-index", "body temperature": "temperature", "ECOG performance status": "ecog",
    "lytic bone lesion": "bone-lesions", "extramedullary disease": "extramedullary-disease",
    "cancer disease status (mCODE)": "disease-status",
}
CONDITIONS = {
    "multiple myeloma": "multiple-myeloma", "multiple myeloma in remission": "multiple-myeloma", "smouldering myeloma": "smouldering-myeloma",
    "MGUS": "mgus", "plasmacytoma, unspecified": "plasmacytoma", "solitary plasmacytoma of bone": "solitary-plasmacytoma-bone",
    "extramedullary plasmacytoma": "extramedullary-plasmacytoma", "plasma cell leukaemia": "plasma-cell-leukaemia",
    "AL amyloidosis": "al-amyloidosis", "amyloidosis, unspecified": "amyloidosis", "POEMS / Crow-Fukase syndrome": "poems",
    "Waldenstrom macroglobulinaemia": "waldenstrom", "light chain deposition disease": "light-chain-deposition-disease",
    "myeloma kidney / cast nephropathy": "cast-nephropathy", "peripheral neuropathy": "peripheral-neuropathy",
    "interstitial lung disease": "interstitial-lung-disease", "deep vein thrombosis / VTE": "venous-thromboembolism",
    "pulmonary embolism": "venous-thromboembolism", "history of VTE": "venous-thromboembolism-history", "heart failure": "heart-failure",
    "cardiac disease, other": "heart-disease", "chronic kidney disease": "chronic-kidney-disease", "renal failure": "renal-failure",
    "diabetes mellitus": "diabetes", "herpes zoster": "herpes-zoster", "hypocalcaemia": "hypocalcaemia", "hypercalcaemia": "hypercalcaemia",
    "osteonecrosis of jaw": "osteonecrosis-jaw", "CNS myeloma": "cns-myeloma", "active infection": "active-infection", "COVID-19": "covid-19",
    "hepatitis B": "hepatitis-b", "hepatitis C": "hepatitis-c", "HIV infection": "hiv-infection", "pregnancy": "pregnancy",
    "cytokine release syndrome": "cytokine-release-syndrome", "ICANS / neurotoxicity": "neurotoxicity",
    "bleeding / GI haemorrhage": "bleeding", "other malignancy": "other-malignancy", "osteoporosis": "osteoporosis",
}
PROCEDURES = {
    "autologous HSCT": "autologous-transplant", "allogeneic HSCT": "allogeneic-transplant", "HSCT, unspecified": "transplant-unspecified",
    "stem cell harvest / apheresis": "stem-cell-harvest", "leukapheresis": "leukapheresis", "radiotherapy": "radiotherapy",
    "bone marrow aspiration/biopsy": "marrow-examination", "CAR-T infusion": "car-t-infusion", "central venous catheter": "central-venous-catheter",
    "dental examination": "dental-examination", "VTE prophylaxis (procedure/intent)": "thrombosis-prophylaxis",
    "stem cell donor / apheresis encounter": "stem-cell-harvest", "history of transplant (status)": "transplant-unspecified",
}
DRUGS = {
    "daratumumab (IV)": "daratumumab", "daratumumab (SC, with hyaluronidase)": "daratumumab", "heparin (unfractionated)": "heparin",
    "cholecalciferol (vitamin D)": "cholecalciferol",
}
ANSWERS = {"present / positive answer": "positive", "absent / negative answer": "negative", "indeterminate / not tested answer": "indeterminate"}

# Codes of the table that do not go where their label goes.
MOVED = {
    "51435-6": ["band-m-protein-serum"], "35559-4": ["band-m-protein-serum"], "50796-2": ["band-m-protein-serum"],
    "35592-5": [],                                             # per 1.73 m2: another quantity
    "85354-9": [],                                             # blood pressure panel: its components are read
    "93022-2": [], "93019-8": [], "93017-2": [], "93362-2": [],   # panel, event counts, identifier: not the share of abnormal plasma cells
    "81751-0": ["test-cytogenetics"],                          # 17p13 and 14q32 together: a positive answer does not say which
    "94704006": ["condition-multiple-myeloma", "qualifier-in-remission"], "C90.01": ["condition-multiple-myeloma", "qualifier-in-remission"],
    "95209008": ["condition-plasma-cell-leukaemia", "qualifier-in-remission"], "C90.11": ["qualifier-in-remission"],
    "C90.21": ["qualifier-in-remission"], "C90.31": ["qualifier-in-remission"],
    "414785000": ["condition-multiple-solitary-plasmacytoma", "fact-plasmacytoma"],
    "35601003": ["condition-mgus"],
    "14669001": ["condition-acute-renal-failure"], "N17.9": ["condition-acute-renal-failure"],
    "433146000": ["condition-chronic-kidney-disease", "condition-renal-failure"],
    "46177005": ["condition-chronic-kidney-disease", "condition-renal-failure"],
    "90688005": ["condition-chronic-kidney-disease", "condition-renal-failure"],
    "N18.5": ["condition-renal-failure"], "N18.6": ["condition-renal-failure"],
    "42345000": ["condition-peripheral-neuropathy", "fact-polyneuropathy"], "G62.9": ["condition-peripheral-neuropathy", "fact-polyneuropathy"],
    "G63.1": ["condition-peripheral-neuropathy", "fact-polyneuropathy"],
    **{f"D89.83{g}": ["condition-cytokine-release-syndrome", f"value-crs-grade.{g}"] for g in range(1, 6)},
    **{f"G92.0{g}": ["condition-neurotoxicity", f"value-neurotoxicity-grade.{g}"] for g in range(1, 6)},
    "415112005": ["condition-plasmacytoma", "fact-plasmacytoma"], "426336007": ["condition-solitary-plasmacytoma-bone", "fact-plasmacytoma"],
    "10639003": ["condition-solitary-plasmacytoma-bone", "fact-plasmacytoma"], "C90.3": ["condition-solitary-plasmacytoma-bone", "fact-plasmacytoma"],
    "188718006": ["condition-extramedullary-plasmacytoma", "fact-extramedullary-disease", "fact-plasmacytoma"],
    "C90.2": ["condition-extramedullary-plasmacytoma", "fact-extramedullary-disease", "fact-plasmacytoma"],
    # Shared or generic codes: the words beside the code decide (sets "worded-...").
    "E83.5": [], "E85.9": ["condition-amyloidosis"], "E85.4": ["condition-amyloidosis"], "M87.1": [], "Z88.6": [], "Z94.8": [], "Z85.79": [],
    "Z94.81": ["procedure-transplant-unspecified"], "Z94.84": ["procedure-transplant-unspecified"],
    "84114007": ["condition-heart-failure", "condition-heart-disease"], "42343007": ["condition-heart-failure", "condition-heart-disease"],
    "85898001": ["condition-heart-failure", "condition-heart-disease"],
    "128462008": ["condition-other-malignancy"], "D89.8": [], "G92": [],
    "248279007": ["value-frailty.frail"], "404904002": ["value-frailty.frail"], "134427001": [],
    "C139007": ["test-stage-iss"], "1149162008": ["test-stage-iss"], "C141392": ["test-stage-r-iss"], "1149163003": ["test-stage-r-iss"],
    "C70658": ["value-recorded-iss.I"], "C70659": ["value-recorded-iss.II"], "C70660": ["value-recorded-iss.III"],
    "C141394": ["value-recorded-r-iss.I"], "C141395": ["value-recorded-r-iss.II"], "C141396": ["value-recorded-r-iss.III"],
    "268910001": ["value-disease-status.improvement"], "359746009": ["value-disease-status.stable-disease"],
    "271299001": ["value-disease-status.progression"], "709137006": ["value-disease-status.undetermined"],
    "103338009": ["value-disease-status.complete-remission"], "550991000124107": ["value-disease-status.complete-remission"],
    "103337004": ["value-disease-status.partial-remission"], "551001000124108": ["value-disease-status.partial-remission"],
    "LA28366-5": ["value-disease-status.complete-response"], "LA9622-7": ["value-ecog.0"],
    "LA15457-7": ["value-stage.I"], "LA15458-5": ["value-stage.II"], "LA15459-3": ["value-stage.III"],
    "69548-6": ["test-genomic-variant"], "48018-6": ["variant-gene"], "48001-2": ["variant-location"], "81291-7": ["variant-iscn"],
    "48019-4": ["variant-change-type"], "82155-3": ["variant-copy-number"], "81252-9": ["variant-name"], "48000-4": ["variant-chromosome"],
    "293586001": ["allergy-aspirin"], "293585002": ["allergy-aspirin"], "7947003": ["allergy-aspirin"],
    "62367-8": ["test-cytogenetics"], "57802-1": ["test-cytogenetics"], "50659-2": ["test-cytogenetics"], "29770-5": ["test-cytogenetics"],
    "55228-1": ["test-cytogenetics"], "98014-4": ["test-cytogenetics"], "95069-1": ["test-cytogenetics"], "95071-7": ["test-cytogenetics"],
}

# Text answers of mCODE disease status in Japanese data.
STATUS_WORDS = {
    "progression": ["PD", "進行", "増悪", "再発"], "stable-disease": ["SD", "安定"], "complete-response": ["CR", "完全奏効"],
    "stringent-complete-response": ["sCR", "厳格な完全奏効"], "very-good-partial-response": ["VGPR", "最良部分奏効"], "partial-response": ["PR", "部分奏効"],
}

# ICD categories beyond the table's subcategories: prefixes of the terminology notes, and blocks of WHO ICD-10 (icd.who.int/browse10/2019).
ICD_PREFIXES = {
    # Findings of POEMS syndrome: hepatomegaly and splenomegaly, hyperpigmentation, papilloedema (WHO ICD-10 2019), Castleman disease (ICD-10-CM).
    # Of these D47.Z2, H47.1 and, below, I82.4 and Z86.71 (ICD-10-CM) were read beside their meaning in several public code lists (search of public
    # repositories, 2026-11-21); R16 and L81.4 rest on the WHO browser alone.
    "fact-organomegaly": ["R16"], "fact-skin-changes": ["L81.4"], "fact-papilloedema": ["H47.1"], "fact-castleman-disease": ["D47.Z2"],
    "condition-peripheral-neuropathy": ["G62"], "condition-interstitial-lung-disease": ["J84"], "condition-venous-thromboembolism": ["I26", "I82.4"],
    "condition-venous-thromboembolism-history": ["Z86.71"],
    "condition-heart-failure": ["I50"], "condition-heart-disease": ["I20", "I21", "I22", "I23", "I24", "I25"] + [f"I{n}" for n in range(30, 53) if n != 48] + ["I48"],
    "condition-acute-renal-failure": ["N17"], "condition-chronic-kidney-disease": ["N18"], "condition-diabetes": ["E10", "E11", "E12", "E13", "E14"],
    "condition-hepatitis-b": ["B16", "B17.0", "B18.0", "B18.1", "B19.1"], "condition-hepatitis-c": ["B17.1", "B18.2", "B19.2"],
    "condition-hiv-infection": ["B20", "B21", "B22", "B23", "B24"], "condition-osteoporosis": ["M80", "M81"],
    "condition-al-amyloidosis": ["E85.8"], "condition-amyloidosis": ["E85.4", "E85.9"],
    # Haematemesis, melaena and gastrointestinal bleeding; bleeding inside the skull.
    "condition-bleeding": ["K92.0", "K92.1", "K92.2", "I60", "I61", "I62"],
    # Tuberculosis, other bacterial diseases (sepsis among them), herpes zoster (not B02.2, which holds the pain that stays), influenza and pneumonia, cellulitis, pyelonephritis and urinary tract infection.
    "condition-active-infection": [f"A{n}" for n in range(15, 20)] + [f"A{n}" for n in range(30, 50)] + [f"B02.{n}" for n in (0, 1, 3, 7, 8, 9)] + ["J09"] + [f"J{n}" for n in range(10, 19)] + ["L03", "N10", "N39.0"], "condition-hypertension": [f"I{n}" for n in range(10, 16)],
    "condition-liver-disease": [f"K{n}" for n in range(70, 78)],
    # Ulcers of the stomach, the duodenum, the peptic tract, the jejunum; care involving dialysis and dependence on it (WHO ICD-10, as the Japanese edition
    # lists them); heparin-induced thrombocytopenia (ICD-10-CM D75.82, read beside its meaning in a public code list, stored file 29121982940).
    "condition-peptic-ulcer": ["K25", "K26", "K27", "K28"], "condition-dialysis": ["Z49.1", "Z49.2", "Z99.2"],
    "condition-heparin-induced-thrombocytopenia": ["D75.82"],
    # Inflammatory polyarthropathies, systemic connective tissue disorders, inflammatory bowel disease.
    "condition-inflammatory-disease": [f"M{n:02}" for n in range(5, 15)] + [f"M{n}" for n in range(30, 37)] + ["K50", "K51"], "condition-psychiatric-disorder": [f"F2{n}" for n in range(10)],
    "condition-other-malignancy": [f"C{n:02}" for n in range(98) if n not in (77, 78, 79, 44, 61, 88, 90)] + ["C88.1", "C88.2", "C88.3", "C88.4", "C88.7", "C88.9"],
    # Malignancies that the eligibility lists except once cured (ide-cel-2023 section 5, jsct-mm20 4.2 (8)).
    "condition-skin-carcinoma": ["C44"], "condition-carcinoma-in-situ": ["D05", "D06"], "condition-prostate-cancer": ["C61"],
}
# Codes that mean it only as they stand: ICD-10-CM splits WHO's "other amyloidosis" into light-chain (E85.81, in the table), wild-type transthyretin
# (E85.82) and other (E85.89); the subcategories must not follow from the category.
EXACT = {("condition-al-amyloidosis", "E85.8")}
# Categories of the clinical modification alone (sources above).
MODIFIED_ONLY = {"D47.Z2", "I82.4", "Z86.71", "D75.82"}
# Codes that say so only together with words beside them (text, display).
WORDED = {
    "condition-smouldering-myeloma": (["C90.0", "109989006"], ["くすぶり", "無症候性", "smouldering", "smoldering", "asymptomatic myeloma", "indolent myeloma"]),
    "condition-hypocalcaemia": (["E83.5"], ["低カルシウム", "低Ca", "hypocalc"]),
    "condition-hypercalcaemia": (["E83.5"], ["高カルシウム", "高Ca", "hypercalc"]),
    "condition-al-amyloidosis": (["E85"], ["ALアミロイド", "AL型", "原発性アミロイド", "軽鎖アミロイド", "免疫グロブリン性アミロイド", "AL amyloid", "light chain amyloid", "light-chain amyloid", "primary amyloid"]),
    "condition-osteonecrosis-jaw": (["M87.1"], ["顎", "jaw"]),
    "condition-aspirin-asthma": (["J45"], ["アスピリン喘息", "aspirin"]),
    "condition-cytokine-release-syndrome": (["D89.8"], ["サイトカイン放出", "cytokine release"]),
    "condition-neurotoxicity": (["G92"], ["免疫エフェクター", "神経毒性", "ICANS", "immune effector"]),
    "drug-pegylated-liposomal-doxorubicin": (["L01DB01"], ["リポソーム", "ドキシル", "liposomal"]),
    "allergy-aspirin": (["Z88.6"], ["アスピリン", "aspirin"]),
    "procedure-transplant-unspecified": (["Z94.8"], ["造血幹細胞", "骨髄移植", "stem cell", "bone marrow"]),
}

JLAC_RULES = {
    # fact: [(analyte, identification, material, method, result)]; None = any
    "albumin": [("3A015", None, BLOOD, None, "01"), ("3A020", None, BLOOD, None, "51")],
    "beta2-microglobulin": [("5C065", None, BLOOD, None, "01")],
    "ldh": [("3B050", None, BLOOD, None, "01")], "calcium": [("3H030", None, BLOOD, None, "01")],
    "calcium-corrected": [("3H038", None, BLOOD, None, "01")], "calcium-ionised": [("3H035", None, BLOOD, None, "01")], "creatinine": [("3C015", None, BLOOD, None, "01")],
    "creatinine-clearance": [("8A020", None, None, None, None), ("8A025", None, None, None, None)],
    "egfr": [("8A065", None, None, None, "01"), ("8A066", None, None, None, "01")],
    "hemoglobin": [("2A030", None, BLOOD, None, "01"), ("2A990", None, BLOOD, None, "53")],
    "leukocytes": [("2A010", None, BLOOD, None, "01"), ("2A990", None, BLOOD, None, "52")],
    "platelets": [("2A050", None, BLOOD, None, "01"), ("2A990", None, BLOOD, None, "55")],
    "bilirubin": [("3J010", None, BLOOD, None, "01")], "ast": [("3B035", None, BLOOD, None, "01")], "alt": [("3B045", None, BLOOD, None, "01")],
    "crp": [("5C070", None, BLOOD, None, "01")], "m-protein-serum": [("3A020", None, BLOOD, None, "56")],
    "igg": [("5A010", None, BLOOD, None, "01")], "iga": [("5A015", None, BLOOD, None, "01")], "igm": [("5A020", None, BLOOD, None, "01")],
    "igd": [("5A025", None, BLOOD, None, "01")], "ige": [("5A090", None, BLOOD, None, "01")],
    "flc-kappa": [("5A141", None, BLOOD, None, "51")], "flc-lambda": [("5A141", None, BLOOD, None, "52")],
    "flc-ratio": [("5A141", None, BLOOD, None, "01,31,53")],
    "immunofixation-serum": [("5A136", None, BLOOD, "086", "01,11")], "immunofixation-urine": [("5A145", None, "001,004", "086", "01,11")],
    "marrow-plasma-cells": [("2A170", None, MARROW, None, "63")], "circulating-plasma-cells-percent": [("2A160", None, BLOOD, None, "64")],
    "del-17p": [("8B475", None, None, None, None)], "t-4-14": [("8B344", None, None, None, None)], "t-14-16": [("8B445", None, None, None, None)],
    "t-11-14": [("8B414", None, None, None, None)], "gain-1q": [("8B317", None, None, None, None)],
    "del-13q": [("8B434", None, None, None, None), ("8B433", None, None, None, None)], "del-1p": [("8B316", None, None, None, None)],
    "vegf": [("4Z305", None, BLOOD, None, "01")], "troponin-t": [("5C093", None, BLOOD, None, "01")], "nt-probnp": [("4Z272", None, BLOOD, None, "01")],
    "hbs-antigen": [("5F016", "1410", BLOOD, None, None)], "hbs-antibody": [("5F016", "1430", BLOOD, None, None)],
    "hbc-antibody": [("5F018", "1430", BLOOD, None, None)],
    "hcv-antibody": [("5F360", ",".join(["1430", "1482", "1485", "1487", "1488", "1495"] + [str(n) for n in range(1510, 1522)]), BLOOD, None, None)],
    "hcv-rna": [("5F360", "1453", BLOOD, None, None)],
    "hiv-antibody": [("5F560", "1430,1550", BLOOD, None, None), ("5F500", "1430", BLOOD, None, None), ("5F550", "1430", BLOOD, None, None)],
    "sars-cov-2": [("5F625", None, "not:" + BLOOD, None, None)],
}
# One result of immunoelectrophoresis for each antiserum.
CHAINS = {f"chain-{chain}": [("5A136", None, BLOOD, None, result)] for chain, result in (("IgG", "51"), ("IgA", "52"), ("IgM", "53"), ("kappa", "54"), ("lambda", "55"))}
TEST_JLAC = {**CHAINS, "test-cytogenetics": [("8B220", None, None, None, None), ("8B444", None, None, None, None)]}
# JLAC11 analytes that name one fact only (V2011 is shared by HBs antigen and antibody).
JLAC11_LEFT_OUT = {"V2011"}


def targets(row):
    label, kind, code = row["fact"], row["kind"], row["code"]
    if row["system"] in ("ja-text", "JLAC10-17", "JLAC10-15", "JLAC10-analyte"):
        return []
    if row["system"] == "JLAC11-analyte" and code in JLAC11_LEFT_OUT:
        return []
    if code in MOVED:
        extra = []
        if code.startswith("C90.") and row["system"] == "ICD-10-CM" and "qualifier-in-remission" in MOVED[code] and len(MOVED[code]) == 1:
            extra = [f"condition-{CONDITIONS[label]}"]
        return MOVED[code] + extra
    # One ATC code for both forms of doxorubicin: the plain one, unless the words beside it say liposomal.
    if kind == "drug" and label == "pegylated liposomal doxorubicin":
        return []
    if kind == "drug":
        return [f"drug-{DRUGS.get(label, label.replace(' ', '-'))}"]
    if kind == "answer":
        return [f"answer-{ANSWERS[label]}"] if label in ANSWERS else []
    if kind == "condition" and label == "history of transplant (status)":
        return []
    if label in PROCEDURES and kind in ("procedure", "condition"):
        return [f"procedure-{PROCEDURES[label]}"]
    if label in CONDITIONS and kind == "condition":
        # C90.0 stands for active myeloma; the words beside it may say smouldering.
        if label == "smouldering myeloma" and row["system"].startswith("ICD"):
            return []
        return [f"condition-{CONDITIONS[label]}"]
    if label in FACTS:
        return [f"fact-{FACTS[label]}"]
    return []


def names(rows):
    """Japanese texts by set, for drugs (recognised by text), answers, and hints about unmapped laboratory items."""
    result = {}
    for row in rows:
        if row["system"] != "ja-text":
            continue
        label = row["fact"]
        if row["kind"] == "drug":
            key = f"drug-{DRUGS.get(label, label.replace(' ', '-'))}"
        elif row["kind"] == "answer" and label in ANSWERS:
            key = f"answer-{ANSWERS[label]}"
        elif label in CONDITIONS and row["kind"] == "condition":
            key = f"condition-{CONDITIONS[label]}"
        elif label in PROCEDURES:
            key = f"procedure-{PROCEDURES[label]}"
        elif label in FACTS and row["resource"] != "Observation.value[x]":
            key = f"fact-{FACTS[label]}"
        else:
            continue
        result.setdefault(key, []).append(row["code"])
    return result


def display_allowed(row):
    if row["system"] == "SNOMED":
        return "Global Patient Set" in row["source"]
    return row["system"] in ("LOINC", "LOINC-answer", "RxNorm", "NCIT", "HL7-v3-ObservationInterpretation") and "consumer name" not in row["display"]


def table(folder, name):
    with open(folder / f"{name}.csv", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        if not row["source"]:
            sys.exit(f"{name}: no source: {row}")
        if any(value and value.startswith("FILL IN") for value in row.values()):
            sys.exit(f"{name}: still to be filled in: {row}")
    return rows


def main(folder, only_check):
    rows = [row for name in SURVEY for row in table(folder, name)]
    sets = {}

    def include(target, system):
        return sets.setdefault(target, {}).setdefault(system, {"concept": {}, "prefix": [], "filters": []})

    for row in rows:
        if row["confidence"] != "verified" and row["kind"] != "drug":
            continue
        for target in targets(row):
            system = row["system"]
            if system in ("ICD-10", "ICD-10-CM"):
                entry = include(target, SYSTEMS[system])
                if row["code"] not in entry["prefix"]:
                    entry["prefix"].append(row["code"])
            elif system == "YJ":
                entry = include(target, YJ)
                entry["concept"][row["code"]] = None
                if row["code"][:7] not in entry["prefix"]:
                    entry["prefix"].append(row["code"][:7])
            elif system == "JLAC11-analyte":
                part = "InfectionLabo" if row["kind"] == "lab-infection" else "CoreLabo"
                include(target, f"{CLINS}JLAC11/JP_CLINS_ObsLabResult_{part}_CS")["filters"].append([("analyte", "=", row["code"])])
            elif system == "JP-CLINS-item-key":
                part = "InfectionLabo" if row["kind"] == "lab-infection" else "CoreLabo"
                include(target, f"{CLINS}JLAC10/JP_CLINS_ObsLabResult_{part}_CS")["concept"][row["code"]] = None
            else:
                include(target, SYSTEMS[system])["concept"][row["code"]] = row["display"] if display_allowed(row) else None

    for row in (row for name in DIRECT for row in table(folder, name)):
        if row["system"] == "YJ-prefix":
            include(row["set"], YJ)["prefix"].append(row["code"])
        else:
            named = row["name"] if row["system"] in ("LOINC", "RxNorm", "SequenceOntology") and row["name"] else None
            include(row["set"], SYSTEMS[row["system"]])["concept"].setdefault(row["code"], named)
    for target, prefixes in ICD_PREFIXES.items():
        entry = include(target, ICD10)
        entry["prefix"] += [p for p in prefixes if p not in entry["prefix"]]
    for target, (codes, _) in WORDED.items():
        for code in codes:
            if code.isdigit() or target.startswith("drug-"):
                include("worded-" + target, SNOMED if code.isdigit() else ATC)["concept"][code] = None
            else:
                include("worded-" + target, ICD10)["prefix"].append(code)
    for fact, rules in [("fact-" + k, v) for k, v in JLAC_RULES.items()] + list(TEST_JLAC.items()):
        for analyte, identification, material, method, result in rules:
            filters = [("analyte", "=", analyte)]
            for name, value in (("identification", identification), ("material", material), ("method", method), ("result", result)):
                if value and value.startswith("not:"):
                    filters.append((name, "not-in", value[4:]))
                elif value:
                    filters.append((name, "in" if "," in value else "=", value))
            include(fact, JLAC10)["filters"].append(filters)

    texts = names(rows)
    for status, words in STATUS_WORDS.items():
        texts[f"value-disease-status.{status}"] = words
    for target, (_, words) in WORDED.items():
        texts["worded-" + target] = words
    for target in texts:
        if target.startswith(("drug-", "value-", "answer-", "worded-", "fact-", "condition-", "procedure-")):
            sets.setdefault(target, {})

    # The 17-digit codes of a fact are listed in its set when a rule recognises them.
    known = {row["code"] for row in rows if row["system"] == "JLAC10-17" and row["confidence"] == "verified"}
    for systems in sets.values():
        for filters in systems.get(JLAC10, {"filters": []})["filters"]:
            systems[JLAC10]["concept"].update(dict.fromkeys(put_together(filters) + sorted(code for code in known if holds(filters, code))))

    icd = Icd([row["code"] for row in table(folder, "icd10-codes")], {row["code"] for row in rows if row["system"] in ("ICD-10", "ICD-10-CM")})
    for systems in sets.values():
        icd.move_modified(systems)

    files = {f"valuesets/{target}.json": value_set(target, systems, texts.get(target, []), icd) for target, systems in sorted(sets.items())}
    files.update({f"codesystems/{resource['id']}.json": resource for resource in code_systems(sets, texts)})
    check(rows, sets)
    sys.exit(save(files, only_check))


def save(files, only_check):
    """Writes what differs and deletes what an earlier run wrote and this one does not. Returns the exit code."""
    listed = TABLES / "written.txt"
    before = set(listed.read_text(encoding="utf-8").split()) if listed.exists() else set()
    contents = {PROFILES / name: json.dumps(resource, ensure_ascii=False, indent=2) + "\n" for name, resource in files.items()}
    contents[listed] = "".join(f"{name}\n" for name in sorted(files))
    stale = [path for path, text in contents.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    gone = [PROFILES / name for name in sorted(before - set(files)) if (PROFILES / name).exists()]
    for path in stale + gone:
        print(("differs " if path in stale else "is no longer written ") + str(path.relative_to(ROOT)))
    if only_check:
        return 1 if stale or gone else 0
    for path in stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(contents[path], encoding="utf-8")
    for path in gone:
        path.unlink()
    print(f"{len(files)} resources, {len(stale)} written, {len(gone)} deleted")
    return 0


class Icd:
    """The codes of ICD-10 that value sets may list: those of WHO's edition, and those that a table names. Ranges of categories (C00-C97) have gaps."""

    def __init__(self, codes, named):
        self.codes, self.named = codes, named | MODIFIED_ONLY

    def move_modified(self, systems):
        """Categories that only the clinical modification has go there."""
        for prefix in [p for p in systems.get(ICD10, {"prefix": []})["prefix"] if p not in self.codes and p in MODIFIED_ONLY]:
            systems[ICD10]["prefix"].remove(prefix)
            systems.setdefault(ICD10CM, {"concept": {}, "prefix": [], "filters": []})["prefix"].append(prefix)

    def listed(self, system, prefixes):
        """The codes to list for categories: they themselves, and in WHO's edition what is under them."""
        under = [c for c in self.codes if c.startswith(tuple(prefixes))] if system == ICD10 and prefixes else []
        return sorted({*under, *(p for p in prefixes if p in self.codes or p in self.named)})


def value_set(target, systems, words, icd):
    includes, rules = [], []
    exact = {system: [p for p in entry["prefix"] if (target, p) in EXACT] for system, entry in systems.items()}
    for system, entry in systems.items():
        prefixes = [p for p in dict.fromkeys(entry["prefix"]) if p not in exact[system]]
        begin = sorted(p for p in prefixes if not any(p != q and p.startswith(q) for q in prefixes))
        listed = {**entry["concept"], **dict.fromkeys(exact[system])}
        if system in (ICD10, ICD10CM):
            listed.update(dict.fromkeys(icd.listed(system, prefixes)))
        if listed:
            includes.append({"system": system, "concept": [{"code": c, "display": d} if d else {"code": c} for c, d in listed.items()]})
        rules += [rule("recognised-prefix", ("system", "valueUri", system), ("prefix", "valueString", prefix)) for prefix in begin]
        for filters in entry["filters"]:
            rules.append(rule("recognised-laboratory-code", ("system", "valueUri", system), *[
                ("excluded-" + part if op == "not-in" else part, "valueString", one) for part, op, value in filters for one in value.split(",")]))
    kind, code = kind_and_code(target)
    if words:
        includes.append({"system": f"{BASE}/CodeSystem/{kind}", "concept": [{
            "code": code, "designation": [{"language": "en" if w.isascii() and w.islower() else "ja", "value": w} for w in dict.fromkeys(words)]}]})
    if not includes:
        sys.exit(f"{target}: nothing but rules, no code to list")
    notices = [COPYRIGHT[s] for s in systems if s in COPYRIGHT]
    resource = {
        "resourceType": "ValueSet", "id": target, "url": f"{BASE}/ValueSet/{target}", "name": "".join(p.capitalize() for p in target.replace(".", "-").split("-")),
        "status": "active", "experimental": False,
        "description": f"Codes by which {code.replace('-', ' ')} ({kind}) is recognised" + (" when the words beside the code say so." if target.startswith("worded-") else ".")
        + (" Beyond the listed codes the rules of the extensions count." if rules else ""),
    }
    if notices:
        resource["copyright"] = " ".join(notices)
    resource["compose"] = {**({"extension": rules} if rules else {}), "include": includes}
    return resource


def rule(name, *parts):
    return {"url": f"{BASE}/StructureDefinition/{name}", "extension": [{"url": part, type_: value} for part, type_, value in parts]}


def kind_and_code(target):
    return target.split("-", 2)[1:] if target.startswith(("worded-", "product-")) else target.split("-", 1)


PARTS = {"analyte": "digits 1 to 5", "identification": "digits 6 to 9", "material": "digits 10 to 12", "method": "digits 13 to 15", "result": "digits 16 and 17"}


def code_systems(sets, texts):
    """The parts of codes that rules of value sets name, declared, with the codes that value sets list; and the project's own words."""
    codes = {c for systems in sets.values() for c in systems.get(JLAC10, {"concept": {}})["concept"]}
    yield fragment("jlac10", JLAC10, "JLAC10", "Laboratory codes of 17 digits: their parts, which rules of value sets name, and the codes that value sets list (method 998: any). "
                   "The national table is not contained.", PARTS, {c: [c[:5], c[5:9], c[9:12], c[12:15], c[15:]] for c in codes})
    for part in ("CoreLabo", "InfectionLabo"):
        yield fragment(f"jlac11-{part.lower()}", f"{CLINS}JLAC11/JP_CLINS_ObsLabResult_{part}_CS", f"JLAC11 {part}",
                       "Laboratory codes of JP-CLINS in JLAC11: the part that rules of value sets name. The table is not contained.", {"analyte": "digits 1 to 5"}, {})
    yj = {c: None for systems in sets.values() for c in systems.get(YJ, {"concept": {}})["concept"]}
    yield fragment("yj", YJ, "YJ", "Codes of Japanese drug products: the part that rules of value sets name, and codes of the national price list.",
                   {"ingredient-and-route": "digits 1 to 7"}, {c: [c[:7]] for c in sorted(yj)})
    for kind, title in (("value", "Facts with the value that a word stands for"), ("allergy", "Allergies that rules ask about")):
        own = sorted({kind_and_code(t)[1] for t in texts if kind_and_code(t)[0] == kind and texts[t]})
        yield {"resourceType": "CodeSystem", "id": kind, "url": f"{BASE}/CodeSystem/{kind}", "name": kind.capitalize(), "title": title, "status": "active", "experimental": False,
               "description": f"{title}.", "caseSensitive": True, "content": "complete", "count": len(own), "concept": [{"code": c} for c in own]}


def put_together(filters):
    """The codes that a rule spells out: each value that it names, else what is usual (identification 0000, any method, the quantity itself); none when
    nothing says what the material is."""
    parts = {name: (op, value.split(",")) for name, op, value in filters}
    analyte = parts["analyte"][1][0]
    usual = ["046"] if analyte.startswith("8B") else ["004"] if analyte.startswith("8A0") else []
    op, materials = parts.get("material", ("=", usual))
    if op == "not-in":
        return []
    named = lambda name, otherwise: parts.get(name, ("=", [otherwise]))[1]
    return ["".join(code) for code in itertools.product([analyte], named("identification", "0000"), materials, named("method", "998"), named("result", "01"))]


def holds(filters, code):
    """Whether a rule recognises a laboratory code."""
    parts = {"analyte": code[:5], "identification": code[5:9], "material": code[9:12], "method": code[12:15], "result": code[15:17] or "01"}
    return all((parts[name] in value.split(",")) != (op == "not-in") for name, op, value in filters)


def fragment(id_, url, title, description, properties, codes):
    resource = {
        "resourceType": "CodeSystem", "id": id_, "url": url, "name": "".join(p.capitalize() for p in id_.split("-")), "title": title, "status": "active", "experimental": False,
        "description": description, "caseSensitive": True, "content": "fragment" if codes else "not-present",
        "filter": [{"code": name, "description": what, "operator": ["=", "in", "not-in"], "value": "a part of the code"} for name, what in properties.items()],
        "property": [{"code": name, "description": what, "type": "string"} for name, what in properties.items()],
    }
    if codes:
        resource["concept"] = [{"code": code, "property": [{"code": name, "valueString": value} for name, value in zip(properties, values)]} for code, values in sorted(codes.items())]
    return resource


def check(rows, sets):
    """Every complete laboratory code of the table must be found by the rules of its fact, and by no other."""
    for row in rows:
        if row["system"] not in ("JLAC10-17", "JLAC10-15") or row["fact"] not in FACTS or row["code"].startswith("2A17"):
            continue
        found = [t for t, systems in sets.items() if any(holds(f, row["code"]) for f in systems.get(JLAC10, {"filters": []})["filters"])]
        if f"fact-{FACTS[row['fact']]}" not in found or len(found) > 1:
            print("check", row["fact"], row["code"], found)


if __name__ == "__main__":
    arguments = [a for a in sys.argv[1:] if a != "--check"]
    if len(arguments) > 1:
        sys.exit(__doc__)
    main(pathlib.Path(arguments[0]) if arguments else TABLES, "--check" in sys.argv)
