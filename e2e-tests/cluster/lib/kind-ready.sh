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
