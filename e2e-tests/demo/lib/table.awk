# SPDX-License-Identifier: Apache-2.0
# Lays out the lines of table.sh in three columns.
function line(resource, child, condition,    text) {
  text = sprintf("%-*s  %-*s  %s", width, resource, child_width, child, condition)
  sub(/ +$/, "", text)
  print text
}
$2 == "resource" {
  order[++resources] = $1
  if (length($1) > width) width = length($1)
}
$2 == "child" {
  child[$1, ++children[$1]] = $3
  if (length($3) > child_width) child_width = length($3)
}
$2 == "condition" {
  condition[$1, ++conditions[$1]] = sprintf("%-13s %-8s%s", $3, $4, $3 == $5 ? "" : $5)
}
END {
  line("RESOURCE", "BECAME", "CONDITIONS")
  for (i = 1; i <= resources; i++) {
    resource = order[i]
    rows = children[resource] > conditions[resource] ? children[resource] : conditions[resource]
    if (rows == 0) line(resource, "", "none yet")
    for (row = 1; row <= rows; row++) {
      line(row == 1 ? resource : "", child[resource, row], condition[resource, row])
    }
  }
}
