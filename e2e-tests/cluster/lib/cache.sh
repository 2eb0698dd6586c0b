# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# Things that take long to make and are kept in the user's cache folder, each in a folder that names its version.

# make_once FOLDER WHAT COMMAND...: unless FOLDER is there, runs COMMAND with one more argument, an empty folder that
# becomes FOLDER when the command has succeeded. So what is there is whole, and after a crash it is made anew. Two runs
# side by side are safe: the second waits for the first.
make_once() {
  local folder=$1 what=$2 log=$1.log started
  shift 2
  # Its time says when it was used last.
  touch --no-create "$folder"
  [ ! -d "$folder" ] || return 0
  mkdir -p "${folder%/*}"
  # The command inherits the lock: even if this script is killed, nobody else writes to the same files meanwhile.
  exec 8>"$folder.lock"
  flock --nonblock 8 || { say "waiting for another run that makes ${folder##*/}" && flock 8; }
  if [ ! -d "$folder" ]; then
    started=$SECONDS
    rm -rf "$folder.building"
    mkdir "$folder.building"
    say "making $what"
    # Not "COMMAND || …", which would switch off "set -e" for all that the command calls.
    "$@" "$folder.building" >"$log" 2>&1 &
    wait $! || { tail -n 20 "$log" >&2 && die "$what could not be made; the whole log is $log"; }
    mv -T "$folder.building" "$folder"
    rm -f "$log"
    say "made $what in $((SECONDS - started)) s"
    forget_unused "$folder"
  fi
  exec 8>&-
}

# forget_unused FOLDER: removes what differs from it in the checksum at its end only, so that the cache does not grow with
# every change. The three used last stay, and all that was used in the last two hours, since somebody may be reading it.
forget_unused() {
  local old
  # Others may be making or removing what lies beside it.
  find "${1%/*}" -ignore_readdir_race -maxdepth 1 -type d -regextype posix-extended -regex "${1%-*}-[0-9a-f]{12}" \
    -printf '%T@ %p\n' |
    sort --reverse --numeric-sort | tail -n +4 | cut -d ' ' -f 2- |
    while read -r old; do
      [ -z "$(find "$old" -maxdepth 0 -mmin +120)" ] || rm -rf "$old" "$old.lock"
    done
}

# step TEXT: progress within a command of make_once, whose output is a log.
step() {
  say "  $*" 2>&3
  echo "== $*"
}
# What is said by step goes to the user, wherever the log is.
exec 3>&2
