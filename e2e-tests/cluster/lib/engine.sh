# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# A container engine of one's own: Debian's, in namespaces of its own, so that it needs nothing from the machine, cannot
# send anything out of it, and is gone with all it has made as soon as its processes are.

ENGINE_LIMIT_SECONDS=60
# The namespaces; the process in which --fork results is their first.
ENGINE_NAMESPACES=(--mount --propagation private --net --pid --fork --kill-child --mount-proc)

# own_engine ARGUMENTS...: docker, talking to the engine in $ENGINE_FOLDER.
own_engine() {
  DOCKER_HOST=unix://$ENGINE_FOLDER/engine.sock docker "$@"
}

# wait_for_engine PID LOG: until it answers; fails when process PID has ended instead.
wait_for_engine() {
  local deadline=$((SECONDS + ENGINE_LIMIT_SECONDS))
  until own_engine version >/dev/null 2>&1; do
    if ! kill -0 "$1" 2>/dev/null || ((SECONDS >= deadline)); then
      tail -n 20 "$2" >&2
      die "the container engine did not start; the whole log is $2"
    fi
    sleep 0.1
  done
}

# thaw_cgroups NAME: with cgroup v1, runc freezes a container for a moment when it changes its devices. If runc is killed
# in that moment, the container stays frozen, and what is frozen cannot even be killed.
thaw_cgroups() {
  local folder=/sys/fs/cgroup/freezer/$1
  [ ! -d "$folder" ] || find "$folder" -name freezer.state -exec sh -c 'echo THAWED >"$0"' {} \; 2>/dev/null || true
}

# remove_cgroups NAME: those of an engine whose processes have been killed, in every hierarchy.
remove_cgroups() {
  local folder attempt
  for attempt in {1..100}; do
    thaw_cgroups "$1"
    for folder in /sys/fs/cgroup/"$1" /sys/fs/cgroup/*/"$1"; do
      [ ! -d "$folder" ] || find "$folder" -depth -type d -exec rmdir {} + 2>/dev/null || true
    done
    compgen -G "/sys/fs/cgroup/$1" >/dev/null || compgen -G "/sys/fs/cgroup/*/$1" >/dev/null || return 0
    # The kernel may still be about to let go of the last process.
    sleep 0.05
  done
  return 1
}
