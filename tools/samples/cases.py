"""Cases of our own in the format of the shared example cases: thresholds, units, code systems, statuses, windows, refractory states, exceptions.
Expectations come from the contract and the guideline, never from what the service answers."""
from . import codes as c
from .bundle import Patient

AS_OF = "2026-11-20"
ALL = []


def case(name, description, patient, as_of=AS_OF, **expected):
    ALL.append({"name": name, "description": description, "asOf": as_of, "expected": expected, "bundle": patient.bundle()})


def myeloma(name, born="1960-01-01", gender="male", **values):
    """Recorded last week, values of the same week."""
    p = Patient(name, gender, born, "")
    p.condition("multiple-myeloma", "2026-11-10")
    return p.values("2026-11-12", **values) if values else p


def crab(name, born="1968-01-01", gender="male", **values):
    """Untreated with anaemia and marrow 30 %, no bone lesions: treatment is due."""
    values = {"hemoglobin": 9.0, "calcium": 9.2, "creatinine": 0.8, "albumin": 4.0, "weight": 60, "marrow_plasma_cells": 30} | values
    return myeloma(name, born, gender, **values).values("2026-11-11", bone_lesions=0)


def treated(name, *drugs, born="1968-01-01", gender="male", start="2026-10-01", **values):
    """Myeloma without bone lesions under the given drugs."""
    p = Patient(name, gender, born, "")
    p.condition("multiple-myeloma", "2026-09-01")
    p.values("2026-09-05", bone_lesions=0)
    p.took(start, None, *drugs)
    return p.values("2026-11-12", **values) if values else p


def rec(id, *status, **more):
    return {"id": id, "status": list(status), **more} if status else {"id": id, **more}


# --- staging -------------------------------------------------------------------------------------------------------------------------------
for value, albumin, stage in ((3.5, 4.0, "II"), (3.49, 3.5, "I"), (3.49, 3.4, "II"), (5.5, 2.0, "III"), (5.49, 3.6, "II")):
    name = f"iss-b2m-{value}-albumin-{albumin}".replace(".", "-")
    case(name, f"Beta-2 microglobulin {value} mg/L, albumin {albumin} g/dL is ISS {stage}",
         myeloma(name, beta2_microglobulin=value, albumin=albumin), conclusions={"staging.iss": stage})

p = myeloma("iss-b2m-288-nmol-per-litre", albumin=(36, "g/L"))
p.add("Observation", status="final", code={"coding": [{"system": c.LOINC, "code": "76484-5"}]}, effectiveDateTime="2026-11-12",
      valueQuantity={"value": 288, "unit": "nmol/L", "system": c.UCUM, "code": "nmol/L"})
case("iss-b2m-288-nmol-per-litre", "288 nmol/L beta-2 microglobulin is 3.4 mg/L, albumin in g/L: ISS I", p, conclusions={"staging.iss": "I"})

p = myeloma("iss-b2m-300-nmol-per-litre", albumin=(3600, "mg/dL"))
p.add("Observation", status="final", code={"coding": [{"system": c.LOINC, "code": "76484-5"}]}, effectiveDateTime="2026-11-12",
      valueQuantity={"value": 300, "unit": "nmol/L", "system": c.UCUM, "code": "nmol/L"})
case("iss-b2m-300-nmol-per-litre", "300 nmol/L beta-2 microglobulin is 3.54 mg/L: ISS II", p, conclusions={"staging.iss": "II"})

case("iss-b2m-micrograms-per-millilitre", "5.6 ug/mL is 5.6 mg/L: ISS III", myeloma("iss-b2m-micrograms-per-millilitre", beta2_microglobulin=(5.6, "ug/mL")),
     conclusions={"staging.iss": "III"})
case("iss-b2m-micrograms-per-litre", "3400 ug/L is 3.4 mg/L: ISS I", myeloma("iss-b2m-micrograms-per-litre", beta2_microglobulin=(3400, "ug/L"), albumin=3.5),
     conclusions={"staging.iss": "I"})
case("iss-below-3-0", "Reported as < 3.0 mg/L: decides below 3.5", myeloma("iss-below-3-0", beta2_microglobulin="< 3.0", albumin=3.5), conclusions={"staging.iss": "I"})
case("iss-at-least-5-5", "Reported as >= 5.5 mg/L: ISS III", myeloma("iss-at-least-5-5", beta2_microglobulin=">= 5.5", albumin=4.0), conclusions={"staging.iss": "III"})
case("iss-above-5-4", "Reported as > 5.4 mg/L: II or III", myeloma("iss-above-5-4", beta2_microglobulin="> 5.4", albumin=4.0),
     conclusions={"staging.iss": {"possible": ["II", "III"]}}, missing={"staging.iss": ["beta2-microglobulin"]})
case("iss-below-4-0", "Reported as < 4.0 mg/L with albumin 4.0: I or II", myeloma("iss-below-4-0", beta2_microglobulin="< 4.0", albumin=4.0),
     conclusions={"staging.iss": {"possible": ["I", "II"]}})
case("iss-albumin-only", "No beta-2 microglobulin, albumin 3.0: II or III", myeloma("iss-albumin-only", albumin=3.0),
     conclusions={"staging.iss": {"possible": ["II", "III"]}}, missing={"staging.iss": ["beta2-microglobulin"]})
p = myeloma("iss-unit-unknown", albumin=4.0, beta2_microglobulin=(3.0, "foo"))
case("iss-unit-unknown", "A unit that cannot be compared: unknown and reported, never less than 3.5", p,
     conclusions={"staging.iss": {"possible": ["I", "II", "III"]}}, notes=[{"severity": "warning", "resource": f"Observation/{p.resources[-1]['id']}"}])
p = myeloma("iss-unit-missing", albumin=4.0)
p.observed("2026-11-12", "beta2-microglobulin", valueQuantity={"value": 3.0})
case("iss-unit-missing", "A value without unit is reported and ignored", p, conclusions={"staging.iss": {"possible": ["I", "II", "III"]}},
     notes=[{"severity": "warning", "resource": f"Observation/{p.resources[-1]['id']}"}])
p = myeloma("iss-albumin-implausible", beta2_microglobulin=3.0, albumin=(36, "g/dL"))
case("iss-albumin-implausible", "Albumin 36 g/dL is impossible (g/L meant): reported and ignored", p, conclusions={"staging.iss": {"possible": ["I", "II"]}},
     notes=[{"severity": "warning", "resource": f"Observation/{p.resources[-1]['id']}"}])
p = myeloma("iss-newer-value-wins").values("2026-10-15", beta2_microglobulin=6.0).values("2026-11-15", beta2_microglobulin=3.1, albumin=4.1)
case("iss-newer-value-wins", "Two values: the latest before treatment counts", p, conclusions={"staging.iss": "I"})
p = myeloma("iss-value-after-as-of", albumin=4.0, beta2_microglobulin=3.0).values("2026-11-21", beta2_microglobulin=9.0)
case("iss-value-after-as-of", "A value dated tomorrow does not count", p, conclusions={"staging.iss": "I"})
p = Patient("iss-baseline-before-treatment", "male", "1955-01-01", "")
p.condition("multiple-myeloma", "2026-06-01")
p.values("2026-06-05", beta2_microglobulin=6.1, albumin=3.0).took("2026-06-15", None, "lenalidomide", "dexamethasone", "aspirin")
p.values("2026-11-12", beta2_microglobulin=2.1, albumin=4.2)
case("iss-baseline-before-treatment", "The stage is that before treatment, not that of today", p, conclusions={"staging.iss": "III"})
p = Patient("iss-baseline-too-old", "male", "1955-01-01", "")
p.condition("multiple-myeloma", "2026-01-01")
p.values("2026-01-05", beta2_microglobulin=6.1, albumin=3.0).took("2026-06-15", None, "lenalidomide", "dexamethasone", "aspirin")
case("iss-baseline-too-old", "Values of more than 90 days before the first line are no baseline", p, conclusions={"staging.iss": {"possible": ["I", "II", "III"]}})

p = myeloma("r-iss-ldh-own-limit", beta2_microglobulin=6.0, albumin=3.0).absent("2026-11-11", "del-17p", "t-4-14", "t-14-16")
p.observed("2026-11-12", "ldh", valueQuantity={"value": 240, "unit": "U/L", "system": c.UCUM, "code": "U/L"},
           referenceRange=[{"high": {"value": 245, "unit": "U/L", "system": c.UCUM, "code": "U/L"}}])
case("r-iss-ldh-own-limit", "LDH 240 is normal where the laboratory says up to 245: ISS III is R-ISS II", p, conclusions={"staging.r-iss": "II"})
for ldh, stage in ((222, "II"), (223, "III")):
    p = myeloma(f"r-iss-ldh-{ldh}", beta2_microglobulin=6.0, albumin=3.0, ldh=ldh).absent("2026-11-11", "del-17p", "t-4-14", "t-14-16")
    case(f"r-iss-ldh-{ldh}", f"LDH {ldh} U/L against the default limit of 222: R-ISS {stage}", p, conclusions={"staging.r-iss": stage})
p = myeloma("r-iss-iscn-text", beta2_microglobulin=6.0, albumin=3.0, ldh=180)
p.add("Observation", status="final", code={"coding": [{"system": c.LOINC, "code": "62367-8"}]}, effectiveDateTime="2026-11-11", valueString="46,XX,t(4;14)(p16;q32)")
case("r-iss-iscn-text", "t(4;14) in the text of a FISH report: high risk; other abnormalities stay unknown", p,
     conclusions={"risk.cytogenetics": "high", "staging.r-iss": "III", "risk.high-risk-hits": {"possible": [1, 2, 3, 4]}})
p = myeloma("cytogenetics-data-absent", beta2_microglobulin=3.0, albumin=4.0, ldh=180).absent("2026-11-11", "del-17p", "t-14-16")
p.add("Observation", status="final", code={"coding": [{"system": c.LOINC, "code": "72726-3"}]}, effectiveDateTime="2026-11-11",
      dataAbsentReason={"coding": [{"system": "http://terminology.hl7.org/CodeSystem/data-absent-reason", "code": "not-performed"}]})
case("cytogenetics-data-absent", "A FISH test that was not performed is unknown, not absent", p,
     conclusions={"risk.cytogenetics": {"possible": ["standard", "high"]}, "staging.r-iss": {"possible": ["I", "II"]}}, missing={"risk.cytogenetics": ["t-4-14"]})
p = Patient("cytogenetics-at-relapse", "male", "1950-01-01", "")
p.condition("multiple-myeloma", "2024-01-01")
p.took("2024-02-01", None, "lenalidomide", "dexamethasone", "aspirin").found("2026-10-01", "del-17p").absent("2024-01-10", "t-4-14", "t-14-16")
case("cytogenetics-at-relapse", "del(17p) found two years into treatment is not part of the R-ISS set at diagnosis", p,
     conclusions={"risk.cytogenetics": {"possible": ["standard", "high"]}})

# --- whose data, and which count ------------------------------------------------------------------------------------------------------------
p = myeloma("other-patients-observation", albumin=4.0)
p.values("2026-11-12", beta2_microglobulin=9.0)
p.resources[-1]["subject"] = {"reference": "Patient/somebody-else"}
case("other-patients-observation", "Another patient's result is ignored and reported as an error", p,
     conclusions={"staging.iss": {"possible": ["I", "II", "III"]}}, notes=[{"severity": "error", "resource": f"Observation/{p.resources[-1]['id']}"}])
p = Patient("refuted-condition", "male", "1960-01-01", "")
p.condition("multiple-myeloma", "2026-11-10", verification="refuted")
p.values("2026-11-12", hemoglobin=13.9)
case("refuted-condition", "A refuted diagnosis is none", p, conclusions={"diagnosis": "ABSENT"}, recommendations=[rec("*", "absent")], cards={"none": True})
p = Patient("entered-in-error-condition", "male", "1960-01-01", "")
p.condition("multiple-myeloma", "2026-11-10", verification="entered-in-error")
case("entered-in-error-condition", "A diagnosis entered in error is none", p, conclusions={"diagnosis": "ABSENT"}, cards={"none": True})
p = myeloma("entered-in-error-observation", beta2_microglobulin=3.0, albumin=4.0).values("2026-11-14", beta2_microglobulin=7.0)
p.resources[-1]["status"] = "entered-in-error"
case("entered-in-error-observation", "A result entered in error does not count", p, conclusions={"staging.iss": "I"})
for status in ("registered", "cancelled"):
    p = myeloma(f"{status}-observation", beta2_microglobulin=3.0, albumin=4.0).values("2026-11-14", beta2_microglobulin=7.0)
    p.resources[-1]["status"] = status
    case(f"{status}-observation", f"A {status} result does not count", p, conclusions={"staging.iss": "I"})
p = myeloma("absolute-subject-reference", albumin=4.0, beta2_microglobulin=3.0)
case("absolute-subject-reference", "The subject as an absolute URL is the same patient", p, conclusions={"staging.iss": "I"})
for entry in ALL[-1]["bundle"]["entry"][1:]:
    entry["resource"]["subject"] = {"reference": "https://ehr.example.org/fhir/Patient/absolute-subject-reference"}

p = Patient("jp-icd-and-jlac-oid", "female", "1961-03-03", "", japanese=True)
p.condition("multiple-myeloma", "2026-11-10")
p.values("2026-11-12", beta2_microglobulin=5.8, ldh=300, hemoglobin=9.1)
for r in p.resources:
    for coding in r.get("code", {}).get("coding", []):
        if coding["system"] == c.JLAC10:
            coding["system"] = "urn:oid:1.2.392.200119.4.504"
case("jp-icd-and-jlac-oid", "ICD-10 without dot and JLAC10 under its OID", p, conclusions={"diagnosis": "multiple-myeloma", "staging.iss": "III", "staging.r-iss": "III",
     "diagnosis.defining-events": {"list": ["anaemia"], "undetermined": ["hypercalcaemia", "renal-insufficiency", "bone-lesions"]}})
p = myeloma("local-display-only", albumin=4.0)
p.add("Observation", status="final", code={"text": "beta-2 microglobulin"}, effectiveDateTime="2026-11-12",
      valueQuantity={"value": 3.0, "unit": "mg/L", "system": c.UCUM, "code": "mg/L"})
case("local-display-only", "Text alone never identifies a laboratory result", p, conclusions={"staging.iss": {"possible": ["I", "II", "III"]}})
p = myeloma("fact-code-system", albumin=4.0)
p.add("Observation", status="final", code={"coding": [{"system": c.FACT_SYSTEM, "code": "beta2-microglobulin"}]}, effectiveDateTime="2026-11-12",
      valueQuantity={"value": 3.0, "unit": "mg/L", "system": c.UCUM, "code": "mg/L"})
case("fact-code-system", "Any fact may come in the project's own CodeSystem", p, conclusions={"staging.iss": "I"})

# --- diagnosis ------------------------------------------------------------------------------------------------------------------------------
def gammopathy(name, condition, born="1958-01-01", **values):
    p = Patient(name, "female", born, "")
    p.condition(condition, "2026-08-01")
    values = {"hemoglobin": 12.5, "calcium": 9.2, "creatinine": 0.6, "albumin": 4.2, "weight": 55, "flc_kappa": 15, "flc_lambda": 12,
              "m_protein_urine": 0, "marrow_plasma_cells": 5, "bone_lesions": 0, "mri_focal_lesions": 0} | values
    return p.values("2026-11-10", **values).isotype("2026-11-10", "IgG kappa")


case("mgus-just-below", "M-protein 2.9 g/dL, marrow 9 %: MGUS", gammopathy("mgus-just-below", "mgus", m_protein_serum=2.9, marrow_plasma_cells=9),
     conclusions={"diagnosis": "non-igm-mgus", "risk.mgus": 1, "staging.iss": "ABSENT", "transplant.eligibility": "ABSENT"},
     recommendations=[rec("observation.mgus", "due"), rec("bone.antiresorptive", "absent"), rec("induction.*", "absent")])
case("smouldering-by-m-protein", "M-protein 3.0 g/dL, marrow 9 %: smouldering", gammopathy("smouldering-by-m-protein", "smouldering-myeloma", m_protein_serum=3.0, marrow_plasma_cells=9),
     conclusions={"diagnosis": "smouldering-myeloma"}, recommendations=[rec("observation.smm", "due"), rec("induction.*", "absent")])
case("smouldering-by-marrow", "M-protein 1.0 g/dL, marrow 10 %: smouldering", gammopathy("smouldering-by-marrow", "smouldering-myeloma", m_protein_serum=1.0, marrow_plasma_cells=10),
     conclusions={"diagnosis": "smouldering-myeloma", "risk.smm.2-20-20": "low"})
case("smouldering-by-urine", "Urine M-protein 500 mg/24 h, serum 0.2: smouldering", gammopathy("smouldering-by-urine", "smouldering-myeloma", m_protein_serum=0.2, m_protein_urine=500),
     conclusions={"diagnosis": "smouldering-myeloma"})
case("smouldering-2-20-20-at-the-limits", "M-protein 2.0, FLC ratio 20, marrow 20 %: each limit counts (MM-3 CQ2, 'or more')",
     gammopathy("smouldering-2-20-20-at-the-limits", "smouldering-myeloma", m_protein_serum=2.0, flc_kappa=240, flc_lambda=12, marrow_plasma_cells=20),
     conclusions={"risk.smm.2-20-20": "high", "risk.smm.evolving": {"list": ["marrow-plasma-cells-20"], "optional": ["evolving-m-protein", "evolving-hemoglobin"]}})
case("smouldering-2-20-20-just-below", "M-protein 1.9, FLC ratio 19, marrow 19 %: low",
     gammopathy("smouldering-2-20-20-just-below", "smouldering-myeloma", m_protein_serum=1.9, flc_kappa=228, flc_lambda=12, marrow_plasma_cells=19),
     conclusions={"risk.smm.2-20-20": "low", "diagnosis": "smouldering-myeloma"})
case("biomarker-marrow-60", "Recorded as smouldering, marrow 60 %: myeloma by biomarker, to confirm first",
     gammopathy("biomarker-marrow-60", "smouldering-myeloma", m_protein_serum=3.5, marrow_plasma_cells=60),
     conclusions={"diagnosis": "multiple-myeloma", "diagnosis.defining-biomarkers": ["marrow-plasma-cells-60"], "diagnosis.defining-events": []},
     recommendations=[rec("diagnosis.confirm", "due"), rec("induction.*", "indeterminate")], cards={"first": ["diagnosis.confirm"]})
case("biomarker-marrow-59", "Marrow 59 %: still smouldering", gammopathy("biomarker-marrow-59", "smouldering-myeloma", m_protein_serum=3.5, marrow_plasma_cells=59),
     conclusions={"diagnosis": "smouldering-myeloma", "diagnosis.defining-biomarkers": []})
case("biomarker-flc-100", "Ratio 100, involved light chain 100 mg/L", gammopathy("biomarker-flc-100", "smouldering-myeloma", m_protein_serum=3.5, flc_kappa=100, flc_lambda=1),
     conclusions={"diagnosis.defining-biomarkers": ["free-light-chain-ratio-100"]})
case("biomarker-flc-99-mg", "Ratio 110 but involved light chain 99 mg/L does not count", gammopathy("biomarker-flc-99-mg", "smouldering-myeloma", m_protein_serum=3.5, flc_kappa=99, flc_lambda=0.9),
     conclusions={"diagnosis.defining-biomarkers": [], "diagnosis": "smouldering-myeloma"})
case("biomarker-flc-lambda", "Lambda involved: kappa 1.5, lambda 180 mg/L is a ratio of 120", gammopathy("biomarker-flc-lambda", "smouldering-myeloma", m_protein_serum=3.5, flc_kappa=1.5, flc_lambda=180),
     conclusions={"diagnosis.defining-biomarkers": ["free-light-chain-ratio-100"]})
case("biomarker-one-focal-lesion", "One focal lesion on MRI is not enough", gammopathy("biomarker-one-focal-lesion", "smouldering-myeloma", m_protein_serum=3.5, mri_focal_lesions=1),
     conclusions={"diagnosis.defining-biomarkers": [], "diagnosis": "smouldering-myeloma"})
case("biomarker-two-focal-lesions", "Two focal lesions on MRI", gammopathy("biomarker-two-focal-lesions", "smouldering-myeloma", m_protein_serum=3.5, marrow_plasma_cells=15, mri_focal_lesions=2),
     conclusions={"diagnosis.defining-biomarkers": ["mri-focal-lesions"], "diagnosis": "multiple-myeloma"})
for name, description, values, events in (
        ("crab-calcium-11-0", "Calcium 11.0 mg/dL is not above 11, nor more than 1 above 10.1", {"calcium": 11.0}, []),
        ("crab-calcium-11-1", "Calcium 11.1 mg/dL", {"calcium": 11.1}, ["hypercalcaemia"]),
        ("crab-calcium-2-8-mmol", "Calcium 2.8 mmol/L is 11.2 mg/dL", {"calcium": (2.8, "mmol/L")}, ["hypercalcaemia"]),
        ("crab-calcium-low-albumin", "Measured 10.2, corrected above the limit with albumin 2.0: the ionised calcium decides", {"calcium": 10.2, "albumin": 2.0}, None),
        ("crab-creatinine-2-0", "Creatinine 2.0 mg/dL at 120 kg (clearance above 40)", {"creatinine": 2.0, "weight": 120}, []),
        ("crab-creatinine-2-1", "Creatinine 2.1 mg/dL at 120 kg", {"creatinine": 2.1, "weight": 120}, ["renal-insufficiency"]),
        ("crab-creatinine-umol", "Creatinine 190 umol/L is 2.15 mg/dL", {"creatinine": (190, "umol/L"), "weight": 120}, ["renal-insufficiency"]),
        ("crab-clearance-below-40", "Creatinine 1.5 mg/dL at 38 kg and 58 years: clearance below 40", {"creatinine": 1.5, "weight": 38}, ["renal-insufficiency"]),
        ("crab-measured-clearance-first", "Measured clearance 45 comes before Cockcroft-Gault", {"creatinine": 1.5, "weight": 38, "creatinine_clearance": 45}, []),
        ("crab-hemoglobin-9-9-mmol", "Hemoglobin 6.1 mmol/L (monomer) is 9.8 g/dL", {"hemoglobin": (6.1, "mmol/L")}, ["anaemia"]),
        ("crab-hemoglobin-below-limit", "Man with hemoglobin 11.6 g/dL: more than 2 below 13.7", {"hemoglobin": 11.6}, ["anaemia"]),
        ("crab-hemoglobin-at-limit", "Man with hemoglobin 11.7 g/dL: exactly 2 below 13.7 is not more", {"hemoglobin": 11.7}, []),
        ("crab-hemoglobin-g-per-litre", "Hemoglobin 99 g/L", {"hemoglobin": (99, "g/L")}, ["anaemia"]),
):
    values = {"hemoglobin": 14.0, "calcium": 9.2, "creatinine": 0.8, "albumin": 4.0, "weight": 70} | values
    p = myeloma(name, born="1968-01-01", marrow_plasma_cells=30, mri_focal_lesions=0, flc_kappa=15, flc_lambda=12, **values).values("2026-11-11", bone_lesions=0)
    case(name, description, p, conclusions={"diagnosis.defining-events": {"list": events or [], "undetermined": ["hypercalcaemia"] if events is None else []}})
p = crab("al-amyloidosis-kidney").values("2026-11-13", creatinine=2.6)
p.resources = [r for r in p.resources if not (r["resourceType"] == "Condition")]
p.condition("al-amyloidosis", "2026-11-01")
p.values("2026-11-14", hemoglobin=14.1, marrow_plasma_cells=8, bone_lesions=0)
case("al-amyloidosis-kidney", "Renal failure of AL amyloidosis is no defining event of myeloma", p,
     conclusions={"diagnosis": "al-amyloidosis", "diagnosis.defining-events": {"list": [], "undetermined": []}, "staging.iss": "ABSENT"},
     recommendations=[rec("al.induction", "due"), rec("induction.*", "absent"), rec("bone.antiresorptive", "absent")])

# --- transplantation ------------------------------------------------------------------------------------------------------------------------
case("day-before-65th-birthday", "64 until tomorrow: eligible", crab("day-before-65th-birthday", born="1961-11-21"),
     conclusions={"transplant.eligibility": "eligible"}, recommendations=[rec("induction.transplant-eligible", "due", first=["bld"])])
case("65th-birthday", "65 today: ineligible by age", crab("65th-birthday", born="1961-11-20"),
     conclusions={"transplant.eligibility": "ineligible"}, reasons={"transplant.eligibility": "age"},
     recommendations=[rec("induction.transplant-ineligible", "due", first=["d-ld", "d-mpb"]), rec("induction.transplant-eligible", "absent")])
case("birth-year-only-1961", "Born 1961, day unknown: 64 or 65", crab("birth-year-only-1961", born="1961"),
     conclusions={"transplant.eligibility": {"possible": ["eligible", "ineligible"]}},
     recommendations=[rec("induction.transplant-eligible", "indeterminate"), rec("induction.transplant-ineligible", "indeterminate")])
case("birth-year-only-1960", "Born 1960, day unknown: 65 or 66, ineligible either way", crab("birth-year-only-1960", born="1960"), conclusions={"transplant.eligibility": "ineligible"})
case("birth-month-november-1961", "Born in November 1961, day unknown", crab("birth-month-november-1961", born="1961-11"),
     conclusions={"transplant.eligibility": {"possible": ["eligible", "ineligible"]}})
for name, description, values, reason in (
        ("transplant-lvef-50", "LVEF 50 %", {"lvef": 50}, None), ("transplant-lvef-49", "LVEF 49 %", {"lvef": 49}, "organ-function"),
        ("transplant-spo2-93", "SpO2 93 %", {"spo2": 93}, None), ("transplant-spo2-92", "SpO2 92 %", {"spo2": 92}, "organ-function"),
        ("transplant-spo2-fraction", "SpO2 as a fraction, 0.92", {"spo2": (0.92, "1")}, "organ-function"),
        ("transplant-bilirubin-2-25", "Bilirubin 2.25 mg/dL is 1.5 times the default limit", {"bilirubin": 2.25}, None),
        ("transplant-bilirubin-2-3", "Bilirubin 2.3 mg/dL", {"bilirubin": 2.3}, "organ-function"),
        ("transplant-ast-90", "AST 90 U/L is 3 times the default limit", {"ast": 90}, None), ("transplant-ast-91", "AST 91 U/L", {"ast": 91}, "organ-function"),
        ("transplant-ecog-2", "ECOG 2", {"ecog": 2}, None), ("transplant-ecog-3-no-bone-lesions", "ECOG 3, no bone lesions", {"ecog": 3}, "performance-status"),
        ("transplant-renal-failure", "Creatinine 4.0 never makes ineligible", {"creatinine": 4.0}, None)):
    case(name, f"{description}: {'ineligible' if reason else 'eligible'}", crab(name, **values),
         conclusions={"transplant.eligibility": "ineligible" if reason else "eligible"}, **({"reasons": {"transplant.eligibility": reason}} if reason else {}))
p = crab("transplant-ecog-3-bone-lesions", ecog=3)
p.condition("bone-lesions", "2026-11-12")
case("transplant-ecog-3-bone-lesions", "ECOG 3 with bone lesions is to be confirmed, not a reason against", p, conclusions={"transplant.eligibility": "eligible"})
p = crab("transplant-declined").said("2026-11-15", "transplant-intent", False)
case("transplant-declined", "The patient does not want it", p, conclusions={"transplant.eligibility": "ineligible"}, reasons={"transplant.eligibility": "declined"})
p = crab("transplant-heart-failure")
p.condition("heart-failure", "2024-01-01")
case("transplant-heart-failure", "Recorded heart failure", p, conclusions={"transplant.eligibility": "ineligible"}, reasons={"transplant.eligibility": "organ-function"})
p = crab("transplant-heart-failure-resolved")
p.condition("heart-failure", "2015-01-01", clinical="resolved")
case("transplant-heart-failure-resolved", "Resolved heart failure is history, not current", p, conclusions={"transplant.eligibility": "eligible"})
p = crab("transplant-other-malignancy")
p.condition("other-malignancy", "2026-05-01")
case("transplant-other-malignancy", "Another active malignancy", p, conclusions={"transplant.eligibility": "ineligible"}, reasons={"transplant.eligibility": "comorbidity"})
p = crab("induction-renal-prefers-bcd-bd", creatinine=3.0)
case("induction-renal-prefers-bcd-bd", "Renal failure under 65: BCd or Bd before BLd", p,
     recommendations=[rec("induction.transplant-eligible", "due", first=["bcd", "bd"], include=["bld"])])
p = crab("induction-lung-disease", born="1954-01-01")
p.condition("interstitial-lung-disease", "2020-01-01")
case("induction-lung-disease", "Interstitial lung disease: bortezomib regimens are listed as avoid, D-Ld leads", p,
     recommendations=[rec("induction.transplant-ineligible", "due", first=["d-ld"], standing={"d-mpb": "avoid", "mpb": "avoid", "bd": "avoid"})])
p = crab("induction-thrombosis", born="1954-01-01")
p.add("Condition", code={"coding": [{"system": c.SNOMED, "code": "128053003"}]}, onsetDateTime="2026-11-01",
      clinicalStatus={"coding": [{"system": "http://terminology.hl7.org/CodeSystem/condition-clinical", "code": "active"}]})
case("induction-thrombosis", "Deep vein thrombosis now: lenalidomide is unsuitable, D-MPB leads", p,
     recommendations=[rec("induction.transplant-ineligible", "due", first=["d-mpb"], standing={"d-ld": "avoid"})])
p = crab("induction-allergy-lenalidomide", born="1954-01-01").allergy("lenalidomide", "2025-01-01")
case("induction-allergy-lenalidomide", "Allergy to lenalidomide makes its regimens avoid", p,
     recommendations=[rec("induction.transplant-ineligible", "due", first=["d-mpb"], standing={"d-ld": "avoid", "ld": "avoid"})])

# --- exposure -------------------------------------------------------------------------------------------------------------------------------
p = Patient("stale-request", "male", "1955-01-01", "")
p.condition("multiple-myeloma", "2026-03-01")
p.ordered("2026-04-01", "bortezomib", dose="2.2 mg")
case("stale-request", "An active request older than 180 days without a dispense: whether it runs is unknown", p,
     recommendations=[rec("prophylaxis.herpes-zoster", "indeterminate", missing=["bortezomib"])], cards={"notIds": ["prophylaxis.herpes-zoster"]})
p = Patient("recent-request", "male", "1955-01-01", "")
p.condition("multiple-myeloma", "2026-09-01")
p.ordered("2026-10-20", "bortezomib", dose="2.2 mg")
case("recent-request", "An active request of last month runs", p, recommendations=[rec("prophylaxis.herpes-zoster", "due", first=["acyclovir"], include=["valacyclovir"])],
     conclusions={"therapy.phase": "on-treatment"})
p = crab("planned-request")
p.ordered("2026-11-18", "bortezomib")
p.resources[-1]["intent"] = "plan"
case("planned-request", "A plan is no exposure", p, conclusions={"therapy.phase": "untreated", "therapy.exposed": []}, recommendations=[rec("prophylaxis.herpes-zoster", "absent")])
for status in ("not-taken", "unknown"):
    p = crab(f"statement-{status}").took("2026-10-01", None, "bortezomib")
    p.resources[-1]["status"] = status
    case(f"statement-{status}", f"A medication statement '{status}' does not count", p, conclusions={"therapy.exposed": [], "therapy.phase": "untreated"})
p = Patient("drug-by-text", "male", "1955-01-01", "")
p.condition("multiple-myeloma", "2026-09-01")
p.add("MedicationStatement", status="active", medicationCodeableConcept={"text": "ベルケイド注射用3mg"}, effectivePeriod={"start": "2026-10-01"})
case("drug-by-text", "A drug is recognised by its brand name in the text", p, conclusions={"therapy.exposed": ["bortezomib", "proteasome-inhibitor"]},
     recommendations=[rec("prophylaxis.herpes-zoster", "due")])
p = Patient("contained-medication", "male", "1955-01-01", "")
p.condition("multiple-myeloma", "2026-09-01")
p.add("MedicationRequest", status="active", intent="order", authoredOn="2026-11-01", medicationReference={"reference": "#m1"},
      contained=[{"resourceType": "Medication", "id": "m1", "code": p.medication("carfilzomib")}])
case("contained-medication", "A contained Medication by reference", p, conclusions={"therapy.exposed": ["carfilzomib", "proteasome-inhibitor"]},
     recommendations=[rec("prophylaxis.herpes-zoster", "due")])
p = Patient("dispense-runs-out", "male", "1955-01-01", "")
p.condition("multiple-myeloma", "2026-06-01")
p.add("MedicationDispense", status="completed", medicationCodeableConcept=p.medication("lenalidomide"), whenHandedOver="2026-08-01",
      daysSupply={"value": 21, "unit": "d", "system": c.UCUM, "code": "d"})
case("dispense-runs-out", "21 capsules handed over in August are used up", p, conclusions={"therapy.phase": "off-treatment"},
     recommendations=[rec("prophylaxis.thrombosis", "absent")])
for days, dates, status in ((60, ("2026-09-01", "2026-10-31"), True), (61, ("2026-09-01", "2026-11-01"), False)):
    p = Patient(f"progression-{days}-days-after-last-dose", "male", "1950-01-01", "")
    p.condition("multiple-myeloma", "2025-01-01")
    p.took("2025-02-01", dates[0], "lenalidomide", "dexamethasone").progressed(dates[1])
    case(f"progression-{days}-days-after-last-dose", f"Progression {days} days after the last dose is {'refractory' if status else 'not refractory'}", p,
         conclusions={"therapy.refractory": ["lenalidomide", "immunomodulator"] if status else [], "therapy.phase": "relapsed"},
         recommendations=[rec("relapse.lenalidomide-refractory" if status else "relapse.first", "due")])

# --- relapse --------------------------------------------------------------------------------------------------------------------------------
def relapse(name, *lines, born="1952-01-01", progressed="2026-11-10"):
    p = Patient(name, "female", born, "")
    p.condition("multiple-myeloma", "2019-01-10")
    p.values("2019-01-12", bone_lesions=0)
    for start, end, drugs, progression in lines:
        p.took(start, end, *drugs)
        if progression:
            p.progressed(progression)
    if progressed:
        p.progressed(progressed)
    p.values("2026-11-12", hemoglobin=9.5, calcium=9.2, creatinine=0.8, albumin=3.9, weight=55, ldh=190, ecog=1)
    return p


p = relapse("relapse-bortezomib-refractory", ("2024-01-10", "2026-11-09", ("bortezomib", "cyclophosphamide", "dexamethasone"), None))
case("relapse-bortezomib-refractory", "Progression on BCd", p,
     conclusions={"therapy.refractory": ["bortezomib", "cyclophosphamide", "proteasome-inhibitor"]},
     recommendations=[rec("relapse.bortezomib-refractory", "due", include=["d-ld", "d-kd", "isa-kd", "elo-ld", "k-ld", "i-ld", "ld", "kd-weekly", "kd-twice-weekly"],
                          exclude=["d-bd", "p-bd", "pan-bd", "bd", "bld"]), rec("relapse.first", "absent"), rec("relapse.lenalidomide-refractory", "absent")],
     cards={"ids": ["relapse.bortezomib-refractory"], "topics": ["regimen"]})
p = relapse("relapse-double-refractory", ("2023-01-10", "2024-05-01", ("bortezomib", "melphalan", "prednisolone"), "2024-05-01"),
            ("2024-06-01", "2026-11-09", ("lenalidomide", "dexamethasone"), None))
case("relapse-double-refractory", "Refractory to bortezomib and to lenalidomide: the double list replaces the two single ones", p,
     recommendations=[rec("relapse.double-refractory", "due", include=["isa-pd", "elo-pd", "d-pd", "d-kd", "isa-kd", "pd"], exclude=["d-ld", "d-bd", "k-ld", "p-bd", "ld", "bd"]),
                      rec("relapse.lenalidomide-refractory", "absent"), rec("relapse.bortezomib-refractory", "absent"), rec("relapse.further", "absent")],
     conclusions={"therapy.lines": 2})
p = relapse("relapse-pace-keeps-bortezomib", ("2023-01-10", "2024-05-01", ("bortezomib", "melphalan", "prednisolone"), "2024-05-01"),
            ("2024-06-01", "2026-11-09", ("lenalidomide", "dexamethasone"), None))
case("relapse-pace-keeps-bortezomib", "The PACE regimens stay although they hold bortezomib", p,
     recommendations=[rec("relapse.double-refractory", "due", includeAny=["bdt-pace", "bd-pace", "bad"], standing={"bad": "alternative"})])
p = relapse("relapse-anti-cd38-refractory", ("2022-01-10", "2026-11-09", ("daratumumab", "melphalan", "prednisolone"), None))
case("relapse-anti-cd38-refractory", "Refractory to daratumumab only: no regimen with any anti-CD38 antibody", p,
     recommendations=[rec("relapse.anti-cd38-refractory", "due", include=["elo-pd", "pd", "pan-bd"], exclude=["d-kd", "isa-kd", "isa-pd", "d-ld", "d-bd"]),
                      rec("relapse.*", exclude=["isa-kd", "isa-pd", "isa-d", "d-pd", "daratumumab"]), rec("relapse.first", "absent")])
p = relapse("relapse-first-within-9-months", ("2024-01-10", "2026-04-01", ("lenalidomide", "dexamethasone"), None))
case("relapse-first-within-9-months", "First relapse seven months after the last dose of Ld: the key drug changes", p,
     recommendations=[rec("relapse.first", "due", include=["d-bd", "d-kd", "p-bd"], exclude=["ld", "d-ld", "k-ld"])], conclusions={"therapy.refractory": []})
p = relapse("relapse-first-after-12-months", ("2020-01-10", "2024-04-01", ("lenalidomide", "dexamethasone"), None))
case("relapse-first-after-12-months", "First relapse two years after the last dose: the key drug may come again", p,
     recommendations=[rec("relapse.first", "due", include=["d-ld", "k-ld", "d-bd", "d-kd", "ld"])])
p = relapse("relapse-further", ("2019-02-01", "2020-02-01", ("bortezomib", "melphalan", "prednisolone"), "2021-06-01"),
            ("2021-07-01", "2024-06-01", ("lenalidomide", "dexamethasone"), None))
case("relapse-further", "Second relapse, refractory to nothing: the salvage table", p, conclusions={"therapy.lines": 2, "therapy.refractory": []},
     recommendations=[rec("relapse.further", "due", include=["k-pd", "lcd", "lad", "tcd", "hd-cpa", "dt-pace", "bendamustine", "d-ld", "d-bd"]), rec("relapse.first", "absent")])
p = relapse("relapse-pregnancy-precautions-carfilzomib-heart", ("2023-01-10", "2026-11-09", ("lenalidomide", "dexamethasone"), None))
p.condition("heart-failure", "2025-01-01")
case("relapse-pregnancy-precautions-carfilzomib-heart", "Heart failure: every carfilzomib regimen is caution", p,
     recommendations=[rec("relapse.lenalidomide-refractory", "due", standing={"d-kd": "caution", "isa-kd": "caution", "kd-weekly": "caution"}, include=["d-bd", "d-pd"])])
p = relapse("relapse-neuropathy", ("2023-01-10", "2026-11-09", ("lenalidomide", "dexamethasone"), None)).values("2026-11-10", neuropathy_grade=3)
case("relapse-neuropathy", "Severe neuropathy: bortezomib regimens are avoid and never first", p,
     recommendations=[rec("relapse.lenalidomide-refractory", "due", standing={"d-bd": "avoid", "p-bd": "avoid", "bd": "avoid"})])


def biochemical(name, series, high_risk=False, ldh=180):
    p = Patient(name, "female", "1955-01-01", "")
    p.condition("multiple-myeloma", "2022-01-15")
    p.values("2022-01-20", bone_lesions=0, m_protein_serum=4.5, m_protein_urine=0)
    (p.found if high_risk else p.absent)("2022-01-20", "del-17p")
    p.absent("2022-01-20", "t-4-14", "t-14-16")
    p.took("2022-02-07", "2024-10-01", "lenalidomide", "dexamethasone")
    for date, serum in series:
        p.values(date, m_protein_serum=serum, m_protein_urine=0)
    p.values("2026-11-12", hemoglobin=12.6, calcium=9.2, creatinine=0.7, albumin=4.1, ldh=ldh, weight=56, ecog=0, bone_lesions=0)
    return p


SLOW = (("2023-01-10", 0.3), ("2023-02-10", 0.3), ("2026-05-10", 0.7), ("2026-09-15", 0.8), ("2026-11-12", 0.9))
case("biochemical-slow", "Slow biochemical relapse, standard risk, normal LDH: watchful waiting leads", biochemical("biochemical-slow", SLOW),
     conclusions={"relapse.type": "biochemical", "therapy.phase": "relapsed"},
     recommendations=[rec("relapse.first", "due", first=["watchful-waiting"], standing={"watchful-waiting": "recommended", "d-bd": "alternative"})])
case("biochemical-high-risk", "The same with del(17p): treat", biochemical("biochemical-high-risk", SLOW, high_risk=True),
     conclusions={"relapse.type": "biochemical"}, recommendations=[rec("relapse.first", "due", exclude=["watchful-waiting"], standing={"d-bd": "recommended"})])
case("biochemical-high-ldh", "The same with LDH 400: treat", biochemical("biochemical-high-ldh", SLOW, ldh=400),
     conclusions={"relapse.type": "biochemical"}, recommendations=[rec("relapse.first", "due", exclude=["watchful-waiting"])])
case("biochemical-fast", "M-protein doubled within two months: treat",
     biochemical("biochemical-fast", (("2023-01-10", 0.3), ("2023-02-10", 0.3), ("2026-09-20", 0.7), ("2026-10-20", 1.1), ("2026-11-12", 1.6))),
     recommendations=[rec("relapse.first", "due", exclude=["watchful-waiting"])])

# --- prophylaxis ----------------------------------------------------------------------------------------------------------------------------
for drug in ("carfilzomib", "ixazomib"):
    case(f"zoster-{drug}", f"{drug.capitalize()} is a proteasome inhibitor too", treated(f"zoster-{drug}", drug, "dexamethasone"),
         recommendations=[rec("prophylaxis.herpes-zoster", "due", first=["acyclovir"])])
p = treated("zoster-acyclovir-ended", "bortezomib", "dexamethasone").took("2026-10-01", "2026-10-20", "acyclovir")
case("zoster-acyclovir-ended", "Acyclovir was stopped a month ago", p, recommendations=[rec("prophylaxis.herpes-zoster", "due")])
p = treated("zoster-renal", "bortezomib", "dexamethasone", creatinine=5.0, weight=50)
case("zoster-renal", "Creatinine clearance below 25: acyclovir with care", p, recommendations=[rec("prophylaxis.herpes-zoster", "due", standing={"acyclovir": "caution"})])
p = Patient("zoster-in-amyloidosis", "male", "1960-01-01", "")
p.condition("al-amyloidosis", "2026-09-01")
p.took("2026-10-01", None, "daratumumab", "bortezomib", "cyclophosphamide", "dexamethasone")
case("zoster-in-amyloidosis", "A proteasome inhibitor in AL amyloidosis", p, recommendations=[rec("prophylaxis.herpes-zoster", "due"), rec("prophylaxis.thrombosis", "absent")])
case("thrombosis-one-factor", "Age 70 is one risk factor: aspirin", treated("thrombosis-one-factor", "lenalidomide", born="1956-01-01", platelets=200),
     recommendations=[rec("prophylaxis.thrombosis", "due", first=["aspirin"], exclude=["apixaban"], standing={"aspirin": "recommended"})])
p = treated("thrombosis-two-factors", "lenalidomide", born="1956-01-01", platelets=200)
p.condition("diabetes", "2010-01-01")
case("thrombosis-two-factors", "Age 70 and diabetes: heparin, aspirin an alternative, apixaban only with a history", p,
     recommendations=[rec("prophylaxis.thrombosis", "due", first=["low-molecular-weight-heparin"], exclude=["apixaban"],
                          standing={"low-molecular-weight-heparin": "recommended", "aspirin": "alternative"})])
p = treated("thrombosis-history", "pomalidomide", platelets=200)
p.condition("venous-thromboembolism-history", "2020-01-01")
case("thrombosis-history", "Earlier thrombosis: heparin, apixaban an alternative, aspirin with care", p,
     recommendations=[rec("prophylaxis.thrombosis", "due", first=["low-molecular-weight-heparin"],
                          standing={"low-molecular-weight-heparin": "recommended", "apixaban": "alternative", "aspirin": "caution"})])
for platelets, standing in ((50, "recommended"), (49, "avoid")):
    case(f"thrombosis-platelets-{platelets}", f"Platelets {platelets} x10^9/L: aspirin {standing}",
         treated(f"thrombosis-platelets-{platelets}", "thalidomide", platelets=(platelets, "10*9/L")),
         recommendations=[rec("prophylaxis.thrombosis", "due", standing={"aspirin": standing})])
p = treated("thrombosis-aspirin-allergy", "lenalidomide", platelets=200).allergy("aspirin", "2020-01-01")
case("thrombosis-aspirin-allergy", "Allergy to aspirin", p, recommendations=[rec("prophylaxis.thrombosis", "due", standing={"aspirin": "avoid"})])
p = treated("thrombosis-on-apixaban", "lenalidomide", platelets=200).took("2026-09-01", None, "apixaban")
case("thrombosis-on-apixaban", "Anticoagulated already", p, recommendations=[rec("prophylaxis.thrombosis", "satisfied")], cards={"notIds": ["prophylaxis.thrombosis"]})
p = treated("thrombosis-immunomodulator-ended", "daratumumab").took("2026-05-01", "2026-09-30", "lenalidomide")
case("thrombosis-immunomodulator-ended", "Lenalidomide was stopped", p, recommendations=[rec("prophylaxis.thrombosis", "absent")])

# --- bone -----------------------------------------------------------------------------------------------------------------------------------
def bones(name, **values):
    values = {"calcium": 9.2, "albumin": 4.0, "creatinine": 0.8, "weight": 60} | values
    p = treated(name, "bortezomib", "dexamethasone", "acyclovir", born="1954-01-01", **values)
    p.condition("bone-lesions", "2026-09-05")
    return p


def denosumab(name, date, dose):
    p = bones(name)
    p.given(date, "denosumab", dose)
    return p


for name, p, status, description in (
        ("bone-denosumab-6-weeks", denosumab("bone-denosumab-6-weeks", "2026-10-09", "120 mg"), "satisfied", "Denosumab 120 mg six weeks ago"),
        ("bone-denosumab-7-weeks", denosumab("bone-denosumab-7-weeks", "2026-10-02", "120 mg"), "due", "Denosumab 120 mg seven weeks ago"),
        ("bone-denosumab-60-mg", denosumab("bone-denosumab-60-mg", "2026-11-01", "60 mg"), "due", "Denosumab 60 mg for osteoporosis does not count"),
        ("bone-zoledronic-90-days", bones("bone-zoledronic-90-days").given("2026-08-22", "zoledronic-acid", "4 mg"), "satisfied", "Zoledronic acid 90 days ago"),
        ("bone-zoledronic-91-days", bones("bone-zoledronic-91-days").given("2026-08-21", "zoledronic-acid", "4 mg"), "due", "Zoledronic acid 91 days ago")):
    case(name, description, p, recommendations=[rec("bone.antiresorptive", status)])
case("bone-calcium-8-8", "Calcium 8.8 mg/dL is at the limit: denosumab usable", bones("bone-calcium-8-8", calcium=8.8),
     recommendations=[rec("bone.antiresorptive", "due", standing={"denosumab": "recommended"})])
case("bone-calcium-8-7", "Calcium 8.7 mg/dL: denosumab avoid", bones("bone-calcium-8-7", calcium=8.7),
     recommendations=[rec("bone.antiresorptive", "due", standing={"denosumab": "avoid"}, first=["zoledronic-acid"])])
case("bone-calcium-corrected", "Calcium 8.2 with albumin 3.0 is corrected to 9.2: denosumab usable", bones("bone-calcium-corrected", calcium=8.2, albumin=3.0),
     conclusions={"calcium.corrected": 9.2}, recommendations=[rec("bone.antiresorptive", "due", standing={"denosumab": "recommended"})])
case("bone-calcium-high", "Corrected calcium 10.4: no calcium or vitamin D", bones("bone-calcium-high", calcium=9.9, albumin=3.5),
     conclusions={"calcium.corrected": 10.4}, recommendations=[rec("bone.calcium-vitamin-d", "absent")])
case("bone-clearance-below-30", "Measured clearance 29: zoledronic acid avoid, denosumab first", bones("bone-clearance-below-30", creatinine_clearance=29),
     recommendations=[rec("bone.antiresorptive", "due", first=["denosumab"], standing={"zoledronic-acid": "avoid"})])
case("bone-clearance-30", "Measured clearance 30: zoledronic acid still usable", bones("bone-clearance-30", creatinine_clearance=30),
     recommendations=[rec("bone.antiresorptive", "due", first=["denosumab"], standing={"zoledronic-acid": "caution"})])
p = bones("bone-dental-check-done").procedure("dental-examination", "2026-10-10")
case("bone-dental-check-done", "Teeth examined", p, recommendations=[rec("bone.dental-check", "satisfied"), rec("bone.antiresorptive", "due")], cards={"notIds": ["bone.dental-check"]})
case("bone-dental-before-antiresorptive", "No dental check: its card comes first", bones("bone-dental-before-antiresorptive"),
     recommendations=[rec("bone.dental-check", "due")], cards={"order": ["bone.dental-check", "bone.antiresorptive"]})
p = bones("bone-calcium-vitamin-d-running").took("2026-10-01", None, "calcium-carbonate", "cholecalciferol")
case("bone-calcium-vitamin-d-running", "Calcium and vitamin D taken", p, recommendations=[rec("bone.calcium-vitamin-d", "satisfied")])
p = gammopathy("bone-none-in-mgus", "mgus", m_protein_serum=1.0)
case("bone-none-in-mgus", "No antiresorptive in MGUS (MM-3 CQ4)", p, recommendations=[rec("bone.*", "absent")])

# --- AL amyloidosis, POEMS, CAR-T -----------------------------------------------------------------------------------------------------------
def amyloidosis(name, **values):
    p = Patient(name, "male", "1965-01-01", "")
    p.condition("al-amyloidosis", "2026-11-01")
    return p.values("2026-11-12", **({"troponin_t": 0.02, "systolic_bp": 118, "egfr": 78, "ecog": 1} | values))


for name, values, reason in (("al-troponin-0-059", {"troponin_t": 0.059}, None), ("al-troponin-0-06", {"troponin_t": 0.06}, "troponin"),
                             ("al-troponin-ng-per-litre", {"troponin_t": (70, "ng/L")}, "troponin"), ("al-pressure-90", {"systolic_bp": 90}, "systolic-pressure"),
                             ("al-pressure-91", {"systolic_bp": 91}, None), ("al-egfr-50", {"egfr": 50}, "egfr"), ("al-egfr-51", {"egfr": 51}, None),
                             ("al-ecog-2", {"ecog": 2}, "performance-status")):
    case(name, f"AL amyloidosis, {name[3:]}: {'ineligible' if reason else 'eligible'} for transplantation", amyloidosis(name, **values),
         conclusions={"al.transplant-eligibility": "ineligible" if reason else "eligible"}, **({"reasons": {"al.transplant-eligibility": reason}} if reason else {}),
         recommendations=[rec("al.induction", "due", include=["d-bcd"]), rec("al.transplant", "absent" if reason else "due")])


def crow_fukase(name, vegf, skin=True):
    p = Patient(name, "female", "1970-01-01", "")
    p.condition("poems", "2026-10-20")
    p.condition("polyneuropathy", "2026-02-01")
    p.values("2026-11-10", vegf=vegf, m_protein_serum=0.4).isotype("2026-11-10", "IgA lambda")
    for fact in ("castleman-disease", "sclerotic-bone-lesions", "organomegaly", "extravascular-volume-overload", "endocrinopathy", "papilloedema", "thrombocytosis"):
        p.said("2026-11-01", fact, False)
    p.values("2026-11-10", platelets=200)
    return p.said("2026-11-01", "polyneuropathy", True).said("2026-11-01", "skin-changes", skin)


case("poems-vegf-601", "VEGF 601 pg/mL is above the default limit: criteria met", crow_fukase("poems-vegf-601", 601), conclusions={"poems.criteria": "met", "diagnosis": "poems"})
case("poems-vegf-600", "VEGF 600 pg/mL, no sclerotic lesion, no Castleman disease: not met", crow_fukase("poems-vegf-600", 600), conclusions={"poems.criteria": "not-met"})
case("poems-no-minor", "No minor criterion: not met", crow_fukase("poems-no-minor", 3000, skin=False), conclusions={"poems.criteria": "not-met"})

TRIPLE = (("2020-02-01", "2021-06-01", ("bortezomib", "lenalidomide", "dexamethasone"), "2021-06-01"),
          ("2021-07-01", "2023-06-01", ("daratumumab", "carfilzomib", "dexamethasone"), "2023-06-01"),
          ("2023-07-01", "2026-11-08", ("elotuzumab", "pomalidomide", "dexamethasone"), None))
p = relapse("car-t-eligible", *TRIPLE)
case("car-t-eligible", "Triple-class exposed after three lines, ECOG 1", p, conclusions={"eligibility.ide-cel": "eligible", "therapy.lines": 3},
     recommendations=[rec("relapse.bcma-directed", "due", include=["ide-cel", "car-t-referral", "cilta-cel"], standing={"cilta-cel": "caution"})])
p = relapse("car-t-ecog-2", *TRIPLE).values("2026-11-15", ecog=2)
case("car-t-ecog-2", "ECOG 2 three days later: ineligible", p, conclusions={"eligibility.ide-cel": "ineligible"}, reasons={"eligibility.ide-cel": "ecog-2-or-worse"})
p = relapse("car-t-two-lines", ("2021-07-01", "2023-06-01", ("daratumumab", "bortezomib", "dexamethasone"), "2023-06-01"),
            ("2023-07-01", "2026-11-08", ("elotuzumab", "pomalidomide", "dexamethasone"), None))
case("car-t-two-lines", "Two prior regimens with all three classes are enough (ide-cel-2023)", p, conclusions={"eligibility.ide-cel": "eligible", "therapy.lines": 2})
p = relapse("car-t-one-line", ("2023-07-01", "2026-11-08", ("daratumumab", "bortezomib", "lenalidomide", "dexamethasone"), None))
case("car-t-one-line", "One line is too few", p, conclusions={"eligibility.ide-cel": "ineligible"}, reasons={"eligibility.ide-cel": "prior-regimens"},
     recommendations=[rec("relapse.bcma-directed", "absent")])
p = relapse("car-t-given-before", *TRIPLE[:2], ("2023-07-20", "2023-07-22", ("fludarabine", "cyclophosphamide"), None), ("2023-07-25", "2023-07-25", ("idecabtagene-vicleucel",), None))
case("car-t-given-before", "BCMA CAR-T before; lymphodepletion and infusion are one line", p, conclusions={"eligibility.ide-cel": "ineligible", "therapy.lines": 3},
     reasons={"eligibility.ide-cel": "prior-bcma-car-t"}, recommendations=[rec("relapse.bcma-directed", exclude=["ide-cel"])])


def infused(name, at, **values):
    p = relapse(name, *TRIPLE[:2], ("2023-07-01", "2026-08-08", ("elotuzumab", "pomalidomide", "dexamethasone"), "2026-08-08"), progressed=None)
    p.took("2026-11-10", "2026-11-12", "fludarabine", "cyclophosphamide")
    p.given("2026-11-15T10:00:00+09:00", "idecabtagene-vicleucel")
    return p.values(at, **values)


case("crs-grade-3", "CRS grade 3 on the second day: tocilizumab and dexamethasone, first card", infused("crs-grade-3", "2026-11-17T09:00:00+09:00", crs_grade=3),
     as_of="2026-11-17T12:00:00+09:00", recommendations=[rec("car-t.crs-management", "due", first=["tocilizumab"], include=["dexamethasone"])])
case("crs-grade-1-after-72-hours", "CRS grade 1 appearing after 72 hours: no tocilizumab, supportive care",
     infused("crs-grade-1-after-72-hours", "2026-11-19T09:00:00+09:00", crs_grade=1), as_of="2026-11-19T12:00:00+09:00",
     recommendations=[rec("car-t.crs-management", "due", include=["supportive-care"], exclude=["tocilizumab"])])
case("neurotoxicity-grade-3", "Neurotoxicity grade 3: its card is the first", infused("neurotoxicity-grade-3", "2026-11-19T18:00:00+09:00", neurotoxicity_grade=3, crs_grade=0),
     recommendations=[rec("car-t.neurotoxicity-management", "due", first=["dexamethasone"])], cards={"first": ["car-t.neurotoxicity-management"]})
