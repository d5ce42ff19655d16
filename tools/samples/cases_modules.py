"""Cases of the documents beside the myeloma chapter - CAR-T with its toxicity, JSCT MM20, AL amyloidosis, POEMS - as records write them; same format as
cases.py. Each was predicted from the source text first."""
from . import codes as c
from .bundle import Patient
from .cases import TRIPLE, case, infused, rec, relapse
from .cases_eligibility import candidate, ide_cel, ill, mm20, pretreated

ICD10_CM = "http://hl7.org/fhir/sid/icd-10-cm"
NOW = "2026-11-17T12:00:00+09:00"   # infused() gives the cells on 15 November at 10 o'clock


def crs(name, description, patient, as_of=NOW, **expected):
    case(name, f"CRS: {description}", patient, as_of=as_of, recommendations=[rec("car-t.crs-management", "due", **expected)])


# --- grade from findings, 24 hours -----------------------------------------------------------------------------------------------------------
crs("crs-fever-24-hours", "fever of 38.5 degrees 24 hours ago is grade 1, within 72 hours of the infusion",
    infused("crs-fever-24-hours", "2026-11-16T12:00:00+09:00", temperature=38.5), include=["tocilizumab"], standing={"tocilizumab": "alternative"})
crs("crs-fever-25-hours", "25 hours ago it does not count", infused("crs-fever-25-hours", "2026-11-16T11:00:00+09:00", temperature=38.5), exclude=["tocilizumab"])
crs("crs-fever-fahrenheit", "101.2 degrees Fahrenheit is 38.4", infused("crs-fever-fahrenheit", "2026-11-17T08:00:00+09:00", temperature=(101.2, "[degF]")), exclude=["tocilizumab"])
crs("crs-oxygen-fraction", "FiO2 0.39 as a fraction is grade 2", infused("crs-oxygen-fraction", "2026-11-17T08:00:00+09:00", fio2=(0.39, "1")),
    first=["tocilizumab"], standing={"dexamethasone": "alternative"})
crs("crs-oxygen-40", "FiO2 of 40 % is grade 3", infused("crs-oxygen-40", "2026-11-17T08:00:00+09:00", fio2=40), standing={"tocilizumab": "recommended", "dexamethasone": "recommended"})
crs("crs-fever-low-pressure", "fever and a systolic pressure of 88 mmHg are grade 2",
    infused("crs-fever-low-pressure", "2026-11-17T08:00:00+09:00", temperature=39.1, systolic_bp=88), standing={"tocilizumab": "recommended", "dexamethasone": "alternative"})
p = infused("crs-graded-condition", "2026-11-17T08:00:00+09:00", temperature=38.9)
crs("crs-graded-condition", "the grade in an ICD-10-CM code", ill(p, ICD10_CM, "D89.833", "2026-11-17"), standing={"dexamethasone": "recommended"})

# --- the steps -------------------------------------------------------------------------------------------------------------------------------
p = infused("crs-order-and-administration", "2026-11-17T09:00:00+09:00", crs_grade=3).ordered("2026-11-17T04:00:00+09:00", "tocilizumab", "480 mg")
crs("crs-order-and-administration", "an order and its administration are one dose: no methylprednisolone yet",
    p.given("2026-11-17T05:00:00+09:00", "tocilizumab", "480 mg"), standing={"tocilizumab": "caution"}, exclude=["methylprednisolone"])
p = infused("crs-three-in-24-hours", "2026-11-17T09:00:00+09:00", crs_grade=3)
for hour in ("2026-11-16T13:00", "2026-11-16T21:00", "2026-11-17T05:00"):
    p.given(f"{hour}:00+09:00", "tocilizumab", "480 mg")
crs("crs-three-in-24-hours", "three doses in 24 hours are the limit", p, standing={"tocilizumab": "avoid"}, include=["methylprednisolone"])
case("neurotoxicity-day-400", "Neurological event of grade 2 on day 400: the card is back, and first",
     infused("neurotoxicity-day-400", "2027-12-20T08:00:00+09:00", neurotoxicity_grade=2), as_of="2027-12-20T10:00:00+09:00",
     recommendations=[rec("car-t.neurotoxicity-management", "due", first=["dexamethasone"]), rec("car-t.crs-management", "absent")])
case("car-t-ninth-week", "Day 57 without a grade: monitoring only", infused("car-t-ninth-week", "2026-11-20T08:00:00+09:00", crs_grade=0), as_of="2027-01-11",
     recommendations=[rec("car-t.crs-management", "absent"), rec("car-t.neurotoxicity-management", "absent")])

# --- before the infusion ---------------------------------------------------------------------------------------------------------------------
for name, end, standing in (("bridging-13-days", "2026-11-07", "caution"), ("bridging-14-days", "2026-11-06", "recommended")):
    p = pretreated(name).procedure("leukapheresis", "2026-10-12")
    p.resources = [r for r in p.resources if r.get("effectivePeriod", {}).get("start") != "2023-07-01"]
    p.took("2023-07-01", end, "elotuzumab", "pomalidomide", "dexamethasone").values("2026-11-10", weight=60, height=160, creatinine=0.6)
    case(name, f"The last dose of bridging lies {name[9:11]} days back", p, recommendations=[rec("car-t.lymphodepletion", "due", standing={"cyclophosphamide": standing})])

# --- other malignancies ----------------------------------------------------------------------------------------------------------------------
CURED = {"clinicalStatus": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/condition-clinical", "code": "resolved"}]}, "abatementDateTime": "2026-01-10"}


def cured(p, code):
    p.add("Condition", code={"coding": [{"system": c.ICD10, "code": code}]}, onsetDateTime="2025-06-01", **CURED)
    return p


ide_cel("ide-cel-skin-cancer", "carcinoma of the skin, not cured", ill(pretreated("ide-cel-skin-cancer"), c.ICD10, "C44.3"), "other-malignancy")
ide_cel("ide-cel-skin-cancer-cured", "carcinoma of the skin, cured this year", cured(pretreated("ide-cel-skin-cancer-cured"), "C44.3"))
ide_cel("ide-cel-in-situ-cured", "carcinoma in situ of the cervix, cured this year", cured(pretreated("ide-cel-in-situ-cured"), "D06.9"))
ide_cel("ide-cel-prostate-cured", "prostate cancer, cured this year", cured(pretreated("ide-cel-prostate-cured"), "C61"))
ide_cel("ide-cel-colon-cured", "colon cancer, in remission since this year", cured(pretreated("ide-cel-colon-cured"), "C18.7"), "other-malignancy")
mm20("mm20-prostate-cured", "prostate cancer cured this year: within five years", cured(candidate("mm20-prostate-cured"), "C61"), "other-malignancy")
mm20("mm20-in-situ-cured", "carcinoma in situ of the cervix cured by local treatment", cured(candidate("mm20-in-situ-cured"), "D06.9"))
p = relapse("ide-cel-late-relapse", ("2020-02-01", "2021-06-01", ("bortezomib", "lenalidomide", "dexamethasone"), "2021-06-01"),
            ("2021-07-01", "2026-03-01", ("daratumumab", "carfilzomib", "dexamethasone"), None))
ide_cel("ide-cel-late-relapse", "relapse eight months after the last dose is a relapse after treatment (60 days were the trial's definition of refractory)", p)

# --- JSCT MM20, AL amyloidosis, POEMS ----------------------------------------------------------------------------------------------------------
p = Patient("mm20-day-60", "male", "1966-03-01", "")
p.condition("multiple-myeloma", "2026-01-05")
p.found("2026-01-06", "jsct-mm20-participation").values("2026-01-06", m_protein_serum=4.0, m_protein_urine=0).took("2026-01-10", "2026-05-01", "daratumumab", "lenalidomide", "dexamethasone")
p.procedure("autologous-transplant", "2026-06-01").values("2026-07-24", m_protein_serum=1.5, m_protein_urine=0).values("2026-07-31", m_protein_serum=1.5, m_protein_urine=0)
for name, day, status in (("mm20-day-59", "2026-07-30", "absent"), ("mm20-day-60", "2026-07-31", "due")):
    case(name, f"JSCT MM20: partial response, {name[5:].replace('-', ' ')} after the transplant", p.copy(name, ""), as_of=day,
         recommendations=[rec("jsct-mm20.consolidation", status, **({"first": ["k-ld"], "exclude": ["d-ld"]} if status == "due" else {})), rec("transplant.tandem", "absent")])
p = Patient("al-light-chains", "female", "1962-01-01", "")
p.condition("al-amyloidosis", "2026-10-01")
p.values("2026-10-01", flc_kappa=300, flc_lambda=10).took("2026-10-05", None, "daratumumab", "bortezomib", "cyclophosphamide", "dexamethasone")
p.values("2026-11-10", flc_kappa=18, flc_lambda=10).values("2026-11-18", flc_kappa=16, flc_lambda=10)
case("al-light-chains", "AL amyloidosis is not judged in the response categories of myeloma", p, conclusions={"response": "ABSENT", "relapse.type": "ABSENT", "staging.iss": "ABSENT"})
for name, born, doses in (("poems-74", "1951-11-21", ("thalidomide 100 mg", "12 mg/m2")), ("poems-75", "1951-11-20", ("thalidomide 50 mg", "6 mg/m2"))):
    p = Patient(name, "male", born, "")
    p.condition("poems", "2026-11-01")
    p.found("2026-11-05", "polyneuropathy", "organomegaly").values("2026-11-06", vegf=2500, weight=60, height=170).isotype("2026-11-06", "IgA lambda")
    case(name, f"POEMS syndrome at {name[6:]}: {doses[0]}, dexamethasone {doses[1]}", p, conclusions={"poems.criteria": "met", "transplant.eligibility": "ineligible"},
         recommendations=[rec("poems.treatment", "due", first=["td-poems"], standing={"ld-poems": "caution"}), rec("poems.induction", "absent"), rec("poems.antiplatelet", "due")])
