# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# Waiting for conditions, and saying what went wrong.

# Generous, since the machine may be busy compiling; a server that ends is noticed at once.
START_LIMIT_SECONDS=180

as_admin() {
  "$(program kubectl)" --kubeconfig="$STATE/kubeconfig/admin" --request-timeout=5s "$@"
}

# ended_server: the first server started by this command that has ended; fails when there is none.
ended_server() {
  local name
  for name in "${!PIDS[@]}"; do
    if ! kill -0 "${PIDS[$name]}" 2>/dev/null; then
      echo "$name"
      return
    fi
  done
  return 1
}

# fail_start PROGRAM PROBLEM: ends the servers, but leaves their logs.
fail_start() {
  kill_servers
  rm -rf "$DATA_IN_MEMORY"
  trap - EXIT
  say "$1 $2; the end of its log:"
  tail -n 20 "$STATE/logs/$1.log" >&2
  die "the whole log is $STATE/logs/$1.log, until '${0##*/} down --name $NAME'."
}

# wait_until PROGRAM WHAT COMMAND...: PROGRAM is to blame when the condition does not come true in time.
wait_until() {
  local blamed=$1 what=$2 deadline=$((SECONDS + START_LIMIT_SECONDS)) ended
  shift 2
  until "$@" >/dev/null 2>&1; do
    # Asked again, since its last words may be what is waited for.
    if ended=$(ended_server) && ! "$@" >/dev/null 2>&1; then
      fail_start "$ended" "ended"
    fi
    ((SECONDS < deadline)) || fail_start "$blamed" "did not get to '$what' within $START_LIMIT_SECONDS s"
    sleep 0.1
  done
}

api_server_is_ready() {
  as_admin get --raw /readyz
}

port_is_taken() {
  grep -q 'address already in use' "$STATE/logs/kube-apiserver.log"
}

api_server_is_ready_or_refused() {
  api_server_is_ready || port_is_taken
}

# The last things that the controller-manager gives a new namespace.
controllers_work() {
  as_admin --namespace=default get serviceaccount/default configmap/kube-root-ca.crt
}

# free_port: below the range from which the kernel takes the ports of outgoing connections, so that only another
# server could take it before ours does.
free_port() {
  local port
  while true; do
    port=$((20000 + RANDOM % 10000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
  done
  echo "$port"
}

# is_healthy: every server of the running control plane is there and the API server is ready.
is_healthy() {
  local name processes
  [ -f "$STATE/servers" ] || return 1
  processes=$(own_processes)
  while read -r name; do
    grep -q " $name\$" <<<"$processes" || return 1
  done <"$STATE/servers"
  api_server_is_ready >/dev/null 2>&1
}
