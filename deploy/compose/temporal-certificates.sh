#!/bin/sh
# temporal-certificates.sh FOLDER [NAME]: an authority and one certificate each for Temporal's server, the service
# (API, workers, admin) and the UI, for temporal-mtls.yml. NAME is what the frontend is called; default: temporal.
# What is there already stays: an expiring one is renewed by deleting its .pem and running this again.
set -eu
folder=${1:?folder}
server=${2:-temporal}
days=825
umask 077
mkdir -p "$folder"
cd "$folder"

key() { [ -f "$1" ] || openssl genpkey -quiet -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1"; }

key ca-key.pem
[ -f ca.pem ] || openssl req -x509 -new -sha256 -key ca-key.pem -days 3650 -subj '/CN=Verifa Temporal CA' \
  -addext 'basicConstraints=critical,CA:TRUE' -addext 'keyUsage=critical,keyCertSign,cRLSign' -out ca.pem

# issue NAME ALTERNATIVE-NAME
issue() {
  key "$1-key.pem"
  [ -f "$1.pem" ] && return
  openssl req -new -sha256 -key "$1-key.pem" -subj "/CN=$1" -out "$1.csr"
  printf '%s\n' 'basicConstraints=critical,CA:FALSE' 'keyUsage=critical,digitalSignature' \
    'extendedKeyUsage=serverAuth,clientAuth' "subjectAltName=DNS:$2" >"$1.ext"
  openssl x509 -req -sha256 -in "$1.csr" -CA ca.pem -CAkey ca-key.pem -CAcreateserial -days "$days" \
    -extfile "$1.ext" -out "$1.pem"
  rm "$1.csr" "$1.ext"
}
issue temporal "$server"
issue service verifa-service
issue ui verifa-temporal-ui
# Read inside containers by users of their own; the authority's key is for this script alone: keep it elsewhere.
chmod 644 ca.pem temporal.pem service.pem ui.pem temporal-key.pem service-key.pem ui-key.pem
chmod 755 .
echo "in $folder: ca.pem, and temporal, service and ui with their keys; take ca-key.pem away from this machine"
