#!/usr/bin/python3
"""Write what src/syscalls/ knows by data, from a Debian machine's packages.

    sudo python3 scripts/generate-syscalls.py [ROOT.tar]

ROOT.tar is a root file system with the packages below; without one, it is made
with mmdebstrap, which takes some minutes. Needs root (for chroot), tar, and the
repository's own prettier (npm ci). Nothing of this machine gets into the data:
two runs on the same packages write the same bytes.

Writes, in src/syscalls/, Docker's profile in src/profile/defaults/, and podman's in
__tests__/support/profiles/:
  numbers.json         each architecture's calls: the kernel's headers
                       (linux-libc-dev), and where they lack a name, libseccomp
  groups.json          systemd's groups, as systemd-analyze syscall-filter has
                       them: a name with @ stands for that whole group
  podman-default.json  the default profile of podman and of Docker, unchanged
  moby-default.json    but for the layout and the $comment
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

REPOSITORY = pathlib.Path(__file__).resolve().parent.parent
TARGET = REPOSITORY / "src/syscalls"
PROFILES = REPOSITORY / "src/profile/defaults"
FIXTURES = REPOSITORY / "__tests__/support/profiles"
COMMAND = "sudo python3 scripts/generate-syscalls.py"
SUITE = "trixie"
PACKAGES = [
    "systemd",
    "python3-seccomp",
    "linux-libc-dev",
    "golang-github-docker-docker-dev",
    "golang-github-containers-common",
]
UAPI = "usr/lib/linux/uapi"
PODMAN = "usr/share/containers/seccomp.json"
MOBY = (
    "usr/share/gocode/src/github.com/docker/docker/profiles/seccomp/default.json"
)

# Each architecture's headers: those that `asm/unistd.h` includes for the ABI
# that the architecture's name stands for.
HEADERS = {
    "SCMP_ARCH_X86_64": ["x86/asm/unistd_64.h"],
    "SCMP_ARCH_X86": ["x86/asm/unistd_32.h"],
    "SCMP_ARCH_X32": ["x86/asm/unistd_x32.h"],
    "SCMP_ARCH_AARCH64": ["arm64/asm/unistd_64.h"],
    "SCMP_ARCH_ARM": ["arm/asm/unistd-eabi.h", "arm/asm/unistd.h"],
    "SCMP_ARCH_RISCV64": ["riscv/asm/unistd_64.h"],
    "SCMP_ARCH_PPC64LE": ["powerpc/asm/unistd_64.h"],
    "SCMP_ARCH_S390X": ["s390/asm/unistd_64.h"],
}
# #define __NR_read 0, #define __NR_read (__NR_SYSCALL_BASE + 3),
# #define __ARM_NR_set_tls (__ARM_NR_BASE+5)
DEFINE = re.compile(
    r"#define\s+__(?:ARM_)?NR_(?P<name>[a-z_][a-z0-9_]*)\s+"
    r"\(?(?:(?P<base>__NR_SYSCALL_BASE|__ARM_NR_BASE|__X32_SYSCALL_BIT)\s*\+\s*)?"
    r"(?P<number>\d+)\)?\s*$"
)
# arm: the EABI's base, and that of its private calls (asm/unistd.h).
# x32: the bit that tells its calls from those of x86_64 (asm/unistd.h).
BASES = {
    None: 0,
    "__NR_SYSCALL_BASE": 0,
    "__ARM_NR_BASE": 0x0F0000,
    "__X32_SYSCALL_BIT": 0x40000000,
}

# Runs in the root file system, where python3-seccomp is. By name, libseccomp
# gives a negative number to a call that the architecture does not have, and
# the multiplexer's to one that also goes through socketcall or ipc; those are
# left out.
LIBSECCOMP = """
import json, seccomp, sys
arches, names = json.load(sys.stdin)
numbers = [*range(600), *range(0xF0000, 0xF0010), *range(1 << 30, (1 << 30) + 600)]
out = {}
for arch in arches:
    token = getattr(seccomp.Arch, arch.removeprefix("SCMP_ARCH_"))
    table = out[arch] = {}
    for number in numbers:
        try:
            table[seccomp.resolve_syscall(token, number).decode()] = number
        except ValueError:
            pass
names = {*names, *(name for table in out.values() for name in table)}
for arch, table in out.items():
    token = getattr(seccomp.Arch, arch.removeprefix("SCMP_ARCH_"))
    multiplexers = {table.get("socketcall"), table.get("ipc")}
    for name in names:
        try:
            number = seccomp.resolve_syscall(token, name)
        except ValueError:
            continue
        if number >= 0 and number not in multiplexers:
            table[name] = number
print(json.dumps(out))
"""


def main():
    if len(sys.argv) > 2:
        sys.exit(f"usage: {COMMAND} [ROOT.tar]")
    with tempfile.TemporaryDirectory(prefix="syscalls-") as work:
        work = pathlib.Path(work)
        tarball = sys.argv[1] if len(sys.argv) > 1 else bootstrap(work)
        root = unpack(tarball, work)
        try:
            generate(root)
        finally:
            shutil.rmtree(root)


def bootstrap(work):
    tarball = work / "root.tar"
    run(
        "mmdebstrap",
        "--variant=apt",
        f"--include={','.join(PACKAGES)}",
        SUITE,
        tarball,
    )
    return tarball


def unpack(tarball, work):
    root = work / "root"
    root.mkdir()
    # Device nodes are of no use here and cannot be made in a container.
    run("tar", "-xf", tarball, "-C", root, "--exclude=./dev/*")
    return root


def generate(root):
    version = lambda package: run(
        "chroot", root, "dpkg-query", "-Wf", "${Version}", package
    )
    made = lambda *packages: (
        f"Made by `{COMMAND}` from Debian {SUITE}'s "
        + ", ".join(f"{package} {version(package)}" for package in packages)
        + "; do not edit."
    )
    tables = numbers(root)
    groups = systemd_groups(root)
    write(
        TARGET / "numbers.json",
        {"$comment": made("linux-libc-dev", "libseccomp2"), **tables},
    )
    write(TARGET / "groups.json", {"$comment": made("systemd"), **groups})
    for target, path, package, licence in [
        (
            FIXTURES / "podman-default.json",
            PODMAN,
            "golang-github-containers-common",
            "the containers/common authors, Apache-2.0",
        ),
        (
            PROFILES / "moby-default.json",
            MOBY,
            "golang-github-docker-docker-dev",
            "Docker, Inc. and the moby/moby authors, Apache-2.0",
        ),
    ]:
        profile = json.loads((root / path).read_text())
        comment = f"{made(package)} Copyright: {licence}."
        write(target, {"$comment": comment, **profile})
    subprocess.run(
        [
            REPOSITORY / "node_modules/.bin/prettier",
            "--log-level=warn",
            "--write",
            *sorted([*TARGET.glob("*.json"), *PROFILES.glob("*.json"), *FIXTURES.glob("*.json")]),
        ],
        check=True,
    )
    for arch, table in tables.items():
        print(f"{arch}: {len(table)} calls")
    print(f"{len(groups)} groups")


def numbers(root):
    headers = {arch: header_table(root, arch) for arch in HEADERS}
    names = sorted({name for table in headers.values() for name in table})
    libseccomp = json.loads(
        run(
            *("chroot", root, "/usr/bin/python3", "-c", LIBSECCOMP),
            given=json.dumps([list(HEADERS), names]),
        )
    )
    tables = {}
    for arch, table in headers.items():
        for name, number in sorted(libseccomp[arch].items()):
            if table.get(name, number) != number:
                print(
                    f"conflict: {arch} {name}: {table[name]} in the kernel's "
                    f"headers, {number} in libseccomp",
                    file=sys.stderr,
                )
        tables[arch] = dict(sorted({**libseccomp[arch], **table}.items()))
    return tables


def header_table(root, arch):
    table = {}
    for header in HEADERS[arch]:
        for line in (root / UAPI / header).read_text().splitlines():
            if match := DEFINE.match(line):
                base = BASES[match["base"]]
                table[match["name"]] = base + int(match["number"])
    if len(table) < 300:
        sys.exit(f"{arch}: only {len(table)} calls in {HEADERS[arch]}")
    return table


def systemd_groups(root):
    """Each group's members in systemd's order, which it sorts itself."""
    groups = {}
    text = run("chroot", root, "systemd-analyze", "--no-pager", "syscall-filter")
    for line in text.splitlines():
        if line.startswith("@"):
            members = groups[line.strip()] = []
        elif line.startswith("#"):
            # The calls in no group; systemd closes with them.
            break
        elif (word := line.strip()) and not word.startswith("#"):
            members.append(word)
    # Every name that systemd knows; it says nothing of the call.
    del groups["@known"]
    return groups


def write(file, data):
    """Beside and renamed, so that no reader sees half a file."""
    partial = file.with_name(f".{file.name}")
    partial.write_text(json.dumps(data, indent=2) + "\n")
    partial.rename(file)


def run(*command, given=None):
    """A command's standard output; what it complains of goes to ours."""
    return subprocess.run(
        command, input=given, stdout=subprocess.PIPE, check=True, text=True
    ).stdout


if __name__ == "__main__":
    main()
