# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# The logs of a Kind cluster, which otherwise go with it.

# copy_logs FOLDER: of this machine's processes, and of the nodes if they are still there.
copy_logs() {
  ENGINE=$(cat "$STATE/engine-kind")
  use_engine
  mkdir -p "$1"
  cp -r "$STATE/logs/." "$1"
  [ ! -f "$STATE/nodes.yaml" ] || kind export logs --name "$NAME" "$1/nodes" >"$1/export.log" 2>&1 \
    || { tail -n 5 "$1/export.log" >&2 && return 1; }
}

# abandon: what is left of a failed start are its logs.
abandon() {
  local logs
  logs=$(mktemp -d "${TMPDIR:-/tmp}/atoll-kind-$NAME-logs.XXXXXX")
  ! copy_logs "$logs" || say "the logs are in $logs"
  remove_cluster_and_lock
}
