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
  make_certificate traefik
  name_outside
}

# name_outside: gives every Service a second name, as if it were a server outside: SERVICE.NAMESPACE.outside.example.
name_outside() {
  local rule='rewrite name regex (.+)[.]outside[.]example {1}.svc.cluster.local answer auto'
  kube --namespace=kube-system get configmap coredns --output=json \
    | jq --arg rule "$rule" '.data.Corefile |= sub("(?<line>\n\\s*)kubernetes "; "\(.line)\($rule)\(.line)kubernetes ")' \
    | kube replace --filename - >>"$STATE/logs/addons.log"
  kube --namespace=kube-system rollout restart deployment/coredns >>"$STATE/logs/addons.log"
}

# add_envoy FOLDER: the second gateway; also where it is on already.
add_envoy() {
  local folder=$1 log=$STATE/logs/addons.log
  [ -f "$STATE/envoy-port" ] || die "$NAME was started by a checkout that knew no second gateway; start it anew."
  say "installing the gateway Envoy"
  apply_all "$folder/crds"
  load_images "$folder"/images/*.tar
  kube wait crd --all --for=condition=Established --timeout=60s >>"$log"
  apply_all "$folder/manifests"
  make_certificate envoy
  wait_for "Envoy Gateway runs" rolled_out envoy-gateway envoy-gateway-system
  wait_for "an HTTPRoute answers by Envoy" gateway_answers envoy.cluster-check.test "$STATE/envoy-port"
  wait_for "Envoy answers with TLS" answers_with_tls "$STATE/envoy-tls-port"
  touch "$STATE/with-envoy"
}

# make_certificate NAMESPACE: of the gateway there; self-made, as the one that Traefik makes for itself.
make_certificate() {
  local file=$STATE/tmp/certificate
  ! kube --namespace="$1" get secret/certificate >/dev/null 2>&1 || return 0
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -subj "/CN=gateway of a test cluster" \
    -addext "subjectAltName=DNS:*.example.com,DNS:*.cluster-check.test" -keyout "$file.key" -out "$file.crt" 2>/dev/null
  kube --namespace="$1" create secret tls certificate --key "$file.key" --cert "$file.crt" >>"$STATE/logs/addons.log"
  rm "$file.key" "$file.crt"
}

# apply_all FOLDER
apply_all() {
  kube apply --server-side --force-conflicts --field-manager=kind --filename "$1" >>"$STATE/logs/addons.log" \
    || die "what is in $1 could not be applied, see above."
}
