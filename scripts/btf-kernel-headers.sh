#!/usr/bin/env bash
# Lay down the few kernel headers that oci-seccomp-bpf-hook needs, made from the
# running kernel's BTF, where the kernel ships neither headers nor kheaders.
#
# The hook compiles its BPF program with BCC each time. Of the kernel's
# structures it reads three members: task_struct.nsproxy, nsproxy.mnt_ns and
# ns_common.inum. BTF tells where they are; the rest is padding. What is written
# fits the running kernel alone, and a real headers package replaces it.
# Needs root, bpftool, python3 and libc's asm/unistd_64.h.
set -euo pipefail

kernel=$(uname -r)
build=/lib/modules/$kernel/build
mark=$build/.from-btf

if [ -e "$build" ] && [ ! -e "$mark" ]; then
  echo "btf-kernel-headers: this kernel has headers: nothing to do"
  exit 0
fi
[ -r /sys/kernel/btf/vmlinux ] || {
  echo "btf-kernel-headers: this kernel has no BTF; install its headers" >&2
  exit 1
}
unistd=$(find /usr/include -path '*asm/unistd_64.h' -print -quit)
[ -n "$unistd" ] || {
  echo "btf-kernel-headers: no asm/unistd_64.h; install libc's headers" >&2
  exit 1
}

# Byte offsets of the three members, in this order: inum mnt_ns nsproxy.
bpftool=$(command -v bpftool || echo /usr/sbin/bpftool)
read -r inum mnt_ns nsproxy < <(
  "$bpftool" --json btf dump file /sys/kernel/btf/vmlinux | python3 -c '
import json, sys

wanted = [("ns_common", "inum"), ("nsproxy", "mnt_ns"), ("task_struct", "nsproxy")]
found = {}
for entry in json.load(sys.stdin)["types"]:
    if entry.get("kind") != "STRUCT":
        continue
    for member in entry["members"]:
        key = (entry["name"], member["name"])
        if key in wanted:
            found.setdefault(key, member["bits_offset"] // 8)
missing = [".".join(key) for key in wanted if key not in found]
if missing:
    sys.exit("btf-kernel-headers: not in BTF: " + ", ".join(missing))
print(*(found[key] for key in wanted))
'
)

# Made next to its place and renamed: a half-written tree would break the hook.
tree=$(mktemp -d "/lib/modules/$kernel/.build.XXXXXX" 2>/dev/null) || {
  mkdir -p "/lib/modules/$kernel"
  tree=$(mktemp -d "/lib/modules/$kernel/.build.XXXXXX")
}
trap 'rm -rf "$tree"' EXIT
include=$tree/include
mkdir -p "$include"/linux "$include"/uapi/linux "$include"/asm
touch "$tree/.from-btf"

cat > "$include/linux/types.h" <<'HEADER'
#ifndef SECCOMP_LOCK_TYPES
#define SECCOMP_LOCK_TYPES
typedef signed char __s8, s8;
typedef unsigned char __u8, u8;
typedef short __s16, s16;
typedef unsigned short __u16, u16, __le16, __be16, __sum16;
typedef int __s32, s32, pid_t;
typedef unsigned int __u32, u32, __le32, __be32, __wsum;
typedef long long __s64, s64;
typedef unsigned long long __u64, u64, __le64, __be64;
typedef unsigned long size_t, uintptr_t;
typedef long ssize_t;
typedef _Bool bool;
enum { false, true };
typedef struct { int counter; } atomic_t;
#define __aligned_u64 __u64 __attribute__((aligned(8)))
#define NULL ((void *)0)
#endif
HEADER

# The hook declares mnt_namespace itself, as { atomic_t count; struct ns_common
# ns; }. Kernels from 5.11 on have no count there, so ns starts 4 bytes earlier
# than the hook believes. Without the correction it would compare a reference
# count and record other containers' calls.
cat > "$include/linux/sched.h" <<HEADER
#ifndef SECCOMP_LOCK_SCHED
#define SECCOMP_LOCK_SCHED
#include <asm/unistd.h>
#include <linux/types.h>
struct ns_common { char before[$((inum - 4))]; unsigned int inum; };
struct mnt_namespace;
struct nsproxy { char before[$mnt_ns]; struct mnt_namespace *mnt_ns; };
struct task_struct { char before[$nsproxy]; struct nsproxy *nsproxy; };
#endif
HEADER
for name in nsproxy pid_namespace ns_common tracepoint; do
  echo '#include <linux/sched.h>' > "$include/linux/$name.h"
done

cat > "$include/linux/ptrace.h" <<'HEADER'
#include <linux/types.h>
struct pt_regs {
  unsigned long r15, r14, r13, r12, bp, bx, r11, r10, r9, r8, ax, cx, dx, si, di,
      orig_ax, ip, cs, flags, sp, ss;
};
HEADER
cp "$include/linux/ptrace.h" "$include/uapi/linux/ptrace.h"

echo '#define CONFIG_BPF_SYSCALL 1' > "$include/linux/kconfig.h"
echo '#include <linux/types.h>' > "$include/linux/bpf.h"
echo '#include <linux/bpf.h>' > "$include/uapi/linux/bpf.h"
for name in if_packet if_ether; do
  echo '#include <linux/types.h>' > "$include/uapi/linux/$name.h"
done
cp /usr/include/linux/bpf_common.h "$include/linux/"
: > "$include/linux/log2.h"
echo '#define PAGE_SIZE 4096' > "$include/asm/page.h"
cp "$unistd" "$include/asm/unistd.h"

IFS=.- read -r major minor patch _ <<<"$kernel"
[[ $patch =~ ^[0-9]+$ ]] || patch=0
cat > "$include/linux/version.h" <<HEADER
#define KERNEL_VERSION(a, b, c) (((a) << 16) + ((b) << 8) + (c))
#define LINUX_VERSION_CODE KERNEL_VERSION($major, $minor, $((patch > 255 ? 255 : patch)))
HEADER

rm -rf "$build"
chmod 755 "$tree"
mv "$tree" "$build"
trap - EXIT
ln -sfn "$build" "/lib/modules/$kernel/source"
echo "btf-kernel-headers: wrote $build (offsets: inum $inum, mnt_ns $mnt_ns, nsproxy $nsproxy)"
