#!/usr/bin/env bash
# Takes pictures of the companion in both languages, light and dark, at 360, 1280 and 1920 px (pages.json lists them), and puts those that the documents show into docs/images.
#   tools/companion-screenshots/take.sh http://localhost:5080 [FOLDER]     of a service that runs
# Needs Node 20, Chromium and fonts for Japanese (tests/prepare/chromium.sh).
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
folder="${2:-$(mktemp -d)}"
mkdir -p "$folder"
(cd "$here" && npm ci --no-audit --no-fund --silent)
node "$here/take.mjs" "$1" "$folder"
for shown in companion-en-1920 companion-ja-1280-dark; do cp "$folder/$shown.jpg" "$here/../../docs/images/$shown.jpg"; done
