# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# Where the programs of the test clusters are kept. Each program has one module folder beside this one, whose go.mod
# is the only place that says which version is meant.

# With CDPATH, cd could go elsewhere, and would say where.
unset CDPATH
CLUSTER=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/atoll

say() { echo "${0##*/}: $*" >&2; }

die() {
  say "$@"
  exit 1
}

# module_of PROGRAM: the wrapper module that builds it, also the name of its cache folder.
module_of() {
  case $1 in
    etcd | helm | coredns | local-path-provisioner | metrics-server | traefik | envoy-gateway | rate-limit) echo "$1" ;;
    node-*) echo node ;;
    kind) echo kind-tool ;;
    containerd | containerd-shim-runc-v2 | ctr) echo containerd ;;
    *) echo kubernetes ;;
  esac
}

# version_of MODULE: the version that the module's go.mod requires. The programs of our own have a checksum instead.
version_of() {
  local version
  if [ "$1" = node ]; then
    checksum < <(cd "$CLUSTER/node" && find . -type f | LC_ALL=C sort | xargs cat)
    return
  fi
  version=$(sed -nE 's#^require [^ ]+ (v[^ ]+)$#\1#p' "$CLUSTER/$1/go.mod")
  [ -n "$version" ] || die "$CLUSTER/$1/go.mod requires no version of $1 that could be read."
  echo "$version"
}

# checksum: of standard input, short enough for a name.
checksum() {
  sha256sum | cut -c 1-12
}

# cache_folder_of MODULE: programs are kept by version, so that a newer checkout does not disturb an older one.
cache_folder_of() {
  local version
  version=$(version_of "$1")
  echo "$CACHE/$1-$version"
}

# program PROGRAM: the path of the built program.
program() {
  local module folder
  module=$(module_of "$1")
  folder=$(cache_folder_of "$module")
  echo "$folder/$1"
}

# find_go MODULE: sets GO to the first Go that is new enough for the module.
find_go() {
  local wanted have found=none
  wanted=$(sed -nE 's/^go ([0-9]+\.[0-9]+).*/\1/p' "$CLUSTER/$1/go.mod")
  for GO in "$(command -v go || true)" /usr/local/go/bin/go "$HOME"/go/bin/go "$HOME"/sdk/go*/bin/go; do
    [ -x "$GO" ] || continue
    have=$(cd "$CLUSTER/$1" && "$GO" env GOVERSION 2>/dev/null | sed -E 's/^go//') || true
    found="$GO, which is ${have:-too old}"
    [ "$(printf '%s\n' "$wanted" "${have:-0}" | sort -V | head -n 1)" != "$wanted" ] || return 0
  done
  die "Go $wanted or newer is needed to build the cluster's programs; found: $found." \
    "Install it from https://go.dev/dl, put it on the PATH and run this again."
}

# module_source MODULE VERSION: the folder of a Go module's source in the module cache, downloaded if need be.
module_source() {
  find_go kind-tool
  (cd / && GOFLAGS=-mod=mod GO111MODULE=on "$GO" mod download -json "$1@$2") \
    | sed -nE 's/^[[:space:]]*"Dir": "(.*)",?$/\1/p' | grep . \
    || die "the source of $1 $2 could not be downloaded."
}

check_machine() {
  local tool
  [ -d /proc/self ] || die "the control plane needs Linux (its processes are found in /proc)."
  for tool in openssl flock setsid; do
    command -v "$tool" >/dev/null || die "'$tool' is missing; on Debian: apt-get install openssl util-linux"
  done
}
