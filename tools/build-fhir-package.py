#!/usr/bin/env python3
"""Writes the FHIR package in fhir-profiles: code systems and the concept map from the knowledge content, and the artefacts that say what
the service reads. Run by hand after the vocabulary changed (needs PyYAML); a test fails while the two differ.

    python3 tools/build-fhir-package.py
"""
import json
import pathlib
import re

import yaml

ROOT = pathlib.Path(__file__).resolve().parent.parent
CONTENT = ROOT / "src" / "Knowledge" / "Content"
OUT = ROOT / "fhir-profiles"
BASE = "https://myeloma-cds.example.org/fhir"
LOINC = "http://loinc.org"
SNOMED = "http://snomed.info/sct"
UCUM = "http://unitsofmeasure.org"
VERSION = yaml.safe_load((CONTENT / "knowledge-base.yaml").read_text(encoding="utf-8"))["version"]


def write(folder, resource):
    path = OUT / folder / f"{resource['id']}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(resource, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def canonical(resource_type, id_, title, description, /, **members):
    name = "".join(part.capitalize() for part in id_.split("-"))
    return {"resourceType": resource_type, "id": id_, "url": f"{BASE}/{resource_type}/{id_}", "version": VERSION, "name": name, "title": title, "status": "active",
            "experimental": False, "description": description, **members}


def entries(path, key):
    return [item for file in [CONTENT / path, *sorted(CONTENT.glob(f"modules/*/{path}"))] for item in yaml.safe_load(file.read_text(encoding="utf-8"))[key]]


def folder(name, key):
    return [item for path in [*sorted((CONTENT / name).glob("*.yaml")), *sorted(CONTENT.glob(f"modules/*/{name}/*.yaml"))] for item in (yaml.safe_load(path.read_text(encoding="utf-8")).get(key) or [])]


def concept(item):
    return {"code": item["id"], "display": item["title"]["en"], "designation": [{"language": "ja", "value": item["title"]["ja"]}]}


LIMITS = {limit["id"]: str(limit["value"]) for limit in folder("computations", "limits")}
SPELT = {"d": (" days", "日"), "mo": (" months", "か月"), "a": (" years", "年")}


def filled(title):
    """A title with the limits that it names ({fast-rise-within}) in words, as the service shows it."""
    def text(name, language):
        number, _, unit = LIMITS[name].partition(" ")
        en, ja = SPELT.get(unit, (" " + unit if unit else "", unit))
        return number + (en if language == "en" else ja)
    return {language: re.sub(r"\{([^{}]+)\}", lambda m: text(m.group(1), language), words) for language, words in title.items()}


FACTS = [fact | {"title": filled(fact["title"])} for fact in folder("facts", "facts")]
SYSTEMS = {
    "fact": ("Facts", "Facts that an Observation or a component may be coded with.", FACTS),
    "condition": ("Conditions", "Conditions that rules ask about.", entries("conditions.yaml", "conditions")),
    "procedure": ("Procedures", "Procedures that rules ask about.", entries("procedures.yaml", "procedures")),
    "drug": ("Drugs", "Drugs that rules ask about.", folder("drugs", "drugs")),
    "action": ("Actions", "Examinations and other actions that can be requested.", entries("actions.yaml", "actions")),
}
TOPICS = ["staging", "risk", "response", "regimen", "prophylaxis", "bone-disease", "eligibility", "workup", "safety"]
ANSWERS = {"positive": "陽性", "negative": "陰性", "indeterminate": "判定保留"}


def code_systems():
    for id_, (title, description, items) in SYSTEMS.items():
        write("codesystems", canonical("CodeSystem", id_, title, description, caseSensitive=True, content="complete", count=len(items), concept=[concept(i) for i in items]))
    for fact in FACTS:
        if (fact["id"], "choice") in QUESTIONS:
            write("codesystems", canonical("CodeSystem", fact["id"], fact["title"]["en"], f"Values of the fact {fact['id']}.", caseSensitive=True, content="complete",
                                           count=len(fact["codes"]), concept=[{"code": c, "display": c} for c in fact["codes"]]))
    write("codesystems", canonical("CodeSystem", "card-topic", "Card topics", "Topics of cards (source.topic).", caseSensitive=True, content="complete", count=len(TOPICS),
                                   concept=[{"code": t, "display": t.replace("-", " ")} for t in TOPICS]))
    write("codesystems", canonical("CodeSystem", "answer", "Answers", "Answers of qualitative tests.", caseSensitive=True, content="complete", count=len(ANSWERS),
                                   concept=[{"code": c, "display": c, "designation": [{"language": "ja", "value": ja}]} for c, ja in ANSWERS.items()]))


def concept_map():
    groups = {}
    for fact in FACTS:
        if "order" in fact:
            groups.setdefault(fact["order"]["system"], []).append(
                {"code": fact["id"], "target": [{"code": str(fact["order"]["code"]), "equivalence": "equivalent"}]})
    write("conceptmaps", canonical("ConceptMap", "fact-to-order", "Facts to order codes", "The code under which a missing fact is requested.",
                                   sourceUri=f"{BASE}/CodeSystem/fact",
                                   group=[{"source": f"{BASE}/CodeSystem/fact", "target": system, "element": elements} for system, elements in groups.items()]))


def profile(id_, type_, title, description, elements):
    base = f"http://hl7.org/fhir/StructureDefinition/{type_}"
    differential = [{"id": type_, "path": type_, "short": title}]
    for path, members in elements:
        differential.append({"id": f"{type_}.{path}", "path": f"{type_}.{path}", **members})
    write("structuredefinitions", canonical("StructureDefinition", id_, title, description, fhirVersion="4.0.1", kind="resource", abstract=False, type=type_,
                                            baseDefinition=base, derivation="constraint", differential={"element": differential}))


def extension(id_, title, description, value_types, contexts):
    write("structuredefinitions", canonical("StructureDefinition", id_, title, description, fhirVersion="4.0.1", kind="complex-type", abstract=False,
                                            context=[{"type": "element", "expression": c} for c in contexts], type="Extension",
                                            baseDefinition="http://hl7.org/fhir/StructureDefinition/Extension", derivation="constraint", differential={"element": [
                                                {"id": "Extension", "path": "Extension", "short": title, "definition": description},
                                                {"id": "Extension.url", "path": "Extension.url", "fixedUri": f"{BASE}/StructureDefinition/{id_}"},
                                                {"id": "Extension.value[x]", "path": "Extension.value[x]", "min": 1, "type": [{"code": t} for t in value_types]}]}))


def complex_extension(id_, title, description, parts, contexts):
    """An extension whose parts are extensions: name, cardinality, type and what it means."""
    element = [{"id": "Extension", "path": "Extension", "short": title, "definition": description},
               {"id": "Extension.extension", "path": "Extension.extension", "slicing": {"discriminator": [{"type": "value", "path": "url"}], "rules": "closed"}, "min": 1}]
    for name, least, most, type_, short in parts:
        at = f"Extension.extension:{name}"
        element += [{"id": at, "path": "Extension.extension", "sliceName": name, "short": short, "min": least, "max": most},
                    {"id": f"{at}.extension", "path": "Extension.extension.extension", "max": "0"},
                    {"id": f"{at}.url", "path": "Extension.extension.url", "fixedUri": name},
                    {"id": f"{at}.value[x]", "path": "Extension.extension.value[x]", "min": 1, "type": [{"code": type_}]}]
    element += [{"id": "Extension.url", "path": "Extension.url", "fixedUri": f"{BASE}/StructureDefinition/{id_}"},
                {"id": "Extension.value[x]", "path": "Extension.value[x]", "max": "0"}]
    write("structuredefinitions", canonical("StructureDefinition", id_, title, description, fhirVersion="4.0.1", kind="complex-type", abstract=False,
                                            context=[{"type": "element", "expression": c} for c in contexts], type="Extension",
                                            baseDefinition="http://hl7.org/fhir/StructureDefinition/Extension", derivation="constraint", differential={"element": element}))


def binding(value_set, strength="extensible"):
    return {"strength": strength, "valueSet": f"{BASE}/ValueSet/{value_set}"}


PATIENT = ("subject", {"min": 1, "mustSupport": True})
WHEN = ("effective[x]", {"min": 1, "mustSupport": True, "short": "When it was observed; without a date the result cannot be placed and is not used"})


def quantity(unit):
    return ("value[x]", {"type": [{"code": "Quantity"}], "mustSupport": True, "short": f"In a unit that converts to {unit}; without a unit the value is not used"})


def profiles():
    profile("myeloma-condition", "Condition", "Plasma-cell disorder", "A diagnosis as the service reads it: confirmed, with its onset.", [
        ("clinicalStatus", {"mustSupport": True, "short": "inactive, remission and resolved are history"}),
        ("verificationStatus", {"mustSupport": True, "short": "Only confirmed diagnoses count; a missing status counts as confirmed"}),
        ("code", {"min": 1, "mustSupport": True, "binding": binding("condition-multiple-myeloma", "example")}),
        PATIENT, ("onset[x]", {"mustSupport": True}), ("recordedDate", {"mustSupport": True})])
    profile("cytogenetic-observation", "Observation", "Cytogenetic abnormality", "One abnormality with a positive or negative answer, alone or as a component of a FISH panel.", [
        ("status", {"mustSupport": True}), ("code", {"min": 1, "mustSupport": True}), PATIENT, WHEN,
        ("value[x]", {"mustSupport": True, "short": "Positive or negative answer; percent of cells; ISCN text under a FISH or karyotype code"}),
        ("component", {"mustSupport": True})])
    profile("m-protein", "Observation", "Serum M-protein", "Amount of the monoclonal protein in serum.", [
        ("code", {"min": 1, "mustSupport": True, "binding": binding("fact-m-protein-serum", "required")}), PATIENT, WHEN, quantity("g/dL")])
    profile("free-light-chain", "Observation", "Serum free light chain", "Kappa or lambda free light chain in serum.", [
        ("code", {"min": 1, "mustSupport": True}), PATIENT, WHEN, quantity("mg/L"), ("referenceRange", {"mustSupport": True})])
    profile("marrow-plasma-cells", "Observation", "Bone marrow plasma cells", "Share of plasma cells in the bone marrow.", [
        ("code", {"min": 1, "mustSupport": True, "binding": binding("fact-marrow-plasma-cells", "required")}), PATIENT, WHEN, quantity("%")])
    profile("disease-status", "Observation", "Disease status and response", "Progression and response as mCODE codes them; words of IMWG are read too.", [
        ("code", {"min": 1, "mustSupport": True, "binding": binding("fact-disease-status", "required")}), PATIENT, WHEN, ("value[x]", {"mustSupport": True})])
    drug_records = ["MedicationRequest", "MedicationStatement", "MedicationAdministration", "MedicationDispense"]
    extension("refractory-status", "Refractory status",
              "On a record of a drug: the disease is refractory to it (true). It counts without a recorded progression; false changes nothing.", ["boolean"], drug_records)
    extension("therapy-line-number", "Line of therapy",
              "On a record of a drug: the line of therapy that it belongs to, from 1, as the treating team counts. It wins over the rules for lines.", ["positiveInt"], drug_records)
    complex_extension("days-of-cycle", "Days of the cycle",
                      "On the timing of a draft order: the days of a cycle on which a dose is given. Day 1 is the first; before a transplant the days are negative.", [
                          ("cycle", 0, "1", "positiveInt", "The cycle that the order is for, from 1"),
                          ("day", 1, "*", "integer", "A day on which a dose is given")], ["Timing"])
    system = ("system", 1, "1", "uri", "The code system")
    complex_extension("recognised-prefix", "Codes recognised by their beginning",
                      "On the compose of a value set of this project: codes of the system that begin like this are recognised as well, also those that are not listed.", [
                          system, ("prefix", 1, "1", "string", "The beginning, with or without the dot")], ["ValueSet.compose"])
    complex_extension("recognised-laboratory-code", "Laboratory codes recognised by their parts",
                      "On the compose of a value set of this project: codes of the system are recognised as well when each named part has one of its values. Parts that are "
                      "not named do not matter.", [
                          system, ("analyte", 1, "1", "string", "Digits 1 to 5"), ("identification", 0, "*", "string", "Digits 6 to 9"),
                          ("material", 0, "*", "string", "Digits 10 to 12"), ("excluded-material", 0, "*", "string", "Digits 10 to 12 that it must not have"),
                          ("method", 0, "*", "string", "Digits 13 to 15"), ("result", 0, "*", "string", "Digits 16 and 17; a code without them stands for the quantity itself (01)")],
                      ["ValueSet.compose"])
    profile("fact-observation", "Observation", "Fact without a standard code", "Any fact, coded with the project's own code system.", [
        ("code", {"min": 1, "mustSupport": True, "short": f"A code of {BASE}/CodeSystem/fact"}), PATIENT, WHEN,
        ("value[x]", {"mustSupport": True, "short": "Quantity, integer, boolean, CodeableConcept or string, as fits the fact"})])


QUESTIONS = [
    ("bone-lesions", "integer"), ("mri-focal-lesions", "integer"), ("extramedullary-disease", "boolean"), ("neuropathy-grade", "integer"), ("ecog", "integer"), ("frailty", "choice"),
    ("venous-thromboembolism-history", "boolean"), ("dental-check", "date"), ("transplant-intent", "boolean"),
]


def questionnaire():
    titles = {i["id"]: i["title"] for i in FACTS} | {i["id"]: i["title"] for i in entries("conditions.yaml", "conditions")}
    codes = {i["id"]: i.get("codes") for i in FACTS}
    items = []
    for id_, kind in QUESTIONS:
        text = titles[id_]
        item = {"linkId": id_, "text": text["en"], "_text": {"extension": [{"url": "http://hl7.org/fhir/StructureDefinition/translation", "extension": [
            {"url": "lang", "valueCode": "ja"}, {"url": "content", "valueString": text["ja"]}]}]}, "type": kind}
        if kind == "choice":
            item["answerOption"] = [{"valueCoding": {"system": f"{BASE}/CodeSystem/{id_}", "code": c, "display": c}} for c in codes[id_]]
        items.append(item)
    write("questionnaires", canonical("Questionnaire", "myeloma-findings", "Findings that records usually lack",
                                      "Link ids are ids of facts and conditions; answers are read from QuestionnaireResponse resources.", subjectType=["Patient"], item=items))


def capability_statement():
    types = ["Patient", "Condition", "Observation", "MedicationRequest", "MedicationStatement", "MedicationAdministration", "MedicationDispense", "Medication", "Procedure",
             "AllergyIntolerance", "DiagnosticReport", "QuestionnaireResponse"]
    write("capabilitystatements", canonical("CapabilityStatement", "ehr-requirements", "What the service asks of a FHIR server",
                                            "Reads and searches by patient that the prefetch templates need.", date="2026-11-21", kind="requirements", fhirVersion="4.0.1", format=["json"],
                                            rest=[{"mode": "server", "resource": [
                                                {"type": t, "interaction": [{"code": "read"}] + ([] if t in ("Patient", "Medication") else [{"code": "search-type"}]),
                                                 **({} if t in ("Patient", "Medication") else {"searchParam": [{"name": "patient", "type": "reference"}]})} for t in types]}]))


def example(id_, resource):
    write("examples", {"resourceType": resource.pop("resourceType"), "id": id_, **resource})


def coded(system, code, text=None):
    return {"coding": [{"system": system, "code": code}], **({"text": text} if text else {})}


def examples():
    subject = {"reference": "Patient/example-patient"}

    def observation(id_, profile_id, code, **value):
        example(id_, {"resourceType": "Observation", "meta": {"profile": [f"{BASE}/StructureDefinition/{profile_id}"]}, "status": "final", "code": code, "subject": subject, **{"effectiveDateTime": "2026-11-10", **value}})

    def amount(value, unit):
        return {"value": value, "unit": unit, "system": UCUM, "code": unit}

    example("example-patient", {"resourceType": "Patient", "gender": "female", "birthDate": "1970-03-02"})
    example("example-condition", {
        "resourceType": "Condition", "meta": {"profile": [f"{BASE}/StructureDefinition/myeloma-condition"]},
        "clinicalStatus": coded("http://terminology.hl7.org/CodeSystem/condition-clinical", "active"),
        "verificationStatus": coded("http://terminology.hl7.org/CodeSystem/condition-ver-status", "confirmed"),
        "code": coded(SNOMED, "109989006", "多発性骨髄腫"), "subject": subject, "onsetDateTime": "2026-11-01", "recordedDate": "2026-11-02"})
    observation("example-m-protein", "m-protein", coded(LOINC, "33358-3"), valueQuantity=amount(3.2, "g/dL"))
    observation("example-free-kappa", "free-light-chain", coded(LOINC, "36916-5"), valueQuantity=amount(320, "mg/L"),
                referenceRange=[{"low": amount(3.3, "mg/L"), "high": amount(19.4, "mg/L")}])
    observation("example-marrow", "marrow-plasma-cells", coded(LOINC, "11118-7"), valueQuantity=amount(45, "%"))
    observation("example-cytogenetics", "cytogenetic-observation", coded(LOINC, "62367-8"), component=[
        {"code": coded(LOINC, "72726-3"), "valueCodeableConcept": coded(LOINC, "LA9633-4")}, {"code": coded(LOINC, "81746-0"), "valueCodeableConcept": coded(SNOMED, "260415000")}])
    observation("example-progression", "disease-status", coded(LOINC, "97509-4"), valueCodeableConcept=coded(SNOMED, "271299001"))
    observation("example-response", "disease-status", coded(LOINC, "97509-4"), effectiveDateTime="2025-06-10", valueCodeableConcept={"text": "VGPR"})
    observation("example-line-of-therapy", "fact-observation", coded(f"{BASE}/CodeSystem/fact", "recorded-line-of-therapy"), valueInteger=2)
    observation("example-bone-lesions", "fact-observation", coded(f"{BASE}/CodeSystem/fact", "bone-lesions"), valueInteger=2)
    example("example-answers", {"resourceType": "QuestionnaireResponse", "questionnaire": f"{BASE}/Questionnaire/myeloma-findings", "status": "completed", "subject": subject,
                                "authored": "2026-11-10", "item": [{"linkId": "transplant-intent", "answer": [{"valueBoolean": True}]},
                                                                   {"linkId": "dental-check", "answer": [{"valueDate": "2026-10-30"}]},
                                                                   {"linkId": "venous-thromboembolism-history", "answer": [{"valueBoolean": True}]}]})
    example("example-refractory", {"resourceType": "MedicationStatement", "status": "completed", "subject": subject,
                                   "extension": [{"url": f"{BASE}/StructureDefinition/refractory-status", "valueBoolean": True},
                                                 {"url": f"{BASE}/StructureDefinition/therapy-line-number", "valuePositiveInt": 1}],
                                   "medicationCodeableConcept": coded("http://www.nlm.nih.gov/research/umls/rxnorm", "342369"),
                                   "effectivePeriod": {"start": "2025-01-06", "end": "2026-08-31"}})
    example("example-order", {"resourceType": "MedicationRequest", "status": "active", "intent": "order", "subject": subject, "authoredOn": "2026-11-05",
                              "medicationCodeableConcept": coded("http://www.nlm.nih.gov/research/umls/rxnorm", "358258"),
                              "dosageInstruction": [{"timing": {"repeat": {"frequency": 1, "period": 1, "periodUnit": "wk"}}, "doseAndRate": [{"doseQuantity": amount(1.3, "mg/m2")}]}]})

    example("example-draft", {"resourceType": "MedicationRequest", "status": "draft", "intent": "proposal", "subject": subject,
                              "medicationCodeableConcept": coded("http://www.nlm.nih.gov/research/umls/rxnorm", "358258", "bortezomib"),
                              "dosageInstruction": [{
                                  "text": "bortezomib 1.3 mg/m2, cycle 1: days 1, 4, 8, 11 of a 21-day cycle (= 2.1 mg at 1.6 m2)",
                                  "timing": {"extension": [{"url": f"{BASE}/StructureDefinition/days-of-cycle", "extension": [
                                      {"url": "cycle", "valuePositiveInt": 1}, *[{"url": "day", "valueInteger": d} for d in (1, 4, 8, 11)]]}],
                                      "repeat": {"boundsDuration": amount(21, "d"), "frequency": 4, "period": 21, "periodUnit": "d"},
                                      "code": {"text": "cycle 1: days 1, 4, 8, 11 of a 21-day cycle"}},
                                  "doseAndRate": [{"doseQuantity": amount(2.1, "mg")}]}]})


def package():
    (OUT / "package.json").write_text(json.dumps({
        "name": "org.myeloma-cds.fhir", "version": VERSION, "canonical": BASE, "url": BASE, "title": "Myeloma CDS: what is read and written", "type": "IG", "license": "Apache-2.0",
        "description": "Code systems, value sets, profiles and examples of the myeloma decision support service.", "fhirVersions": ["4.0.1"],
        "dependencies": {"hl7.fhir.r4.core": "4.0.1"}, "author": "Myeloma CDS contributors"}, indent=2) + "\n", encoding="utf-8")
    resources = []
    for path in sorted(OUT.glob("*/*.json")):
        resource = json.loads(path.read_text(encoding="utf-8"))
        if resource["resourceType"] == "ImplementationGuide":
            continue
        resources.append({"reference": {"reference": f"{resource['resourceType']}/{resource['id']}"}, **({"exampleBoolean": True} if path.parent.name == "examples" else {})})
    write("implementationguide", canonical("ImplementationGuide", "org.myeloma-cds.fhir", "Myeloma CDS", "What the service reads and what it writes.", packageId="org.myeloma-cds.fhir",
                                           license="Apache-2.0", fhirVersion=["4.0.1"], definition={"resource": resources}) | {"name": "MyelomaCds"})


if __name__ == "__main__":
    code_systems()
    concept_map()
    profiles()
    questionnaire()
    capability_statement()
    examples()
    package()
