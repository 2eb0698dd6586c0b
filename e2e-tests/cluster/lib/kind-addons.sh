# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# What is put into a new Kind cluster, out of the folder that build-addons makes.

# install_addons FOLDER
install_addons() {
  local folder=$1 log=$STATE/logs/addons.log
  say "installing the gateway and the metrics server"
  apply_all "$folder/crds"
  load_images "$folder"/images/*.tar
  kube wait crd --all --for=condition=Established --timeout=60s >>"$log"
  apply_all "$folder/manifests"
}

# apply_all FOLDER
apply_all() {
  kube apply --server-side --force-conflicts --field-manager=kind --filename "$1" >>"$STATE/logs/addons.log" \
    || die "what is in $1 could not be applied, see above."
}
