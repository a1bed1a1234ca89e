#!/usr/bin/env bash
# Set up a machine to develop and test seccomp-lock: install what a runner needs
# (setup-runner.sh), and what only the tests and the example need. Needs root.
# Idempotent. A restricted sandbox also gets the settings under which podman
# works there; an ordinary machine keeps its defaults.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
base_image=docker.io/library/debian:bookworm-slim

say() { printf 'setup-development: %s\n' "$*"; }

if [ "$(id -u)" -ne 0 ]; then
  echo 'setup-development: needs root: run it with sudo' >&2
  exit 1
fi

apt_updated=
install() {
  say "installing $*"
  if command -v dnf >/dev/null; then
    dnf install --assumeyes --quiet "$@"
  else
    [ -n "$apt_updated" ] || apt-get update --quiet=2
    apt_updated=yes
    DEBIAN_FRONTEND=noninteractive \
      apt-get install --yes --quiet=2 --no-install-recommends "$@" >/dev/null
  fi
}

if ! command -v podman >/dev/null && command -v apt-get >/dev/null; then
  # Without recommended packages podman comes with no network of its own.
  install podman runc netavark aardvark-dns iptables uidmap ca-certificates kmod
fi

bash "$here/setup-runner.sh"

command -v sudo >/dev/null || install sudo
command -v git >/dev/null || install git
/usr/bin/python3 -c 'import seccomp' 2>/dev/null ||
  install "$(command -v dnf >/dev/null && echo python3-libseccomp || echo python3-seccomp)"
# docs/use-it.md reads a profile with it.
command -v jq >/dev/null || install jq
command -v shellcheck >/dev/null ||
  install "$(command -v dnf >/dev/null && echo ShellCheck || echo shellcheck)"

# --- a program without libc, which the tests record -------------------------
command -v busybox >/dev/null ||
  install "$(command -v dnf >/dev/null && echo busybox || echo busybox-static)"

# --- the engines that the tests load profiles with ---------------------------
command -v bpftrace >/dev/null || install bpftrace
command -v strace >/dev/null || install strace
command -v runc >/dev/null || install runc
command -v crun >/dev/null || install crun
if ! command -v dockerd >/dev/null; then
  if command -v dnf >/dev/null; then
    install moby-engine
  else
    # Only the tests start a daemon. Debian's package would start one as well,
    # unless a policy forbids it, and again whenever the machine boots.
    (
      policy=/usr/sbin/policy-rc.d
      if [ ! -e "$policy" ]; then
        trap 'rm -f "$policy"' EXIT
        printf '#!/bin/sh\nexit 101\n' > "$policy"
        chmod 755 "$policy"
      fi
      install docker.io
    )
    ! command -v systemctl >/dev/null ||
      systemctl --quiet disable docker.service docker.socket containerd.service
  fi
fi
# In newer versions the client is a package of its own.
command -v docker >/dev/null || install docker-cli

# --- what lays down other userlands ------------------------------------------
command -v mmdebstrap >/dev/null || install mmdebstrap
# The keys of Debian's archive, which Debian has.
[ -e /usr/share/keyrings/debian-archive-keyring.gpg ] ||
  install "$(command -v dnf >/dev/null && echo debian-keyring || echo debian-archive-keyring)"

# --- what is only true of restricted sandboxes -----------------------------
# crun refuses a host that mounts cgroup v1 and v2 side by side, and without
# CAP_SYS_RESOURCE (24) no process may raise a limit, as podman does by default.
settings=/etc/containers/containers.conf
if [ ! -e "$settings" ]; then
  runtime=
  limits=
  if grep -q ' cgroup ' /proc/self/mountinfo && grep -q ' cgroup2 ' /proc/self/mountinfo; then
    command -v runc >/dev/null || install runc
    runtime='runtime = "runc"'
  fi
  effective=$((16#$(awk '/^CapEff:/ { print $2 }' /proc/self/status)))
  if (((effective >> 24 & 1) == 0)); then
    limits='default_ulimits = ["nofile=1024:1024", "nproc=1024:1024"]'
  fi
  if [ -n "$runtime$limits" ]; then
    say "this is a sandbox: writing $settings"
    mkdir -p "$(dirname "$settings")"
    printf '[containers]\n%s\n[engine]\n%s\n' "$limits" "$runtime" > "$settings"
  fi
fi

# --- the base image of the example -----------------------------------------
# Pulled if a registry is reachable; otherwise built from the distribution's own
# packages under the same name.
if ! podman image exists "$base_image"; then
  if podman pull --quiet "$base_image" >/dev/null 2>&1; then
    say "pulled $base_image"
  else
    say "no registry is reachable: building $base_image from Debian's packages"
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    mmdebstrap --quiet --variant=apt bookworm "$work/rootfs.tar"
    podman import --quiet "$work/rootfs.tar" "$base_image" >/dev/null
  fi
fi
say 'ready'
