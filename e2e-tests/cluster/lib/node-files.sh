# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# What a Debian file system needs to be a Kind node, but for the images in it. The steps follow the Dockerfile of Kind's
# base image.

# kind_source: the folder of Kind's source.
kind_source() {
  module_source sigs.k8s.io/kind "$(version_of kind-tool)"
}

# install_kind_files ROOT
install_kind_files() {
  local root=$1 files
  files=$(kind_source)/images/base/files
  step "adding the files of Kind's base image"
  # The module cache is read-only, so modes are set here as Kind's Dockerfile sets them.
  cp -r --no-preserve=mode,ownership "$files/." "$root/"
  chmod 755 "$root"/usr/local/bin/* "$root/kind" "$root/kind/bin" "$root"/kind/bin/*
  install -m 755 "$CLUSTER/node-image/crictl" "$root/usr/local/bin/crictl"
  rm -f "$root"/lib/systemd/system/sysinit.target.wants/systemd-tmpfiles-setup.service \
    "$root"/lib/systemd/system/{multi-user,local-fs,basic}.target.wants/* "$root"/etc/systemd/system/*.wants/* \
    "$root"/lib/systemd/system/sockets.target.wants/*{udev,initctl}*
  echo "ReadKMsg=no" >>"$root/etc/systemd/journald.conf"
  ln -sf /usr/lib/systemd/systemd "$root/sbin/init"
  chroot "$root" systemctl enable kubelet.service containerd.service undo-mount-hacks.service
  chroot "$root" systemctl mask systemd-binfmt.service
  mkdir -p "$root/etc/kubernetes/manifests" "$root/opt/cni/bin"
  cp "$root"/usr/lib/cni/{host-local,loopback,ptp,portmap} "$root/opt/cni/bin/"
  # Without CAP_SYS_RESOURCE nobody may make a process less likely to be killed than it is, and no container starts.
  sed -i 's/restrict_oom_score_adj = false/restrict_oom_score_adj = true/' "$root/etc/containerd/config.toml"
}

# install_programs ROOT PROGRAMS...: where the units of Kind look for them.
install_programs() {
  local root=$1 name folder
  shift
  step "adding Kubernetes and containerd"
  for name in "$@"; do
    case $name in
      kube*) folder=/usr/bin ;;
      *) folder=/usr/local/bin ;;
    esac
    install -m 755 "$(program "$name")" "$root$folder/$name"
  done
  version_of kubernetes | tr -d '\n' >"$root/kind/version"
  # As in Kind's Dockerfile: every container gets the machine's made-up identity, and no limits of its own.
  "$root/usr/local/bin/ctr" oci spec \
    | jq '.hooks.createContainer += [{path: "/kind/bin/mount-product-files.sh"}] | del(.process.rlimits)' \
      >"$root/etc/containerd/cri-base.json"
}

# write_manifests ROOT: what Kind applies to a new cluster.
write_manifests() {
  local root=$1 source
  source=$(kind_source)/pkg/build/nodeimage/const_storage.go
  mkdir -p "$root/kind/manifests"
  sed "s#\(atoll.dev/node-network\):VERSION#\1:$(version_of node)#" "$CLUSTER/node-image/network.yaml" \
    >"$root/kind/manifests/default-cni.yaml"
  storage_manifest "$source" >"$root/kind/manifests/default-storage.yaml"
}

# storage_manifest GO-FILE: the text of a constant, into which two others are put.
storage_manifest() {
  # shellcheck disable=SC2016 # the backquotes are Go's
  sed -n '/^const defaultStorageManifest = `/,/^`/p' "$1" | sed -e '1d' -e '/^`/d' \
    -e "s#\` + storageProvisionerImage + \`#$(go_constant storageProvisionerImage "$1")#" \
    -e "s#\` + storageHelperImage + \`#$(go_constant storageHelperImage "$1")#"
}

# go_constant NAME GO-FILE
go_constant() {
  sed -nE "s/^const $1 = \"(.*)\"$/\1/p" "$2" | grep .
}
