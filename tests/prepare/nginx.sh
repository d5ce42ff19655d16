#!/bin/sh
# Installs nginx, which the tests put in front of two instances. Nothing is started.
set -eu
command -v nginx >/dev/null || [ -x /usr/sbin/nginx ] || { apt-get update -qq && apt-get install -y -qq --no-install-recommends nginx-light; } >&2
