#!/bin/bash
# Keeps copies of a K3s server's state in a container of Azure's storage, and puts one back.
#
#     k3s-backup save CONTAINER      CONTAINER is its HTTPS address; the machine's own identity signs in
#     k3s-backup restore FILE        a copy that was downloaded to this machine; K3s is stopped and started
#
# A copy is what a server cannot be made again without: the database (SQLite, copied while K3s writes), the token, and the
# keys that Secrets are encrypted and accounts are signed with (https://docs.k3s.io/datastore/backup-restore). So it is as
# secret as the cluster. Volumes are not in it.
#
# K3S_DATA and METADATA are for tests.
set -euo pipefail
umask 077

data=${K3S_DATA:-/var/lib/rancher/k3s}
metadata=${METADATA:-http://169.254.169.254}
readonly PARTS=(server/token server/cred server/tls)

fail() {
  printf 'k3s-backup: %s\n' "$*" >&2
  exit 1
}

# A token of the machine's identity, for storage:
# https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token
sign_in() {
  local answer
  answer=$(curl --fail --silent --show-error --retry 6 --retry-all-errors --header 'Metadata: true' \
    "$metadata/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https%3A%2F%2Fstorage.azure.com%2F") ||
    fail "the machine has no identity to sign in to the storage with"
  python3 -c 'import json, sys; print("Authorization: Bearer", json.load(sys.stdin)["access_token"])' <<<"$answer"
}

# A copy of the database at one moment, as SQLite's own `.backup` makes it; a plain copy would be torn by a write.
copy_database() {
  python3 - "$data/server/db/state.db" "$1" <<'EOF'
import sqlite3, sys

live = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
copy = sqlite3.connect(sys.argv[2])
live.backup(copy)
[result] = copy.execute("PRAGMA integrity_check").fetchone()
copy.execute("PRAGMA journal_mode=DELETE")
copy.close()
sys.exit(None if result == "ok" else f"k3s-backup: the copy of the database is damaged: {result}")
EOF
}

save() {
  local container=$1 name
  [ -e "$data/server/db/state.db" ] || fail "$data/server/db/state.db is missing: this is no server with SQLite"
  mkdir -p "$work/copy/server/db"
  copy_database "$work/copy/server/db/state.db"
  tar --create --directory "$data" "${PARTS[@]}" | tar --extract --directory "$work/copy"
  tar --create --gzip --file "$work/backup.tar.gz" --directory "$work/copy" server
  # A header on the command line could be read by every process.
  sign_in >"$work/header"
  name=$(date --utc +%Y-%m-%dT%H-%M-%SZ).tar.gz
  curl --fail --silent --show-error --retry 6 --retry-connrefused --request PUT --header "@$work/header" \
    --header 'x-ms-version: 2023-11-03' --header 'x-ms-blob-type: BlockBlob' \
    --upload-file "$work/backup.tar.gz" "$container/$name" || fail "cannot write $container/$name"
  printf 'k3s-backup: wrote %s/%s\n' "$container" "$name"
}

# Refuses before anything is stopped: K3s would start under authorities that nobody outside trusts.
check_copy() {
  local file different=()
  tar --extract --gzip --file "$1" --directory "$work" 2>/dev/null || fail "$1 is no copy, or damaged"
  for file in server/db/state.db "${PARTS[@]}"; do
    [ -e "$work/$file" ] || fail "$1 lacks $file: it is no copy that this program made"
  done
  for file in client-ca.crt server-ca.crt; do
    [ ! -e "$data/server/tls/$file" ] || cmp --silent "$data/server/tls/$file" "$work/server/tls/$file" ||
      different+=("$file")
  done
  [ ${#different[@]} = 0 ] ||
    fail "$1 is of other certificate authorities (${different[*]} differ): restore it on a machine of that cluster"
}

restore() {
  local kept
  check_copy "$1"
  kept=$data/before-$(date --utc +%Y-%m-%dT%H-%M-%SZ)
  systemctl stop k3s.service
  if [ -e "$data/server" ]; then
    mkdir -p "$kept"
    for part in server/db "${PARTS[@]}"; do
      [ ! -e "$data/$part" ] || mv "$data/$part" "$kept/"
    done
  fi
  mkdir -p "$data/server"
  for part in server/db "${PARTS[@]}"; do mv "$work/$part" "$data/$part"; done
  systemctl start k3s.service
  printf 'k3s-backup: restored; what was there before lies in %s\n' "$kept"
}

work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
case ${1:-} in
  save) save "${2:?expected the address of a container}" ;;
  restore) restore "${2:?expected a file}" ;;
  *) fail "expected 'save CONTAINER' or 'restore FILE'" ;;
esac
