#!/bin/sh
# Installs Chromium and fonts for Japanese, in which the tests open the pages. Nothing is started.
set -eu
command -v chromium >/dev/null && fc-list :lang=ja | grep -q . || { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk fontconfig; } >&2
