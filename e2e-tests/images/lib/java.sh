# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# Images of Java programs. What is special about one is in its Containerfile, which is read here; what stands in for the
# base image that it names is one layer, which all have in common.

# Those of the JDK that server programs of Quarkus use.
JAVA_MODULES=java.se,jdk.unsupported,jdk.crypto.ec,jdk.crypto.cryptoki,jdk.jfr,jdk.management,jdk.naming.dns,jdk.net,jdk.zipfs,jdk.jcmd
# As Temurin's images have it.
JAVA_PLACE=/opt/java/openjdk
JAVA_ENVIRONMENT=("PATH=$JAVA_PLACE/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
  "JAVA_HOME=$JAVA_PLACE" "LANG=C.UTF-8")

# java_base: prints the folder with the layer, and with the tree that is in it.
java_base() {
  local folder
  JAVA_HOME=$("$IMAGES/../../bin/jdk-home")
  folder=$CACHE/java-base-$(cat "$IMAGES"/lib/{java,roots}.sh "$CLUSTER/lib/image.sh" "$JAVA_HOME/release" | checksum)
  make_once "$folder" "the Java runtime of all images" make_java_base
  echo "$folder"
}

make_java_base() {
  local folder=$1 root=$1/root
  step "a root of glibc and a Java runtime (about half a minute)"
  debian_root "$root" libc6 tzdata
  mkdir -p "$root$(dirname "$JAVA_PLACE")" "$root/etc"
  mkdir -m 1777 "$root/tmp"
  "$JAVA_HOME/bin/jlink" --output "$root$JAVA_PLACE" --add-modules "$JAVA_MODULES" \
    --strip-debug --no-header-files --no-man-pages --generate-cds-archive
  printf 'root:x:0:0::/root:/sbin/nologin\nnonroot:x:65532:65532::/:/sbin/nologin\n' >"$root/etc/passwd"
  printf 'root:x:0:\nnonroot:x:65532:\n' >"$root/etc/group"
  echo 'hosts: files dns' >"$root/etc/nsswitch.conf"
  # For heaps of more than 32 GiB.
  rm -f "$root$JAVA_PLACE"/lib/server/classes_nocoops.jsa
  # As in the image: the JVM knows files by their time as well.
  find "$root" -exec touch --no-dereference --date=@0 {} +
  make_layer "$folder/layer" "$root" 6
}

# make_java_image ARCHIVE NAME BASE CONTAINERFILE APP [PREPARE]: an image of the program in the folder APP. BASE is what
# java_base prints. PREPARE is a command that is called with the root folder of the image and the program's place in it,
# before that is packed.
make_java_image() {
  local archive=$1 name=$2 base=$3 containerfile=$4 app=$5 prepare=${6:-:} root=$1.root top=$1.top config place
  config=$(image_config "$containerfile")
  place=$(jq --raw-output .WorkingDir <<<"$config")
  # Nothing of the base is ever written to.
  cp --archive --link "$base/root" "$root"
  mkdir -p "$root$place"
  cp -r "$app/." "$root$place/"
  find "$root$place" -exec touch --date=@0 {} +
  "$prepare" "$root" "$place"
  mkdir -p "$top$(dirname "$place")"
  mv "$root$place" "$top$place"
  make_image "$archive" "$name" "$top" "$config" "$base/layer"
  rm -rf "$root" "$top"
}

# image_config CONTAINERFILE: what its last stage says, as the "config" object of an image. The program has to be in the
# working folder.
image_config() {
  awk '/^FROM / { stage = ""; next } /^[A-Z]/ { stage = stage $0 "\n" } END { printf "%s", stage }' "$1" \
    | jq --raw-input --null-input '
      reduce (inputs | capture("^(?<word>[A-Z]+) +(?<rest>.*)$")) as {$word, $rest} ({Env: $ARGS.positional};
        if $word == "USER" then .User = $rest
        elif $word == "WORKDIR" then .WorkingDir = $rest
        elif $word == "EXPOSE" then .ExposedPorts["\($rest)/tcp"] = {}
        elif $word == "ENV" then .Env += [$rest | sub("=\"(?<value>.*)\"$"; "=\(.value)")]
        elif $word == "ENTRYPOINT" then .Entrypoint = ($rest | fromjson)
        elif $word == "COPY" then .copied = ($rest | sub(".* "; "") | rtrimstr("/"))
        else error("\($word) is not understood by image_config in e2e-tests/images/lib/java.sh") end)
      | if .copied == .WorkingDir and .User and .Entrypoint then del(.copied)
        else error("the last stage of a Containerfile has to name a user, an entrypoint, and one folder that it copies to and works in") end
    ' --args "${JAVA_ENVIRONMENT[@]}" || die "$1 cannot be turned into an image, see above."
}

# java_image_sum BASE APP FILE...: of all that decides what an image is made of. The files are scripts and the like.
java_image_sum() {
  local base=$1 app=$2
  shift 2
  {
    echo "${base##*/}"
    cat "$@"
    find "$app" -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sed "s#$app##"
  } | checksum
}
