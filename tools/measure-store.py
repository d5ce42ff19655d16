#!/usr/bin/env python3
"""Measures the service on a store of a million records: start, memory, summary, and hooks while ten summaries are asked for.

    tools/measure-store.py src/CdsHooks/bin/Release/net10.0 [PORT]

Fills a SQLite file in a temporary folder with 500,000 audit records of two cards and 500,000 feedback entries over three years, then starts the service on
it. Needs about 1 GB of disk and some minutes. The figures are those of docs/performance.md.
"""
import concurrent.futures
import json
import os
import pathlib
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
import uuid

RECORDS = 500_000
RULES = [f"measured.rule-{number}" for number in range(60)]
REASONS = ["contraindicated", "patient-declined", "already-ordered", None]
REPOSITORY = pathlib.Path(__file__).resolve().parent.parent


def moment(number):
    """A moment of the three years before 2026-11, spread evenly."""
    year, rest = divmod(number * 35 // RECORDS + 11, 12)
    return f"{2023 + year}-{rest + 1:02}-{number % 28 + 1:02}T{number % 24:02}:15:30.000000Z"


def fill(path):
    connection = sqlite3.connect(path)
    connection.execute("pragma synchronous=off")
    audits, cards, feedback, outcomes = [], [], [], []
    for number in range(RECORDS):
        record, time_of, shown = str(uuid.uuid4()), moment(number), [str(uuid.uuid4()), str(uuid.uuid4())]
        patient, user = f"patient-{number // 10:017}", f"user-{number % 500:017}"
        audits.append((record, time_of, "https://ehr.example.org", "myeloma-patient-view", "patient-view", str(uuid.uuid4()), "cards", "0.1.0", 12.5, patient, user, "[]"))
        cards += [(card, record, time_of[:7], RULES[(number + place) % len(RULES)], "warning") for place, card in enumerate(shown)]
        accepted, reason = number % 3 == 0, None if number % 3 == 0 else REASONS[number % len(REASONS)]
        rule = RULES[number % len(RULES)]
        feedback.append((uuid.uuid4().hex + uuid.uuid4().hex, time_of, "https://ehr.example.org", "myeloma-patient-view", shown[0], accepted, time_of, time_of[:7], "[]", "urn:reasons" if reason else None,
                         reason, "A comment of some forty characters, about.", rule, "warning", patient, user, reason == "patient-declined", False))
        outcomes.append((shown[0], rule, time_of[:7], accepted, time_of))
        if len(audits) == 20_000 or number == RECORDS - 1:
            connection.executemany("insert into cds_audit (record, time, client, service, hook, hook_instance, outcome, knowledge_version, milliseconds, patient, clinician, kept_back) values (?,?,?,?,?,?,?,?,?,?,?,?)", audits)
            connection.executemany("insert into cds_card (uuid, record, month, rule, indicator) values (?,?,?,?,?)", cards)
            connection.executemany("insert into cds_feedback (identity, received, client, service, card, accepted, time, month, suggestions, reason_system, reason_code, comment, rule, indicator, patient, clinician, lasting, until_changed) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", feedback)
            connection.executemany("insert into cds_outcome (card, rule, month, accepted, time) values (?,?,?,?,?)", outcomes)
            connection.commit()
            audits, cards, feedback, outcomes = [], [], [], []
    connection.execute("pragma wal_checkpoint(truncate)")
    connection.close()


def start(program, port, folder):
    # Retention would remove a third of the records while they are measured.
    process = subprocess.Popen(
        ["dotnet", "Cds.CdsHooks.dll", f"--Cds:Url=http://localhost:{port}", f"--Cds:Store:Folder={folder}", "--Cds:Store:AuditRetention=36500.00:00:00"],
        cwd=program, env={**os.environ, "ASPNETCORE_ENVIRONMENT": "Development"}, stdout=subprocess.DEVNULL)
    started = time.monotonic()
    while True:
        try:
            call(port, "/health/ready")
            return process, time.monotonic() - started
        except OSError:
            time.sleep(0.01)


def call(port, path, body=None):
    request = urllib.request.Request(f"http://localhost:{port}{path}", body, {"Content-Type": "application/json"})
    started = time.monotonic()
    with urllib.request.urlopen(request, timeout=120) as answer:
        content = answer.read()
    return time.monotonic() - started, content


def figures(process):
    status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    times = pathlib.Path(f"/proc/{process.pid}/stat").read_text().rsplit(")", 1)[1].split()
    resident = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))
    return resident / 1024, (int(times[11]) + int(times[12])) / os.sysconf("SC_CLK_TCK")


def stop(process):
    process.terminate()
    process.wait()


def main():
    program, port = os.path.abspath(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 5250
    folder = tempfile.mkdtemp(prefix="cds-measure-")
    hook = (REPOSITORY / "samples/requests/patient-view.json").read_bytes()
    try:
        process, empty = start(program, port, folder)
        call(port, "/cds-services/myeloma-patient-view", hook)
        memory_empty, cpu_empty = figures(process)
        stop(process)
        fill(os.path.join(folder, "records.db"))
        print(f"file: {os.path.getsize(os.path.join(folder, 'records.db')) / 1e6:.0f} MB")
        process, full = start(program, port, folder)
        first, _ = call(port, "/cds-services/myeloma-patient-view", hook)
        memory, cpu = figures(process)
        print(f"start until ready: empty {empty:.2f} s, full {full:.2f} s; processor time until the first card: empty {cpu_empty:.2f} s, full {cpu:.2f} s; first card after {first:.2f} s")
        print(f"resident after the first card: empty {memory_empty:.0f} MB, full {memory:.0f} MB")
        summaries = []
        for _ in range(5):
            _, before = figures(process)
            seconds, content = call(port, "/feedback/summary")
            summaries.append((seconds, figures(process)[1] - before))
        print(f"summary: {', '.join(f'{seconds:.2f}' for seconds, _ in summaries)} s (processor time {', '.join(f'{used:.2f}' for _, used in summaries)} s), "
              f"{len(json.loads(content)['rules'])} rules, {len(content)} bytes")
        alone = [call(port, "/cds-services/myeloma-patient-view", hook)[0] for _ in range(20)]
        with concurrent.futures.ThreadPoolExecutor(10) as pool:
            asked = [pool.submit(call, port, "/feedback/summary") for _ in range(10)]
            beside = [call(port, "/cds-services/myeloma-patient-view", hook)[0] for _ in range(20)]
            longest = max(answer.result()[0] for answer in asked)
        print(f"hook: median {statistics.median(alone) * 1000:.0f} ms, longest {max(alone) * 1000:.0f} ms; beside ten summaries {statistics.median(beside) * 1000:.0f} ms, "
              f"longest {max(beside) * 1000:.0f} ms; slowest of the ten summaries {longest:.2f} s")
        print(f"resident at the end: {figures(process)[0]:.0f} MB")
        stop(process)
    finally:
        shutil.rmtree(folder)


main()
