#!/bin/sh
# Writes .env beside docker-compose.yml from .env.example, with a random secret for each one that is wanted there.
# Needs a shell and nothing else; leaves a .env that is there alone.
set -eu
cd "${1:-$(dirname "$0")/../..}"
umask 077
if [ -e .env ]; then
  echo '.env is there already: it is left as it is.' >&2
  exit 1
fi
unfinished=".env.$$"
trap 'rm -f "$unfinished"' EXIT
while IFS= read -r line; do
  case $line in
    # `NAME=random` asks for 32 random bytes, in letters that a URL takes as they are.
    *=random) printf '%s=%s\n' "${line%=random}" "$(od -An -N32 -tx1 /dev/urandom | tr -d ' \n')" ;;
    *) printf '%s\n' "$line" ;;
  esac
done < .env.example > "$unfinished"
# Never over one that came meanwhile.
ln "$unfinished" .env
echo 'Wrote .env with secrets of its own: keep a copy where the backups are not.'
