# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# What became of each custom resource, and its conditions, side by side.

KINDS="microservice servicedatabase scalingpolicy gatewayroute"

# print_table NAMESPACE
print_table() {
  local namespace=$1 kinds
  kinds=$(kube api-resources --namespaced --verbs=list --output=name | grep -vE '^(events|endpoints)(\.|$)' | paste -sd, -)
  {
    kube --namespace="$namespace" get "${KINDS// /,}" --output=go-template-file="$DEMO/lib/conditions.gotemplate"
    kube --namespace="$namespace" get "$kinds" --selector=app.kubernetes.io/managed-by=atoll \
      --output=go-template-file="$DEMO/lib/children.gotemplate" | sort -u
  } | awk -f "$DEMO/lib/table.awk"
}
