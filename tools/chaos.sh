#!/usr/bin/env bash
# The long run of chaos: 200,000 changed requests with fixed seeds, everything around the service failing at once, processes killed, disks filled, databases and instances restarted.
#   tools/chaos.sh [calls]
# Takes an hour or so; what CI runs of it takes minutes.
set -euo pipefail
cd "$(dirname "$0")/.."
export CDS_CHAOS_CALLS=${1:-200000}
exec ./test.sh --filter "FullyQualifiedName~Chaos|FullyQualifiedName~TwoInstance|FullyQualifiedName~KilledService|FullyQualifiedName~SqliteStore|FullyQualifiedName~PostgreSqlStore|FullyQualifiedName~KeySetTrouble|FullyQualifiedName~FaultTests|FullyQualifiedName~Robustness|FullyQualifiedName~StartFailure|FullyQualifiedName~ConfinedService"
