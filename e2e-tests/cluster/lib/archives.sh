# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# Archives of images, as "docker save" writes them.

# join_archives JOINED ARCHIVE...: one archive of all their images, in which a layer that several of them have is once.
join_archives() {
  local joined=$1 work=$1.joining archive
  shift
  rm -rf "$work"
  mkdir "$work"
  for archive in "$@"; do
    # Of what differs between archives, only the list of images is of use.
    tar --extract --directory="$work" --exclude=index.json --exclude=oci-layout --exclude=repositories --file="$archive" \
      && jq --compact-output '.[]' "$work/manifest.json" >>"$work/images" \
      || die "$archive is no archive of images as 'docker save' writes them."
  done
  jq --slurp --compact-output . "$work/images" >"$work/manifest.json"
  rm "$work/images"
  tar --create --directory="$work" --file="$joined" .
  rm -rf "$work"
}
