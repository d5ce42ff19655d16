"""Cases about time and history: windows, exposures, lines of therapy, response, events; same format as cases.py."""
from . import codes as c
from .bundle import Patient
from .cases import ALL, bones, case, crab, gammopathy, myeloma, rec, relapse, treated


def recorded(name, born="1955-01-01", since="2024-01-10", gender="male"):
    p = Patient(name, gender, born, "")
    p.condition("multiple-myeloma", since)
    return p.values(since, bone_lesions=0)


# --- windows --------------------------------------------------------------------------------------------------------------------------------
p = Patient("window-mgus-old-labs", "female", "1970-01-01", "")
p.condition("mgus", "2022-05-01")
p.values("2022-05-10", marrow_plasma_cells=5, bone_lesions=0).isotype("2022-05-10", "IgG kappa")
p.values("2026-01-15", m_protein_serum=1.6, flc_kappa=15, flc_lambda=12, hemoglobin=13, calcium=9.2, creatinine=0.7, weight=60)
case("window-mgus-old-labs", "MGUS: labs of ten months ago and marrow of four years ago still count", p, conclusions={"diagnosis": "non-igm-mgus", "risk.mgus": 1})
p = myeloma("window-baseline-91-days", beta2_microglobulin=3.0)
p.values("2026-08-21", albumin=4.0)
case("window-baseline-91-days", "Untreated: albumin of 91 days ago is too old", p, conclusions={"staging.iss": {"possible": ["I", "II"]}}, missing={"staging.iss": ["albumin"]})
p = myeloma("window-baseline-90-days", beta2_microglobulin=3.0)
p.values("2026-08-22", albumin=4.0)
case("window-baseline-90-days", "Untreated: albumin of 90 days ago counts", p, conclusions={"staging.iss": "I"})
for date, ok in (("2026-10-21", True), ("2026-10-20", False)):
    p = treated(f"window-current-creatinine-{date}", "lenalidomide", weight=60).values(date, creatinine=1.0)
    case(f"window-current-creatinine-{date}", f"Creatinine {'30' if ok else '31'} days old", p,
         conclusions={"renal.creatinine-clearance": {"value": 68.3, "tolerance": 0.01} if ok else {"possible": []}},
         **({} if ok else {"missing": {"renal.creatinine-clearance": ["creatinine"]}}))
p = recorded("window-imaging-181-days").took("2024-02-01", None, "lenalidomide", "dexamethasone", "aspirin").values("2026-05-23", bone_lesions=0)
case("window-imaging-181-days", "No lesion on imaging of 181 days ago: unknown today", p, recommendations=[rec("bone.antiresorptive", "indeterminate", missing=["bone-lesions"])])
p = recorded("window-imaging-180-days").took("2024-02-01", None, "lenalidomide", "dexamethasone", "aspirin").values("2026-05-24", bone_lesions=0)
case("window-imaging-180-days", "No lesion on imaging of 180 days ago: absent", p, recommendations=[rec("bone.antiresorptive", "absent")])
p = recorded("lesion-once-found").took("2024-02-01", None, "lenalidomide", "dexamethasone", "aspirin").values("2025-01-10", bone_lesions=2).values("2026-11-01", bone_lesions=0)
case("lesion-once-found", "A lesion once found stays, although imaging is negative now", p, recommendations=[rec("bone.antiresorptive", "due")])

# --- how facts may be sent ------------------------------------------------------------------------------------------------------------------
p = crab("fact-values-as-they-come")
p.observed("2026-11-15", "bone-lesions", valueInteger=3)
p.observed("2026-11-15", "ecog", valueInteger=1)
p.observed("2026-11-15", "extramedullary-disease", valueBoolean=False)
for fact, value in (("t-4-14", {"valueBoolean": True}), ("del-17p", {"valueString": "陰性"}), ("t-14-16", {"valueString": "not detected"})):
    p.add("Observation", status="final", code={"coding": [{"system": c.FACT_SYSTEM, "code": fact}]}, effectiveDateTime="2026-11-11", **value)
case("fact-values-as-they-come", "Integer, boolean, Japanese and English words as values", p,
     conclusions={"risk.cytogenetics": "high", "diagnosis.defining-events": {"list": ["anaemia", "bone-lesions"]}}, recommendations=[rec("bone.antiresorptive", "due")])
p = myeloma("bone-lesions-bare-present", marrow_plasma_cells=30)
p.observed("2026-11-11", "bone-lesions", valueCodeableConcept={"coding": [{"system": c.SNOMED, "code": "52101004"}]})
case("bone-lesions-bare-present", "A bare 'present' is at least one lesion", p, conclusions={"diagnosis.defining-events": {"list": ["bone-lesions"]}}, recommendations=[rec("bone.antiresorptive", "due")])
p = myeloma("urn-uuid-subject", beta2_microglobulin=3.0, albumin=4.0)
case("urn-uuid-subject", "Subjects as urn:uuid of the Patient's fullUrl", p, conclusions={"staging.iss": "I"})
for entry in ALL[-1]["bundle"]["entry"]:
    if entry["resource"]["resourceType"] == "Patient":
        entry["fullUrl"] = "urn:uuid:61ebe359-bfdc-4613-8bf2-c5e300945f0a"
    else:
        entry["resource"]["subject"] = {"reference": "urn:uuid:61ebe359-bfdc-4613-8bf2-c5e300945f0a"}
p = myeloma("genomic-variant", beta2_microglobulin=6.0, ldh=180)
p.add("Observation", status="final", code={"coding": [{"system": c.LOINC, "code": "69548-6"}]}, effectiveDateTime="2026-11-11",
      valueCodeableConcept={"coding": [{"system": c.LOINC, "code": "LA9633-4", "display": "Present"}]},
      component=[{"code": {"coding": [{"system": c.LOINC, "code": "81291-7"}]}, "valueCodeableConcept": {"text": "del(17)(p13)"}}])
case("genomic-variant", "mCODE genomic variant with ISCN del(17)(p13), present", p, conclusions={"risk.cytogenetics": "high", "staging.r-iss": "III"})
p = myeloma("genomic-variant-absent", beta2_microglobulin=6.0, ldh=180).absent("2026-11-11", "t-4-14", "t-14-16")
p.add("Observation", status="final", code={"coding": [{"system": c.LOINC, "code": "69548-6"}]}, effectiveDateTime="2026-11-11",
      valueCodeableConcept={"coding": [{"system": c.LOINC, "code": "LA9634-2", "display": "Absent"}]},
      component=[{"code": {"coding": [{"system": c.LOINC, "code": "81291-7"}]}, "valueCodeableConcept": {"text": "del(17)(p13)"}}])
case("genomic-variant-absent", "The same variant, absent", p, conclusions={"risk.cytogenetics": "standard", "staging.r-iss": "II"})

# --- exposure -------------------------------------------------------------------------------------------------------------------------------
for status in ("draft", "cancelled", "entered-in-error"):
    p = crab(f"request-{status}").ordered("2026-11-01", "bortezomib", status=status)
    case(f"request-{status}", f"A {status} request is no exposure", p, conclusions={"therapy.exposed": [], "therapy.phase": "untreated"})
p = recorded("request-supply", since="2026-06-01").ordered(
    "2026-07-01", "lenalidomide", dispenseRequest={"expectedSupplyDuration": {"value": 28, "unit": "d", "system": c.UCUM, "code": "d"}}, status="completed")
case("request-supply", "authoredOn and supply duration: ended in July", p, conclusions={"therapy.exposed": ["lenalidomide", "immunomodulator"], "therapy.phase": "off-treatment"},
     recommendations=[rec("prophylaxis.thrombosis", "absent")])
p = recorded("administration-recent", since="2026-09-01").given("2026-11-13", "bortezomib", "2.2 mg")
case("administration-recent", "A dose of last week runs", p, conclusions={"therapy.phase": "on-treatment"}, recommendations=[rec("prophylaxis.herpes-zoster", "due")])
p = recorded("medication-by-reference", since="2026-09-01")
p.resources.append({"resourceType": "Medication", "id": "m7", "code": p.medication("pomalidomide")})
p.add("MedicationStatement", status="active", medicationReference={"reference": "Medication/m7"}, effectivePeriod={"start": "2026-10-01"})
case("medication-by-reference", "A Medication of the bundle by reference", p, conclusions={"therapy.exposed": ["pomalidomide", "immunomodulator"]},
     recommendations=[rec("prophylaxis.thrombosis", "due")])
for date, phase in (("2026-09-21", "on-treatment"), ("2026-09-20", "off-treatment")):
    p = recorded(f"last-dose-{date}").took("2024-02-01", date, "lenalidomide", "dexamethasone")
    case(f"last-dose-{date}", f"Last dose {60 if phase == 'on-treatment' else 61} days ago", p, conclusions={"therapy.phase": phase})
p = recorded("partial-dates").took("2025", "2025-06", "bortezomib", "dexamethasone").took("2026-03", None, "lenalidomide", "aspirin")
case("partial-dates", "Dates known to the year or month only", p,
     conclusions={"therapy.exposed": ["bortezomib", "proteasome-inhibitor", "lenalidomide", "immunomodulator"], "therapy.lines": 2, "therapy.phase": "on-treatment"},
     recommendations=[rec("prophylaxis.thrombosis", "satisfied"), rec("prophylaxis.herpes-zoster", "absent")])
p = recorded("other-patients-drug").took("2026-10-01", None, "bortezomib")
p.resources[-1]["subject"] = {"reference": "Patient/somebody-else"}
case("other-patients-drug", "Another patient's bortezomib is nobody's business here", p, conclusions={"therapy.exposed": [], "therapy.phase": "untreated"},
     recommendations=[rec("prophylaxis.herpes-zoster", "absent")], notes=[{"severity": "error", "resource": f"MedicationStatement/{p.resources[-1]['id']}"}])

# --- lines of therapy -----------------------------------------------------------------------------------------------------------------------
def lines(name, description, count, *periods, progressed=(), transplant=None):
    p = recorded(name)
    for start, end, *drugs in periods:
        p.took(start, end, *drugs)
    for date in progressed:
        p.progressed(date)
    if transplant:
        p.procedure("autologous-transplant", transplant)
    case(name, description, p, conclusions={"therapy.lines": count})


lines("lines-drug-added", "Daratumumab added to Ld without progression: one line", 1,
      ("2024-02-01", None, "lenalidomide", "dexamethasone"), ("2024-06-01", None, "daratumumab"))
lines("lines-drug-added-after-progression", "Daratumumab added after progression: two lines", 2,
      ("2024-02-01", None, "lenalidomide", "dexamethasone"), ("2024-06-15", None, "daratumumab"), progressed=("2024-06-01",))
lines("lines-regimen-replaced", "Bd replaced by Ld without progression: shares no drug but the corticosteroid, two lines", 2,
      ("2024-02-01", "2024-05-01", "bortezomib", "dexamethasone"), ("2024-05-15", None, "lenalidomide", "dexamethasone"))
lines("lines-new-drug-after-pause", "A new drug after 70 days without treatment: two lines", 2,
      ("2024-02-01", "2024-05-01", "bortezomib", "lenalidomide"), ("2024-07-10", None, "lenalidomide", "daratumumab"))
lines("lines-same-drug-after-100-days", "The same drug again after 100 days: one line", 1,
      ("2024-02-01", "2024-05-01", "lenalidomide"), ("2024-08-09", None, "lenalidomide"))
lines("lines-same-drug-after-180-days", "The same drug again after 180 days without any: two lines", 2,
      ("2024-02-01", "2024-05-01", "lenalidomide"), ("2024-10-29", None, "lenalidomide"))
lines("lines-same-drug-after-progression", "The same drug taken up again after progression: two lines", 2,
      ("2024-02-01", "2024-05-01", "lenalidomide"), ("2024-06-20", None, "lenalidomide"), progressed=("2024-06-15",))
lines("lines-consolidation-after-transplant", "Carfilzomib within 180 days after the transplant, no progression: one line", 1,
      ("2024-02-01", "2024-06-01", "bortezomib", "lenalidomide", "dexamethasone"), ("2024-07-01", "2024-07-02", "melphalan"),
      ("2024-12-20", None, "carfilzomib", "lenalidomide", "dexamethasone"), transplant="2024-07-03")
lines("lines-corticosteroid-alone", "Prednisolone alone between is no line", 1,
      ("2024-02-01", "2024-06-01", "lenalidomide", "dexamethasone"), ("2024-06-10", "2024-07-10", "prednisolone"))

# --- response -------------------------------------------------------------------------------------------------------------------------------
def answer(name, description, series, expected, **more):
    p = recorded(name, since="2025-12-01").took("2026-01-05", None, "daratumumab", "lenalidomide", "dexamethasone", "aspirin")
    for date, serum in (("2025-12-20", 4.0),) + series:
        p.values(date, m_protein_serum=serum, m_protein_urine=0)
    more.get("also", lambda _: None)(p)
    case(name, description, p, conclusions={"response": expected})


answer("response-pr", "4.0 to 2.0 twice is half: PR", (("2026-10-01", 2.0), ("2026-11-01", 2.0)), "PR")
answer("response-sd", "4.0 to 2.1: not half, SD in untreated disease (no MR)", (("2026-10-01", 2.1), ("2026-11-01", 2.1)), "SD")
answer("response-vgpr", "4.0 to 0.4 is 90 %: VGPR", (("2026-10-01", 0.4), ("2026-11-01", 0.4)), "VGPR")
answer("response-not-yet-vgpr", "4.0 to 0.5: PR", (("2026-10-01", 0.5), ("2026-11-01", 0.5)), "PR")
answer("response-single-deep-value", "One value of 0.2 after 1.5: only PR is proven twice", (("2026-10-01", 1.5), ("2026-11-01", 0.2)), "PR")
answer("response-old-value", "Nothing measured for 101 days", (("2026-07-01", 0.4), ("2026-08-11", 0.4)), {"possible": ["sCR", "CR", "VGPR", "PR", "SD", "PD"]})
answer("response-progression-1-5", "Nadir 1.0, then 1.5 twice: up by 50 % and 0.5 g/dL", (("2026-05-01", 1.0), ("2026-06-01", 1.0), ("2026-10-15", 1.5), ("2026-11-10", 1.5)), "PD")
answer("response-no-progression-0-4", "Nadir 1.0, then 1.4 twice: up by only 0.4 g/dL", (("2026-05-01", 1.0), ("2026-06-01", 1.0), ("2026-10-15", 1.4), ("2026-11-10", 1.4)), "PR")


def remission(p):
    for date in ("2026-10-01", "2026-11-01"):
        p.absent(date, "immunofixation-serum", "immunofixation-urine")
    p.values("2026-11-02", marrow_plasma_cells=3, flc_kappa=12, flc_lambda=10)


answer("response-cr", "No M-protein, immunofixation negative twice, marrow 3 %, normal ratio, marrow flow unknown: CR", (("2026-10-01", 0), ("2026-11-01", 0)), "CR", also=remission)

# --- transplantation pathway ----------------------------------------------------------------------------------------------------------------
def responding(name, *found, born="1968-01-01", **values):
    p = recorded(name, since="2026-05-01", born=born)
    p.absent("2026-05-02", *(x for x in ("del-17p", "t-4-14", "t-14-16", "gain-1q") if x not in found))
    if found:
        p.found("2026-05-02", *found)
    p.took("2026-06-01", None, "bortezomib", "lenalidomide", "dexamethasone", "acyclovir", "aspirin")
    for date, serum in (("2026-05-20", 4.0), ("2026-10-10", 0.4), ("2026-11-10", 0.3)):
        p.values(date, m_protein_serum=serum, m_protein_urine=0)
    return p.values("2026-11-10", **({"creatinine": 0.9, "weight": 70} | values))


case("conditioning-clearance-60", "Measured clearance 60: melphalan 200", responding("conditioning-clearance-60", creatinine_clearance=60),
     recommendations=[rec("transplant.conditioning", "due", first=["mel-200"]), rec("transplant.harvest", "due", first=["stem-cell-harvest"])])
case("conditioning-clearance-59", "Measured clearance 59: melphalan 140", responding("conditioning-clearance-59", creatinine_clearance=59),
     recommendations=[rec("transplant.conditioning", "due", first=["mel-140"])])
case("tandem-double-hit", "del(17p) and t(4;14): tandem", responding("tandem-double-hit", "del-17p", "t-4-14"),
     conclusions={"risk.high-risk-hits": 2}, recommendations=[rec("transplant.tandem", "due", include=["tandem-auto-sct"])])
case("tandem-standard-risk", "No high-risk abnormality: no tandem", responding("tandem-standard-risk"), recommendations=[rec("transplant.tandem", "absent", "indeterminate")])


def second_response(name, relapse_date, born="1966-01-01", found=None):
    p = recorded(name, since="2021-01-10", born=born).absent("2021-01-11", "t-4-14", "t-14-16")
    (p.found if found else p.absent)("2021-01-11", "del-17p")
    p.took("2021-02-01", "2021-06-01", "bortezomib", "lenalidomide", "dexamethasone").took("2021-07-01", "2021-07-02", "melphalan").procedure("autologous-transplant", "2021-07-03")
    p.progressed(relapse_date).took("2024-06-01", None, "daratumumab", "carfilzomib", "dexamethasone", "acyclovir")
    for date, serum in (("2024-05-20", 3.0), ("2026-10-10", 0.4), ("2026-11-10", 0.4)):
        p.values(date, m_protein_serum=serum, m_protein_urine=0)
    return p


case("salvage-transplant-long-remission", "First remission of almost three years, standard risk, VGPR to salvage: second transplant", second_response("salvage-transplant-long-remission", "2024-05-20"),
     recommendations=[rec("relapse.salvage-transplant", "due", include=["auto-sct"])])
case("salvage-transplant-short-remission", "First remission of 17 months", second_response("salvage-transplant-short-remission", "2022-12-02"), recommendations=[rec("relapse.salvage-transplant", "absent")])
case("salvage-transplant-65", "65 years", second_response("salvage-transplant-65", "2024-05-20", born="1961-01-01"), recommendations=[rec("relapse.salvage-transplant", "absent")])
case("salvage-transplant-high-risk", "del(17p)", second_response("salvage-transplant-high-risk", "2024-05-20", found=True), recommendations=[rec("relapse.salvage-transplant", "absent")])

# --- rarer entities -------------------------------------------------------------------------------------------------------------------------
def leukaemia(name, count, percent):
    p = myeloma(name, marrow_plasma_cells=70, hemoglobin=8.8, calcium=9.2, creatinine=0.8, weight=60)
    p.observed("2026-11-12", "circulating-plasma-cells", valueQuantity={"value": count, "unit": "/uL", "system": c.UCUM, "code": "/uL"})
    return p.values("2026-11-12", circulating_plasma_cells_percent=percent)


case("leukaemia-both", "2100 plasma cells per microlitre and 20 %: plasma cell leukaemia", leukaemia("leukaemia-both", 2100, 20), conclusions={"diagnosis": "plasma-cell-leukaemia"})
case("leukaemia-2000", "2000 per microlitre is not above 2000", leukaemia("leukaemia-2000", 2000, 30), conclusions={"diagnosis": "multiple-myeloma"})
case("leukaemia-19-percent", "19 % is below 20 %", leukaemia("leukaemia-19-percent", 2500, 19), conclusions={"diagnosis": "multiple-myeloma"})
p = gammopathy("igm-mgus", "mgus", m_protein_serum=1.0)
p.resources = [r for r in p.resources if r.get("code", {}).get("coding", [{}])[0].get("code") != "90990-3"]
p.isotype("2026-11-10", "IgM kappa")
case("igm-mgus", "IgM MGUS", p, conclusions={"diagnosis": "igm-mgus"}, recommendations=[rec("observation.mgus", "due")])
p = Patient("undecided-gammopathy", "female", "1971-08-30", "")
p.condition("polyneuropathy", "2024-01-15")
p.values("2026-11-12", m_protein_serum=0.6, hemoglobin=13.4, calcium=9.1, creatinine=0.6, albumin=3.8, weight=48).isotype("2026-11-12", "IgA lambda")
case("undecided-gammopathy", "Neuropathy and a small M-protein, diagnosis open: nothing about CAR-T cells, salvage or ineligible patients", p,
     recommendations=[rec("car-t.*", "absent"), rec("relapse.*", "absent"), rec("induction.transplant-ineligible", "absent")], conclusions={"therapy.phase": "untreated"})
p = bones("bone-calcium-running-unmeasured")
p.resources = [r for r in p.resources if r.get("effectiveDateTime") != "2026-11-12"]
p.took("2026-10-01", None, "calcium-carbonate", "cholecalciferol").given("2026-11-01", "denosumab", "120 mg")
case("bone-calcium-running-unmeasured", "Calcium and vitamin D taken, calcium not measured: nothing to decide", p, recommendations=[rec("bone.calcium-vitamin-d", "satisfied", "absent")])
p = relapse("pregnancy", ("2023-01-10", "2026-11-09", ("bortezomib", "dexamethasone"), None), born="1990-01-01")
p.add("Condition", code={"coding": [{"system": c.SNOMED, "code": "77386006"}]}, onsetDateTime="2026-09-01",
      clinicalStatus={"coding": [{"system": "http://terminology.hl7.org/CodeSystem/condition-clinical", "code": "active"}]})
case("pregnancy", "Recorded pregnancy: every immunomodulator regimen is avoid", p,
     recommendations=[rec("relapse.bortezomib-refractory", "due", standing={"d-ld": "avoid", "ld": "avoid", "k-ld": "avoid", "td": "avoid"})])
p = crab("progressive-renal-failure", born="1954-01-01", creatinine=1.8).values("2026-10-25", creatinine=1.0)
case("progressive-renal-failure", "Creatinine from 1.0 to 1.8 in 18 days: lenalidomide unsuitable", p,
     recommendations=[rec("induction.transplant-ineligible", "due", first=["d-mpb"], standing={"d-ld": "avoid"})])

# --- the staging card -----------------------------------------------------------------------------------------------------------------------
for start, shown in (("2026-08-22", True), ("2026-08-21", False)):
    name = f"staging-card-{start}"
    p = recorded(name, since="2026-08-01").values("2026-08-10", beta2_microglobulin=6.0, albumin=3.0).took(start, None, "lenalidomide", "dexamethasone", "aspirin")
    case(name, f"Treatment began {90 if shown else 91} days ago: {'a' if shown else 'no'} card on the stage", p, conclusions={"staging.iss": "III"},
         cards={"topics": ["staging"]} if shown else {"notIds": ["staging.iss", "staging.r-iss"]})
