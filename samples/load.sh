#!/usr/bin/env bash
# Loads the sample patients into a FHIR R4 server, one transaction a patient; loading again changes nothing. Needs curl and Python 3.
#   samples/load.sh http://localhost:8080/fhir                     all samples
#   samples/load.sh http://localhost:8080/fhir samples/poems.json  those named
# FHIR_TOKEN, if set, is sent as a bearer token.
set -euo pipefail
[ $# -ge 1 ] || { sed -n '2,5s/^# \{0,1\}//p' "$0" >&2; exit 2; }
here="$(cd "$(dirname "$0")" && pwd)"
server="${1%/}"
shift
if [ $# -eq 0 ]; then set -- "$here"/*.json "$here"/journeys/*.json; fi
answer="$(mktemp)"
trap 'rm -f "$answer"' EXIT
for file in "$@"; do
  status=$(python3 "$here/transaction.py" "$file" | curl -sS -o "$answer" -w '%{http_code}' -X POST -H 'Content-Type: application/fhir+json' \
    ${FHIR_TOKEN:+-H "Authorization: Bearer $FHIR_TOKEN"} --data-binary @- "$server")
  case "$status" in
    200) ;;
    *) echo "$file: $status" >&2; head -c 2000 "$answer" >&2; echo >&2; exit 1 ;;
  esac
  # A server may answer 200 for the whole and refuse an entry.
  python3 - "$answer" "$file" <<'PYTHON'
import json, sys
answer = json.load(open(sys.argv[1], encoding="utf-8"))
refused = [entry for entry in answer.get("entry", []) if not str(entry.get("response", {}).get("status", "")).startswith("2")]
if refused:
    sys.exit(f"{sys.argv[2]}: {len(refused)} entries refused, the first: {json.dumps(refused[0], ensure_ascii=False)[:1000]}")
print(f"{sys.argv[2]}: {len(answer.get('entry', []))} resources")
PYTHON
done
