#!/usr/bin/env bash
# Installs what the tests need and runs all of them. Needs the .NET 10 SDK, Node 20 or newer, PostgreSQL, nginx, Chromium and fonts
# for Japanese (installed on Debian when absent and run as root), Python 3, bash and curl.
set -euo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
command -v dotnet >/dev/null || { echo "The .NET 10 SDK is needed: https://dotnet.microsoft.com/download" >&2; exit 1; }
command -v npm >/dev/null || { echo "Node 20 or newer with npm is needed: the tests start a FHIR server." >&2; exit 1; }
command -v python3 >/dev/null || { echo "Python 3 is needed: a test holds the value sets against their tables." >&2; exit 1; }
command -v curl >/dev/null || { echo "curl is needed: the commands of the README are tests too." >&2; exit 1; }

# A FHIR server and a PostgreSQL server that the tests talk to; without this variable tests that need them are skipped.
export CDS_TESTS_COMPLETE=1
tests/prepare/third-party-fhir-server.sh
tests/prepare/nginx.sh
tests/prepare/chromium.sh
started=$(tests/prepare/postgresql.sh start)
eval "$started"
trap 'tests/prepare/postgresql.sh stop' EXIT

dotnet restore Cds.sln
# As it is published: what a debugger wants costs the tests a third of their time.
dotnet build Cds.sln -c Release --no-restore
# The longest of them, CdsHooks.Tests, stands first in Cds.sln: the others run beside it.
dotnet test Cds.sln -c Release --no-build "$@"
