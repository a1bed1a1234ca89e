#!/usr/bin/python3
"""Write src/syscalls/numbers.json: every system call's number, per architecture.

Source: libseccomp's own tables, through Debian's python3-seccomp.
Run it with the distribution's python3: /usr/bin/python3 scripts/generate-syscalls.py
"""

import json
import pathlib

import seccomp

ARCHITECTURES = {
    "SCMP_ARCH_X86_64": seccomp.Arch.X86_64,
    "SCMP_ARCH_X86": seccomp.Arch.X86,
    "SCMP_ARCH_AARCH64": seccomp.Arch.AARCH64,
    "SCMP_ARCH_ARM": seccomp.Arch.ARM,
    "SCMP_ARCH_RISCV64": seccomp.Arch.RISCV64,
    "SCMP_ARCH_PPC64LE": seccomp.Arch.PPC64LE,
    "SCMP_ARCH_S390X": seccomp.Arch.S390X,
}
# Kernel tables end well below 600; arm keeps some calls of its own at 0xf0001.
NUMBERS = [*range(600), *range(0xF0000, 0xF0010)]


def table(arch):
    names = {}
    for number in NUMBERS:
        try:
            name = seccomp.resolve_syscall(arch, number)
        except ValueError:
            continue
        names[name.decode()] = number
    return names


tables = {name: table(arch) for name, arch in ARCHITECTURES.items()}
output = {
    "$comment": "Made by scripts/generate-syscalls.py from libseccomp; do not edit.",
    **{arch: dict(sorted(names.items())) for arch, names in tables.items()},
}
target = pathlib.Path(__file__).parent.parent / "src/syscalls/numbers.json"
target.write_text(json.dumps(output, indent=2) + "\n")
print({arch: len(names) for arch, names in tables.items()})
