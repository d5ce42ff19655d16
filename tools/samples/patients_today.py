"""Sample patients of what was published after the documents: what the modules say of them."""
from .bundle import Patient


def relapsed(name, about):
    """Woman of 64 after three lines with the three classes, her disease progressing under the last."""
    p = Patient(name, "female", "1962-05-20", about)
    p.condition("multiple-myeloma", "2021-01-10")
    p.took("2021-02-01", "2022-06-30", "bortezomib", "lenalidomide", "dexamethasone").progressed("2022-06-30")
    p.took("2022-07-10", "2024-02-28", "daratumumab", "pomalidomide", "dexamethasone").progressed("2024-02-28")
    p.took("2024-03-10", "2026-10-20", "carfilzomib", "dexamethasone").progressed("2026-10-20")
    p.values("2026-11-16", weight=60, height=158, creatinine=0.7, neutrophils=1.9, platelets=96, hemoglobin=9.8, igg=310, calcium=9.1, albumin=3.6)
    return p.absent("2026-11-05", "hbs-antigen", "hbs-antibody", "hbc-antibody", "hcv-antibody", "hiv-antibody")


def teclistamab_step_up_cytokine_release():
    p = relapsed("teclistamab-step-up-cytokine-release", "The second step-up dose of teclistamab two days ago: fever and oxygen by nasal cannula, CRS grade 2 (ASTCT)")
    p.given("2026-11-15T10:00:00+09:00", "teclistamab", "3.6 mg").given("2026-11-18T10:00:00+09:00", "teclistamab", "18 mg")
    p.values("2026-11-20T08:00:00+09:00", temperature=38.7, spo2=92, systolic_bp=108, vasopressors=(0, "1"))
    p.observed("2026-11-20T08:00:00+09:00", "oxygen-device", valueString="nasal-cannula")
    p.values("2026-11-20T08:00:00+09:00", oxygen_flow=(2, "L/min"), ice_score=(10, "1"))
    p.observed("2026-11-20T08:00:00+09:00", "consciousness", valueString="awake")
    p.values("2026-11-20T08:30:00+09:00", crs_grade=2)
    return p


def al_amyloidosis_stage_iiib():
    p = Patient("al-amyloidosis-stage-iiib", "male", "1957-09-02", "Man of 69, cardiac AL amyloidosis, untreated: stage IIIb by the European split, IV by Mayo 2012")
    p.condition("al-amyloidosis", "2026-11-04")
    p.values("2026-11-12", troponin_t=0.14, nt_probnp=11200, systolic_bp=96, egfr=54, ecog=2, creatinine=1.1, albumin=3.1, hemoglobin=12.9, calcium=9.0,
             flc_kappa=9, flc_lambda=510, m_protein_serum=0.4, weight=58, height=168)
    p.values("2026-11-06", marrow_plasma_cells=9, bone_lesions=0)
    return p


def smouldering_aquila_profile():
    p = Patient("smouldering-aquila-profile", "female", "1966-02-11", "Woman of 60, IgA smouldering myeloma found last year, who could have entered AQUILA")
    p.condition("smouldering-myeloma", "2025-12-01")
    p.values("2026-11-12", beta2_microglobulin=2.4, albumin=4.1, ldh=170, calcium=9.2, creatinine=0.6, hemoglobin=12.9, m_protein_serum=1.6,
             m_protein_urine=30, flc_kappa=62, flc_lambda=11, igg=820, igm=70, weight=52, ecog=0)
    p.isotype("2026-11-12", "IgA kappa")
    p.values("2026-11-05", marrow_plasma_cells=18, mri_focal_lesions=0, bone_lesions=0)
    return p.absent("2026-11-05", "del-17p", "t-4-14", "t-14-16", "gain-1q", "del-13q")


def newly_diagnosed_r2_iss_iv():
    p = Patient("newly-diagnosed-r2-iss-iv", "male", "1952-08-24", "Man of 74, IgG lambda myeloma: ISS III with high LDH, del(17p) in most cells and gain of 1q, R2-ISS IV and high risk by IMS/IMWG 2025")
    p.condition("multiple-myeloma", "2026-11-08")
    p.values("2026-11-12", beta2_microglobulin=7.4, albumin=2.9, ldh=402, calcium=9.6, creatinine=1.0, hemoglobin=8.8, m_protein_serum=5.2,
             m_protein_urine=210, flc_kappa=7, flc_lambda=910, igg=6100, iga=38, igm=15, weight=62, height=166, crp=0.3)
    p.isotype("2026-11-12", "IgG lambda")
    p.values("2026-11-10", marrow_plasma_cells=64, mri_focal_lesions=0, bone_lesions=0)
    p.found("2026-11-10", "del-17p", "gain-1q").absent("2026-11-10", "t-4-14", "t-14-16")
    p.values("2026-11-10", del_17p_fraction=(72, "%"))
    p.absent("2026-11-12", "hbs-antigen", "hbs-antibody", "hbc-antibody", "hcv-antibody", "hiv-antibody")
    return p.values("2026-11-14", ecog=1, lvef=61, spo2=97, neutrophils=2.6, platelets=148, bilirubin=0.6, ast=22, alt=18)


ALL = [teclistamab_step_up_cytokine_release, al_amyloidosis_stage_iiib, smouldering_aquila_profile, newly_diagnosed_r2_iss_iv]
