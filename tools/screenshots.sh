#!/usr/bin/env bash
# Makes the pictures of the README: start page, cards and the page of a rule, in both languages, at 360, 1280 and 1920 px, with headless Chromium.
#   tools/screenshots.sh                        all of them, into docs/images (those that the README shows) and a folder for looking (the rest)
#   tools/screenshots.sh http://localhost:5080  of a service that runs already
# Needs Chromium and fonts for Japanese (tests/prepare/chromium.sh). LOOK sets the folder for looking.
set -euo pipefail
root="$(cd "$(dirname "$0")/.." && pwd)"
look="${LOOK:-$(mktemp -d)}"
images="$root/docs/images"
mkdir -p "$look" "$images"
if [ $# -ge 1 ]; then
  url="${1%/}"
else
  url="http://localhost:${PORT:-6139}"
  dotnet build -c Release -v q --nologo "$root/src/CdsHooks" >&2
  (cd "$root/src/CdsHooks" && ASPNETCORE_ENVIRONMENT=Development exec dotnet bin/Release/net10.0/Cds.CdsHooks.dll --Cds:Url="$url") >"$look/service.log" 2>&1 &
  service=$!
  trap 'kill "$service"' EXIT
  for _ in $(seq 120); do curl -sf "$url/health/ready" >/dev/null && break; sleep 1; done
fi
curl -sf "$url/health/ready" >/dev/null || { echo "no service at $url; see $look/service.log" >&2; exit 1; }

# name, path, width, height
shoot() {
  chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor=1 --virtual-time-budget=3000 \
    --user-data-dir="$look/profile" --window-size="$3,$4" --screenshot="$look/$1.png" "$url$2" >/dev/null 2>&1
  echo "$look/$1.png"
}
patient=car-t-cytokine-release
new=newly-diagnosed-transplant-eligible
rule=prophylaxis.herpes-zoster
for lang in en ja; do
  for width in 360 1280 1920; do
    shoot "start-$lang-$width" "/?lang=$lang" "$width" 900
    shoot "card-$lang-$width" "/try?sample=$patient&lang=$lang" "$width" 1000
    shoot "new-$lang-$width" "/try?sample=$new&lang=$lang" "$width" 1400
    shoot "rule-$lang-$width" "/knowledge/rules/$rule?lang=$lang" "$width" 1000
  done
done
for shown in card-en-1280 card-ja-360 rule-ja-1280; do cp "$look/$shown.png" "$images/$shown.png"; done
# Pictures that are too heavy for a page of text are a fault of this script.
find "$images" -name '*.png' -size +300k -print -quit | grep -q . && { echo "a picture has more than 300 kB" >&2; exit 1; }
ls -l "$images"
