# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# The sample shop, in a namespace of its own. Uses kube, and what the two demos say differently: SHOP_LIMIT_SECONDS and
# SHOP_CONDITION.

# apply WHAT ARGUMENTS...: says how many objects it applied, not each of them.
apply() {
  local what=$1 applied
  shift
  applied=$(kube apply --server-side --force-conflicts --field-manager=demo "$@")
  say "$what: $(wc -l <<<"$applied") objects"
}

# namespace NAME: one in which only pods that pass the strictest of Kubernetes' standards may run.
namespace() {
  kube create namespace "$1" --dry-run=client --output=yaml \
    | kube label --local --filename=- --output=yaml pod-security.kubernetes.io/enforce=restricted \
    | apply "namespace $1" --filename=-
}

apply_shop() {
  apply "shop" --namespace=shop --filename="$ROOT/sample-services/manifests"
}

# wait_for_shop: until every resource has the condition that $SHOP_CONDITION names.
wait_for_shop() {
  local kind
  for kind in $KINDS; do
    say "waiting for every $kind to be $SHOP_CONDITION"
    kube --namespace=shop wait "$kind" --all --for="condition=$SHOP_CONDITION" --timeout="${SHOP_LIMIT_SECONDS}s" >/dev/null \
      || return 1
  done
}
