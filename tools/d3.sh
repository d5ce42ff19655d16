#!/usr/bin/env bash
# Brings the published file of a version of D3 into the companion, and says what NOTICE has to say of it.
#   tools/d3.sh 7.9.2
# Needs npm.
set -euo pipefail
root="$(cd "$(dirname "$0")/.." && pwd)"
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
(cd "$folder" && npm pack --silent "d3@$1" >/dev/null && tar xzf "d3-$1.tgz" package/dist/d3.min.js package/LICENSE)
cp "$folder/package/dist/d3.min.js" "$root/src/CdsHooks/Companion/Files/d3.min.js"
cat "$folder/package/LICENSE"
echo "D3 $1, SHA-256 $(sha256sum "$root/src/CdsHooks/Companion/Files/d3.min.js" | cut -d' ' -f1)"
