# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# Where the programs of the control plane are kept. Each program has one module folder beside this one, whose go.mod
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
    etcd | helm) echo "$1" ;;
    *) echo kubernetes ;;
  esac
}

# version_of MODULE: the version that the module's go.mod requires.
version_of() {
  local version
  version=$(sed -nE 's#^require [^ ]+ (v[^ ]+)$#\1#p' "$CLUSTER/$1/go.mod")
  [ -n "$version" ] || die "$CLUSTER/$1/go.mod requires no version of $1 that could be read."
  echo "$version"
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

check_machine() {
  local tool
  [ -d /proc/self ] || die "the control plane needs Linux (its processes are found in /proc)."
  for tool in openssl flock setsid; do
    command -v "$tool" >/dev/null || die "'$tool' is missing; on Debian: apt-get install openssl util-linux"
  done
}
