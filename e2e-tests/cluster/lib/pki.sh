# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# The control plane's own certificates, made anew for every start, and the kubeconfig files that carry them.

# certificate KIND NAME SUBJECT [KEY OPTIONS...]: $STATE/pki/NAME.crt and .key, signed by the authority. KIND is a
# section of openssl.cnf.
certificate() {
  local kind=$1 name=$2 subject=$3 pki=$STATE/pki
  shift 3
  local signed_by=(-CA "$pki/ca.crt" -CAkey "$pki/ca.key")
  [ "$kind" != authority ] || signed_by=()
  [ $# -gt 0 ] || set -- -newkey ec -pkeyopt ec_paramgen_curve:P-256
  openssl req -x509 -config "$CLUSTER/openssl.cnf" -extensions "$kind" "${signed_by[@]}" "$@" -nodes -days 365 \
    -subj "$subject" -keyout "$pki/$name.key" -out "$pki/$name.crt" 2>>"$STATE/logs/openssl.log" \
    || fail_start openssl "could not make the certificate of $name (OpenSSL 3 is needed)"
}

make_certificates() {
  local pki=$STATE/pki
  certificate authority ca "/CN=atoll-test-control-plane"
  certificate server apiserver "/CN=kube-apiserver"
  certificate client kube-controller-manager "/CN=system:kube-controller-manager"
  certificate client kube-scheduler "/CN=system:kube-scheduler"
  # RSA, since Java clients read elliptic-curve keys only with an extra library.
  certificate client admin "/O=system:masters/CN=atoll-admin" -newkey rsa:2048
  openssl genpkey -algorithm ec -pkeyopt ec_paramgen_curve:P-256 -out "$pki/service-accounts.key"
  openssl pkey -in "$pki/service-accounts.key" -pubout -out "$pki/service-accounts.pub"
}

# kubeconfig USER PORT: $STATE/kubeconfig/USER with the certificates inside, so that the file can be moved.
kubeconfig() {
  local user=$1 port=$2 pki=$STATE/pki file=$STATE/kubeconfig/$1
  cat >"$file.new" <<YAML
apiVersion: v1
kind: Config
current-context: atoll
contexts:
  - name: atoll
    context: {cluster: atoll, user: $user}
clusters:
  - name: atoll
    cluster:
      server: https://127.0.0.1:$port
      certificate-authority-data: $(base64 -w0 "$pki/ca.crt")
users:
  - name: $user
    user:
      client-certificate-data: $(base64 -w0 "$pki/$user.crt")
      client-key-data: $(base64 -w0 "$pki/$user.key")
YAML
  mv "$file.new" "$file"
}
