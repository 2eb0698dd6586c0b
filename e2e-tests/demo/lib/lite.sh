# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# What is particular to a control plane without nodes.

SHOP_LIMIT_SECONDS=60
# What every resource is waited for: without pods, none can be Ready.
SHOP_CONDITION=Programmed

# kube ARGUMENTS...: kubectl as the administrator.
kube() {
  "$(program kubectl)" --kubeconfig="$STATE/kubeconfig/admin" "$@"
}

install_chart() {
  namespace atoll-system
  "$(program helm)" template atoll "$ROOT/helm/atoll" --namespace atoll-system --include-crds --set replicas=0 \
    | apply "chart" --filename=-
  say "the chart's Deployment has 0 replicas: without nodes, the operator runs as a local process, with the chart's rights"
  apply "APIs of gateways" --filename="$ROOT/e2e-tests/src/test/resources/optional-apis"
  kube wait crd --all --for=condition=Established --timeout=30s >/dev/null
  namespace traefik
  apply "Traefik's classes and its Gateway" --filename="$ROOT/sample-services/manifests/platform"
  # Traefik would say so itself, if it ran.
  kube patch gatewayclass traefik --subresource=status --type=merge \
    --patch '{"status": {"supportedFeatures": [{"name": "GRPCRoute"}]}}' >/dev/null
}
