#!/usr/bin/env python3
"""Writes samples/*.json, samples/journeys/*.json and samples/requests from the descriptions in tools/samples. Run it from anywhere; it changes nothing else."""
import argparse
import datetime
import json
import pathlib
import re
import urllib.parse

from samples import journeys, patients, patients_today
from samples.bundle import quantity

ROOT = pathlib.Path(__file__).resolve().parent.parent / "samples"
AS_OF = datetime.date(2026, 11, 20)

# The prefetch templates that the service publishes, as approved for its tests.
DISCOVERY = ROOT.parent / "tests" / "CdsHooks.Tests" / "Approved" / "discovery.json"


def write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def templates():
    services = json.loads(DISCOVERY.read_text(encoding="utf-8"))["services"]
    return next(service["prefetch"] for service in services if service["hook"] == "patient-view")


def answers(template, resource):
    """Whether a search of the template's shape (type and code tokens) finds the resource."""
    resource_type, _, query = template.partition("?")
    if resource["resourceType"] != resource_type:
        return False
    tokens = dict(urllib.parse.parse_qsl(query)).get("code")
    if tokens is None:
        return True
    wanted = {tuple(token.split("|")) for token in tokens.split(",")}
    codings = resource["code"].get("coding", [])
    return any((c["system"], c["code"]) in wanted or (c["system"], "") in wanted for c in codings)


def request(hook, patient, **context):
    prefetch = {"patient": patient.resources[0]}
    for key, template in templates().items():
        if key != "patient":
            entries = [e for e in patient.bundle()["entry"] if answers(template, e["resource"])]
            prefetch[key] = {"resourceType": "Bundle", "type": "searchset", "total": len(entries)} | ({"entry": entries} if entries else {})
    return {
        "hook": hook,
        "hookInstance": "0d7c7a0e-2b1f-4a55-9a3c-5b7d3f0c6c11",
        "context": {"userId": "Practitioner/haematologist-1", "patientId": patient.name} | context,
        "prefetch": prefetch,
    }


def order_request(hook, patient, drug, dose, **timing):
    """A call while an order for the drug is written."""
    draft = {
        "resourceType": "MedicationRequest", "id": "draft-1", "status": "draft", "intent": "order", "medicationCodeableConcept": patient.medication(drug),
        "subject": {"reference": f"Patient/{patient.name}"},
        "dosageInstruction": [{"timing": {"repeat": timing}, "doseAndRate": [{"doseQuantity": quantity(dose)}]}],
    }
    context = {"draftOrders": {"resourceType": "Bundle", "type": "collection", "entry": [{"fullUrl": "https://ehr.example.org/fhir/MedicationRequest/draft-1", "resource": draft}]}}
    if hook == "order-select":
        context["selections"] = ["MedicationRequest/draft-1"]
    return request(hook, patient, **context)


def to_today(content):
    """Every date moved by as many days as the samples are away from today."""
    days = datetime.date.today() - AS_OF

    def moved(match):
        return (datetime.date.fromisoformat(match.group()) + days).isoformat()

    return json.loads(re.sub(r"\b\d{4}-\d\d-\d\d(?=[T\"])", moved, json.dumps(content)))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--today", metavar="FOLDER", type=pathlib.Path, help="write the same patients as they would be seen today, into a folder of yours")
    folder = parser.parse_args().today
    root, dated = (folder, to_today) if folder else (ROOT, lambda content: content)
    for build in patients.ALL + patients_today.ALL:
        patient = build()
        write(root / f"{patient.name}.json", dated(patient.bundle()))
    for name, build in journeys.ALL:
        write(root / "journeys" / f"{name}.json", dated(build().bundle()))
    write(root / "requests" / "patient-view.json", dated(request("patient-view", patients.newly_diagnosed_transplant_eligible())))
    write(root / "requests" / "order-select.json", dated(order_request(
        "order-select", patients.lenalidomide_refractory(), "lenalidomide", "25 mg", frequency=1, period=1, periodUnit="d")))
    write(root / "requests" / "order-sign.json", dated(order_request(
        "order-sign", patients.interstitial_lung_disease(), "bortezomib", "2.2 mg", frequency=1, period=7, periodUnit="d")))


main()
