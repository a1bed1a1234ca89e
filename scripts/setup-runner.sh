#!/usr/bin/env bash
# Set up a machine to run seccomp-lock: install podman, the tracing hook,
# bpftrace, and the headers that the hook compiles its BPF program against. If
# no package has headers of this kernel, make the few that the hook reads from
# BTF, below /lib/modules. Mount tracefs if it is not mounted. For Fedora, RHEL
# and their relatives (dnf), and Debian, Ubuntu and theirs (apt). Idempotent;
# does nothing if everything is there. Run it as root, or as a user who has sudo
# without a password. Fails if one of these cannot be had, even if the others
# would do.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
kernel=$(uname -r)

say() { printf 'setup-runner: %s\n' "$*"; }
fail() { printf 'setup-runner: %s\n' "$*" >&2; exit 1; }

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi
}

have() { command -v "$1" >/dev/null 2>&1 || [ -x "/usr/sbin/$1" ]; }

have_hook() {
  grep -lqs 'trace-syscall' /usr/share/containers/oci/hooks.d/*.json \
    /etc/containers/oci/hooks.d/*.json
}

have_headers() {
  [ -d "/lib/modules/$kernel/build/include" ] ||
    [ -e /sys/kernel/kheaders.tar.xz ] ||
    compgen -G "/lib/modules/$kernel/kernel/kernel/kheaders.ko*" >/dev/null
}

# The missing packages, by the names that both families share.
missing() {
  have podman || echo podman
  have_hook || echo oci-seccomp-bpf-hook
  have bpftrace || echo bpftrace
}

install_packages() {
  if have dnf; then
    as_root dnf install --assumeyes --quiet "$@"
  elif have apt-get; then
    as_root apt-get update --quiet=2
    as_root env DEBIAN_FRONTEND=noninteractive \
      apt-get install --yes --quiet=2 "$@" >/dev/null
  else
    fail "found neither dnf nor apt-get; install these by hand: $*"
  fi
}

# The name of the package that has this kernel's headers, if there is one.
headers_package() {
  if have dnf; then
    local name=kernel-devel-$kernel
    dnf --quiet list --available "$name" >/dev/null 2>&1 && echo "$name"
  elif have apt-cache; then
    local name=linux-headers-$kernel
    apt-cache show "$name" >/dev/null 2>&1 && echo "$name"
  fi
}

# The system calls' numbers and BPF's, as C programs include them.
libc_headers_package() {
  if have dnf; then echo kernel-headers; else echo linux-libc-dev; fi
}

mapfile -t packages < <(missing)
if [ ${#packages[@]} -gt 0 ]; then
  say "installing ${packages[*]}"
  # A Debian without a runtime gets runc, which podman only recommends.
  if have apt-get && ! have runc && ! have crun; then packages+=(runc); fi
  install_packages "${packages[@]}"
fi

if ! have_headers; then
  package=$(headers_package || true)
  if [ -n "$package" ]; then
    say "installing $package: the hook compiles against the kernel's headers"
    install_packages "$package"
  elif [ -r /sys/kernel/btf/vmlinux ]; then
    say "no package has headers for $kernel: making the ones that the hook needs from BTF"
    needed=()
    have bpftool || needed+=(bpftool)
    have python3 || needed+=(python3)
    [ -e /usr/include/linux/bpf_common.h ] || needed+=("$(libc_headers_package)")
    if [ ${#needed[@]} -gt 0 ]; then
      say "installing ${needed[*]}"
      install_packages "${needed[@]}"
    fi
    as_root bash "$here/btf-kernel-headers.sh"
  else
    fail "the kernel $kernel has neither a headers package nor BTF: the hook cannot compile here"
  fi
fi

# The hook attaches to tracepoints, which are under tracefs; systemd mounts it.
if [ ! -d /sys/kernel/tracing/events ] && [ ! -d /sys/kernel/debug/tracing/events ]; then
  say "mounting tracefs"
  as_root mount -t tracefs tracefs /sys/kernel/tracing
fi

have_hook || fail "the hook's package is installed, but no hook is configured in /usr/share/containers/oci/hooks.d"
say "ready: $(podman --version), hook, $(bpftrace --version 2>/dev/null || echo 'no bpftrace'), kernel $kernel"
