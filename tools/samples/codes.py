"""Codes that the synthetic patients use: rows of the terminology table that the ValueSets were built from, and the project's own CodeSystems."""

FACT_SYSTEM = "https://myeloma-cds.example.org/fhir/CodeSystem/fact"
PROCEDURE_SYSTEM = "https://myeloma-cds.example.org/fhir/CodeSystem/procedure"
LOINC = "http://loinc.org"
SNOMED = "http://snomed.info/sct"
RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm"
ATC = "http://www.whocc.no/atc"
YJ = "http://capstandard.jp/iyaku.info/CodeSystem/YJ-code"
JLAC10 = "http://medis.or.jp/CodeSystem/master-JLAC10-17digits"
JP_BODY = "http://jpfhir.jp/fhir/core/CodeSystem/JP_ObservationBodyMeasurementCode_CS"
ICD10 = "http://hl7.org/fhir/sid/icd-10"
ICD10_JP = "http://jpfhir.jp/fhir/core/mhlw/CodeSystem/ICD10-2013-full"
UCUM = "http://unitsofmeasure.org"
CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category"

# fact: (LOINC or None, text, unit or None, category, JLAC10 17 digits or None, Japanese text)
FACTS = {
    "beta2-microglobulin": ("1952-1", "Beta-2 microglobulin", "mg/L", "laboratory", "5C065000002306201", "β2ミクログロブリン"),
    "albumin": ("1751-7", "Albumin", "g/dL", "laboratory", "3A015000002327101", "アルブミン"),
    "ldh": ("2532-0", "LDH", "U/L", "laboratory", "3B050000002327201", "LD"),
    "calcium": ("17861-6", "Calcium", "mg/dL", "laboratory", "3H030000002327101", "カルシウム"),
    "creatinine": ("2160-0", "Creatinine", "mg/dL", "laboratory", "3C015000002327101", "クレアチニン"),
    "creatinine-clearance": ("2164-2", "Creatinine clearance, 24-hour urine", "mL/min", "laboratory", None, "クレアチニンクリアランス"),
    "egfr": ("62238-1", "eGFR", "mL/min/{1.73_m2}", "laboratory", "8A065000002391901", "eGFR"),
    "hemoglobin": ("718-7", "Hemoglobin", "g/dL", "laboratory", "2A030000001930901", "ヘモグロビン"),
    "leukocytes": ("6690-2", "Leukocytes", "10*3/uL", "laboratory", "2A990000001930952", "白血球数"),
    "neutrophils": ("751-8", "Neutrophils", "10*3/uL", "laboratory", None, "好中球数"),
    "platelets": ("777-3", "Platelets", "10*3/uL", "laboratory", "2A050000001930901", "血小板数"),
    "bilirubin": ("1975-2", "Total bilirubin", "mg/dL", "laboratory", "3J010000002327101", "総ビリルビン"),
    "ast": ("1920-8", "AST", "U/L", "laboratory", "3B035000002327201", "AST"),
    "alt": ("1742-6", "ALT", "U/L", "laboratory", "3B045000002327201", "ALT"),
    "crp": ("1988-5", "C-reactive protein", "mg/dL", "laboratory", None, "CRP"),
    "m-protein-serum": ("33358-3", "Serum M-protein", "g/dL", "laboratory", "3A020000002323756", "M蛋白様ピーク"),
    "m-protein-urine": ("42482-0", "Urine M-protein, 24 h", "mg/(24.h)", "laboratory", None, "尿M蛋白"),
    "igg": ("2465-3", "IgG", "mg/dL", "laboratory", "5A010000002306101", "IgG"),
    "iga": ("2458-8", "IgA", "mg/dL", "laboratory", None, "IgA"),
    "igm": ("2472-9", "IgM", "mg/dL", "laboratory", None, "IgM"),
    "flc-kappa": ("36916-5", "Free kappa light chains", "mg/L", "laboratory", "5A141000002306151", "遊離L鎖κ鎖"),
    "flc-lambda": ("33944-0", "Free lambda light chains", "mg/L", "laboratory", "5A141000002306152", "遊離L鎖λ鎖"),
    "immunofixation-serum": ("25700-6", "Serum immunofixation", None, "laboratory", None, "血清免疫固定法"),
    "immunofixation-urine": ("13440-3", "Urine immunofixation", None, "laboratory", None, "尿免疫固定法"),
    "marrow-plasma-cells": ("11118-7", "Plasma cells in marrow", "%", "laboratory", "2A170000004960563", "骨髄像 形質細胞"),
    "m-protein-isotype": ("90990-3", "M-protein isotype", None, "laboratory", None, "M蛋白型"),
    "vegf": ("34694-0", "VEGF", "pg/mL", "laboratory", None, "VEGF"),
    "troponin-t": ("6598-7", "Troponin T", "ng/mL", "laboratory", None, "トロポニンT"),
    "nt-probnp": ("33762-6", "NT-proBNP", "pg/mL", "laboratory", None, "NT-proBNP"),
    "hbs-antigen": ("5196-1", "HBs antigen", None, "laboratory", None, "HBs抗原"),
    "hbs-antibody": ("22322-2", "HBs antibody", None, "laboratory", None, "HBs抗体"),
    "hbc-antibody": ("13952-7", "HBc antibody", None, "laboratory", None, "HBc抗体"),
    "hcv-antibody": ("16128-1", "HCV antibody", None, "laboratory", None, "HCV抗体"),
    "hiv-antibody": ("56888-1", "HIV antibody and antigen", None, "laboratory", None, "HIV抗体"),
    "sars-cov-2": ("94309-2", "SARS-CoV-2 RNA", None, "laboratory", None, "SARS-CoV-2核酸"),
    "lvef": ("10230-1", "Left ventricular ejection fraction", "%", "procedure", None, "左室駆出率"),
    "spo2": ("59408-5", "Oxygen saturation", "%", "vital-signs", None, "SpO2"),
    "systolic-bp": ("8480-6", "Systolic blood pressure", "mm[Hg]", "vital-signs", None, "収縮期血圧"),
    "temperature": ("8310-5", "Body temperature", "Cel", "vital-signs", None, "体温"),
    "weight": ("29463-7", "Body weight", "kg", "vital-signs", None, "体重"),
    "height": ("8302-2", "Body height", "cm", "vital-signs", None, "身長"),
    "ecog": ("89247-1", "ECOG performance status", "{score}", "survey", None, "ECOG PS"),
    "bone-lesions": (None, "Lytic bone lesions", "{#}", "imaging", None, "溶骨性病変"),
    "mri-focal-lesions": (None, "Focal lesions on MRI", "{#}", "imaging", None, "MRI巣状病変"),
    "circulating-plasma-cells-percent": ("13047-6", "Plasma cells in blood", "%", "laboratory", None, "末梢血形質細胞"),
    "fio2": (None, "Inspired oxygen fraction", "%", "vital-signs", None, "FiO2"),
    "cd34-blood": (None, "CD34-positive cells in blood", "/uL", "laboratory", None, "末梢血CD34陽性細胞"),
    "cd34-collected": (None, "CD34-positive cells collected", "10*6/kg", "laboratory", None, "採取CD34陽性細胞"),
    "crs-grade": (None, "Cytokine release syndrome, grade", "{score}", "survey", None, "CRSグレード"),
    "neurotoxicity-grade": (None, "Neurotoxicity, grade", "{score}", "survey", None, "神経毒性グレード"),
    "neuropathy-grade": (None, "Peripheral neuropathy, grade", "{score}", "survey", None, "末梢神経障害グレード"),
    "vasopressors": (None, "Vasopressors", "{#}", "survey", None, "昇圧薬"),
}

# abnormality: (LOINC, text, JLAC10 analyte)
CYTOGENETICS = {
    "del-17p": ("81746-0", "del(17p)", "8B475"),
    "t-4-14": ("72726-3", "t(4;14)", "8B344"),
    "t-14-16": ("77033-9", "t(14;16)", "8B445"),
    "t-11-14": ("77037-0", "t(11;14)", "8B414"),
    "gain-1q": ("81752-8", "gain(1q21)", "8B317"),
    "del-13q": ("81749-4", "del(13q)", "8B434"),
}

# condition: (SNOMED or None, ICD-10 or None, text, Japanese text)
CONDITIONS = {
    "multiple-myeloma": ("109989006", "C90.0", "Multiple myeloma", "多発性骨髄腫"),
    "smouldering-myeloma": ("413587002", None, "Smouldering multiple myeloma", "くすぶり型多発性骨髄腫"),
    "mgus": ("277577000", "D47.2", "Monoclonal gammopathy of undetermined significance", "MGUS"),
    "plasma-cell-leukaemia": ("95209008", "C90.1", "Plasma cell leukaemia", "形質細胞白血病"),
    "al-amyloidosis": ("23132008", "E85.8", "AL amyloidosis", "ALアミロイドーシス"),
    "poems": ("79268002", None, "POEMS syndrome", "POEMS症候群"),
    "bone-lesions": ("203522001", None, "Lytic bone lesions", "溶骨性病変"),
    "polyneuropathy": ("42345000", "G62.9", "Polyneuropathy", "多発神経障害"),
    "venous-thromboembolism-history": ("161508001", None, "History of deep vein thrombosis", "深部静脈血栓症の既往"),
    "interstitial-lung-disease": ("233703007", "J84.9", "Interstitial lung disease", "間質性肺疾患"),
    "heart-failure": ("84114007", "I50.9", "Heart failure", "心不全"),
    "chronic-kidney-disease": ("709044004", "N18.9", "Chronic kidney disease", "慢性腎臓病"),
    "diabetes": ("44054006", "E11.9", "Type 2 diabetes mellitus", "2型糖尿病"),
    "hypertension": ("38341003", "I10", "Hypertension", "高血圧症"),
    "dialysis": ("105502003", None, "Dependence on dialysis", "透析依存"),
    "cord-compression": (None, "G95.2", "Compression of the spinal cord", "脊髄圧迫"),
    "other-malignancy": ("363346000", "C80", "Malignant neoplasm", "悪性新生物"),
}

# drug: (RxNorm or None, ATC or None, Japanese name, YJ or None)
DRUGS = {
    "bortezomib": ("358258", "L01XG01", "ボルテゾミブ", "4291412D1024"),
    "carfilzomib": ("1302966", "L01XG02", "カルフィルゾミブ", "4291433D1026"),
    "ixazomib": ("1723735", "L01XG03", "イキサゾミブ", "4291049M3027"),
    "thalidomide": ("10432", "L04AX02", "サリドマイド", None),
    "lenalidomide": ("342369", "L04AX04", "レナリドミド", "4291024M1024"),
    "pomalidomide": ("1369713", "L04AX06", "ポマリドミド", "4291038M1026"),
    "daratumumab": ("1721947", "L01FC01", "ダラツムマブ", "4291500A1023"),
    "isatuximab": ("2282018", "L01FC02", "イサツキシマブ", None),
    "elotuzumab": ("1726104", "L01FX08", "エロツズマブ", None),
    "dexamethasone": ("3264", "H02AB02", "デキサメタゾン", None),
    "prednisolone": ("8638", "H02AB06", "プレドニゾロン", None),
    "melphalan": ("6718", "L01AA03", "メルファラン", None),
    "cyclophosphamide": ("3002", "L01AA01", "シクロホスファミド", None),
    "fludarabine": ("24698", "L01BB05", "フルダラビン", None),
    "tocilizumab": ("612865", "L04AC07", "トシリズマブ", None),
    "idecabtagene-vicleucel": ("2536430", "L01XL07", "イデカブタゲン ビクルユーセル", None),
    "teclistamab": (None, "L01FX24", "テクリスタマブ", "4291475A1023"),
    "denosumab": ("993449", "M05BX04", "デノスマブ", None),
    "zoledronic-acid": ("77655", "M05BA08", "ゾレドロン酸", None),
    "acyclovir": ("281", "J05AB01", "アシクロビル", None),
    "aspirin": ("1191", "B01AC06", "アスピリン", None),
    "apixaban": ("1364430", "B01AF02", "アピキサバン", None),
    "filgrastim": ("68442", "L03AA02", "フィルグラスチム", None),
    "plerixafor": ("733003", "L03AX16", "プレリキサホル", None),
    "calcium-carbonate": ("1897", "A12AA04", "炭酸カルシウム", None),
    "cholecalciferol": ("2418", "A11CC05", "コレカルシフェロール", None),
    "alfacalcidol": (None, "A11CC03", "アルファカルシドール", None),
}

# procedure: (system, code, text, Japanese text)
PROCEDURES = {
    "autologous-transplant": (SNOMED, "425983008", "Autologous peripheral blood stem cell transplantation", "自家末梢血幹細胞移植"),
    "stem-cell-harvest": (SNOMED, "418576007", "Harvesting of peripheral blood stem cells", "末梢血幹細胞採取"),
    "dental-examination": (SNOMED, "34043003", "Dental consultation and report", "歯科診察"),
    "car-t-infusion": (PROCEDURE_SYSTEM, "car-t-infusion", "CAR-T cell infusion", "CAR-T細胞輸注"),
    "leukapheresis": (PROCEDURE_SYSTEM, "leukapheresis", "Leukapheresis for CAR-T manufacture", "白血球アフェレーシス"),
}
