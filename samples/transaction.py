#!/usr/bin/env python3
"""Prints a sample as a transaction that any FHIR R4 server takes: every resource is put under an id of its own that no other sample has.

    python3 samples/transaction.py samples/poems.json

The Patient keeps the name of the sample as its id. Other ids are made from sample, type and id, so that loading twice changes nothing.
"""
import json
import pathlib
import sys
import uuid

NAMESPACE = uuid.UUID("6f2d1c54-7d0a-5b8e-9a41-0c6b7d3e2f10")


def transaction(path):
    bundle = json.loads(path.read_text(encoding="utf-8"))
    resources = [entry["resource"] for entry in bundle["entry"]]
    journey = path.parent.name == "journeys"
    ids = {}
    for resource in resources:
        kind, old = resource["resourceType"], resource["id"]
        is_patient = kind == "Patient"
        ids[f"{kind}/{old}"] = ("journey-" if journey else "") + path.stem if is_patient else str(uuid.uuid5(NAMESPACE, f"{path.parent.name}/{path.stem}/{kind}/{old}"))
    for resource in resources:
        resource["id"] = ids[f"{resource['resourceType']}/{resource['id']}"]
    return {
        "resourceType": "Bundle",
        "type": "transaction",
        "entry": [
            {
                "fullUrl": f"urn:uuid:{uuid.uuid5(NAMESPACE, resource['resourceType'] + '/' + resource['id'])}",
                "resource": renamed(resource, ids),
                "request": {"method": "PUT", "url": f"{resource['resourceType']}/{resource['id']}"},
            }
            for resource in resources
        ],
    }


def renamed(value, ids):
    """The same with every reference to a resource of the sample under its new id."""
    if isinstance(value, list):
        return [renamed(item, ids) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key: f"{inner.split('/')[0]}/{ids[inner]}" if key == "reference" and inner in ids else renamed(inner, ids)
        for key, inner in value.items()
    }


if __name__ == "__main__":
    json.dump(transaction(pathlib.Path(sys.argv[1]).resolve()), sys.stdout, ensure_ascii=False)
