# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# Pieces of file systems for images.

# debian_root FOLDER PACKAGE...: the content of these Debian packages alone, unconfigured.
debian_root() {
  local folder=$1 packages=$1.packages package
  shift
  command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null \
    || die "images are made of Debian packages, and apt-get or dpkg-deb is missing here."
  mkdir -p "$folder" "$packages"
  (cd "$packages" && apt-get -qq -o APT::Sandbox::User=root download "$@")
  for package in "$packages"/*.deb; do
    dpkg-deb --extract "$package" "$folder"
  done
  rm -rf "$packages" "$folder"/usr/share/{doc,man,locale,lintian}
}

# inside ROOT COMMAND...: runs it with ROOT as the whole file system, without a network and without a trace.
inside() {
  local root=$1
  shift
  mkdir -p "$root/proc" "$root/dev"
  unshare --mount --pid --net --ipc --fork --kill-child -- bash -c '
    set -euo pipefail
    root=$1
    shift
    mount -t proc proc "$root/proc"
    mount -t tmpfs tmpfs "$root/dev"
    for device in null zero random urandom; do
      touch "$root/dev/$device"
      mount --bind "/dev/$device" "$root/dev/$device"
    done
    ip link set lo up
    exec env -i PATH=/usr/sbin:/usr/bin:/tmp HOME=/ chroot "$root" "$@"
  ' inside "$root" "$@"
  rmdir "$root/proc" "$root/dev"
}
