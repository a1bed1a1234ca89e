#!/usr/bin/python3
"""Ask the real libseccomp what seccomp profiles do.

An independent judge: it shares no code with the action. Reads a JSON list of
{"profiles": [PROFILE], "machine": ARCHITECTURE, "capabilities": [NAME],
"combinations": COUNT} from standard input. For each of them all profiles are
compiled as runc does it (libcontainer/seccomp), and run with the same calls:
every one that libseccomp knows on every architecture that a profile is for,
with arguments at and around each bound.
Writes a list of {"loaded": [null or what went wrong], "calls": [[ARCHITECTURE,
NUMBER, [ARGUMENT]]], "returns": [[NUMBER] per profile]}.
Needs Debian's python3-seccomp.
"""

import errno as errnos
import functools
import itertools
import json
import os
import random
import signal
import struct
import sys
import tempfile

import seccomp

# The name that engines use, libseccomp's, and the kernel's AUDIT_ARCH_*.
MACHINES = {
    "SCMP_ARCH_X86_64": ("amd64", "x86_64", 0xC000003E),
    "SCMP_ARCH_X86": ("x86", "x86", 0x40000003),
    "SCMP_ARCH_X32": ("x32", "x32", 0xC000003E),
    "SCMP_ARCH_AARCH64": ("arm64", "aarch64", 0xC00000B7),
    "SCMP_ARCH_ARM": ("arm", "arm", 0x40000028),
    "SCMP_ARCH_PPC64LE": ("ppc64le", "ppc64le", 0xC0000015),
    "SCMP_ARCH_RISCV64": ("riscv64", "riscv64", 0xC00000F3),
    "SCMP_ARCH_S390X": ("s390x", "s390x", 0x80000016),
    "SCMP_ARCH_S390": ("s390", "s390", 0x16),
}
BITS_64 = ("SCMP_ARCH_X86_64", "SCMP_ARCH_AARCH64", "SCMP_ARCH_PPC64LE", "SCMP_ARCH_RISCV64")
# No architecture has a call with a greater one, but for arm's private calls.
MOST_NUMBERS = 600
# Of the processor's time.
SECONDS = 2

OPERATORS = {
    "SCMP_CMP_NE": seccomp.NE,
    "SCMP_CMP_LT": seccomp.LT,
    "SCMP_CMP_LE": seccomp.LE,
    "SCMP_CMP_EQ": seccomp.EQ,
    "SCMP_CMP_GE": seccomp.GE,
    "SCMP_CMP_GT": seccomp.GT,
    "SCMP_CMP_MASKED_EQ": seccomp.MASKED_EQ,
}


def action_of(name, number, text):
    errno = 1 if number is None else number
    if text:
        errno = int(text) if text.isdigit() else getattr(errnos, text)
    return {
        "SCMP_ACT_ALLOW": lambda: seccomp.ALLOW,
        "SCMP_ACT_ERRNO": lambda: seccomp.ERRNO(errno & 0xFFFF),
        "SCMP_ACT_KILL": lambda: seccomp.KILL,
        "SCMP_ACT_KILL_THREAD": lambda: seccomp.KILL,
        "SCMP_ACT_KILL_PROCESS": lambda: seccomp.KILL_PROCESS,
        "SCMP_ACT_LOG": lambda: seccomp.LOG,
        "SCMP_ACT_TRAP": lambda: seccomp.TRAP,
        "SCMP_ACT_TRACE": lambda: seccomp.TRACE(errno & 0xFFFF),
        "SCMP_ACT_NOTIFY": lambda: seccomp.NOTIFY,
    }[name]()


def counts(rule, machine, capabilities):
    engine_name = MACHINES[machine][0]
    includes, excludes = rule.get("includes") or {}, rule.get("excludes") or {}
    if engine_name in (excludes.get("arches") or []):
        return False
    if any(cap in capabilities for cap in excludes.get("caps") or []):
        return False
    if includes.get("arches") and engine_name not in includes["arches"]:
        return False
    return all(cap in capabilities for cap in includes.get("caps") or [])


def rules_of(profile, machine, capabilities):
    for rule in profile.get("syscalls") or []:
        if counts(rule, machine, capabilities):
            names = [rule["name"]] if rule.get("name") else rule["names"]
            yield names, rule, rule.get("args") or []


def architectures_of(profile, machine):
    result = [machine, *(profile.get("architectures") or [])]
    for entry in profile.get("archMap") or []:
        # podman's own list of machines is that of archMap's common users.
        known = machine in ("SCMP_ARCH_X86_64", "SCMP_ARCH_AARCH64")
        if known and entry["architecture"] == machine:
            result += entry.get("subArchitectures") or []
            break
    return list(dict.fromkeys(result))


def compile_filter(profile, machine, capabilities):
    """-> the BPF program; raises what libseccomp raises"""
    default = action_of(
        profile["defaultAction"],
        profile.get("defaultErrnoRet"),
        profile.get("defaultErrno"),
    )
    result = seccomp.SyscallFilter(default)
    for architecture in architectures_of(profile, machine):
        token = seccomp.Arch(MACHINES[architecture][1])
        if not result.exist_arch(token):
            result.add_arch(token)
    if "SCMP_ARCH_X86_64" not in architectures_of(profile, machine):
        result.remove_arch(seccomp.Arch("x86_64"))
    count = 0
    for names, rule, args in rules_of(profile, machine, capabilities):
        action = action_of(rule["action"], rule.get("errnoRet"), rule.get("errno"))
        if action == default:
            continue
        indexes = [arg["index"] for arg in args]
        repeated = len(set(indexes)) < len(indexes)
        chains = [[arg] for arg in args] if repeated else [args]
        for name in names:
            if seccomp.resolve_syscall(seccomp.Arch(), name) == -1:
                continue
            count += 1
            for chain in chains:
                result.add_rule(action, name, *map(condition, chain))
    if count > 32:
        result.set_attr(seccomp.Attr.CTL_OPTIMIZE, 2)
    with tempfile.TemporaryFile() as file:
        result.export_bpf(file)
        file.seek(0)
        code = file.read()
    return [struct.unpack_from("<HBBI", code, i) for i in range(0, len(code), 8)]


def compile_in_time(profile, machine, capabilities):
    """-> (the program, None) or (None, what went wrong)

    In a process of its own: libseccomp loops for ever on some sets of rules,
    and no exception of Python's gets out of that.
    """
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
        try:
            answer = [compile_filter(profile, machine, capabilities), None]
        except (RuntimeError, ValueError, KeyError) as error:
            answer = [None, f"refused: {error!r}"]
        with os.fdopen(writer, "w") as file:
            json.dump(answer, file)
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as file:
        answer = file.read()
    _, status = os.waitpid(child, 0)
    if status == 0:
        return json.loads(answer)
    ended = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGVTALRM
    return [None, "endless" if ended else f"crashed: {status}"]


def condition(arg):
    operator = OPERATORS[arg["op"]]
    if arg["op"] == "SCMP_CMP_MASKED_EQ":
        # value is the mask, valueTwo what must be left under it
        return seccomp.Arg(arg["index"], operator, arg["value"], arg.get("valueTwo") or 0)
    return seccomp.Arg(arg["index"], operator, arg["value"])


def decide(program, architecture, number, args):
    """Run classic BPF as the kernel does on struct seccomp_data."""
    data = struct.pack("<iIQ6Q", number, MACHINES[architecture][2], 0, *args)
    pc, accumulator = 0, 0
    while True:
        code, jump_true, jump_false, k = program[pc]
        pc += 1
        if code == 0x20:  # ld [k]
            (accumulator,) = struct.unpack_from("<I", data, k)
        elif code == 0x54:  # and #k
            accumulator &= k
        elif code == 0x05:  # ja
            pc += k
        elif code & 0x07 == 0x05:
            taken = {
                0x15: accumulator == k,
                0x25: accumulator > k,
                0x35: accumulator >= k,
                0x45: bool(accumulator & k),
            }[code]
            pc += jump_true if taken else jump_false
        elif code == 0x06:
            return k
        else:
            raise ValueError(f"unexpected BPF instruction {code:#x}")


@functools.cache
def numbers_of(architecture):
    """-> {name: number}, as the kernel counts them"""
    token = seccomp.Arch(MACHINES[architecture][1])
    first = 1 << 30 if architecture == "SCMP_ARCH_X32" else 0
    table = {}
    for number in range(first, first + MOST_NUMBERS):
        try:
            table[seccomp.resolve_syscall(token, number).decode()] = number
        except ValueError:
            pass
    return table


def calls_of(profiles, machine, capabilities, combinations):
    """-> the calls to try: [architecture, number, [six arguments]]"""
    architectures = dict.fromkeys(
        architecture
        for profile in profiles
        for architecture in architectures_of(profile, machine)
    )
    by_name = {}
    for profile in profiles:
        for names, _, args in rules_of(profile, machine, capabilities):
            for name in names:
                sets = by_name.setdefault(name, [{0} for _ in range(6)])
                for arg in args:
                    for bound in (arg["value"], arg.get("valueTwo") or 0):
                        around = (bound - 1, bound, bound + 1, ~bound, bound | 1 << 40)
                        sets[arg["index"]].update(v % 2**64 for v in around)
    for architecture in architectures:
        bits = 64 if architecture in BITS_64 else 32
        numbers = numbers_of(architecture)
        tried = {number: [{0} for _ in range(6)] for number in numbers.values()}
        for name, sets in by_name.items():
            for by, mine in ways_to(name, sets):
                if by in numbers:
                    for values, more in zip(tried[numbers[by]], mine):
                        values.update(v % 2**bits for v in more)
        for number, sets in sorted(tried.items()):
            for args in some(sets, combinations):
                yield [architecture, number, args]


def ways_to(name, sets):
    """Some calls are made through socketcall(2) or ipc(2), too."""
    yield name, sets
    yield "socketcall", [set(range(22)), *sets[1:]]
    yield "ipc", [set(range(26)), *sets[1:]]


def some(sets, most):
    """-> all combinations, or as many by chance, the same ones every time"""
    values = [sorted(s) for s in sets]
    count = 1
    for choices in values:
        count *= len(choices)
    if count <= most:
        return list(itertools.product(*values))
    chance = random.Random(count)
    return [[chance.choice(choices) for choices in values] for _ in range(most)]


def judge(task):
    profiles, machine = task["profiles"], task["machine"]
    capabilities = task["capabilities"]
    compiled = [compile_in_time(p, machine, capabilities) for p in profiles]
    loaded = [problem for _, problem in compiled]
    if any(loaded):
        return {"loaded": loaded, "calls": [], "returns": []}
    calls = list(calls_of(profiles, machine, capabilities, task["combinations"]))
    returns = [[decide(program, *call) for call in calls] for program, _ in compiled]
    texts = [[a, number, [str(v) for v in args]] for a, number, args in calls]
    return {"loaded": loaded, "calls": texts, "returns": returns}


json.dump([judge(task) for task in json.load(sys.stdin)], sys.stdout)
