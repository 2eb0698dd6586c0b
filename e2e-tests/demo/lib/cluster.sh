# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# What is put into the demo's control plane.

SHOP_LIMIT_SECONDS=60

# kube ARGUMENTS...: kubectl as the administrator.
kube() {
  "$(program kubectl)" --kubeconfig="$STATE/kubeconfig/admin" "$@"
}

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

install_chart() {
  namespace atoll-system
  "$(program helm)" template atoll "$ROOT/helm/atoll" --namespace atoll-system --include-crds --set replicas=0 \
    | apply "chart" --filename=-
  say "the chart's Deployment has 0 replicas: without nodes, the operator runs as a local process, with the chart's rights"
  apply "IngressClass of Traefik" --filename="$ROOT/sample-services/manifests/platform"
  kube wait crd --all --for=condition=Established --timeout=30s >/dev/null
}

apply_shop() {
  namespace shop
  apply "shop" --namespace=shop --filename="$ROOT/sample-services/manifests"
}

# wait_for_shop: until the operator has made everything of it.
wait_for_shop() {
  local kind
  for kind in $KINDS; do
    say "waiting for every $kind to be Programmed"
    kube --namespace=shop wait "$kind" --all --for=condition=Programmed --timeout="${SHOP_LIMIT_SECONDS}s" >/dev/null \
      || return 1
  done
}
