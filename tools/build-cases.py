#!/usr/bin/env python3
"""Writes tests/CdsHooks.Tests/Cases/Own from tools/samples/cases*.py. Run it from anywhere; files of cases that are gone are removed."""
import json
import pathlib

from samples import cases, cases_eligibility, cases_history, cases_modules, cases_regimens  # noqa: F401  (they fill cases.ALL)

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "tests" / "CdsHooks.Tests" / "Cases" / "Own"


def text_of(case):
    """The case as JSON, one resource a line: a whole patient stays readable on a page."""
    head = json.dumps({key: value for key, value in case.items() if key != "bundle"}, ensure_ascii=False, indent=1)
    entries = ",\n".join("   " + json.dumps(entry, ensure_ascii=False) for entry in case["bundle"]["entry"])
    return head[:-2] + ',\n "bundle": { "resourceType": "Bundle", "type": "collection", "entry": [\n' + entries + "\n ] }\n}\n"


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("*.json"):
        old.unlink()
    for case in cases.ALL:
        path = FOLDER / f"{case['name']}.json"
        assert not path.exists(), f"two cases named {case['name']}"
        path.write_text(text_of(case), encoding="utf-8")


main()
