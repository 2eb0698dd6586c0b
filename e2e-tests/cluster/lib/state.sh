# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# What a control plane of one name leaves on the machine: a folder, its data, a lock, and processes. The processes are
# found in /proc, never by remembered pids: every one of ours was started through a link in $STATE/bin, so that its
# argument 0 says whose it is. That holds after a crash too, and no foreign process is ever taken for ours.

# default_name: from the checkout's path, so that two checkouts do not disturb each other.
default_name() {
  local root base sum
  root=$(cd "$CLUSTER/../.." && pwd -P)
  base=$(printf %s "${root##*/}" | LC_ALL=C tr '[:upper:]' '[:lower:]' | LC_ALL=C tr -cs a-z0-9 -)
  base=${base#-}
  sum=$(cksum <<<"$root" | cut -d' ' -f1)
  printf '%s-%08x\n' "${base:0:20}" "$sum" | sed 's/^-/checkout-/'
}

# open_state NAME: sets NAME, STATE, LOCK and DATA_IN_MEMORY, touches nothing.
open_state() {
  local root=${XDG_RUNTIME_DIR:-} sum
  [[ $1 =~ ^[a-z0-9]([a-z0-9-]{0,46}[a-z0-9])?$ ]] \
    || die "'$1' is not a name: use at most 48 of a-z, 0-9 and '-', with a letter or digit at both ends."
  NAME=$1
  [[ -n $root && -d $root && -w $root ]] || root=${TMPDIR:-/tmp}
  STATE=$(cd "$root" && pwd -P)/atoll-control-plane-$UID-$NAME
  LOCK=$STATE.lock
  sum=$(cksum <<<"$STATE" | cut -d' ' -f1)
  DATA_IN_MEMORY=/dev/shm/atoll-control-plane-$UID-$NAME-$(printf '%08x' "$sum")
}

# lock_state: one command at a time. Programs that a killed command left behind inherit the lock, the servers do not.
lock_state() {
  while true; do
    exec 9>"$LOCK"
    flock 9
    # Whoever held the lock may have removed its file, and ours would be a lock on nothing.
    [ "$LOCK" -ef /proc/self/fd/9 ] && break
  done
}

# read_birth PID: sets BIRTH to when that process began, in clock ticks since the machine's start, so that a later
# process with its number is not taken for it. Fails when it has ended, even if nobody has asked for its exit code yet.
read_birth() {
  local line=
  [[ $1 =~ ^[0-9]+$ ]] || return 1
  { IFS= read -r -d '' line <"/proc/$1/stat"; } 2>/dev/null || true
  [[ $line =~ ^.*\)\ [^ZX\ ]\ ([-0-9]+\ ){18}([0-9]+)\  ]] && BIRTH=${BASH_REMATCH[2]}
}

make_folders() {
  # All that is in it is closed to other users with it, the keys too.
  mkdir -m 700 "$STATE"
  mkdir "$STATE/bin" "$STATE/logs" "$STATE/pki" "$STATE/kubeconfig"
  # Tests need no disk, but a container often gives /dev/shm only 64 MB, which is one write-ahead log of etcd.
  local free
  free=$(df --output=avail -k /dev/shm 2>/dev/null | tail -n 1) || free=0
  DATA=$STATE/data
  [[ ! -w /dev/shm || $free -lt 1000000 ]] || DATA=$DATA_IN_MEMORY
  mkdir -m 700 "$DATA"
}

# own_processes: a line "PID PROGRAM" for each, but for the process that asks: the watchdog is one of them, and so is
# the subshell in which it runs this function. A container has another root, so that its processes are not ours even
# if everything in it is named the same.
own_processes() {
  local file pid first
  for file in /proc/[0-9]*/cmdline; do
    first=
    { IFS= read -r -d '' first <"$file"; } 2>/dev/null || true
    pid=${file#/proc/}
    pid=${pid%/cmdline}
    [[ $first == "$STATE/bin/"* && $pid != "$$" && $pid != "$BASHPID" ]] || continue
    [[ -O /proc/$pid && /proc/$pid/root -ef /proc/self/root ]] || continue
    echo "$pid ${first##*/}"
  done
}

# kill_servers: nothing they hold is kept, so nothing waits for them to end well.
kill_servers() {
  local pid _ processes attempt
  for attempt in {1..100}; do
    processes=$(own_processes)
    [ -n "$processes" ] || return 0
    while read -r pid _; do
      kill -KILL "$pid" 2>/dev/null || true
      # The watchdog may have a child, which is in its group.
      kill -KILL -- "-$pid" 2>/dev/null || true
    done <<<"$processes"
    sleep 0.05
  done
}

leave_nothing() {
  remove_everything
  rm -f "$LOCK"
}

# remove_everything: until nothing is left, since a server of a killed command may be just about to start.
remove_everything() {
  local attempt
  for attempt in {1..20}; do
    kill_servers
    rm -rf "$STATE" "$DATA_IN_MEMORY" 2>/dev/null || sleep 0.05
    [[ -e $STATE || -e $DATA_IN_MEMORY || -n $(own_processes) ]] || return 0
  done
  die "$STATE, $DATA_IN_MEMORY and the processes of $STATE/bin could not all be removed; are they another user's?" \
    "Name the control plane differently (--name)."
}
