"""Four patients followed over years; samples/journeys/*.md tells the stories and what is expected at each visit."""
import datetime

from .bundle import Patient
from .patients import fitness, serology


def every(days, first, last):
    day, end = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
    while day <= end:
        yield day.isoformat()
        day += datetime.timedelta(days=days)


def protein(p, series):
    for date, serum in series:
        p.values(date, m_protein_serum=serum, m_protein_urine=0)
    return p


def relapses_to_car_t():
    p = Patient("diagnosis-to-car-t", "female", "1966-05-10", "")
    p.condition("multiple-myeloma", "2019-03-04")
    p.condition("bone-lesions", "2019-03-06")
    p.values("2019-03-05", beta2_microglobulin=4.1, albumin=3.4, ldh=190, calcium=9.0, creatinine=0.7, hemoglobin=9.2, flc_kappa=410, flc_lambda=9,
             weight=56, height=158)
    p.isotype("2019-03-05", "IgG kappa")
    p.values("2019-03-06", marrow_plasma_cells=50, mri_focal_lesions=4)
    p.found("2019-03-06", "t-4-14").absent("2019-03-06", "del-17p", "t-14-16", "gain-1q", "del-13q")
    fitness(p, "2019-03-07")
    protein(p, (("2019-03-05", 5.2),))
    # First line: BLd, harvest, transplant, lenalidomide maintenance.
    p.procedure("dental-examination", "2019-03-12")
    p.took("2019-03-18", "2019-06-23", "bortezomib", "lenalidomide", "dexamethasone")
    p.took("2019-03-22", "2019-06-30", "acyclovir", "aspirin")
    p.took("2019-03-25", None, "calcium-carbonate", "cholecalciferol")
    for date in every(28, "2019-03-25", "2025-02-03"):
        p.given(date, "denosumab", "120 mg")
    protein(p, (("2019-04-15", 3.0), ("2019-05-13", 1.4), ("2019-06-10", 0.9), ("2019-06-24", 0.8)))
    p.values("2019-06-24", creatinine=0.7, calcium=9.1, albumin=4.0, weight=55, platelets=180, ecog=0)
    p.procedure("stem-cell-harvest", "2019-07-10")
    p.values("2019-07-10", cd34_collected=5.1)
    p.took("2019-07-29", "2019-07-30", "melphalan")
    p.procedure("autologous-transplant", "2019-07-31")
    protein(p, (("2019-10-07", 0.2), ("2019-11-05", 0.1), ("2020-03-02", 0.1), ("2020-05-25", 0.1), ("2021-11-15", 0.1)))
    p.found("2020-05-25", "immunofixation-serum")
    p.took("2019-11-11", "2022-05-16", "lenalidomide", dose="10 mg")
    p.took("2019-11-11", "2022-05-16", "aspirin")
    # First relapse, under lenalidomide: D-Kd.
    protein(p, (("2022-03-01", 0.4), ("2022-05-16", 1.4)))
    p.values("2022-05-16", hemoglobin=9.6, calcium=9.3, creatinine=0.8, albumin=3.9, ldh=240, weight=55, ecog=1, platelets=170)
    p.progressed("2022-05-16")
    p.took("2022-06-06", "2024-02-04", "daratumumab", "carfilzomib", "dexamethasone")
    p.took("2022-06-06", "2025-01-31", "acyclovir")
    protein(p, (("2022-07-04", 0.5), ("2022-08-01", 0.3)))
    # Second relapse, under D-Kd: elotuzumab, pomalidomide, dexamethasone.
    protein(p, (("2023-12-04", 0.7), ("2024-02-05", 1.6)))
    p.values("2024-02-05", hemoglobin=10.1, calcium=9.2, creatinine=0.8, albumin=3.8, ldh=230, weight=54, ecog=1, platelets=150)
    p.progressed("2024-02-05")
    p.took("2024-03-04", "2025-01-19", "elotuzumab", "pomalidomide", "dexamethasone")
    p.took("2024-03-04", "2025-01-31", "aspirin")
    # Third relapse: CAR-T.
    protein(p, (("2024-11-04", 0.9), ("2025-01-20", 2.2)))
    p.progressed("2025-01-20")
    p.values("2025-01-20", hemoglobin=9.4, calcium=9.4, creatinine=0.8, albumin=3.7, ldh=260, weight=53, ecog=1, platelets=120, neutrophils=1.9)
    serology(p, "2025-02-03").absent("2025-02-03", "cmv-antibody")
    p.procedure("leukapheresis", "2025-02-12")
    p.values("2025-03-14", weight=53, height=158, creatinine=0.8, ecog=1)
    p.took("2025-03-17", "2025-03-19", "fludarabine", "cyclophosphamide")
    p.procedure("car-t-infusion", "2025-03-22T10:00:00+09:00")
    p.given("2025-03-22T10:00:00+09:00", "idecabtagene-vicleucel")
    p.values("2025-03-23T20:00:00+09:00", temperature=38.8, spo2=96, systolic_bp=112)
    p.values("2025-03-23T20:10:00+09:00", crs_grade=1)
    p.given("2025-03-23T21:00:00+09:00", "tocilizumab", "424 mg")
    p.values("2025-03-24T06:00:00+09:00", temperature=39.4, spo2=91, systolic_bp=84, fio2=28)
    p.values("2025-03-24T06:10:00+09:00", crs_grade=2)
    p.values("2025-03-27T08:00:00+09:00", crs_grade=0, neurotoxicity_grade=2, temperature=36.8, spo2=97, systolic_bp=118)
    p.values("2025-04-03T09:00:00+09:00", neurotoxicity_grade=0)
    protein(p, (("2025-04-21", 0.4), ("2025-05-19", 0.1), ("2025-06-23", 0.1)))
    p.values("2025-06-23", neutrophils=1.6, hemoglobin=10.8, platelets=95, igg=310, creatinine=0.7, calcium=9.0, albumin=3.9, weight=53)
    return p


def mm20():
    p = Patient("jsct-mm20", "male", "1970-02-14", "")
    p.condition("multiple-myeloma", "2023-05-08")
    p.condition("bone-lesions", "2023-05-09")
    p.values("2023-05-10", beta2_microglobulin=3.0, albumin=3.9, ldh=188, calcium=9.3, creatinine=0.8, hemoglobin=9.2, flc_kappa=120, flc_lambda=9,
             weight=68, height=171)
    protein(p, (("2023-05-10", 3.6),))
    p.isotype("2023-05-10", "IgG kappa")
    p.values("2023-05-09", marrow_plasma_cells=33, mri_focal_lesions=0)
    p.absent("2023-05-09", "del-17p", "t-4-14", "t-14-16", "gain-1q", "del-13q")
    serology(p, "2023-05-10").absent("2023-05-11", "sars-cov-2")
    fitness(p, "2023-05-12")
    p.said("2023-05-15", "transplant-intent", True)
    p.said("2023-05-17", "jsct-mm20-participation", True)
    p.procedure("dental-examination", "2023-05-18")
    # Induction: four cycles of 28 days from 2023-05-22.
    p.took("2023-05-22", "2023-09-10", "daratumumab", "lenalidomide", "dexamethasone")
    p.took("2023-05-22", "2023-09-10", "aspirin")
    for date in every(28, "2023-06-19", "2024-12-20"):
        p.given(date, "denosumab", "120 mg")
    p.took("2023-06-19", None, "calcium-carbonate", "cholecalciferol")
    protein(p, (("2023-06-19", 1.9), ("2023-07-17", 0.9), ("2023-08-14", 0.6), ("2023-09-11", 0.5)))
    p.values("2023-09-11", creatinine=0.8, weight=68, calcium=9.2, albumin=4.1, platelets=190)
    # Harvest, melphalan 200 mg/m2, transplant.
    p.procedure("stem-cell-harvest", "2023-10-04")
    p.values("2023-10-04", cd34_collected=4.2)
    p.values("2023-10-30", creatinine=0.8, weight=67)
    p.took("2023-11-06", "2023-11-07", "melphalan")
    p.procedure("autologous-transplant", "2023-11-08")
    protein(p, (("2024-01-09", 0.5), ("2024-01-23", 0.4)))
    p.values("2024-01-23", creatinine=0.8, weight=66, calcium=9.2, albumin=4.1, platelets=160)
    # PR after the transplant: KLd, four cycles; then daratumumab and lenalidomide.
    p.took("2024-02-05", "2024-05-26", "carfilzomib", "lenalidomide", "dexamethasone")
    p.took("2024-02-05", None, "aspirin")
    p.took("2024-02-05", "2024-06-30", "acyclovir")
    protein(p, (("2024-04-01", 0.1), ("2024-05-27", 0.1)))
    p.found("2024-05-27", "immunofixation-serum")
    p.took("2024-06-10", None, "daratumumab", "lenalidomide")
    protein(p, (("2024-09-02", 0), ("2024-12-02", 0)))
    p.found("2024-12-02", "immunofixation-serum")
    return p


def poems():
    p = Patient("poems", "female", "1971-08-30", "")
    p.condition("polyneuropathy", "2024-01-15")
    p.said("2024-01-20", "polyneuropathy", True)
    p.values("2024-03-04", m_protein_serum=0.6, hemoglobin=13.4, calcium=9.1, creatinine=0.6, albumin=3.8, weight=48, height=157, platelets=310)
    p.isotype("2024-03-04", "IgA lambda")
    p.values("2024-03-18", vegf=2800, marrow_plasma_cells=4)
    p.said("2024-03-18", "skin-changes", True)
    p.said("2024-03-18", "organomegaly", True)
    p.condition("poems", "2024-03-21")
    fitness(p, "2024-03-21", ecog=3)
    p.took("2024-03-25", None, "aspirin")
    p.took("2024-04-01", "2024-09-15", "thalidomide", "dexamethasone")
    p.values("2024-09-09", vegf=640, m_protein_serum=0.2, weight=50, creatinine=0.6)
    p.values("2024-09-09", ecog=2)
    p.procedure("stem-cell-harvest", "2024-10-02")
    p.took("2024-11-11", "2024-11-12", "melphalan")
    p.procedure("autologous-transplant", "2024-11-14")
    p.values("2025-05-12", vegf=310, m_protein_serum=0, weight=53, creatinine=0.6, ecog=1)
    p.values("2026-10-05", vegf=1900, m_protein_serum=0.4, weight=51, creatinine=0.6, ecog=2)
    p.progressed("2026-10-05")
    return p


def al_amyloidosis():
    p = Patient("al-amyloidosis-journey", "male", "1963-02-02", "")
    p.condition("mgus", "2022-06-01", clinical="resolved", end="2024-02-12")
    p.values("2022-06-05", m_protein_serum=0.4, flc_kappa=12, flc_lambda=60, hemoglobin=14.2, creatinine=0.8, calcium=9.2, albumin=4.2, weight=70,
             marrow_plasma_cells=6, bone_lesions=0)
    p.isotype("2022-06-05", "IgG lambda")
    p.condition("al-amyloidosis", "2024-02-12")
    p.values("2024-02-14", troponin_t=0.09, nt_probnp=5200, systolic_bp=96, egfr=55, ecog=2, m_protein_serum=0.5, flc_kappa=13, flc_lambda=420, hemoglobin=13.8,
             creatinine=1.0, calcium=8.9, albumin=3.0, weight=66, marrow_plasma_cells=8, bone_lesions=0)
    p.took("2024-02-26", "2024-08-11", "daratumumab", "bortezomib", "cyclophosphamide", "dexamethasone")
    p.took("2024-03-04", "2024-08-20", "acyclovir")
    p.values("2024-04-22", m_protein_serum=0, flc_kappa=12, flc_lambda=24).absent("2024-04-22", "immunofixation-serum", "immunofixation-urine")
    p.values("2024-05-20", m_protein_serum=0, flc_kappa=12, flc_lambda=20).absent("2024-05-20", "immunofixation-serum", "immunofixation-urine")
    p.took("2024-08-12", "2025-12-01", "daratumumab")
    p.values("2025-01-20", troponin_t=0.03, nt_probnp=900, systolic_bp=112, egfr=61, ecog=1, m_protein_serum=0, flc_kappa=12, flc_lambda=18)
    p.values("2026-03-02", m_protein_serum=0.6, flc_kappa=12, flc_lambda=260, troponin_t=0.05, systolic_bp=108, egfr=58, ecog=1, hemoglobin=13.2, creatinine=1.0,
             calcium=9.0, albumin=3.4, weight=66)
    p.progressed("2026-03-02")
    return p


ALL = [("diagnosis-to-car-t", relapses_to_car_t), ("jsct-mm20", mm20), ("poems", poems), ("al-amyloidosis", al_amyloidosis)]
