#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# What the official image's command of this name tells, as far as Atoll asks: --connect whether the server takes connections by
# TCP, --innodb_initialized whether it has recovered its data. In the order of the arguments; ends with 1 at the first "no".
set -euo pipefail
client=(mariadb --defaults-extra-file=/var/lib/mysql/.my-healthcheck.cnf --protocol=tcp --host=127.0.0.1 --connect-timeout=3
  --skip-column-names --batch)
[ $# -gt 0 ] || { echo "${0##*/}: say what to test: --connect, --innodb_initialized" >&2; exit 2; }
for test in "$@"; do
  case $test in
    --connect) "${client[@]}" --execute='SELECT 1' >/dev/null ;;
    --innodb_initialized)
      pages=$("${client[@]}" --execute="SELECT 1 FROM information_schema.ENGINES WHERE engine = 'innodb' AND support IN ('YES', 'DEFAULT', 'ENABLED')")
      [ "$pages" = 1 ]
      ;;
    *) echo "${0##*/}: there is no test $test here" >&2 && exit 2 ;;
  esac
done
