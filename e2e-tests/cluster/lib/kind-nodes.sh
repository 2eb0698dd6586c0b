# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# The nodes of a Kind cluster: one for the control plane, and two workers in two zones.

# Where a node listens for the gateway, without and with TLS.
GATEWAY_NODE_PORT=30080
GATEWAY_TLS_NODE_PORT=30443
# And for the second one, whether it is on or not: a node's ports cannot be changed later.
ENVOY_NODE_PORT=30081
ENVOY_TLS_NODE_PORT=30444

# node_config: what Kind is to make. With an engine of its own, the ports are of the engine's namespace; otherwise 0 lets
# the engine choose.
node_config() {
  local api_port=0 gateway_port=0 gateway_tls_port=0 envoy_port=0 envoy_tls_port=0
  if [ "$ENGINE" = own ]; then
    api_port=$API_PORT
    gateway_port=$GATEWAY_PORT
    gateway_tls_port=$GATEWAY_TLS_PORT
    envoy_port=$ENVOY_PORT
    envoy_tls_port=$ENVOY_TLS_PORT
  fi
  cat <<YAML
kind: Cluster
apiVersion: kind.x-k8s.io/v1alpha4
networking:
  apiServerAddress: 127.0.0.1
  apiServerPort: $api_port
  kubeProxyMode: nftables
nodes:
  - role: control-plane
    extraPortMappings:
      - {listenAddress: 127.0.0.1, hostPort: $gateway_port, containerPort: $GATEWAY_NODE_PORT}
      - {listenAddress: 127.0.0.1, hostPort: $gateway_tls_port, containerPort: $GATEWAY_TLS_NODE_PORT}
      - {listenAddress: 127.0.0.1, hostPort: $envoy_port, containerPort: $ENVOY_NODE_PORT}
      - {listenAddress: 127.0.0.1, hostPort: $envoy_tls_port, containerPort: $ENVOY_TLS_NODE_PORT}
  - role: worker
    labels: {topology.kubernetes.io/zone: zone-a}
  - role: worker
    labels: {topology.kubernetes.io/zone: zone-b}
kubeadmConfigPatches:
  - |
    kind: KubeletConfiguration
    apiVersion: kubelet.config.k8s.io/v1beta1
    failCgroupV1: false
  - |
    # Nothing here has to survive a loss of power.
    kind: ClusterConfiguration
    apiVersion: kubeadm.k8s.io/v1beta4
    etcd:
      local:
        extraArgs:
          - {name: unsafe-no-fsync, value: "true"}
$(patient InitConfiguration)
$(patient JoinConfiguration)
YAML
}

# patient KIND: kubeadm is to wait longer than it does by itself, since the machine may be busy.
patient() {
  cat <<YAML
  - |
    kind: $1
    apiVersion: kubeadm.k8s.io/v1beta4
    timeouts:
      controlPlaneComponentHealthCheck: 8m
      kubeletHealthCheck: 8m
      kubernetesAPICall: 8m
      etcdAPICall: 8m
      tlsBootstrap: 8m
      discovery: 8m
YAML
}

# create_nodes IMAGE
create_nodes() {
  local log=$STATE/logs/kind.log progress
  node_config >"$STATE/nodes.yaml"
  say "creating three nodes"
  # Not a pipe, whose processes would hold the lock, if this command is killed, for as long as Kind goes on.
  touch "$log"
  (exec -a "$STATE/bin/progress" tail --follow --lines=+1 --pid=$$ "$log" >&2 9>&-) &
  progress=$!
  kind create cluster --name "$NAME" --config "$STATE/nodes.yaml" --kubeconfig "$STATE/kubeconfig.new" --image "$1" \
    >"$log" 2>&1 || { tail -n 20 "$log" >&2 && die "Kind could not create the nodes, see above."; }
  kill $progress
  wait $progress 2>/dev/null || true
  bring_to_loopback
  mv "$STATE/kubeconfig.new" "$STATE/kubeconfig"
}

# bring_to_loopback: the API server and the gateways.
bring_to_loopback() {
  if [ "$ENGINE" = own ]; then
    forward api "$STATE/api-port"
    forward gateway "$STATE/gateway-port"
    forward gateway-tls "$STATE/gateway-tls-port"
    forward envoy "$STATE/envoy-port"
    forward envoy-tls "$STATE/envoy-tls-port"
    sed -i "s#\(server: https://127.0.0.1\):$API_PORT\$#\1:$(cat "$STATE/api-port")#" "$STATE/kubeconfig.new"
  else
    published_port "$GATEWAY_NODE_PORT" >"$STATE/gateway-port"
    published_port "$GATEWAY_TLS_NODE_PORT" >"$STATE/gateway-tls-port"
    published_port "$ENVOY_NODE_PORT" >"$STATE/envoy-port"
    published_port "$ENVOY_TLS_NODE_PORT" >"$STATE/envoy-tls-port"
  fi
}

# published_port PORT: where the machine's engine has brought a port of the first node.
published_port() {
  "$ENGINE" port "$NAME-control-plane" "$1/tcp" | sed -n '1s/.*://p' | grep .
}

# load_images ARCHIVES...: onto the nodes where pods may run. All at once, since what takes the time is to bring every
# layer into the nodes, also those that they have.
load_images() {
  local joined=$1
  if [ $# -gt 1 ]; then
    joined=$STATE/tmp/images.$$.tar
    join_archives "$joined" "$@"
  fi
  kind load image-archive --name "$NAME" --nodes "$NAME-worker,$NAME-worker2" "$joined" >>"$STATE/logs/load.log" 2>&1 \
    || { tail -n 20 "$STATE/logs/load.log" >&2 && die "these could not be loaded onto the nodes, see above: $*"; }
  [ $# -le 1 ] || rm -f "$joined"
}
