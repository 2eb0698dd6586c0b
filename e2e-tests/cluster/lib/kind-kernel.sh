# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# The kernel settings that a kubelet makes although they are the whole machine's. Those from before the first cluster
# with an engine of its own are put back when the last one goes.

KERNEL_SETTINGS=(kernel/panic kernel/panic_on_oops vm/overcommit_memory)

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
  [ ! -f "$file" ] || return 0
  for setting in "${KERNEL_SETTINGS[@]}"; do
    echo "$setting $(cat "/proc/sys/$setting")"
  done >"$file.new"
  mv "$file.new" "$file"
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
