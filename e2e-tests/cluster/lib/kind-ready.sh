# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# Whether a Kind cluster does what clusters are for.

READY_LIMIT_SECONDS=180

# wait_for WHAT COMMAND...: until the command succeeds; otherwise says what it said last.
wait_for() {
  local what=$1 deadline=$((SECONDS + READY_LIMIT_SECONDS)) output
  shift
  until output=$("$@" 2>&1); do
    if ((SECONDS >= deadline)); then
      printf '%s\n' "$output" >&2
      kube get pods --all-namespaces --output=wide >&2 || true
      die "$NAME did not get to '$what' within $READY_LIMIT_SECONDS s, see above."
    fi
    sleep 0.2
  done
  say "ready: $what"
}

# read_cluster_health: sets HEALTH to "up", or to what it is not.
read_cluster_health() {
  local name processes
  HEALTH="not up"
  [ -f "$STATE/servers" ] || return 0
  processes=$(own_processes)
  while read -r name; do
    HEALTH="broken: $name has ended"
    [[ $processes$'\n' == *" $name"$'\n'* ]] || return 0
  done <"$STATE/servers"
  HEALTH="broken: the API server does not answer"
  ! kube --request-timeout=10s get --raw /readyz >/dev/null 2>&1 || HEALTH=up
}

# rolled_out DEPLOYMENT NAMESPACE
rolled_out() {
  kube --namespace "$2" rollout status "deployment/$1" --timeout=5s
}

# service_answers: to each of two pods on two nodes, by the Service's name, so that names, Services and the network
# between the nodes are known to work. Each pod has to have been answered by both.
service_answers() {
  local pod answers
  for pod in $(kube --namespace=cluster-check get pods --selector=app=answer --output=name); do
    answers=$(kube --namespace=cluster-check exec "$pod" -- node-answer get http://answer.cluster-check)
    [ -n "$answers" ] || return 1
  done
  [ -n "${answers:-}" ]
}

# gateway_answers HOST PORT-FILE: whether a request for that host comes through the gateway to one of those pods, from here.
gateway_answers() {
  local status answer
  exec 5<>"/dev/tcp/127.0.0.1/$(cat "$2")" || return 1
  printf 'GET / HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n' "$1" >&5
  read -r -t 10 _ status _ <&5 || status="no answer"
  answer=$(timeout 10 cat <&5) || true
  exec 5>&-
  echo "$1: $status"
  [[ $status == 200 && $answer == *answer-* ]]
}

# answers_with_tls PORT-FILE: whoever it is.
answers_with_tls() {
  timeout 10 openssl s_client -connect "127.0.0.1:$(cat "$1")" -servername envoy.cluster-check.test </dev/null
}

# metrics_are_served: which is what scaling by load needs.
metrics_are_served() {
  kube top nodes
}
