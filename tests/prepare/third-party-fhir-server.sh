#!/bin/sh
# Installs the FHIR server that the tests of FHIR access start. Needs node and npm.
set -eu
cd "$(dirname "$0")/../third-party-fhir-server"
npm ci --no-audit --no-fund --silent
