#!/bin/sh
# The commands of the program by a short name: "./cds batch ..." in a copy of the repository (built when needed), or beside the published program.
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
[ -f "$here/Cds.CdsHooks.dll" ] && exec dotnet "$here/Cds.CdsHooks.dll" "$@"
exec dotnet run -c Release --project "$here/src/CdsHooks" -- "$@"
