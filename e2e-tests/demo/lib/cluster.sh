# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# What is particular to a cluster with nodes: images, the chart as its users install it, and a certificate.

SHOP_LIMIT_SECONDS=300
# What every resource is waited for.
SHOP_CONDITION=Ready
SHOP_HOST=shop.example.com

# install_operator: as the README tells its users, but with an image that is on the nodes already.
install_operator() {
  say "installing the operator with Helm"
  KUBECONFIG=$STATE/kubeconfig "$(program helm)" upgrade --install atoll "$ROOT/helm/atoll" \
    --namespace atoll-system --create-namespace --set image.pullPolicy=Never --wait --timeout 3m >"$STATE/logs/helm.log" 2>&1 \
    || { cat "$STATE/logs/helm.log" >&2 && die "the chart could not be installed, see above."; }
}

# install_certificate: one that the shop's route names, made here; and a file for curl, which trusts it and knows where
# the gateway listens.
install_certificate() {
  local folder=$STATE/demo gateway
  if [ ! -f "$folder/tls.crt" ]; then
    (umask 077 && openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj "/CN=$SHOP_HOST" \
      -addext "subjectAltName=DNS:$SHOP_HOST" -keyout "$folder/tls.key" -out "$folder/tls.crt" 2>/dev/null)
  fi
  kube --namespace=shop create secret tls shop-tls --cert="$folder/tls.crt" --key="$folder/tls.key" \
    --dry-run=client --output=yaml | apply "certificate of $SHOP_HOST" --filename=-
  gateway=$("$CLUSTER/kind" gateway --tls --name "$NAME")
  printf 'silent\nshow-error\ncacert = "%s"\nconnect-to = "%s:443:%s"\n' \
    "$folder/tls.crt" "$SHOP_HOST" "${gateway#https://}" >"$CURL_FILE"
}
