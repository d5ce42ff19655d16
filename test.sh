#!/usr/bin/env bash
# Installs what the tests need and runs all of them. Needs the .NET 10 SDK, bash and curl.
set -euo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
command -v dotnet >/dev/null || { echo "The .NET 10 SDK is needed: https://dotnet.microsoft.com/download" >&2; exit 1; }
command -v curl >/dev/null || { echo "curl is needed: the commands of the README are tests too." >&2; exit 1; }
dotnet restore Cds.sln
dotnet build Cds.sln --no-restore
dotnet test Cds.sln --no-build "$@"
