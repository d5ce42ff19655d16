#!/usr/bin/env python3
"""Writes tests/CdsHooks.Tests/Cases/Own from tools/samples/cases*.py. Run it from anywhere; files of cases that are gone are removed."""
import json
import pathlib

from samples import cases, cases_eligibility, cases_history  # noqa: F401  (they fill cases.ALL)

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "tests" / "CdsHooks.Tests" / "Cases" / "Own"


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("*.json"):
        old.unlink()
    for case in cases.ALL:
        path = FOLDER / f"{case['name']}.json"
        assert not path.exists(), f"two cases named {case['name']}"
        path.write_text(json.dumps(case, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


main()
