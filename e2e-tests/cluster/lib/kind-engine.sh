# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# Which container engine a Kind cluster runs in, and how it is reached from this machine's loopback.

# Ports of the loopback of an engine's own namespace, which nobody else uses.
API_PORT=6443
GATEWAY_PORT=8080
GATEWAY_TLS_PORT=8443
ENVOY_PORT=8081
ENVOY_TLS_PORT=8444

# choose_engine: sets ENGINE to docker, podman or own, and NODE_IMAGE for the first two. CLUSTER_ENGINE=system|own decides;
# otherwise the machine's engine is used if it answers and has the published node image, or can get it.
choose_engine() {
  ENGINE=own
  case ${CLUSTER_ENGINE:-} in
    own) return ;;
    system | "") ;;
    *) die "CLUSTER_ENGINE is '$CLUSTER_ENGINE', but has to be system, own or nothing." ;;
  esac
  local engine image=${CLUSTER_NODE_IMAGE:-}
  [ -n "$image" ] || image=$(published_image)
  for engine in docker podman; do
    timeout 10 "$engine" info >/dev/null 2>&1 || continue
    if "$engine" image inspect "$image" >/dev/null 2>&1 || { say "pulling $image" && "$engine" pull "$image" >&2; }; then
      ENGINE=$engine NODE_IMAGE=$image
      return
    fi
    say "$engine answers, but cannot pull $image"
  done
  [ "${CLUSTER_ENGINE:-}" != system ] \
    || die "there is no Docker or Podman engine that answers and has, or can pull, $image; start one, or use CLUSTER_ENGINE=own."
  say "no container engine answers that has, or can pull, $image: using one of the cluster's own"
}

# published_image: the one that this version of Kind is released with.
published_image() {
  local source
  source=$(module_source sigs.k8s.io/kind "$(version_of kind-tool)")
  sed -nE 's/^const Image = "(.*)"$/\1/p' "$source/pkg/apis/config/defaults/image.go" | grep .
}

# use_engine: what the environment of kind, docker and podman has to be for $ENGINE.
use_engine() {
  case $ENGINE in
    own) export DOCKER_HOST=unix://$STATE/engine.sock KIND_EXPERIMENTAL_PROVIDER=docker ;;
    *) export KIND_EXPERIMENTAL_PROVIDER=$ENGINE ;;
  esac
}

# start_own_engine NODE-IMAGE-FOLDER
start_own_engine() {
  local folder=$1
  say "starting a container engine"
  # Layers are never written to, so that links to the cached ones do; all else is copied.
  find "$folder/engine" -mindepth 1 -maxdepth 1 ! -name overlay2 -exec cp --archive --target-directory="$STATE/engine" {} +
  cp --archive --link "$folder/engine/overlay2" "$STATE/engine/"
  ln -s "$BASH" "$STATE/bin/engine-init"
  ENGINE_FOLDER=$STATE
  start_program engine "$(command -v unshare)" "${ENGINE_NAMESPACES[@]}" "$STATE/bin/engine-init" \
    "$CLUSTER/engine/init" "$STATE" "$STATE/engine" "/$CGROUP" "api=$API_PORT" "gateway=$GATEWAY_PORT" \
    "gateway-tls=$GATEWAY_TLS_PORT" "envoy=$ENVOY_PORT" "envoy-tls=$ENVOY_TLS_PORT"
  wait_for_engine "${PIDS[engine]}" "$STATE/logs/engine.log"
}

# need_own_engine: installs what is missing, where that is possible.
need_own_engine() {
  [ "$(id -u)" = 0 ] || die "a container engine of one's own can only be run by root; start Docker or Podman instead."
  need_packages dockerd=docker.io docker=docker.io runc=runc iptables=iptables debootstrap=debootstrap socat=socat \
    update-ca-certificates=ca-certificates
}

# need_packages COMMAND=PACKAGE...: installs the packages of the commands that are missing.
need_packages() {
  local missing=() pair
  for pair in "$@"; do
    command -v "${pair%=*}" >/dev/null || missing+=("${pair#*=}")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    die "missing, and this is not root on Debian: ${missing[*]}; install them and run this again."
  fi
  say "installing ${missing[*]}"
  apt-get -qq update
  # Nothing that is installed is to be started.
  RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive \
    apt-get -qq install --yes --no-install-recommends "${missing[@]}" >/dev/null \
    || die "these packages could not be installed: ${missing[*]}"
}

# forward NAME PORT-FILE: brings NAME.sock, which leads into the engine's namespace, to a free port of loopback, and
# writes that port into a file.
forward() {
  local name=$1 file=$2 port deadline=$((SECONDS + ENGINE_LIMIT_SECONDS))
  until [ -f "$file" ]; do
    port=$(free_port)
    start_program "forward-$name" "$(command -v socat)" -t 60 "TCP-LISTEN:$port,bind=127.0.0.1,fork,reuseaddr,backlog=128" \
      "UNIX-CONNECT:$STATE/$name.sock"
    until (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do
      # Somebody else may have taken the port.
      kill -0 "${PIDS[forward-$name]}" 2>/dev/null || break
      ((SECONDS < deadline)) || die "$name could not be brought to loopback; see $STATE/logs/forward-$name.log"
      sleep 0.1
    done
    ! kill -0 "${PIDS[forward-$name]}" 2>/dev/null || echo "$port" >"$file"
  done
}
