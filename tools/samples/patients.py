"""The sample patients: one situation each, all as of 2026-11-20. `expected` is the set of recommendations that are due."""
from .bundle import Patient


def fitness(p, date, ecog=1, lvef=64, spo2=97):
    """What the question of transplantation asks for beside age and history."""
    return p.values(date, ecog=ecog, lvef=lvef, spo2=spo2, neutrophils=3.4, platelets=212, bilirubin=0.7, ast=19, alt=15)


def serology(p, date):
    return p.absent(date, "hbs-antigen", "hbs-antibody", "hbc-antibody", "hcv-antibody", "hiv-antibody")


def newly_diagnosed_transplant_eligible():
    p = Patient("newly-diagnosed-transplant-eligible", "female", "1970-03-02",
                "Woman of 56, IgG kappa myeloma with anaemia, bone lesions and del(17p) with t(4;14), fit for transplantation")
    p.condition("multiple-myeloma", "2026-11-10")
    p.condition("bone-lesions", "2026-11-11")
    p.values("2026-11-12", beta2_microglobulin=5.8, albumin=3.1, ldh=287, calcium=9.4, creatinine=0.7, hemoglobin=9.1, m_protein_serum=4.8,
             m_protein_urine=120, flc_kappa=320, flc_lambda=8, igg=5600, iga=42, igm=18, weight=55, height=158, crp=0.1)
    p.isotype("2026-11-12", "IgG kappa")
    p.values("2026-11-11", marrow_plasma_cells=45, mri_focal_lesions=3)
    p.found("2026-11-11", "del-17p", "t-4-14").absent("2026-11-11", "t-14-16", "gain-1q", "del-13q")
    serology(p, "2026-11-12")
    return fitness(p, "2026-11-14")


def newly_diagnosed_ineligible_renal_failure():
    p = Patient("newly-diagnosed-ineligible-renal-failure", "male", "1950-04-17",
                "Man of 76, light-chain myeloma with cast nephropathy (creatinine 3.8 mg/dL) and bone lesions")
    p.condition("multiple-myeloma", "2026-11-05")
    p.condition("bone-lesions", "2026-11-06")
    p.values("2026-11-10", beta2_microglobulin=11.2, albumin=3.7, ldh=201, calcium=9.3, creatinine=3.8, hemoglobin=9.6, m_protein_serum=0.1,
             m_protein_urine=3400, flc_kappa=8200, flc_lambda=12, igg=620, weight=61, height=165)
    p.isotype("2026-11-10", "light chain kappa")
    p.values("2026-11-09", marrow_plasma_cells=38)
    p.absent("2026-11-09", "del-17p", "t-4-14", "t-14-16", "gain-1q")
    return fitness(p, "2026-11-11", ecog=2)


def smouldering_high_risk():
    p = Patient("smouldering-high-risk", "female", "1964-06-18", "Woman of 62, smouldering myeloma with high risk by 2/20/20")
    p.condition("smouldering-myeloma", "2026-08-01")
    p.values("2026-11-12", beta2_microglobulin=2.2, albumin=4.2, ldh=160, calcium=9.3, creatinine=0.6, hemoglobin=12.8, m_protein_serum=2.8,
             m_protein_urine=60, flc_kappa=450, flc_lambda=10, weight=54)
    p.isotype("2026-11-12", "IgG kappa")
    p.values("2026-11-05", marrow_plasma_cells=35, mri_focal_lesions=0, bone_lesions=0)
    p.found("2026-11-05", "gain-1q").absent("2026-11-05", "del-17p", "t-4-14", "t-14-16", "del-13q")
    return p


def mgus_igg():
    p = Patient("mgus-igg", "male", "1958-09-30", "Man of 68, IgG MGUS found three years ago, no risk factor")
    p.condition("mgus", "2023-10-02")
    p.values("2026-11-02", m_protein_serum=0.9, flc_kappa=18, flc_lambda=16, hemoglobin=14.4, calcium=9.2, creatinine=0.9, albumin=4.3, igg=1620)
    p.isotype("2023-10-02", "IgG lambda")
    p.values("2023-10-10", marrow_plasma_cells=4, bone_lesions=0)
    return p


def light_chain_mgus():
    p = Patient("light-chain-mgus", "female", "1955-02-11", "Woman of 71, light-chain MGUS: kappa/lambda ratio 4.4, no heavy chain")
    p.condition("mgus", "2026-06-15")
    p.values("2026-11-05", m_protein_serum=0, m_protein_urine=40, flc_kappa=62, flc_lambda=14, hemoglobin=12.9, calcium=9.1, creatinine=0.7, albumin=4.2)
    p.absent("2026-11-05", "immunofixation-serum")
    p.isotype("2026-06-15", "light chain kappa")
    p.values("2026-06-20", marrow_plasma_cells=3, bone_lesions=0)
    return p


def on_bortezomib_without_acyclovir():
    p = Patient("bortezomib-without-acyclovir", "male", "1951-12-12", "Man of 74 in the second cycle of Bd without antiviral prophylaxis, no bone lesions")
    p.condition("multiple-myeloma", "2026-09-01")
    p.values("2026-09-08", beta2_microglobulin=3.7, albumin=3.6, ldh=200, calcium=9.4, creatinine=0.9, hemoglobin=9.2, m_protein_serum=3.0, weight=70)
    p.values("2026-09-09", bone_lesions=0)
    p.took("2026-10-12", None, "bortezomib", "dexamethasone")
    p.values("2026-11-16", calcium=9.2, albumin=3.9, creatinine=0.9, hemoglobin=9.9, platelets=148, weight=70)
    return p


def on_lenalidomide_without_thromboprophylaxis():
    p = Patient("lenalidomide-without-thromboprophylaxis", "female", "1966-05-20", "Woman of 60 on Ld since October, no risk factor for thrombosis, no aspirin")
    p.condition("multiple-myeloma", "2026-09-02")
    p.values("2026-09-10", beta2_microglobulin=3.1, albumin=3.8, ldh=190, calcium=9.2, creatinine=0.7, hemoglobin=9.6, m_protein_serum=3.3, weight=58)
    p.values("2026-09-09", bone_lesions=0)
    p.took("2026-10-05", None, "lenalidomide", dose="25 mg")
    p.took("2026-10-05", None, "dexamethasone", dose="20 mg")
    p.values("2026-11-16", calcium=9.1, albumin=4.0, creatinine=0.7, hemoglobin=10.8, platelets=176, neutrophils=2.1, weight=58)
    return p


def on_lenalidomide_dvt_history_on_aspirin():
    p = Patient("lenalidomide-dvt-history-on-aspirin", "male", "1949-08-08", "Man of 77 on lenalidomide with an earlier deep vein thrombosis; takes aspirin")
    p.condition("multiple-myeloma", "2026-08-20")
    p.condition("venous-thromboembolism-history", "2019-03-01")
    p.values("2026-08-25", beta2_microglobulin=4.9, albumin=3.4, ldh=205, calcium=9.0, creatinine=0.9, hemoglobin=9.3, m_protein_serum=3.9, weight=64)
    p.values("2026-08-25", bone_lesions=0)
    p.took("2026-09-14", None, "lenalidomide", "dexamethasone")
    p.took("2026-09-14", None, "aspirin", dose="100 mg")
    p.values("2026-11-12", creatinine=0.9, platelets=180, weight=64)
    return p


def on_lenalidomide_aspirin_allergy():
    p = Patient("lenalidomide-aspirin-allergy", "female", "1953-01-30", "Woman of 73 with diabetes on D-Ld, allergic to aspirin, no thrombosis prophylaxis")
    p.condition("multiple-myeloma", "2026-08-03")
    p.condition("diabetes", "2011-04-01")
    p.allergy("aspirin", "2015-06-01")
    p.values("2026-08-05", beta2_microglobulin=3.9, albumin=3.7, ldh=176, calcium=9.1, creatinine=0.8, hemoglobin=9.4, m_protein_serum=3.6, weight=52)
    p.values("2026-08-06", bone_lesions=0)
    p.took("2026-08-20", None, "daratumumab", "lenalidomide", "dexamethasone")
    p.values("2026-11-17", creatinine=0.8, platelets=150, calcium=9.0, albumin=3.9, weight=52)
    return p


def bone_lesions_without_dental_check():
    p = Patient("bone-lesions-no-dental-check", "male", "1956-10-10", "Man of 70 on D-MPB with lytic lesions, acyclovir given; no bone protection, no dental check")
    p.condition("multiple-myeloma", "2026-09-01")
    p.condition("bone-lesions", "2026-09-09")
    p.values("2026-09-10", beta2_microglobulin=4.4, albumin=3.5, ldh=199, calcium=9.8, creatinine=0.9, hemoglobin=10.2, m_protein_serum=3.4, weight=68)
    p.took("2026-10-05", None, "daratumumab", "melphalan", "prednisolone", "bortezomib", "acyclovir")
    p.values("2026-11-16", calcium=9.3, albumin=4.0, creatinine=0.9, hemoglobin=10.9, platelets=131, weight=68)
    return p


def bone_lesions_low_calcium_renal():
    p = Patient("bone-lesions-low-calcium-renal", "female", "1948-07-01",
                "Woman of 78 on Bd with lytic lesions, calcium 7.9 mg/dL and creatinine clearance below 30: neither bone drug may be given yet")
    p.condition("multiple-myeloma", "2026-09-15")
    p.condition("bone-lesions", "2026-09-16")
    p.procedure("dental-examination", "2026-10-01")
    p.values("2026-09-20", beta2_microglobulin=9.8, albumin=3.5, ldh=188, calcium=8.6, creatinine=2.4, hemoglobin=9.0, m_protein_serum=4.1, weight=47)
    p.took("2026-10-05", None, "bortezomib", "dexamethasone", "acyclovir")
    p.values("2026-11-16", calcium=7.9, albumin=3.8, creatinine=2.3, hemoglobin=9.4, platelets=120, weight=47)
    return p


def lenalidomide_refractory():
    p = Patient("lenalidomide-refractory-relapse", "female", "1954-10-01", "Woman of 72, progression on lenalidomide and dexamethasone (clinical relapse: new anaemia)")
    p.condition("multiple-myeloma", "2024-12-10")
    p.took("2025-01-06", "2026-11-12", "lenalidomide", "dexamethasone")
    for date, serum in (("2024-12-20", 4.0), ("2025-06-02", 1.0), ("2025-07-01", 0.9), ("2026-10-10", 1.9), ("2026-11-10", 2.3)):
        p.values(date, m_protein_serum=serum, m_protein_urine=0)
    p.progressed("2026-11-10")
    p.values("2024-12-21", bone_lesions=0)
    p.values("2026-11-10", hemoglobin=9.4, calcium=9.2, creatinine=0.8, albumin=3.8, ldh=190, flc_kappa=60, flc_lambda=9, weight=51, ecog=1, bone_lesions=0)
    return p


def bortezomib_refractory():
    p = Patient("bortezomib-refractory-relapse", "male", "1950-03-15", "Man of 76, progression on MPB; never had lenalidomide")
    p.condition("multiple-myeloma", "2025-10-01")
    p.took("2025-10-20", "2026-11-09", "bortezomib", "melphalan", "prednisolone")
    for date, serum in (("2025-10-10", 4.2), ("2026-03-02", 1.6), ("2026-04-06", 1.5), ("2026-10-05", 2.3), ("2026-11-09", 2.9)):
        p.values(date, m_protein_serum=serum, m_protein_urine=0)
    p.progressed("2026-11-09")
    p.values("2025-10-11", bone_lesions=0)
    p.values("2026-11-09", hemoglobin=9.6, calcium=9.2, creatinine=1.0, albumin=3.7, ldh=180, weight=63, ecog=1)
    return p


def double_refractory():
    p = Patient("double-refractory-relapse", "male", "1952-11-05", "Man of 74, second relapse, refractory to bortezomib and lenalidomide, anti-CD38 not used yet")
    p.condition("multiple-myeloma", "2023-04-01")
    p.took("2023-05-01", "2024-06-10", "bortezomib", "melphalan", "prednisolone")
    p.progressed("2024-06-10")
    p.took("2024-07-01", "2026-11-10", "lenalidomide", "dexamethasone")
    p.progressed("2026-11-10")
    p.values("2023-04-10", bone_lesions=0)
    p.values("2026-11-10", m_protein_serum=3.1, m_protein_urine=0, hemoglobin=9.1, calcium=9.1, creatinine=0.9, albumin=3.6, ldh=205, weight=66, ecog=1)
    return p


def triple_class_car_t_candidate():
    p = Patient("triple-class-refractory-car-t-candidate", "female", "1962-01-09",
                "Woman of 64, three lines, triple-class exposed, refractory to lenalidomide, carfilzomib, daratumumab and pomalidomide; ECOG 1")
    p.condition("multiple-myeloma", "2021-01-10")
    p.took("2021-02-01", "2021-06-01", "bortezomib", "lenalidomide", "dexamethasone")
    p.took("2021-07-05", "2021-07-06", "melphalan")
    p.procedure("autologous-transplant", "2021-07-08")
    p.took("2021-08-30", "2023-10-02", "lenalidomide")
    p.progressed("2023-10-01")
    p.took("2023-10-20", "2025-05-11", "daratumumab", "carfilzomib", "dexamethasone")
    p.progressed("2025-05-10")
    p.took("2025-05-28", "2026-11-05", "elotuzumab", "pomalidomide", "dexamethasone")
    p.progressed("2026-11-04")
    p.values("2021-01-12", bone_lesions=0)
    p.values("2026-11-10", m_protein_serum=2.4, m_protein_urine=40, hemoglobin=9.8, calcium=9.3, creatinine=0.8, albumin=3.6, ldh=244, weight=62,
             height=157, neutrophils=2.4, platelets=110)
    p.values("2026-11-12", ecog=1)
    return p


def biochemical_relapse():
    p = Patient("biochemical-relapse-watchful-waiting", "female", "1960-03-01",
                "Woman of 66, slow biochemical relapse two years after the transplant, off treatment, standard risk: watch")
    p.condition("multiple-myeloma", "2022-01-15")
    p.absent("2022-01-20", "del-17p", "t-4-14", "t-14-16", "gain-1q")
    p.values("2022-01-20", bone_lesions=0, m_protein_serum=4.5, m_protein_urine=0, beta2_microglobulin=3.0, albumin=3.9, ldh=180)
    p.took("2022-02-07", "2022-06-05", "bortezomib", "lenalidomide", "dexamethasone")
    p.took("2022-07-10", "2022-07-11", "melphalan")
    p.procedure("autologous-transplant", "2022-07-13")
    p.took("2022-10-01", "2024-10-01", "lenalidomide")
    for date, serum in (("2023-01-10", 0.3), ("2023-02-10", 0.3), ("2026-03-10", 0.6), ("2026-06-10", 0.7), ("2026-09-15", 0.8), ("2026-11-12", 0.9)):
        p.values(date, m_protein_serum=serum, m_protein_urine=0)
    p.values("2026-11-12", hemoglobin=12.6, calcium=9.2, creatinine=0.7, albumin=4.1, ldh=180, flc_kappa=35, flc_lambda=14, weight=56, ecog=0,
             bone_lesions=0, platelets=201)
    return p


def first_relapse_long_remission():
    p = Patient("first-relapse-long-remission", "male", "1961-02-14", "Man of 65, first clinical relapse (new bone lesions) three years after the end of BLd, transplant and maintenance")
    p.condition("multiple-myeloma", "2020-02-15")
    p.absent("2020-02-20", "del-17p", "t-4-14", "t-14-16", "gain-1q")
    p.values("2020-02-20", m_protein_serum=5.1, m_protein_urine=0, bone_lesions=1)
    p.took("2020-03-02", "2020-07-01", "bortezomib", "lenalidomide", "dexamethasone")
    p.took("2020-08-10", "2020-08-11", "melphalan")
    p.procedure("autologous-transplant", "2020-08-13")
    p.took("2020-11-16", "2023-10-31", "lenalidomide")
    for date, serum in (("2021-02-10", 0.2), ("2021-03-10", 0.2), ("2026-08-10", 1.2), ("2026-10-12", 2.4), ("2026-11-12", 3.1)):
        p.values(date, m_protein_serum=serum, m_protein_urine=0)
    p.progressed("2026-11-12")
    p.values("2026-11-12", hemoglobin=11.9, calcium=9.9, creatinine=0.9, albumin=3.9, ldh=190, weight=72, ecog=1, platelets=188, bone_lesions=4)
    return p


def maintenance_after_transplant():
    p = Patient("maintenance-after-transplant", "female", "1964-09-21", "Woman of 62, lenalidomide maintenance since May after BLd and transplant, aspirin taken, VGPR")
    p.condition("multiple-myeloma", "2025-08-15")
    p.values("2025-08-20", m_protein_serum=4.4, m_protein_urine=0, bone_lesions=0, beta2_microglobulin=3.2, albumin=3.8, ldh=170)
    p.absent("2025-08-20", "del-17p", "t-4-14", "t-14-16", "gain-1q")
    p.took("2025-09-01", "2026-01-15", "bortezomib", "lenalidomide", "dexamethasone")
    p.procedure("stem-cell-harvest", "2026-01-28")
    p.took("2026-02-16", "2026-02-17", "melphalan")
    p.procedure("autologous-transplant", "2026-02-19")
    p.took("2026-05-25", None, "lenalidomide", dose="10 mg")
    p.took("2026-05-25", None, "aspirin", dose="100 mg")
    for date, serum in (("2026-01-12", 0.6), ("2026-05-18", 0.2), ("2026-08-17", 0.2), ("2026-11-09", 0.2)):
        p.values(date, m_protein_serum=serum, m_protein_urine=0)
    p.found("2026-11-09", "immunofixation-serum")
    p.values("2026-11-09", hemoglobin=12.8, calcium=9.2, creatinine=0.7, albumin=4.2, platelets=155, neutrophils=2.0, flc_kappa=14, flc_lambda=12, weight=57)
    return p


def interstitial_lung_disease():
    p = Patient("interstitial-lung-disease", "male", "1954-12-03", "Man of 71 with interstitial lung disease, newly diagnosed: bortezomib is to be avoided")
    p.condition("multiple-myeloma", "2026-11-02")
    p.condition("interstitial-lung-disease", "2020-05-01")
    p.values("2026-11-09", beta2_microglobulin=4.0, albumin=3.7, ldh=210, calcium=9.4, creatinine=0.9, hemoglobin=9.5, m_protein_serum=3.9,
             m_protein_urine=0, flc_kappa=9, flc_lambda=210, weight=62, height=166)
    p.isotype("2026-11-09", "IgA lambda")
    p.values("2026-11-05", marrow_plasma_cells=42, bone_lesions=0, mri_focal_lesions=0)
    p.absent("2026-11-05", "del-17p", "t-4-14", "t-14-16", "gain-1q")
    return fitness(p, "2026-11-09", spo2=94)


def al_amyloidosis():
    p = Patient("al-amyloidosis", "male", "1968-03-13", "Man of 58, renal AL amyloidosis, every transplant criterion met, untreated")
    p.condition("al-amyloidosis", "2026-11-01")
    p.values("2026-11-12", troponin_t=0.02, nt_probnp=310, systolic_bp=118, egfr=78, ecog=1, creatinine=0.8, albumin=2.6, hemoglobin=14.1, calcium=8.9,
             flc_kappa=11, flc_lambda=240, m_protein_serum=0.3, weight=66, height=171)
    p.values("2026-11-05", marrow_plasma_cells=7, bone_lesions=0)
    return p


def poems():
    p = Patient("poems", "male", "1975-04-01", "Man of 51: polyneuropathy, IgA lambda, sclerotic lesion, VEGF 3200 pg/mL, skin changes, organomegaly")
    p.condition("poems", "2026-10-20")
    p.condition("polyneuropathy", "2026-02-01")
    for fact in ("polyneuropathy", "sclerotic-bone-lesions", "organomegaly", "skin-changes"):
        p.said("2026-11-01", fact, True)
    p.values("2026-11-10", vegf=3200, m_protein_serum=0.4, creatinine=0.7, calcium=9.1, albumin=3.7, hemoglobin=14.9, weight=60, height=170)
    p.values("2026-10-25", marrow_plasma_cells=4)
    p.isotype("2026-11-10", "IgA lambda")
    return fitness(p, "2026-11-10", ecog=3)


def japanese_codes():
    p = Patient("japanese-codes", "male", "1949-07-21", "日本のコードのみ（JLAC10、YJ、ICD-10）: 77歳男性、D-Ld開始2か月後、血栓予防なし / Japanese codes only: man of 77, two months of D-Ld, no thrombosis prophylaxis",
                japanese=True)
    p.condition("multiple-myeloma", "2026-09-01")
    p.values("2026-09-12", beta2_microglobulin=5.6, albumin=3.4, ldh=230, calcium=9.3, creatinine=1.0, hemoglobin=9.4, platelets=(19.8, "10*4/uL"),
             m_protein_serum=4.1, flc_kappa=12, flc_lambda=410, weight=60)
    p.values("2026-09-10", marrow_plasma_cells=52, bone_lesions=0)
    p.absent("2026-09-10", "del-17p", "t-14-16").found("2026-09-10", "t-4-14")
    p.took("2026-09-20", None, "daratumumab", "lenalidomide", "dexamethasone")
    p.values("2026-11-15", calcium=9.2, albumin=4.0, creatinine=0.9, hemoglobin=10.4, platelets=(15.2, "10*4/uL"), m_protein_serum=1.2, weight=60)
    return p


def sparse_data():
    p = Patient("sparse-data", "male", "1953-05-05", "Man of 73, myeloma recorded last week, only beta-2 microglobulin known")
    p.condition("multiple-myeloma", "2026-11-13")
    return p.values("2026-11-14", beta2_microglobulin=3.0)


def no_plasma_cell_disorder():
    p = Patient("no-plasma-cell-disorder", "female", "1958-02-01", "Woman of 68 with hypertension and treated gastric cancer: no card")
    p.condition("hypertension", "2015-01-01")
    p.condition("other-malignancy", "2019-01-01", text="Gastric cancer", clinical="remission")
    p.values("2026-11-12", hemoglobin=10.9, creatinine=0.8, calcium=9.1, albumin=4.0, weight=50)
    return p.took("2020-01-01", None, "aspirin")


def recorded_mgus_computed_myeloma():
    p = Patient("recorded-mgus-computed-myeloma", "female", "1957-06-06", "Woman of 69 recorded as MGUS; the values now meet the criteria of myeloma (marrow 22 %, Hb 9.0)")
    p.condition("mgus", "2022-05-10")
    p.values("2026-11-12", m_protein_serum=3.6, m_protein_urine=90, flc_kappa=260, flc_lambda=11, hemoglobin=9.0, calcium=9.3, creatinine=0.8, albumin=3.9,
             beta2_microglobulin=3.2, ldh=180, weight=56)
    p.values("2026-11-10", marrow_plasma_cells=22, bone_lesions=0, mri_focal_lesions=0)
    p.isotype("2026-11-12", "IgG kappa")
    return p


def car_t_crs():
    p = triple_class_car_t_candidate().copy("car-t-cytokine-release", "The same woman, ide-cel infused two days ago: fever and low oxygen, CRS grade 2")
    p.resources = [r for r in p.resources if not (r["resourceType"] == "Observation" and r.get("effectiveDateTime", "") > "2026-08-12")]
    for r in p.resources:
        if r["resourceType"] == "MedicationStatement" and r["effectivePeriod"].get("end") == "2026-11-05":
            r["effectivePeriod"]["end"] = "2026-08-12"
    p.progressed("2026-08-12")
    p.took("2026-11-13", "2026-11-15", "fludarabine", "cyclophosphamide")
    p.given("2026-11-18T10:00:00+09:00", "idecabtagene-vicleucel")
    p.values("2026-11-20T08:00:00+09:00", temperature=38.9, spo2=91, systolic_bp=104, fio2=28)
    p.values("2026-11-20T08:30:00+09:00", crs_grade=2)
    return p.values("2026-11-18", weight=60, height=157)


def aspirin_low_platelets():
    p = Patient("aspirin-low-platelets", "male", "1960-03-09", "Man of 66 on Ld with aspirin; platelets have fallen to 38 x10^9/L: aspirin is to be avoided, and heparin asks for care too")
    p.condition("multiple-myeloma", "2026-09-02")
    p.values("2026-09-10", beta2_microglobulin=3.2, albumin=3.8, ldh=181, calcium=9.2, creatinine=0.8, hemoglobin=9.7, m_protein_serum=3.1, weight=66)
    p.values("2026-09-09", bone_lesions=0)
    p.took("2026-10-05", None, "lenalidomide", dose="25 mg")
    p.took("2026-10-05", None, "dexamethasone", dose="40 mg")
    p.took("2026-10-05", None, "aspirin", dose="100 mg")
    p.values("2026-11-09", m_protein_serum=1.9)
    return p.values("2026-11-18", calcium=9.1, albumin=3.9, creatinine=0.8, hemoglobin=10.1, platelets=38, neutrophils=1.9, weight=66)


def dialysis_lenalidomide():
    p = Patient("dialysis-lenalidomide", "female", "1955-12-01", "Woman of 70 on haemodialysis who takes lenalidomide 25 mg: 5 mg a day, after dialysis on its days")
    p.condition("multiple-myeloma", "2026-08-02")
    p.condition("dialysis", "2026-08-20")
    p.values("2026-08-10", beta2_microglobulin=14.1, albumin=3.5, ldh=190, calcium=9.0, creatinine=6.1, hemoglobin=8.9, m_protein_serum=2.9, weight=52)
    p.values("2026-08-09", bone_lesions=0)
    p.took("2026-10-12", None, "lenalidomide", dose="25 mg")
    p.took("2026-10-12", None, "dexamethasone", dose="20 mg")
    p.took("2026-10-12", None, "aspirin", dose="100 mg")
    p.values("2026-11-09", m_protein_serum=1.8)
    return p.values("2026-11-17", calcium=9.0, albumin=3.7, creatinine=5.8, hemoglobin=9.4, platelets=132, neutrophils=2.2, weight=52)


def plasma_cell_leukaemia():
    p = Patient("plasma-cell-leukaemia", "male", "1968-02-17", "Man of 58, primary plasma cell leukaemia (34 % plasma cells in the blood), untreated and fit for transplantation")
    p.condition("plasma-cell-leukaemia", "2026-11-12")
    p.values("2026-11-13", beta2_microglobulin=7.9, albumin=3.3, ldh=640, calcium=9.6, creatinine=1.0, hemoglobin=8.2, m_protein_serum=2.6, flc_kappa=1900, flc_lambda=6,
             circulating_plasma_cells=(4100, "/uL"), circulating_plasma_cells_percent=(34, "%"), weight=68, height=171)
    p.isotype("2026-11-13", "IgA kappa")
    p.values("2026-11-13", marrow_plasma_cells=82, bone_lesions=0)
    p.found("2026-11-13", "t-14-16", "gain-1q").absent("2026-11-13", "del-17p", "t-4-14")
    serology(p, "2026-11-13")
    return fitness(p, "2026-11-14")


def poems_localised():
    p = Patient("poems-localised", "female", "1964-08-30", "Woman of 62 with POEMS syndrome from one sclerotic plasmacytoma of the pelvis, no clone in the marrow: local treatment")
    p.condition("poems", "2026-10-05")
    p.condition("polyneuropathy", "2026-01-15")
    for fact in ("polyneuropathy", "sclerotic-bone-lesions", "skin-changes", "plasmacytoma"):
        p.said("2026-10-20", fact, True)
    p.said("2026-10-22", "clonal-marrow-plasma-cells", False)
    p.values("2026-11-10", vegf=1900, m_protein_serum=0.3, creatinine=0.6, calcium=9.2, albumin=4.0, hemoglobin=14.1, weight=54, height=157)
    p.values("2026-10-22", marrow_plasma_cells=2)
    p.isotype("2026-11-10", "IgA lambda")
    return fitness(p, "2026-11-10", ecog=2)


def cord_compression():
    p = Patient("cord-compression", "male", "1957-05-05", "Man of 69 on Bd with lytic lesions and compression of the spinal cord recorded today: radiotherapy at once")
    p.condition("multiple-myeloma", "2026-09-20")
    p.condition("bone-lesions", "2026-09-21")
    p.condition("cord-compression", "2026-11-20")
    p.procedure("dental-examination", "2026-09-25")
    p.values("2026-09-22", beta2_microglobulin=4.0, albumin=3.6, ldh=200, calcium=9.5, creatinine=0.9, hemoglobin=9.9, m_protein_serum=3.8, weight=70)
    p.took("2026-10-05", None, "bortezomib", "dexamethasone", "acyclovir")
    p.given("2026-11-02T10:00:00+09:00", "denosumab", dose="120 mg")
    p.values("2026-11-09", m_protein_serum=2.4)
    return p.values("2026-11-18", calcium=9.2, albumin=3.9, creatinine=0.9, hemoglobin=10.3, platelets=141, weight=70)


ALL = [newly_diagnosed_transplant_eligible, newly_diagnosed_ineligible_renal_failure, smouldering_high_risk, mgus_igg, light_chain_mgus,
       recorded_mgus_computed_myeloma, sparse_data, no_plasma_cell_disorder, interstitial_lung_disease, on_bortezomib_without_acyclovir,
       on_lenalidomide_without_thromboprophylaxis, on_lenalidomide_dvt_history_on_aspirin, on_lenalidomide_aspirin_allergy,
       bone_lesions_without_dental_check, bone_lesions_low_calcium_renal, maintenance_after_transplant, biochemical_relapse,
       first_relapse_long_remission, lenalidomide_refractory, bortezomib_refractory, double_refractory, triple_class_car_t_candidate, car_t_crs,
       al_amyloidosis, poems, aspirin_low_platelets, dialysis_lenalidomide, plasma_cell_leukaemia, poems_localised, cord_compression, japanese_codes]
