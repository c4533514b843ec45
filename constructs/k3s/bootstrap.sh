#!/bin/bash
# Makes this machine a K3s server, or brings the one that it is up to date. Cloud nodes and Vagrant share it.
#
# Linux with systemd, amd64 or arm64, as root. Running it again with the same inputs changes and restarts nothing.
# It returns 0 only when K3s answers /readyz and, where the bundled Traefik is used, its custom resources exist.
#
# Inputs are environment variables whose values are base64 (`BootstrapInputs` in bootstrap.ts renders them):
#
#   MERIDIAN_K3S_VERSION        release tag, such as v1.36.4+k3s1
#   MERIDIAN_K3S_CONFIG         /etc/rancher/k3s/config.yaml
#   MERIDIAN_K3S_ADMISSION      admission configuration: Pod Security, event rate limit
#   MERIDIAN_K3S_AUDIT          audit policy
# and, where wanted:
#   MERIDIAN_K3S_TRAEFIK        HelmChartConfig; given exactly where the bundled Traefik is used
#   MERIDIAN_K3S_SHA256_AMD64   checksum of the release's `k3s`
#   MERIDIAN_K3S_SHA256_ARM64   checksum of the release's `k3s-arm64`
#                               without one, the release's own checksum file decides: that proves an intact
#                               download, not its origin
#   MERIDIAN_K3S_RELEASES       HTTPS address of the releases, default https://github.com/k3s-io/k3s/releases/download
#   MERIDIAN_K3S_BACKUP         address of the container that a copy of the state goes into every night
#   MERIDIAN_K3S_BACKUP_SCRIPT  the program that makes it (backup.sh)
#   MERIDIAN_CLIENT_CA_CERT     the cluster's certificate authorities, all four or none: without them K3s makes its
#   MERIDIAN_CLIENT_CA_KEY      own. They are written before the first start only; a node that has started with
#   MERIDIAN_SERVER_CA_CERT     others is refused
#   MERIDIAN_SERVER_CA_KEY
#
# Without a network: put the release's binary at /usr/local/bin/k3s and its images into
# /var/lib/rancher/k3s/agent/images/ beforehand; a binary that is the wanted release is not downloaded again.
#
# The unit is our own rather than install.sh's: get.k3s.io serves whatever is newest, and all that is left of the
# installer once the binary is verified here is this unit.

# The exports may stand above the first line, so that no shebang counts and sh reads this.
[ -n "${BASH_VERSION:-}" ] || exec /bin/bash "$0" "$@"

set -euo pipefail
umask 077

readonly K3S=/usr/local/bin/k3s
readonly BACKUP=/usr/local/sbin/k3s-backup
readonly SETTINGS=/etc/rancher/k3s
readonly DATA=/var/lib/rancher/k3s
readonly SYSCTLS=/etc/sysctl.d/90-kubelet.conf
readonly UNITS=/etc/systemd/system
# What the running K3s was started with; differs from the files when a restart is due.
readonly STAMP=$DATA/bootstrap.sha256
readonly CAS=(client-ca.crt:CLIENT_CA_CERT client-ca.key:CLIENT_CA_KEY
  server-ca.crt:SERVER_CA_CERT server-ca.key:SERVER_CA_KEY)

log() { printf 'k3s bootstrap: %s\n' "$*"; }

fail() {
  printf 'k3s bootstrap: %s\n' "$*" >&2
  exit 1
}

given() {
  local name=MERIDIAN_$1
  [ -n "${!name:-}" ]
}

# Prints an input, byte for byte. A certificate must keep its last newline, so do not catch it in a variable.
input() {
  local name=MERIDIAN_$1
  printf '%s' "${!name:-}" | base64 --decode
}

# put MODE PATH: writes standard input to a file.
put() { install -m "$1" /dev/stdin "$2"; }

check_inputs() {
  local problems=() name entry command missing=() releases
  for name in K3S_VERSION K3S_CONFIG K3S_ADMISSION K3S_AUDIT; do
    given "$name" || problems+=("MERIDIAN_$name is not set")
  done
  # Children need none of the inputs, and some are private keys.
  for name in "${!MERIDIAN_@}"; do
    export -n "${name?}"
    input "${name#MERIDIAN_}" >/dev/null 2>&1 || problems+=("$name is not base64")
  done
  releases=$(input K3S_RELEASES 2>/dev/null || true)
  case $releases in
    '' | https://*) ;;
    *) problems+=("MERIDIAN_K3S_RELEASES is '$releases', expected an address that starts with https://") ;;
  esac
  for entry in "${CAS[@]}"; do
    given "${entry#*:}" || missing+=("MERIDIAN_${entry#*:}")
  done
  if [ ${#missing[@]} -gt 0 ] && [ ${#missing[@]} -lt ${#CAS[@]} ]; then
    problems+=("the certificate authorities are all four or none, missing: ${missing[*]}")
  fi
  for command in base64 curl install sha256sum sysctl systemctl timeout; do
    command -v "$command" >/dev/null || problems+=("the command '$command' is missing")
  done
  case $(uname -m) in
    x86_64 | aarch64 | arm64) ;;
    *) problems+=("the processor is $(uname -m), K3s is released for x86_64 and aarch64") ;;
  esac
  [ "$(id -u)" = 0 ] || problems+=("run as root")
  [ ${#problems[@]} = 0 ] || fail "$(printf '%s; ' "${problems[@]}" | sed 's/; $//')"
}

# The image's own first boot may still hold the network and the disk. It must not be what runs this script.
wait_for_cloud_init() {
  command -v cloud-init >/dev/null || return 0
  log "waiting for cloud-init"
  timeout 600 cloud-init status --wait >/dev/null ||
    log "cloud-init did not end well, see 'cloud-init status --long'; going on"
}

# Refuses before anything is changed: K3s will not start on a datastore of other authorities.
install_authorities() {
  given CLIENT_CA_CERT || return 0
  local entry file different=()
  if [ -e "$DATA/server/db" ]; then
    for entry in "${CAS[@]}"; do
      file=$DATA/server/tls/${entry%%:*}
      cmp --silent <(input "${entry#*:}") "$file" || different+=("${entry%%:*}")
    done
    [ ${#different[@]} = 0 ] ||
      fail "this node already started with other certificate authorities (${different[*]} in $DATA/server/tls differ):" \
        "replace the node, or rotate them with 'k3s certificate rotate-ca'"
    return 0
  fi
  install -d -m 0755 "${DATA%/*}" "$DATA"
  install -d -m 0700 "$DATA/server" "$DATA/server/tls"
  # K3s reads a certificate without its key as absent and overwrites it: it finds both, or is not started.
  for entry in "${CAS[@]}"; do
    input "${entry#*:}" | put 0600 "$DATA/server/tls/${entry%%:*}"
  done
}

# The asset's name in a release, and the variable that may pin it.
architecture() {
  case $(uname -m) in
    x86_64) printf 'amd64' ;;
    *) printf 'arm64' ;;
  esac
}

asset() {
  case $(architecture) in
    amd64) printf 'k3s' ;;
    *) printf 'k3s-arm64' ;;
  esac
}

pinned_checksum() { input "K3S_SHA256_$(architecture | tr '[:lower:]' '[:upper:]')"; }

has_checksum() { printf '%s  %s\n' "$1" "$2" | sha256sum --check --status 2>/dev/null; }

is_wanted_release() {
  [ -x "$K3S" ] || return 1
  local pinned
  pinned=$(pinned_checksum)
  if [ -n "$pinned" ]; then
    has_checksum "$pinned" "$K3S"
  else
    [ "$("$K3S" --version | awk 'NR == 1 { print $3 }')" = "$(input K3S_VERSION)" ]
  fi
}

# fetch ADDRESS FILE: seven attempts, one to 32 seconds apart.
fetch() {
  log "downloading $1"
  curl --fail --silent --show-error --location --proto '=https' --output "$2" \
    --connect-timeout 15 --speed-limit 1024 --speed-time 30 --retry 6 --retry-all-errors "$1" ||
    fail "cannot download $1: let this machine reach it, set MERIDIAN_K3S_RELEASES to a mirror," \
      "or put the binary at $K3S beforehand"
}

install_binary() {
  local version releases folder checksum
  version=$(input K3S_VERSION)
  if is_wanted_release; then
    log "K3s $version is installed"
    return 0
  fi
  releases=$(input K3S_RELEASES)
  releases=${releases:-https://github.com/k3s-io/k3s/releases/download}
  folder=$releases/${version//+/%2B}
  checksum=$(pinned_checksum)
  if [ -z "$checksum" ]; then
    fetch "$folder/sha256sum-$(architecture).txt" "$work/checksums"
    checksum=$(awk -v asset="$(asset)" '$2 == asset { print $1 }' "$work/checksums")
    [ -n "$checksum" ] || fail "$folder/sha256sum-$(architecture).txt does not list $(asset)"
  fi
  fetch "$folder/$(asset)" "$work/k3s"
  has_checksum "$checksum" "$work/k3s" ||
    fail "$folder/$(asset) has the SHA-256 $(sha256sum <"$work/k3s" | cut -d ' ' -f 1), expected $checksum"
  install -d -m 0755 "${K3S%/*}"
  install -m 0755 "$work/k3s" "$K3S"
  ln -sf k3s "${K3S%/*}/kubectl"
}

install_configuration() {
  install -d -m 0755 "${DATA%/*}" "$DATA" "${SETTINGS%/*}" "$SETTINGS"
  install -d -m 0700 "$DATA/server" "$DATA/server/logs" "$DATA/server/manifests"
  input K3S_CONFIG | put 0600 "$SETTINGS/config.yaml"
  input K3S_ADMISSION | put 0600 "$SETTINGS/admission.yaml"
  input K3S_AUDIT | put 0600 "$SETTINGS/audit.yaml"
  if given K3S_TRAEFIK; then
    input K3S_TRAEFIK | put 0600 "$DATA/server/manifests/traefik-config.yaml"
  fi
}

# What the kubelet would otherwise set, and under protect-kernel-defaults demands.
# https://docs.k3s.io/security/hardening-guide, kubernetes/pkg/util/sysctl/sysctl.go
install_sysctls() {
  put 0644 "$SYSCTLS" <<'EOF'
vm.panic_on_oom=0
vm.overcommit_memory=1
kernel.panic=10
kernel.panic_on_oops=1
kernel.keys.root_maxkeys=1000000
kernel.keys.root_maxbytes=25000000
EOF
  sysctl --quiet --load "$SYSCTLS"
}

install_units() {
  # KillMode: pods keep running while K3s restarts. EnvironmentFile: a proxy, where there is one.
  put 0644 "$UNITS/k3s.service" <<EOF
[Unit]
Description=K3s server
Documentation=https://docs.k3s.io
Wants=network-online.target
After=network-online.target

[Service]
Type=notify
EnvironmentFile=-/etc/default/k3s
ExecStartPre=-/sbin/modprobe br_netfilter
ExecStartPre=-/sbin/modprobe overlay
ExecStart=$K3S server
KillMode=process
Delegate=yes
LimitNOFILE=1048576
LimitNPROC=infinity
LimitCORE=infinity
TasksMax=infinity
TimeoutStartSec=0
Restart=always
RestartSec=5s

[Install]
WantedBy=multi-user.target
EOF
  # Leaf certificates live a year and are renewed only when K3s starts, from 120 days before they expire. The
  # delay keeps regions from restarting together.
  put 0644 "$UNITS/k3s-renew.service" <<'EOF'
[Unit]
Description=Restart K3s, which renews its certificates

[Service]
Type=oneshot
ExecStart=/usr/bin/systemctl try-restart k3s.service
EOF
  put 0644 "$UNITS/k3s-renew.timer" <<'EOF'
[Unit]
Description=Monthly renewal of K3s' certificates

[Timer]
OnCalendar=monthly
RandomizedDelaySec=5d
FixedRandomDelay=true
Persistent=true

[Install]
WantedBy=timers.target
EOF
  install_backup
  systemctl daemon-reload
  systemctl enable --quiet k3s.service k3s-renew.timer
  systemctl start k3s-renew.timer
  if given K3S_BACKUP; then
    systemctl enable --quiet k3s-backup.timer
    systemctl start k3s-backup.timer
  fi
}

# A copy of the state every night, as long as somebody says where to.
install_backup() {
  if ! given K3S_BACKUP; then
    [ -e "$UNITS/k3s-backup.timer" ] || return 0
    systemctl disable --quiet --now k3s-backup.timer
    rm -f "$UNITS"/k3s-backup.{timer,service}
    return 0
  fi
  install -d -m 0755 "${BACKUP%/*}"
  input K3S_BACKUP_SCRIPT | put 0755 "$BACKUP"
  put 0644 "$UNITS/k3s-backup.service" <<EOF
[Unit]
Description=Copy of K3s' state to a container
Wants=network-online.target
After=network-online.target

[Service]
Type=oneshot
ExecStart=$BACKUP save $(input K3S_BACKUP)
EOF
  put 0644 "$UNITS/k3s-backup.timer" <<'EOF'
[Unit]
Description=Nightly copy of K3s' state

[Timer]
OnCalendar=*-*-* 02:00
RandomizedDelaySec=1h
Persistent=true

[Install]
WantedBy=timers.target
EOF
}

fingerprint() {
  sha256sum "$K3S" "$SETTINGS"/*.yaml "$SYSCTLS" "$UNITS/k3s.service" | sha256sum | cut -d ' ' -f 1
}

fail_with_journal() {
  journalctl --unit k3s --lines 30 --no-pager >&2 || true
  fail "$*; the last lines of 'journalctl -u k3s' are above"
}

# within SECONDS WHAT COMMAND...: tries every second.
within() {
  local deadline=$((SECONDS + $1)) what=$2
  shift 2
  until "$@" >/dev/null 2>&1; do
    [ $SECONDS -lt $deadline ] || fail_with_journal "$what"
    sleep 1
  done
}

start() {
  local verb=start
  [ "$(cat "$STAMP" 2>/dev/null)" = "$(fingerprint)" ] || verb=restart
  log "K3s: $verb"
  timeout 600 systemctl "$verb" k3s.service || fail_with_journal "K3s did not start"
  within 300 "K3s does not answer /readyz" "$K3S" kubectl get --raw=/readyz
  fingerprint >"$STAMP"
  if given K3S_TRAEFIK; then
    log "waiting for the bundled Traefik's custom resources"
    within 600 "the bundled Traefik's custom resources are not established" "$K3S" kubectl wait --timeout=5s \
      --for=condition=Established crd/ingressroutes.traefik.io crd/ingressroutetcps.traefik.io
    log "waiting for the bundled Traefik"
    within 600 "the bundled Traefik is not available; 'k3s kubectl -n kube-system logs job/helm-install-traefik' says why" \
      "$K3S" kubectl wait --timeout=5s --namespace=kube-system --for=condition=Available deployment/traefik
  fi
}

clean_up() {
  rm -rf -- "$work"
  # Azure's agent keeps the script that it ran, and here the keys stand in it.
  case $0 in
    /var/lib/waagent/custom-script/*) rm -f -- "$0" ;;
  esac
}

main() {
  work=$(mktemp -d)
  trap clean_up EXIT
  check_inputs
  install_authorities
  wait_for_cloud_init
  install_binary
  install_sysctls
  install_configuration
  install_units
  start
  log "K3s $(input K3S_VERSION) is ready"
}

main
