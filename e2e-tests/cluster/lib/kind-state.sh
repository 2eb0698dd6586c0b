# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# What a Kind cluster of one name leaves on the machine: a folder, a lock, and processes, which are found as those of the
# control plane are (state.sh). With an engine of its own, everything else lives in the namespaces of those processes,
# but for cgroups. With the machine's engine, it is what "kind delete cluster" removes.

# open_cluster NAME: sets NAME, STATE, LOCK and CGROUP, touches nothing. The folder is in the cache, so that an engine's
# data can be linked to what is kept there; and it is large.
open_cluster() {
  [[ $1 =~ ^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$ ]] \
    || die "'$1' is not a name: use at most 40 of a-z, 0-9 and '-', with a letter or digit at both ends."
  NAME=$1
  STATE=$CACHE/running/kind-$NAME
  LOCK=$STATE.lock
  CGROUP=atoll-kind-$NAME
  # Read now, since the checkout may be gone when the watchdog needs them.
  KIND=$(program kind)
  KUBECTL=$(program kubectl)
  # For start_program: the working folder of what runs.
  DATA=$STATE
  # The address of a socket has no room for more.
  ((${#STATE} <= 90)) || die "$STATE is too long a path; set XDG_CACHE_HOME to a shorter one, or use a shorter name."
}

make_cluster_folders() {
  mkdir -p "$CACHE/running"
  mkdir -m 700 "$STATE"
  mkdir "$STATE/bin" "$STATE/logs" "$STATE/tmp"
}

# as_own PROGRAM ARGUMENTS...: a program that is one of the cluster's own processes, so that it is found if this command
# is killed meanwhile.
as_own() {
  local path=$1
  shift
  (exec -a "$STATE/bin/${path##*/}" "$path" "$@" 9>&-)
}

# kind ARGUMENTS...: Kind, talking to the cluster's engine. It keeps large files in TMPDIR.
kind() {
  TMPDIR=$STATE/tmp as_own "$KIND" "$@"
}

# kube ARGUMENTS...: kubectl as the administrator.
kube() {
  as_own "$KUBECTL" --kubeconfig="$STATE/kubeconfig" --cache-dir="$STATE/tmp/kubectl" "$@"
}

# kill_cluster: and with the first process of an engine's namespaces, everything in them.
kill_cluster() {
  local pid _ processes attempt
  for attempt in {1..200}; do
    processes=$(own_processes)
    [ -n "$processes" ] || return 0
    while read -r pid _; do
      kill -KILL "$pid" 2>/dev/null || true
      # Those that are sessions of their own may have children.
      kill -KILL -- "-$pid" 2>/dev/null || true
    done <<<"$processes"
    thaw_cgroups "$CGROUP"
    sleep 0.05
  done
}

# remove_cluster: until nothing is left, since a killed command may have been just about to start something.
remove_cluster() {
  local attempt
  kill_cluster
  remove_from_system_engine
  for attempt in {1..5}; do
    kill_cluster
    if remove_cgroups "$CGROUP" && rm -rf "$STATE" 2>/dev/null && [ -z "$(own_processes)" ]; then
      kernel_settings_locked restore_kernel_settings
      return 0
    fi
    sleep 0.1
  done
  die "$STATE, the cgroups $CGROUP and the processes of $STATE/bin could not all be removed."
}

# remove_from_system_engine: with an engine of its own there is nothing to do, since it is gone with all it had.
remove_from_system_engine() {
  local engine
  [ -f "$STATE/engine-kind" ] || return 0
  engine=$(cat "$STATE/engine-kind")
  [ "$engine" != own ] || return 0
  KIND_EXPERIMENTAL_PROVIDER=$engine kind delete cluster --name "$NAME" --kubeconfig "$STATE/kubeconfig" >&2
}

remove_cluster_and_lock() {
  remove_cluster
  rm -f "$LOCK"
  # Only if no other cluster is there.
  rmdir "$CACHE/running" 2>/dev/null || true
}
