# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# Waiting for conditions, and saying what went wrong.

# Generous, since the machine may be busy compiling; a server that ends is noticed at once.
START_LIMIT_SECONDS=180

# as_admin ARGUMENTS...: kubectl, which otherwise leaves a cache in the home folder.
as_admin() {
  "$(program kubectl)" --kubeconfig="$STATE/kubeconfig/admin" --cache-dir="$STATE/kubectl" --request-timeout=5s "$@"
}

# ended_server: the first server started by this command that has ended; fails when there is none.
ended_server() {
  local name
  for name in "${STARTED[@]}"; do
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

fail_if_a_server_has_ended() {
  local ended
  ! ended=$(ended_server) || fail_start "$ended" "ended"
}

# wait_until PROGRAM WHAT COMMAND...: PROGRAM is to blame when the condition does not come true in time.
wait_until() {
  local blamed=$1 what=$2 deadline=$((SECONDS + START_LIMIT_SECONDS))
  shift 2
  until "$@" >/dev/null 2>&1; do
    # Asked again, since its last words may be what is waited for.
    if ended_server >/dev/null && ! "$@" >/dev/null 2>&1; then
      fail_if_a_server_has_ended
    fi
    if ((SECONDS >= deadline)); then
      "$@" >&2 || true
      fail_start "$blamed" "did not get to '$what' within $START_LIMIT_SECONDS s"
    fi
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
  local port end=30000
  read -r end _ </proc/sys/net/ipv4/ip_local_port_range || true
  # Where that range begins low, it is left to the retries.
  ((end > 12000)) || end=30000
  while true; do
    port=$((end - 1 - RANDOM % 10000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
  done
  echo "$port"
}

# read_health: sets HEALTH to "up", which means every server is there and the API server is ready, or to what it is not.
read_health() {
  local name processes
  HEALTH="not up"
  [ -f "$STATE/servers" ] || return 0
  processes=$(own_processes)
  while read -r name; do
    HEALTH="broken: $name has ended"
    [[ $processes$'\n' == *" $name"$'\n'* ]] || return 0
  done <"$STATE/servers"
  HEALTH="broken: kube-apiserver is not ready"
  ! api_server_is_ready >/dev/null 2>&1 || HEALTH=up
}

# start_api_server_on_a_free_port: sets PORT. The port can be lost to another server between the look and the start.
start_api_server_on_a_free_port() {
  while true; do
    PORT=$(free_port)
    kubeconfig admin "$PORT"
    start_api_server "$PORT" "$AUDIT"
    wait_until kube-apiserver "ready" api_server_is_ready_or_refused
    port_is_taken || break
    # It takes a moment to end by itself.
    kill -KILL "${PIDS[kube-apiserver]}" 2>/dev/null || true
  done
}
