# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# The kernel settings that are the whole machine's: those that a kubelet makes all the same, and one that is too low for
# several clusters. Those from before the first cluster with an engine of its own are put back when the last one goes.

KERNEL_SETTINGS=(kernel/panic kernel/panic_on_oops vm/overcommit_memory fs/inotify/max_user_instances)
# A cluster of three nodes takes about 60, and by default there are 128: the third cluster's kubelet would look at nothing.
# https://kind.sigs.k8s.io/docs/user/known-issues/#pod-errors-due-to-too-many-open-files
INOTIFY_INSTANCES=1024

# kernel_settings_locked COMMAND...: one command at a time, whatever the clusters' names.
kernel_settings_locked() {
  (
    exec 7>"$CACHE/kernel-settings.lock"
    flock 7
    "$@"
  )
}

# keep_kernel_settings FOLDER: makes the folder by which restore_kernel_settings knows that they are still needed.
keep_kernel_settings() {
  local file=$CACHE/running/kernel-settings setting
  mkdir "$1"
  if [ -f "$file" ]; then
    raise_inotify_instances
    return
  fi
  for setting in "${KERNEL_SETTINGS[@]}"; do
    echo "$setting $(cat "/proc/sys/$setting")"
  done >"$file.new"
  mv "$file.new" "$file"
  raise_inotify_instances
}

raise_inotify_instances() {
  local setting=/proc/sys/fs/inotify/max_user_instances
  (($(cat "$setting") < INOTIFY_INSTANCES)) || return 0
  echo "$INOTIFY_INSTANCES" >"$setting" || say "$setting could not be raised; a third cluster on this machine may not start"
}

# restore_kernel_settings: the folder of this cluster is gone already.
restore_kernel_settings() {
  local file=$CACHE/running/kernel-settings setting value
  ! compgen -G "$CACHE/running/kind-*/engine" >/dev/null || return 0
  [ -f "$file" ] || return 0
  while read -r setting value; do
    echo "$value" >"/proc/sys/$setting"
  done <"$file"
  rm -f "$file"
}
