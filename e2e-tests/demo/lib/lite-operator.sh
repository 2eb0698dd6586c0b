# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# The operator as a process of this machine. It belongs to the control plane's own processes (see lib/state.sh there),
# so that it ends with it at the latest.

OPERATOR_LIMIT_SECONDS=60
# As long as a pod has in a cluster.
STOP_LIMIT_SECONDS=30

operator_pid() {
  own_processes | sed -n 's/ operator$//p'
}

# start_operator JAR: anew if it runs already, since it may be an older build.
start_operator() {
  local jar=$1 port pid deadline=$((SECONDS + OPERATOR_LIMIT_SECONDS))
  local link=$STATE/bin/operator log=$STATE/logs/operator.log
  stop_operator
  operator_kubeconfig
  port=$(free_port)
  ln -sfn "$("$ROOT/bin/jdk-home")/bin/java" "$link"
  (
    export KUBECONFIG=$STATE/kubeconfig/operator
    export QUARKUS_HTTP_HOST=127.0.0.1 QUARKUS_HTTP_PORT=$port QUARKUS_LOG_CONSOLE_JSON_ENABLED=false
    exec -a "$link" setsid "$link" -Xmx192m -Xmn8m -XX:+UseSerialGC \
      -XX:TieredStopAtLevel=1 -XX:+UseCompactObjectHeaders -XX:TrimNativeHeapInterval=30000 -jar "$jar" </dev/null >"$log" 2>&1
  ) &
  pid=$!
  disown
  say "operator: starting, watched at http://127.0.0.1:$port/q/health and /q/metrics"
  until is_ready "$port"; do
    kill -0 "$pid" 2>/dev/null || operator_failed "ended"
    ((SECONDS < deadline)) || operator_failed "is not ready after $OPERATOR_LIMIT_SECONDS s"
    sleep 0.1
  done
  say "operator: ready"
}

operator_failed() {
  tail -n 20 "$STATE/logs/operator.log" >&2
  die "the operator $1; its whole log is $STATE/logs/operator.log"
}

stop_operator() {
  local pid deadline=$((SECONDS + STOP_LIMIT_SECONDS))
  pid=$(operator_pid)
  [ -n "$pid" ] || return 0
  say "operator: stopping"
  kill "$pid" 2>/dev/null || true
  while [ -n "$(operator_pid)" ]; do
    ((SECONDS < deadline)) || kill -KILL "$pid" 2>/dev/null || true
    sleep 0.1
  done
}

# operator_kubeconfig: the token of the chart's service account, which has the chart's rights and no others.
operator_kubeconfig() {
  local file=$STATE/kubeconfig/operator token
  token=$(kube --namespace=atoll-system create token atoll --duration=24h)
  (umask 077 && sed -e '/^users:/,$d' -e 's/user: admin/user: operator/' "$STATE/kubeconfig/admin" >"$file")
  printf 'users:\n  - name: operator\n    user: {token: %s}\n' "$token" >>"$file"
}

# is_ready PORT: whether the readiness check answers 200.
is_ready() {
  local _ code
  { exec 3<>"/dev/tcp/127.0.0.1/$1"; } 2>/dev/null || return 1
  printf 'GET /q/health/ready HTTP/1.0\r\n\r\n' >&3
  read -r _ code _ <&3 || code=none
  exec 3>&-
  [ "$code" = 200 ]
}
