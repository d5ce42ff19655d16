#!/usr/bin/env bash
# Measures the whole service under load beside the floor (FloorHost), with wrk (Debian package wrk): 8 connections, bodies small, typical and large.
#   benchmarks/load.sh [seconds per measurement, 10] [port, 6150]
# The service has the environment that its container has (Cds.CdsHooks.csproj, ContainerEnvironmentVariable).
# Prints for each body requests per second, p50 and p99 of both, and the share of the floor that the service reaches.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-10} port=${2:-6150}
dotnet build -c Release benchmarks -v q --nologo
host=benchmarks/bin/Release/net10.0/Benchmarks.dll
work=$(mktemp -d)
service='' floor=''
trap 'kill $service $floor 2>/dev/null || true; rm -rf "$work"' EXIT
dotnet "$host" bodies "$work"
cat > "$work/post.lua" <<'LUA'
local file = io.open(os.getenv("BODY"), "rb")
wrk.method, wrk.body, wrk.headers["Content-Type"] = "POST", file:read("*a"), "application/json"
LUA
dotnet "$host" floor $((port + 1)) & floor=$!
(cd src/CdsHooks && DOTNET_GCgen0size=0x2000000 ASPNETCORE_ENVIRONMENT=Development Logging__LogLevel__Default=Warning exec dotnet "${SERVICE:-bin/Release/net10.0/Cds.CdsHooks.dll}" \
  --Cds:Url=http://localhost:"$port" --Cds:Store:Folder="$work" >/dev/null) & service=$!
until curl -sf "http://localhost:$port/health/ready" >/dev/null; do sleep 0.2; done

measure() { # address -> "requests/s p50 p99"; one run before, so that code is compiled
  wrk -t1 -c8 -d10s -s "$work/post.lua" "$1" >/dev/null
  wrk -t1 -c8 -d"${seconds}s" --latency -s "$work/post.lua" "$1" > "$work/out"
  if grep -q "Non-2xx" "$work/out"; then cat "$work/out" >&2; exit 1; fi
  awk '/Requests\/sec/ { r = $2 } $1 == "50%" { m = $2 } $1 == "99%" { n = $2 } END { print r, m, n }' "$work/out"
}

printf '%-8s %9s | %10s %9s %9s | %10s %9s %9s | %s\n' body bytes floor/s p50 p99 service/s p50 p99 share
for body in small typical large; do
  export BODY="$work/$body.json"
  read -r fr f50 f99 <<< "$(measure "http://localhost:$((port + 1))/floor")"
  read -r sr s50 s99 <<< "$(measure "http://localhost:$port/cds-services/myeloma-patient-view?asOf=2026-11-20")"
  printf '%-8s %9s | %10s %9s %9s | %10s %9s %9s | %s\n' $body "$(stat -c %s "$BODY")" "$fr" "$f50" "$f99" "$sr" "$s50" "$s99" "$(awk "BEGIN { printf \"%.3f\", $sr / $fr }")"
done
