#!/usr/bin/env python3
"""Puts a running service (Development, on this machine) under the load that docs/performance.md names, and prints resident memory and how long the probe took.

    tools/measure-bounds.py PORT PID
"""
import collections
import json
import resource
import socket
import sys
import threading
import time
import urllib.error
import urllib.request

PORT, PID = int(sys.argv[1]), int(sys.argv[2])
BASE = f"http://localhost:{PORT}"


def resident():
    with open(f"/proc/{PID}/status") as status:
        return next(int(line.split()[1]) // 1024 for line in status if line.startswith("VmRSS"))


def probe():
    started = time.time()
    with urllib.request.urlopen(BASE + "/health/live", timeout=30) as answer:
        answer.read()
    return time.time() - started


def body(size):
    entries = [{"resource": {"resourceType": "Patient", "id": "p1", "gender": "female", "birthDate": "1958-04-09"}}]
    used = 0
    while used < size:
        entries.append({"resource": {
            "resourceType": "Observation", "id": f"o{len(entries)}", "status": "final", "subject": {"reference": "Patient/p1"},
            "code": {"coding": [{"system": "http://loinc.org", "code": "718-7"}]}, "effectiveDateTime": "2026-10-01",
            "valueQuantity": {"value": 11.2, "unit": "g/dL", "system": "http://unitsofmeasure.org", "code": "g/dL"}, "note": [{"text": "n" * 100}]}})
        used += 470
    return json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries}).encode()


def post(data, results):
    started = time.time()
    request = urllib.request.Request(BASE + "/assessments?asOf=2026-11-20", data=data, headers={"Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=120) as answer:
            answer.read()
            status = answer.status
    except urllib.error.HTTPError as error:
        status = error.code
    except OSError:
        # Refused while it was still being sent.
        status = "closed"
    results.append((status, time.time() - started))


def main():
    resource.setrlimit(resource.RLIMIT_NOFILE, (4096, resource.getrlimit(resource.RLIMIT_NOFILE)[1]))
    print(f"start: {resident()} MB")
    idle = [socket.create_connection(("localhost", PORT)) for _ in range(1100)]
    time.sleep(1)
    print(f"1,100 idle connections: {resident()} MB")
    for connection in idle:
        connection.close()
    time.sleep(1)
    claims = [socket.create_connection(("localhost", PORT)) for _ in range(100)]
    for claim in claims:
        claim.sendall(b"POST /assessments HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9999999\r\n\r\n{")
    time.sleep(1)
    print(f"100 bodies of 10 MB claimed and not sent: {resident()} MB")
    for claim in claims:
        claim.close()
    data, results = body(9_600_000), []
    threads = [threading.Thread(target=post, args=(data, results)) for _ in range(50)]
    for thread in threads:
        thread.start()
    most, slowest = 0, 0.0
    while any(thread.is_alive() for thread in threads):
        most, slowest = max(most, resident()), max(slowest, probe())
        time.sleep(0.2)
    print(f"50 bodies of {len(data) // 1000} kB at once: at most {most} MB, slowest probe {slowest:.2f} s, slowest answer {max(time for _, time in results):.1f} s")
    print(collections.Counter(status for status, _ in results))


if __name__ == "__main__":
    main()
