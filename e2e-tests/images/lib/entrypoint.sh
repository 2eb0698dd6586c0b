# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# What the entry points of database images have in common; it is installed in them.

# setting NAME DEFAULT: the value of a variable, or what is in the file that NAME_FILE names.
setting() {
  local file=$1_FILE
  if [ -n "${!1:-}" ] && [ -n "${!file:-}" ]; then
    echo "entrypoint: $1 and $file are both set; set one of them" >&2
    exit 1
  fi
  if [ -n "${!file:-}" ]; then cat "${!file}"; else printf '%s' "${!1:-$2}"; fi
}

# text VALUE: as a string of SQL, in MySQL's and MariaDB's.
text() {
  local value=${1//\\/\\\\}
  printf "'%s'" "${value//\'/\'\'}"
}

# name VALUE: as an identifier of SQL, in MySQL's and MariaDB's.
name() {
  printf '`%s`' "${1//\`/\`\`}"
}

# run_scripts DATABASE COMMAND...: what is in /docker-entrypoint-initdb.d; the command takes SQL.
run_scripts() {
  local database=$1 script
  shift
  for script in /docker-entrypoint-initdb.d/*; do
    case $script in
      *'/*') ;;
      *.sh) bash "$script" ;;
      *.sql) "$@" "$database" <"$script" ;;
      *.sql.gz) gunzip --stdout "$script" | "$@" "$database" ;;
      *) echo "entrypoint: $script is passed over; its name ends neither in .sh nor in .sql or .sql.gz" >&2 ;;
    esac
  done
}
