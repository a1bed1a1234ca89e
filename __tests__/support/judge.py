#!/usr/bin/python3
"""Compile pairs of seccomp profiles with the real libseccomp and compare them.

An independent judge: it shares no code with the action. Reads a JSON list of
{"a": PROFILE, "b": PROFILE, "capabilities": [NAME]} from standard input; for
each pair writes what both filters decide differently, and where b lets a call
through that a does not. Every system call number of the machine's
architecture is tried, with arguments at and around each bound that either
profile names. Rules are added as runc does it (libcontainer/seccomp).
Needs Debian's python3-seccomp.
"""

import itertools
import json
import platform
import struct
import sys
import tempfile

import seccomp

AUDIT_ARCH = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}[platform.machine()]
GO_ARCH = {"x86_64": "amd64", "aarch64": "arm64"}[platform.machine()]
NUMBERS = range(600)
ALLOW, LOG = 0x7FFF0000, 0x7FFC0000
MOST_COMBINATIONS = 3000

OPERATORS = {
    "SCMP_CMP_NE": seccomp.NE,
    "SCMP_CMP_LT": seccomp.LT,
    "SCMP_CMP_LE": seccomp.LE,
    "SCMP_CMP_EQ": seccomp.EQ,
    "SCMP_CMP_GE": seccomp.GE,
    "SCMP_CMP_GT": seccomp.GT,
    "SCMP_CMP_MASKED_EQ": seccomp.MASKED_EQ,
}


def action_of(name, errno):
    return {
        "SCMP_ACT_ALLOW": seccomp.ALLOW,
        "SCMP_ACT_ERRNO": seccomp.ERRNO(1 if errno is None else errno),
        "SCMP_ACT_KILL": seccomp.KILL,
        "SCMP_ACT_KILL_THREAD": seccomp.KILL,
        "SCMP_ACT_KILL_PROCESS": seccomp.KILL_PROCESS,
        "SCMP_ACT_LOG": seccomp.LOG,
        "SCMP_ACT_TRAP": seccomp.TRAP,
        "SCMP_ACT_TRACE": seccomp.TRACE(1 if errno is None else errno),
        "SCMP_ACT_NOTIFY": seccomp.NOTIFY,
    }[name]


def counts(rule, capabilities):
    includes, excludes = rule.get("includes") or {}, rule.get("excludes") or {}
    if GO_ARCH in (excludes.get("arches") or []):
        return False
    if any(cap in capabilities for cap in excludes.get("caps") or []):
        return False
    if includes.get("arches") and GO_ARCH not in includes["arches"]:
        return False
    return all(cap in capabilities for cap in includes.get("caps") or [])


def rules_of(profile, capabilities):
    for rule in profile.get("syscalls") or []:
        if counts(rule, capabilities):
            names = [rule["name"]] if rule.get("name") else rule["names"]
            yield names, rule, rule.get("args") or []


def compile_filter(profile, capabilities):
    """-> (the BPF program, the rules that libseccomp refused)"""
    default = action_of(profile["defaultAction"], profile.get("defaultErrnoRet"))
    result, refused = seccomp.SyscallFilter(default), []
    for names, rule, args in rules_of(profile, capabilities):
        action = action_of(rule["action"], rule.get("errnoRet"))
        if action == default:
            continue
        indexes = [arg["index"] for arg in args]
        repeated = len(set(indexes)) < len(indexes)
        chains = [[arg] for arg in args] if repeated else [args]
        for name in names:
            try:
                number = seccomp.resolve_syscall(seccomp.Arch(), name)
            except ValueError:
                continue
            if number < 0:
                continue
            for chain in chains:
                try:
                    result.add_rule(action, number, *map(condition, chain))
                except RuntimeError:
                    refused.append([name, chain])
    with tempfile.TemporaryFile() as file:
        result.export_bpf(file)
        file.seek(0)
        code = file.read()
    return [struct.unpack_from("<HBBI", code, i) for i in range(0, len(code), 8)], refused


def condition(arg):
    operator = OPERATORS[arg["op"]]
    if arg["op"] == "SCMP_CMP_MASKED_EQ":
        # value is the mask, valueTwo what must be left under it
        return seccomp.Arg(arg["index"], operator, arg["value"], arg.get("valueTwo") or 0)
    return seccomp.Arg(arg["index"], operator, arg["value"])


def decide(program, number, args):
    """Run classic BPF as the kernel does on struct seccomp_data."""
    data = struct.pack("<IIQ6Q", number, AUDIT_ARCH, 0, *args)
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


def argument_values(profiles, capabilities):
    """-> {call number: [values to try for argument 0, ... 5]}"""
    values = {}
    for profile in profiles:
        for names, _, args in rules_of(profile, capabilities):
            for name in names if args else []:
                try:
                    number = seccomp.resolve_syscall(seccomp.Arch(), name)
                except ValueError:
                    continue
                sets = values.setdefault(number, [{0} for _ in range(6)])
                for arg in args:
                    for bound in (arg["value"], arg.get("valueTwo") or 0):
                        around = (bound - 1, bound, bound + 1, ~bound)
                        sets[arg["index"]].update(v % 2**64 for v in around)
    return values


def compare(pair):
    capabilities = pair.get("capabilities") or []
    (a, refused_a), (b, refused_b) = (
        compile_filter(pair[side], capabilities) for side in "ab"
    )
    values = argument_values([pair["a"], pair["b"]], capabilities)
    different, wider, tried = [], [], 0
    for number in NUMBERS:
        sets = [sorted(s) for s in values.get(number, [{0}] * 6)]
        product = itertools.product(*sets)
        for args in itertools.islice(product, MOST_COMBINATIONS):
            tried += 1
            got_a, got_b = (decide(program, number, args) for program in (a, b))
            if got_a != got_b:
                different.append([number, list(map(str, args)), got_a, got_b])
            if got_b in (ALLOW, LOG) and got_a not in (ALLOW, LOG):
                wider.append([number, list(map(str, args))])
    return {
        "tried": tried,
        "different": different[:20],
        "wider": wider[:20],
        "refused": [refused_a, refused_b],
    }


json.dump([compare(pair) for pair in json.load(sys.stdin)], sys.stdout)
