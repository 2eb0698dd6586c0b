# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# The images that every node has from its start, under the names by which kubeadm and Kind ask for them.

# make_images ROOT FOLDER: archives in FOLDER; ROOT is the node's file system.
make_images() {
  local root=$1 folder=$2 image name source
  source=$(kind_source)/pkg/build/nodeimage/const_storage.go
  while read -r image; do
    name=${image##*/}
    name=${name%%:*}
    case $name in
      kube-proxy) make_nft_image "$folder/$name.tar" "$image" kube-proxy "$root" ;;
      coredns) make_program_image "$folder/$name.tar" "$image" coredns '{"Entrypoint": ["/usr/local/bin/coredns"]}' ;;
      # The one that containerd's configuration names is made below.
      pause) ;;
      *) make_program_image "$folder/$name.tar" "$image" "$name" ;;
    esac
  done < <("$root/usr/bin/kubeadm" config images list --kubernetes-version "$(version_of kubernetes)")
  image=$(sed -nE 's/^ *sandbox_image = "(.*)"$/\1/p' "$root/etc/containerd/config.toml" | grep .)
  make_program_image "$folder/pause.tar" "$image" node-pause '{"Entrypoint": ["/usr/local/bin/node-pause"]}'
  make_nft_image "$folder/network.tar" "atoll.dev/node-network:$(version_of node)" node-network "$root"
  make_program_image "$folder/provisioner.tar" "$(go_constant storageProvisionerImage "$source")" local-path-provisioner
  make_helper_image "$folder/helper.tar" "$(go_constant storageHelperImage "$source")" "$root"
}

# make_nft_image ARCHIVE NAME PROGRAM ROOT: a program and the nft that it runs, with what this is linked against.
make_nft_image() {
  local folder=$1.root root=$4 file
  rm -rf "$folder"
  mkdir -p "$folder/usr/local/bin"
  mkdir -m 1777 "$folder/tmp"
  install -m 755 "$(program "$3")" "$folder/usr/local/bin/"
  while read -r file; do
    install -D -m 755 "$root$file" "$folder$file"
  done < <(echo /usr/sbin/nft && chroot "$root" ldd /usr/sbin/nft | grep -oE '/[^ ]+')
  make_image "$1" "$2" "$folder"
  rm -rf "$folder"
}

# make_helper_image ARCHIVE NAME ROOT: what makes and removes the folders of volumes.
make_helper_image() {
  local folder=$1.root root=$3 name
  rm -rf "$folder"
  mkdir -p "$folder/bin"
  cp "$root/bin/busybox" "$folder/bin/"
  for name in sh mkdir rm; do
    ln -s busybox "$folder/bin/$name"
  done
  make_image "$1" "$2" "$folder"
  rm -rf "$folder"
}

# import_images ROOT ARCHIVES...: by the node's own containerd, into its data in ROOT.
import_images() {
  local root=$1 archive pid run=$1.containerd
  shift
  mkdir "$run"
  # Otherwise it makes a folder in /opt.
  printf 'version = 3\n[plugins."io.containerd.internal.v1.opt"]\npath = "%s/opt"\n' "$run" >"$run/config.toml"
  "$root/usr/local/bin/containerd" --config "$run/config.toml" --root "$root/var/lib/containerd" --state "$run/state" \
    --address "$run/socket" &
  pid=$!
  until "$root/usr/local/bin/ctr" --address "$run/socket" --connect-timeout 1s version >/dev/null 2>&1; do
    kill -0 $pid || return 1
  done
  for archive in "$@"; do
    "$root/usr/local/bin/ctr" --address "$run/socket" --namespace=k8s.io images import \
      --label=io.cri-containerd.pinned=pinned --all-platforms --no-unpack --digests "$archive"
  done
  kill $pid
  wait $pid || true
  rm -rf "$run"
}
