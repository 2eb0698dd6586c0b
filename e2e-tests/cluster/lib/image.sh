# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# Images made without a container engine: archives as "docker save" writes them.

# make_layer LAYER FOLDER [LEVEL]: what is in FOLDER, as a layer of images: a folder of two files. Its files belong to root,
# except those that already have another owner. LEVEL is of gzip; by default the fastest, since each node has a copy of
# what is unpacked anyway.
make_layer() {
  local layer=$1 folder=$2 level=${3:-1}
  mkdir "$layer"
  tar --create --directory="$folder" --sort=name --mtime=@0 --numeric-owner --file="$layer/content" .
  # Layers are known by the checksum of what they unpack to.
  sha256sum "$layer/content" | cut -d' ' -f1 >"$layer/sum"
  [ "${COMPRESS:-yes}" = yes ] || return 0
  gzip "-$level" --no-name "$layer/content"
  mv "$layer/content.gz" "$layer/content"
}

# make_image ARCHIVE NAME FOLDER [CONFIG [LAYER...]]: an image of what is in FOLDER, on top of these layers. CONFIG is the
# "config" object of its description, by default one with nothing but a PATH.
make_image() {
  local archive=$1 name=$2 folder=$3 config=${4:-'{}'} work=$1.making layer sum description
  local sums=()
  shift $(($# < 4 ? $# : 4))
  rm -rf "$work"
  mkdir "$work" "$work/archive"
  make_layer "$work/top" "$folder"
  for layer in "$@" "$work/top"; do
    sum=$(cat "$layer/sum")
    sums+=("$sum")
    ln -s "$(realpath "$layer/content")" "$work/archive/$sum.tar"
  done
  jq --null-input --compact-output --argjson config "$config" --arg arch "$(image_arch)" '{
    created: "1970-01-01T00:00:00Z", architecture: $arch, os: "linux",
    config: ({Env: ["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"]} + $config),
    rootfs: {type: "layers", diff_ids: [$ARGS.positional[] | "sha256:" + .]},
    history: [$ARGS.positional[] | {created: "1970-01-01T00:00:00Z"}]
  }' --args "${sums[@]}" >"$work/config"
  # Archives can be joined, see archives.sh: no two files of the same name differ.
  description=$(sha256sum "$work/config" | cut -d' ' -f1).json
  mv "$work/config" "$work/archive/$description"
  jq --null-input --compact-output --arg name "$name" --arg description "$description" \
    '[{Config: $description, RepoTags: [$name], Layers: [$ARGS.positional[] | . + ".tar"]}]' \
    --args "${sums[@]}" >"$work/archive/manifest.json"
  tar --create --directory="$work/archive" --dereference --mtime=@0 --file="$archive" \
    manifest.json "$description" "${sums[@]/%/.tar}"
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
