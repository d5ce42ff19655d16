"""A small builder of FHIR R4 bundles for synthetic patients."""
import copy

from . import codes as c


class Patient:
    """One synthetic patient; every call adds a resource. `japanese` uses JLAC10, YJ and ICD-10 where the others use LOINC, RxNorm and SNOMED CT."""

    def __init__(self, name, gender, birth_date, about, japanese=False):
        self.name, self.about, self.japanese, self.count = name, about, japanese, 0
        self.resources = [{"resourceType": "Patient", "id": name, "gender": gender, "birthDate": birth_date,
                           "name": [{"family": "試験" if japanese else "Sample", "given": ["花子" if gender == "female" else "太郎"] if japanese else ["Synthetic"]}]}]

    def copy(self, name, about):
        """The same history under another name."""
        other = copy.deepcopy(self)
        other.name, other.about = name, about
        other.resources[0]["id"] = name
        for resource in other.resources[1:]:
            resource["patient" if "patient" in resource else "subject"] = {"reference": f"Patient/{name}"}
        return other

    def add(self, resource_type, **members):
        self.count += 1
        subject = "patient" if resource_type == "AllergyIntolerance" else "subject"
        resource = {"resourceType": resource_type, "id": f"{resource_type.lower()}-{self.count}"}
        resource.update({k: v for k, v in members.items() if v is not None})
        resource.setdefault(subject, {"reference": f"Patient/{self.name}"})
        self.resources.append(resource)
        return resource

    def condition(self, condition, date, clinical="active", verification="confirmed", text=None, end=None):
        snomed, icd, english, japanese = c.CONDITIONS[condition]
        if self.japanese and icd:
            coding = [{"system": c.ICD10_JP, "code": icd.replace(".", "")}]
        else:
            coding = [{"system": c.SNOMED, "code": snomed}] if snomed else [{"system": c.ICD10, "code": icd}]
        return self.add("Condition", clinicalStatus=_status("condition-clinical", clinical), verificationStatus=_status("condition-ver-status", verification),
                        code={"coding": coding, "text": text or (japanese if self.japanese else english)},
                        onsetDateTime=date, abatementDateTime=end, recordedDate=date[:10])

    def observed(self, date, fact, **value):
        loinc, english, _, category, jlac, japanese = c.FACTS.get(fact, (None, fact, None, "survey", None, fact))  # else the project's own code
        coding = {"system": c.FACT_SYSTEM, "code": fact}
        if self.japanese and jlac:
            coding = {"system": c.JLAC10, "code": jlac}
        elif self.japanese and fact == "weight":
            coding = {"system": c.JP_BODY, "code": "31000296"}
        elif loinc:
            coding = {"system": c.LOINC, "code": loinc}
        code = {"coding": [coding], "text": japanese if self.japanese else english}
        return self.add("Observation", status="final", category=[{"coding": [{"system": c.CATEGORY, "code": category}]}], code=code,
                        effectiveDateTime=date, **value)

    def values(self, date, **values):
        """Numbers in the usual unit of each fact; `_` stands for `-`. A pair (number, unit) gives another unit."""
        for name, value in values.items():
            fact = name.replace("_", "-")
            number, unit = value if isinstance(value, tuple) else (value, c.FACTS[fact][2])
            comparator = None
            if isinstance(number, str):
                comparator, number = number.split(" ")
                number = float(number)
            quantity = {"value": number, "comparator": comparator, "unit": unit, "system": c.UCUM, "code": unit}
            self.observed(date, fact, valueQuantity={k: v for k, v in quantity.items() if v is not None})
        return self

    def found(self, date, *facts, present=True):
        for fact in facts:
            answer = {"coding": [{"system": c.SNOMED, "code": "10828004" if present else "260385009", "display": "Positive" if present else "Negative"}]}
            if fact in c.CYTOGENETICS:
                loinc, text, analyte = c.CYTOGENETICS[fact]
                coding = {"system": c.JLAC10, "code": analyte + "0000" + "046" + "841" + "11"} if self.japanese else {"system": c.LOINC, "code": loinc}
                self.add("Observation", status="final", category=[{"coding": [{"system": c.CATEGORY, "code": "laboratory"}]}],
                         code={"coding": [coding], "text": text}, effectiveDateTime=date, valueCodeableConcept=answer)
            else:
                self.observed(date, fact, valueCodeableConcept=answer)
        return self

    def absent(self, date, *facts):
        return self.found(date, *facts, present=False)

    def isotype(self, date, text):
        self.observed(date, "m-protein-isotype", valueCodeableConcept={"text": text})
        return self

    def said(self, date, fact, value):
        self.observed(date, fact, valueBoolean=value)
        return self

    def progressed(self, date):
        self.add("Observation", status="final", category=[{"coding": [{"system": c.CATEGORY, "code": "exam"}]}],
                 code={"coding": [{"system": c.LOINC, "code": "97509-4"}], "text": "Cancer disease progression"}, effectiveDateTime=date,
                 valueCodeableConcept={"coding": [{"system": c.SNOMED, "code": "271299001", "display": "Patient's condition worsened"}]})
        return self

    def medication(self, drug):
        rxnorm, atc, japanese, yj = c.DRUGS[drug]
        if self.japanese:
            coding = {"system": c.YJ, "code": yj} if yj else {"system": c.ATC, "code": atc}
        else:
            coding = {"system": c.RXNORM, "code": rxnorm} if rxnorm else {"system": c.ATC, "code": atc}
        return {"coding": [coding], "text": japanese if self.japanese else drug.replace("-", " ")}

    def took(self, start, end, *drugs, dose=None):
        """Drugs over a period; no end means still running."""
        for drug in drugs:
            period = {"start": start}
            if end:
                period["end"] = end
            self.add("MedicationStatement", status="completed" if end else "active", medicationCodeableConcept=self.medication(drug),
                     effectivePeriod=period, dosage=_dosage(dose))
        return self

    def ordered(self, date, drug, dose=None, status="active", **members):
        self.add("MedicationRequest", status=status, intent="order", medicationCodeableConcept=self.medication(drug), authoredOn=date,
                 dosageInstruction=_dosage(dose), **members)
        return self

    def given(self, date, drug, dose=None):
        dosage = {"dose": quantity(dose)} if dose else None
        self.add("MedicationAdministration", status="completed", medicationCodeableConcept=self.medication(drug), effectiveDateTime=date, dosage=dosage)
        return self

    def procedure(self, procedure, date):
        system, code, english, japanese = c.PROCEDURES[procedure]
        self.add("Procedure", status="completed", code={"coding": [{"system": system, "code": code}], "text": japanese if self.japanese else english},
                 performedDateTime=date)
        return self

    def allergy(self, drug, date):
        self.add("AllergyIntolerance", clinicalStatus=_status("allergyintolerance-clinical", "active"),
                 verificationStatus=_status("allergyintolerance-verification", "confirmed"), code=self.medication(drug), recordedDate=date)
        return self

    def bundle(self):
        return {"resourceType": "Bundle", "type": "collection", "entry": [
            {"fullUrl": f"https://ehr.example.org/fhir/{r['resourceType']}/{r['id']}", "resource": r} for r in self.resources]}


def _status(system, code):
    return {"coding": [{"system": f"http://terminology.hl7.org/CodeSystem/{system}", "code": code}]}


def quantity(dose):
    number, unit = dose.split(" ")
    return {"value": float(number) if "." in number else int(number), "unit": unit, "system": c.UCUM, "code": unit}


def _dosage(dose):
    return [{"text": dose, "doseAndRate": [{"doseQuantity": quantity(dose)}]}] if dose else None
