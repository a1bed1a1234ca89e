#!/usr/bin/env bash
# A newer userland on this machine, to test in: Debian's trixie or sid, with
# podman 5, crun, cgroup version 2 alone, a newer bpftrace and tracing hook.
#
#   userland.sh make SUITE                     lay it down, unless it is there
#   userland.sh in SUITE [--runtime NAME] COMMAND...   run a command in it
#
# It is in $SECCOMP_LOCK_USERLANDS, /var/tmp/seccomp-lock-userlands by default;
# remove its directory there to have it made again. The command gets the
# caller's environment and current directory. Files that it writes elsewhere are
# gone when it ends, except for images and containers: commands that run at once
# share these, and nothing else. The runtime is crun by default. Needs root;
# making needs mmdebstrap, and podman with the base image.
set -euo pipefail

place=${SECCOMP_LOCK_USERLANDS:-/var/tmp/seccomp-lock-userlands}
base_image=docker.io/library/debian:bookworm-slim
programs=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
packages=(
  podman crun runc conmon netavark aardvark-dns nftables iptables passt uidmap
  oci-seccomp-bpf-hook bpftrace strace python3 python3-seccomp busybox-static
  ca-certificates git kmod mount passwd procps sudo util-linux
)

say() { printf 'userland: %s\n' "$*" >&2; }
fail() {
  say "$*"
  exit 1
}

check_suite() {
  case ${1:-} in
    trixie | sid) ;;
    *) fail "there is no userland '${1:-}': use trixie or sid" ;;
  esac
}

# A directory counts only if it was made from this recipe, completely.
recipe() { printf '%s: %s\n' "$1" "${packages[*]}"; }
is_whole() {
  [ "$(cat "$place/$1/etc/seccomp-lock-userland" 2>/dev/null)" = "$(recipe "$1")" ]
}

# --- make -------------------------------------------------------------------

make() {
  local suite=$1 lock
  mkdir -p "$place"
  exec {lock}> "$place/.$suite.lock"
  if ! is_whole "$suite"; then
    flock --nonblock "$lock" || {
      say "waiting for other commands that make $suite or run in it"
      flock "$lock"
    }
    is_whole "$suite" || lay_down "$suite"
  fi
  exec {lock}>&-
  hand_over_image "$suite"
}

# Made next to its place and renamed: the leftovers of a killed run never look
# whole. The mount namespace ends with mmdebstrap, and with it every mount.
lay_down() {
  local suite=$1 partial=$place/.$1.partial
  local options=(
    --quiet --variant=apt --include="$(IFS=, && echo "${packages[*]}")"
    --dpkgopt=force-unsafe-io --dpkgopt='path-exclude=/usr/share/man/*'
    --dpkgopt='path-exclude=/usr/share/doc/*'
    --dpkgopt='path-exclude=/usr/share/locale/*'
    --aptopt='APT::Install-Recommends "false"'
    # A mirror may lag behind; its signature still holds.
    --aptopt='Acquire::Check-Valid-Until "false"'
  )
  command -v mmdebstrap >/dev/null || fail 'needs mmdebstrap: install it'
  rm -rf --one-file-system "$partial"
  say "laying down $suite in $place"
  unshare --mount --propagation private \
    mmdebstrap "${options[@]}" "$suite" "$partial"
  mkdir -p "$partial"/{var/lib/containers,lib/modules,usr/src}
  recipe "$suite" > "$partial/etc/seccomp-lock-userland"
  rm -rf --one-file-system "${place:?}/$suite"
  mv --no-target-directory "$partial" "$place/$suite"
}

# The machine's own podman has the image, pulled or built; the userland has a
# storage of its own.
hand_over_image() {
  local suite=$1 here there id=(podman image inspect '--format={{.Id}}' "$base_image")
  here=$("${id[@]}") || fail "podman has no $base_image: run scripts/setup-development.sh"
  there=$(enter "$suite" "${id[@]}" 2>/dev/null) || there=
  [ "$here" != "$there" ] || return 0
  podman save --quiet --format=oci-archive "$base_image" |
    enter "$suite" podman load --quiet >/dev/null
}

# --- in ---------------------------------------------------------------------

# Every command that runs in it holds the lock, so that no other replaces it.
enter() {
  local suite=$1 runtime=crun lock
  shift
  if [ "${1:-}" = --runtime ]; then
    runtime=${2:?needs a name}
    shift 2
  fi
  [ $# -gt 0 ] || fail 'in: no command'
  is_whole "$suite" || fail "$suite is not here: run '$0 make $suite' first"
  exec {lock}> "$place/.$suite.lock"
  flock --shared "$lock"
  exec unshare --mount --propagation private \
    bash "${BASH_SOURCE[0]}" mount-and-run "$suite" "$runtime" "$@"
}

# In a mount namespace of its own.
mount_and_run() {
  local suite=$1 runtime=$2 base=$place/$1 top=$place/.entered root here shared
  shift 2
  here=$(pwd -P)
  root=$top/root
  mkdir -p "$top"
  mount -t tmpfs -o mode=755 tmpfs "$top"
  mkdir "$top"/{upper,work,root,modules,modules-work}
  overlay "$base" "$top/upper" "$top/work" "$root"

  mount -t proc proc "$root/proc"
  mount -t sysfs sysfs "$root/sys"
  mount -t cgroup2 cgroup2 "$root/sys/fs/cgroup"
  mount -t tracefs tracefs "$root/sys/kernel/tracing"
  mount -t debugfs debugfs "$root/sys/kernel/debug" 2>/dev/null || true
  mount -t bpf bpf "$root/sys/fs/bpf" 2>/dev/null || true
  mount --rbind /dev "$root/dev"

  # The state that its podmans share until the machine stops: locks, addresses,
  # runtimes' states. The machine's podman has its own.
  shared=/run/seccomp-lock-userlands/$(stat --format=%i-%W "$base")
  mkdir -p "$shared"/{run,shm}
  chmod 1777 "$shared/shm"
  mount --bind "$shared/run" "$root/run"
  mount --bind "$shared/shm" "$root/dev/shm"
  mount --bind "$base/var/lib/containers" "$root/var/lib/containers"

  # A rootless podman makes overlays in it, which does not work on an overlay.
  mount -t tmpfs -o mode=755 tmpfs "$root/home"

  # The hook compiles against the kernel's headers, which are the machine's.
  [ ! -d /lib/modules ] ||
    overlay /lib/modules "$top/modules" "$top/modules-work" "$root/lib/modules"
  [ ! -d /usr/src ] || mount --bind -o ro /usr/src "$root/usr/src"

  mkdir -p "$root$here"
  mount --rbind "$here" "$root$here"
  cp --dereference --remove-destination /etc/resolv.conf /etc/hosts "$root/etc/"
  write_settings "$suite" "$runtime" "$root"

  # Not chroot: a process in a chroot cannot make a user namespace, so it has no
  # rootless podman, user_namespaces(7).
  cd "$root"
  mkdir .machine
  pivot_root . .machine
  umount --lazy /.machine
  rmdir /.machine
  # The variables that name places of the machine are unset. env, not a shell: a
  # shell may drop variables with a dash in their names, as an action's inputs
  # have them.
  exec env --chdir="$here" PATH="$programs" --unset=TMPDIR \
    --unset=XDG_RUNTIME_DIR --unset=DBUS_SESSION_BUS_ADDRESS \
    --unset=CONTAINERS_CONF --unset=CONTAINERS_STORAGE_CONF \
    --unset=CONTAINERS_REGISTRIES_CONF "$@"
}

# Shows a directory; writes to it go elsewhere. Directories can be renamed as
# well.
overlay() {
  mount -t overlay overlay \
    -o "lowerdir=$1,upperdir=$2,workdir=$3,redirect_dir=on" "$4"
}

# podman's settings: the runtime, a network other than the machine's, and the
# limits that this machine imposes.
write_settings() {
  local suite=$1 runtime=$2 root=$3 limits='' capabilities number
  # A sandbox may mount the pids controller as version 1.
  grep --quiet --word-regexp pids "$root/sys/fs/cgroup/cgroup.controllers" ||
    limits+=$'pids_limit = 0\n'
  # Without CAP_SYS_RESOURCE (24) no process may raise a limit, as podman does.
  capabilities=$((16#$(awk '/^CapEff:/ { print $2 }' /proc/self/status)))
  ((capabilities >> 24 & 1)) ||
    limits+=$'default_ulimits = ["nofile=1024:1024", "nproc=1024:1024"]\n'
  mkdir -p "$root/etc/containers/networks"
  cat > "$root/etc/containers/containers.conf" <<SETTINGS
[containers]
$limits
[network]
default_network = "lock-$suite"
[engine]
runtime = "$runtime"
SETTINGS
  number=$([ "$suite" = trixie ] && echo 13 || echo 99)
  cat > "$root/etc/containers/networks/lock-$suite.json" <<NETWORK
{
  "name": "lock-$suite",
  "id": "$(printf %s "lock-$suite" | sha256sum | cut --delimiter=' ' --fields=1)",
  "driver": "bridge",
  "network_interface": "lock-$suite",
  "created": "2026-01-01T00:00:00Z",
  "subnets": [{ "subnet": "10.213.$number.0/24", "gateway": "10.213.$number.1" }],
  "ipv6_enabled": false,
  "internal": false,
  "dns_enabled": false,
  "ipam_options": { "driver": "host-local" }
}
NETWORK
}

[ "$(id --user)" -eq 0 ] || fail 'needs root'
case ${1:-} in
  make)
    check_suite "${2:-}"
    make "$2"
    ;;
  in)
    check_suite "${2:-}"
    shift
    enter "$@"
    ;;
  mount-and-run)
    shift
    mount_and_run "$@"
    ;;
  *)
    sed --quiet '2,/^set/{/^#/p}' "${BASH_SOURCE[0]}" >&2
    exit 2
    ;;
esac
