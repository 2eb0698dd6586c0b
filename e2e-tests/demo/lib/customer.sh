# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# A customer of the shop, who comes in through the gateway as everybody does.

GOODS=hammock
CUSTOMER_LIMIT_SECONDS=60

# shop METHOD PATH [BODY] [ARGUMENTS...]: the answer's body; fails when the shop refuses.
shop() {
  local method=$1 path=$2 body=${3:-}
  shift 2
  [ $# -eq 0 ] || shift
  [ -z "$body" ] || set -- --json "$body" "$@"
  curl --config "$CURL_FILE" --max-time 20 --fail-with-body --request "$method" "$@" "https://$SHOP_HOST$path" \
    || die "the shop refused '$method $path', see above."
}

# stock: how many of the goods the catalogue has.
stock() {
  shop GET /catalogue | jq --arg sku "$GOODS" '.[] | select(.sku == $sku) | .available'
}

# gateway_knows_the_shop: the gateway takes a moment to learn of a route.
gateway_knows_the_shop() {
  local deadline=$((SECONDS + CUSTOMER_LIMIT_SECONDS))
  until curl --config "$CURL_FILE" --max-time 5 --fail --output /dev/null "https://$SHOP_HOST/catalogue" 2>"$STATE/logs/curl.log"; do
    ((SECONDS < deadline)) || { cat "$STATE/logs/curl.log" >&2 && die "the gateway does not lead to the shop, see above."; }
    sleep 0.2
  done
}

place_order() {
  local email password token before order
  gateway_knows_the_shop
  email=ada-$(date +%s%N)@example.com
  password=$(openssl rand -hex 12)
  say "signing up as $email, and logging in"
  shop POST /accounts "$(jq -nc --arg email "$email" --arg password "$password" '{$email, $password, name: "Ada"}')" >/dev/null
  token=$(shop POST /accounts/login "$(jq -nc --arg email "$email" --arg password "$password" '{$email, $password}')" | jq -r .token)
  before=$(stock)
  order=$(shop POST /orders "$(jq -nc --arg sku "$GOODS" '{lines: [{$sku, quantity: 2}]}')" \
    --header "Authorization: Bearer $token" --header "Idempotency-Key: $email")
  say "ordered 2 of $GOODS: $(jq -r '"order \(.id) is \(.state), \(.total / 100) \(.currency)"' <<<"$order")"
  say "stock of $GOODS: $before before, $(stock) after"
}
