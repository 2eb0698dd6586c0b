# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# The four servers and how each is started. They outlive the command that started them.

# What this command has started, in that order.
STARTED=()
declare -A PIDS=()
# etcd and its clients take "unix://HOST:PORT" as a file of that name in their working folder, $DATA. Unlike a port it
# cannot be taken by somebody else, the folder is closed to other users, and so short a path is never too long.
ETCD_SOCKET=etcd:0

# start_program NAME PROGRAM ARGUMENTS...: NAME is what the link and the log are called.
start_program() {
  local name=$1 link=$STATE/bin/$1 log=$STATE/logs/$1.log
  ln -sfn "$2" "$link"
  shift 2
  # The name given to setsid marks the process as ours (own_processes) from its first moment on.
  (cd "$DATA" && keep_only_standard_files && exec -a "$link" setsid "$link" "$@") </dev/null >"$log" 2>&1 &
  [ -n "${PIDS[$name]:-}" ] || STARTED+=("$name")
  PIDS[$name]=$!
  # Otherwise bash itself would report the end of each.
  disown
}

# keep_only_standard_files: whoever reads a pipe of the caller to its end would wait for the servers. The lock is the
# last to be closed, so that nobody looks for leftovers before a process is about to have its name.
keep_only_standard_files() {
  local file
  for file in /proc/self/fd/*; do
    file=${file##*/}
    [[ $file -le 2 || $file -eq 9 ]] || eval "exec $file>&-"
  done
  exec 9>&-
  # etcd takes settings from the environment too.
  unset "${!ETCD_@}"
}

# start_server PROGRAM ARGUMENTS...
start_server() {
  local path
  path=$(program "$1")
  start_program "$1" "$path" "${@:2}"
}

start_etcd() {
  start_server etcd --name=atoll --data-dir="$DATA/etcd" --unsafe-no-fsync --log-level=warn \
    --listen-client-urls="unix://$ETCD_SOCKET" --advertise-client-urls="unix://$ETCD_SOCKET" \
    --listen-peer-urls=unix://peer:0 --initial-advertise-peer-urls=unix://peer:0 \
    --initial-cluster=atoll=unix://peer:0 --quota-backend-bytes=8589934592
}

# start_api_server PORT AUDIT: --endpoint-reconciler-type=none because a loopback address cannot be the endpoint of the
# Service "kubernetes", which no pod needs here.
start_api_server() {
  local port=$1 audit=$2 pki=$STATE/pki extra=()
  if [ "$audit" = yes ]; then
    # A rotated log would lose what is being counted.
    extra=(--audit-policy-file="$CLUSTER/audit-policy.yaml" --audit-log-path="$STATE/logs/audit.log"
      --audit-log-maxsize=100000)
  fi
  start_server kube-apiserver --etcd-servers="unix://$ETCD_SOCKET" \
    --bind-address=127.0.0.1 --secure-port="$port" --advertise-address=127.0.0.1 --endpoint-reconciler-type=none \
    --tls-cert-file="$pki/apiserver.crt" --tls-private-key-file="$pki/apiserver.key" --client-ca-file="$pki/ca.crt" \
    --authorization-mode=Node,RBAC --enable-admission-plugins=NodeRestriction --allow-privileged=true \
    --service-cluster-ip-range=10.96.0.0/16 --service-account-issuer=https://kubernetes.default.svc \
    --service-account-key-file="$pki/service-accounts.pub" \
    --service-account-signing-key-file="$pki/service-accounts.key" "${extra[@]}"
}

# The API server is on loopback and nobody else uses it: the default limits of 20 requests a second would only make
# tests wait.
start_controller_manager() {
  local pki=$STATE/pki
  start_server kube-controller-manager --kubeconfig="$STATE/kubeconfig/kube-controller-manager" --secure-port=0 \
    --leader-elect=false --use-service-account-credentials=true --kube-api-qps=300 --kube-api-burst=600 \
    --service-account-private-key-file="$pki/service-accounts.key" --root-ca-file="$pki/ca.crt" \
    --cluster-signing-cert-file="$pki/ca.crt" --cluster-signing-key-file="$pki/ca.key" \
    --horizontal-pod-autoscaler-sync-period=2s
}

start_scheduler() {
  start_server kube-scheduler --kubeconfig="$STATE/kubeconfig/kube-scheduler" --secure-port=0 --leader-elect=false
}

# start_watchdog PID BIRTH: takes the control plane down when that process has ended.
start_watchdog() {
  start_program watchdog "$BASH" "$CLUSTER/lib/watchdog" "$NAME" "$@"
}
