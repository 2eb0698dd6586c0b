# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# The images of the operator, the shop and its databases: made, and brought onto the nodes.

IMAGES=(operator postgresql:17 accounts inventory notifications orders payment)

# build_images: sets ARCHIVES, the archive of each image by its name.
declare -A ARCHIVES=()
build_images() {
  local archives index
  archives=$("$ROOT/e2e-tests/images/build-all" "${IMAGES[@]}")
  mapfile -t archives <<<"$archives"
  for index in "${!IMAGES[@]}"; do
    ARCHIVES[${IMAGES[index]}]=${archives[index]}
  done
}

# load_images: those that the nodes do not have yet. Sets CHANGED to the names of those that replace an earlier one.
load_images() {
  local name archive loaded=$STATE/demo/loaded archives=()
  CHANGED=()
  touch "$loaded"
  for name in "${!ARCHIVES[@]}"; do
    archive=${ARCHIVES[$name]}
    ! grep -qxF "$name $archive" "$loaded" || continue
    ! grep -q "^$name " "$loaded" || CHANGED+=("$name")
    archives+=("$archive")
  done
  [ ${#archives[@]} -gt 0 ] || return 0
  say "loading ${#archives[@]} images onto the nodes"
  "$CLUSTER/kind" load "${archives[@]}" --name "$NAME"
  for name in "${!ARCHIVES[@]}"; do
    echo "$name ${ARCHIVES[$name]}"
  done >"$loaded"
}

# restart_changed: an image that has another content under the same name reaches only new pods.
restart_changed() {
  local name
  for name in "${CHANGED[@]}"; do
    case $name in
      postgresql:*) say "PostgreSQL's image has changed; it is used where a pod of it starts anew" ;;
      operator) restart atoll-system deployment/atoll ;;
      *) restart shop "deployment/$name" ;;
    esac
  done
}

# restart NAMESPACE WORKLOAD
restart() {
  say "restarting $2, whose image has changed"
  kube --namespace="$1" rollout restart "$2" >/dev/null
  kube --namespace="$1" rollout status "$2" --timeout="${SHOP_LIMIT_SECONDS}s" >/dev/null
}
