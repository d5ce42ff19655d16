#!/usr/bin/env bash
# Measures batch over synthetic patients and prints the tables of docs/performance.md ("Many patients at once").
#   tools/measure-batch.sh [patients, 100000] [folder for work, a temporary one]
# Needs a quiet machine of two cores, PostgreSQL (tests/prepare/postgresql.sh), GNU time, for 100,000 patients some 25 GB of disk and half an hour.
set -euo pipefail
cd "$(dirname "$0")/.."
patients=${1:-100000}
work=${2:-$(mktemp -d)}
as_of=2026-11-20
workers=() started=
trap 'for worker in "${workers[@]}"; do kill "$worker" 2>/dev/null || true; done; [ -z "$started" ] || tests/prepare/postgresql.sh stop 2>/dev/null; rm -rf "$work"' EXIT
mkdir -p "$work/shared"
dotnet build -c Release benchmarks -v q --nologo
program=$PWD/src/CdsHooks/bin/Release/net10.0/Cds.CdsHooks.dll

cds() { (cd src/CdsHooks && PWD=$work DOTNET_gcServer=0 exec dotnet "$program" "$@"); }

# timed FILE ARGUMENTS...: "clock processor resident-kB" into FILE
timed() { local file=$1; shift; (cd src/CdsHooks && PWD=$work exec /usr/bin/time -o "$file" -f '%e %U %S %M' dotnet "$program" "$@" 2>/dev/null) || [ $? -eq 1 ]; awk 'END { print $1, $2 + $3, $4 }' "$file" > "$file.sum"; mv "$file.sum" "$file"; }

cds synthesize "$patients" --seed 7 --as-of $as_of --output "$work/all.ndjson"
cds synthesize "$patients" --seed 7 --as-of $as_of --bulk "$work/export"
head -n 1 "$work/all.ndjson" > "$work/one.ndjson"
echo "$patients patients, $(cat "$work"/export/*.ndjson | wc -l) resources, $(stat -c %s "$work/all.ndjson") bytes; $(nproc) cores, load $(cut -d' ' -f1-3 /proc/loadavg)"
echo
timed "$work/start" batch --input "$work/one.ndjson" --output "$work/out.ndjson" --as-of $as_of --parallel 2
read -r start_clock start_busy _ < "$work/start"
echo "start with one patient: $start_clock s clock, $start_busy s processor time"
echo
echo '| `batch --parallel 2` | clock | processor time | a patient, without the start | patients a second | resident, at most |'
echo '|---|---|---|---|---|---|'
row() { # name count file
  read -r clock busy resident < "$3"
  awk -v n="$1" -v c="$2" -v t="$clock" -v b="$busy" -v r="$resident" -v s="$start_busy" 'BEGIN { printf "| %s | %.1f s | %.1f s | %.2f ms | %.0f | %.0f MB |\n", n, t, b, (b - s) * 1000 / c, c / t, r / 1024 }'
}
for count in $((patients / 100)) $((patients / 10)) "$patients"; do
  head -n "$count" "$work/all.ndjson" > "$work/some.ndjson"
  timed "$work/bundles" batch --input "$work/some.ndjson" --output "$work/out.ndjson" --as-of $as_of --parallel 2
  row "$count patients, Bundles" "$count" "$work/bundles"
done
timed "$work/bulk" batch --input "$work/export" --output "$work/out-export.ndjson" --as-of $as_of --parallel 2
row "$patients patients, export, grouping included" "$patients" "$work/bulk"
rm -f "$work/out-export.ndjson"
timed "$work/register" batch --input "$work/some.ndjson" --output none --as-of $as_of --parallel 2 --report "$work/report.html" --worklist "$work/due.csv" --tables "$work/tables"
row "$patients patients, report, worklist and tables" "$patients" "$work/register"
echo
memory=$(dotnet benchmarks/bin/Release/net10.0/Benchmarks.dll memory "$work/all.ndjson" 2)
echo "in memory, Bundle bytes to assessment bytes, two at a time: $memory"
rate=$(sed 's/.* patients, \([0-9.]*\) a second.*/\1/' <<< "$memory")
for kind in bundles bulk; do
  read -r clock _ < "$work/$kind"
  awk -v k=$kind -v c="$patients" -v t="$clock" -v r="$rate" 'BEGIN { printf "share of it, %s: %.2f (wanted 0.6)\n", k, c / t / r }'
done
rm -f "$work/out.ndjson"

echo
if [ -z "${CDS_TEST_POSTGRES:-}" ]; then
  eval "$(tests/prepare/postgresql.sh start)"
  started=yes
fi
queue() { # number of workers
  workers=()
  for _ in $(seq "$1"); do
    (cd src/CdsHooks && exec dotnet "$program" worker --shared "$work/shared" --parallel 1 "--Cds:Store:PostgreSql=$CDS_TEST_POSTGRES" 2>> "$work/workers.log" >&2) & workers+=($!)
  done
  until [ "$(grep -c 'Waiting for partitions' "$work/workers.log" || true)" -ge "$2" ]; do sleep 0.2; done
  timed "$work/queue-$1" batch --queue --shared "$work/shared" "--Cds:Store:PostgreSql=$CDS_TEST_POSTGRES" --input "$work/all.ndjson" --output "$work/queued.ndjson" --as-of $as_of
  kill -TERM "${workers[@]}"
  wait "${workers[@]}" || true
  [ "$(wc -l < "$work/queued.ndjson")" -eq "$patients" ] || { echo "not every patient was answered" >&2; exit 1; }
  rm -f "$work/queued.ndjson"
}
: > "$work/workers.log"
queue 1 1
queue 2 3
read -r one _ < "$work/queue-1"
read -r two _ < "$work/queue-2"
awk -v a="$one" -v b="$two" 'BEGIN { printf "one worker --parallel 1: %.1f s, two: %.1f s, %.2f times (wanted 1.7)\n", a, b, a / b }'

echo
echo '| bad input among 100 patients | exit code | answered | error lines | said |'
echo '|---|---|---|---|---|'
bad() { # name input [arguments]
  local code=0
  cds batch --input "$2" --output "$work/bad.out" --as-of $as_of "${@:3}" 2>/dev/null || code=$?
  printf '| %s | %s | %s | %s | %s |\n' "$1" $code "$(grep -vc '^{"error":' "$work/bad.out" || true)" "$(grep -c '^{"error":' "$work/bad.out" || true)" "$(grep -m1 '^{"error":' "$work/bad.out" | cut -c1-140 || true)"
}
bundles=$work/hundred.ndjson
head -n 100 "$work/all.ndjson" > "$bundles"
gzip -c "$bundles" | head -c $(($(gzip -c "$bundles" | wc -c) * 8 / 10)) > "$work/cut.ndjson.gz"
bad 'gzip cut off at four fifths' "$work/cut.ndjson.gz"
{ head -n 50 "$bundles"; head -c 50000000 /dev/zero | tr '\0' x; echo; tail -n 50 "$bundles"; } > "$work/long.ndjson"
bad 'a line of 50 MB' "$work/long.ndjson"
{ cat "$bundles"; echo '{"resourceType":"Observation","id":"o","status":"final"}'; echo '[]'; } > "$work/mixed.ndjson"
bad 'other things among Bundles' "$work/mixed.ndjson"
cds synthesize 100 --seed 7 --as-of $as_of --bulk "$work/small"
head -n 1 "$bundles" >> "$work/small/Observation.ndjson"
bad 'a Bundle in an export' "$work/small"
cds synthesize 100 --seed 7 --as-of $as_of --bulk "$work/small"
head -n 1 "$work/small/Patient.ndjson" >> "$work/small/Patient.ndjson"
bad 'a Patient twice in an export' "$work/small"
{ cat "$bundles"; head -n 2 "$bundles"; } > "$work/twice.ndjson"
bad 'two patients twice' "$work/twice.ndjson" --report "$work/report.html"
grep -o '[0-9]* patient ids come more than once' "$work/report.html"
sed 's/"medicationCodeableConcept":\({"coding":\[[^]]*\][^}]*}\)/"medication":{"concept":\1}/g' "$bundles" > "$work/r5.ndjson"
bad 'medication of R5' "$work/r5.ndjson"
