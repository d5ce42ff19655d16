"""Cases about treatment choice (MM-1, MM-2, MM-5, MM-6): which options exactly, their standing, both sides of each limit; same format as cases.py."""
from . import codes as c
from .bundle import Patient
from .cases import ALL, biochemical, case, crab, myeloma, rec, relapse, treated, SLOW

PROTEASOME = ("2023-01-10", "2024-05-01", ("bortezomib", "melphalan", "prednisolone"), "2024-05-01")
LD_NOW = ("2024-06-01", "2026-11-09", ("lenalidomide", "dexamethasone"), None)


def coded(p, snomed, date="2026-11-01", **more):
    """A Condition by its SNOMED CT code."""
    p.add("Condition", clinicalStatus={"coding": [{"system": "http://terminology.hl7.org/CodeSystem/condition-clinical", "code": "active"}]},
          verificationStatus={"coding": [{"system": "http://terminology.hl7.org/CodeSystem/condition-ver-status", "code": "confirmed"}]},
          code={"coding": [{"system": c.SNOMED, "code": snomed}]}, recordedDate=date, **more)
    return p


KD = ["kd-weekly", "kd-twice-weekly"]

# --- MM-5 CQ3 to CQ6: the options of every refractory state ---------------------------------------------------------------------------------
p = relapse("state-lenalidomide", ("2023-01-10", "2026-11-09", ("lenalidomide", "dexamethasone"), None))
case("state-lenalidomide", "Refractory to lenalidomide: figure and CQ3 together", p, recommendations=[
    rec("relapse.lenalidomide-refractory", "due", only=["d-bd", "p-bd", "pan-bd", "bd", "bortezomib", "d-kd", "isa-kd", "d-pd", "isa-pd", "elo-pd", "pd", *KD],
        standing={"d-kd": "recommended", "isa-kd": "recommended", "d-pd": "recommended", "isa-pd": "recommended", "bd": "alternative", "bortezomib": "alternative", "pd": "alternative"},
        first=["d-kd", "isa-kd", "d-pd", "isa-pd"])])
p = relapse("state-bortezomib", ("2023-01-10", "2026-11-09", ("bortezomib", "dexamethasone"), None))
case("state-bortezomib", "Refractory to bortezomib: figure and CQ4 together", p, recommendations=[
    rec("relapse.bortezomib-refractory", "due", only=["d-ld", "elo-ld", "k-ld", "i-ld", "ld", "td", "d-kd", "isa-kd", *KD],
        standing={"d-ld": "recommended", "d-kd": "recommended", "isa-kd": "recommended", "ld": "alternative", "td": "alternative"}, first=["d-ld", "d-kd", "isa-kd"])])
p = relapse("state-double", PROTEASOME, LD_NOW)
case("state-double", "Refractory to both: figure and CQ5 together", p, recommendations=[
    rec("relapse.double-refractory", "due", only=["d-kd", "d-pd", "isa-kd", "isa-pd", "elo-pd", "pd", *KD, "isa", "isa-d", "cpd", "bad", "daratumumab", "dcep", "cvad", "bd-pace", "bdt-pace"],
        standing={"isa-pd": "recommended", "elo-pd": "recommended", "bad": "alternative", "dcep": "caution", "bd-pace": "caution", "bdt-pace": "caution"}, first=["isa-pd", "elo-pd"])])
p = relapse("state-anti-cd38", ("2022-01-10", "2026-11-09", ("isatuximab", "dexamethasone"), None))
case("state-anti-cd38", "Refractory to isatuximab: figure and CQ6 together, no antibody against CD38", p, recommendations=[
    rec("relapse.anti-cd38-refractory", "due", only=["elo-pd", "pd", *KD, "cpd", "bad", "pan-bd", "dcep", "cvad", "bd-pace", "bdt-pace"],
        standing={"elo-pd": "recommended", "pd": "recommended", "pan-bd": "recommended", "dcep": "caution", "bdt-pace": "caution"}, first=["elo-pd", "pd", "pan-bd", *KD])])
p = relapse("state-double-and-anti-cd38", PROTEASOME, ("2024-06-01", "2026-11-09", ("daratumumab", "lenalidomide", "dexamethasone"), None))
case("state-double-and-anti-cd38", "Refractory to bortezomib, lenalidomide and daratumumab: both lists, without antibodies; bortezomib stays where CQ5 and CQ6 list it", p, recommendations=[
    rec("relapse.double-refractory", "due", only=["elo-pd", "pd", *KD, "cpd", "bad", "dcep", "cvad", "bd-pace", "bdt-pace"], standing={"bad": "alternative", "bd-pace": "caution", "bdt-pace": "caution"}),
    rec("relapse.anti-cd38-refractory", "due", only=["elo-pd", "pd", *KD, "cpd", "bad", "pan-bd", "dcep", "cvad", "bd-pace", "bdt-pace"],
        standing={"bad": "alternative", "pan-bd": "alternative", "bdt-pace": "caution"}),
    rec("relapse.bcma-directed", "due"), rec("relapse.lenalidomide-refractory", "absent"), rec("relapse.bortezomib-refractory", "absent")])
p = relapse("state-lenalidomide-and-anti-cd38", ("2023-01-10", "2026-11-09", ("daratumumab", "lenalidomide", "dexamethasone"), None))
case("state-lenalidomide-and-anti-cd38", "Refractory to D-Ld: CQ3 then asks for Kd, PBd or EPd", p, recommendations=[
    rec("relapse.lenalidomide-refractory", "due", only=["p-bd", "pan-bd", "bd", "bortezomib", "elo-pd", "pd", *KD], first=["p-bd", "elo-pd", *KD],
        standing={"p-bd": "recommended", "elo-pd": "recommended", "kd-weekly": "recommended"}),
    rec("relapse.anti-cd38-refractory", "due", exclude=["d-kd", "isa-kd", "isa-pd"])])
p = relapse("state-bortezomib-and-anti-cd38", ("2023-01-10", "2026-11-09", ("daratumumab", "bortezomib", "dexamethasone"), None))
case("state-bortezomib-and-anti-cd38", "Refractory to D-Bd: CQ4 then asks for ELd, KLd or ILd", p, recommendations=[
    rec("relapse.bortezomib-refractory", "due", only=["elo-ld", "k-ld", "i-ld", "ld", "td", *KD], first=["elo-ld", "k-ld", "i-ld"],
        standing={"elo-ld": "recommended", "k-ld": "recommended", "i-ld": "recommended"}),
    rec("relapse.anti-cd38-refractory", "due", standing={"pan-bd": "alternative", "bad": "alternative"})])
p = relapse("state-carfilzomib-and-lenalidomide", ("2023-01-10", "2026-11-09", ("carfilzomib", "lenalidomide", "dexamethasone"), None))
case("state-carfilzomib-and-lenalidomide", "Refractory to KLd: lenalidomide-refractory only (the states mean the drugs), no carfilzomib", p, recommendations=[
    rec("relapse.lenalidomide-refractory", "due", only=["d-bd", "p-bd", "pan-bd", "bd", "bortezomib", "d-pd", "isa-pd", "elo-pd", "pd"]), rec("relapse.double-refractory", "absent")])
p = relapse("state-pomalidomide", ("2021-01-10", "2022-01-01", ("lenalidomide", "dexamethasone"), "2023-01-01"), ("2023-02-01", "2026-11-09", ("pomalidomide", "bortezomib", "dexamethasone"), None))
case("state-pomalidomide", "Refractory to PBd, lenalidomide only exposed: bortezomib state, no regimen with bortezomib or pomalidomide", p,
     conclusions={"therapy.refractory": ["bortezomib", "pomalidomide", "proteasome-inhibitor", "immunomodulator"], "therapy.lines": 2}, recommendations=[
         rec("relapse.bortezomib-refractory", "due", only=["d-ld", "elo-ld", "k-ld", "i-ld", "ld", "td", "d-kd", "isa-kd", *KD]), rec("relapse.double-refractory", "absent")])
p = relapse("state-double-lung-disease", PROTEASOME, LD_NOW)
p.condition("interstitial-lung-disease", "2025-01-01")
case("state-double-lung-disease", "Interstitial lung disease: what holds bortezomib is to be avoided, off-label or not", p, recommendations=[
    rec("relapse.double-refractory", "due", standing={"bad": "avoid", "bd-pace": "avoid", "bdt-pace": "avoid"})])
p = relapse("state-double-heart", PROTEASOME, LD_NOW)
p.condition("heart-failure", "2025-01-01")
case("state-double-heart", "Heart failure: every carfilzomib regimen is caution, the others stand", p, recommendations=[
    rec("relapse.double-refractory", "due", standing={"d-kd": "caution", "isa-kd": "caution", "kd-weekly": "caution", "kd-twice-weekly": "caution", "isa-pd": "recommended"})])
p = coded(relapse("state-lenalidomide-thrombosis", ("2023-01-10", "2026-11-09", ("lenalidomide", "dexamethasone"), None)), "128053003")
case("state-lenalidomide-thrombosis", "Thrombosis now: pomalidomide regimens are never first", p, recommendations=[
    rec("relapse.lenalidomide-refractory", "due", first=["d-kd", "isa-kd"], exclude=["ld"])])
p = relapse("state-bortezomib-frail", ("2023-01-10", "2026-11-09", ("bortezomib", "dexamethasone"), None), born="1940-01-01")
p.values("2026-11-10", ecog=2)
p.observed("2026-11-10", "frailty", valueString="frail")
case("state-bortezomib-frail", "A frail patient: doublets come first", p, recommendations=[rec("relapse.bortezomib-refractory", "due", first=["ld", "td", *KD])])
p = relapse("state-allergy-daratumumab", PROTEASOME, LD_NOW).allergy("daratumumab", "2025-01-01")
case("state-allergy-daratumumab", "Allergy to daratumumab: its regimens are to be avoided, isatuximab stays", p, recommendations=[
    rec("relapse.double-refractory", "due", standing={"d-kd": "avoid", "d-pd": "avoid", "daratumumab": "avoid", "isa-pd": "recommended"})])

# --- MM-5 CQ2: first relapse and the interval ------------------------------------------------------------------------------------------------
for last, repeat in (("2026-02-21", False), ("2025-11-19", True), ("2025-01-10", True)):
    p = relapse(f"first-relapse-bortezomib-{last}", ("2024-01-10", last, ("bortezomib", "cyclophosphamide", "dexamethasone"), None))
    case(f"first-relapse-bortezomib-{last}", f"First relapse, last bortezomib on {last}: {'it may come again' if repeat else 'the key drug changes'}", p, recommendations=[
        rec("relapse.first", "due", include=["d-ld", "k-ld", "i-ld", "elo-ld", "ld"] + (["d-bd"] if repeat else []), exclude=[] if repeat else ["d-bd", "p-bd", "pan-bd", "bd", "bcd", "bld"])])
p = relapse("first-relapse-between", ("2024-01-10", "2026-01-10", ("bortezomib", "cyclophosphamide", "dexamethasone"), None))
case("first-relapse-between", "Ten months after the last dose: either", p, recommendations=[rec("relapse.first", "due", include=["d-ld", "d-bd", "k-ld"])])
p = relapse("first-relapse-maintenance-counts", ("2021-01-10", "2021-06-10", ("bortezomib", "cyclophosphamide", "dexamethasone"), None))
p.procedure("autologous-transplant", "2021-08-01")
p.took("2021-11-01", "2026-06-01", "lenalidomide")
case("first-relapse-maintenance-counts", "Lenalidomide maintenance ended five months ago: the key drugs of the first line change, bortezomib of its start included", p,
     conclusions={"therapy.lines": 1}, recommendations=[rec("relapse.first", "due", include=["d-kd", "isa-kd"], exclude=["ld", "d-ld", "k-ld", "elo-ld", "i-ld", "d-bd", "p-bd"])])
p = relapse("first-relapse-carfilzomib-line", ("2022-01-10", "2023-06-01", ("daratumumab", "lenalidomide", "dexamethasone"), None))
case("first-relapse-carfilzomib-line", "Two years after D-Ld: all triplets are open again", p, recommendations=[
    rec("relapse.first", "due", include=["d-ld", "d-bd", "k-ld", "elo-ld", "i-ld", "d-kd", "isa-kd", "p-bd", "pan-bd", "kd-weekly", "ld", "bd"])])

# --- biochemical relapse ----------------------------------------------------------------------------------------------------------------------
case("biochemical-watch-on-refractory", "Slow biochemical relapse: watchful waiting first, the regimens alternatives", biochemical("biochemical-watch-on-refractory", SLOW),
     conclusions={"relapse.type": "biochemical"}, recommendations=[rec("relapse.first", "due", first=["watchful-waiting"], standing={"watchful-waiting": "recommended", "d-ld": "alternative"})])

# --- salvage transplantation -----------------------------------------------------------------------------------------------------------------

# --- MM-1 ---------------------------------------------------------------------------------------------------------------------------------------
case("induction-eligible-exact", "Transplant-eligible without organ trouble: BLd leads; D-BLd and carfilzomib are not approved here", crab("induction-eligible-exact"), recommendations=[
    rec("induction.transplant-eligible", "due", first=["bld"], include=["bcd", "btd", "bad", "bd", "ld"], exclude=["k-ld", "d-ld", "d-bd", "mpb", "mp", "bld-lite"], standing={"bld": "recommended", "bcd": "alternative", "bad": "alternative"}),
    rec("induction.transplant-ineligible", "absent")])
p = crab("induction-eligible-neuropathy").values("2026-11-12", neuropathy_grade=3)
case("induction-eligible-neuropathy", "Severe neuropathy: bortezomib to be avoided, Ld, VAD or HDD remain", p, recommendations=[
    rec("induction.transplant-eligible", "due", first=["ld"], include=["vad", "hdd"], standing={"bld": "avoid", "bcd": "avoid", "bd": "avoid", "bad": "avoid", "btd": "avoid"})])
p = crab("induction-eligible-neuropathy-2").values("2026-11-12", neuropathy_grade=1)
case("induction-eligible-neuropathy-1", "Neuropathy grade 1 is not severe", p, recommendations=[rec("induction.transplant-eligible", "due", first=["bld"])])
p = coded(crab("induction-eligible-thrombosis"), "128053003")
case("induction-eligible-thrombosis", "Thrombosis now: lenalidomide is not suitable", p, recommendations=[rec("induction.transplant-eligible", "due", first=["bcd", "bd"])])
p = crab("induction-ineligible-exact", born="1950-01-01")
case("induction-ineligible-exact", "76 years: D-Ld and D-MPB, the others beside them", p, conclusions={"transplant.eligibility": "ineligible"}, recommendations=[
    rec("induction.transplant-ineligible", "due", first=["d-ld", "d-mpb"], include=["ld", "mpb", "bd", "bld-lite"], exclude=["bld", "bcd", "vad"],
        standing={"d-ld": "recommended", "d-mpb": "recommended", "ld": "alternative", "mpb": "alternative", "bd": "alternative", "bld-lite": "alternative"})])
p = crab("induction-ineligible-lung", born="1950-01-01")
p.condition("interstitial-lung-disease", "2025-01-01")
case("induction-ineligible-lung", "Interstitial lung disease: no bortezomib first", p, recommendations=[
    rec("induction.transplant-ineligible", "due", first=["d-ld"], standing={"d-mpb": "avoid", "mpb": "avoid", "bd": "avoid", "bld-lite": "avoid", "d-ld": "recommended"})])
p = crab("induction-thrombosis-history", born="1950-01-01")
p.condition("venous-thromboembolism-history", "2025-01-01")
case("induction-thrombosis-history", "A thrombosis of the past does not make lenalidomide unsuitable (prophylaxis is planned)", p,
     recommendations=[rec("induction.transplant-ineligible", "due", first=["d-ld", "d-mpb"], standing={"d-ld": "recommended"})])
p = crab("tandem-extramedullary").said("2026-11-11", "extramedullary-disease", True)  # planned before induction
case("tandem-extramedullary", "Extramedullary disease: tandem transplantation", p, recommendations=[rec("transplant.tandem", "due", include=["tandem-auto-sct"])])
p = Patient("tandem-plasma-cell-leukaemia", "male", "1970-01-01", "")
p.condition("plasma-cell-leukaemia", "2026-11-01")
p.values("2026-11-10", hemoglobin=9, calcium=9.2, creatinine=0.8, albumin=4, weight=60, marrow_plasma_cells=60, circulating_plasma_cells_percent=30)
case("tandem-plasma-cell-leukaemia", "Primary plasma cell leukaemia: tandem transplantation", p, recommendations=[rec("transplant.tandem", "due")])
p = crab("tandem-triple-hit").found("2026-11-11", "del-17p", "t-4-14", "gain-1q")
case("tandem-triple-hit", "Three high-risk abnormalities", p, conclusions={"risk.high-risk-hits": {"possible": [3, 4]}}, recommendations=[rec("transplant.tandem", "due")])

# maintenance after transplantation
def transplanted(name, iss3=False, **more):
    p = Patient(name, "male", "1968-01-01", "")
    p.condition("multiple-myeloma", "2026-01-10")
    p.values("2026-01-10", bone_lesions=0, beta2_microglobulin=6.0 if iss3 else 3.0, albumin=4.0, m_protein_serum=4.0, m_protein_urine=0, weight=60)
    p.took("2026-01-20", "2026-05-20", "bortezomib", "lenalidomide", "dexamethasone")
    p.procedure("autologous-transplant", "2026-07-20")
    p.values("2026-10-10", m_protein_serum=0.2, m_protein_urine=0).values("2026-11-10", m_protein_serum=0.2, m_protein_urine=0, creatinine=0.8, weight=60, **more)
    return p


case("maintenance-after-transplant", "Four months after transplantation: lenalidomide leads, ixazomib an alternative", transplanted("maintenance-after-transplant"), recommendations=[
    rec("maintenance.post-transplant", "due", first=["lenalidomide-maintenance"], standing={"lenalidomide-maintenance": "recommended", "ixazomib-maintenance": "alternative"}, include=["bortezomib-maintenance"])])
case("maintenance-iss-3", "ISS III: ixazomib is an option beside lenalidomide", transplanted("maintenance-iss-3", iss3=True), conclusions={"staging.iss": "III"}, recommendations=[
    rec("maintenance.post-transplant", "due", include=["lenalidomide-maintenance", "ixazomib-maintenance"])])
p = coded(transplanted("maintenance-thrombosis"), "128053003")
case("maintenance-thrombosis", "Lenalidomide not suitable: ixazomib leads", p, recommendations=[rec("maintenance.post-transplant", "due", first=["ixazomib-maintenance"])])
p = transplanted("maintenance-running").took("2026-11-01", None, "lenalidomide")
case("maintenance-running", "Lenalidomide maintenance has begun", p, conclusions={"therapy.phase": "maintenance", "therapy.lines": 1}, recommendations=[rec("maintenance.post-transplant", "satisfied")])

# --- MM-6 ------------------------------------------------------------------------------------------------------------------------------------------
for name, snomed in (("diabetes", "44054006"), ("heart", "84114007")):
    p = coded(treated(f"vte-age-and-{name}", "lenalidomide", born="1961-11-20", platelets=200), snomed)
    case(f"vte-age-and-{name}", f"65 today, and {name}: two factors", p, recommendations=[rec("prophylaxis.thrombosis", "due", first=["low-molecular-weight-heparin"], exclude=["apixaban"])])
    p = coded(treated(f"vte-{name}-only", "lenalidomide", born="1961-11-21", platelets=200), snomed)
    case(f"vte-{name}-only", f"65 tomorrow, and {name}: one factor", p, recommendations=[rec("prophylaxis.thrombosis", "due", first=["aspirin"], exclude=["apixaban"])])
p = treated("vte-central-line", "lenalidomide", born="1956-01-01", platelets=200)
p.add("Procedure", status="completed", code={"coding": [{"system": c.SNOMED, "code": "233527006"}]}, performedDateTime="2026-10-20")
case("vte-central-line", "Age and a central line: two factors", p, recommendations=[rec("prophylaxis.thrombosis", "due", first=["low-molecular-weight-heparin"])])
p = coded(treated("vte-bleeding", "lenalidomide", born="1970-01-01", platelets=200), "74474003")
case("vte-bleeding", "Gastrointestinal bleeding: no aspirin", p, recommendations=[rec("prophylaxis.thrombosis", "due", standing={"aspirin": "avoid"})])
p = treated("vte-on-warfarin", "lenalidomide", born="1956-01-01", platelets=200)
p.add("MedicationStatement", status="active", medicationCodeableConcept={"coding": [{"system": c.RXNORM, "code": "11289"}]}, effectivePeriod={"start": "2026-01-01"})
case("vte-on-warfarin", "Warfarin: satisfied", p, recommendations=[rec("prophylaxis.thrombosis", "satisfied")])
p = coded(treated("vte-pregnant-infection", "pomalidomide", born="1956-01-01", platelets=200), "40733004")
case("vte-age-and-infection", "Age and an infection: two factors", p, recommendations=[rec("prophylaxis.thrombosis", "due", first=["low-molecular-weight-heparin"])])


def lesions(name, drugs=("bortezomib", "lenalidomide", "dexamethasone"), born="1968-01-01", **values):
    """Under treatment, lytic lesions, dental check done."""
    p = treated(name, *drugs, born=born, **({"calcium": 9.2, "albumin": 4.0, "creatinine": 0.8, "weight": 60} | values)).values("2026-09-06", bone_lesions=3)
    return p.said("2026-10-01", "dental-check", True)


case("bone-zoledronic-first", "76 years, normal kidneys, doublet: both recommended", lesions("bone-zoledronic-first", ("lenalidomide", "dexamethasone"), born="1950-01-01"), recommendations=[
    rec("bone.antiresorptive", "due", standing={"denosumab": "recommended", "zoledronic-acid": "recommended"}), rec("bone.dental-check", "satisfied", "absent")])
case("bone-clearance-59", "Clearance 59: denosumab first", lesions("bone-clearance-59", ("lenalidomide", "dexamethasone"), born="1950-01-01", creatinine_clearance=59), recommendations=[
    rec("bone.antiresorptive", "due", first=["denosumab"])])
case("bone-candidate-denosumab", "Under 65 on a triplet with bortezomib: denosumab first", lesions("bone-candidate-denosumab"), recommendations=[rec("bone.antiresorptive", "due", first=["denosumab"])])
case("bone-calcium-low-denosumab", "Corrected calcium below the limit: denosumab is avoid", lesions("bone-calcium-low-denosumab", calcium=8.7), recommendations=[
    rec("bone.antiresorptive", "due", standing={"denosumab": "avoid", "zoledronic-acid": "recommended"}), rec("bone.calcium-vitamin-d", "due")])
case("bone-calcium-high-no-supplement", "Corrected calcium 10.2: no calcium or vitamin D", lesions("bone-calcium-high-no-supplement", calcium=10.2).given("2026-11-01", "denosumab", "120 mg"), recommendations=[
    rec("bone.calcium-vitamin-d", "absent"), rec("bone.antiresorptive", "satisfied")])

# --- between induction and transplantation ------------------------------------------------------------------------------------------------------
def induced(name, drugs=("bortezomib", "lenalidomide", "dexamethasone"), start="2026-07-01", born="1968-01-01", **more):
    """In partial response under induction."""
    p = Patient(name, "male", born, "")
    p.condition("multiple-myeloma", "2026-06-20")
    p.values("2026-06-20", bone_lesions=0, m_protein_serum=4.0, m_protein_urine=0, weight=60)
    p.took(start, None, *drugs)
    return p.values("2026-10-15", m_protein_serum=1.0, m_protein_urine=0).values("2026-11-12", m_protein_serum=0.9, m_protein_urine=0, **({"creatinine": 0.8, "weight": 60} | more))


case("harvest-due", "PR under BLd for four months: harvest, G-CSF with or without plerixafor", induced("harvest-due"), conclusions={"response": "PR"}, recommendations=[
    rec("transplant.harvest", "due", include=["stem-cell-harvest"]), rec("transplant.autologous", "due", include=["auto-sct"])])
case("harvest-done", "2.0 x10^6/kg collected: satisfied", induced("harvest-done").values("2026-11-15", cd34_collected=2.0), recommendations=[rec("transplant.harvest", "satisfied")])
case("harvest-too-little", "1.9 x10^6/kg collected: not yet, plerixafor comes in", induced("harvest-too-little").values("2026-11-15", cd34_collected=1.9), recommendations=[
    rec("transplant.harvest", "due", include=["plerixafor"])])
p = induced("conditioning-mel-200").values("2026-11-15", cd34_collected=4.0)
case("conditioning-mel-200", "Clearance normal: melphalan 200 mg/m2", p, recommendations=[rec("transplant.conditioning", "due", first=["mel-200"])])
p = induced("conditioning-mel-140", creatinine=2.0).values("2026-11-15", cd34_collected=4.0)
case("conditioning-mel-140", "Creatinine 2.0 at 58 years and 60 kg: 140 mg/m2", p, recommendations=[rec("transplant.conditioning", "due", first=["mel-140"])])
case("no-harvest-ineligible", "66 years: no harvest, no transplantation", induced("no-harvest-ineligible", born="1960-01-01"), recommendations=[
    rec("transplant.harvest", "absent"), rec("transplant.autologous", "absent"), rec("transplant.conditioning", "absent")])
p = Patient("tandem-after-first-transplant", "male", "1968-01-01", "")
p.condition("multiple-myeloma", "2026-01-10")
p.values("2026-01-10", bone_lesions=0, m_protein_serum=4.0, m_protein_urine=0, weight=60)
p.found("2026-01-12", "del-17p", "t-4-14")
p.took("2026-01-20", "2026-05-20", "bortezomib", "lenalidomide", "dexamethasone").procedure("autologous-transplant", "2026-08-01")
p.values("2026-10-10", m_protein_serum=0.2, m_protein_urine=0).values("2026-11-10", m_protein_serum=0.2, m_protein_urine=0, creatinine=0.8, weight=60)
case("tandem-after-first-transplant", "Double-hit, first transplant in August, no drug since: the second one is the question now", p, recommendations=[
    rec("transplant.tandem", "due", standing={"tandem-auto-sct": "recommended"})])
p = crab("tandem-single-hit-untreated").found("2026-11-11", "t-4-14").absent("2026-11-11", "del-17p", "t-14-16", "gain-1q")
case("tandem-single-hit-untreated", "One abnormality before treatment: no stratification by cytogenetic risk", p, recommendations=[rec("transplant.tandem", "absent")])
p = Patient("tandem-second-line", "male", "1968-01-01", "")
p.condition("multiple-myeloma", "2023-01-10")
p.values("2023-01-12", bone_lesions=0).found("2023-01-12", "del-17p", "t-4-14")
p.took("2023-02-01", "2024-02-01", "bortezomib", "dexamethasone").progressed("2025-01-10").took("2025-02-01", None, "daratumumab", "lenalidomide", "dexamethasone")
case("tandem-second-line", "Second line: tandem is a matter of the first", p, recommendations=[rec("transplant.tandem", "absent")])

# --- frailty ------------------------------------------------------------------------------------------------------------------------------------
def aged(name, born, adl=6, iadl=8, cci=0, ecog=0):
    p = crab(name, born=born, ecog=ecog)
    for fact, number in (("adl", adl), ("iadl", iadl), ("charlson-index", cci)):
        p.observed("2026-11-12", fact, valueInteger=number)
    return p


for name, born, scores, answer in (("75-fit", "1951-01-01", {}, "fit"), ("76-intermediate", "1950-01-01", {}, "intermediate"), ("80-intermediate", "1946-01-01", {}, "intermediate"),
                                   ("81-frail", "1945-01-01", {}, "frail"), ("adl-5", "1951-01-01", {"adl": 5}, "fit"), ("adl-4", "1951-01-01", {"adl": 4}, "intermediate"),
                                   ("iadl-6", "1951-01-01", {"iadl": 6}, "fit"), ("iadl-5", "1951-01-01", {"iadl": 5}, "intermediate"), ("cci-1", "1951-01-01", {"cci": 1}, "fit"),
                                   ("cci-2", "1951-01-01", {"cci": 2}, "intermediate"), ("adl-and-iadl", "1951-01-01", {"adl": 4, "iadl": 5}, "frail")):
    case(f"frailty-{name}", f"IMWG frailty index: {name}", aged(f"frailty-{name}", born, **scores), conclusions={"frailty": answer})
case("frail-doublets", "81 years: doublets and reduced intensity beside the recommended triplets", aged("frail-doublets", "1945-01-01"), recommendations=[
    rec("induction.transplant-ineligible", "due", include=["d-ld", "d-mpb", "ld", "bd", "bld-lite", "mpb"], first=["d-ld", "d-mpb"])])

# --- maintenance without transplantation -----------------------------------------------------------------------------------------------------------
def ineligible_responding(name, *drugs, start="2025-10-01", end=None):
    p = Patient(name, "female", "1950-01-01", "")
    p.condition("multiple-myeloma", "2025-09-01")
    p.values("2025-09-10", bone_lesions=0, m_protein_serum=4.0, m_protein_urine=0)
    p.took(start, end, *drugs)
    return p.values("2026-10-15", m_protein_serum=0.3, m_protein_urine=0).values("2026-11-12", m_protein_serum=0.3, m_protein_urine=0, creatinine=0.8, weight=50, hemoglobin=12)


case("continue-d-ld", "VGPR under D-Ld: continue until progression", ineligible_responding("continue-d-ld", "daratumumab", "lenalidomide", "dexamethasone"), recommendations=[
    rec("maintenance.transplant-ineligible", "due", "satisfied", first=["d-ld"])])
case("after-d-mpb", "D-MPB over a year: daratumumab goes on", ineligible_responding("after-d-mpb", "daratumumab", "bortezomib", "melphalan", "prednisolone"), recommendations=[
    rec("maintenance.transplant-ineligible", "due", first=["daratumumab-maintenance"])])
case("after-mpb", "MPB over a year in response: lenalidomide or ixazomib, or none", ineligible_responding("after-mpb", "bortezomib", "melphalan", "prednisolone"), recommendations=[
    rec("maintenance.transplant-ineligible", "due", include=["lenalidomide-maintenance", "ixazomib-maintenance"])])

# --- dental check, calcium -----------------------------------------------------------------------------------------------------------------------
p = treated("dental-missing", "bortezomib", "dexamethasone", born="1950-01-01", calcium=9.2, albumin=4.0, creatinine=0.8, weight=60).values("2026-09-06", bone_lesions=2)
case("dental-missing", "No dental check recorded: its card comes before the antiresorptive drug", p, recommendations=[rec("bone.dental-check", "due", include=["dental-referral"]), rec("bone.antiresorptive", "due")],
     cards={"order": ["bone.dental-check", "bone.antiresorptive"]})
case("bone-clearance-30-zoledronic", "Clearance 30: zoledronic acid still possible, denosumab first", lesions("bone-clearance-30-zoledronic", creatinine_clearance=30), recommendations=[
    rec("bone.antiresorptive", "due", first=["denosumab"], include=["zoledronic-acid"])])
case("bone-clearance-29-zoledronic", "Clearance 29: no zoledronic acid", lesions("bone-clearance-29-zoledronic", creatinine_clearance=29), recommendations=[
    rec("bone.antiresorptive", "due", first=["denosumab"], standing={"zoledronic-acid": "avoid"})])

# --- products and codes of records as hospitals write them (MM-6) --------------------------------------------------------------------------------
p = lesions("bone-denosumab-for-osteoporosis", ("lenalidomide", "dexamethasone"), born="1950-01-01")
p.add("MedicationAdministration", status="completed", medicationCodeableConcept={"text": "プラリア皮下注60mgシリンジ"}, effectiveDateTime="2026-11-10")
case("bone-denosumab-for-osteoporosis", "Denosumab under the name of the 60 mg product, no dose written: not the treatment of myeloma bone disease", p,
     recommendations=[rec("bone.antiresorptive", "due", include=["denosumab", "zoledronic-acid"])])
p = lesions("bone-denosumab-for-myeloma", ("lenalidomide", "dexamethasone"), born="1950-01-01")
p.add("MedicationAdministration", status="completed", medicationCodeableConcept={"text": "ランマーク皮下注120mg"}, effectiveDateTime="2026-11-10")
case("bone-denosumab-for-myeloma", "Denosumab under the name of the 120 mg product, no dose written: satisfied", p, recommendations=[rec("bone.antiresorptive", "satisfied")])
for name, icd, text in (("urinary-infection", "N39.0", "a urinary tract infection"), ("zoster", "B02.9", "herpes zoster")):
    p = treated(f"vte-age-and-{name}", "lenalidomide", born="1961-11-20", platelets=200)
    p.add("Condition", clinicalStatus={"coding": [{"system": "http://terminology.hl7.org/CodeSystem/condition-clinical", "code": "active"}]},
          code={"coding": [{"system": "http://hl7.org/fhir/sid/icd-10", "code": icd}]}, recordedDate="2026-11-15")
    case(f"vte-age-and-{name}", f"65 today, and {text}: two factors", p, recommendations=[rec("prophylaxis.thrombosis", "due", first=["low-molecular-weight-heparin"], exclude=["apixaban"])])
