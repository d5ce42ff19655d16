#!/usr/bin/env python3
"""Writes samples/*.json and samples/requests from the descriptions in tools/samples. Run it from anywhere; it changes nothing else."""
import json
import pathlib

from samples import patients

ROOT = pathlib.Path(__file__).resolve().parent.parent / "samples"

# Prefetch keys as the discovery document of the service lists them.
PREFETCH = {
    "conditions": "Condition", "observations": "Observation", "medicationRequests": "MedicationRequest", "medicationStatements": "MedicationStatement",
    "medicationAdministrations": "MedicationAdministration", "medicationDispenses": "MedicationDispense", "procedures": "Procedure",
    "allergies": "AllergyIntolerance",
}


def write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def searchset(patient, resource_type):
    entries = [e for e in patient.bundle()["entry"] if e["resource"]["resourceType"] == resource_type]
    return {"resourceType": "Bundle", "type": "searchset", "total": len(entries), "entry": entries} if entries else {
        "resourceType": "Bundle", "type": "searchset", "total": 0}


def patient_view(patient):
    prefetch = {"patient": patient.resources[0]}
    prefetch.update({key: searchset(patient, resource_type) for key, resource_type in PREFETCH.items()})
    return {
        "hook": "patient-view",
        "hookInstance": "0d7c7a0e-2b1f-4a55-9a3c-5b7d3f0c6c11",
        "context": {"userId": "Practitioner/haematologist-1", "patientId": patient.name},
        "prefetch": prefetch,
    }


def main():
    for build in patients.ALL:
        patient = build()
        write(ROOT / f"{patient.name}.json", patient.bundle())
    write(ROOT / "requests" / "patient-view.json", patient_view(patients.newly_diagnosed_transplant_eligible()))


main()
