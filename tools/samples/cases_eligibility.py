"""Cases of the two eligibility checklists: each criterion of JSCT MM20 (protocol 4.1, 4.2) and of ide-cel, at its limit and beyond; same format as cases.py."""
from . import codes as c
from .bundle import Patient
from .cases import TRIPLE, case, relapse

ACTIVE = {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/condition-clinical", "code": "active"}]}


def ill(p, system, code, date="2026-10-01", **more):
    p.add("Condition", clinicalStatus=ACTIVE, code={"coding": [{"system": system, "code": code}]}, onsetDateTime=date, **more)
    return p


def done(p, code, date):
    p.add("Procedure", status="completed", code={"coding": [{"system": c.SNOMED, "code": code}]}, performedDateTime=date)
    return p


# --- JSCT MM20 ------------------------------------------------------------------------------------------------------------------------------
def candidate(name, born="1970-02-14", isotype="IgG kappa", bones=1, **values):
    """Untreated, every criterion met."""
    p = Patient(name, "male", born, "")
    p.condition("multiple-myeloma", "2026-11-06")
    values = {"calcium": 9.3, "creatinine": 0.8, "hemoglobin": 9.2, "m_protein_serum": 3.6, "m_protein_urine": 30, "flc_kappa": 120, "flc_lambda": 9, "weight": 68,
              "albumin": 3.9, "marrow_plasma_cells": 33, "mri_focal_lesions": 0, "neutrophils": 3.4, "platelets": 212, "bilirubin": 0.7, "ast": 19, "alt": 15,
              "lvef": 64, "spo2": 97, "ecog": 1, "bone_lesions": bones} | values
    p.values("2026-11-12", **{k: v for k, v in values.items() if v is not None}).isotype("2026-11-12", isotype)
    return p.absent("2026-11-12", "hbs-antigen", "hcv-antibody", "hiv-antibody", "sars-cov-2")


def mm20(name, description, patient, *reasons):
    case(name, f"MM20: {description}", patient, conclusions={"eligibility.jsct-mm20": "ineligible" if reasons else "eligible"},
         **({"reasons": {"eligibility.jsct-mm20": list(reasons)}} if reasons else {}), cards={"notIds": ["jsct-mm20.induction"]})


mm20("mm20-all-met", "every criterion met; no card of the trial, which has closed", candidate("mm20-all-met"))
mm20("mm20-65", "65 years is within, although transplantation elsewhere ends before", candidate("mm20-65", born="1961-05-01"))
mm20("mm20-66", "66 years", candidate("mm20-66", born="1960-05-01"), "age")
mm20("mm20-19", "19 years", candidate("mm20-19", born="2007-05-01"), "age")
for name, description, values, reason in (
        ("m-protein-0-9", "serum M-protein 0.9, urine 199, free light chains 99 mg/L", {"m_protein_serum": 0.9, "m_protein_urine": 199, "flc_kappa": 99}, "not-measurable"),
        ("m-protein-1-0", "serum M-protein 1.0 g/dL", {"m_protein_serum": 1.0, "m_protein_urine": 0, "flc_kappa": 12}, None),
        ("urine-200", "urine M-protein 200 mg in 24 hours", {"m_protein_serum": 0.1, "m_protein_urine": 200, "flc_kappa": 12}, None),
        ("flc-100", "free kappa 100 mg/L with an abnormal ratio", {"m_protein_serum": 0.1, "m_protein_urine": 0, "flc_kappa": 100}, None),
        ("neutrophils-1000", "neutrophils 1000 /uL", {"neutrophils": (1000, "/uL")}, None), ("neutrophils-990", "neutrophils 990 /uL", {"neutrophils": (990, "/uL")}, "neutrophils"),
        ("hemoglobin-8-0", "hemoglobin 80 g/L", {"hemoglobin": (80, "g/L")}, None), ("hemoglobin-7-9", "hemoglobin 7.9 g/dL", {"hemoglobin": 7.9}, "hemoglobin"),
        ("platelets-75", "platelets 7.5 10*4/uL", {"platelets": (7.5, "10*4/uL")}, None), ("platelets-74", "platelets 74 10*9/L", {"platelets": (74, "10*9/L")}, "platelets"),
        ("bilirubin-38-umol", "bilirubin 38 umol/L is 2.22 mg/dL", {"bilirubin": (38, "umol/L")}, None), ("bilirubin-2-3", "bilirubin 2.3 mg/dL", {"bilirubin": 2.3}, "bilirubin"),
        ("alt-126", "ALT 126 U/L is 3 times 42", {"alt": 126}, None), ("alt-127", "ALT 127 U/L", {"alt": 127}, "transaminases"), ("ast-91", "AST 91 U/L", {"ast": 91}, "transaminases"),
        ("clearance-30", "measured clearance 30 mL/min", {"creatinine_clearance": 30}, None), ("clearance-29", "measured clearance 29 mL/min", {"creatinine_clearance": 29}, "creatinine-clearance"),
        ("lvef-49", "LVEF 49 %", {"lvef": 49}, "lvef"), ("spo2-92", "SpO2 92 %", {"spo2": 92}, "spo2"), ("ecog-2", "ECOG 2", {"ecog": 2}, None)):
    mm20(f"mm20-{name}", description, candidate(f"mm20-{name}", **values), *([reason] if reason else []))
mm20("mm20-ecog-3-no-lesions", "ECOG 3 that no bone lesion explains", candidate("mm20-ecog-3-no-lesions", bones=0, ecog=3), "performance-status")
mm20("mm20-ecog-3-lesions", "ECOG 3 with bone lesions is a question for a person", candidate("mm20-ecog-3-lesions", ecog=3))
mm20("mm20-igm", "IgM myeloma", candidate("mm20-igm", isotype="IgM kappa"), "excluded-disease")
mm20("mm20-waldenstrom", "Waldenström macroglobulinaemia recorded", ill(candidate("mm20-waldenstrom"), c.SNOMED, "190818004"), "excluded-disease")
mm20("mm20-amyloidosis", "AL amyloidosis recorded", ill(candidate("mm20-amyloidosis"), c.SNOMED, "23132008"), "amyloidosis")
mm20("mm20-radiotherapy-14-days", "radiotherapy 14 days ago", done(candidate("mm20-radiotherapy-14-days"), "1217123003", "2026-11-06"), "recent-surgery-or-radiotherapy")
mm20("mm20-radiotherapy-15-days", "radiotherapy 15 days ago", done(candidate("mm20-radiotherapy-15-days"), "1217123003", "2026-11-05"))
mm20("mm20-prednisolone-30", "prednisolone 30 mg a day is allowed", candidate("mm20-prednisolone-30").took("2026-11-10", None, "prednisolone", dose="30 mg"))
mm20("mm20-prednisolone-40", "prednisolone 40 mg a day", candidate("mm20-prednisolone-40").took("2026-11-10", None, "prednisolone", dose="40 mg"), "recent-corticosteroid")
mm20("mm20-prior-treatment", "one course of Bd", candidate("mm20-prior-treatment").took("2026-10-10", "2026-10-31", "bortezomib", "dexamethasone"), "prior-treatment")
mm20("mm20-cns", "myeloma of the central nervous system", ill(candidate("mm20-cns"), c.ICD10, "C79.3"), "cns-disease")
mm20("mm20-hiv", "HIV antibody positive", candidate("mm20-hiv").found("2026-11-13", "hiv-antibody"), "hiv")
mm20("mm20-hbs-antigen", "HBs antigen positive", candidate("mm20-hbs-antigen").found("2026-11-13", "hbs-antigen"), "hbs-antigen")
case("mm20-hcv-rna-unknown", "MM20: HCV antibody positive, RNA not tested: open", candidate("mm20-hcv-rna-unknown").found("2026-11-13", "hcv-antibody"),
     conclusions={"eligibility.jsct-mm20": {"possible": ["eligible", "ineligible"]}}, missing={"eligibility.jsct-mm20": ["hcv-rna"]})
p = candidate("mm20-hcv").found("2026-11-13", "hcv-antibody")
p.add("Observation", status="final", code={"coding": [{"system": c.LOINC, "code": "11011-4"}]}, effectiveDateTime="2026-11-13",
      valueCodeableConcept={"coding": [{"system": c.SNOMED, "code": "260373001"}]})
mm20("mm20-hcv", "HCV antibody and RNA positive", p, "hcv")
p = candidate("mm20-hcv-rna-negative").found("2026-11-13", "hcv-antibody")
p.add("Observation", status="final", code={"coding": [{"system": c.LOINC, "code": "11011-4"}]}, effectiveDateTime="2026-11-13",
      valueCodeableConcept={"coding": [{"system": c.SNOMED, "code": "260415000"}]})
mm20("mm20-hcv-rna-negative", "HCV antibody positive, RNA not detected: possible", p)
mm20("mm20-infection", "active infection", ill(candidate("mm20-infection"), c.SNOMED, "40733004"), "comorbidity")
mm20("mm20-schizophrenia", "schizophrenia", ill(candidate("mm20-schizophrenia"), c.ICD10, "F20.0"), "psychiatric")
mm20("mm20-malignancy", "another malignancy", ill(candidate("mm20-malignancy"), c.SNOMED, "363346000"), "other-malignancy")
mm20("mm20-sars-cov-2", "SARS-CoV-2 positive last week", candidate("mm20-sars-cov-2").found("2026-11-14", "sars-cov-2"), "sars-cov-2")
case("mm20-lvef-unknown", "MM20: LVEF not measured leaves it open", candidate("mm20-lvef-unknown", lvef=None),
     conclusions={"eligibility.jsct-mm20": {"possible": ["eligible", "ineligible"]}}, missing={"eligibility.jsct-mm20": ["lvef"]})
case("mm20-one-failure-decides", "MM20: LVEF not measured, but platelets too low", candidate("mm20-one-failure-decides", lvef=None, platelets=50),
     conclusions={"eligibility.jsct-mm20": "ineligible"}, reasons={"eligibility.jsct-mm20": ["platelets"]})


# --- ide-cel --------------------------------------------------------------------------------------------------------------------------------
def ide_cel(name, description, patient, *reasons):
    case(name, f"ide-cel: {description}", patient, conclusions={"eligibility.ide-cel": "ineligible" if reasons else "eligible"},
         **({"reasons": {"eligibility.ide-cel": list(reasons)}} if reasons else {}), recommendations=[{"id": "relapse.bcma-directed", "exclude": ["ide-cel"]}] if reasons else [])


def pretreated(name):
    return relapse(name, *TRIPLE)


ide_cel("ide-cel-ecog-1", "ECOG 1 after three lines", pretreated("ide-cel-ecog-1"))
ide_cel("ide-cel-cns", "myeloma of the central nervous system", ill(pretreated("ide-cel-cns"), c.ICD10, "C79.3"), "cns-disease")
ide_cel("ide-cel-plasma-cell-leukaemia", "plasma cell leukaemia recorded", ill(pretreated("ide-cel-plasma-cell-leukaemia"), c.SNOMED, "95209008"), "plasma-cell-leukaemia")
ide_cel("ide-cel-waldenstrom", "Waldenström macroglobulinaemia", ill(pretreated("ide-cel-waldenstrom"), c.SNOMED, "190818004"), "waldenstrom")
ide_cel("ide-cel-poems", "POEMS syndrome", ill(pretreated("ide-cel-poems"), c.SNOMED, "79268002"), "poems")
ide_cel("ide-cel-amyloidosis", "AL amyloidosis", ill(pretreated("ide-cel-amyloidosis"), c.SNOMED, "23132008"), "amyloidosis-organ-damage")
ide_cel("ide-cel-allogeneic", "allogeneic transplant before", done(pretreated("ide-cel-allogeneic"), "425843001", "2022-01-01"), "allogeneic-transplant")
ide_cel("ide-cel-autologous", "autologous transplant before is no reason", done(pretreated("ide-cel-autologous"), "425983008", "2020-07-01"))
ide_cel("ide-cel-malignancy", "another active malignancy", ill(pretreated("ide-cel-malignancy"), c.SNOMED, "363346000"), "other-malignancy")
ide_cel("ide-cel-infection", "active infection", ill(pretreated("ide-cel-infection"), c.SNOMED, "40733004"), "active-infection")
ide_cel("ide-cel-hypersensitivity", "allergy to ide-cel", pretreated("ide-cel-hypersensitivity").allergy("idecabtagene-vicleucel", "2024-01-01"), "hypersensitivity")
ide_cel("ide-cel-no-anti-cd38", "no anti-CD38 antibody yet",
        relapse("ide-cel-no-anti-cd38", ("2020-02-01", "2021-06-01", ("bortezomib", "melphalan", "prednisolone"), "2021-06-01"),
                ("2021-07-01", "2023-06-01", ("lenalidomide", "dexamethasone"), "2023-06-01"), ("2023-07-01", "2026-11-08", ("elotuzumab", "pomalidomide", "dexamethasone"), None)), "prior-classes")
p = relapse("ide-cel-responding", *TRIPLE[:2], ("2023-07-01", None, ("elotuzumab", "pomalidomide", "dexamethasone"), None), progressed=None)
ide_cel("ide-cel-responding", "the last line still works", p, "no-progression")
