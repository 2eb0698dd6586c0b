# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# Images of one layer, made without a container engine: archives as "docker save" writes them.

# make_image ARCHIVE NAME FOLDER [CONFIG]: an image of what is in FOLDER. CONFIG is the "config" object of its
# description, by default one with nothing but a PATH. Its files belong to root, except those that already have another
# owner.
make_image() {
  local archive=$1 name=$2 folder=$3 config=${4:-'{}'} work diff layer
  work=$archive.making
  rm -rf "$work"
  mkdir "$work"
  # Layers are known by the checksum of what they unpack to.
  tar --create --directory="$folder" --sort=name --mtime=@0 --numeric-owner --file="$work/layer.tar" .
  diff=$(sha256sum "$work/layer.tar" | cut -d' ' -f1)
  layer=$diff.tar
  if [ "${COMPRESS:-yes}" = yes ]; then
    # The fastest: it is unpacked on every node, and each node holds a copy.
    gzip -1 --no-name "$work/layer.tar"
    layer=$layer.gz
    mv "$work/layer.tar.gz" "$work/$layer"
  else
    mv "$work/layer.tar" "$work/$layer"
  fi
  jq --null-input --compact-output --arg diff "sha256:$diff" --argjson config "$config" --arg arch "$(image_arch)" '{
    created: "1970-01-01T00:00:00Z", architecture: $arch, os: "linux",
    config: ({Env: ["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"]} + $config),
    rootfs: {type: "layers", diff_ids: [$diff]}, history: [{created: "1970-01-01T00:00:00Z"}]
  }' >"$work/config.json"
  jq --null-input --compact-output --arg name "$name" --arg layer "$layer" \
    '[{Config: "config.json", RepoTags: [$name], Layers: [$layer]}]' >"$work/manifest.json"
  tar --create --directory="$work" --mtime=@0 --file="$archive" manifest.json config.json "$layer"
  rm -rf "$work"
}

image_arch() {
  case $(uname -m) in
    x86_64) echo amd64 ;;
    aarch64) echo arm64 ;;
    *) die "there is no image for this kind of processor: $(uname -m)." ;;
  esac
}

# make_program_image ARCHIVE NAME PROGRAM [CONFIG]: an image of a program that build-binaries has built, which needs
# nothing else.
make_program_image() {
  local folder=$1.root
  rm -rf "$folder"
  mkdir -p "$folder/usr/local/bin"
  mkdir -m 1777 "$folder/tmp"
  cp "$(program "$3")" "$folder/usr/local/bin/"
  chmod 755 "$folder/usr/local/bin/$3"
  make_image "$1" "$2" "$folder" "${4:-}"
  rm -rf "$folder"
}
