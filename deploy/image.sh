#!/usr/bin/env bash
# Builds the container image with the .NET SDK alone (no Docker daemon), compiled ahead for a quick start.
#   deploy/image.sh myeloma-cds.tar.gz             an archive for "docker load", "podman load" or "ctr image import"
#   deploy/image.sh registry.example.org 0.1.0     pushed to a registry as myeloma-cds:0.1.0
# Further arguments go to dotnet publish, for example -p:ContainerBaseImage=mirror.example.org/dotnet/aspnet:10.0-noble-chiseled-extra.
set -euo pipefail
cd "$(dirname "$0")/.."
caller=${OLDPWD:-$PWD}
target=${1:?"usage: deploy/image.sh <archive.tar.gz> | <registry> <tag>"}
shift
case $target in
  *.tar.gz) where=(-p:ContainerArchiveOutputPath="$(cd "$caller" && realpath -m "$target")") ;;
  *) where=(-p:ContainerRegistry="$target" -p:ContainerImageTag="${1:?"a tag"}"); shift ;;
esac
# A lock file of its own: that of the repository knows no runtime identifier.
exec dotnet publish src/CdsHooks -c Release --os linux --arch "${ARCH:-x64}" --self-contained false /t:PublishContainer \
  -p:PublishReadyToRun=true -p:NuGetLockFilePath=obj/image.lock.json -p:RestoreLockedMode=false "${where[@]}" "$@"
