export const id = 407;
export const ids = [407];
export const modules = {

/***/ 8821:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  qH: () => (/* binding */ DEFAULT_ERRNOS),
  eQ: () => (/* binding */ PORTABILITIES),
  rE: () => (/* binding */ deriveCandidate)
});

// EXTERNAL MODULE: ./src/profile/diff.ts + 1 modules
var diff = __webpack_require__(7380);
// EXTERNAL MODULE: ./src/profile/errno.ts
var profile_errno = __webpack_require__(549);
// EXTERNAL MODULE: ./src/profile/filter/load.ts + 1 modules
var load = __webpack_require__(5881);
// EXTERNAL MODULE: ./src/profile/filter/machines.ts
var filter_machines = __webpack_require__(5324);
// EXTERNAL MODULE: ./src/profile/managed.ts
var profile_managed = __webpack_require__(3456);
// EXTERNAL MODULE: ./src/profile/normalize.ts
var normalize = __webpack_require__(7474);
// EXTERNAL MODULE: ./src/profile/resolve.ts
var resolve = __webpack_require__(6509);
// EXTERNAL MODULE: ./src/profile/treatment.ts
var profile_treatment = __webpack_require__(6389);
// EXTERNAL MODULE: ./src/syscalls/kept.ts
var syscalls_kept = __webpack_require__(2740);
// EXTERNAL MODULE: ./src/syscalls/setup.ts
var setup = __webpack_require__(6819);
// EXTERNAL MODULE: ./src/candidate/policy.ts
var candidate_policy = __webpack_require__(5863);
// EXTERNAL MODULE: ./src/syscalls/numbers.ts + 1 modules
var numbers = __webpack_require__(3952);
;// CONCATENATED MODULE: ./src/floor/floor-table.json
const floor_table_namespaceObject = /*#__PURE__*/JSON.parse('{"y":[{"runtime":"crun","version":"1.8.1","options":[],"starts":150,"calls":{"capset":150,"close":150,"execve":150,"exit_group":150,"prctl":150,"pselect6":150,"read":150,"rt_sigaction":150,"rt_sigprocmask":150,"setresgid":150,"setresuid":150,"write":150}},{"runtime":"crun","version":"1.8.1","options":["--security-opt=no-new-privileges"],"starts":150,"calls":{"close":150,"execve":150,"exit_group":150}},{"runtime":"crun","version":"1.8.1","options":["--user=1000:1000"],"starts":150,"calls":{"capset":150,"close":150,"execve":150,"exit_group":150,"prctl":150,"pselect6":150,"read":150,"rt_sigaction":150,"rt_sigprocmask":150,"setresgid":150,"setresuid":150,"write":150}},{"runtime":"crun","version":"1.8.1","options":["--read-only","--cap-drop=all"],"starts":150,"calls":{"capset":150,"close":150,"execve":150,"exit_group":150,"prctl":150,"pselect6":150,"read":150,"rt_sigaction":150,"rt_sigprocmask":150,"setresgid":150,"setresuid":150,"write":150}},{"runtime":"crun","version":"1.21","options":[],"starts":50,"calls":{"capset":50,"close":50,"close_range":50,"execve":50,"exit_group":50,"prctl":50,"pselect6":50,"read":50,"rt_sigaction":50,"rt_sigprocmask":50,"setresgid":50,"setresuid":50,"write":50}},{"runtime":"crun","version":"1.21","options":["--security-opt=no-new-privileges"],"starts":50,"calls":{"close":50,"close_range":50,"execve":50,"exit_group":50}},{"runtime":"crun","version":"1.21","options":["--user=1000:1000"],"starts":50,"calls":{"capset":50,"close":50,"close_range":50,"execve":50,"exit_group":50,"prctl":50,"pselect6":50,"read":50,"rt_sigaction":50,"rt_sigprocmask":50,"setresgid":50,"setresuid":50,"write":50}},{"runtime":"crun","version":"1.21","options":["--read-only","--cap-drop=all"],"starts":50,"calls":{"capset":50,"close":50,"close_range":50,"execve":50,"exit_group":50,"prctl":50,"pselect6":50,"read":50,"rt_sigaction":50,"rt_sigprocmask":50,"setresgid":50,"setresuid":50,"write":50}},{"runtime":"crun","version":"1.28","options":[],"starts":50,"calls":{"capset":50,"close":50,"close_range":50,"execve":50,"exit_group":50,"prctl":50,"pselect6":50,"read":50,"rt_sigaction":50,"rt_sigprocmask":50,"setresgid":50,"setresuid":50,"write":50}},{"runtime":"crun","version":"1.28","options":["--security-opt=no-new-privileges"],"starts":50,"calls":{"close":50,"close_range":50,"execve":50,"exit_group":50}},{"runtime":"crun","version":"1.28","options":["--user=1000:1000"],"starts":50,"calls":{"capset":50,"close":50,"close_range":50,"execve":50,"exit_group":50,"prctl":50,"pselect6":50,"read":50,"rt_sigaction":50,"rt_sigprocmask":50,"setresgid":50,"setresuid":50,"write":50}},{"runtime":"crun","version":"1.28","options":["--read-only","--cap-drop=all"],"starts":50,"calls":{"capset":50,"close":50,"close_range":50,"execve":50,"exit_group":50,"prctl":50,"pselect6":50,"read":50,"rt_sigaction":50,"rt_sigprocmask":50,"setresgid":50,"setresuid":50,"write":50}},{"runtime":"runc","version":"1.1.5+ds1","options":[],"starts":150,"calls":{"capget":150,"capset":150,"chdir":150,"close":150,"epoll_ctl":150,"execve":150,"exit_group":150,"faccessat2":150,"fcntl":150,"fstat":150,"fstatfs":150,"futex":150,"getcwd":150,"getdents64":150,"getpid":150,"getppid":150,"newfstatat":150,"openat":150,"prctl":150,"read":150,"rt_sigreturn":20,"setgid":150,"setgroups":150,"setuid":150,"write":150}},{"runtime":"runc","version":"1.1.5+ds1","options":["--security-opt=no-new-privileges"],"starts":150,"calls":{"close":150,"epoll_ctl":150,"execve":150,"exit_group":150,"fstatfs":150,"futex":148,"getdents64":150,"getpid":150,"openat":150,"rt_sigreturn":18,"write":150}},{"runtime":"runc","version":"1.1.5+ds1","options":["--user=1000:1000"],"starts":150,"calls":{"capget":150,"capset":150,"chdir":150,"close":150,"epoll_ctl":150,"execve":150,"exit_group":150,"faccessat2":150,"fchown":150,"fcntl":150,"fstat":150,"fstatfs":150,"futex":150,"getcwd":150,"getdents64":150,"getpid":150,"getppid":150,"newfstatat":150,"openat":150,"prctl":150,"read":150,"rt_sigreturn":25,"setgid":150,"setgroups":150,"setuid":150,"write":150}},{"runtime":"runc","version":"1.1.5+ds1","options":["--read-only","--cap-drop=all"],"starts":150,"calls":{"capget":150,"capset":150,"chdir":150,"close":150,"epoll_ctl":150,"execve":150,"exit_group":150,"faccessat2":150,"fcntl":150,"fstat":150,"fstatfs":150,"futex":150,"getcwd":150,"getdents64":150,"getpid":150,"getppid":150,"newfstatat":150,"openat":150,"prctl":150,"read":150,"rt_sigreturn":30,"setgid":150,"setgroups":150,"setuid":150,"write":150}},{"runtime":"runc","version":"1.1.15+ds1","options":[],"starts":50,"calls":{"capget":50,"capset":50,"chdir":50,"close":50,"epoll_ctl":50,"execve":50,"exit_group":50,"faccessat2":50,"fcntl":50,"fstat":50,"fstatfs":50,"futex":50,"getcwd":50,"getdents64":50,"getpid":50,"getppid":50,"newfstatat":50,"openat":50,"prctl":50,"read":50,"rt_sigreturn":10,"setgid":50,"setgroups":50,"setuid":50,"write":50}},{"runtime":"runc","version":"1.1.15+ds1","options":["--security-opt=no-new-privileges"],"starts":50,"calls":{"close":50,"epoll_ctl":50,"execve":50,"exit_group":50,"fcntl":50,"fstatfs":50,"futex":50,"getdents64":50,"getpid":50,"openat":50,"rt_sigreturn":7,"write":50}},{"runtime":"runc","version":"1.1.15+ds1","options":["--user=1000:1000"],"starts":50,"calls":{"capget":50,"capset":50,"chdir":50,"close":50,"epoll_ctl":50,"execve":50,"exit_group":50,"faccessat2":50,"fchown":50,"fcntl":50,"fstat":50,"fstatfs":50,"futex":50,"getcwd":50,"getdents64":50,"getpid":50,"getppid":50,"newfstatat":50,"openat":50,"prctl":50,"read":50,"rt_sigreturn":9,"setgid":50,"setgroups":50,"setuid":50,"write":50}},{"runtime":"runc","version":"1.1.15+ds1","options":["--read-only","--cap-drop=all"],"starts":50,"calls":{"capget":50,"capset":50,"chdir":50,"close":50,"epoll_ctl":50,"execve":50,"exit_group":50,"faccessat2":50,"fcntl":50,"fstat":50,"fstatfs":50,"futex":50,"getcwd":50,"getdents64":50,"getpid":50,"getppid":50,"newfstatat":50,"openat":50,"prctl":50,"read":50,"rt_sigreturn":5,"setgid":50,"setgroups":50,"setuid":50,"write":50}},{"runtime":"runc","version":"1.3.6+ds1","options":[],"starts":50,"calls":{"capget":50,"capset":50,"chdir":50,"close":50,"close_range":50,"epoll_ctl":50,"execve":50,"exit_group":50,"faccessat2":50,"fcntl":50,"fstat":50,"fstatfs":50,"futex":50,"getcwd":50,"getdents64":50,"getpid":50,"getppid":50,"newfstatat":50,"openat":50,"openat2":50,"prctl":50,"read":50,"rt_sigreturn":14,"setgid":50,"setgroups":50,"setuid":50,"statx":50,"tgkill":50,"write":50}},{"runtime":"runc","version":"1.3.6+ds1","options":["--security-opt=no-new-privileges"],"starts":50,"calls":{"close":50,"execve":50,"exit_group":50,"fcntl":50,"fstat":50,"fstatfs":50,"futex":50,"getdents64":50,"openat":50,"openat2":50,"rt_sigreturn":16,"statx":50,"write":50}},{"runtime":"runc","version":"1.3.6+ds1","options":["--user=1000:1000"],"starts":50,"calls":{"capget":50,"capset":50,"chdir":50,"close":50,"close_range":50,"epoll_ctl":50,"execve":50,"exit_group":50,"faccessat2":50,"fchown":50,"fcntl":50,"fstat":50,"fstatfs":50,"futex":50,"getcwd":50,"getdents64":50,"getpid":50,"getppid":50,"newfstatat":50,"openat":50,"openat2":50,"prctl":50,"read":50,"rt_sigreturn":17,"setgid":50,"setgroups":50,"setuid":50,"statx":50,"tgkill":50,"write":50}},{"runtime":"runc","version":"1.3.6+ds1","options":["--read-only","--cap-drop=all"],"starts":50,"calls":{"capget":50,"capset":50,"chdir":50,"close":50,"close_range":50,"epoll_ctl":50,"execve":50,"exit_group":50,"faccessat2":50,"fcntl":50,"fstat":50,"fstatfs":50,"futex":50,"getcwd":50,"getdents64":50,"getpid":50,"getppid":50,"mmap":1,"newfstatat":50,"openat":50,"openat2":50,"prctl":50,"read":50,"rt_sigreturn":14,"setgid":50,"setgroups":50,"setuid":50,"statx":50,"tgkill":50,"write":50}}]}');
;// CONCATENATED MODULE: ./src/floor/portable.ts



/**
 * What runc and crun, in the versions that were measured, need to start a
 * container after they have loaded its filter: with and without
 * no-new-privileges, since a profile that was recorded with it fails without,
 * and whatever chance makes of Go's scheduler.
 *
 * @returns sorted by name, as far as the architecture has the calls
 */
function portableFloor(architecture) {
    const existing = (0,numbers/* syscallNumbers */.Q3)(architecture);
    const runtimes = new Map();
    for (const { runtime, version, calls } of floor_table_namespaceObject.y) {
        for (const name of Object.keys(calls)) {
            const known = runtimes.get(name) ?? new Set();
            runtimes.set(name, known.add(`${runtime} ${version}`));
        }
    }
    return [...runtimes]
        .filter(([name]) => Object.hasOwn(existing, name) && !syscalls_kept/* ALWAYS_KEPT */.l.includes(name))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, by]) => ({ name, runtimes: [...by].sort() }));
}

;// CONCATENATED MODULE: ./src/syscalls/family-table.ts
const TIME64 = 'Linux 5.1: twins with 64-bit times on 32-bit architectures (arch/arm/tools/syscall.tbl)';
/**
 * Names, and the source. Not here, though programs fall back from one to the
 * other: fsopen and its kin for mount(2), which would widen a profile by far
 * more than a twin; and socketcall(2) and ipc(2) of 32-bit x86 and s390x, which
 * libseccomp adds by itself to a rule on the call that goes through them.
 */
const TABLE = [
    // Processes and threads.
    [
        'clone clone3 fork vfork',
        'fork(2), vfork(2): glibc makes clone instead; glibc 2.34 NEWS: clone3 first, clone on ENOSYS'
    ],
    [
        'wait4 waitid waitpid',
        'wait4(2), waitpid(2): C library/kernel differences; riscv32 has waitid only'
    ],
    [
        'arch_prctl set_thread_area set_tls',
        'arch_prctl(2), set_thread_area(2), Linux arch/arm __ARM_NR_set_tls: the thread pointer, by architecture'
    ],
    ['tgkill tkill', 'tkill(2): replaced by tgkill; musl raise() makes tkill'],
    [
        'getrlimit prlimit64 setrlimit ugetrlimit',
        'getrlimit(2): glibc makes prlimit64 since 2.13; ugetrlimit on 32-bit'
    ],
    ['getpgid getpgrp', 'getpgrp(2): generic architectures have getpgid only'],
    [
        'alarm setitimer',
        'alarm(2): generic architectures have setitimer only; glibc and musl alarm()'
    ],
    // Files by path: the *at twin is the only one on generic architectures
    // (Linux include/uapi/asm-generic/unistd.h).
    [
        'creat open openat openat2',
        'open(2), openat2(2): glibc makes openat since 2.26; runtimes try openat2 first'
    ],
    [
        'access faccessat faccessat2',
        'access(2): glibc 2.33 and musl try faccessat2 for flags, faccessat on ENOSYS'
    ],
    [
        'fstat fstat64 fstatat64 lstat lstat64 newfstatat stat stat64 statx',
        'stat(2): C library/kernel differences; statx where fstat has 32-bit times or is missing (glibc 2.33, musl 1.2)'
    ],
    [
        'chmod fchmodat fchmodat2',
        'chmod(2): fchmodat2 since Linux 6.6, tried first by glibc 2.39 for flags'
    ],
    [
        'chown chown32 fchownat lchown lchown32',
        'chown(2): C library/kernel differences'
    ],
    ['mkdir mkdirat', 'mkdir(2); asm-generic/unistd.h'],
    ['mknod mknodat', 'mknod(2): glibc makes mknodat since 2.33'],
    ['rmdir unlink unlinkat', 'unlink(2): unlinkat with AT_REMOVEDIR is rmdir'],
    ['link linkat', 'link(2); asm-generic/unistd.h'],
    ['symlink symlinkat', 'symlink(2); asm-generic/unistd.h'],
    ['readlink readlinkat', 'readlink(2); asm-generic/unistd.h'],
    [
        'rename renameat renameat2',
        'rename(2): riscv64 and newer architectures have renameat2 only'
    ],
    [
        'futimesat utime utimensat utimensat_time64 utimes',
        'utime(2), utimensat(2): obsolete ones fall to utimensat'
    ],
    ['umount umount2', 'umount(2): 64-bit architectures have umount2 only'],
    // Files by descriptor.
    [
        'close close_range',
        'close_range(2): closefrom() closes one by one without'
    ],
    ['dup2 dup3', 'dup(2); asm-generic/unistd.h has dup3 only'],
    ['pipe pipe2', 'pipe(2); asm-generic/unistd.h has pipe2 only'],
    ['fcntl fcntl64', 'fcntl(2): fcntl64 on 32-bit'],
    ['getdents getdents64', 'getdents(2): glibc and musl make getdents64'],
    ['_llseek lseek', '_llseek(2): on 32-bit'],
    ['mmap mmap2', 'mmap2(2): on 32-bit'],
    ['mlock mlock2', 'mlock(2): mlock2 without flags is mlock'],
    ['preadv preadv2', 'preadv(2): glibc preadv2() falls to preadv on ENOSYS'],
    [
        'pwritev pwritev2',
        'preadv(2): glibc pwritev2() falls to pwritev on ENOSYS'
    ],
    ['sendfile sendfile64', 'sendfile(2): sendfile64 on 32-bit'],
    ['truncate truncate64', 'truncate(2): truncate64 on 32-bit'],
    ['ftruncate ftruncate64', 'truncate(2): ftruncate64 on 32-bit'],
    ['statfs statfs64', 'statfs(2): statfs64 on 32-bit'],
    ['fstatfs fstatfs64', 'statfs(2): fstatfs64 on 32-bit'],
    ['fchown fchown32', 'chown(2): 32-bit user ids'],
    [
        'arm_fadvise64_64 fadvise64 fadvise64_64',
        'posix_fadvise(2): architecture-specific variants'
    ],
    [
        'arm_sync_file_range sync_file_range sync_file_range2',
        'sync_file_range(2): other order of arguments on arm and powerpc'
    ],
    // Waiting.
    [
        'epoll_pwait epoll_pwait2 epoll_wait',
        'epoll_wait(2): generic architectures have no epoll_wait; epoll_pwait2 since Linux 5.11'
    ],
    ['epoll_create epoll_create1', 'epoll_create(2); asm-generic/unistd.h'],
    ['eventfd eventfd2', 'eventfd(2): C library/kernel differences'],
    ['signalfd signalfd4', 'signalfd(2): C library/kernel differences'],
    ['inotify_init inotify_init1', 'inotify_init(2); asm-generic/unistd.h'],
    [
        'poll ppoll ppoll_time64',
        'poll(2): generic architectures have ppoll only; 64-bit times'
    ],
    [
        '_newselect pselect6 pselect6_time64 select',
        'select(2): generic architectures have pselect6 only; 64-bit times'
    ],
    [
        'futex futex_requeue futex_time64 futex_wait futex_waitv futex_wake',
        'futex(2); futex_time64 on 32-bit; futex_waitv since Linux 5.16, the others since 6.7'
    ],
    [
        'clock_nanosleep clock_nanosleep_time64 nanosleep',
        'nanosleep(2): glibc makes clock_nanosleep since 2.31'
    ],
    ['io_pgetevents io_pgetevents_time64', TIME64],
    ['rt_sigtimedwait rt_sigtimedwait_time64', TIME64],
    // Sockets and messages.
    ['accept accept4', 'accept(2): 32-bit x86 has accept4 only'],
    ['recv recvfrom', 'recv(2): without flags the same; most have recvfrom only'],
    ['send sendto', 'send(2): the same without address; most have sendto only'],
    ['recvmmsg recvmmsg_time64', TIME64],
    ['mq_timedreceive mq_timedreceive_time64', TIME64],
    ['mq_timedsend mq_timedsend_time64', TIME64],
    [
        'semop semtimedop semtimedop_time64',
        'semop(2): glibc makes semtimedop with no time-out; 64-bit times'
    ],
    // Clocks.
    [
        'clock_settime clock_settime64 settimeofday stime',
        'stime(2), settimeofday(2): glibc makes clock_settime since 2.31'
    ],
    [
        'adjtimex clock_adjtime clock_adjtime64',
        'adjtimex(2): glibc makes clock_adjtime'
    ],
    ['timer_gettime timer_gettime64', TIME64],
    ['timer_settime timer_settime64', TIME64],
    ['timerfd_gettime timerfd_gettime64', TIME64],
    ['timerfd_settime timerfd_settime64', TIME64],
    ['sched_rr_get_interval sched_rr_get_interval_time64', TIME64],
    // Signals: the real-time calls replaced the others in Linux 2.2; which way
    // back a handler takes on 32-bit is the kernel's choice.
    ['rt_sigreturn sigreturn', 'sigreturn(2)'],
    [
        'rt_sigaction sigaction signal',
        'sigaction(2): C library/kernel differences'
    ],
    [
        'rt_sigprocmask sigprocmask',
        'sigprocmask(2): C library/kernel differences'
    ],
    ['rt_sigpending sigpending', 'sigpending(2): C library/kernel differences'],
    ['rt_sigsuspend sigsuspend', 'sigsuspend(2): C library/kernel differences'],
    // User ids of 32 bits, on 32-bit architectures.
    ...[
        'getegid',
        'geteuid',
        'getgid',
        'getgroups',
        'getresgid',
        'getresuid',
        'getuid',
        'setfsgid',
        'setfsuid',
        'setgid',
        'setgroups',
        'setregid',
        'setresgid',
        'setresuid',
        'setreuid',
        'setuid'
    ].map(name => [
        `${name} ${name}32`,
        `${name}(2): C library/kernel differences, 32-bit user ids`
    ])
];
/**
 * What the vDSO answers without a system call where the clock or the random
 * generator allows, and asks the kernel for where they do not.
 */
const VDSO = {
    names: [
        'clock_getres',
        'clock_getres_time64',
        'clock_gettime',
        'clock_gettime64',
        'getcpu',
        'getrandom',
        'gettimeofday',
        'riscv_hwprobe',
        'time'
    ],
    source: 'vdso(7); Linux arch/*/vdso; getrandom since Linux 6.11',
    unseen: true
};
/** All families, each name in one of them at most. */
const FAMILIES = [
    VDSO,
    ...TABLE.map(([names, source]) => ({
        names: names.split(' '),
        source,
        unseen: false
    }))
];

;// CONCATENATED MODULE: ./src/syscalls/families.ts



/**
 * The portability family of a call: those that libc or the kernel uses in its
 * place on another version or architecture, itself included. Undefined for a
 * call that nothing stands in for. Families have no name in common.
 */
function familyOf(name) {
    return BY_NAME.get(name);
}
/**
 * The calls that can take the place of the named ones on another kernel, libc
 * or clock, as far as the architecture has them: sorted, without the named
 * ones. Calls of the vDSO are always among them, for no recording can show
 * that a program does not make them.
 */
function standInsFor(names, architecture) {
    const given = new Set(names);
    const existing = (0,numbers/* syscallNumbers */.Q3)(architecture);
    const families = new Set([
        ...FAMILIES.filter(family => family.unseen),
        ...names.flatMap(name => familyOf(name) ?? [])
    ]);
    return [...families]
        .flatMap(family => family.names)
        .filter(name => !given.has(name) && Object.hasOwn(existing, name))
        .sort();
}
const BY_NAME = new Map(FAMILIES.flatMap(family => family.names.map((name) => [name, family])));

;// CONCATENATED MODULE: ./src/candidate/portable.ts


/**
 * What a profile must have besides what was needed here, to work under another
 * runtime, libc and kernel: the floors of runc and crun, and the families of
 * calls that stand in for each other.
 *
 * @returns sorted by name; nothing with `portability: off`
 */
function portableCalls(needed, input) {
    if (input.portability === 'off')
        return [];
    const floor = new Map(portableFloor(input.architecture).map(({ name, runtimes }) => [
        name,
        runtimes
    ]));
    const all = new Set([...needed, ...floor.keys()]);
    const names = [
        ...[...floor.keys()].filter(name => !needed.has(name)),
        ...standInsFor([...all], input.architecture)
    ].sort();
    return names.map(name => {
        const family = familyOf(name);
        const members = family && !family.unseen ? family.names : [];
        return {
            name,
            runtimes: floor.get(name) ?? [],
            standsInFor: members.filter(m => m !== name && all.has(m))
        };
    });
}

;// CONCATENATED MODULE: ./src/candidate/candidate.ts












/** errno numbers that a default may have, asm-generic/errno.h. */
const DEFAULT_ERRNOS = { ENOSYS: 38, EPERM: 1 };
const PORTABILITIES = ['on', 'off'];
/**
 * The profile that recordings give: the engine's default profile narrowed to
 * the calls that were recorded, with the runtime's floor and what portability
 * asks for. The container ran under that default, so what the default refuses
 * was not made in it: a recorder that has such a call all the same saw the
 * runtime make it before the filter was loaded, or a program try in vain.
 * Where the default allows a call for certain arguments only, so does the
 * candidate. It is therefore never wider than the default, but for what the
 * policy allows by name, and for what was recorded under no filter at all
 * (`record-under: allow-all`).
 *
 * A committed deny-list, which lets through what it does not list, stays as it
 * is: `governed` tells which of the recorded calls it denies.
 */
function deriveCandidate(input) {
    const { committed, engineDefault, recorded, replayed = [] } = input;
    const { policy = candidate_policy/* NO_POLICY */.lm, isUncertain = () => false } = input;
    // A rule that does not count for this container says nothing of a call.
    const user = (0,resolve/* resolveRules */.S)(committed ? (0,profile_managed/* userRules */.hC)(committed) : [], input);
    const userNames = new Set(user.flatMap(rule => rule.names));
    const rules = (0,resolve/* resolveRules */.S)(engineDefault.syscalls, input);
    const isOpen = committed !== undefined && (0,profile_treatment/* isDenyList */.z2)(committed);
    const setUp = [...new Set([...recorded, ...input.floor])]
        .map(name => ({ name, why: whyLeftOut(name, rules, input) }))
        .filter((entry) => entry.why !== undefined);
    const gone = new Set(setUp.map(entry => entry.name));
    // A number that no table has a name for cannot stand in a profile.
    const seen = new Set([
        ...recorded.filter(name => !gone.has(name) && !name.startsWith('#')),
        ...replayed
    ]);
    const isRefused = (name) => (0,profile_treatment/* treatmentOf */.Wh)(rules, name, engineDefault).kind === 'refused';
    // Only before it loads the filter does Go's scheduler make these.
    const byChance = input.sees === 'set-up' ? syscalls_kept/* RUNTIME_BY_CHANCE */.C : [];
    const forStart = new Set([
        ...[...byChance, ...input.floor].filter(name => !isRefused(name) && !gone.has(name)),
        ...syscalls_kept/* ALWAYS_KEPT */.l
    ]);
    const needed = new Set([...seen, ...forStart]);
    const mayManage = (name) => !userNames.has(name) && !policy.deny.has(name);
    const allowed = (0,candidate_policy/* allowedOn */.oA)(policy, input.architecture);
    const old = committed ? (0,profile_managed/* managedRules */.B4)(committed) : [];
    const oldNames = (0,normalize/* sortedUnique */.Z$)([...(0,diff/* allowedNames */.Ru)(old)]);
    /** With calls that stay, what stands in for them stays, too. */
    const choose = (staying) => {
        const portable = portableCalls(new Set([...needed, ...staying]), input).filter(({ name }) => !isRefused(name) && mayManage(name));
        const elsewhere = portable.map(({ name }) => name);
        const wanted = (0,normalize/* sortedUnique */.Z$)([
            ...[...needed, ...elsewhere, ...allowed.keys()]
        ]).filter(mayManage);
        const wantedNames = new Set(wanted);
        const unseen = oldNames.filter(name => !wantedNames.has(name) && mayManage(name) && !gone.has(name));
        const kept = unseen.filter(name => input.removals === 'report' || isUncertain(name));
        return { portable, wanted, wantedNames, unseen, kept };
    };
    const { portable, wanted, wantedNames, unseen, kept } = choose(choose([]).kept);
    const file = base(input);
    const managed = () => [
        ...narrow(rules, wanted, file, input),
        ...rulesAbout(old, kept)
    ];
    return {
        profile: isOpen
            ? committed
            : (0,profile_managed/* replaceManaged */.qi)(file, joinBareAllows(managed())),
        portable: isOpen ? [] : portable,
        leftOut: setUp.filter(({ name }) => !wantedNames.has(name)),
        denied: deniedAndNeeded(policy.deny, { seen, forStart, user, file }),
        byPolicy: new Map([...allowed].filter(([name]) => !isOpen && wantedNames.has(name) && !needed.has(name))),
        governed: (0,normalize/* sortedUnique */.Z$)([...seen, ...allowed.keys()]).filter(name => userNames.has(name) && (0,profile_treatment/* treatmentOf */.Wh)(user, name, file).kind !== 'allowed'),
        unseen,
        kept
    };
}
/** The denied calls that something needs, unless a user's rule refuses them. */
function deniedAndNeeded(deny, needs) {
    const { seen, forStart, user, file } = needs;
    const ruled = new Set(user.flatMap(rule => rule.names));
    const whyNeeded = (name) => {
        const isAllowed = (0,profile_treatment/* treatmentOf */.Wh)(user, name, file).kind !== 'refused';
        if (ruled.has(name) && !isAllowed)
            return [];
        const reasons = [
            // Any recording may have these, so it tells nothing of the tests.
            [forStart.has(name), 'needed to start any container'],
            [seen.has(name) && !forStart.has(name), 'recorded'],
            [isAllowed && ruled.has(name), 'allowed by a user rule'],
            [isAllowed && !ruled.has(name), 'not denied by the deny-list']
        ];
        return reasons.filter(([holds]) => holds).map(([, why]) => why);
    };
    return [...deny]
        .map(([name, line]) => ({ name, line, why: whyNeeded(name) }))
        .filter(({ why }) => why.length > 0)
        .sort((a, b) => (a.name < b.name ? -1 : 1));
}
function whyLeftOut(name, rules, input) {
    const isRefused = (0,profile_treatment/* treatmentOf */.Wh)(rules, name, input.engineDefault).kind === 'refused';
    // Should a recorder say that such a call passed, it is not believed.
    if (isRefused && input.recordUnder === 'default') {
        return 'refused by the default profile';
    }
    if (input.sees !== 'set-up')
        return undefined;
    // A program that unshares a user namespace may mount inside it.
    const unprivileged = !input.capabilities.includes('CAP_SYS_ADMIN') &&
        !input.recorded.includes('unshare');
    if (!setup/* SETUP_CALLS */._.includes(name))
        return undefined;
    if (unprivileged)
        return 'set-up without CAP_SYS_ADMIN';
    // The runtime makes it for a container that does nothing, too; whether the
    // tests do, such a recorder cannot know, and it is dangerous.
    return input.floor.includes(name) ? 'set-up in any container' : undefined;
}
/** What the default's rules say of these names, and of no other. */
function narrow(rules, names, file, input) {
    const made = new Set([...input.recorded, ...(input.replayed ?? [])]);
    return names.flatMap(name => {
        const treatment = (0,profile_treatment/* treatmentOf */.Wh)(rules, name, input.engineDefault);
        // Without a filter, nothing kept the tests to the default's arguments.
        const isFree = input.recordUnder === 'allow-all' && made.has(name);
        if (treatment.kind !== 'conditional' || isFree)
            return [bareAllow([name])];
        const narrowed = uniqueBy(treatment.rules.map(({ action, errno, errnoRet, args }) => {
            const number = (0,profile_errno/* errnoOf */.U)(errno, errnoRet);
            return {
                names: [name],
                action,
                ...(typeof number === 'number' && { errnoRet: number }),
                ...(typeof number === 'string' && { errno: number }),
                args
            };
        }), ({ action, errno, errnoRet, args }) => [action, errno, errnoRet, ...args.map(normalize/* argKey */.a$)].join('|'));
        return loadable(name, narrowed, file, input);
    });
}
/**
 * The rules about one call as libseccomp takes them on all machines of a file.
 * On x86 (and others with socketcall(2)) it refuses podman's rules about
 * `socket`: some allow and one refuses, and their conditions are on arguments
 * that socketcall(2) hides behind a pointer. The default itself loads because
 * it allows `socketcall`. Without the refusing rule the file's default refuses
 * the same calls, with its own errno.
 */
function loadable(name, rules, file, { engineDefault, ...machine }) {
    const { architecture, capabilities } = machine;
    const natives = new Set([architecture, ...(0,filter_machines/* nativesOf */.C)(file)]);
    const machines = [...natives]
        .map(architecture => ({ architecture, capabilities }))
        .filter(machine => (0,load/* loads */.qV)({ ...file, syscalls: [] }, machine));
    const fits = (syscalls) => machines.every(machine => (0,load/* loads */.qV)({ ...file, syscalls }, machine));
    if (fits(rules))
        return rules;
    const allowing = rules.filter(profile_treatment/* lets */.Nx);
    const here = [{ architecture, capabilities }];
    const alone = { defaultAction: 'SCMP_ACT_ERRNO', syscalls: allowing };
    const isWider = () => (0,diff/* diffProfiles */.Uj)(engineDefault, alone, here).added.includes(name);
    // Where neither will do, the comparison of the whole profile says so.
    return fits(allowing) && !isWider() ? allowing : rules;
}
/** What rules say of these names, and of no other. */
function rulesAbout(rules, names) {
    const about = new Set(names);
    return rules
        .map(r => ({ ...r, names: r.names.filter(name => about.has(name)) }))
        .filter(rule => rule.names.length > 0);
}
/** One rule for all names that are allowed outright, before the others. */
function joinBareAllows(rules) {
    const bare = ({ action, args, includes, excludes }) => action === 'SCMP_ACT_ALLOW' && !args.length && !includes && !excludes;
    const names = rules.filter(bare).flatMap(rule => rule.names);
    return [
        ...(names.length > 0 ? [bareAllow(names)] : []),
        ...rules.filter(rule => !bare(rule))
    ];
}
function bareAllow(names) {
    return { names, action: 'SCMP_ACT_ALLOW', args: [] };
}
function uniqueBy(values, key) {
    return [...new Map(values.map(v => [key(v), v])).values()];
}
/** The file that the managed rules go into: the committed one, or a new one. */
function base({ committed, architecture, alsoOn = [], defaultErrno }) {
    const profile = committed ?? {
        defaultAction: 'SCMP_ACT_ERRNO',
        architectures: [],
        syscalls: []
    };
    const errno = defaultErrno ?? (committed ? undefined : 'ENOSYS');
    const { defaultErrno: replaced, ...rest } = profile;
    return withArchitectures(errno === undefined
        ? { ...rest, ...(replaced && { defaultErrno: replaced }) }
        : { ...rest, defaultErrnoRet: DEFAULT_ERRNOS[errno] }, architecture, alsoOn);
}
/** The profile for a machine, and for programs of others that it runs. */
function withArchitectures(profile, own, others) {
    const { architectures, archMap } = profile;
    if (archMap) {
        // An engine looks at its own entry only.
        const entry = archMap.find(({ architecture }) => architecture === own);
        const mapped = {
            architecture: own,
            subArchitectures: [
                ...new Set([...(entry?.subArchitectures ?? []), ...others])
            ]
        };
        return {
            ...profile,
            archMap: entry
                ? archMap.map(old => (old === entry ? mapped : old))
                : [...archMap, mapped]
        };
    }
    // A file without any is for whatever machine it is loaded on.
    if (!architectures && others.length === 0)
        return profile;
    return {
        ...profile,
        architectures: [...new Set([...(architectures ?? []), own, ...others])]
    };
}


/***/ }),

/***/ 5863:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ON: () => (/* binding */ parsePolicy),
/* harmony export */   lm: () => (/* binding */ NO_POLICY),
/* harmony export */   oA: () => (/* binding */ allowedOn)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _syscalls_groups_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4216);
/* harmony import */ var _syscalls_nearest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3244);
/* harmony import */ var _syscalls_numbers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3952);




/** A workflow that says nothing. */
const NO_POLICY = { deny: new Map(), allow: new Map() };
/**
 * Reads the inputs `deny` and `allow`: a call or one of systemd's groups a
 * line; what follows a `#` is a comment. Where a group overlaps with the other
 * list, deny wins.
 *
 * @throws UserError for a group or call that there is not, or a call that both
 *   lists name
 */
function parsePolicy(texts) {
    const deny = parseCalls('deny', texts.deny);
    const allow = parseCalls('allow', texts.allow);
    const both = [...allow.keys()].find(name => allow.get(name) === name && deny.get(name) === name);
    if (both !== undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`inputs deny and allow: both name \`${both}\``, {
            hint: 'Take it out of one of them.'
        });
    }
    return {
        deny,
        allow: new Map([...allow].filter(([name]) => !deny.has(name)))
    };
}
/** The calls to allow on an architecture: of groups, only those that it has. */
function allowedOn({ allow }, architecture) {
    const numbers = (0,_syscalls_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .syscallNumbers */ .Q3)(architecture);
    return new Map([...allow].filter(([name, line]) => line === name || Object.hasOwn(numbers, name)));
}
function parseCalls(input, text) {
    const lines = text
        .split('\n')
        .map(line => line.replace(/#.*/s, '').trim())
        .filter(line => line !== '');
    const calls = lines.flatMap(line => callsOf(input, line).map(name => [name, line]));
    // The last entry of a name stays: its own line, or else the first group's.
    const isOwn = ([name, line]) => name === line;
    return new Map([
        ...calls.filter(call => !isOwn(call)).reverse(),
        ...calls.filter(isOwn)
    ]);
}
function callsOf(input, line) {
    const shown = JSON.stringify(line);
    if (line.startsWith('@')) {
        const members = (0,_syscalls_groups_js__WEBPACK_IMPORTED_MODULE_1__/* .expandGroup */ .SY)(line);
        if (members)
            return members;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`input ${input}: ${shown} is no group of system calls`, { hint: `The groups are systemd's: ${_syscalls_groups_js__WEBPACK_IMPORTED_MODULE_1__/* .GROUP_NAMES */ .P.join(', ')}.` });
    }
    if ((0,_syscalls_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .syscallNames */ .EE)().has(line))
        return [line];
    const near = (0,_syscalls_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .nearestName */ .q)(line);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`input ${input}: ${shown} is no system call that we know${near === undefined ? '' : `: did you mean \`${near}\`?`}`, {
        hint: `Write the name of a system call or of a group, such as \`@debug\`, on each line of \`${input}\`.`
    });
}


/***/ }),

/***/ 422:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ setUpRunner)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _host_environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4743);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5625);



/**
 * Installs what a runner lacks (`setup: install`).
 *
 * @throws UserError when it fails
 */
async function setUpRunner(world) {
    const argv = [world.setupScript];
    const exitCode = await world.log.group('Set up the runner', show => {
        show(`${(0,_log_js__WEBPACK_IMPORTED_MODULE_2__/* .displayCommand */ .kc)(['bash', ...argv])}\n`);
        return world.exec('bash', argv, {
            env: (0,_host_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .podmanEnvironment */ .r)(world.environment),
            silent: true,
            ignoreReturnCode: true,
            listeners: { stdout: show, stderr: show }
        });
    });
    if (exitCode !== 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the runner could not be set up: setup-runner.sh ended with exit code ${exitCode}`, {
            hint: 'See the log for what failed. It needs root, or sudo without a password; else install by hand what it lists.'
        });
    }
}


/***/ }),

/***/ 8896:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DS: () => (/* binding */ checkCgroup2),
/* harmony export */   PH: () => (/* binding */ checkBtf),
/* harmony export */   P_: () => (/* binding */ checkTracefs),
/* harmony export */   ZZ: () => (/* binding */ checkHeaders),
/* harmony export */   uy: () => (/* binding */ checkLockdown)
/* harmony export */ });
/* unused harmony exports tracefsOf, tracefsCheck, lockdownCheck */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3916);
/* harmony import */ var _host_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3285);
/* harmony import */ var _host_packages_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1725);
/* harmony import */ var _mounts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2031);





const BTF = '/sys/kernel/btf/vmlinux';
/** The kernel's own types, from which BPF programs learn where fields are. */
async function checkBtf() {
    return (await (0,_host_files_js__WEBPACK_IMPORTED_MODULE_2__/* .exists */ .t)(BTF))
        ? { name: 'BTF', state: 'ok', found: BTF }
        : {
            name: 'BTF',
            state: 'missing',
            found: `this kernel has no ${BTF}`,
            mend: 'Boot a kernel with CONFIG_DEBUG_INFO_BTF=y; those of Fedora, Debian 11 and Ubuntu 20.10 on have it.'
        };
}
/** Whether tracers find the tracepoint of system calls. */
async function checkTracefs() {
    const mounts = await (0,_mounts_js__WEBPACK_IMPORTED_MODULE_4__/* .readMounts */ .bq)();
    const directory = tracefsOf(mounts);
    if (directory === undefined)
        return tracefsCheck(undefined, 'gone');
    const tracepoint = `${directory}/events/raw_syscalls/sys_enter`;
    return tracefsCheck(directory, await lookFor(tracepoint));
}
/** Where tracefs is; debugfs mounts it in itself when it is looked into. */
function tracefsOf(mounts) {
    const tracefs = mounts.find(({ type }) => type === 'tracefs');
    const debugfs = mounts.find(({ type }) => type === 'debugfs');
    return tracefs?.directory ?? (debugfs && `${debugfs.directory}/tracing`);
}
/** What the place of tracefs, and the tracepoint in it, come to. */
function tracefsCheck(directory, tracepoint) {
    const name = 'tracefs';
    if (directory === undefined) {
        return {
            name,
            state: 'missing',
            found: 'not mounted',
            mend: 'sudo mount -t tracefs tracefs /sys/kernel/tracing'
        };
    }
    if (tracepoint === 'gone') {
        return {
            name,
            state: 'missing',
            found: `${directory} has no tracepoint raw_syscalls:sys_enter`,
            mend: 'Boot a kernel with CONFIG_FTRACE_SYSCALLS=y.'
        };
    }
    return { name, state: 'ok', found: directory };
}
/** Only root may look into tracefs. */
async function lookFor(file) {
    return node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default().access(file).then(() => 'there', (error) => ((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errnoCode */ .UK)(error) === 'ENOENT' ? 'gone' : 'hidden'));
}
/** Whether the kernel lets BPF programs read its memory. */
async function checkLockdown() {
    const text = await node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default().readFile('/sys/kernel/security/lockdown', 'utf8')
        .catch(() => undefined);
    return lockdownCheck(text);
}
/** What /sys/kernel/security/lockdown says, kernel_lockdown(7). */
function lockdownCheck(text) {
    const name = 'kernel lockdown';
    const mode = /\[(\w+)\]/.exec(text ?? '')?.[1];
    if (mode === undefined)
        return { name, state: 'absent', found: 'none' };
    if (mode !== 'confidentiality')
        return { name, state: 'ok', found: mode };
    return {
        name,
        state: 'missing',
        found: 'confidentiality: BPF programs may not read the kernel',
        mend: 'Boot with lockdown=integrity, or without lockdown=.'
    };
}
/** Whether a container can have a cgroup of version 2 to be known by. */
async function checkCgroup2() {
    const found = (0,_mounts_js__WEBPACK_IMPORTED_MODULE_4__/* .cgroupVersion */ .h9)(await (0,_mounts_js__WEBPACK_IMPORTED_MODULE_4__/* .readMounts */ .bq)());
    return found === 'v2' || found === 'v1 and v2'
        ? { name: 'cgroup v2', state: 'ok', found }
        : {
            name: 'cgroup v2',
            state: 'missing',
            found: `cgroups here: ${found}`,
            mend: 'Boot with systemd.unified_cgroup_hierarchy=1.'
        };
}
/**
 * Whether BPF programs in C can be compiled for a kernel. BCC takes its
 * headers from these places (bcc, `kbuild_helper`, `KERNEL_HEADERS`).
 *
 * @param kernel its release, `uname -r`
 */
async function checkHeaders(kernel) {
    const name = 'kernel headers';
    const modules = `/lib/modules/${kernel}`;
    const places = [
        `${modules}/build/include`,
        `${modules}/source/include`,
        '/sys/kernel/kheaders.tar.xz',
        ...['', '.gz', '.xz', '.zst'].map(end => `${modules}/kernel/kernel/kheaders.ko${end}`)
    ];
    for (const place of places) {
        if (await (0,_host_files_js__WEBPACK_IMPORTED_MODULE_2__/* .exists */ .t)(place))
            return { name, state: 'ok', found: place };
    }
    return {
        name,
        state: 'missing',
        found: `none of ${kernel}: neither ${modules}/build nor the kheaders module`,
        mend: `${await (0,_host_packages_js__WEBPACK_IMPORTED_MODULE_3__/* .installHeadersCommand */ .jy)(kernel)} (no such package? sudo bash scripts/setup-runner.sh makes them from BTF)`
    };
}


/***/ }),

/***/ 2031:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bq: () => (/* binding */ readMounts),
/* harmony export */   h9: () => (/* binding */ cgroupVersion)
/* harmony export */ });
/* unused harmony export parseMounts */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);

/** What this process sees mounted. */
async function readMounts() {
    const text = await node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default().readFile('/proc/self/mounts', 'utf8').catch(() => '');
    return parseMounts(text);
}
/** The lines of /proc/self/mounts, fstab(5). */
function parseMounts(text) {
    return text.split('\n').flatMap(line => {
        const [, directory, type] = line.split(' ');
        if (directory === undefined || type === undefined)
            return [];
        return [{ directory: unescape(directory), type }];
    });
}
function unescape(text) {
    return text.replace(/\\([0-7]{3})/g, (_, octal) => String.fromCharCode(parseInt(octal, 8)));
}
/** As OCI runtimes tell them apart (crun, `libcrun_get_cgroup_mode`). */
function cgroupVersion(mounts) {
    const typeOf = (directory) => mounts.findLast(mount => mount.directory === directory)?.type;
    if (typeOf('/sys/fs/cgroup') === 'cgroup2')
        return 'v2';
    if (typeOf('/sys/fs/cgroup/unified') === 'cgroup2')
        return 'v1 and v2';
    return mounts.some(({ type }) => type === 'cgroup') ? 'v1' : 'none';
}


/***/ }),

/***/ 1805:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hj: () => (/* binding */ readPrivileges),
/* harmony export */   PC: () => (/* binding */ canHave)
/* harmony export */ });
/* unused harmony exports CAPABILITIES, parsePrivileges */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);

/** Numbers of capabilities, linux/capability.h. */
const CAPABILITIES = {
    CAP_SYS_PTRACE: 19,
    CAP_SYS_ADMIN: 21,
    CAP_AUDIT_CONTROL: 30,
    CAP_AUDIT_READ: 37
};
/**
 * What this process may become.
 *
 * @returns undefined where /proc does not say
 */
async function readPrivileges(sudo) {
    const text = await node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default().readFile('/proc/self/status', 'utf8').catch(() => '');
    return parsePrivileges(text, sudo);
}
/**
 * Reads /proc/PID/status, proc_pid_status(5).
 *
 * @param sudo whether root is reached through sudo, which the bounding set
 *   limits, capabilities(7); else what is in effect counts
 */
function parsePrivileges(status, sudo) {
    const set = sudo ? /^CapBnd:\s*([0-9a-f]+)$/m : /^CapEff:\s*([0-9a-f]+)$/m;
    const hex = set.exec(status)?.[1];
    if (hex === undefined)
        return undefined;
    return {
        capabilities: BigInt(`0x${hex}`),
        noNewPrivileges: /^NoNewPrivs:\s*1$/m.test(status)
    };
}
/** Whether root has a capability here; true where nobody can tell. */
function canHave(privileges, name) {
    if (!privileges)
        return true;
    return ((privileges.capabilities >> BigInt(CAPABILITIES[name])) & 1n) === 1n;
}


/***/ }),

/***/ 9489:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kp: () => (/* binding */ findProgram),
/* harmony export */   TV: () => (/* binding */ isExecutable),
/* harmony export */   nf: () => (/* binding */ checkProgram),
/* harmony export */   tE: () => (/* binding */ asRoot),
/* harmony export */   x5: () => (/* binding */ refusal)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _host_answer_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2610);
/* harmony import */ var _host_packages_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1725);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6585);






/** Where sudo finds programs beside PATH (`secure_path`, sudoers(5)). */
const SUDO_PATH = ['/usr/local/sbin', '/usr/sbin', '/sbin'];
/** The path of a program that would be started by this name. */
async function findProgram({ environment, sudo }, program) {
    const given = (environment['PATH'] ?? '/usr/bin:/bin').split(':');
    const directories = sudo ? [...given, ...SUDO_PATH] : given;
    const files = node_path__WEBPACK_IMPORTED_MODULE_2___default().isAbsolute(program)
        ? [program]
        : directories.map(directory => node_path__WEBPACK_IMPORTED_MODULE_2___default().join(directory, program));
    for (const file of files) {
        if (await isExecutable(file))
            return file;
    }
    return undefined;
}
/** Whether there is a file at this path that we may execute. */
async function isExecutable(file) {
    try {
        await node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default().access(file, (node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default().constants).X_OK);
        return (await node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default().stat(file)).isFile();
    }
    catch {
        return false;
    }
}
/** A command as root, by sudo where need be. It never asks for a password. */
function asRoot({ sudo }, argv, settings = []) {
    return sudo ? ['sudo', '-n', ...settings, ...argv] : [...argv];
}
/**
 * Whether a program is there and can be run as root, by asking it for its
 * version.
 */
async function checkProgram(machine, wanted) {
    const { program, settings } = wanted;
    const name = node_path__WEBPACK_IMPORTED_MODULE_2___default().basename(program);
    const file = await findProgram(machine, program);
    if (file === undefined) {
        const mend = await (0,_host_packages_js__WEBPACK_IMPORTED_MODULE_4__/* .installCommand */ .Je)(wanted.package);
        return { check: { name, state: 'missing', found: 'not installed', mend } };
    }
    const argv = asRoot(machine, [program, '--version'], settings);
    const answer = await (0,_host_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .ask */ .k)(argv, machine.environment);
    if (!answer.ok) {
        return { check: { name, ...refusal(machine, file, answer, settings) } };
    }
    const said = answer.stdout.trim().split('\n')[0] ?? '';
    const version = (0,_version_js__WEBPACK_IMPORTED_MODULE_5__/* .parseVersion */ .o)(said);
    const shown = /\d+(\.\d+)+/.exec(said)?.[0] ?? said;
    const check = { name, state: 'ok', found: `${shown}, ${file}` };
    return { check, ...(version && { version }) };
}
/** Why a program did not run as root, and what to do. */
function refusal({ sudo }, file, { stderr }, settings = []) {
    if (!sudo || !isSudo(stderr)) {
        const said = stderr.trim().split('\n').at(-1) ?? '';
        return {
            state: 'missing',
            found: `${file} does not run: ${said === '' ? 'it ended without a word' : said}`,
            mend: `Mend what this says: ${file} --version`
        };
    }
    return {
        state: 'missing',
        found: `${file} cannot be run as root: ${stderr.trim().split('\n')[0] ?? ''}`,
        mend: mendSudo(stderr, file, settings.length > 0)
    };
}
/** Whether it was sudo that spoke, and not the program. */
function isSudo(stderr) {
    return /^(sudo|sudo-rs)\b|^Sorry, user |in the sudoers file/m.test(stderr);
}
function mendSudo(stderr, file, setsVariables) {
    if (/no.new.privileges/i.test(stderr)) {
        return "Take NoNewPrivileges= out of the unit of the runner's service; sudo cannot work with it.";
    }
    if (stderr.includes('ENOENT')) {
        return 'Install sudo, or run the runner as root.';
    }
    if (stderr.includes('must have a tty')) {
        return toSudoers(`Defaults:${userName()} !requiretty`);
    }
    const tags = setsVariables ? 'NOPASSWD:SETENV:' : 'NOPASSWD:';
    return toSudoers(`${userName()} ALL=(ALL) ${tags} ${file}`);
}
/**
 * A command that adds a line to what sudo reads, sudoers(5). Of the lines that
 * fit the last one counts, and the files are read in the order of their names.
 */
function toSudoers(line) {
    // Without a pipe, which would have to be escaped in a table.
    return `sudo sh -c 'echo "${line}" >> /etc/sudoers.d/zz-seccomp-lock'`;
}
/** The user of this process as sudoers(5) takes it, by number if need be. */
function userName() {
    const uid = `#${process.getuid?.() ?? 0}`;
    try {
        const { username } = node_os__WEBPACK_IMPORTED_MODULE_1___default().userInfo();
        return /^[a-z_][\w-]*$/i.test(username) ? username : uid;
    }
    catch {
        return uid;
    }
}


/***/ }),

/***/ 4290:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ works),
/* harmony export */   d: () => (/* binding */ troubles)
/* harmony export */ });
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5625);

/** Whether nothing is missing. */
function works(checks) {
    return checks.every(({ state }) => state !== 'missing');
}
/** One line for each missing thing: what it is, what is wrong, what to do. */
function troubles(checks) {
    return checks
        .filter(({ state }) => state === 'missing')
        .map(({ name, found, mend }) => {
        const line = `${name}: ${found.replace(/\.$/, '')}`;
        return (0,_log_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)((mend ? `${line}. ${mend}` : line).replace(/\s+/g, ' '));
    });
}


/***/ }),

/***/ 6585:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ isBefore),
/* harmony export */   o: () => (/* binding */ parseVersion)
/* harmony export */ });
/** The first version in a text (`bpftrace v0.17.0`, `6.18.4-fc43`). */
function parseVersion(text) {
    const match = /(\d+)\.(\d+)(?:\.(\d+))?/.exec(text);
    if (!match)
        return undefined;
    return [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
}
/** Whether a version is older than another. */
function isBefore(version, other) {
    const at = version.findIndex((part, index) => part !== other[index]);
    return at >= 0 && (version[at] ?? 0) < (other[at] ?? 0);
}


/***/ }),

/***/ 7469:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _w: () => (/* binding */ buildImage),
  nQ: () => (/* binding */ stopBuild)
});

// UNUSED EXPORTS: findContainerfile

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
var promises_default = /*#__PURE__*/__webpack_require__.n(promises_);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/host/processes.ts
var processes = __webpack_require__(327);
// EXTERNAL MODULE: ./src/container/deadline.ts
var deadline = __webpack_require__(8499);
// EXTERNAL MODULE: ./src/container/kill.ts
var kill = __webpack_require__(3287);
// EXTERNAL MODULE: ./src/container/podman.ts
var container_podman = __webpack_require__(2166);
// EXTERNAL MODULE: ./src/container/on-host.ts
var on_host = __webpack_require__(6117);
;// CONCATENATED MODULE: ./src/container/working-containers.ts



/**
 * An option of `podman build` that marks its working containers as ours.
 * Nothing else that an engine keeps of them tells whose they are: no label, no
 * process. A secret that no RUN step asks for changes neither the image nor
 * what is cached, and buildah writes its name into each working container's
 * `buildah.json` (`CommonBuildOpts.Secrets` in define/build.go).
 *
 * @param scratch the run's own directory, whose name is like no other's
 */
function markOption(scratch) {
    return `--secret=id=${markOf(scratch)},src=/dev/null`;
}
const markOf = (scratch) => external_node_path_default().basename(scratch);
/**
 * Removes the working containers that a build with this mark left, and no
 * others: a neighbour's build has its own.
 *
 * @param scratch the directory that `markOption` got
 */
async function removeWorkingContainers(podman, scratch) {
    const info = await podman.run(['info', '--format={{.Store.GraphRoot}}']);
    const mark = `"id=${markOf(scratch)},`;
    const root = info.stdout.trim();
    const files = podman.sudo
        ? await findFromContainer(podman, root, mark)
        : await find(root, mark);
    for (const file of files) {
        const id = /\/([0-9a-f]{64})\/userdata\/buildah\.json$/.exec(file)?.[1];
        if (id !== undefined)
            await podman.run(['rm', '--force', id]);
    }
}
/** The files of working containers that have a text in them. */
async function find(root, text) {
    const files = [];
    const stores = (await list(root)).filter(name => name.endsWith('-containers'));
    for (const store of stores) {
        for (const id of await list(external_node_path_default().join(root, store))) {
            const file = external_node_path_default().join(root, store, id, 'userdata/buildah.json');
            // It is no working container, or its build has ended meanwhile.
            const found = await promises_default().readFile(file, 'utf8').catch(() => '');
            if (found.includes(text))
                files.push(file);
        }
    }
    return files;
}
const list = (directory) => promises_default().readdir(directory).catch(() => []);
/** The same for a user who may run podman as root and read nothing of root's. */
async function findFromContainer(podman, root, text) {
    const { stdout } = await (0,on_host/* runOnHost */.l)(podman, [], `for file in "$1"/*-containers/*/userdata/buildah.json; do
      json=
      IFS= read -r json < "$file"
      case $json in *"$2"*) printf '%s\\n' "$file" ;; esac
    done
    true`, [root, text]);
    return stdout.split('\n');
}

;// CONCATENATED MODULE: ./src/container/build.ts









/**
 * The file that `podman build` is to read.
 *
 * @throws UserError where the context or the file is not there
 */
async function findContainerfile(context, containerfile) {
    const kind = await kindOf(context);
    if (kind !== 'directory') {
        throw new errors/* UserError */.yo(`input context: ${context} is ${kind}`, {
            hint: 'Name the directory that the image is built from.'
        });
    }
    if (containerfile !== undefined) {
        const found = await kindOf(containerfile);
        if (found === 'file')
            return containerfile;
        throw new errors/* UserError */.yo(`input containerfile: ${containerfile} is ${found}`, {
            hint: 'Name the Containerfile, relative to the working directory.'
        });
    }
    for (const name of ['Containerfile', 'Dockerfile']) {
        const file = external_node_path_default().join(context, name);
        if ((await kindOf(file)) === 'file')
            return file;
    }
    throw new errors/* UserError */.yo(`input containerfile: ${context} has neither a Containerfile nor a Dockerfile`, { hint: 'Set `containerfile`, `context`, or `image`.' });
}
async function kindOf(file) {
    const stat = await promises_default().stat(file).catch(() => undefined);
    if (!stat)
        return 'not there';
    return stat.isDirectory()
        ? 'directory'
        : stat.isFile()
            ? 'file'
            : 'no regular file';
}
/**
 * Builds the image.
 *
 * @returns its ID
 * @throws UserError when the build fails or takes too long
 */
async function buildImage(podman, log, input) {
    const file = await findContainerfile(input.context, input.containerfile);
    const idFile = external_node_path_default().join(input.scratch, 'image-id');
    const args = [
        'build',
        `--iidfile=${idFile}`,
        `--file=${csvField(file)}`,
        ...(input.target === undefined ? [] : [`--target=${input.target}`]),
        ...input.buildArgs.map(arg => `--build-arg=${arg}`),
        markOption(input.scratch),
        '--',
        input.context
    ];
    const { value: result, timedOut } = await log.group('Build the image', show => (0,deadline/* withDeadline */.N)(() => podman.run(args, { show }), () => stopBuild(podman, input.scratch), input));
    if (timedOut) {
        throw new errors/* UserError */.yo(`the build took longer than ${input.timeoutMs / 60_000} minutes and was stopped`, { hint: 'Raise `timeout-minutes`, or see in the log where it hangs.' });
    }
    if (result.exitCode !== 0) {
        throw new errors/* UserError */.yo(`the image could not be built: podman build ended with exit code ${result.exitCode}`, { hint: `Its last words:\n${(0,container_podman/* lastLines */.w$)(result.stderr)}` });
    }
    return (await promises_default().readFile(idFile, 'utf8')).trim();
}
/** podman reads `--file` as a line of comma-separated values (RFC 4180). */
function csvField(value) {
    return /[",]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
/** How often to try to stop a build, five times a second. */
const ROUNDS = 100;
/** A build that has no process of its own for two seconds is told to end. */
const ROUNDS_WITHOUT_STEP = 10;
/**
 * Stops the build whose files are in `scratch`, if it still runs. A podman
 * build that is signalled leaves its RUN step running and its working
 * container behind; when the process that works for it dies instead, it cleans
 * up and ends.
 *
 * @throws UserError where it cannot be stopped
 */
async function stopBuild(podman, scratch) {
    let wasRunning = false;
    for (let round = 0; round < ROUNDS; round++) {
        const all = await (0,processes/* listProcesses */.O3)();
        const ours = all.filter(process => isBuild(process) &&
            process.argv.some(arg => arg.startsWith(`--iidfile=${scratch}/`)));
        if (ours.length === 0) {
            // It mostly has, unless what it writes to is gone, or it was told to end.
            if (wasRunning)
                await removeWorkingContainers(podman, scratch);
            return;
        }
        wasRunning = true;
        const workers = ours
            .flatMap(build => (0,processes/* descendants */.DG)(build.pid, all))
            .filter(isWorker);
        if (workers.length > 0) {
            await (0,kill/* killAsRoot */.h)(podman, (0,processes/* pidsOf */.IG)(workers), 'KILL');
        }
        else if (round >= ROUNDS_WITHOUT_STEP) {
            // It pulls or commits.
            await (0,kill/* killAsRoot */.h)(podman, (0,processes/* pidsOf */.IG)(ours), 'TERM');
        }
        await (0,external_node_timers_promises_.setTimeout)(200);
    }
    throw new errors/* UserError */.yo('podman build cannot be stopped', {
        hint: 'Look for it on the runner: ps -ef | grep podman'
    });
}
function isBuild({ argv }) {
    return Boolean(argv[0]?.endsWith('podman')) && argv.includes('build');
}
/**
 * Whether a build waits for this process: a RUN step, or the copier of COPY
 * and ADD, which buildah starts under such a name (copier/copier.go).
 */
function isWorker({ isContained, argv }) {
    return isContained || Boolean(argv[0]?.startsWith('buildah-copier'));
}


/***/ }),

/***/ 6008:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ cleanUp)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _host_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3285);
/* harmony import */ var _host_processes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(327);
/* harmony import */ var _build_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7469);
/* harmony import */ var _kill_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3287);
/* harmony import */ var _podman_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2166);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3042);








/**
 * Removes what a run left that was killed before it could clean up: the
 * build, the container, the tracers, the temporary directory. Safe to call
 * again.
 *
 * @returns whether the run had not cleaned up by itself
 */
async function cleanUp(podman, leftovers) {
    const wasKilled = await (0,_host_files_js__WEBPACK_IMPORTED_MODULE_2__/* .exists */ .t)(leftovers.scratch);
    try {
        await (0,_build_js__WEBPACK_IMPORTED_MODULE_4__/* .stopBuild */ .nQ)(podman, leftovers.scratch);
    }
    finally {
        try {
            await (0,_run_js__WEBPACK_IMPORTED_MODULE_7__/* .stopTests */ .Gb)(podman, leftovers.container);
            await endTracers(podman, leftovers.scratch);
        }
        finally {
            await node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default().rm(leftovers.scratch, { recursive: true, force: true });
        }
    }
    return wasKilled;
}
/** How long tracers may take to end by themselves, as they do without us. */
const ENDING_MS = 15_000;
/** A tracer has a path below the run's directory on its command line. */
async function endTracers(podman, scratch) {
    // Anything else than such a path would name other people's processes.
    if (!/^\/.*\/seccomp-lock-\w+$/.test(scratch))
        return;
    const find = async () => (await (0,_host_processes_js__WEBPACK_IMPORTED_MODULE_3__/* .listProcesses */ .O3)()).filter(({ pid, argv }) => pid !== process.pid && argv.some(text => text.includes(scratch)));
    const deadline = Date.now() + ENDING_MS;
    while ((await find()).length > 0) {
        if (Date.now() > deadline) {
            await (0,_kill_js__WEBPACK_IMPORTED_MODULE_5__/* .killAsRoot */ .h)(podman, (0,_host_processes_js__WEBPACK_IMPORTED_MODULE_3__/* .pidsOf */ .IG)(await find()), 'KILL');
            return;
        }
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(100);
    }
}


/***/ }),

/***/ 8499:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ withDeadline)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);

/**
 * Runs `work`, and `stop` when it takes longer than `timeoutMs` or when the
 * run is cancelled; always waits for `work` to end.
 *
 * @throws the signal's reason when the run was cancelled
 */
async function withDeadline(work, stop, { timeoutMs, signal }) {
    refuseAborted(signal);
    let timedOut = false;
    let stopping = Promise.resolve();
    const end = () => {
        stopping = stop();
        // A failure to stop comes out below; here it must not go unhandled.
        stopping.catch(() => undefined);
    };
    const timer = setTimeout(() => {
        timedOut = true;
        end();
    }, timeoutMs);
    signal.addEventListener('abort', end, { once: true });
    try {
        const value = await work();
        await stopping;
        refuseAborted(signal);
        return { value, timedOut };
    }
    finally {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
    }
}
function refuseAborted(signal) {
    if (signal.aborted)
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .abortError */ .vt)(signal);
}


/***/ }),

/***/ 8273:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OC: () => (/* binding */ engineName),
/* harmony export */   P7: () => (/* binding */ inspectEngine),
/* harmony export */   aE: () => (/* binding */ readEngineDefault)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7934);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3916);
/* harmony import */ var _profile_parse_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2992);
/* harmony import */ var _podman_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2166);






const infoSchema = valibot__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
    host: valibot__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
        arch: valibot__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
        kernel: valibot__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
        ociRuntime: valibot__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({ name: valibot__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), version: valibot__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()) }),
        security: valibot__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
            rootless: valibot__WEBPACK_IMPORTED_MODULE_5__/* .boolean */ .zMY(),
            seccompEnabled: valibot__WEBPACK_IMPORTED_MODULE_5__/* .boolean */ .zMY(),
            seccompProfilePath: valibot__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP())
        })
    }),
    version: valibot__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({ Version: valibot__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP() })
});
/** Go's names of architectures, as `podman info` gives them. */
const ARCHITECTURE_OF = {
    amd64: 'SCMP_ARCH_X86_64',
    arm64: 'SCMP_ARCH_AARCH64',
    arm: 'SCMP_ARCH_ARM',
    386: 'SCMP_ARCH_X86',
    ppc64le: 'SCMP_ARCH_PPC64LE',
    riscv64: 'SCMP_ARCH_RISCV64',
    s390x: 'SCMP_ARCH_S390X'
};
/**
 * Asks podman about itself, which also shows that it can be run as it is to be.
 *
 * @throws UserError where podman is missing, sudo asks for a password, podman
 *   is rootless and should not be, or the reverse, or knows no seccomp
 */
async function inspectEngine(podman) {
    const result = await podman.run(['info', '--format', 'json']);
    if (result.exitCode !== 0)
        throw noInfo(podman, result.stderr);
    const info = valibot__WEBPACK_IMPORTED_MODULE_5__/* .parse */ .qgA(infoSchema, JSON.parse(result.stdout));
    const { security, ociRuntime, arch } = info.host;
    if (security.rootless !== podman.rootless)
        throw otherMode(podman);
    if (!security.seccompEnabled) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('podman was built without seccomp', {
            hint: 'Install a podman with seccomp; every distribution has one.'
        });
    }
    const architecture = ARCHITECTURE_OF[arch];
    if (!architecture) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the architecture ${arch} is not supported`, {
            hint: `Supported: ${Object.keys(ARCHITECTURE_OF).join(', ')}.`
        });
    }
    const runtimeVersion = /version (\S+)/.exec(ociRuntime.version ?? '')?.[1];
    return {
        version: info.version.Version,
        rootless: security.rootless,
        runtime: [ociRuntime.name, runtimeVersion ?? ''].join(' ').trim(),
        architecture,
        kernel: info.host.kernel,
        defaultProfilePath: security.seccompProfilePath ?? undefined
    };
}
/** What recordings and reports call the engine. */
function engineName({ version, rootless }) {
    return `podman ${version}${rootless ? ' (rootless)' : ''}`;
}
function otherMode({ rootless }) {
    return rootless
        ? new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('input podman: `rootless`, and podman says that it is not rootless here', { hint: 'Leave `podman` out: then podman is run as root.' })
        : new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('podman runs rootless here, and recording needs it as root', {
            hint: 'Let the runner run podman as root, or give it sudo for podman; or set `podman: rootless`, with which bpftrace alone can record.'
        });
}
function noInfo(podman, stderr) {
    const said = (0,_podman_js__WEBPACK_IMPORTED_MODULE_4__/* .lastLines */ .w$)(stderr);
    if (podman.sudo && /^sudo: /m.test(stderr)) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`podman cannot be run as root: ${said || 'sudo refused'}`, {
            hint: 'Allow it in /etc/sudoers.d, for the user of the runner: `USER ALL=(ALL) NOPASSWD: /usr/bin/podman`. Is podman installed?'
        });
    }
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`podman does not work here: ${said}`, {
        hint: `Run \`podman info\` as ${podman.rootless ? "the runner's user" : 'root'} on the runner and mend what it says.`
    });
}
/**
 * Reads the profile that the engine gives a container by default.
 *
 * @throws UserError where it cannot be had
 */
async function readEngineDefault(engine) {
    const file = engine.defaultProfilePath;
    if (!file || !node_path__WEBPACK_IMPORTED_MODULE_1___default().isAbsolute(file)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('podman does not say which profile is its default', {
            hint: 'Install the package containers-common, which has /usr/share/containers/seccomp.json.'
        });
    }
    const text = await node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default().readFile(file, 'utf8').catch((cause) => {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`podman's default profile ${file} cannot be read`, {
            hint: 'It must be there and readable for the user of the runner.',
            cause
        });
    });
    return (0,_profile_parse_js__WEBPACK_IMPORTED_MODULE_3__/* .parseProfile */ .j)(text, file);
}


/***/ }),

/***/ 3287:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ killAsRoot)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _host_background_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2048);
/* harmony import */ var _host_environment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4743);
/* harmony import */ var _on_host_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6117);
/* harmony import */ var _podman_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2166);





/**
 * Kills processes of root, or of the containers of a rootless podman.
 *
 * @throws UserError that names those that cannot be killed
 */
async function killAsRoot(podman, pids, signal) {
    if (podman.sudo) {
        await killFromContainer(podman, pids, signal);
        return;
    }
    // All that a rootless podman starts is in a user namespace of the user's, who
    // may signal it (user_namespaces(7)). A tracer is root's.
    const refused = pids.filter(pid => !signalled(pid, signal));
    if (podman.rootless && refused.length > 0)
        await killThroughSudo(refused, signal);
}
/** @returns false where that is not allowed */
function signalled(pid, signal) {
    try {
        process.kill(pid, `SIG${signal}`);
    }
    catch (error) {
        // Else it has ended by itself.
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errnoCode */ .UK)(error) !== 'EPERM';
    }
    return true;
}
/** Takes a sudoers entry that allows more than a tracer. */
async function killThroughSudo(pids, signal) {
    const kill = (0,_host_background_js__WEBPACK_IMPORTED_MODULE_1__/* .startBackground */ .r)(['sudo', '-n', 'kill', `-${signal}`, ...pids.map(String)], (0,_host_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .podmanEnvironment */ .r)(process.env));
    const { code } = await kill.ended;
    // It also fails where one has ended by itself.
    const left = code === 0 ? [] : pids.filter(exists);
    if (left.length > 0)
        throw notStopped(kill.stderr(), left);
}
function exists(pid) {
    try {
        return process.kill(pid, 0);
    }
    catch (error) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errnoCode */ .UK)(error) === 'EPERM';
    }
}
/**
 * A user whose sudoers entry allows podman only can signal root's processes
 * from nowhere but a container that shares the host's process namespace.
 */
async function killFromContainer(podman, pids, signal) {
    const result = await (0,_on_host_js__WEBPACK_IMPORTED_MODULE_4__/* .runOnHost */ .l)(podman, ['--pid=host', '--cap-add=KILL'], 
    // Those that have ended meanwhile do not matter.
    `for pid; do kill -${signal} "$pid" 2>/dev/null; done; true`, pids.map(String));
    if (result.exitCode !== 0)
        throw notStopped(result.stderr, pids);
}
function notStopped(said, pids) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`processes of root cannot be stopped: ${(0,_podman_js__WEBPACK_IMPORTED_MODULE_3__/* .lastLines */ .w$)(said, 3)}`, { hint: `They are on the runner: ${pids.join(', ')}` });
}


/***/ }),

/***/ 2321:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ LABEL)
/* harmony export */ });
/** The label that all containers of this action carry. */
const LABEL = 'io.github.seccomp-lock';


/***/ }),

/***/ 6117:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ runOnHost)
/* harmony export */ });
/* harmony import */ var _label_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2321);

/**
 * Runs a script as root for a user whose sudoers entry allows podman only: in
 * a container that gets no network and no privilege but what the options add.
 * Its root file system is an overlay of the host's, so that it needs no image;
 * what is mounted below is not in it.
 *
 * @param options more options of `podman run`
 * @param script for the shell, which has nothing but its own commands for sure
 * @param args what the script has as `$1` and so on
 */
function runOnHost(podman, options, script, args) {
    return podman.run([
        'run',
        '--rm',
        `--label=${_label_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL */ .d}=host`,
        '--network=none',
        '--log-driver=none',
        '--cap-drop=all',
        ...options,
        '--security-opt=label=disable',
        '--rootfs',
        '/:O',
        '/bin/sh',
        '-c',
        script,
        'sh',
        ...args
    ]);
}


/***/ }),

/***/ 8354:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ad: () => (/* binding */ awaitEndpoint),
/* harmony export */   kk: () => (/* binding */ portVariable),
/* harmony export */   vS: () => (/* binding */ findEndpoint)
/* harmony export */ });
/* unused harmony export parseEndpoint */
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7934);


const PAUSE_MS = 100;
/**
 * Waits until the container runs, for as long as that takes: its image may
 * have to be pulled.
 *
 * @throws the signal's reason
 */
async function awaitEndpoint(podman, name, signal) {
    for (;;) {
        const endpoint = await findEndpoint(podman, name);
        signal.throwIfAborted();
        if (endpoint?.running)
            return endpoint;
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(PAUSE_MS, undefined, { signal });
    }
}
/**
 * Asks podman.
 *
 * @returns undefined where there is no such container
 */
async function findEndpoint(podman, name) {
    const result = await podman.run(['container', 'inspect', name]);
    return result.exitCode === 0 ? parseEndpoint(result.stdout) : undefined;
}
const addresses = {
    IPAddress: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), ''),
    GlobalIPv6Address: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), '')
};
const inspectSchema = valibot__WEBPACK_IMPORTED_MODULE_1__/* .tuple */ .PVZ([
    valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        State: valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ Running: valibot__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY() }),
        NetworkSettings: valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
            ...addresses,
            // null for a port that is exposed and not published.
            Ports: valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ HostPort: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }))))),
            Networks: valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc(addresses)))
        })
    })
]);
/**
 * Reads what `podman container inspect` says of one container.
 *
 * @throws ValiError, SyntaxError where it is no such text
 */
function parseEndpoint(text) {
    const [{ State, NetworkSettings }] = valibot__WEBPACK_IMPORTED_MODULE_1__/* .parse */ .qgA(inspectSchema, JSON.parse(text));
    const { Networks, Ports } = NetworkSettings;
    // Outside of the default network, only the networks have the address.
    const address = [NetworkSettings, ...Object.values(Networks ?? {})]
        .flatMap(n => [n.IPAddress, n.GlobalIPv6Address])
        .find(a => a !== '');
    const ports = Object.entries(Ports ?? {}).flatMap(([key, bindings]) => {
        const [container, protocol = 'tcp'] = key.split('/');
        const host = bindings?.[0]?.HostPort;
        if (host === undefined)
            return [];
        return { container: Number(container), protocol, host: Number(host) };
    });
    return { running: State.Running, address, ports };
}
/** `PORT_8000` for 8000/tcp, `PORT_53_UDP` for 53/udp. */
function portVariable(port) {
    const name = `PORT_${port.container}`;
    return port.protocol === 'tcp'
        ? name
        : `${name}_${port.protocol.toUpperCase()}`;
}


/***/ }),

/***/ 2524:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dl: () => (/* binding */ parseUrl),
/* harmony export */   RI: () => (/* binding */ resolvePorts),
/* harmony export */   l5: () => (/* binding */ parseReady),
/* harmony export */   or: () => (/* binding */ parseAddress)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_net__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3916);
/* harmony import */ var _text_shell_words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2781);



/**
 * Reads the input `ready`. What starts with `log:` or `command:` is never a
 * host of that name.
 *
 * @param text '' where it is not set
 * @throws UserError where it is nothing that can be waited for
 */
function parseReady(text) {
    const ready = text.trim();
    if (ready === '')
        return { kind: 'running' };
    // A tab may stand in a line of a log.
    // eslint-disable-next-line no-control-regex
    if (/[\x00-\x08\x0a-\x1f\x7f]/.test(ready))
        throw invalid(ready);
    const [, kind, argument = ''] = /^(log|command):(.*)$/.exec(ready) ?? [];
    if (kind === 'log') {
        if (argument.trim() === '')
            throw invalid(ready);
        return { kind: 'log', text: argument.trim() };
    }
    if (kind === 'command') {
        const otherwise = "write it as command: sh -c '...'";
        const words = (0,_text_shell_words_js__WEBPACK_IMPORTED_MODULE_2__/* .parseShellWords */ .$)('ready', argument.trim(), otherwise);
        return { kind: 'command', words };
    }
    const example = ready.replaceAll(PORT, '1');
    if (/^https?:/i.test(ready)) {
        parseUrl(example, ready);
        return { kind: 'url', url: ready };
    }
    parseAddress(example, ready);
    return { kind: 'tcp', address: ready };
}
const PORT = /\$PORT_(\d+)/g;
/**
 * A URL or an address with the runner's ports in it.
 *
 * @throws UserError where a port that it names is not published
 */
function resolvePorts(text, ports) {
    return text.replaceAll(PORT, (variable, digits) => {
        const port = ports.find(p => p.protocol === 'tcp' && p.container === Number(digits));
        if (port)
            return String(port.host);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`input ready: ${variable} has no value: the container's port ${digits} is not published`, {
            hint: `Add \`--publish=127.0.0.1::${digits}\` to \`run-args\`. With \`--network=host\` write the port itself.`
        });
    });
}
/**
 * An absolute URL of http or https.
 *
 * @param shown what to call it in the error
 * @throws UserError where it is none
 */
function parseUrl(text, shown = text) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (!url || !/^https?:\/\//i.test(text))
        throw invalid(shown);
    return url;
}
/**
 * `host:port`, or `[::1]:port` for an IPv6 address.
 *
 * @param shown what to call it in the error
 * @throws UserError where it is neither
 */
function parseAddress(text, shown = text) {
    const match = /^(?:\[([^\]]+)\]|([^\s:/[\]@]+)):(\d{1,5})$/.exec(text);
    const [, v6, name, digits] = match ?? [];
    const host = v6 ?? name;
    const port = Number(digits);
    const isValid = host !== undefined &&
        (v6 === undefined || (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv6)(v6)) &&
        port >= 1 &&
        port <= 65_535;
    if (!isValid)
        throw invalid(shown);
    return { host, port };
}
function invalid(got) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`input ready: ${JSON.stringify(got)} is nothing that can be waited for`, {
        hint: 'Write a URL (http://127.0.0.1:$PORT_8000/health), host:port (127.0.0.1:$PORT_8000, [::1]:8000), `log: TEXT` or `command: WORDS`.'
    });
}


/***/ }),

/***/ 5823:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $A: () => (/* binding */ parseTestScript),
/* harmony export */   F2: () => (/* binding */ runTestScript),
/* harmony export */   F5: () => (/* binding */ scriptEnvironment)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8474);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_events__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3916);
/* harmony import */ var _host_environment_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4743);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5625);
/* harmony import */ var _text_shell_words_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2781);
/* harmony import */ var _endpoint_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8354);








/**
 * Reads the input `test-script`: shell words for one line, of which nothing
 * is expanded; several lines are a script for the runner's `bash -e`.
 *
 * @returns an argument vector
 * @throws UserError where it cannot be run, or does not mean what it says
 */
function parseTestScript(text) {
    if (text.includes('\0')) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo('input test-script: has a NUL character in it', {
            hint: 'Leave it out: no program can be given one.'
        });
    }
    const script = text.trim();
    if (script.includes('\n'))
        return ['bash', '-e', '-c', script];
    const words = (0,_text_shell_words_js__WEBPACK_IMPORTED_MODULE_6__/* .parseShellWords */ .$)('test-script', script, OTHERWISE);
    const variable = words.find(word => /^\S*\$\{?(PORT_\d|SECCOMP_LOCK_)\S*$/.test(word));
    if (variable !== undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`input test-script: the variable in ${JSON.stringify(variable)} needs a shell, and one line is run without`, { hint: `To use a shell, ${OTHERWISE}.` });
    }
    return words;
}
const OTHERWISE = "write the script on several lines (they are run by `bash -e`), or as bash -c '...'";
/**
 * What the script may see of the environment, and where it finds the
 * container: no token of the job is in it.
 *
 * @param environment the action's own
 * @param name the container's name
 */
function scriptEnvironment(environment, name, { address, ports }) {
    const tracking = environment['RUNNER_TRACKING_ID'];
    return {
        ...(0,_host_environment_js__WEBPACK_IMPORTED_MODULE_4__/* .podmanEnvironment */ .r)(environment),
        // By this the runner finds what is left at the end of a job, and ends it.
        ...(tracking === undefined ? {} : { RUNNER_TRACKING_ID: tracking }),
        CI: 'true',
        SECCOMP_LOCK_CONTAINER: name,
        ...(address === undefined ? {} : { SECCOMP_LOCK_ADDRESS: address }),
        ...Object.fromEntries(ports.map(p => [(0,_endpoint_js__WEBPACK_IMPORTED_MODULE_7__/* .portVariable */ .kk)(p), String(p.host)]))
    };
}
/** How long what the script left may hold its output after its end. */
const DRAIN_MS = 2_000;
/**
 * Runs the script on the runner, as the user of the runner. When it returns
 * or throws, the script's whole process group is gone.
 *
 * @param argv from `parseTestScript`
 * @throws UserError where it cannot be started or fails; the signal's reason
 */
async function runTestScript(argv, world) {
    const { directory, environment, show, signal } = world;
    signal.throwIfAborted();
    show(`${(0,_log_js__WEBPACK_IMPORTED_MODULE_5__/* .displayCommand */ .kc)(argv)}\n`);
    const [program = '', ...args] = argv;
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, {
        cwd: directory,
        env: environment,
        stdio: ['ignore', 'pipe', 'pipe'],
        // A process group of its own, which can be ended as one.
        detached: true
    });
    child.stdout.on('data', show);
    child.stderr.on('data', show);
    const closed = new Promise(resolve => child.once('close', resolve));
    const end = () => {
        killGroup(child);
    };
    signal.addEventListener('abort', end, { once: true });
    try {
        const [code, endedBy] = (await (0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(child, 'exit').catch((error) => {
            throw notStarted(program, directory, error);
        }));
        await Promise.race([closed, (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_2__.setTimeout)(DRAIN_MS, undefined, { ref: false })]);
        signal.throwIfAborted();
        if (code !== 0)
            throw failed(code, endedBy);
    }
    finally {
        signal.removeEventListener('abort', end);
        killGroup(child);
        child.stdout.destroy();
        child.stderr.destroy();
    }
}
function killGroup({ pid }) {
    if (pid === undefined)
        return;
    try {
        process.kill(-pid, 'SIGKILL');
    }
    catch {
        // Nobody is left in it.
    }
}
function failed(code, endedBy) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(code === null
        ? `the test script was ended by ${endedBy ?? 'a signal'}`
        : `the test script failed with exit code ${code}`, { hint: 'See its output in the log. The profile was not touched.' });
}
function notStarted(program, directory, cause) {
    const code = (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errnoCode */ .UK)(cause);
    const problem = code === 'ENOENT'
        ? 'was not found on the runner'
        : code === 'EACCES'
            ? 'cannot be executed on the runner'
            : `cannot be started: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(cause)}`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`input test-script: ${JSON.stringify(program)} ${problem}`, {
        hint: `It runs on the runner, not in the container, in ${directory}: it must be installed there, or be a path from there. For words of a shell, ${OTHERWISE}.`,
        cause
    });
}


/***/ }),

/***/ 2166:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $A: () => (/* binding */ createTail),
/* harmony export */   Jj: () => (/* binding */ PODMAN_MODES),
/* harmony export */   Jt: () => (/* binding */ rootIsNotRootless),
/* harmony export */   w$: () => (/* binding */ lastLines),
/* harmony export */   yS: () => (/* binding */ createPodman)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _host_environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4743);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5625);



/** As whom podman runs. */
const PODMAN_MODES = ['root', 'rootless'];
/** How much of a shown command's output is kept for error messages. */
const TAIL_BYTES = 64 * 1024;
/**
 * Makes a Podman that runs with a minimal environment.
 *
 * @throws UserError where root wants it rootless
 */
function createPodman(host, mode) {
    const rootless = mode === 'rootless';
    if (rootless && host.uid === 0)
        throw rootIsNotRootless();
    const sudo = host.uid !== 0 && !rootless;
    const environment = (0,_host_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .podmanEnvironment */ .r)(host.environment);
    return {
        sudo,
        rootless,
        async run(args, { show, cwd, wrap = (argv) => argv } = {}) {
            const [tool = 'podman', ...rest] = wrap([
                ...(sudo ? ['sudo', '-n'] : []),
                'podman',
                ...args
            ]);
            const limit = show ? TAIL_BYTES : Infinity;
            const stdout = createTail(limit);
            const stderr = createTail(limit);
            show?.(`${(0,_log_js__WEBPACK_IMPORTED_MODULE_2__/* .displayCommand */ .kc)([tool, ...rest])}\n`);
            const exitCode = (await host
                .exec(tool, rest, {
                env: environment,
                silent: true,
                ignoreReturnCode: true,
                ...(cwd === undefined ? {} : { cwd }),
                listeners: {
                    stdout: chunk => {
                        stdout.push(chunk);
                        show?.(chunk);
                    },
                    stderr: chunk => {
                        stderr.push(chunk);
                        show?.(chunk);
                    }
                }
            })
                .catch((error) => {
                throw notStarted(tool, error);
            }));
            return {
                exitCode: exitCode ?? 128,
                stdout: stdout.text(),
                stderr: stderr.text()
            };
        }
    };
}
/** Why root cannot have `podman: rootless`. */
function rootIsNotRootless() {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("input podman: `rootless`, and this is root, whose podman isn't rootless", {
        hint: 'Leave `podman` out, or run the runner as a user who is not root.'
    });
}
function notStarted(tool, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${tool} cannot be started: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(cause)}`, {
        hint: `Install it on the runner: scripts/setup-runner.sh, or \`setup: install\`.`,
        cause
    });
}
/** The end of a stream, at most `limit` bytes of it. */
function createTail(limit = TAIL_BYTES) {
    let chunks = [];
    let size = 0;
    return {
        push(chunk) {
            chunks.push(Buffer.from(chunk));
            size += chunk.length;
            if (size > 2 * limit) {
                chunks = [Buffer.concat(chunks).subarray(-limit)];
                size = limit;
            }
        },
        text: () => Buffer.concat(chunks)
            .subarray(limit === Infinity ? 0 : -limit)
            .toString('utf8')
    };
}
/** What a program said last, for an error message. */
function lastLines(text, count = 10) {
    return text.trimEnd().split('\n').slice(-count).join('\n');
}


/***/ }),

/***/ 3754:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CU: () => (/* binding */ withoutValue),
/* harmony export */   fc: () => (/* binding */ parseRunArg),
/* harmony export */   tO: () => (/* binding */ hostPaths)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);

/**
 * One line of `run-args` as one argument of `podman run`: `--volume /a:/b`
 * becomes `--volume=/a:/b`, so that no line can be taken for the image.
 *
 * @throws UserError where it is no option, or one that would make the
 *   recording wrong
 */
function parseRunArg(line) {
    const match = /^(--[a-z][a-z0-9-]*|-[A-Za-z]+)(?:(?:\s+|=)(.*))?$/s.exec(line);
    const attached = /^-[A-Za-z][^=\s]/.test(line);
    if (!match && !attached) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`input run-args: ${JSON.stringify(line)} is not an option of podman run that starts with \`-\`, one a line`, { hint: 'Write one option a line, such as `--env=MODE=test`.' });
    }
    const [option = line, value] = match ? [match[1], match[2]] : [line];
    const reason = refusedBecause(option, value ?? '');
    if (reason) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`input run-args: ${JSON.stringify(line)}: ${reason}`, {
            hint: 'Leave this line out of `run-args`.'
        });
    }
    return value === undefined ? option : `${option}=${value}`;
}
/** Why an option of the user's would make the recording wrong, if it would. */
function refusedBecause(option, value) {
    // Short options can stand together, those without a value first.
    if (/^-[Pq]*[dita]/.test(option)) {
        return 'the tests run in the foreground and without a terminal';
    }
    if (OWNED.has(option))
        return "this option is seccomp-lock's own";
    const reason = REFUSED[option];
    if (reason)
        return reason;
    if (option === '--privileged' && value !== 'false') {
        return 'a privileged container runs without seccomp; name the capabilities it needs with --cap-add';
    }
    if (option === '--security-opt' && /(^|,)\s*seccomp\s*[=:]/.test(value)) {
        return UNDER_DEFAULT;
    }
    // podman reads annotations as comma-separated values.
    if (option === '--annotation' &&
        /(^|[",\s])(io\.containers\.trace-syscall|run\.oci\.)/.test(value)) {
        return "this annotation is seccomp-lock's own";
    }
    return undefined;
}
const UNDER_DEFAULT = "the recording is made under the engine's default profile";
const OWNED = new Set(('--name --rm --replace --detach --interactive --tty --cidfile --attach ' +
    '--timeout --pull --rootfs --restart --help').split(' '));
const OTHER_MACHINE = "system calls are recorded for the runner's own architecture";
const REFUSED = {
    '--seccomp-policy': UNDER_DEFAULT,
    '--pod': 'the tests run in one container; a pod would be left behind',
    '--pod-id-file': 'the tests run in one container',
    '--arch': OTHER_MACHINE,
    '--os': OTHER_MACHINE,
    '--platform': OTHER_MACHINE,
    '--variant': OTHER_MACHINE
};
/**
 * The files and directories of the host that options hand to the container,
 * as they are written: sources of bind mounts and environment files.
 */
function hostPaths(runArgs) {
    return runArgs.flatMap(argument => {
        const volume = /^(?:--volume=|-v=?)([./][^:]*)/.exec(argument)?.[1];
        const file = /^--env-file=(.+)/.exec(argument)?.[1];
        const mount = /^--mount=(.+)/.exec(argument)?.[1];
        const sources = (mount ?? '')
            .split(',')
            .map(field => /^(?:src|source)=(.+)/.exec(field.trim())?.[1]);
        return [volume, file, ...sources].filter(found => found !== undefined);
    });
}
/**
 * An option without what may be a secret in it: recordings are kept as
 * artifacts, in which GitHub masks nothing.
 */
function withoutValue(argument) {
    return argument.replace(/^(--(?:env|label|annotation)=[^=]*=|-[el]=?[^=]*=|--(?:secret|creds)=).*$/s, '$1...');
}


/***/ }),

/***/ 3042:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gb: () => (/* binding */ stopTests),
/* harmony export */   N$: () => (/* binding */ runTests),
/* harmony export */   SP: () => (/* binding */ explainFailure),
/* harmony export */   Xq: () => (/* binding */ endTests),
/* harmony export */   _J: () => (/* binding */ tookTooLong),
/* harmony export */   k8: () => (/* binding */ underProfile),
/* harmony export */   od: () => (/* binding */ removeContainer),
/* harmony export */   pF: () => (/* binding */ TestsFailed),
/* harmony export */   zR: () => (/* binding */ runContainer)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7934);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3916);
/* harmony import */ var _host_processes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(327);
/* harmony import */ var _deadline_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8499);
/* harmony import */ var _kill_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3287);
/* harmony import */ var _label_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2321);
/* harmony import */ var _podman_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2166);








/** Tests that took too long, or that were found to fail from outside. */
class TestsFailed extends _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo {
    run;
    constructor({ message, hint, cause }, run) {
        super(message, { cause, ...(hint !== undefined && { hint }) });
        this.run = run;
    }
}
/**
 * Runs the tests in a container, which stays until `removeContainer`.
 *
 * @throws TestsFailed when it takes too long
 */
async function runTests(podman, log, input) {
    const { value: run, timedOut } = await log.group(input.title, show => (0,_deadline_js__WEBPACK_IMPORTED_MODULE_3__/* .withDeadline */ .N)(() => runContainer(podman, input, show), () => endTests(podman, input.name), input));
    if (timedOut)
        throw new TestsFailed(tookTooLong(input), run);
    return run;
}
/** That tests did not end in time, with or without a script outside. */
function tookTooLong({ timeoutMs }) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the tests took longer than ${timeoutMs / 60_000} minutes and were stopped`, { hint: 'Raise `timeout-minutes`, or see in the log where they hang.' });
}
/**
 * Runs a container in the foreground to its end. It stays until
 * `removeContainer`.
 *
 * @param show receives what it writes, and before that the command line
 */
async function runContainer(podman, input, show) {
    const args = [
        'run',
        `--name=${input.name}`,
        `--label=${_label_js__WEBPACK_IMPORTED_MODULE_6__/* .LABEL */ .d}=${input.name}`,
        `--pull=${input.mayPull ? 'missing' : 'never'}`,
        // Last, where an option that lacks its value can swallow only the `--`.
        ...input.options,
        '--',
        input.image,
        ...input.command
    ];
    const { directory, wrap } = input;
    const output = (0,_podman_js__WEBPACK_IMPORTED_MODULE_5__/* .createTail */ .$A)();
    const begin = Date.now();
    const result = await podman.run(args, {
        show: chunk => {
            output.push(chunk);
            show(chunk);
        },
        cwd: directory,
        wrap
    });
    const found = await inspectContainer(podman, input.name);
    // One of the same name that could not be removed is not this run's.
    const state = found && found.createdAt >= begin ? found : undefined;
    return {
        exitCode: state?.started ? state.exitCode : result.exitCode,
        started: state?.started ?? false,
        id: state?.id ?? '',
        finishedAt: state?.finishedAt ?? 0,
        capabilities: state?.capabilities ?? [],
        stderr: result.stderr,
        output: output.text()
    };
}
/** The options of `podman run` that put a container under a profile. */
function underProfile(file) {
    return [`--security-opt=seccomp=${file}`];
}
/** How often to look whether a killed run has ended, five times a second. */
const KILL_ROUNDS = 25;
/**
 * Ends a test run and leaves its container behind, so that it can be told how
 * it went; where that is not possible, without it.
 */
async function endTests(podman, name) {
    const { exitCode } = await podman.run(['kill', name]);
    for (let round = 0; exitCode === 0 && round < KILL_ROUNDS; round++) {
        if ((await runsOf(name)).length === 0)
            return;
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(200);
    }
    await stopTests(podman, name);
}
/** The processes that run `podman run` for a container. */
async function runsOf(name) {
    return (await (0,_host_processes_js__WEBPACK_IMPORTED_MODULE_2__/* .listProcesses */ .O3)()).filter(({ argv }) => argv.includes(`--name=${name}`));
}
/**
 * Ends a test run, whatever it is at: a `podman run` that still pulls or
 * creates has no container yet, and would start one later.
 */
async function stopTests(podman, name) {
    for (let round = 0; round < ROUNDS; round++) {
        const runs = await runsOf(name);
        await removeContainer(podman, name);
        if (runs.length === 0)
            return;
        // With its container gone it ends by itself, but for the cases above.
        if (round >= 5)
            await (0,_kill_js__WEBPACK_IMPORTED_MODULE_4__/* .killAsRoot */ .h)(podman, (0,_host_processes_js__WEBPACK_IMPORTED_MODULE_2__/* .pidsOf */ .IG)(runs), 'TERM');
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(200);
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`podman run of ${name} cannot be stopped`, {
        hint: 'Look for it on the runner: ps -ef | grep podman'
    });
}
/** How often to try to stop something, five times a second. */
const ROUNDS = 100;
/** Removes a container, running or not, if it is there. */
async function removeContainer(podman, name) {
    const args = ['rm', '--force', '--time=0', '--ignore', '--volumes', name];
    const result = await podman.run(args);
    if (result.exitCode !== 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the container ${name} could not be removed: ${(0,_podman_js__WEBPACK_IMPORTED_MODULE_5__/* .lastLines */ .w$)(result.stderr, 3)}`, {
            hint: `Remove it by hand: ${podman.rootless ? '' : 'sudo '}podman rm --force ${name}`
        });
    }
}
const inspectSchema = valibot__WEBPACK_IMPORTED_MODULE_7__/* .tuple */ .PVZ([
    valibot__WEBPACK_IMPORTED_MODULE_7__/* .object */ .Ikc({
        Id: valibot__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(),
        Created: valibot__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(),
        State: valibot__WEBPACK_IMPORTED_MODULE_7__/* .object */ .Ikc({
            StartedAt: valibot__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(),
            FinishedAt: valibot__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(),
            ExitCode: valibot__WEBPACK_IMPORTED_MODULE_7__/* .number */ .aig()
        }),
        BoundingCaps: valibot__WEBPACK_IMPORTED_MODULE_7__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_7__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_7__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP())))
    })
]);
async function inspectContainer(podman, name) {
    const result = await podman.run(['container', 'inspect', name]);
    if (result.exitCode !== 0)
        return undefined;
    const [container] = valibot__WEBPACK_IMPORTED_MODULE_7__/* .parse */ .qgA(inspectSchema, JSON.parse(result.stdout));
    return {
        id: container.Id,
        createdAt: Date.parse(container.Created),
        finishedAt: Date.parse(container.State.FinishedAt),
        // Go's zero time stands for "never".
        started: !container.State.StartedAt.startsWith('0001-01-01'),
        exitCode: container.State.ExitCode,
        capabilities: container.BoundingCaps ?? []
    };
}
/**
 * Says why a test run is no success.
 *
 * @returns undefined where the tests passed
 */
function explainFailure(run, input) {
    const { exitCode, started, stderr } = run;
    if (started && exitCode === 0)
        return undefined;
    const said = `podman said:\n${(0,_podman_js__WEBPACK_IMPORTED_MODULE_5__/* .lastLines */ .w$)(stderr)}`;
    const program = JSON.stringify(input.command[0]);
    if (started) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the tests failed with exit code ${exitCode}`, {
            hint: 'See the log of the tests. The profile was not touched.'
        });
    }
    if (exitCode === 127) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`input command: ${program} was not found in the image (exit code 127)`, { hint: said });
    }
    if (exitCode === 126) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`input command: ${program} cannot be executed in the image (exit code 126)`, { hint: said });
    }
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the container of ${input.image} could not be started (exit code ${exitCode})`, { hint: said });
}


/***/ }),

/***/ 3436:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ createTrials)
/* harmony export */ });
/* harmony import */ var _container_engine_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8273);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3916);
/* harmony import */ var _profile_refusals_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(604);
/* harmony import */ var _recorders_recorders_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7005);
/* harmony import */ var _suite_trial_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3712);





/** Trials with this machine's podman, one after the other. */
function createTrials(machine, world) {
    const { podman } = world;
    let engine;
    return {
        async engine() {
            try {
                engine = await (0,_container_engine_js__WEBPACK_IMPORTED_MODULE_0__/* .inspectEngine */ .P7)(podman);
                return await (0,_suite_trial_js__WEBPACK_IMPORTED_MODULE_4__/* .tryEngine */ .qg)(engine.architecture, world);
            }
            catch (error) {
                return unfit('container', error);
            }
        },
        async recorder(name) {
            try {
                engine ??= await (0,_container_engine_js__WEBPACK_IMPORTED_MODULE_0__/* .inspectEngine */ .P7)(podman);
                const { architecture } = engine;
                const profile = await (0,_container_engine_js__WEBPACK_IMPORTED_MODULE_0__/* .readEngineDefault */ .aE)(engine);
                const recorder = (0,_recorders_recorders_js__WEBPACK_IMPORTED_MODULE_3__/* .createRecorders */ .i)({ ...machine, architecture }, profile, (0,_profile_refusals_js__WEBPACK_IMPORTED_MODULE_2__/* .refusalsOf */ .h)(profile)).find(one => one.name === name);
                if (!recorder)
                    throw new Error(`no recorder ${name}`);
                return await (0,_suite_trial_js__WEBPACK_IMPORTED_MODULE_4__/* .tryRecorder */ .Wm)(recorder, architecture, world);
            }
            catch (error) {
                return unfit(_suite_trial_js__WEBPACK_IMPORTED_MODULE_4__/* .TRIAL */ .XS, error);
            }
        }
    };
}
function unfit(name, error) {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo))
        throw error;
    const { message, hint } = error;
    const mend = hint === undefined ? {} : { mend: hint };
    return { name, state: 'missing', found: message, ...mend };
}


/***/ }),

/***/ 9408:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ examine),
  Y: () => (/* binding */ tryOut)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
var promises_default = /*#__PURE__*/__webpack_require__.n(promises_);
// EXTERNAL MODULE: ./src/container/engine.ts
var engine = __webpack_require__(8273);
// EXTERNAL MODULE: ./src/container/podman.ts
var podman = __webpack_require__(2166);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/host/answer.ts
var host_answer = __webpack_require__(2610);
// EXTERNAL MODULE: ./src/host/packages.ts
var host_packages = __webpack_require__(1725);
// EXTERNAL MODULE: ./src/checks/kernel.ts
var kernel = __webpack_require__(8896);
// EXTERNAL MODULE: ./src/checks/mounts.ts
var checks_mounts = __webpack_require__(2031);
// EXTERNAL MODULE: ./src/checks/privileges.ts
var checks_privileges = __webpack_require__(1805);
// EXTERNAL MODULE: ./src/checks/program.ts
var program = __webpack_require__(9489);
// EXTERNAL MODULE: ./src/checks/version.ts
var checks_version = __webpack_require__(6585);
;// CONCATENATED MODULE: ./src/checks/machine.ts











/** What every recording takes: root, podman with a runtime, the kernel. */
async function checkMachine(machine) {
    const [root, engine, mounts, selinux, btf] = await Promise.all([
        checkRoot(machine),
        checkEngine(machine),
        (0,checks_mounts/* readMounts */.bq)(),
        checkSelinux(),
        (0,kernel/* checkBtf */.PH)()
    ]);
    return [
        root,
        ...engine.checks,
        cgroupCheck((0,checks_mounts/* cgroupVersion */.h9)(mounts), engine.runtime),
        selinux,
        { name: 'kernel', state: 'ok', found: machine.kernel },
        // It is bpftrace's need, and missing only there.
        btf.state === 'missing' ? { ...btf, state: 'weak' } : btf
    ];
}
async function checkRoot({ sudo, rootless }) {
    const [privileges, uidMap] = await Promise.all([
        (0,checks_privileges/* readPrivileges */.Hj)(sudo),
        promises_default().readFile('/proc/self/uid_map', 'utf8').catch(() => '')
    ]);
    return rootCheck({ sudo, rootless, privileges, uidMap });
}
/**
 * What this process's own rights come to.
 *
 * @param uidMap /proc/self/uid_map, user_namespaces(7)
 */
function rootCheck({ sudo, rootless, privileges, uidMap }) {
    const name = 'root';
    const outside = 'Run the runner outside of a container, as root or as a user who has sudo.';
    if (/^\s*\d+\s+(?!0\s)\d+\s/m.test(uidMap)) {
        const found = "this is a user namespace, and its root is not the machine's";
        return { name, state: 'missing', found, mend: outside };
    }
    if (!(0,checks_privileges/* canHave */.PC)(privileges, 'CAP_SYS_ADMIN')) {
        const found = 'root lacks CAP_SYS_ADMIN here';
        return { name, state: 'missing', found, mend: outside };
    }
    if (!sudo)
        return { name, state: 'ok', found: 'this is root' };
    if (privileges?.noNewPrivileges) {
        return {
            name,
            state: 'missing',
            found: 'not root, and sudo cannot work: no_new_privs is set',
            mend: "Take NoNewPrivileges= out of the unit of the runner's service."
        };
    }
    const who = rootless ? 'bpftrace needs' : 'podman and tracers need';
    return { name, state: 'ok', found: `not root: ${who} sudo` };
}
async function checkEngine(host) {
    const machine = machineOfPodman(host);
    const file = await (0,program/* findProgram */.Kp)(machine, 'podman');
    if (file === undefined) {
        const mend = await (0,host_packages/* installCommand */.Je)('podman');
        return failed({ state: 'missing', found: 'not installed', mend });
    }
    const version = ['podman', '--version'];
    const answer = await (0,host_answer/* ask */.k)((0,program/* asRoot */.tE)(machine, version), machine.environment);
    if (!answer.ok)
        return failed((0,program/* refusal */.x5)(machine, file, answer));
    try {
        if (host.rootless && !host.sudo)
            throw (0,podman/* rootIsNotRootless */.Jt)();
        return engineChecks(await (0,engine/* inspectEngine */.P7)(briefPodman(machine)), file);
    }
    catch (error) {
        return failed({
            state: 'missing',
            found: (0,errors/* messageOf */.bD)(error).replace(/\s+/g, ' '),
            mend: error instanceof errors/* UserError */.yo && error.hint
                ? error.hint
                : 'Run `podman info` as root and mend what it says.'
        });
    }
}
/** The machine as podman takes it: rootless, it is not reached through sudo. */
function machineOfPodman(machine) {
    return machine.rootless ? { ...machine, sudo: false } : machine;
}
function failed(check) {
    return { checks: [{ name: 'podman', ...check }], runtime: undefined };
}
/** A podman that is given up on when it does not answer. */
function briefPodman(machine) {
    return {
        sudo: machine.sudo,
        rootless: machine.rootless,
        async run(args) {
            const argv = (0,program/* asRoot */.tE)(machine, ['podman', ...args]);
            const answer = await (0,host_answer/* ask */.k)(argv, machine.environment);
            return { ...answer, exitCode: answer.ok ? 0 : 1 };
        }
    };
}
/** What podman's account of itself comes to. */
function engineChecks(engine, file) {
    const runtime = engine.runtime.split(' ')[0];
    return {
        checks: [
            { name: 'podman', ...podmanCheck(engine.version, file) },
            { name: 'OCI runtime', ...runtimeCheck(engine.runtime) },
            { name: 'seccomp', state: 'ok', found: 'podman has it' },
            { name: 'architecture', state: 'ok', found: engine.architecture }
        ],
        runtime
    };
}
function podmanCheck(version, file) {
    const found = `${version}, ${file}`;
    const parsed = (0,checks_version/* parseVersion */.o)(version);
    if (!parsed || !(0,checks_version/* isBefore */.Y)(parsed, [4, 0, 0]))
        return { state: 'ok', found };
    return {
        state: 'missing',
        // Its release notes: `podman rm --time` came with 4.0.0.
        found: `${found}: containers cannot be removed with podman before 4.0`,
        mend: 'Take a newer one, as Debian 12, Ubuntu 24.04 and Fedora have it.'
    };
}
function runtimeCheck(runtime) {
    if (/^(crun|runc)( |$)/.test(runtime))
        return { state: 'ok', found: runtime };
    return {
        state: 'weak',
        found: `${runtime}: only crun and runc have been tried`,
        mend: 'Set runtime = "crun" under [engine] in /etc/containers/containers.conf.'
    };
}
/** What the cgroups that are mounted come to under an OCI runtime. */
function cgroupCheck(version, runtime) {
    const name = 'cgroups';
    const mend = 'Boot with systemd.unified_cgroup_hierarchy=1';
    switch (version) {
        case 'v2':
            return { name, state: 'ok', found: version };
        case 'v1':
            return {
                name,
                state: 'weak',
                found: 'v1 only: bpftrace cannot tell containers apart',
                mend: `${mend}.`
            };
        case 'v1 and v2':
            return runtime === 'crun'
                ? {
                    name,
                    state: 'missing',
                    found: 'v1 and v2 side by side, on which crun starts no container',
                    mend: `${mend}, or set runtime = "runc" under [engine] in /etc/containers/containers.conf.`
                }
                : { name, state: 'ok', found: 'v1 and v2 side by side' };
        case 'none':
            return {
                name,
                state: 'missing',
                found: 'not mounted',
                mend: 'sudo mount -t cgroup2 cgroup2 /sys/fs/cgroup'
            };
    }
}
async function checkSelinux() {
    const text = await promises_default().readFile('/sys/fs/selinux/enforce', 'utf8')
        .catch(() => undefined);
    return selinuxCheck(text);
}
/** What /sys/fs/selinux/enforce says, selinux(8). */
function selinuxCheck(text) {
    const name = 'SELinux';
    if (text === undefined)
        return { name, state: 'absent', found: 'not in use' };
    const found = text.trim() === '1' ? 'enforcing' : 'permissive';
    return { name, state: 'ok', found };
}

// EXTERNAL MODULE: ./src/checks/trouble.ts
var trouble = __webpack_require__(4290);
// EXTERNAL MODULE: ./src/recorders/choose.ts
var choose = __webpack_require__(5926);
// EXTERNAL MODULE: ./src/recorders/known.ts + 4 modules
var known = __webpack_require__(1299);
// EXTERNAL MODULE: ./src/recorders/recorders.ts + 12 modules
var recorders_recorders = __webpack_require__(7005);
// EXTERNAL MODULE: ./src/report/examination.ts
var examination = __webpack_require__(703);
;// CONCATENATED MODULE: ./src/doctor.ts








/**
 * Looks at the machine and at what each recorder needs of it. Starts no
 * container, changes nothing, and does not throw.
 */
async function examine(machine) {
    const [ofMachine, ...recorders] = await Promise.all([
        checkMachine(machine),
        ...known/* RECORDER_NAMES */.a.map(async (name) => ({
            name,
            checks: await (0,recorders_recorders/* checkRecorder */.n)(name, machine)
        }))
    ]);
    return concluded(ofMachine, recorders);
}
/**
 * The same examination with what trials show: podman's, and that of each
 * recorder that lacks nothing.
 *
 * @throws what the trials throw
 */
async function tryOut({ machine, recorders }, trials) {
    const tried = [...machine, await trials.engine()];
    if (!(0,trouble/* works */.N)(tried))
        return concluded(tried, recorders);
    const all = [];
    for (const { name, checks } of recorders) {
        const trial = (0,trouble/* works */.N)(checks) ? [await trials.recorder(name)] : [];
        all.push({ name, checks: [...checks, ...trial] });
    }
    return concluded(tried, all);
}
function concluded(machine, recorders) {
    const working = recorders.filter(({ checks }) => (0,trouble/* works */.N)(checks));
    return {
        machine,
        recorders,
        recordsWith: (0,trouble/* works */.N)(machine)
            ? (0,choose/* recordersOfAuto */.sM)(working.map(({ name }) => name))
            : []
    };
}


/***/ }),

/***/ 3916:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UK: () => (/* binding */ errnoCode),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   cJ: () => (/* binding */ Cancelled),
/* harmony export */   vt: () => (/* binding */ abortError),
/* harmony export */   yo: () => (/* binding */ UserError)
/* harmony export */ });
/**
 * A mistake or a lack that the user can mend. Its message says what happened
 * and where; its hint says what to do now. Anything else that is thrown is a
 * bug and keeps its stack.
 */
class UserError extends Error {
    name = 'UserError';
    hint;
    constructor(message, options = {}) {
        super(message, 'cause' in options ? { cause: options.cause } : undefined);
        this.hint = options.hint;
    }
}
/** The run was told to stop (SIGINT or SIGTERM). */
class Cancelled extends Error {
    name = 'Cancelled';
    signal;
    left;
    /** @param left how things stand then, after `cancelled by ...; ` */
    constructor(signal, left = 'nothing was written') {
        super(`cancelled by ${signal}`);
        this.signal = signal;
        this.left = left;
    }
}
/** The errno code (`ENOENT`, ...) of an error thrown by Node, if it has one. */
function errnoCode(error) {
    if (error instanceof Error && 'code' in error) {
        return typeof error.code === 'string' ? error.code : undefined;
    }
    return undefined;
}
/** What an unknown thrown value has to say, in one string. */
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}
/** The reason of an aborted signal as an error to throw. */
function abortError(signal) {
    const reason = signal.reason;
    return reason instanceof Error ? reason : new Cancelled('SIGTERM');
}


/***/ }),

/***/ 928:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jp: () => (/* binding */ keepText),
/* harmony export */   jv: () => (/* binding */ readFloor),
/* harmony export */   qD: () => (/* binding */ forgetFloor),
/* harmony export */   qh: () => (/* binding */ keepFloor)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _floor_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(528);




/** The floor that was measured before under the same key, if there is one. */
async function readFloor(directory, key) {
    const floor = (0,_floor_js__WEBPACK_IMPORTED_MODULE_3__/* .parseFloor */ .cI)(await node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default().readFile(fileOf(directory, key), 'utf8').catch(() => ''));
    return floor && textOf(floor.key) === textOf(key) ? floor : undefined;
}
/** Keeps a floor. Where that is not possible, it is measured again. */
async function keepFloor(directory, floor) {
    await keepText(fileOf(directory, floor.key), (0,_floor_js__WEBPACK_IMPORTED_MODULE_3__/* .serializeFloor */ .hc)(floor));
}
/** Keeps a text in a file, whole or not at all. Never throws. */
async function keepText(file, text) {
    const temporary = `${file}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}.tmp`;
    try {
        await node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default().mkdir(node_path__WEBPACK_IMPORTED_MODULE_2___default().dirname(file), { recursive: true });
        await node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default().writeFile(temporary, text, { flag: 'wx' });
        await node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default().rename(temporary, file);
    }
    catch {
        await node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default().rm(temporary, { force: true }).catch(() => undefined);
    }
}
function fileOf(directory, key) {
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(textOf(key)).digest('hex');
    return node_path__WEBPACK_IMPORTED_MODULE_2___default().join(directory, `floor-${digest.slice(0, 16)}.json`);
}
/** The same text for the same key, in whatever order a file has it. */
function textOf(key) {
    const { runtime, engine, kernel, recorders, recordedUnder, options, image } = key;
    return JSON.stringify([
        ...[runtime, engine, kernel, recorders],
        ...[recordedUnder, options, image]
    ]);
}
/** Forgets a floor that turned out to be no longer true. */
async function forgetFloor(directory, key) {
    await node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default().rm(fileOf(directory, key), { force: true }).catch(() => undefined);
}


/***/ }),

/***/ 528:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cI: () => (/* binding */ parseFloor),
/* harmony export */   hc: () => (/* binding */ serializeFloor),
/* harmony export */   yv: () => (/* binding */ originOf)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7934);

const names = valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP());
const floorSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    format: valibot__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('seccomp-lock floor'),
    version: valibot__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1),
    key: valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        runtime: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        engine: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        kernel: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        recorders: names,
        recordedUnder: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        options: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        image: names
    }),
    names,
    programs: names,
    second: names
});
/** A floor as the text of a file. */
function serializeFloor(floor) {
    const format = 'seccomp-lock floor';
    return `${JSON.stringify({ format, version: 1, ...floor }, undefined, 2)}\n`;
}
/** Reads a floor back; undefined where the text is none of this version. */
function parseFloor(text) {
    try {
        const { key, names, programs, second } = valibot__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qgA(floorSchema, JSON.parse(text));
        return { key, names, programs, second };
    }
    catch {
        return undefined;
    }
}
/**
 * Tells whose a recorded call is. Where no program is known, as with the hook,
 * a call of the floor may be the tests', too.
 */
function originOf({ name, programs }, floor) {
    if (!floor?.names.includes(name))
        return 'application';
    const own = programs.filter(({ comm }) => floor.programs.includes(comm));
    if (own.length === 0 && programs.length > 0)
        return 'application';
    return own.length === programs.length && own.length > 0 ? 'runtime' : 'both';
}


/***/ }),

/***/ 2114:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Et: () => (/* binding */ floorOf),
/* harmony export */   N5: () => (/* binding */ programOptions),
/* harmony export */   Z2: () => (/* binding */ noopOptions)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _recorders_recording_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1804);
/* harmony import */ var _noop_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(416);




/** Where the program that does nothing is in the container. */
const PLACE = '/.seccomp-lock-noop';
/** What the kernel calls it. */
const COMM = node_path__WEBPACK_IMPORTED_MODULE_1___default().basename(PLACE).slice(0, 15);
/**
 * Options of `podman run`, to go after all others, that make a container of
 * the image do nothing. The image stays the tests' own, since its user and
 * its directory decide what the runtime does, and so do the workflow's options.
 *
 * @param scratch a directory of the run's own, in which the program is written
 * @returns undefined for an architecture that has no such program
 */
async function noopOptions(architecture, scratch) {
    const program = (0,_noop_js__WEBPACK_IMPORTED_MODULE_3__/* .noopProgram */ .z)(architecture);
    return program && (await programOptions(program, PLACE, scratch));
}
/**
 * Options of `podman run`, to go after all others, that make a container of
 * any image run a program of ours.
 *
 * @param place where the program is in the container, absolute
 * @param scratch a directory of the run's own, in which the program is written
 */
async function programOptions(program, place, scratch) {
    const file = node_path__WEBPACK_IMPORTED_MODULE_1___default().join(scratch, node_path__WEBPACK_IMPORTED_MODULE_1___default().basename(place));
    await node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default().writeFile(file, program);
    // The umask may have taken it from a container's user.
    await node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default().chmod(file, 0o755);
    return [`--volume=${file}:${place}:ro,Z`, `--entrypoint=${place}`];
}
/** The floor that the recording of such a container shows. */
function floorOf(key, first, second) {
    const programs = new Set(first.calls.flatMap(call => call.programs.map(({ comm }) => comm)));
    programs.delete(COMM);
    return {
        key,
        names: (0,_recorders_recording_js__WEBPACK_IMPORTED_MODULE_2__/* .namesOf */ .eZ)(first),
        programs: [...programs].sort(),
        second: second ? (0,_recorders_recording_js__WEBPACK_IMPORTED_MODULE_2__/* .namesOf */ .eZ)(second) : []
    };
}


/***/ }),

/***/ 416:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ spinProgram),
/* harmony export */   z: () => (/* binding */ noopProgram)
/* harmony export */ });
const MACHINES = {
    // mov $231,%eax; xor %edi,%edi; syscall | jmp .
    SCMP_ARCH_X86_64: {
        machine: 62,
        bits: 64,
        endian: 'little',
        code: 'b8e700000031ff0f05',
        spin: 'ebfe'
    },
    // mov $252,%eax; xor %ebx,%ebx; int $0x80 | jmp .
    SCMP_ARCH_X86: {
        machine: 3,
        bits: 32,
        endian: 'little',
        code: 'b8fc00000031dbcd80',
        spin: 'ebfe'
    },
    // mov x8,#94; mov x0,#0; svc #0 | b .
    SCMP_ARCH_AARCH64: {
        machine: 183,
        bits: 64,
        endian: 'little',
        code: 'c80b80d2000080d2010000d4',
        spin: '00000014'
    },
    // mov r7,#248; mov r0,#0; svc #0 | b .
    SCMP_ARCH_ARM: {
        machine: 40,
        flags: 0x0500_0000,
        bits: 32,
        endian: 'little',
        code: 'f870a0e30000a0e3000000ef',
        spin: 'feffffea'
    },
    // li a7,94; li a0,0; ecall | j .
    SCMP_ARCH_RISCV64: {
        machine: 243,
        bits: 64,
        endian: 'little',
        code: '9308e0051305000073000000',
        spin: '6f000000'
    },
    // li r0,234; li r3,0; sc | b .
    SCMP_ARCH_PPC64LE: {
        machine: 21,
        flags: 2,
        bits: 64,
        endian: 'little',
        code: 'ea0000380000603802000044',
        spin: '00000048'
    },
    // lghi %r2,0; svc 248 | j .
    SCMP_ARCH_S390X: {
        machine: 22,
        bits: 64,
        endian: 'big',
        code: 'a72900000af8',
        spin: 'a7f40000'
    }
};
/** Where it is loaded: a multiple of every page size, 64 KiB at most. */
const ADDRESS = 0x10000;
/**
 * The smallest program there is: an ELF executable that needs no library and
 * makes one system call, exit_group(0). A container that runs it makes the
 * runtime's calls and no others (elf(5)).
 *
 * @returns its bytes, or undefined for an architecture that we cannot write for
 */
function noopProgram(architecture) {
    const target = MACHINES[architecture];
    return target && executable(target, target.code);
}
/**
 * A program that makes no system call at all and never ends: whatever filter
 * its process has is there to be looked at.
 *
 * @returns its bytes, or undefined for an architecture that we cannot write for
 */
function spinProgram(architecture) {
    const target = MACHINES[architecture];
    return target && executable(target, target.spin);
}
/** An ELF executable that holds nothing but some instructions (elf(5)). */
function executable({ machine, flags = 0, bits, endian }, code) {
    const isWide = bits === 64;
    const isLittle = endian === 'little';
    const word = isWide ? 8 : 4;
    const field = (size, value) => {
        const bytes = Buffer.alloc(size);
        if (isLittle)
            bytes.writeUIntLE(value, 0, Math.min(size, 6));
        else
            bytes.writeUIntBE(value, Math.max(0, size - 6), Math.min(size, 6));
        return bytes;
    };
    const half = (value) => field(2, value);
    const int = (value) => field(4, value);
    const long = (value) => field(word, value);
    const headerSize = isWide ? 64 : 52;
    const segmentSize = isWide ? 56 : 32;
    const instructions = Buffer.from(code, 'hex');
    const start = headerSize + segmentSize;
    const size = start + instructions.length;
    const READ_EXECUTE = 5;
    return Buffer.concat([
        Buffer.from([0x7f, 0x45, 0x4c, 0x46, isWide ? 2 : 1, isLittle ? 1 : 2, 1]),
        Buffer.alloc(9),
        ...[half(2), half(machine), int(1)],
        ...[long(ADDRESS + start), long(headerSize), long(0)],
        ...[int(flags), half(headerSize), half(segmentSize), half(1)],
        ...[half(0), half(0), half(0)],
        // The one segment: the whole file.
        ...(isWide
            ? [int(1), int(READ_EXECUTE), long(0), long(ADDRESS), long(ADDRESS)]
            : [int(1), long(0), long(ADDRESS), long(ADDRESS)]),
        ...[long(size), long(size)],
        ...(isWide ? [] : [int(READ_EXECUTE)]),
        long(ADDRESS),
        instructions
    ]);
}


/***/ }),

/***/ 5015:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ targetOf)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7934);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _text_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1789);
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6590);




/**
 * What the event of a workflow run allows. Rules without another source are
 * from "Events that trigger workflows" on docs.github.com.
 *
 * @param payload the parsed JSON of the file GITHUB_EVENT_PATH
 * @param allowForks the input `allow-forks`
 * @throws UserError that names what the payload or the environment lacks
 */
function targetOf(payload, environment, { allowForks } = { allowForks: false }) {
    const subject = subjectOf(payload, environment);
    const { kind, isFork, ref, sha, pullRequest } = subject;
    return {
        ...{ kind, isFork, ref, sha },
        run: mayRun(subject, environment, allowForks),
        commit: mayCommit(subject),
        comment: pullRequest === undefined
            ? no(`the event ${subject.event} is about no pull request`)
            : { may: true, pullRequest }
    };
}
function subjectOf(payload, environment) {
    const name = environment.GITHUB_EVENT_NAME ?? '';
    if (name === '')
        throw lacking('GITHUB_EVENT_NAME is not set');
    const event = (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .codeSpan */ .SS)(name);
    const rest = { event, isFork: false };
    switch (name) {
        case 'push': {
            const { ref, after } = read(pushSchema, payload, name);
            // Nothing comes after a deletion, and what is checked out then is the
            // default branch.
            if (/^0+$/.test(after)) {
                return { ...rest, kind: 'deleted push', ref, sha: shaOf(environment) };
            }
            return { ...rest, kind: kindOfPush(ref), ref, sha: after };
        }
        // A review is of the pull request's merge commit, too.
        case 'pull_request':
        case 'pull_request_review':
        case 'pull_request_review_comment':
        case 'pull_request_target': {
            const request = read(pullRequestSchema, payload, name).pull_request;
            const { head, base, number: pullRequest } = request;
            const isFork = head.repo?.id !== base.repo.id;
            const kind = name === 'pull_request_target'
                ? 'pull_request_target'
                : isFork
                    ? 'fork pull request'
                    : 'pull request';
            // GITHUB_SHA is the merge with the base, or the default branch.
            const { ref, sha } = head;
            return { event, kind, isFork, ref: `${HEADS}${ref}`, sha, pullRequest };
        }
        case 'merge_group': {
            const { merge_group: group } = read(mergeGroupSchema, payload, name);
            const { head_ref: ref, head_sha: sha } = group;
            return { ...rest, kind: 'merge group', ref, sha };
        }
        case 'workflow_run': {
            const { workflow_run: run, repository } = read(runSchema, payload, name);
            const isFork = run.head_repository?.id !== repository.id;
            return { event, kind: 'workflow_run', isFork, ...checkedOut(environment) };
        }
        case 'workflow_dispatch':
            return { ...rest, kind: 'dispatch', ...checkedOut(environment) };
        case 'schedule':
            return { ...rest, kind: 'schedule', ...checkedOut(environment) };
        default:
            return { ...rest, kind: 'other', ...checkedOut(environment) };
    }
}
const HEADS = 'refs/heads/';
/**
 * The branches of a merge queue, one a group; their creation is a push as well
 * as a merge_group ("Merge group webhook event", github.blog, 2022-08-18).
 */
const QUEUE = `${HEADS}gh-readonly-queue/`;
function kindOfPush(ref) {
    if (ref.startsWith(QUEUE))
        return 'merge group';
    if (ref.startsWith(HEADS))
        return 'branch push';
    return ref.startsWith('refs/tags/') ? 'tag push' : 'other';
}
/**
 * A stranger's tests can do to the runner what they like, and on one's own
 * runner it lasts ("Secure use reference", docs.github.com). A workflow_run
 * after a fork's, or a pull_request_target, has in addition a token that can
 * write.
 */
function mayRun({ event, isFork }, { RUNNER_ENVIRONMENT: runner }, allowForks) {
    if (!isFork || allowForks || runner === 'github-hosted')
        return { may: true };
    return {
        ...no(`the event ${event} brings the code of a fork, and on a self-hosted runner strangers' code can do lasting harm`),
        hint: "Run it on one of GitHub's own runners. Where the runner is thrown away after each job, or all who may open pull requests are trusted, set `allow-forks: true`."
    };
}
function mayCommit({ event, kind, isFork, ref }) {
    if (isFork) {
        return no(`the code is that of a fork, which ${event} cannot commit to`);
    }
    switch (kind) {
        case 'branch push':
        case 'dispatch':
        case 'schedule':
            if (ref?.startsWith(QUEUE))
                break;
            return ref?.startsWith(HEADS)
                ? { may: true, ref }
                : no(`${said(ref)} is no branch`);
        case 'tag push':
            return no(`${said(ref)} is a tag, and a tag stays where it is`);
        case 'deleted push':
            return no(`${said(ref)} was deleted`);
        case 'pull request':
        case 'fork pull request':
            return no("a pull request's run tests its merge with the base and not the branch itself; a workflow that runs on `push`, too, commits to the branch");
        case 'pull_request_target':
            return no(`${event} does not run for the branch of the pull request; a workflow that runs on \`push\` commits to it`);
        case 'merge group':
            break;
        case 'workflow_run':
        case 'other':
            return no(`the event ${event} does not tell which branch was tested; \`push\`, \`workflow_dispatch\` and \`schedule\` do`);
    }
    return no(`${said(ref)} is a branch of the merge queue, which is GitHub's own; the profile has to be right in the pull request`);
}
const no = (why) => ({ may: false, why });
const said = (ref) => ref === undefined ? 'what was tested' : (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .codeSpan */ .SS)(ref);
/** What actions/checkout takes where it is told nothing else. */
function checkedOut(environment) {
    const ref = environment.GITHUB_REF ?? '';
    if (ref !== '' && !isFullRef(ref)) {
        throw lacking(`GITHUB_REF is no full ref: ${(0,_text_json_js__WEBPACK_IMPORTED_MODULE_1__/* .shortJson */ .j4)(ref)}`);
    }
    return { ref: ref === '' ? undefined : ref, sha: shaOf(environment) };
}
function shaOf({ GITHUB_SHA: sha = '' }) {
    if (isSha(sha))
        return sha;
    throw lacking(sha === ''
        ? 'GITHUB_SHA is not set'
        : `GITHUB_SHA is no commit: ${(0,_text_json_js__WEBPACK_IMPORTED_MODULE_1__/* .shortJson */ .j4)(sha)}`);
}
/** SHA-1, or SHA-256 as newer repositories have it. */
const isSha = (text) => /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
/** Nothing that git-check-ref-format(1) forbids, as far as it could do harm. */
const isRefName = (text) => 
// eslint-disable-next-line no-control-regex
text !== '' && !/[\x00-\x20\x7f~^:?*[\\]|\.\.|@\{|\/\/|^\/|\/$/.test(text);
const isFullRef = (text) => /^refs\/./.test(text) && isRefName(text);
const expected = (what) => (issue) => issue.input === undefined
    ? 'missing'
    : `expected ${what}, got ${(0,_text_json_js__WEBPACK_IMPORTED_MODULE_1__/* .shortJson */ .j4)(issue.input)}`;
const object = (entries) => valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc(entries, expected('an object'));
const textThat = (is, what) => valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(expected(what)), valibot__WEBPACK_IMPORTED_MODULE_3__/* .check */ .z6Y(is, expected(what)));
const refName = textThat(isRefName, "a branch's name");
const fullRef = textThat(isFullRef, 'a full ref (refs/heads/...)');
const sha = textThat(isSha, 'a commit id');
const number = valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(expected('a number')), valibot__WEBPACK_IMPORTED_MODULE_3__/* .safeInteger */ .Y2b(expected('a whole number')), valibot__WEBPACK_IMPORTED_MODULE_3__/* .minValue */ .Wwf(1, expected('a number from 1 on')));
const repository = object({ id: number });
/** null once the repository is deleted. */
const headRepository = valibot__WEBPACK_IMPORTED_MODULE_3__/* .nullable */ .mee(repository);
const pushSchema = object({ ref: fullRef, after: sha });
const pullRequestSchema = object({
    pull_request: object({
        number,
        head: object({ ref: refName, sha, repo: headRepository }),
        base: object({ repo: repository })
    })
});
const mergeGroupSchema = object({
    merge_group: object({ head_ref: fullRef, head_sha: sha })
});
const runSchema = object({
    workflow_run: object({ head_repository: headRepository }),
    repository
});
function read(schema, payload, event) {
    const result = valibot__WEBPACK_IMPORTED_MODULE_3__/* .safeParse */ .xLC(schema, payload, { abortEarly: true });
    if (result.success)
        return result.output;
    const [issue] = result.issues;
    const path = (issue.path ?? []).map(item => item.key);
    const at = path.length === 0 ? 'the payload' : (0,_text_json_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPath */ .jV)(path);
    throw lacking(`the event ${event}: ${at}: ${issue.message}`);
}
function lacking(what) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`GitHub's event cannot be read: ${what}`, {
        hint: 'Nothing was run. GitHub Actions sets GITHUB_EVENT_NAME, GITHUB_REF and GITHUB_SHA, and writes the payload to the file GITHUB_EVENT_PATH; let no step change them.'
    });
}


/***/ }),

/***/ 7239:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $4: () => (/* binding */ unseenWithout),
/* harmony export */   Kl: () => (/* binding */ faultOf),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   Vj: () => (/* binding */ REJECTED),
/* harmony export */   pE: () => (/* binding */ waitOf),
/* harmony export */   xV: () => (/* binding */ forbiddenBy)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6590);


/**
 * What an error of a request to GitHub means.
 *
 * @param need the permission that the request needs, as workflows write it,
 *   `contents: write`. The header X-Accepted-GitHub-Permissions is told, too,
 *   but where reading is refused it names less than the job is going to need.
 */
function faultOf(error, need) {
    if (isGraphql(error))
        return graphqlFault(error, need);
    if (!isRest(error))
        return { kind: 'other', why: quoted((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)) };
    const { status, response } = error;
    const said = saidBy(error);
    if (waitOf(error) !== undefined)
        return LIMITED;
    switch (status) {
        case 401:
            return { kind: 'forbidden', why: REJECTED };
        case 403:
            return {
                kind: 'forbidden',
                why: `${forbiddenBy(said, need)}${acceptedBy(error)}`
            };
        case 404:
            return { kind: 'missing', why: unseenWithout(need) };
        default:
            return response === undefined
                ? { kind: 'passing', why: `GitHub cannot be reached: ${quoted(said)}` }
                : {
                    kind: status >= 500 ? 'passing' : 'other',
                    why: `GitHub answered ${status}: ${quoted(said)}`
                };
    }
}
/**
 * For how many seconds GitHub wants to be left alone, if an error says so. It
 * does not only say so in its own headers and words:
 * https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately
 */
function waitOf(error) {
    if (!isRest(error) || (error.status !== 403 && error.status !== 429)) {
        return undefined;
    }
    const headers = error.response?.headers ?? {};
    const after = Number(headers['retry-after'] ?? NaN);
    if (after >= 0)
        return after;
    if (headers['x-ratelimit-remaining'] === '0') {
        const reset = Number(headers['x-ratelimit-reset'] ?? NaN);
        if (reset >= 0)
            return Math.max(0, Math.ceil(reset - Date.now() / 1000)) + 1;
    }
    return error.status === 429 || /rate limit/i.test(error.message)
        ? A_MINUTE
        : undefined;
}
/** What GitHub wants where it does not say how long. */
const A_MINUTE = 60;
const LIMITED = {
    kind: 'limited',
    why: 'GitHub lets the token ask nothing more for now (rate limit)'
};
/** Why there is no going on with a token that GitHub does not know. */
const REJECTED = 'GitHub does not take the token (401)';
/** Why one does not get at what there must be. */
const unseenWithout = (need) => `GitHub finds nothing there that the token may see (404); the job needs \`permissions: ${need}\``;
/** Why a token may not: it is given too little, or what GitHub says. */
const forbiddenBy = (said, need) => /not accessible by|denied to|not granted|^$/i.test(said)
    ? `the token may not: give the job \`permissions: ${need}\``
    : `GitHub refuses it: ${quoted(said)}; the job needs \`permissions: ${need}\``;
/** What GitHub says would do: `issues=write; pull_requests=write`. */
function acceptedBy({ response }) {
    const accepted = response?.headers?.['x-accepted-github-permissions'];
    return typeof accepted === 'string' && accepted !== ''
        ? ` (GitHub accepts ${quoted(accepted)} for this request)`
        : '';
}
const STALE = { kind: 'stale', why: 'the branch has moved on' };
/** GraphQL answers 200, and says in `errors[].type` what is wrong. */
function graphqlFault({ errors }, need) {
    const [first] = errors;
    const type = typeof first?.type === 'string' ? first.type : '';
    const message = typeof first?.message === 'string' ? first.message : '';
    const said = quoted(message);
    // Who loses the race for the ref itself is told so by no type of its own.
    if (/^Ref .* is at \w+ but expected \w+/.test(message))
        return STALE;
    switch (type) {
        case 'STALE_DATA':
            return STALE;
        case 'RATE_LIMITED':
            return LIMITED;
        case 'FORBIDDEN':
        case 'INSUFFICIENT_SCOPES':
            return { kind: 'forbidden', why: forbiddenBy(message, need) };
        case 'NOT_FOUND':
            return { kind: 'missing', why: `GitHub says: ${said}` };
        case 'BRANCH_PROTECTION_RULE_VIOLATION':
            return { kind: 'other', why: `the branch is protected: ${said}` };
        default:
            return { kind: 'other', why: `GitHub says: ${said}` };
    }
}
/** What GitHub, or the network, says; without the page that Octokit adds. */
function saidBy(error) {
    // Where no address answers there is a code, and no message (AggregateError).
    for (let at = error; at instanceof Error; at = at.cause) {
        const said = at.message || (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errnoCode */ .UK)(at);
        if (said !== undefined)
            return said.replace(/ - https?:\S+$/, '');
    }
    return '';
}
/** Others' words, with nothing that Markdown or the runner could make of them. */
const quoted = (text) => (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(text.replace(/\s+/g, ' ').trim().replace(/\.$/, '') || 'no reason');
const isRest = (error) => error instanceof Error &&
    'status' in error &&
    typeof error.status === 'number';
const isGraphql = (error) => error instanceof Error &&
    error.name === 'GraphqlResponseError' &&
    'errors' in error &&
    Array.isArray(error.errors);


/***/ }),

/***/ 6891:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ gitSettings),
/* harmony export */   l: () => (/* binding */ createGit)
/* harmony export */ });
/* harmony import */ var _host_environment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4743);
/* harmony import */ var _host_execute_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6077);


/** After so long git is ended: a server that hangs must not hold the run. */
const LIMIT_SECONDS = 60;
/**
 * A git that has of the job's environment only where things are, language and
 * proxies, and asks nobody anything.
 */
function createGit(host, limitSeconds = LIMIT_SECONDS) {
    return async (args, { input, environment = {} } = {}) => {
        const out = [];
        const err = [];
        const limit = ['--kill-after=5', String(limitSeconds)];
        const exitCode = (await host.exec('timeout', [...limit, 'git', ...args], {
            env: {
                ...(0,_host_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .podmanEnvironment */ .r)(host.environment),
                ...{ GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' },
                ...environment
            },
            silent: true,
            ignoreReturnCode: true,
            ...(input !== undefined && { input: Buffer.from(input) }),
            listeners: {
                stdout: chunk => out.push(chunk),
                stderr: chunk => err.push(chunk)
            }
        }));
        return {
            exitCode: exitCode ?? 128,
            stdout: Buffer.concat(out).toString(),
            stderr: Buffer.concat(err).toString()
        };
    };
}
/** Settings for one command, which stand in no file and on no command line. */
function gitSettings(settings) {
    // git-config(1), "ENVIRONMENT"
    const entries = settings.flatMap(([name, value], i) => [
        [`GIT_CONFIG_KEY_${i}`, name],
        [`GIT_CONFIG_VALUE_${i}`, value]
    ]);
    return {
        GIT_CONFIG_COUNT: String(settings.length),
        ...Object.fromEntries(entries)
    };
}


/***/ }),

/***/ 4329:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cI: () => (/* binding */ readRun),
/* harmony export */   gJ: () => (/* binding */ formatMarker),
/* harmony export */   gY: () => (/* binding */ parseMarker),
/* harmony export */   tW: () => (/* binding */ isOlder)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7934);

const count = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .safeInteger */ .Y2b(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .minValue */ .Wwf(0));
const markerSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    key: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    run: valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ id: count, number: count, attempt: count, sha: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })
});
/** A marker as an HTML comment in one line, which GitHub does not show. */
function formatMarker({ key, run }) {
    const { id, number, attempt, sha } = run;
    const json = JSON.stringify({ key, run: { id, number, attempt, sha } });
    // Nothing in it ends the comment: CommonMark, "HTML blocks", ends one of
    // this kind at `-->`, and HTML at `--!>` as well.
    const safe = json.replace(/[^\x20-\x7e]|[<>&-]/g, c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
    return `<!-- seccomp-lock: ${safe} -->`;
}
/**
 * Which run this is, by GitHub's default variables; what they do not tell is
 * 0, as if it were older than all others.
 *
 * @param sha the commit that is tested
 */
function readRun(environment, sha) {
    const numberOf = (name) => {
        const value = Number(environment[name] ?? '0');
        return Number.isSafeInteger(value) && value >= 0 ? value : 0;
    };
    return {
        id: numberOf('GITHUB_RUN_ID'),
        number: numberOf('GITHUB_RUN_NUMBER'),
        attempt: numberOf('GITHUB_RUN_ATTEMPT'),
        sha
    };
}
/** Reads the marker on the first line of a text; undefined without one. */
function parseMarker(text) {
    const json = /^<!-- seccomp-lock: (\{.*\}) -->\r?(?:\n|$)/.exec(text)?.[1];
    if (json === undefined)
        return undefined;
    try {
        const { key, run } = valibot__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qgA(markerSchema, JSON.parse(json));
        return { key, run };
    }
    catch {
        return undefined;
    }
}
/** Whether a run is older than another; not of the jobs of one attempt. */
function isOlder(a, b) {
    return a.id === b.id ? a.attempt < b.attempt : a.id < b.id;
}


/***/ }),

/***/ 5161:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ readTarget)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3916);
/* harmony import */ var _event_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5015);



/**
 * What the event of this workflow run allows, from the file that GitHub
 * Actions wrote it to (GITHUB_EVENT_PATH).
 *
 * @param environment the step's
 * @throws UserError where the file or what is in it cannot be read
 */
async function readTarget(environment, options) {
    const { GITHUB_EVENT_NAME, GITHUB_REF, GITHUB_SHA, RUNNER_ENVIRONMENT } = environment;
    return (0,_event_js__WEBPACK_IMPORTED_MODULE_2__/* .targetOf */ .$)(await readPayload(environment['GITHUB_EVENT_PATH'] ?? ''), { GITHUB_EVENT_NAME, GITHUB_REF, GITHUB_SHA, RUNNER_ENVIRONMENT }, options);
}
async function readPayload(file) {
    if (file === '')
        throw unreadable('GITHUB_EVENT_PATH is not set');
    try {
        return JSON.parse(await node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default().readFile(file, 'utf8'));
    }
    catch (error) {
        throw unreadable(`${file}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}`);
    }
}
function unreadable(what) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`GitHub's event cannot be read: ${what}`, {
        hint: 'Nothing was run. GitHub Actions writes the payload to the file GITHUB_EVENT_PATH; let no step change it.'
    });
}


/***/ }),

/***/ 2610:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ ask)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3916);


/** How much of an answer is kept, in characters. */
const KEPT = 1024 * 1024;
/**
 * Runs a program for its answer, with nothing to read. Never throws: a program
 * that is missing, fails or takes too long has an answer, too.
 *
 * @param argv the program and its arguments
 * @param environment its environment; the language of its answer is English
 */
async function ask([program = '', ...args], environment, timeoutMs = 5_000) {
    return new Promise(resolve => {
        const said = { stdout: '', stderr: '' };
        const end = (ok, why = '') => {
            clearTimeout(timer);
            resolve({ ok, stdout: said.stdout, stderr: said.stderr + why });
        };
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, {
            env: { ...environment, LC_ALL: 'C' },
            stdio: ['ignore', 'pipe', 'pipe']
        });
        for (const name of ['stdout', 'stderr']) {
            child[name].setEncoding('utf8').on('data', (text) => {
                if (said[name].length < KEPT)
                    said[name] += text;
            });
        }
        const timer = setTimeout(() => {
            // Below sudo it cannot be signalled; then nobody waits for it any more.
            child.kill();
            child.stdout.destroy();
            child.stderr.destroy();
            child.unref();
            end(false, `no answer within ${timeoutMs / 1000} s`);
        }, timeoutMs);
        child.on('error', error => {
            end(false, `${program} cannot be started: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errnoCode */ .UK)(error) ?? '?'}`);
        });
        child.on('close', code => {
            end(code === 0);
        });
    });
}


/***/ }),

/***/ 2048:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ startBackground)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8474);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_events__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(481);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_readline__WEBPACK_IMPORTED_MODULE_2__);



/** How much of standard error is kept, in characters. */
const STDERR_KEPT = 16 * 1024;
/**
 * Starts a program in the background, its standard input open and empty.
 * Standard input closes also when this process dies in whatever way.
 *
 * @param argv the program and its arguments
 * @param environment all of its environment
 */
function startBackground([program = '', ...args], environment) {
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, {
        env: environment,
        stdio: ['pipe', 'pipe', 'pipe']
    });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
        stderr = (stderr + text).slice(-STDERR_KEPT);
    });
    // Written to after its end: nobody is there who could want it.
    child.stdin.on('error', () => undefined);
    // Also that a process of root's may not be killed; the first one tells `ended`.
    child.on('error', () => undefined);
    const ended = endOf(child).catch((error) => {
        stderr += String(error);
        return { code: 127, signal: null };
    });
    return {
        pid: child.pid,
        lines: (0,node_readline__WEBPACK_IMPORTED_MODULE_2__.createInterface)(child.stdout.setEncoding('latin1'))[Symbol.asyncIterator](),
        stderr: () => stderr,
        ended,
        isRunning: () => child.pid !== undefined &&
            child.exitCode === null &&
            child.signalCode === null,
        closeInput: () => child.stdin.end(),
        kill: signal => child.kill(signal),
        abandon: () => {
            child.unref();
            for (const stream of [child.stdin, child.stdout, child.stderr]) {
                stream.destroy();
            }
        }
    };
}
async function endOf(child) {
    const [code, signal] = (await (0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(child, 'close'));
    return { code, signal };
}


/***/ }),

/***/ 8096:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ floorDirectory)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6928);
/* harmony import */ var path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(path__WEBPACK_IMPORTED_MODULE_1__);


/** Where floors are kept on the runner, XDG Base Directory Specification. */
function floorDirectory(environment) {
    const { XDG_CACHE_HOME: cache, HOME: home } = environment;
    const base = cache && path__WEBPACK_IMPORTED_MODULE_1___default().isAbsolute(cache)
        ? cache
        : path__WEBPACK_IMPORTED_MODULE_1___default().join(home ? path__WEBPACK_IMPORTED_MODULE_1___default().resolve(home) : node_os__WEBPACK_IMPORTED_MODULE_0___default().homedir(), '.cache');
    return path__WEBPACK_IMPORTED_MODULE_1___default().join(base, 'seccomp-lock');
}


/***/ }),

/***/ 4743:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ podmanEnvironment)
/* harmony export */ });
/**
 * What podman needs of the environment, and no more: where things are, who
 * the user is, language, proxies and podman's own settings. An allow list, so
 * that no token of the job (GITHUB_TOKEN, ACTIONS_*, INPUT_*) or of a later
 * runner version can reach podman, the build or the tests.
 */
const ALLOWED = new Set([
    'PATH',
    'HOME',
    'USER',
    'LOGNAME',
    'LANG',
    'TZ',
    'TMPDIR',
    'XDG_RUNTIME_DIR',
    'XDG_CONFIG_HOME',
    'XDG_DATA_HOME',
    'DBUS_SESSION_BUS_ADDRESS',
    'CONTAINERS_CONF',
    'CONTAINERS_REGISTRIES_CONF',
    'CONTAINERS_STORAGE_CONF',
    'REGISTRY_AUTH_FILE',
    'SSL_CERT_DIR',
    'SSL_CERT_FILE',
    'HTTP_PROXY',
    'HTTPS_PROXY',
    'FTP_PROXY',
    'NO_PROXY',
    'ALL_PROXY'
]);
/** The part of an environment that podman may see. */
function podmanEnvironment(environment) {
    const kept = Object.entries(environment).filter((entry) => entry[1] !== undefined &&
        (ALLOWED.has(entry[0]) ||
            ALLOWED.has(entry[0].toUpperCase()) ||
            entry[0].startsWith('LC_')));
    return Object.fromEntries(kept);
}


/***/ }),

/***/ 6077:
/***/ ((__unused_webpack_module, __unused_webpack___webpack_exports__, __webpack_require__) => {

/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1260);



/***/ }),

/***/ 3285:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ exists),
/* harmony export */   w: () => (/* binding */ isDirectory)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);

/** Whether there is something at this path that can be reached. */
async function exists(file) {
    return node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default().access(file).then(() => true, () => false);
}
/** Whether there is a directory at this path, itself or through a link. */
async function isDirectory(file) {
    const stat = await node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default().stat(file).catch(() => undefined);
    return stat?.isDirectory() ?? false;
}


/***/ }),

/***/ 1725:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Je: () => (/* binding */ installCommand),
/* harmony export */   jy: () => (/* binding */ installHeadersCommand)
/* harmony export */ });
/* unused harmony export installCommandOn */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);

const FAMILIES = {
    rpm: {
        install: 'sudo dnf install --assumeyes',
        kernelHeaders: release => `kernel-devel-${release}`,
        names: new Map()
    },
    deb: {
        install: 'sudo apt-get install --yes',
        kernelHeaders: release => `linux-headers-${release}`,
        names: new Map([['bcc', 'libbpfcc']])
    }
};
/**
 * The command that installs a package on this runner.
 *
 * @param name the package, as Fedora calls it
 */
async function installCommand(name) {
    return installCommandOn(await osRelease(), name);
}
/** The command that installs the headers of a kernel on this runner. */
async function installHeadersCommand(release) {
    const { install, kernelHeaders } = familyOf(await osRelease());
    return `${install} ${kernelHeaders(release)}`;
}
/**
 * The command that installs a package on a distribution.
 *
 * @param text its /etc/os-release, os-release(5)
 * @param name the package, as Fedora calls it
 */
function installCommandOn(text, name) {
    const { install, names } = familyOf(text);
    return `${install} ${names.get(name) ?? name}`;
}
async function osRelease() {
    return node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default().readFile('/etc/os-release', 'utf8').catch(() => '');
}
function familyOf(text) {
    const ids = [...text.matchAll(/^ID(?:_LIKE)?="?([^"\n]*)/gm)].flatMap(match => match[1]?.split(' ') ?? []);
    return ids.some(id => id === 'debian' || id === 'ubuntu')
        ? FAMILIES.deb
        : FAMILIES.rpm;
}


/***/ }),

/***/ 327:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DG: () => (/* binding */ descendants),
/* harmony export */   IG: () => (/* binding */ pidsOf),
/* harmony export */   O3: () => (/* binding */ listProcesses)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);

/** All processes that can be seen; those that end meanwhile are left out. */
async function listProcesses() {
    const entries = (await node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default().readdir('/proc')).filter(e => /^\d+$/.test(e));
    const processes = await Promise.all(entries.map(readProcess));
    return processes.filter(p => p !== undefined);
}
async function readProcess(entry) {
    try {
        const [cmdline, status] = await Promise.all([
            node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default().readFile(`/proc/${entry}/cmdline`, 'utf8'),
            node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default().readFile(`/proc/${entry}/status`, 'utf8')
        ]);
        const field = (name) => new RegExp(`^${name}:\\s*(.*)$`, 'm').exec(status)?.[1] ?? '';
        return {
            pid: Number(entry),
            parent: Number(field('PPid')),
            argv: cmdline.split('\0'),
            isContained: field('NSpid').split(/\s+/).length > 1
        };
    }
    catch {
        return undefined;
    }
}
/** A process's children, their children, and so on. */
function descendants(of, all) {
    const children = all.filter(p => p.parent === of);
    return children.flatMap(child => [child, ...descendants(child.pid, all)]);
}
/** The process IDs alone. */
function pidsOf(processes) {
    return processes.map(({ pid }) => pid);
}


/***/ }),

/***/ 9097:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ temporaryDirectory),
/* harmony export */   b: () => (/* binding */ writeTemporary)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var crypto__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6982);
/* harmony import */ var crypto__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(crypto__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6928);
/* harmony import */ var path__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(path__WEBPACK_IMPORTED_MODULE_3__);




/** The directory for temporary files: the runner's, else the system's. */
function temporaryDirectory(environment) {
    const { RUNNER_TEMP: directory } = environment;
    return directory ? path__WEBPACK_IMPORTED_MODULE_3___default().resolve(directory) : node_os__WEBPACK_IMPORTED_MODULE_1___default().tmpdir();
}
/**
 * Writes a file for later steps of the job, under a name that is not taken.
 *
 * @param what what it is, a word for its name
 * @param type the ending of its name, without the dot
 * @returns its path
 */
async function writeTemporary(directory, what, type, text) {
    const id = (0,crypto__WEBPACK_IMPORTED_MODULE_2__.randomBytes)(4).toString('hex');
    const file = path__WEBPACK_IMPORTED_MODULE_3___default().join(directory, `seccomp-lock-${what}-${id}.${type}`);
    await node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default().writeFile(file, text);
    return file;
}


/***/ }),

/***/ 9407:
/***/ ((module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7264);
/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1260);
/* harmony import */ var _checks_install_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(422);
/* harmony import */ var _checks_trouble_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4290);
/* harmony import */ var _container_cleanup_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6008);
/* harmony import */ var _container_podman_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2166);
/* harmony import */ var _doctor_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9408);
/* harmony import */ var _doctor_trials_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3436);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(3916);
/* harmony import */ var _github_payload_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(5161);
/* harmony import */ var _host_environment_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(4743);
/* harmony import */ var _host_temporary_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(9097);
/* harmony import */ var _inputs_inputs_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(8028);
/* harmony import */ var _inputs_publishing_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(6292);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(5625);
/* harmony import */ var _publish_github_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(9076);
/* harmony import */ var _publish_publish_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(161);
/* harmony import */ var _publish_tell_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(595);
/* harmony import */ var _replay_replay_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(8072);
/* harmony import */ var _report_annotations_js__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(856);
/* harmony import */ var _report_examination_js__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(703);
/* harmony import */ var _report_report_js__WEBPACK_IMPORTED_MODULE_23__ = __webpack_require__(4473);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_24__ = __webpack_require__(9918);
/* harmony import */ var _suite_preflight_js__WEBPACK_IMPORTED_MODULE_25__ = __webpack_require__(9911);
/* harmony import */ var _suite_prepare_js__WEBPACK_IMPORTED_MODULE_26__ = __webpack_require__(1231);
/* harmony import */ var _verify_js__WEBPACK_IMPORTED_MODULE_27__ = __webpack_require__(5890);































const log = (0,_log_js__WEBPACK_IMPORTED_MODULE_16__/* .createLog */ .hM)(_actions_core__WEBPACK_IMPORTED_MODULE_2__, chunk => process.stdout.write(chunk));
const uid = process.getuid?.() ?? 0;
/** The runner starts this file twice: as the step, and after the job. */
const IS_POST = 'isPost';
const CONTAINER = 'container';
const SCRATCH = 'scratch';
const PODMAN = 'podman';
async function main() {
    _actions_core__WEBPACK_IMPORTED_MODULE_2__.saveState(IS_POST, 'true');
    const workspace = node_path__WEBPACK_IMPORTED_MODULE_1___default().resolve(process.env['GITHUB_WORKSPACE'] ?? '.');
    const controller = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM']) {
        process.on(signal, () => {
            controller.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_10__/* .Cancelled */ .cJ(signal));
        });
    }
    const get = (name) => _actions_core__WEBPACK_IMPORTED_MODULE_2__.getInput(name);
    // dist/index.js, beside which the repository's scripts stand
    const setupScript = node_path__WEBPACK_IMPORTED_MODULE_1___default().resolve(node_path__WEBPACK_IMPORTED_MODULE_1___default().dirname(process.argv[1] ?? '.'), '../scripts/setup-runner.sh');
    const world = {
        ...{ exec: _actions_exec__WEBPACK_IMPORTED_MODULE_3__/* .exec */ .m, environment: process.env, uid, log, setupScript },
        temporary: (0,_host_temporary_js__WEBPACK_IMPORTED_MODULE_13__/* .temporaryDirectory */ .D)(process.env),
        signal: controller.signal,
        onStart: ({ container, scratch }) => {
            // The post step does nothing without a container's name.
            _actions_core__WEBPACK_IMPORTED_MODULE_2__.saveState(SCRATCH, scratch);
            _actions_core__WEBPACK_IMPORTED_MODULE_2__.saveState(PODMAN, (0,_inputs_inputs_js__WEBPACK_IMPORTED_MODULE_14__/* .readPodman */ .sH)(get));
            _actions_core__WEBPACK_IMPORTED_MODULE_2__.saveState(CONTAINER, container);
        }
    };
    if ((0,_inputs_inputs_js__WEBPACK_IMPORTED_MODULE_14__/* .readMode */ .Em)(get) === 'doctor') {
        if ((0,_inputs_inputs_js__WEBPACK_IMPORTED_MODULE_14__/* .readSetup */ .WJ)(get) === 'install')
            await (0,_checks_install_js__WEBPACK_IMPORTED_MODULE_4__/* .setUpRunner */ ._)(world);
        await doctor((0,_inputs_inputs_js__WEBPACK_IMPORTED_MODULE_14__/* .readPodman */ .sH)(get), world);
        return;
    }
    const inputs = (0,_inputs_inputs_js__WEBPACK_IMPORTED_MODULE_14__/* .readInputs */ .Ko)(get, workspace);
    const publishing = (0,_inputs_publishing_js__WEBPACK_IMPORTED_MODULE_15__/* .readPublishing */ .ER)(get);
    const target = await (0,_github_payload_js__WEBPACK_IMPORTED_MODULE_11__/* .readTarget */ ._)(process.env, publishing);
    if (!target.run.may) {
        const { why, hint } = target.run;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_10__/* .UserError */ .yo(`not run: ${why}`, { hint });
    }
    const gitHub = await (0,_publish_github_js__WEBPACK_IMPORTED_MODULE_17__/* .openGitHub */ .o6)(publishing, target, inputs.profile, world);
    if ((0,_inputs_inputs_js__WEBPACK_IMPORTED_MODULE_14__/* .readMode */ .Em)(get) === 'verify') {
        await showVerified(await (0,_verify_js__WEBPACK_IMPORTED_MODULE_27__/* .verifyProfile */ .$)(inputs, world), gitHub);
    }
    else
        await show(await (0,_run_js__WEBPACK_IMPORTED_MODULE_24__/* .run */ .e)(inputs, world), gitHub);
}
/** Says what this runner has and lacks; fails where it cannot record. */
async function doctor(mode, world) {
    const machine = {
        kernel: node_os__WEBPACK_IMPORTED_MODULE_0___default().release(),
        sudo: uid !== 0,
        rootless: mode === 'rootless',
        environment: (0,_host_environment_js__WEBPACK_IMPORTED_MODULE_12__/* .podmanEnvironment */ .r)(process.env)
    };
    const seen = await (0,_doctor_js__WEBPACK_IMPORTED_MODULE_8__/* .examine */ .s)(machine);
    const examination = (0,_checks_trouble_js__WEBPACK_IMPORTED_MODULE_5__/* .works */ .N)(seen.machine)
        ? await (0,_suite_prepare_js__WEBPACK_IMPORTED_MODULE_26__/* .withPlace */ .q)(world, (0,_container_podman_js__WEBPACK_IMPORTED_MODULE_7__/* .createPodman */ .yS)(world, mode), place => (0,_doctor_js__WEBPACK_IMPORTED_MODULE_8__/* .tryOut */ .Y)(seen, (0,_doctor_trials_js__WEBPACK_IMPORTED_MODULE_9__/* .createTrials */ .q)(machine, place)))
        : seen;
    const table = (0,_report_examination_js__WEBPACK_IMPORTED_MODULE_22__/* .renderDoctor */ .YI)(examination);
    await log.group('What this runner has', show => {
        show(table);
        return Promise.resolve();
    });
    await summarize(table);
    const line = (0,_report_examination_js__WEBPACK_IMPORTED_MODULE_22__/* .verdictOf */ .Vj)(examination);
    if (examination.recordsWith.length === 0)
        _actions_core__WEBPACK_IMPORTED_MODULE_2__.setFailed((0,_log_js__WEBPACK_IMPORTED_MODULE_16__/* .oneLine */ .TN)(line));
    else
        log.info(line);
}
async function summarize(text) {
    if (!process.env['GITHUB_STEP_SUMMARY'])
        return;
    await _actions_core__WEBPACK_IMPORTED_MODULE_2__.summary
        .addRaw(text)
        .write()
        .catch((error) => {
        log.warning(`The summary could not be written: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_10__/* .messageOf */ .bD)(error)}`);
    });
}
/** Outputs, annotations and summary first; only then may the step fail. */
async function show(result, gitHub) {
    const published = await unlessCancelled((0,_publish_publish_js__WEBPACK_IMPORTED_MODULE_18__/* .publish */ .m)(result, gitHub), gitHub.signal, result.changed
        ? 'the new profile is in the workspace'
        : 'nothing was written');
    const { judgement, diff, replay, profile } = result.findings;
    const { publication, fails } = published;
    _actions_core__WEBPACK_IMPORTED_MODULE_2__.setOutput('verdict', judgement.verdict);
    _actions_core__WEBPACK_IMPORTED_MODULE_2__.setOutput('changed', result.changed);
    _actions_core__WEBPACK_IMPORTED_MODULE_2__.setOutput('added', diff.added);
    _actions_core__WEBPACK_IMPORTED_MODULE_2__.setOutput('removed', diff.removed);
    _actions_core__WEBPACK_IMPORTED_MODULE_2__.setOutput('recording-paths', result.recordingPaths);
    const isCommitted = publication?.kind === 'committed';
    _actions_core__WEBPACK_IMPORTED_MODULE_2__.setOutput('commit', isCommitted ? publication.sha : '');
    const file = (0,_publish_github_js__WEBPACK_IMPORTED_MODULE_17__/* .fileInRepository */ .QR)(gitHub, profile);
    await showReplay({ ...published, ...result, replay, profile, file });
    const word = judgement.denied.length > 0 ? 'denied' : judgement.verdict;
    const line = `${word}: ${(0,_report_report_js__WEBPACK_IMPORTED_MODULE_23__/* .headline */ .Pl)(result.findings)}`;
    if (replay.failure)
        failWith(replay.failure);
    else if (fails)
        _actions_core__WEBPACK_IMPORTED_MODULE_2__.setFailed((0,_log_js__WEBPACK_IMPORTED_MODULE_16__/* .oneLine */ .TN)(line));
    else
        log.info(line);
}
async function showVerified(verification, gitHub) {
    const { replay, headline, sections, profile } = verification;
    const told = await unlessCancelled((0,_publish_tell_js__WEBPACK_IMPORTED_MODULE_19__/* .tell */ .q)(gitHub, {
        ...{ sections, key: `${profile} (verify)`, refused: [] },
        isFinding: replay.failure !== undefined
    }), gitHub.signal);
    _actions_core__WEBPACK_IMPORTED_MODULE_2__.setOutput('changed', false);
    const file = (0,_publish_github_js__WEBPACK_IMPORTED_MODULE_17__/* .fileInRepository */ .QR)(gitHub, profile);
    await showReplay({ ...told, ...verification, file });
    if (replay.failure)
        failWith(replay.failure);
    else
        log.info(`verified: ${headline}`);
}
/** Waits for GitHub no longer than until the run is told to stop. */
async function unlessCancelled(work, signal, left) {
    const cancelled = new Promise((_, reject) => {
        const cancel = () => {
            const error = (0,_errors_js__WEBPACK_IMPORTED_MODULE_10__/* .abortError */ .vt)(signal);
            reject(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_10__/* .Cancelled */ .cJ ? new _errors_js__WEBPACK_IMPORTED_MODULE_10__/* .Cancelled */ .cJ(error.signal, left) : error);
        };
        if (signal.aborted)
            cancel();
        else
            signal.addEventListener('abort', cancel, { once: true });
    });
    return Promise.race([work, cancelled]);
}
/** What both modes show: outputs, annotations and summary. */
async function showReplay(shown) {
    const { replay, profile } = shown;
    _actions_core__WEBPACK_IMPORTED_MODULE_2__.setOutput('replay', replay.result);
    _actions_core__WEBPACK_IMPORTED_MODULE_2__.setOutput('denied', [...new Set(replay.denied.map(({ name }) => name))]);
    _actions_core__WEBPACK_IMPORTED_MODULE_2__.setOutput('profile-path', profile);
    _actions_core__WEBPACK_IMPORTED_MODULE_2__.setOutput('report-path', shown.reportPath);
    _actions_core__WEBPACK_IMPORTED_MODULE_2__.setOutput('comment-url', shown.commentUrl ?? '');
    _actions_core__WEBPACK_IMPORTED_MODULE_2__.setOutput('image', shown.image);
    for (const { level, place, message } of shown.annotations) {
        _actions_core__WEBPACK_IMPORTED_MODULE_2__[level](message, {
            title: 'seccomp',
            ...(place && { file: shown.file, startLine: place.line }),
            ...(place?.column !== undefined && { startColumn: place.column })
        });
    }
    await summarize(shown.summary);
}
async function post() {
    const container = _actions_core__WEBPACK_IMPORTED_MODULE_2__.getState(CONTAINER);
    if (!container)
        return;
    const mode = _actions_core__WEBPACK_IMPORTED_MODULE_2__.getState(PODMAN) === 'rootless' ? 'rootless' : 'root';
    const podman = (0,_container_podman_js__WEBPACK_IMPORTED_MODULE_7__/* .createPodman */ .yS)({ exec: _actions_exec__WEBPACK_IMPORTED_MODULE_3__/* .exec */ .m, environment: process.env, uid }, mode);
    const leftovers = { container, scratch: _actions_core__WEBPACK_IMPORTED_MODULE_2__.getState(SCRATCH) };
    if (await (0,_container_cleanup_js__WEBPACK_IMPORTED_MODULE_6__/* .cleanUp */ .n)(podman, leftovers)) {
        log.info('Removed what the killed step had left.');
    }
}
function failWith({ message, hint }) {
    _actions_core__WEBPACK_IMPORTED_MODULE_2__.setFailed(hint === undefined ? message : `${message}\n${hint}`);
}
function fail(error) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_10__/* .Cancelled */ .cJ) {
        _actions_core__WEBPACK_IMPORTED_MODULE_2__.setFailed(`${error.message}; ${error.left}`);
        process.exitCode = error.signal === 'SIGINT' ? 130 : 143;
    }
    else if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_10__/* .UserError */ .yo) {
        failWith(error);
    }
    else {
        _actions_core__WEBPACK_IMPORTED_MODULE_2__.setFailed(error instanceof Error ? error : String(error));
        _actions_core__WEBPACK_IMPORTED_MODULE_2__.info('This is a bug in seccomp-lock: please report it with this log.');
        if (error instanceof Error && error.stack) {
            for (const line of error.stack.split('\n'))
                _actions_core__WEBPACK_IMPORTED_MODULE_2__.info((0,_log_js__WEBPACK_IMPORTED_MODULE_16__/* .oneLine */ .TN)(line));
        }
    }
}
try {
    await (_actions_core__WEBPACK_IMPORTED_MODULE_2__.getState(IS_POST) ? post() : main());
}
catch (error) {
    fail(error);
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 8028:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Em: () => (/* binding */ readMode),
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   WJ: () => (/* binding */ readSetup),
/* harmony export */   sH: () => (/* binding */ readPodman)
/* harmony export */ });
/* unused harmony exports REMOVALS, REPLAYS, DENIALS, MODES, SETUPS, FAIL_ON */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _candidate_candidate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8821);
/* harmony import */ var _candidate_policy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5863);
/* harmony import */ var _container_outside_ready_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2524);
/* harmony import */ var _container_outside_test_script_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5823);
/* harmony import */ var _container_podman_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2166);
/* harmony import */ var _container_run_args_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3754);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3916);
/* harmony import */ var _recorders_choose_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5926);
/* harmony import */ var _recorders_recording_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1804);
/* harmony import */ var _text_shell_words_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(2781);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(8463);












const REMOVALS = ['apply', 'report'];
const REPLAYS = ['on', 'off'];
const DENIALS = ['report', 'ignore'];
const MODES = ['lock', 'verify', 'doctor'];
const SETUPS = ['check', 'install'];
const ERRNOS = Object.keys(_candidate_candidate_js__WEBPACK_IMPORTED_MODULE_1__/* .DEFAULT_ERRNOS */ .qH);
/**
 * Turns the texts of the workflow into Inputs.
 *
 * @param get the value of an input, '' where it is not set
 * @param workspace the repository's checkout, absolute
 * @throws UserError that names the input, what it got and what is allowed
 */
function readInputs(get, workspace) {
    const directory = inWorkspace('working-directory', node_path__WEBPACK_IMPORTED_MODULE_0___default().resolve(workspace, (0,_values_js__WEBPACK_IMPORTED_MODULE_11__/* .plainPath */ .s1)('working-directory', get) || '.'), workspace);
    const resolve = (name) => node_path__WEBPACK_IMPORTED_MODULE_0___default().resolve(directory, (0,_values_js__WEBPACK_IMPORTED_MODULE_11__/* .plainPath */ .s1)(name, get) || '.');
    if (get('profile') === '')
        throw (0,_values_js__WEBPACK_IMPORTED_MODULE_11__/* .empty */ .Ie)('profile');
    return {
        workspace,
        directory,
        source: imageSource(get, resolve),
        tests: readTests(get),
        runArgs: (0,_values_js__WEBPACK_IMPORTED_MODULE_11__/* .lines */ .Mn)(get('run-args')).map(_container_run_args_js__WEBPACK_IMPORTED_MODULE_6__/* .parseRunArg */ .fc),
        profile: inWorkspace('profile', resolve('profile'), workspace),
        recorder: (0,_values_js__WEBPACK_IMPORTED_MODULE_11__/* .oneOf */ .yL)('recorder', get, _recorders_choose_js__WEBPACK_IMPORTED_MODULE_8__/* .RECORDER_CHOICES */ .KW),
        recordUnder: (0,_values_js__WEBPACK_IMPORTED_MODULE_11__/* .oneOf */ .yL)('record-under', get, _recorders_recording_js__WEBPACK_IMPORTED_MODULE_9__/* .RECORD_UNDER */ .nv),
        runs: (0,_values_js__WEBPACK_IMPORTED_MODULE_11__/* .count */ .U9)('runs', get, { from: 1, to: 100 }),
        denials: (0,_values_js__WEBPACK_IMPORTED_MODULE_11__/* .oneOf */ .yL)('denials', get, DENIALS),
        portability: (0,_values_js__WEBPACK_IMPORTED_MODULE_11__/* .oneOf */ .yL)('portability', get, _candidate_candidate_js__WEBPACK_IMPORTED_MODULE_1__/* .PORTABILITIES */ .eQ),
        failOn: (0,_values_js__WEBPACK_IMPORTED_MODULE_11__/* .oneOf */ .yL)('fail-on', get, FAIL_ON),
        removals: (0,_values_js__WEBPACK_IMPORTED_MODULE_11__/* .oneOf */ .yL)('removals', get, REMOVALS),
        confirmRemovals: (0,_values_js__WEBPACK_IMPORTED_MODULE_11__/* .count */ .U9)('confirm-removals', get, { from: 0, to: 100 }),
        replay: (0,_values_js__WEBPACK_IMPORTED_MODULE_11__/* .oneOf */ .yL)('replay', get, REPLAYS),
        policy: (0,_candidate_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .parsePolicy */ .ON)({ deny: get('deny'), allow: get('allow') }),
        defaultErrno: get('default-errno')
            ? (0,_values_js__WEBPACK_IMPORTED_MODULE_11__/* .oneOf */ .yL)('default-errno', get, ERRNOS)
            : undefined,
        timeoutMs: (0,_values_js__WEBPACK_IMPORTED_MODULE_11__/* .minutes */ .Gx)('timeout-minutes', get),
        setup: readSetup(get),
        podman: readPodman(get)
    };
}
/**
 * What the run is to do; the other inputs do not matter for `doctor`.
 *
 * @throws UserError
 */
function readMode(get) {
    return (0,_values_js__WEBPACK_IMPORTED_MODULE_11__/* .oneOf */ .yL)('mode', get, MODES);
}
/** What is installed before anything else. */
function readSetup(get) {
    return (0,_values_js__WEBPACK_IMPORTED_MODULE_11__/* .oneOf */ .yL)('setup', get, SETUPS);
}
/**
 * As whom podman runs.
 *
 * @throws UserError
 */
function readPodman(get) {
    return (0,_values_js__WEBPACK_IMPORTED_MODULE_11__/* .oneOf */ .yL)('podman', get, _container_podman_js__WEBPACK_IMPORTED_MODULE_5__/* .PODMAN_MODES */ .Jj);
}
function readTests(get) {
    if (get('test-script').trim() === '') {
        if (get('ready').trim() !== '') {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_7__/* .UserError */ .yo('input ready: there is no `test-script` to wait for', {
                hint: 'Set `test-script`, or leave `ready` out: `command` runs the tests in the container.'
            });
        }
        return { kind: 'inside', command: parseCommand(get('command')) };
    }
    return {
        kind: 'outside',
        command: get('command').trim() === '' ? [] : parseCommand(get('command')),
        script: (0,_container_outside_test_script_js__WEBPACK_IMPORTED_MODULE_4__/* .parseTestScript */ .$A)(get('test-script')),
        ready: (0,_container_outside_ready_js__WEBPACK_IMPORTED_MODULE_3__/* .parseReady */ .l5)(get('ready')),
        readyTimeoutMs: (0,_values_js__WEBPACK_IMPORTED_MODULE_11__/* .seconds */ .YA)('ready-timeout', get),
        stopTimeoutMs: (0,_values_js__WEBPACK_IMPORTED_MODULE_11__/* .seconds */ .YA)('stop-timeout', get)
    };
}
function inWorkspace(name, file, workspace) {
    const relative = node_path__WEBPACK_IMPORTED_MODULE_0___default().relative(workspace, file);
    if (relative === '..' || relative.startsWith(`..${(node_path__WEBPACK_IMPORTED_MODULE_0___default().sep)}`)) {
        throw (0,_values_js__WEBPACK_IMPORTED_MODULE_11__/* .invalid */ .Gq)(name, file, `a path inside the workspace ${workspace}`);
    }
    return file;
}
function imageSource(get, resolve) {
    const reference = get('image');
    if (reference === '') {
        const target = get('target');
        if (target !== '' && !/^[A-Za-z0-9][\w.-]*$/.test(target)) {
            throw (0,_values_js__WEBPACK_IMPORTED_MODULE_11__/* .invalid */ .Gq)('target', target, 'the name of a build stage');
        }
        return {
            kind: 'build',
            context: resolve('context'),
            containerfile: get('containerfile')
                ? resolve('containerfile')
                : undefined,
            buildArgs: (0,_values_js__WEBPACK_IMPORTED_MODULE_11__/* .lines */ .Mn)(get('build-args')).map(parseBuildArg),
            target: target || undefined
        };
    }
    // Characters of image names, tags, digests and transports
    // (containers-transports(5)); never a leading dash, which would be an option.
    if (!/^[A-Za-z0-9/][\w./:@+-]*$/.test(reference)) {
        throw (0,_values_js__WEBPACK_IMPORTED_MODULE_11__/* .invalid */ .Gq)('image', reference, 'the name of an image');
    }
    return { kind: 'image', reference };
}
function parseBuildArg(line) {
    if (!/^[A-Za-z_]\w*=/.test(line)) {
        throw (0,_values_js__WEBPACK_IMPORTED_MODULE_11__/* .invalid */ .Gq)('build-args', line, '`NAME=value`, one a line');
    }
    return line;
}
/**
 * Shell words for one line; nothing in them is expanded. Several lines are a
 * script for the container's own `sh -e`.
 */
function parseCommand(value) {
    if (value.includes('\0')) {
        throw (0,_values_js__WEBPACK_IMPORTED_MODULE_11__/* .invalid */ .Gq)('command', value, 'a command without NUL characters');
    }
    const script = value.trim();
    if (script === '')
        throw (0,_values_js__WEBPACK_IMPORTED_MODULE_11__/* .empty */ .Ie)('command');
    if (script.includes('\n'))
        return ['sh', '-e', '-c', script];
    return (0,_text_shell_words_js__WEBPACK_IMPORTED_MODULE_10__/* .parseShellWords */ .$)('command', script, "write the command on several lines (they are run by `sh -e`), or as sh -c '...'");
}
/** When a run fails, by default at `added`. */
const FAIL_ON = ['added', 'changed', 'dangerous', 'never'];


/***/ }),

/***/ 6292:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ER: () => (/* binding */ readPublishing),
/* harmony export */   tu: () => (/* binding */ MAX_KEY)
/* harmony export */ });
/* unused harmony exports COMMITS, COMMITS_VIA, COMMENTS, ALLOW_FORKS */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8463);


const COMMITS = ['on-push', 'never'];
const COMMITS_VIA = ['api', 'git'];
const COMMENTS = ['on-change', 'always', 'never'];
const ALLOW_FORKS = ['false', 'true'];
/**
 * Reads the inputs that are about GitHub.
 *
 * @throws UserError
 */
function readPublishing(get) {
    return {
        commit: (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)('commit', get, COMMITS),
        commitVia: (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)('commit-via', get, COMMITS_VIA),
        commitMessage: get('commit-message').replace(/\r\n?/g, '\n').trim(),
        comment: (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)('comment', get, COMMENTS),
        commentKey: readKey(get),
        allowForks: (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)('allow-forks', get, ALLOW_FORKS) === 'true',
        token: readToken(get)
    };
}
/** It is not quoted: what was meant for something else can be a secret, too. */
function readToken(get) {
    const token = get('github-token');
    if (/^[\x21-\x7e]*$/.test(token))
        return token;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('input github-token: is no token: it has spaces, line ends or characters that no token has', {
        hint: 'Set `github-token` to a token, or leave it out for that of the job.'
    });
}
function readKey(get) {
    const key = get('comment-key');
    if (key.length <= MAX_KEY)
        return key;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`input comment-key: longer than ${MAX_KEY} characters: it has ${key.length}`, { hint: 'Choose a shorter `comment-key`.' });
}
/** Of a key's UTF-16 units; a comment has room for more than its marker. */
const MAX_KEY = 200;


/***/ }),

/***/ 8463:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gq: () => (/* binding */ invalid),
/* harmony export */   Gx: () => (/* binding */ minutes),
/* harmony export */   Ie: () => (/* binding */ empty),
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   YA: () => (/* binding */ seconds),
/* harmony export */   s1: () => (/* binding */ plainPath),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);

/** What an input got, and what is allowed. */
function invalid(name, got, allowed) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`input ${name}: ${JSON.stringify(got)} is not ${allowed}`, { hint: `Set \`${name}\` in the workflow step to ${allowed}.` });
}
/** An input that has to be set. */
function empty(name) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`input ${name}: is required, and empty`, {
        hint: `Set \`${name}\` in the workflow step.`
    });
}
/**
 * One of a few words.
 *
 * @throws UserError
 */
function oneOf(name, get, allowed) {
    const got = get(name);
    const value = allowed.find(a => a === got);
    if (value === undefined) {
        const choice = allowed.length === 1
            ? `\`${allowed.join('')}\``
            : `one of ${allowed.map(a => `\`${a}\``).join(', ')}`;
        throw invalid(name, got, choice);
    }
    return value;
}
/**
 * A whole number.
 *
 * @throws UserError
 */
function count(name, get, { from, to }) {
    const got = get(name);
    const value = /^\d+$/.test(got) ? Number(got) : NaN;
    if (!(value >= from && value <= to)) {
        throw invalid(name, got, `a whole number from ${from} to ${to}`);
    }
    return value;
}
/**
 * A time of up to an hour.
 *
 * @returns milliseconds
 * @throws UserError
 */
function seconds(name, get) {
    const got = get(name);
    const value = /^\d+(\.\d+)?$/.test(got) ? Number(got) : NaN;
    if (!(value > 0 && value <= 3600)) {
        throw invalid(name, got, 'a number of seconds above 0 and up to 3600');
    }
    return value * 1000;
}
/**
 * A time of up to a day.
 *
 * @returns milliseconds
 * @throws UserError
 */
function minutes(name, get) {
    const got = get(name);
    const value = /^\d+(\.\d+)?$/.test(got) ? Number(got) : NaN;
    if (!(value > 0 && value <= 24 * 60)) {
        throw invalid(name, got, 'a number of minutes above 0 and up to 1440');
    }
    return value * 60_000;
}
/**
 * A path's text; control characters in it have never been meant.
 *
 * @throws UserError
 */
function plainPath(name, get) {
    const got = get(name);
    // eslint-disable-next-line no-control-regex
    if (/[\x00-\x1f\x7f]/.test(got)) {
        throw invalid(name, got, 'a path without control characters');
    }
    return got;
}
/** The lines of an input, without the empty ones and the space around. */
function lines(value) {
    return value
        .split(/\r?\n/)
        .map(line => line.trim())
        .filter(line => line !== '');
}


/***/ }),

/***/ 5625:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   hM: () => (/* binding */ createLog),
/* harmony export */   kc: () => (/* binding */ displayCommand)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

/** A log on top of @actions/core and the standard output. */
function createLog(core, write) {
    return {
        info: message => {
            core.info(oneLine(message));
        },
        warning: message => {
            core.warning(message);
        },
        async group(name, work) {
            // "Stopping and starting workflow commands" in GitHub's documentation:
            // nobody who does not know the token can end the stop.
            const token = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)();
            let lastByte = NEWLINE;
            core.startGroup(oneLine(name));
            write(`::stop-commands::${token}\n`);
            try {
                return await work(chunk => {
                    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
                    lastByte = bytes.at(-1) ?? lastByte;
                    write(bytes);
                });
            }
            finally {
                if (lastByte !== NEWLINE)
                    write('\n');
                write(`::${token}::\n`);
                core.endGroup();
            }
        }
    };
}
const NEWLINE = '\n'.charCodeAt(0);
/**
 * Text with no way to start a line of its own or a runner command: control
 * characters are written as escapes, and the runner's two marks are broken.
 */
function oneLine(text) {
    return text
        .replace(/[\p{Cc}\u2028\u2029]/gu, c => {
        return `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`;
    })
        .replace(/^(\s*):(?=:)/, '$1\\x3a')
        .replaceAll('##[', '##\\x5b');
}
/** An argument vector as one line that a person can read and a shell can run. */
function displayCommand(argv) {
    return argv.map(quote).join(' ');
}
function quote(argument) {
    if (/^[\w@%+=:,./-]+$/.test(argument))
        return argument;
    return `'${argument.replaceAll("'", `'\\''`)}'`;
}


/***/ }),

/***/ 7380:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ru: () => (/* binding */ allowedNames),
  Uj: () => (/* binding */ diffProfiles),
  $7: () => (/* binding */ isEmptyDiff)
});

// EXTERNAL MODULE: ./src/syscalls/multiplexed.ts
var multiplexed = __webpack_require__(2639);
// EXTERNAL MODULE: ./src/syscalls/numbers.ts + 1 modules
var numbers = __webpack_require__(3952);
// EXTERNAL MODULE: ./src/profile/errno.ts
var errno = __webpack_require__(549);
// EXTERNAL MODULE: ./src/profile/filter/load.ts + 1 modules
var load = __webpack_require__(5881);
// EXTERNAL MODULE: ./src/profile/filter/machines.ts
var filter_machines = __webpack_require__(5324);
// EXTERNAL MODULE: ./src/profile/filter/comparisons.ts
var comparisons = __webpack_require__(518);
;// CONCATENATED MODULE: ./src/profile/filter/meaning.ts

/** The rules about a call are too many and too tangled to be compared. */
class TooComplex extends Error {
}
/** For one call; more would take a second, and much memory. */
const MOST_STEPS = 100_000;
/** For all calls of a comparison, so that a hostile profile ends, too. */
const newSteps = () => ({ left: 1_000_000 });
/** Makes meanings that can be compared with one another. */
class Meanings {
    leaves = new Map();
    questions = new Map();
    choices = new Map();
    ids = 0;
    steps;
    constructor(steps = newSteps()) {
        this.steps = steps;
    }
    /** The same return value whatever the arguments. */
    always(returns) {
        return this.leaf(returns);
    }
    /**
     * What libseccomp's tree returns, and `byDefault` where no rule holds.
     *
     * @throws TooComplex
     */
    ofTree(root, byDefault) {
        return this.level(root, this.leaf(byDefault), new Map());
    }
    level(root, after, known, names = new Map()) {
        // A branch can hang in several places.
        const name = names.get(root) ?? names.size;
        names.set(root, name);
        const key = `${name} ${after.id}`;
        const before = known.get(key);
        if (before !== undefined)
            return before;
        let meaning = after;
        for (const node of (0,comparisons/* levelOf */.In)(root).toReversed()) {
            const { onTrue, onFalse, ifTrue, ifFalse } = node;
            const rest = meaning;
            const lead = (next, action) => {
                if (next !== undefined)
                    return this.level(next, rest, known, names);
                return action === undefined ? rest : this.leaf(action);
            };
            meaning = this.choose(this.condition(node), lead(ifTrue, onTrue), lead(ifFalse, onFalse));
        }
        known.set(key, meaning);
        return meaning;
    }
    /** True for the arguments for which the comparison holds. */
    condition({ half, test, mask, datum }) {
        const [yes, no] = [this.leaf(true), this.leaf(false)];
        let meaning = test === 'greater' ? no : yes;
        const first = (half >> 1) * 64 + (half % 2 === 1 ? 0 : 32);
        for (let power = 0; power < 32; power++) {
            if (((mask >>> power) & 1) === 0)
                continue;
            const isSet = ((datum >>> power) & 1) === 1;
            const bit = first + 31 - power;
            if (test === 'equal' || test === 'masked') {
                meaning = this.ask(bit, isSet ? no : meaning, isSet ? meaning : no);
            }
            else {
                meaning = this.ask(bit, isSet ? no : meaning, isSet ? meaning : yes);
            }
        }
        return meaning;
    }
    leaf(returns) {
        const known = this.leaves.get(returns);
        if (known !== undefined)
            return known;
        const leaf = { id: this.ids++, returns };
        this.leaves.set(returns, leaf);
        return leaf;
    }
    ask(bit, no, yes) {
        if (no === yes)
            return no;
        const key = `${bit} ${no.id} ${yes.id}`;
        const known = this.questions.get(key);
        if (known !== undefined)
            return known;
        const question = { id: this.ids++, bit, no, yes };
        this.questions.set(key, question);
        return question;
    }
    /** `yes` where `condition` is true, `no` elsewhere. */
    choose(condition, yes, no) {
        if ('returns' in condition)
            return condition.returns === true ? yes : no;
        if (yes === no)
            return yes;
        const key = `${condition.id} ${yes.id} ${no.id}`;
        const known = this.choices.get(key);
        if (known !== undefined)
            return known;
        const isTooMuch = this.choices.size >= MOST_STEPS || this.steps.left <= 0;
        if (isTooMuch)
            throw new TooComplex();
        this.steps.left--;
        const bit = Math.min(bitOf(condition), bitOf(yes), bitOf(no));
        const meaning = this.ask(bit, this.choose(side(condition, bit, 'no'), side(yes, bit, 'no'), side(no, bit, 'no')), this.choose(side(condition, bit, 'yes'), side(yes, bit, 'yes'), side(no, bit, 'yes')));
        this.choices.set(key, meaning);
        return meaning;
    }
}
function bitOf(meaning) {
    return 'returns' in meaning ? Infinity : meaning.bit;
}
function side(meaning, bit, answer) {
    return !('returns' in meaning) && meaning.bit === bit
        ? meaning[answer]
        : meaning;
}
/** All pairs of return values that some arguments get, each once. */
function pairsOf(before, after) {
    const pairs = new Map();
    const seen = new Set();
    const visit = (a, b) => {
        const key = `${a.id} ${b.id}`;
        if (seen.has(key))
            return;
        seen.add(key);
        if ('returns' in a && 'returns' in b) {
            pairs.set(key, [Number(a.returns), Number(b.returns)]);
            return;
        }
        const bit = Math.min(bitOf(a), bitOf(b));
        visit(side(a, bit, 'no'), side(b, bit, 'no'));
        visit(side(a, bit, 'yes'), side(b, bit, 'yes'));
    };
    visit(before, after);
    return [...pairs.values()];
}
/** The return values that some arguments get, each once. */
function returnsOf(meaning) {
    return pairsOf(meaning, meaning).map(([returns]) => returns);
}

// EXTERNAL MODULE: ./src/profile/filter/returns.ts
var filter_returns = __webpack_require__(6507);
// EXTERNAL MODULE: ./src/profile/filter/walk.ts
var walk = __webpack_require__(4891);
// EXTERNAL MODULE: ./src/profile/normalize.ts
var normalize = __webpack_require__(7474);
// EXTERNAL MODULE: ./src/profile/resolve.ts
var resolve = __webpack_require__(6509);
// EXTERNAL MODULE: ./src/profile/treatment.ts
var treatment = __webpack_require__(6389);
;// CONCATENATED MODULE: ./src/profile/diff.ts











/** Whether both profiles mean the same. */
function isEmptyDiff(diff) {
    return (diff.added.length +
        diff.removed.length +
        diff.changed.length +
        diff.settings.length ===
        0);
}
/**
 * Compares two profiles by what they do to each call with any arguments, on
 * every architecture that they make a filter for. Without a `before`,
 * everything that `after` allows is new.
 *
 * @param machines where they are compared; if not given, wherever they could
 *   differ
 * @throws RefusedProfile where no runtime can load one of them
 */
function diffProfiles(before, after, machines = (0,filter_machines/* machinesOf */.q)(before ? [before, after] : [after])) {
    const calls = new Map();
    const steps = newSteps();
    for (const machine of machines) {
        const was = before && (0,load/* loadProfile */.iH)(before, machine);
        const is = (0,load/* loadProfile */.iH)(after, machine);
        for (const change of compare(was, is, steps)) {
            const changes = calls.get(change.name) ?? [];
            calls.set(change.name, changes);
            changes.push(change);
        }
    }
    const names = { added: [], removed: [], changed: [] };
    const ways = new Map();
    for (const name of (0,normalize/* sortedUnique */.Z$)([...calls.keys()])) {
        const changes = calls.get(name) ?? [];
        if (isEcho(name, before, after))
            continue;
        const kind = kindOf(changes);
        if (kind === 'same')
            continue;
        names[kind].push(name);
        const way = wayOf(changes);
        if (way !== undefined)
            ways.set(name, way);
    }
    const settings = before ? diffSettings(before, after, machines) : [];
    return { ...names, ways, settings };
}
/**
 * Whether a call is socketcall(2) or ipc(2) and neither profile names it: what
 * is done to it then follows from the calls that are made through it.
 */
function isEcho(name, ...profiles) {
    return (multiplexed/* MULTIPLEXERS */.n.includes(name) &&
        !profiles.some(profile => profile?.syscalls.some(rule => rule.names.includes(name))));
}
/** The names that some rule allows, with or without conditions. */
function allowedNames(rules) {
    return new Set(rules.filter(treatment/* lets */.Nx).flatMap(rule => rule.names));
}
/** The calls that either profile has rules about, changed or not. */
function compare(was, is, steps) {
    return is.architectures
        .filter(a => was === undefined || was.architectures.includes(a))
        .flatMap(architecture => compareOn(architecture, was, is, steps));
}
function compareOn(architecture, was, is, steps) {
    const names = (0,numbers/* syscallsByNumber */.$o)(architecture);
    const oldRules = was?.rules.get(architecture);
    const newRules = is.rules.get(architecture);
    const isTurned = was !== undefined && (0,filter_returns/* letsThrough */.AT)(was.default) !== (0,filter_returns/* letsThrough */.AT)(is.default);
    const calls = new Set([
        ...(oldRules?.keys() ?? []),
        ...(newRules?.keys() ?? []),
        ...(isTurned ? names.keys() : [])
    ]);
    return [...calls].map(call => {
        const name = typeof call === 'string' ? call : (names.get(call) ?? '');
        const [old, now] = [oldRules?.get(call), newRules?.get(call)];
        const isUntouched = was?.default === is.default && old?.text === now?.text;
        if (isUntouched && now !== undefined) {
            return { name, architecture, ...untouched(now, is.default) };
        }
        const meanings = new Meanings(steps);
        const meaning = (rules = {}, byDefault) => rules.tree === undefined
            ? meanings.always(rules.action ?? byDefault)
            : meanings.ofTree(rules.tree, byDefault);
        try {
            const before = was && meaning(old, was.default);
            return { name, architecture, ...judge(before, meaning(now, is.default)) };
        }
        catch (error) {
            if (!(error instanceof TooComplex))
                throw error;
            return { name, architecture, ...TOO_COMPLEX };
        }
    });
}
/** What is said of the same rules, without looking at their arguments. */
function untouched({ action, tree }, byDefault) {
    const returns = tree ? [...(0,walk/* returnsIn */.T)(tree), byDefault] : [action ?? byDefault];
    const isAllowed = returns.some(filter_returns/* letsThrough */.AT);
    return { kind: 'same', isAllowed, way: '', isPlain: true };
}
/** Nobody can tell, so that somebody must look. */
const TOO_COMPLEX = {
    kind: 'added',
    isAllowed: true,
    way: 'nobody can tell how: its rules are too tangled to be compared',
    isPlain: false
};
function judge(before, after) {
    const isAllowed = returnsOf(after).some(filter_returns/* letsThrough */.AT);
    if (before === undefined) {
        const kind = isAllowed ? 'added' : 'same';
        return { kind, isAllowed, way: '', isPlain: true };
    }
    const isPlain = 'returns' in before && 'returns' in after;
    if (before === after)
        return { kind: 'same', isAllowed, way: '', isPlain };
    const [was, is] = [describe(before), describe(after)];
    const told = {
        isAllowed,
        way: was === is ? `other arguments than before are ${is}` : `${was} -> ${is}`,
        isPlain
    };
    const pairs = pairsOf(before, after);
    const isWidened = pairs.some(([a, b]) => !(0,filter_returns/* letsThrough */.AT)(a) && (0,filter_returns/* letsThrough */.AT)(b));
    const wasAllowed = pairs.some(([a]) => (0,filter_returns/* letsThrough */.AT)(a));
    const isGone = wasAllowed && !isAllowed;
    return {
        kind: isWidened ? 'added' : isGone ? 'removed' : 'changed',
        ...told
    };
}
function describe(meaning) {
    const all = returnsOf(meaning).map(filter_returns/* describeReturn */._b);
    return all.length === 1
        ? all.join('')
        : `${(0,normalize/* sortedUnique */.Z$)(all).join(' or ')}, by its arguments`;
}
function kindOf(changes) {
    const kinds = new Set(changes.map(({ kind }) => kind));
    if (kinds.has('added'))
        return 'added';
    if (kinds.has('changed'))
        return 'changed';
    if (!kinds.has('removed'))
        return 'same';
    return changes.some(({ isAllowed }) => isAllowed) ? 'changed' : 'removed';
}
/** What was and is, if the kind alone does not tell it. */
function wayOf(changes) {
    const ways = new Map();
    for (const { kind, architecture, way } of changes) {
        if (kind === 'same')
            continue;
        ways.set(way, (ways.get(way) ?? new Set()).add(architecture));
    }
    const all = new Set(changes.map(({ architecture }) => architecture));
    const isPlain = changes.every(change => change.isPlain && change.kind !== 'changed');
    if (isPlain)
        return undefined;
    return [...ways]
        .map(([way, on]) => on.size === all.size ? way : `${[...on].sort().join(', ')}: ${way}`)
        .join('; ');
}
function diffSettings(before, after, machines) {
    const bothRefuse = [before, after].every(({ defaultAction }) => defaultAction === 'SCMP_ACT_ERRNO');
    const settings = [
        ['default action', p => p.defaultAction],
        ['default errno', p => (bothRefuse ? errnoOfDefault(p) : '')],
        ...machines.map((machine) => [
            `architectures on ${resolve/* ENGINE_NAMES */.G[machine.architecture] ?? machine.architecture}`,
            p => (0,normalize/* sortedUnique */.Z$)((0,load/* architecturesOn */._H)(p, machine)).join(' ')
        ]),
        ['flags', p => (0,normalize/* sortedUnique */.Z$)(p.flags ?? []).join(' ')],
        ['listener path', p => p.listenerPath ?? ''],
        ['listener metadata', p => p.listenerMetadata ?? '']
    ];
    const texts = settings
        .map(([what, of]) => [what, String(of(before)), String(of(after))])
        .filter(([, was, is]) => was !== is)
        .map(([what, was, is]) => `${what}: ${was || 'none'} -> ${is || 'none'}`);
    return [...new Set(texts)];
}
/** An errno that is not given is EPERM. */
function errnoOfDefault({ defaultErrno, defaultErrnoRet }) {
    return (0,errno/* errnoOf */.U)(defaultErrno, defaultErrnoRet) ?? 1;
}


/***/ }),

/***/ 549:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ errnoOf)
/* harmony export */ });
/**
 * Linux's error numbers by name, as podman's `errno` and `defaultErrno` name
 * them. The numbers are those of asm-generic/errno.h, which x86, arm, riscv,
 * ppc64le and s390x share (ppc64le but for EDEADLOCK).
 */
const ERRNOS = {
    EPERM: 1,
    ENOENT: 2,
    ESRCH: 3,
    EINTR: 4,
    EIO: 5,
    ENXIO: 6,
    E2BIG: 7,
    ENOEXEC: 8,
    EBADF: 9,
    ECHILD: 10,
    EAGAIN: 11,
    EWOULDBLOCK: 11,
    ENOMEM: 12,
    EACCES: 13,
    EFAULT: 14,
    ENOTBLK: 15,
    EBUSY: 16,
    EEXIST: 17,
    EXDEV: 18,
    ENODEV: 19,
    ENOTDIR: 20,
    EISDIR: 21,
    EINVAL: 22,
    ENFILE: 23,
    EMFILE: 24,
    ENOTTY: 25,
    ETXTBSY: 26,
    EFBIG: 27,
    ENOSPC: 28,
    ESPIPE: 29,
    EROFS: 30,
    EMLINK: 31,
    EPIPE: 32,
    EDOM: 33,
    ERANGE: 34,
    EDEADLK: 35,
    EDEADLOCK: 35,
    ENAMETOOLONG: 36,
    ENOLCK: 37,
    ENOSYS: 38,
    ENOTEMPTY: 39,
    ELOOP: 40,
    ENOMSG: 42,
    EIDRM: 43,
    ECHRNG: 44,
    EL2NSYNC: 45,
    EL3HLT: 46,
    EL3RST: 47,
    ELNRNG: 48,
    EUNATCH: 49,
    ENOCSI: 50,
    EL2HLT: 51,
    EBADE: 52,
    EBADR: 53,
    EXFULL: 54,
    ENOANO: 55,
    EBADRQC: 56,
    EBADSLT: 57,
    EBFONT: 59,
    ENOSTR: 60,
    ENODATA: 61,
    ETIME: 62,
    ENOSR: 63,
    ENONET: 64,
    ENOPKG: 65,
    EREMOTE: 66,
    ENOLINK: 67,
    EADV: 68,
    ESRMNT: 69,
    ECOMM: 70,
    EPROTO: 71,
    EMULTIHOP: 72,
    EDOTDOT: 73,
    EBADMSG: 74,
    EOVERFLOW: 75,
    ENOTUNIQ: 76,
    EBADFD: 77,
    EREMCHG: 78,
    ELIBACC: 79,
    ELIBBAD: 80,
    ELIBSCN: 81,
    ELIBMAX: 82,
    ELIBEXEC: 83,
    EILSEQ: 84,
    ERESTART: 85,
    ESTRPIPE: 86,
    EUSERS: 87,
    ENOTSOCK: 88,
    EDESTADDRREQ: 89,
    EMSGSIZE: 90,
    EPROTOTYPE: 91,
    ENOPROTOOPT: 92,
    EPROTONOSUPPORT: 93,
    ESOCKTNOSUPPORT: 94,
    ENOTSUP: 95,
    EOPNOTSUPP: 95,
    EPFNOSUPPORT: 96,
    EAFNOSUPPORT: 97,
    EADDRINUSE: 98,
    EADDRNOTAVAIL: 99,
    ENETDOWN: 100,
    ENETUNREACH: 101,
    ENETRESET: 102,
    ECONNABORTED: 103,
    ECONNRESET: 104,
    ENOBUFS: 105,
    EISCONN: 106,
    ENOTCONN: 107,
    ESHUTDOWN: 108,
    ETOOMANYREFS: 109,
    ETIMEDOUT: 110,
    ECONNREFUSED: 111,
    EHOSTDOWN: 112,
    EHOSTUNREACH: 113,
    EALREADY: 114,
    EINPROGRESS: 115,
    ESTALE: 116,
    EUCLEAN: 117,
    ENOTNAM: 118,
    ENAVAIL: 119,
    EISNAM: 120,
    EREMOTEIO: 121,
    EDQUOT: 122,
    ENOMEDIUM: 123,
    EMEDIUMTYPE: 124,
    ECANCELED: 125,
    ENOKEY: 126,
    EKEYEXPIRED: 127,
    EKEYREVOKED: 128,
    EKEYREJECTED: 129,
    EOWNERDEAD: 130,
    ENOTRECOVERABLE: 131,
    ERFKILL: 132
};
/**
 * The number that an errno by name and one by number give together: podman
 * lets the name win, which may be a number in digits, too (containers/common
 * pkg/seccomp, `getErrno`). moby does not know errnos by name.
 *
 * @returns undefined where neither is given; the name where it is unknown,
 *   at which podman refuses the profile
 */
function errnoOf(name, number) {
    if (name === undefined)
        return number;
    if (/^\d+$/.test(name) && Number(name) < 2 ** 32)
        return Number(name);
    return Object.hasOwn(ERRNOS, name) ? ERRNOS[name] : name;
}


/***/ }),

/***/ 518:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ft: () => (/* binding */ isSame),
/* harmony export */   GH: () => (/* binding */ startOf),
/* harmony export */   In: () => (/* binding */ levelOf),
/* harmony export */   Wo: () => (/* binding */ LONGEST_LEVEL),
/* harmony export */   cy: () => (/* binding */ chain),
/* harmony export */   uo: () => (/* binding */ isLess),
/* harmony export */   uq: () => (/* binding */ checkLevels),
/* harmony export */   xe: () => (/* binding */ isLeaf),
/* harmony export */   yX: () => (/* binding */ RefusedRules)
/* harmony export */ });
/** libseccomp does not take these rules together. */
class RefusedRules extends Error {
    why;
    constructor(why) {
        super(why);
        this.why = why;
    }
}
/** The comparisons of one rule, linked so that a match leads to its action. */
function chain(args, action, bits) {
    const compare = bits === 64 ? compare64 : compare32;
    let first;
    let exits = [];
    for (const arg of args.toSorted((a, b) => a.index - b.index)) {
        if (isNoCondition(arg, bits))
            continue;
        const condition = compare(arg);
        for (const [node, holds] of exits) {
            node[holds ? 'ifTrue' : 'ifFalse'] = condition.first;
        }
        first ??= condition.first;
        exits = condition.exits;
    }
    for (const [node, holds] of exits) {
        node[holds ? 'onTrue' : 'onFalse'] = action;
    }
    return first;
}
/** A mask without bits leaves nothing to compare, whatever the value. */
function isNoCondition({ op, value }, bits) {
    return op === 'SCMP_CMP_MASKED_EQ' && BigInt.asUintN(bits, value) === 0n;
}
/** What is compared: all bits with the value, or some with the second one. */
function operands({ op, value, valueTwo }) {
    return op === 'SCMP_CMP_MASKED_EQ'
        ? { mask: value, whole: valueTwo }
        : { mask: 2n ** 64n - 1n, whole: value };
}
const low = (value) => Number(BigInt.asUintN(32, value));
const high = (value) => low(value >> 32n);
function comparison(arg, word, test) {
    const { mask, whole } = operands(arg);
    const part = word === 'high' ? high : low;
    return {
        half: arg.index * 2 + (word === 'high' ? 1 : 0),
        test,
        mask: part(mask),
        datum: part(whole & mask),
        written: arg.op,
        whole
    };
}
/** The test that tells an operator from its contrary, and which of them. */
const TESTS = {
    SCMP_CMP_EQ: ['equal', true],
    SCMP_CMP_NE: ['equal', false],
    SCMP_CMP_MASKED_EQ: ['masked', true],
    SCMP_CMP_GT: ['greater', true],
    SCMP_CMP_LE: ['greater', false],
    SCMP_CMP_GE: ['at least', true],
    SCMP_CMP_LT: ['at least', false]
};
function compare32(arg) {
    const [test, holds] = TESTS[arg.op];
    const first = comparison(arg, 'low', test);
    return { first, exits: [[first, holds]] };
}
function compare64(arg) {
    const [test, holds] = TESTS[arg.op];
    const lower = comparison(arg, 'low', test);
    if (test === 'equal' || test === 'masked') {
        const upper = comparison(arg, 'high', test);
        upper.ifTrue = lower;
        const exits = [[lower, holds]];
        return { first: upper, exits: holds ? exits : [[upper, false], ...exits] };
    }
    const greater = comparison(arg, 'high', 'greater');
    const equal = comparison(arg, 'high', 'equal');
    greater.ifFalse = equal;
    equal.ifTrue = lower;
    return {
        first: greater,
        exits: [
            [holds ? greater : equal, holds],
            [lower, holds]
        ]
    };
}
function isLeaf(node) {
    return node.ifTrue === undefined && node.ifFalse === undefined;
}
function isSame(a, b) {
    return (a.half === b.half &&
        a.test === b.test &&
        a.datum === b.datum &&
        a.mask === b.mask);
}
/** The order of a level, the greatest first (`_db_chain_lt`). */
function isLess(a, b) {
    if (a.half !== b.half)
        return a.half < b.half;
    const [rankA, rankB] = [RANKS[a.written], RANKS[b.written]];
    if (rankA !== rankB)
        return rankA < rankB;
    return a.written === 'SCMP_CMP_LE' || a.written === 'SCMP_CMP_LT'
        ? a.datum > b.datum
        : a.datum < b.datum;
}
const RANKS = {
    SCMP_CMP_EQ: 3,
    SCMP_CMP_NE: 3,
    SCMP_CMP_MASKED_EQ: 3,
    SCMP_CMP_LE: 2,
    SCMP_CMP_LT: 2,
    SCMP_CMP_GE: 1,
    SCMP_CMP_GT: 1
};
/**
 * The comparisons of the level that a node stands in, in their order.
 *
 * @throws RefusedRules where the links of the level run in a circle.
 *   libseccomp lets that happen where one branch hangs under two comparisons
 *   and gets the same neighbour before it from each of them, and then loops
 *   for ever (seen with 2.5.4).
 */
function levelOf(node) {
    const level = [];
    for (let at = startOf(node); at; at = at.next) {
        if (level.length > LONGEST_LEVEL)
            throw new RefusedRules('endless');
        level.push(at);
    }
    return level;
}
/** The first comparison of a level. @throws as `levelOf` */
function startOf(node) {
    let start = node;
    for (let steps = 0; start.previous !== undefined; steps++) {
        if (steps > LONGEST_LEVEL)
            throw new RefusedRules('endless');
        start = start.previous;
    }
    return start;
}
/** No profile has more rules about one call; its links run in a circle. */
const LONGEST_LEVEL = 100_000;
/**
 * Runs through all levels once, so that one without an end comes to light.
 *
 * @throws RefusedRules
 */
function checkLevels(root, seen = new Set()) {
    for (const node of levelOf(root)) {
        if (seen.has(node))
            return;
        seen.add(node);
        if (node.ifTrue)
            checkLevels(node.ifTrue, seen);
        if (node.ifFalse)
            checkLevels(node.ifFalse, seen);
    }
}


/***/ }),

/***/ 5881:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S8: () => (/* binding */ RefusedProfile),
  _H: () => (/* binding */ architecturesOn),
  iH: () => (/* binding */ loadProfile),
  qV: () => (/* binding */ loads)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/syscalls/multiplexed.ts
var multiplexed = __webpack_require__(2639);
// EXTERNAL MODULE: ./src/syscalls/numbers.ts + 1 modules
var syscalls_numbers = __webpack_require__(3952);
// EXTERNAL MODULE: ./src/profile/resolve.ts
var resolve = __webpack_require__(6509);
// EXTERNAL MODULE: ./src/profile/filter/comparisons.ts
var comparisons = __webpack_require__(518);
// EXTERNAL MODULE: ./src/profile/filter/returns.ts
var returns = __webpack_require__(6507);
// EXTERNAL MODULE: ./src/profile/normalize.ts
var normalize = __webpack_require__(7474);
;// CONCATENATED MODULE: ./src/profile/filter/rule-tree.ts
/**
 * What libseccomp makes of the rules about one call on one architecture.
 *
 * It keeps no list of rules but a tree of 32-bit comparisons, in an order of
 * its own, and does not take every set of rules. Which rule wins, which set
 * is refused, and on which one the library never comes to an end, follows
 * from how a rule is put into the tree; so this module does the same steps.
 * The steps are the same from libseccomp 2.5.0 to 2.6.0.
 *
 * Source: libseccomp src/db.c (`_db_rule_gen_64`, `_db_rule_gen_32`,
 * `_db_tree_add`, `db_rule_add`) and src/gen_bpf.c (`_gen_bpf_chain`).
 */


/** libseccomp takes some seconds for as many. */
const newBudget = () => ({ steps: 2_000_000 });
/**
 * Adds one rule: `action` where all of `args` hold. No index stands twice.
 *
 * @throws RefusedRules; then the tree is of no use any more
 */
function addRule(rules, args, action, bits, budget) {
    rules.text = `${rules.text ?? ''}${action}:${args.map(normalize/* argKey */.a$).join()};`;
    // An earlier rule without conditions stays; a later one replaces all.
    if (rules.action !== undefined)
        return;
    const fresh = (0,comparisons/* chain */.cy)(args, action, bits);
    if (fresh === undefined) {
        if (rules.tree !== undefined)
            (0,comparisons/* checkLevels */.uq)(rules.tree);
        rules.action = action;
        delete rules.tree;
    }
    else {
        const root = rootOf(rules);
        if (!prune(root, fresh, action, budget))
            insert(root, fresh);
    }
}
const rootOf = (rules) => ({
    get: () => rules.tree,
    set: node => {
        if (node === undefined)
            delete rules.tree;
        else
            rules.tree = node;
    }
});
const branch = (node, key) => ({
    get: () => node[key],
    set: next => {
        rule_tree_link(node, key, next);
    }
});
function insert(slot, fresh) {
    if (slot.get() === undefined) {
        slot.set(fresh);
        return;
    }
    let steps = 0;
    for (let at = slot.get(); at !== undefined; at = at.next) {
        if (steps++ > comparisons/* LONGEST_LEVEL */.Wo)
            throw new comparisons/* RefusedRules */.yX('endless');
        if ((0,comparisons/* isSame */.Ft)(at, fresh)) {
            join(at, fresh);
            return;
        }
        if ((0,comparisons/* isLess */.uo)(at, fresh)) {
            if (at.previous !== undefined) {
                at.previous.next = fresh;
                fresh.previous = at.previous;
            }
            at.previous = fresh;
            fresh.next = at;
            if (slot.get() === at)
                slot.set(fresh);
            return;
        }
        if (at.next === undefined) {
            fresh.previous = at;
            at.next = fresh;
            return;
        }
    }
}
/** Joins what two equal comparisons lead to. */
function join(at, fresh) {
    for (const [on, next] of BRANCHES) {
        const action = fresh[on];
        if (action === undefined || action === at[on])
            continue;
        if (at[on] === undefined) {
            // A shorter rule takes the place of longer ones of the same action.
            if (!actsOnly(at[next], action))
                throw new comparisons/* RefusedRules */.yX('conflict');
            rule_tree_link(at, next, undefined);
            at[on] = action;
        }
        else {
            const isUpper = fresh.half % 2 === 1;
            if (on === 'onTrue' && isUpper && fresh.whole > at.whole)
                at[on] = action;
            if ((0,comparisons/* isLeaf */.xe)(at) || (0,comparisons/* isLeaf */.xe)(fresh))
                throw new comparisons/* RefusedRules */.yX('conflict');
        }
    }
    for (const [on, next] of BRANCHES) {
        const sub = fresh[next];
        if (sub === undefined)
            continue;
        if (at[next] !== undefined) {
            insert(branch(at, next), sub);
        }
        else if (at[on] === undefined) {
            at[next] = sub;
        }
        else {
            // What is there already is the shorter rule.
            return;
        }
    }
}
const BRANCHES = [
    ['onTrue', 'ifTrue'],
    ['onFalse', 'ifFalse']
];
/** Whether each action in a branch is this one. */
function actsOnly(node, action) {
    if (node === undefined)
        return true;
    return (0,comparisons/* levelOf */.In)(node).every(({ onTrue = action, onFalse = action, ifTrue, ifFalse }) => onTrue === action &&
        onFalse === action &&
        actsOnly(ifTrue, action) &&
        actsOnly(ifFalse, action));
}
/**
 * What a search for rules that contain each other has come to, as bits: the
 * two match here; they did at some place; the old or the new rule ends where
 * they match; the old or the new one has comparisons before the match.
 */
const MATCHES = 1;
const HAS_MATCHED = 2;
const OLD_ENDS = 4;
const NEW_ENDS = 8;
const OLD_IS_LONGER = 16;
const NEW_IS_LONGER = 32;
const REDUNDANT = MATCHES | OLD_ENDS | NEW_IS_LONGER;
/**
 * Takes away the old rules that the new one contains, and finds out whether
 * an old one contains it. libseccomp looks at the comparisons of both rules
 * only, not at which result of them leads on, so that it can drop a new rule
 * that says more than the old one: `[1 == 1]` makes it drop `[0 > 0, 1 != 1]`.
 *
 * Source: libseccomp src/db.c, `_db_tree_prune`.
 *
 * @returns whether the new rule is to be dropped
 */
function prune(root, fresh, action, budget) {
    const search = { root, action, hasRemoved: false, budget };
    const found = pruneLevel(search, root.get(), fresh, 0);
    return !search.hasRemoved && (found & REDUNDANT) === REDUNDANT;
}
/** @returns the bits so far with those that were found, or without a match */
function pruneLevel(search, old, fresh, before) {
    const end = (found) => found & MATCHES ? before | found : before & ~MATCHES;
    const isBroken = (before & (MATCHES | HAS_MATCHED)) === HAS_MATCHED;
    if (old === undefined || fresh === undefined || isBroken)
        return end(before);
    let found = before;
    let next;
    for (let at = (0,comparisons/* startOf */.GH)(old); at; at = next) {
        next = at.next;
        if (search.budget.steps-- <= 0)
            throw new comparisons/* RefusedRules */.yX('tangled');
        if ((0,comparisons/* isSame */.Ft)(at, fresh)) {
            found |= MATCHES | HAS_MATCHED;
            if ((0,comparisons/* isLeaf */.xe)(fresh))
                found |= NEW_ENDS;
            if ((0,comparisons/* isLeaf */.xe)(at))
                found |= OLD_ENDS;
            if (hasMore(at, fresh))
                return end(found);
            const bothEnd = (found & NEW_ENDS) !== 0 && (found & OLD_ENDS) !== 0;
            if (bothEnd &&
                (fresh.onTrue !== at.onTrue || fresh.onFalse !== at.onFalse)) {
                return end(found);
            }
            const how = before | MATCHES | HAS_MATCHED;
            for (const [, branch] of BRANCHES) {
                if (!fresh[branch])
                    continue;
                const below = pruneLevel(search, at[branch], fresh[branch], how);
                if (below & MATCHES)
                    found |= below;
            }
            if (found & NEW_ENDS && found & OLD_IS_LONGER) {
                if (!actsOnly(at, search.action))
                    continue;
                remove(search.root, at);
                search.hasRemoved = true;
                if (search.root.get() === undefined)
                    return end(found);
            }
            else if (found & OLD_ENDS && found & NEW_IS_LONGER) {
                if (actsOnly(at, search.action))
                    return end(found);
            }
        }
        else {
            const oldIsLess = (0,comparisons/* isLess */.uo)(at, fresh);
            const bail = oldIsLess ? NEW_IS_LONGER : OLD_IS_LONGER;
            if (before & bail)
                return end(found);
            const how = (before & ~MATCHES) | (oldIsLess ? OLD_IS_LONGER : NEW_IS_LONGER);
            for (const [, branch] of BRANCHES) {
                if (!(oldIsLess ? at : fresh)[branch])
                    continue;
                const below = oldIsLess
                    ? pruneLevel(search, at[branch], fresh, how)
                    : pruneLevel(search, at, fresh[branch], how);
                if (below & MATCHES)
                    return end(found | below);
            }
        }
    }
    return end(found & ~MATCHES);
}
/** Whether the old comparison leads on where the new one does not. */
function hasMore(at, fresh) {
    return BRANCHES.some(([on, next]) => (at[on] !== undefined || at[next]) &&
        !(fresh[on] !== undefined || fresh[next]));
}
/** Takes a node out wherever it hangs, and those that lead nowhere then. */
function remove(slot, node) {
    const root = slot.get();
    if (root === undefined)
        return;
    for (const at of (0,comparisons/* levelOf */.In)(root)) {
        if (at !== node) {
            remove(branch(at, 'ifTrue'), node);
            remove(branch(at, 'ifFalse'), node);
            const leadsSomewhere = !(0,comparisons/* isLeaf */.xe)(at) || at.onTrue !== undefined || at.onFalse !== undefined;
            if (leadsSomewhere)
                continue;
        }
        if (slot.get() === at)
            slot.set(at.previous ?? at.next);
        if (at.previous)
            rule_tree_link(at.previous, 'next', at.next);
        if (at.next)
            rule_tree_link(at.next, 'previous', at.previous);
        delete at.previous;
        delete at.next;
        return;
    }
}
function rule_tree_link(node, key, to) {
    if (to === undefined)
        Reflect.deleteProperty(node, key);
    else
        node[key] = to;
}

// EXTERNAL MODULE: ./src/profile/filter/walk.ts
var walk = __webpack_require__(4891);
;// CONCATENATED MODULE: ./src/profile/filter/load.ts








/** No runtime can load the profile. */
class RefusedProfile extends errors/* UserError */.yo {
}
/**
 * Loads a profile as the engine and the runtime do it: the rules that count
 * for the container, one by one into libseccomp, for the machine's own
 * architecture and those that the profile names with it.
 *
 * - A rule whose action is the default is skipped.
 * - Where an index stands twice among a rule's conditions, each of them
 *   becomes a rule of its own (so they are alternatives).
 * - A call that the architecture does not have is skipped there; one that is
 *   made through socketcall(2) or ipc(2), too, gets a rule for that as well,
 *   which cannot look at the arguments behind the pointer.
 * - A call of an architecture that the filter does not know ends the thread.
 * - runc returns ENOSYS for calls that are newer than any that the profile
 *   names (its `patchbpf`).
 *
 * Source: containers/common pkg/seccomp, moby profiles/seccomp, runc
 * libcontainer/seccomp, crun src/libcrun/seccomp.c, libseccomp src/db.c.
 *
 * @throws RefusedProfile
 */
function loadProfile(profile, machine) {
    const resolved = (0,resolve/* resolveRules */.S)(profile.syscalls, machine);
    const byDefault = value(() => (0,returns/* defaultReturnOf */.zZ)(profile));
    const architectures = architecturesOn(profile, machine);
    refuseMixedEndianness(architectures);
    const rules = new Map(architectures.map(architecture => [
        architecture,
        new Map()
    ]));
    const budget = newBudget();
    for (const rule of resolved) {
        const action = value(() => (0,returns/* returnOf */.gi)(rule));
        if (action === byDefault)
            continue;
        for (const name of rule.names) {
            for (const [architecture, calls] of rules) {
                const isNative = architecture === machine.architecture;
                for (const args of alternatives(rule.args, machine)) {
                    add(calls, { name, args, action, architecture, isNative }, budget);
                }
            }
        }
    }
    refuseEndless(rules);
    const hasStub = machine.runtime === 'runc' &&
        !(0,returns/* letsThrough */.AT)(byDefault) &&
        profile.defaultAction !== 'SCMP_ACT_TRACE';
    const newest = hasStub
        ? newestNamed(resolved, architectures)
        : new Map();
    const decide = (architecture, call, args = []) => {
        const numbers = (0,syscalls_numbers/* syscallNumbers */.Q3)(architecture);
        const calls = rules.get(architecture);
        const number = typeof call === 'string' && Object.hasOwn(numbers, call)
            ? numbers[call]
            : call;
        if (number === undefined || calls === undefined)
            return returns/* KILL_THREAD */.Eg;
        if (typeof number === 'string' && !calls.has(number))
            return undefined;
        if (typeof number === 'number') {
            if (isForX32(architecture, number))
                return returns/* KILL_THREAD */.Eg;
            if (number > (newest.get(architecture) ?? Infinity))
                return returns/* ENOSYS_RETURN */.Vx;
        }
        const { action, tree } = calls.get(number) ?? {};
        if (action !== undefined)
            return action;
        return (tree && (0,walk/* walkTree */.I)(tree, args)) ?? byDefault;
    };
    return { architectures, default: byDefault, rules, decide };
}
/** Whether runtimes can load a profile there. */
function loads(profile, machine) {
    try {
        loadProfile(profile, machine);
        return true;
    }
    catch (error) {
        if (error instanceof RefusedProfile)
            return false;
        throw error;
    }
}
/** libseccomp src/db.c, `db_col_db_add`. */
function refuseMixedEndianness(architectures) {
    const [native] = architectures;
    const other = architectures.find(a => BIG_ENDIAN.has(a) !== BIG_ENDIAN.has(native ?? a));
    if (native === undefined || other === undefined)
        return;
    throw new RefusedProfile(`libseccomp refuses the profile: on ${native} it makes no filter for ${other}, which has the other byte order`, { hint: 'Put architectures of one machine each into `archMap`.' });
}
/** libseccomp src/arch-*.c. */
const BIG_ENDIAN = new Set([
    'SCMP_ARCH_M68K',
    'SCMP_ARCH_MIPS',
    'SCMP_ARCH_MIPS64',
    'SCMP_ARCH_MIPS64N32',
    'SCMP_ARCH_PARISC',
    'SCMP_ARCH_PARISC64',
    'SCMP_ARCH_PPC',
    'SCMP_ARCH_PPC64',
    'SCMP_ARCH_S390',
    'SCMP_ARCH_S390X',
    'SCMP_ARCH_SHEB'
]);
function value(of) {
    try {
        return of();
    }
    catch (error) {
        if (!(error instanceof RangeError))
            throw error;
        throw new RefusedProfile(`engines refuse the profile: ${error.message} is no errno`, {
            hint: 'Take one of Linux, such as EPERM or ENOSYS; by number, up to 4094.'
        });
    }
}
/** The architectures that a filter is made for, the machine's own first. */
function architecturesOn({ architectures = [], archMap = [] }, { architecture: native, engine = 'podman' }) {
    const mapped = engine === 'moby' || MAPPED_BY_PODMAN.has(native)
        ? archMap.find(entry => entry.architecture === native)
        : undefined;
    return [
        ...new Set([native, ...architectures, ...(mapped?.subArchitectures ?? [])])
    ];
}
/** Where podman minds `archMap` (containers/common, `nativeToSeccomp`). */
const MAPPED_BY_PODMAN = new Set([
    'SCMP_ARCH_X86_64',
    'SCMP_ARCH_AARCH64',
    'SCMP_ARCH_MIPS64',
    'SCMP_ARCH_MIPS64N32',
    'SCMP_ARCH_MIPSEL64',
    'SCMP_ARCH_MIPSEL64N32',
    'SCMP_ARCH_S390X'
]);
/** Sets of conditions of which any one must hold whole. */
function alternatives(args, { runtime }) {
    const indexes = new Set(args.map(arg => arg.index));
    if (indexes.size === args.length)
        return [[...args]];
    // crun has room for six.
    const heeded = runtime === 'runc' ? args : args.slice(0, 6);
    return heeded.map(arg => [arg]);
}
function add(calls, rule, budget) {
    const { name, args, action, architecture, isNative } = rule;
    const numbers = (0,syscalls_numbers/* syscallNumbers */.Q3)(architecture);
    const bits = BITS_32.has(architecture) ? 32 : 64;
    const addTo = (call, conditions) => {
        const tree = calls.get(call) ?? {};
        calls.set(call, tree);
        try {
            addRule(tree, conditions, action, bits, budget);
        }
        catch (error) {
            throw refused(name, error);
        }
    };
    const through = (0,multiplexed/* multiplexed */._)(name, architecture);
    const multiplexer = through && numbers[through.by];
    if (through && multiplexer !== undefined) {
        const { call } = through;
        const which = {
            index: 0,
            value: BigInt(call),
            valueTwo: 0n,
            op: 'SCMP_CMP_EQ'
        };
        addTo(multiplexer, [which, ...args.filter(arg => arg.index !== 0)]);
    }
    const number = Object.hasOwn(numbers, name) ? numbers[name] : undefined;
    if (number !== undefined)
        addTo(number, args);
    else if (isNative && !(0,syscalls_numbers/* syscallNames */.EE)().has(name))
        addTo(name, args);
}
/** Runs through all trees once, so that one without an end comes to light. */
function refuseEndless(rules) {
    for (const [architecture, calls] of rules) {
        for (const [call, { tree }] of calls) {
            try {
                if (tree)
                    (0,comparisons/* checkLevels */.uq)(tree);
            }
            catch (error) {
                const names = (0,syscalls_numbers/* syscallsByNumber */.$o)(architecture);
                const name = typeof call === 'number' ? names.get(call) : call;
                throw refused(name ?? '', error);
            }
        }
    }
}
function refused(call, error) {
    if (!(error instanceof comparisons/* RefusedRules */.yX))
        return error;
    const name = `\`${call}\``;
    return error.why === 'conflict'
        ? new RefusedProfile(`libseccomp refuses the profile: its rules about ${name} contradict each other`, {
            hint: 'Two rules with different actions hold for the same arguments. Keep one of them, or put the one with fewer conditions first.'
        })
        : error.why === 'tangled'
            ? new RefusedProfile(`the profile has too many rules with conditions about ${name}: libseccomp would take minutes`, { hint: 'Make them fewer, or allow the call outright.' })
            : new RefusedProfile(`libseccomp does not come to an end with the profile's rules about ${name}`, {
                hint: 'Several rules have a condition with LT, LE, GT, GE or NE in common and differ in later ones. Put those with EQ or MASKED_EQ first, or make them fewer.'
            });
}
/** The architectures whose arguments have 32 bits (libseccomp src/arch-*.c). */
const BITS_32 = new Set([
    'SCMP_ARCH_X86',
    'SCMP_ARCH_X32',
    'SCMP_ARCH_ARM',
    'SCMP_ARCH_M68K',
    'SCMP_ARCH_MIPS',
    'SCMP_ARCH_MIPS64N32',
    'SCMP_ARCH_MIPSEL',
    'SCMP_ARCH_MIPSEL64N32',
    'SCMP_ARCH_PPC',
    'SCMP_ARCH_S390',
    'SCMP_ARCH_SH',
    'SCMP_ARCH_SHEB',
    'SCMP_ARCH_PARISC'
]);
/** Calls of the x32 ABI have this bit set (asm/unistd.h, X32_SYSCALL_BIT). */
function isForX32(architecture, number) {
    return architecture === 'SCMP_ARCH_X86_64' && number >= 0x40000000;
}
/**
 * For each architecture, the greatest number of a call that rules name. runc
 * refuses those above it with ENOSYS.
 */
function newestNamed(rules, architectures) {
    const newest = new Map();
    for (const architecture of architectures) {
        const numbers = (0,syscalls_numbers/* syscallNumbers */.Q3)(architecture);
        for (const name of rules.flatMap(rule => rule.names)) {
            // libseccomp gives such a call a number below zero.
            if ((0,multiplexed/* multiplexed */._)(name, architecture))
                continue;
            const number = Object.hasOwn(numbers, name) ? (numbers[name] ?? 0) : 0;
            if (number > (newest.get(architecture) ?? 0)) {
                newest.set(architecture, number);
            }
        }
    }
    return newest;
}


/***/ }),

/***/ 5324:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ nativesOf),
/* harmony export */   q: () => (/* binding */ machinesOf)
/* harmony export */ });
/* harmony import */ var _syscalls_architectures_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(302);
/* harmony import */ var _normalize_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7474);
/* harmony import */ var _resolve_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6509);



/**
 * The machines on which profiles must be looked at so that nothing that they
 * say goes unseen: one for each architecture that they name (x86-64 where
 * they name none), without capabilities and with all that they speak of.
 */
function machinesOf(profiles) {
    const named = (0,_normalize_js__WEBPACK_IMPORTED_MODULE_2__/* .sortedUnique */ .Z$)(profiles.flatMap(nativesOf));
    const capabilities = (0,_normalize_js__WEBPACK_IMPORTED_MODULE_2__/* .sortedUnique */ .Z$)(profiles.flatMap(capabilitiesOf));
    const sets = capabilities.length > 0 ? [[], capabilities] : [[]];
    const natives = named.length > 0 ? named : ['SCMP_ARCH_X86_64'];
    return natives.flatMap(architecture => sets.map(capabilities => ({ architecture, capabilities })));
}
/** The architectures of the machines that a profile speaks of. */
function nativesOf(profile) {
    const { architectures = [], archMap = [], syscalls } = profile;
    // What is listed may also be meant for a machine that only can run it.
    const hosts = _syscalls_architectures_js__WEBPACK_IMPORTED_MODULE_0__/* .ARCHITECTURES */ .X.filter(native => _syscalls_architectures_js__WEBPACK_IMPORTED_MODULE_0__/* .SUB_ARCHITECTURES */ .I[native]?.some(sub => architectures.includes(sub)));
    const inRules = syscalls.flatMap(({ includes, excludes }) => [
        ...(includes?.arches ?? []),
        ...(excludes?.arches ?? [])
    ]);
    return [
        ...architectures,
        ...hosts,
        ...archMap.map(entry => entry.architecture),
        ..._syscalls_architectures_js__WEBPACK_IMPORTED_MODULE_0__/* .ARCHITECTURES */ .X.filter(a => inRules.includes(_resolve_js__WEBPACK_IMPORTED_MODULE_1__/* .ENGINE_NAMES */ .G[a] ?? ''))
    ];
}
function capabilitiesOf({ syscalls }) {
    return syscalls.flatMap(({ includes, excludes }) => [
        ...(includes?.caps ?? []),
        ...(excludes?.caps ?? [])
    ]);
}


/***/ }),

/***/ 6507:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AT: () => (/* binding */ letsThrough),
/* harmony export */   Eg: () => (/* binding */ KILL_THREAD),
/* harmony export */   Vx: () => (/* binding */ ENOSYS_RETURN),
/* harmony export */   _b: () => (/* binding */ describeReturn),
/* harmony export */   gi: () => (/* binding */ returnOf),
/* harmony export */   zZ: () => (/* binding */ defaultReturnOf)
/* harmony export */ });
/* unused harmony export permissiveness */
/* harmony import */ var _errno_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(549);

const ERRNO = 0x00050000;
const TRACE = 0x7ff00000;
const DATA = 0x0000ffff;
/** libseccomp takes smaller ones only (src/system.c, `sys_chk_seccomp_action`). */
const MAX_ERRNO = 4094;
const RETURNS = {
    SCMP_ACT_KILL_PROCESS: 0x80000000,
    SCMP_ACT_KILL: 0x00000000,
    SCMP_ACT_KILL_THREAD: 0x00000000,
    SCMP_ACT_TRAP: 0x00030000,
    SCMP_ACT_ERRNO: ERRNO,
    SCMP_ACT_NOTIFY: 0x7fc00000,
    SCMP_ACT_TRACE: TRACE,
    SCMP_ACT_LOG: 0x7ffc0000,
    SCMP_ACT_ALLOW: 0x7fff0000
};
const KILL_THREAD = RETURNS.SCMP_ACT_KILL_THREAD;
const ENOSYS_RETURN = ERRNO + 38;
/** Whether the call goes through to the kernel. */
function letsThrough(value) {
    return value === RETURNS.SCMP_ACT_ALLOW || value === RETURNS.SCMP_ACT_LOG;
}
/**
 * How far a filter lets a call: the kernel takes the lowest of several
 * filters' returns, in this order (seccomp(2): kill the process, kill the
 * thread, trap, errno, notify, trace, log, allow).
 *
 * @returns a number; the greater, the more is allowed
 */
function permissiveness(value) {
    // The kernel compares them signed: KILL_PROCESS is the least.
    return value | 0;
}
/** The return value of a rule's action. @throws RangeError for an errno by a
 * name that is none, or out of range */
function returnOf(rule) {
    return encode(rule.action, (0,_errno_js__WEBPACK_IMPORTED_MODULE_0__/* .errnoOf */ .U)(rule.errno, rule.errnoRet));
}
/** The return value of a profile's default. @throws as `returnOf` */
function defaultReturnOf(profile) {
    const { defaultAction, defaultErrno, defaultErrnoRet } = profile;
    return encode(defaultAction, (0,_errno_js__WEBPACK_IMPORTED_MODULE_0__/* .errnoOf */ .U)(defaultErrno, defaultErrnoRet));
}
/** An errno that is not given is EPERM (runc, crun). */
function encode(action, errno = 1) {
    if (typeof errno === 'string')
        throw new RangeError(errno);
    const base = RETURNS[action];
    if (base === ERRNO && (errno & DATA) > MAX_ERRNO) {
        throw new RangeError(String(errno));
    }
    return base === ERRNO || base === TRACE ? base + (errno & DATA) : base;
}
/** A return value for people: `allowed`, `refused (errno 38)`. */
function describeReturn(value) {
    const data = value & DATA;
    const base = value - data;
    if (base === ERRNO)
        return `refused with errno ${data}`;
    if (base === TRACE)
        return `left to a tracer (message ${data})`;
    return WORDS.get(base) ?? `return value ${value}`;
}
const WORDS = new Map([
    [RETURNS.SCMP_ACT_ALLOW, 'allowed'],
    [RETURNS.SCMP_ACT_LOG, 'allowed and logged'],
    [RETURNS.SCMP_ACT_NOTIFY, 'left to a supervisor'],
    [RETURNS.SCMP_ACT_TRAP, 'refused with SIGSYS'],
    [RETURNS.SCMP_ACT_KILL_THREAD, 'ends the thread'],
    [RETURNS.SCMP_ACT_KILL_PROCESS, 'ends the process']
]);


/***/ }),

/***/ 4891:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ walkTree),
/* harmony export */   T: () => (/* binding */ returnsIn)
/* harmony export */ });
/* harmony import */ var _comparisons_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(518);

/**
 * The action at which a call with these arguments arrives: a level's
 * comparisons are tried in turn, and one whose branch ends without an action
 * leads on to the next.
 *
 * Source: libseccomp src/gen_bpf.c, `_gen_bpf_chain` (`nxt_jump`).
 *
 * @returns undefined where no rule holds
 */
function walkTree(root, args) {
    for (const node of (0,_comparisons_js__WEBPACK_IMPORTED_MODULE_0__/* .levelOf */ .In)(root)) {
        const isTrue = holds(node, args);
        const next = isTrue ? node.ifTrue : node.ifFalse;
        const action = isTrue ? node.onTrue : node.onFalse;
        const found = next ? walkTree(next, args) : action;
        if (found !== undefined)
            return found;
    }
    return undefined;
}
/** The return values that stand in a tree. */
function returnsIn(root, seen = new Set()) {
    const returns = new Set();
    for (const node of (0,_comparisons_js__WEBPACK_IMPORTED_MODULE_0__/* .levelOf */ .In)(root)) {
        if (seen.has(node))
            continue;
        seen.add(node);
        for (const action of [node.onTrue, node.onFalse]) {
            if (action !== undefined)
                returns.add(action);
        }
        for (const next of [node.ifTrue, node.ifFalse]) {
            if (next === undefined)
                continue;
            for (const value of returnsIn(next, seen))
                returns.add(value);
        }
    }
    return returns;
}
function holds({ half, test, mask, datum }, args) {
    const arg = args[half >> 1] ?? 0n;
    const word = Number(BigInt.asUintN(32, half % 2 === 1 ? arg >> 32n : arg));
    const value = (word & mask) >>> 0;
    if (test === 'greater')
        return value > datum;
    if (test === 'at least')
        return value >= datum;
    return value === datum;
}


/***/ }),

/***/ 3456:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ managedRules),
/* harmony export */   hC: () => (/* binding */ userRules),
/* harmony export */   qi: () => (/* binding */ replaceManaged),
/* harmony export */   xp: () => (/* binding */ adoptHookProfile),
/* harmony export */   yF: () => (/* binding */ isManaged)
/* harmony export */ });
/* unused harmony export MANAGED_COMMENT */
/* harmony import */ var _normalize_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7474);

/**
 * The comment by which the rules that seccomp-lock writes are known. A call
 * that the engine's default allows only with certain arguments keeps these
 * conditions, which takes a rule of its own, so the managed rule may be
 * several rules that carry the same comment.
 */
const MANAGED_COMMENT = 'seccomp-lock: written from the recorded tests. Rules of your own go beside this one and are kept.';
const MANAGED_PREFIX = 'seccomp-lock:';
/** Whether the action wrote this rule and may write it anew. */
function isManaged(rule) {
    return rule.comment?.startsWith(MANAGED_PREFIX) ?? false;
}
/**
 * Takes over a file that oci-seccomp-bpf-hook wrote and nobody touched since:
 * one line of JSON, errno by default, bare allow rules, and no comment,
 * condition or key of a person. (The hook's versions from 1.3 on write a
 * `socket` rule per address family.)
 *
 * @returns the profile with its rules managed; undefined for any other file
 */
function adoptHookProfile(profile, text) {
    const { defaultAction, architectures, syscalls, ...rest } = profile;
    const isHooks = !text.trim().includes('\n') &&
        defaultAction === 'SCMP_ACT_ERRNO' &&
        architectures !== undefined &&
        Object.keys(rest).length === 0 &&
        syscalls.length > 0 &&
        syscalls.every(isBareAllow);
    if (!isHooks)
        return undefined;
    return { ...profile, syscalls: syscalls.map(manage) };
}
function manage(rule) {
    return { ...rule, comment: MANAGED_COMMENT };
}
function isBareAllow(rule) {
    const { names, action, args, ...rest } = rule;
    return (names.length > 0 &&
        action === 'SCMP_ACT_ALLOW' &&
        (args.length === 0 || names[0] === 'socket') &&
        Object.keys(rest).length === 0);
}
/** The rules that a person wrote: all but the managed ones. */
function userRules(profile) {
    return profile.syscalls.filter(rule => !isManaged(rule));
}
/** The rules that the action wrote. */
function managedRules(profile) {
    return profile.syscalls.filter(isManaged);
}
/**
 * The profile with its managed rules replaced. They stand where the first of
 * the old ones stood, or else behind the user's rules; everything else keeps
 * its place.
 */
function replaceManaged(profile, rules) {
    const user = userRules(profile);
    const first = profile.syscalls.findIndex(isManaged);
    // Before the first managed rule there are only rules of the user's.
    const at = first < 0 ? user.length : first;
    return (0,_normalize_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeProfile */ .LP)({
        ...profile,
        syscalls: [...user.slice(0, at), ...rules.map(manage), ...user.slice(at)]
    });
}


/***/ }),

/***/ 7474:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LP: () => (/* binding */ normalizeProfile),
/* harmony export */   Z$: () => (/* binding */ sortedUnique),
/* harmony export */   a$: () => (/* binding */ argKey)
/* harmony export */ });
/**
 * The canonical form of a profile: what stands in lists whose order means
 * nothing (names, architectures, flags, conditions, capabilities) is sorted
 * and unique. The order of the rules is the author's and stays: engines and
 * libseccomp mind it (rule-tree.ts), and so do people.
 */
function normalizeProfile(profile) {
    return {
        ...profile,
        ...(profile.architectures && {
            architectures: sortedUnique(profile.architectures)
        }),
        ...(profile.archMap && {
            archMap: profile.archMap.map(entry => ({
                ...entry,
                subArchitectures: sortedUnique(entry.subArchitectures)
            }))
        }),
        ...(profile.flags && { flags: sortedUnique(profile.flags) }),
        syscalls: profile.syscalls.map(normalizeRule)
    };
}
function normalizeRule(rule) {
    const { names, args, includes, excludes } = rule;
    return {
        ...rule,
        names: sortedUnique(names),
        args: normalizeArgs(args),
        ...(includes && { includes: normalizeFilter(includes) }),
        ...(excludes && { excludes: normalizeFilter(excludes) })
    };
}
/**
 * Conditions by index. Where an index stands twice they are alternatives, and
 * each is a rule of its own, whose order libseccomp minds; then it stays.
 */
function normalizeArgs(args) {
    const indexes = new Set(args.map(arg => arg.index));
    if (indexes.size < args.length)
        return [...args];
    return args.toSorted((a, b) => {
        const [keyA, keyB] = [argKey(a), argKey(b)];
        return keyA < keyB ? -1 : keyA > keyB ? 1 : 0;
    });
}
function normalizeFilter(filter) {
    const { caps, arches } = filter;
    return {
        ...filter,
        ...(caps && { caps: sortedUnique(caps) }),
        ...(arches && { arches: sortedUnique(arches) })
    };
}
/** Sorted by code unit, so that the order is the same under every locale. */
function sortedUnique(values) {
    return [...new Set(values)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
/** One condition as a text that is equal exactly when the condition is. */
function argKey(arg) {
    return `${arg.index} ${arg.op} ${arg.value} ${arg.valueTwo}`;
}


/***/ }),

/***/ 2992:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ parseProfile)
});

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/syscalls/architectures.ts
var architectures = __webpack_require__(302);
// EXTERNAL MODULE: ./src/text/json.ts
var text_json = __webpack_require__(1789);
;// CONCATENATED MODULE: ./src/profile/types.ts
/**
 * A seccomp profile as data, in the words of the OCI runtime specification
 * (config-linux.md, "Seccomp") and of podman's and Docker's extensions to it.
 */
/** Operations on a call, runtime-spec `syscalls[].action`. */
const ACTIONS = [
    'SCMP_ACT_KILL',
    'SCMP_ACT_KILL_PROCESS',
    'SCMP_ACT_KILL_THREAD',
    'SCMP_ACT_TRAP',
    'SCMP_ACT_ERRNO',
    'SCMP_ACT_TRACE',
    'SCMP_ACT_ALLOW',
    'SCMP_ACT_LOG',
    'SCMP_ACT_NOTIFY'
];
/** Comparisons of an argument, runtime-spec `syscalls[].args[].op`. */
const OPERATORS = [
    'SCMP_CMP_NE',
    'SCMP_CMP_LT',
    'SCMP_CMP_LE',
    'SCMP_CMP_EQ',
    'SCMP_CMP_GE',
    'SCMP_CMP_GT',
    'SCMP_CMP_MASKED_EQ'
];

;// CONCATENATED MODULE: ./src/profile/parse.ts







/**
 * Reads a seccomp profile in any form that podman or Docker take: the
 * runtime-spec's `linux.seccomp` with their extensions (`includes`,
 * `excludes`, `archMap`, `errno`, the old `name`). Missing and empty values
 * mean the same; unknown keys are kept.
 *
 * @param file the name to put into errors
 * @throws UserError with file, line, column and JSON path of the first fault
 */
function parseProfile(text, file) {
    const json = (0,text_json/* parseJson */.qF)(text, file);
    const result = dist/* safeParse */.xLC(profileSchema, json.value, { abortEarly: true });
    if (!result.success) {
        const [issue] = result.issues;
        const path = (issue.path ?? []).map(item => item.key);
        const part = issue.path?.at(-1)?.origin === 'key' ? 'key' : 'value';
        const at = (0,text_json/* formatPosition */.Ld)(file, json.positionOf(path, part));
        throw new errors/* UserError */.yo(`${at}: ${(0,text_json/* formatPath */.jV)(path)}: ${issue.message}`, {
            hint: 'Repair the file; nothing was written.'
        });
    }
    return result.output;
}
/** What stands there, for an error message: short, and in one line. */
function shown(input) {
    if (typeof input === 'bigint')
        return String(input);
    if (!(input instanceof text_json/* JsonNumber */.WP))
        return (0,text_json/* shortJson */.j4)(input);
    return input.text.length > 60 ? `${input.text.slice(0, 57)}...` : input.text;
}
const expected = (what) => (issue) => issue.input === undefined
    ? `missing; expected ${what}`
    : `expected ${what}, got ${shown(issue.input)}`;
/**
 * An object with these keys. Missing ones are undefined, and the others are
 * put together under `extra`, whatever their names.
 */
const object = (entries, what) => dist/* pipe */.FsL(dist/* custom */.IeY(isObject, expected(what)), dist/* rawCheck */.H0v(({ dataset, addIssue }) => {
    if (!dataset.typed)
        return;
    const input = dataset.value;
    const known = new Map(Object.keys(entries).map(k => [foldKey(k), k]));
    for (const [key, value] of Object.entries(input)) {
        const meant = known.get(foldKey(key));
        if (meant === undefined || meant === key)
            continue;
        addIssue({
            message: Object.hasOwn(input, meant)
                ? `the key ${shown(key)} is here twice: engines read it as \`${meant}\`, without regard to case`
                : `engines read this key as \`${meant}\`; expected it written so`,
            path: [{ type: 'object', origin: 'key', input, key, value }]
        });
    }
}), dist/* transform */.pdi(input => {
    const known = Object.keys(entries).map(key => [key, Object.hasOwn(input, key) ? input[key] : undefined]);
    const extra = Object.entries(input).filter(([key]) => !Object.hasOwn(entries, key));
    return {
        ...Object.fromEntries(known),
        ...(extra.length > 0 && { extra: Object.fromEntries(extra) })
    };
}), dist/* object */.Ikc({
    ...entries,
    extra: dist/* optional */.lqM(dist/* custom */.IeY(isObject))
}));
function isObject(input) {
    return (typeof input === 'object' &&
        input !== null &&
        !Array.isArray(input) &&
        !(input instanceof text_json/* JsonNumber */.WP));
}
/**
 * What two keys have in common that Go's encoding/json takes for the same
 * field of ASCII letters: it folds case, and U+017F and U+212A with it
 * (encoding/json, fold.go).
 */
function foldKey(key) {
    return key.replaceAll('\u017f', 's').toLowerCase();
}
const parse_text = dist/* string */.YjP(expected('a text'));
const texts = dist/* array */.YOg(parse_text, expected('a list of texts'));
/** null and missing both mean "not there" to Go's decoder, so to us too. */
const optional = (schema) => dist/* optional */.lqM(dist/* nullable */.mee(schema));
const oneOf = (what, values) => dist/* picklist */.KIO(values, expected(`${what} (one of ${values.join(', ')})`));
const action = oneOf('an action', ACTIONS);
const architecture = oneOf('an architecture', architectures/* ARCHITECTURES */.X);
const errnoNumber = dist/* pipe */.FsL(dist/* number */.aig(expected('an errno number')), dist/* integer */.ndf(expected('a whole errno number')), dist/* minValue */.Wwf(0, expected('an errno number from 0 on')), dist/* maxValue */.cGV(65535, expected('an errno number up to 65535')));
/**
 * Written as Go's decoder wants it for a uint64: digits only, so that `1e3`
 * and `1.0` are none.
 */
const uint64 = dist/* pipe */.FsL(dist/* custom */.IeY(n => (typeof n === 'bigint' || Number.isSafeInteger(n)) &&
    BigInt(n) >= 0n &&
    BigInt(n) < 2n ** 64n, expected('an unsigned 64-bit integer (0 to 18446744073709551615)')), dist/* transform */.pdi(n => BigInt(n)));
const argSchema = dist/* pipe */.FsL(object({
    index: dist/* pipe */.FsL(dist/* number */.aig(expected('an argument index from 0 to 5')), dist/* integer */.ndf(expected('an argument index from 0 to 5')), dist/* minValue */.Wwf(0, expected('an argument index from 0 to 5')), dist/* maxValue */.cGV(5, expected('an argument index from 0 to 5'))),
    value: uint64,
    valueTwo: optional(uint64),
    op: oneOf('an operator', OPERATORS)
}, 'an argument condition'), dist/* transform */.pdi(a => {
    const { index, value, valueTwo, op } = a;
    return withExtra({ index, value, valueTwo: valueTwo ?? 0n, op }, a);
}));
const filterSchema = dist/* pipe */.FsL(object({
    caps: optional(texts),
    arches: optional(texts),
    minKernel: optional(parse_text)
}, 'an object with caps, arches or minKernel'), dist/* transform */.pdi((f) => {
    const filter = {};
    if (f.caps?.length)
        filter.caps = f.caps;
    if (f.arches?.length)
        filter.arches = f.arches;
    if (f.minKernel)
        filter.minKernel = f.minKernel;
    return withExtra(filter, f);
}));
const ruleSchema = dist/* pipe */.FsL(object({
    name: optional(parse_text),
    names: optional(texts),
    action,
    errnoRet: optional(errnoNumber),
    errno: optional(parse_text),
    args: optional(dist/* array */.YOg(argSchema, expected('a list of argument conditions'))),
    comment: optional(parse_text),
    includes: optional(filterSchema),
    excludes: optional(filterSchema)
}, 'a rule (an object with names and action)'), dist/* check */.z6Y(r => !(r.name && r.names?.length), 'has both `name` and `names`; expected one of them'), dist/* check */.z6Y(r => Boolean(r.name) || Boolean(r.names?.length), 'names no system call; expected `names`, a list of at least one'), dist/* transform */.pdi((r) => {
    const rule = {
        names: r.name ? [r.name] : (r.names ?? []),
        action: r.action,
        args: r.args ?? []
    };
    if (r.errnoRet !== undefined && r.errnoRet !== null) {
        rule.errnoRet = r.errnoRet;
    }
    if (r.errno)
        rule.errno = r.errno;
    if (r.comment)
        rule.comment = r.comment;
    if (r.includes && Object.keys(r.includes).length)
        rule.includes = r.includes;
    if (r.excludes && Object.keys(r.excludes).length)
        rule.excludes = r.excludes;
    return withExtra(rule, r);
}));
const archMapSchema = dist/* pipe */.FsL(object({
    architecture,
    subArchitectures: optional(dist/* array */.YOg(architecture, expected('a list of architectures')))
}, 'an object with architecture and subArchitectures'), dist/* transform */.pdi(entry => {
    const { architecture, subArchitectures } = entry;
    return withExtra({ architecture, subArchitectures: subArchitectures ?? [] }, entry);
}));
const profileSchema = dist/* pipe */.FsL(object({
    defaultAction: action,
    defaultErrnoRet: optional(errnoNumber),
    defaultErrno: optional(parse_text),
    architectures: optional(dist/* array */.YOg(architecture, expected('a list of architectures'))),
    archMap: optional(dist/* array */.YOg(archMapSchema, expected('a list of architecture maps'))),
    flags: optional(texts),
    listenerPath: optional(parse_text),
    listenerMetadata: optional(parse_text),
    syscalls: optional(dist/* array */.YOg(ruleSchema, expected('a list of rules')))
}, 'a seccomp profile (a JSON object)'), dist/* check */.z6Y(p => !(p.architectures?.length && p.archMap?.length), 'has both `architectures` and `archMap`; podman and Docker take only one'), dist/* transform */.pdi((p) => {
    const profile = {
        defaultAction: p.defaultAction,
        syscalls: p.syscalls ?? []
    };
    if (p.defaultErrnoRet !== undefined && p.defaultErrnoRet !== null) {
        profile.defaultErrnoRet = p.defaultErrnoRet;
    }
    if (p.defaultErrno)
        profile.defaultErrno = p.defaultErrno;
    if (p.architectures?.length)
        profile.architectures = p.architectures;
    if (p.archMap?.length)
        profile.archMap = p.archMap;
    if (p.flags?.length)
        profile.flags = p.flags;
    if (p.listenerPath)
        profile.listenerPath = p.listenerPath;
    if (p.listenerMetadata)
        profile.listenerMetadata = p.listenerMetadata;
    return withExtra(profile, p);
}));
function withExtra(target, { extra }) {
    if (extra !== undefined)
        target.extra = extra;
    return target;
}


/***/ }),

/***/ 9761:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ findPlaces)
/* harmony export */ });
/* harmony import */ var _text_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1789);
/* harmony import */ var _managed_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3456);
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2992);



/**
 * Finds calls in the text of a profile that was read before.
 *
 * @param text undefined where there is no file: then nothing is found
 */
function findPlaces(text) {
    if (text === undefined) {
        return { first: () => undefined, inUserRule: () => undefined };
    }
    const { value, positionOf } = (0,_text_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(text, 'the profile');
    const { syscalls } = value;
    const pathsOf = (rule) => {
        const { name, names } = syscalls?.[rule] ?? {};
        return [
            ...(name
                ? [[name, ['syscalls', rule, 'name']]]
                : []),
            ...(names ?? []).map((one, at) => [
                one,
                ['syscalls', rule, 'names', at]
            ])
        ];
    };
    // Of a name that stands there more than once, the first place wins.
    const first = new Map((syscalls ?? []).flatMap((_, rule) => pathsOf(rule)).reverse());
    const at = (path) => path && positionOf(path);
    const profile = (0,_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .parseProfile */ .j)(text, 'the profile');
    const users = (0,_managed_js__WEBPACK_IMPORTED_MODULE_2__/* .userRules */ .hC)(profile).map(rule => profile.syscalls.indexOf(rule));
    return {
        first: name => at(first.get(name)),
        inUserRule: (rule, name) => at(new Map(pathsOf(users[rule] ?? -1).reverse()).get(name))
    };
}


/***/ }),

/***/ 604:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ refusalsOf)
/* harmony export */ });
/* harmony import */ var _errno_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(549);
/* harmony import */ var _normalize_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7474);


/** How a profile refuses calls, whatever the container's capabilities. */
function refusalsOf(profile) {
    const { defaultAction, defaultErrno, defaultErrnoRet, syscalls } = profile;
    const errnos = [
        { action: defaultAction, errno: defaultErrno, errnoRet: defaultErrnoRet },
        ...syscalls
    ]
        .filter(({ action }) => action === 'SCMP_ACT_ERRNO')
        // An errno that is not given is EPERM.
        .map(({ errno, errnoRet }) => (0,_errno_js__WEBPACK_IMPORTED_MODULE_0__/* .errnoOf */ .U)(errno, errnoRet) ?? 1)
        .filter(errno => typeof errno === 'number')
        .filter(errno => errno > 0);
    return {
        errnos: [...new Set(errnos)].sort((a, b) => a - b),
        conditional: (0,_normalize_js__WEBPACK_IMPORTED_MODULE_1__/* .sortedUnique */ .Z$)(syscalls.filter(({ args }) => args.length > 0).flatMap(r => r.names))
    };
}


/***/ }),

/***/ 6509:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ ENGINE_NAMES),
/* harmony export */   S: () => (/* binding */ resolveRules)
/* harmony export */ });
/**
 * Those of a profile's rules that count for one container, in file order: a
 * rule is left out when one of its `excludes` holds or one of its `includes`
 * does not. podman ignores `minKernel`.
 *
 * Source: containers/common pkg/seccomp and moby profiles/seccomp,
 * `setupSeccomp`.
 */
function resolveRules(rules, context) {
    const { capabilities, engine = 'podman', kernel } = context;
    const arch = ENGINE_NAMES[context.architecture];
    const isHere = (name) => name === arch;
    const has = (cap) => capabilities.includes(cap);
    const isNew = (minKernel) => kernel === undefined || order(kernel) >= order(minKernel);
    const kernelOf = ({ minKernel }) => engine === 'moby' ? minKernel : undefined;
    const counts = ({ includes = {}, excludes = {} }) => {
        const [from, until] = [kernelOf(includes), kernelOf(excludes)];
        return ((includes.caps ?? []).every(has) &&
            (!includes.arches?.length || includes.arches.some(isHere)) &&
            (from === undefined || isNew(from)) &&
            !(excludes.caps ?? []).some(has) &&
            !(excludes.arches ?? []).some(isHere) &&
            (until === undefined || !isNew(until)));
    };
    return rules.filter(counts);
}
/**
 * The first two numbers of a release count (moby profiles/seccomp,
 * `kernelGreaterEqualThan`).
 */
function order(release) {
    const [major = 0, minor = 0] = release.split(/[.-]/, 2).map(Number);
    return major * 65536 + (minor || 0);
}
/**
 * The names that engines use in `arches`: libseccomp's, as its Go binding
 * writes them (libseccomp-golang `ScmpArch.String`; moby `goToNative`).
 */
const ENGINE_NAMES = {
    SCMP_ARCH_X86: 'x86',
    SCMP_ARCH_X86_64: 'amd64',
    SCMP_ARCH_X32: 'x32',
    SCMP_ARCH_ARM: 'arm',
    SCMP_ARCH_AARCH64: 'arm64',
    SCMP_ARCH_LOONGARCH64: 'loong64',
    SCMP_ARCH_MIPS: 'mips',
    SCMP_ARCH_MIPS64: 'mips64',
    SCMP_ARCH_MIPS64N32: 'mips64n32',
    SCMP_ARCH_MIPSEL: 'mipsel',
    SCMP_ARCH_MIPSEL64: 'mipsel64',
    SCMP_ARCH_MIPSEL64N32: 'mipsel64n32',
    SCMP_ARCH_PPC: 'ppc',
    SCMP_ARCH_PPC64: 'ppc64',
    SCMP_ARCH_PPC64LE: 'ppc64le',
    SCMP_ARCH_RISCV64: 'riscv64',
    SCMP_ARCH_S390: 's390',
    SCMP_ARCH_S390X: 's390x'
};


/***/ }),

/***/ 8399:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ serializeProfile)
/* harmony export */ });
/* harmony import */ var _text_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1789);

/**
 * Writes a profile as text in the canonical form: two spaces, one name a line,
 * a fixed order of keys, empty values left out, a newline at the end. Rules
 * stay in their order.
 */
function serializeProfile(profile) {
    return `${(0,_text_json_js__WEBPACK_IMPORTED_MODULE_0__/* .formatJson */ .IB)(profileToJson(profile))}\n`;
}
/** Drops undefined and empty values; the order of keys is the order given. */
function compact(members) {
    const kept = {};
    for (const [key, value] of Object.entries(members)) {
        if (value === undefined || value === '')
            continue;
        if (Array.isArray(value) && value.length === 0)
            continue;
        kept[key] = value;
    }
    return kept;
}
function profileToJson(p) {
    return {
        ...compact({
            defaultAction: p.defaultAction,
            defaultErrnoRet: p.defaultErrnoRet,
            defaultErrno: p.defaultErrno,
            architectures: p.architectures,
            archMap: p.archMap?.map(archMapEntryToJson),
            flags: p.flags,
            listenerPath: p.listenerPath,
            listenerMetadata: p.listenerMetadata
        }),
        ...p.extra,
        syscalls: p.syscalls.map(ruleToJson)
    };
}
function ruleToJson(r) {
    return {
        ...compact({
            comment: r.comment,
            names: r.names,
            action: r.action,
            errnoRet: r.errnoRet,
            errno: r.errno,
            args: r.args.map(argToJson),
            includes: filterToJson(r.includes),
            excludes: filterToJson(r.excludes)
        }),
        ...r.extra
    };
}
function argToJson(arg) {
    return {
        index: arg.index,
        value: arg.value,
        ...(arg.valueTwo === 0n ? {} : { valueTwo: arg.valueTwo }),
        op: arg.op,
        ...arg.extra
    };
}
function archMapEntryToJson(entry) {
    return {
        architecture: entry.architecture,
        subArchitectures: entry.subArchitectures,
        ...entry.extra
    };
}
/** A filter without any condition is left out, since it means the same. */
function filterToJson(filter = {}) {
    const { caps, arches, minKernel, extra } = filter;
    const json = { ...compact({ caps, arches, minKernel }), ...extra };
    return Object.keys(json).length > 0 ? json : undefined;
}


/***/ }),

/***/ 6389:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nx: () => (/* binding */ lets),
/* harmony export */   Wh: () => (/* binding */ treatmentOf),
/* harmony export */   z2: () => (/* binding */ isDenyList)
/* harmony export */ });
/* harmony import */ var _errno_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(549);

/**
 * How resolved rules treat a call: allowed whatever its arguments, allowed
 * for some of them (with the rules that say for which), or refused.
 *
 * As runtimes do: a rule that does what the default does is not there, and the
 * first rule without conditions wins over all others (evaluate.ts).
 */
function treatmentOf(rules, name, byDefault) {
    const about = rules.filter(rule => rule.names.includes(name) && !isDefault(rule, byDefault));
    const bare = about.find(rule => rule.args.length === 0);
    if (bare !== undefined)
        return { kind: lets(bare) ? 'allowed' : 'refused' };
    const isOpen = isDenyList(byDefault);
    if (about.length === 0)
        return { kind: isOpen ? 'allowed' : 'refused' };
    return isOpen || about.some(lets)
        ? { kind: 'conditional', rules: about }
        : { kind: 'refused' };
}
function isDefault(rule, byDefault) {
    const { defaultAction, defaultErrno, defaultErrnoRet } = byDefault;
    if (rule.action !== defaultAction)
        return false;
    const hasErrno = ['SCMP_ACT_ERRNO', 'SCMP_ACT_TRACE'].includes(rule.action);
    // An errno that is not given is EPERM.
    return (!hasErrno ||
        ((0,_errno_js__WEBPACK_IMPORTED_MODULE_0__/* .errnoOf */ .U)(rule.errno, rule.errnoRet) ?? 1) ===
            ((0,_errno_js__WEBPACK_IMPORTED_MODULE_0__/* .errnoOf */ .U)(defaultErrno, defaultErrnoRet) ?? 1));
}
/** Whether a rule lets the calls through that it matches. */
function lets(rule) {
    return LETTING.has(rule.action);
}
/** Whether a profile lets through what it does not list. */
function isDenyList({ defaultAction }) {
    return LETTING.has(defaultAction);
}
const LETTING = new Set(['SCMP_ACT_ALLOW', 'SCMP_ACT_LOG']);


/***/ }),

/***/ 9076:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  QR: () => (/* binding */ fileInRepository),
  o6: () => (/* binding */ openGitHub),
  it: () => (/* binding */ refusedBy)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/github/git.ts
var github_git = __webpack_require__(6891);
;// CONCATENATED MODULE: ./src/github/checkout.ts


/**
 * The commit that the profile's directory is checked out from, which need not
 * be the workspace's root.
 *
 * @param profile the absolute path of the profile
 * @returns undefined where that is no checkout, or git is missing
 */
async function readCheckout(git, profile) {
    const directory = external_node_path_default().dirname(profile);
    const { exitCode, stdout } = await git(['-C', directory, 'rev-parse', '--show-prefix', 'HEAD'], 
    // The runner's user need not be the one who owns the workspace.
    { environment: (0,github_git/* gitSettings */.U)([['safe.directory', '*']]) }).catch(() => NOTHING);
    const [, prefix, head] = /^(.*)\n([0-9a-f]{40,64})\n$/.exec(stdout) ?? [];
    if (exitCode !== 0 || prefix === undefined || head === undefined) {
        return undefined;
    }
    return { head, profile: `${prefix}${external_node_path_default().basename(profile)}` };
}
const NOTHING = { exitCode: 1, stdout: '' };

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./node_modules/@octokit/plugin-retry/dist-bundle/index.js
var dist_bundle = __webpack_require__(9735);
// EXTERNAL MODULE: ./src/github/fault.ts
var fault = __webpack_require__(7239);
;// CONCATENATED MODULE: ./src/github/client.ts




const PATIENCE = {
    requestMs: 20_000,
    waitSeconds: 60,
    retries: 2,
    totalMs: 300_000,
    pauseMs: 1000
};
/**
 * A client that asks again what failed by chance (5xx, connections, answers
 * that break off), and what GitHub wants to be asked later (429 and other
 * limits), a bounded number of times.
 *
 * @param token nobody else gets it
 * @param options.apiUrl GitHub's own, or that of a server of others
 * @param options.signal nothing more is asked once this is aborted
 */
async function createClient(token, { patience = PATIENCE, apiUrl = process.env['GITHUB_API_URL'] ?? 'https://api.github.com', signal = new AbortController().signal } = {}) {
    // It reads the event when it is loaded, so not before that has been checked.
    const { getOctokit } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 1758));
    const { requestMs, waitSeconds, retries, pauseMs, totalMs } = patience;
    const end = Date.now() + totalMs;
    const octokit = getOctokit(token, {
        baseUrl: apiUrl,
        log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
        retry: { retries, retryAfterBaseValue: pauseMs, doNotRetry: FINAL }
    }, 
    // The first plugin is the innermost: it sees each try.
    ({ hook }) => {
        hook.before('request', options => {
            signal.throwIfAborted();
            if (Date.now() > end)
                throw new Error('it took too long in all');
            options.request = {
                ...options.request,
                signal: AbortSignal.any([signal, AbortSignal.timeout(requestMs)])
            };
        });
        hook.after('request', ({ status, data }, options) => {
            // Octokit takes what it got for the whole, or gives it as a text.
            if (status === 204 || (typeof data === 'object' && data))
                return;
            throw Object.assign(new Error('its answer is not whole, or no JSON'), {
                ...{ status: 500, request: options }
            });
        });
        hook.error('request', error => {
            const seconds = (0,fault/* waitOf */.pE)(error);
            const isShort = (seconds) => seconds <= waitSeconds && Date.now() + seconds * 1000 < end;
            if (seconds !== undefined && isShort(seconds)) {
                const retryAfter = Math.ceil((seconds * 1000) / pauseMs);
                const { request } = error;
                request.request = { ...request.request, retries, retryAfter };
            }
            throw error;
        });
    }, dist_bundle/* retry */.L);
    return Object.assign(octokit, { pause: () => (0,promises_.setTimeout)(pauseMs) });
}
/** What happens is told by what is thrown. */
const quiet = () => undefined;
/** What another try does not mend, and limits, which say when to try again. */
const FINAL = [400, 401, 403, 404, 410, 422, 429, 451];
/**
 * The repository that the workflow runs for.
 *
 * @throws UserError where the environment does not tell
 */
function readRepository(environment) {
    const { GITHUB_REPOSITORY = '', GITHUB_SERVER_URL } = environment;
    const [, owner, name] = /^([\w.-]+)\/([\w.-]+)$/.exec(GITHUB_REPOSITORY) ?? [];
    if (owner === undefined || name === undefined) {
        throw new errors/* UserError */.yo(`GITHUB_REPOSITORY is no repository: ${JSON.stringify(GITHUB_REPOSITORY)}`, { hint: 'GitHub Actions sets it; let no step change it.' });
    }
    return { owner, name, server: GITHUB_SERVER_URL ?? 'https://github.com' };
}

// EXTERNAL MODULE: ./src/github/event.ts
var github_event = __webpack_require__(5015);
// EXTERNAL MODULE: ./src/github/marker.ts
var marker = __webpack_require__(4329);
// EXTERNAL MODULE: ./src/host/execute.ts
var execute = __webpack_require__(6077);
// EXTERNAL MODULE: ./src/inputs/publishing.ts
var publishing = __webpack_require__(6292);
// EXTERNAL MODULE: ./src/log.ts
var log = __webpack_require__(5625);
// EXTERNAL MODULE: ./src/text/markdown.ts
var markdown = __webpack_require__(6590);
;// CONCATENATED MODULE: ./src/publish/github.ts










/** Prepares for GitHub, before the tests can change anything. */
async function openGitHub(publishing, target, profile, world) {
    const git = (0,github_git/* createGit */.l)(world);
    let client;
    return {
        ...{ publishing, target, git, log: world.log },
        ...{ temporary: world.temporary, signal: world.signal },
        repository: readRepository(world.environment),
        run: (0,marker/* readRun */.cI)(world.environment, target.sha),
        checkout: await readCheckout(git, profile),
        client: () => (client ??= createClient(publishing.token, { signal: world.signal }))
    };
}
/** The profile's path in the repository, which can be below the workspace. */
const fileInRepository = ({ checkout }, inWorkspace) => checkout?.profile ?? inWorkspace;
/** What is told of an error that nobody foresaw: telling fails no run. */
function refusedBy(error) {
    if (error instanceof errors/* Cancelled */.cJ)
        throw error;
    return { kind: 'refused', why: (0,markdown/* codeSpan */.SS)((0,errors/* messageOf */.bD)(error)) };
}


/***/ }),

/***/ 161:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ publish)
});

// EXTERNAL MODULE: ./node_modules/diff/libesm/patch/create.js + 2 modules
var create = __webpack_require__(7291);
;// CONCATENATED MODULE: ./src/github/patch.ts

/**
 * Of two texts that differ in more lines, all is replaced: the search for the
 * shortest way from one to the other takes time with its square.
 */
const MAX_EDITS = 2000;
/**
 * A patch for `git apply`, in the format of git-diff(1), "Generating patch text
 * with -p"; '' where nothing changes. The mode of a file that is there stays
 * what it is.
 *
 * @param file within the repository, with `/`
 * @param before undefined where the file is new
 */
function patchOf(file, before, after) {
    if (before === after)
        return '';
    const [oldFileName, newFileName] = [`a/${file}`, `b/${file}`];
    const old = before ?? '';
    const patch = (0,create/* structuredPatch */.YB)(...[oldFileName, newFileName, old, after], ...[undefined, undefined], { context: 3, maxEditLength: MAX_EDITS });
    return (0,create/* formatPatch */.Gu)({
        ...{ oldFileName, newFileName, oldHeader: undefined, newHeader: undefined },
        hunks: patch?.hunks ?? [replace(old, after)],
        isGit: true,
        ...(before === undefined && {
            isCreate: true,
            oldFileName: '/dev/null',
            newMode: '100644'
        })
    });
}
function replace(before, after) {
    const [removed, added] = [linesOf(before), linesOf(after)];
    return {
        ...{ oldStart: 1, oldLines: removed.length },
        ...{ newStart: 1, newLines: added.length },
        lines: [...marked('-', removed), ...marked('+', added)]
    };
}
/** The lines with their ends, which the last one can be without. */
const linesOf = (text) => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
const marked = (sign, lines) => lines.flatMap(line => line.endsWith('\n')
    ? [sign + line.slice(0, -1)]
    : [sign + line, '\\ No newline at end of file']);

// EXTERNAL MODULE: ./src/report/annotations.ts
var annotations = __webpack_require__(856);
;// CONCATENATED MODULE: ./src/report/annotate.ts

/**
 * The remarks of a run on the profile's lines, no more of a level than GitHub
 * shows: then the report has the others.
 *
 * @param profile the new profile
 * @param text the new profile's text, and the committed one's
 * @param failOn tells for which of the new calls a run fails that does
 */
function remarks(findings, profile, text, failOn) {
    const { judgement, diff, byPolicy, danger, unknown } = findings;
    const { drift, portable, replay } = findings;
    const { verdict, fails, denied } = judgement;
    const isNew = verdict === 'added' && denied.length === 0 && replay.result !== 'failed';
    const { added, ways } = diff;
    const isBlamed = (name) => fails && (failOn !== 'dangerous' || danger(name).level === 'dangerous');
    const about = { profile, text: text.is, ways, byPolicy, drift, portable };
    const remarksOn = (names, fails) => (0,annotations/* annotateAdded */.nH)({ ...about, added: names, fails });
    return within([
        ...(0,annotations/* annotateDenied */.WP)({ denied, danger, text: text.was }),
        ...(0,annotations/* annotateRefused */.$O)({
            ...{ replay, profile: findings.profile, text: text.was }
        }),
        ...(isNew
            ? [
                ...remarksOn(added.filter(isBlamed), true),
                ...remarksOn(added.filter(name => !isBlamed(name)), false)
            ]
            : []),
        ...(0,annotations/* annotateUnknown */.FW)({ unknown, text: text.was })
    ]);
}
/** The first ones of each level, and how many others there are. */
function within(remarks) {
    return LEVELS.flatMap(level => {
        const all = remarks.filter(remark => remark.level === level);
        const max = annotations/* MAX_ANNOTATIONS */.KE[level];
        if (all.length <= max)
            return all;
        const rest = all.length - (max - 1);
        const message = `${rest} more remarks; the report has all that was found.`;
        return [
            ...all.slice(0, max - 1),
            { level, place: { line: 1 }, message }
        ];
    });
}
const LEVELS = ['error', 'warning', 'notice'];

// EXTERNAL MODULE: ./src/report/report.ts + 3 modules
var report = __webpack_require__(4473);
;// CONCATENATED MODULE: ./src/verdict/findings.ts
/** Whether there is more to say than that all is as it was. */
function isFinding({ judgement, replay }) {
    const { verdict, denied } = judgement;
    return (verdict !== 'unchanged' || denied.length > 0 || replay.result === 'failed');
}

// EXTERNAL MODULE: ./src/inputs/inputs.ts
var inputs = __webpack_require__(8028);
;// CONCATENATED MODULE: ./src/verdict/outcome.ts




// EXTERNAL MODULE: ./src/verdict/publication.ts
var verdict_publication = __webpack_require__(8863);
// EXTERNAL MODULE: ./src/verdict/verdict.ts
var verdict = __webpack_require__(1396);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/text/markdown.ts
var markdown = __webpack_require__(6590);
;// CONCATENATED MODULE: ./src/github/change.ts


/** A regular file that nobody executes. */
const PLAIN_MODE = 0o100644;
/**
 * How a branch stands to a change: fit for it, or what becomes of it instead.
 *
 * @param branch undefined where there is none
 */
function standingOf(branch, { ref, sha, file, text }) {
    if (!branch)
        return { kind: 'gone', ref };
    const { head, file: there } = branch;
    if (there?.oid === blobId(text, head))
        return { kind: 'there', ref };
    if (head !== sha)
        return { kind: 'superseded', ref };
    // The profile would become where a link points, or replace a directory.
    return there && (there.mode & 0o170000) !== REGULAR
        ? { kind: 'refused', ref, why: `${(0,markdown/* codeSpan */.SS)(file)} is no file there` }
        : { kind: 'ready', branch };
}
/** The hash that a repository's ids are made with, gitformat-hash. */
const hashOf = (id) => (id.length === 64 ? 'sha256' : 'sha1');
/** The kind of file that a mode tells of, inode(7): a regular one. */
const REGULAR = 0o100000;
/**
 * The id that git gives a file's content (gitformat-loose(5)).
 *
 * @param like an id of the same repository, which tells SHA-1 from SHA-256
 */
function blobId(text, like) {
    const bytes = Buffer.from(text);
    return (0,external_node_crypto_.createHash)(hashOf(like))
        .update(`blob ${bytes.length}\0`)
        .update(bytes)
        .digest('hex');
}
/**
 * The message of the commit: what the workflow says (`commit-message`), or
 * what changed; then the calls, unless the workflow's message has a body.
 */
function commitMessage(wanted, file, verdict, diff) {
    const [headline = '', ...rest] = wanted.trim().split('\n');
    const body = rest.join('\n').trim();
    return {
        headline: headline === '' ? headlineOf(file, verdict, diff) : headline,
        body: body === '' ? callsOf(diff) : body
    };
}
/** git-commit(1), "DISCUSSION", wants 50 characters; hosts cut after 72. */
const MAX_HEADLINE = 72;
function headlineOf(file, verdict, diff) {
    const name = plain(file.split('/').at(-1) ?? file);
    const added = diff.added.filter(isName);
    const removed = diff.removed.filter(isName);
    const line = verdict === 'created'
        ? `chore(seccomp): create ${name}`
        : added.length > 0
            ? `chore(seccomp): allow ${added.join(', ')}`
            : removed.length > 0
                ? `chore(seccomp): no longer allow ${removed.join(', ')}`
                : `chore(seccomp): update ${name}`;
    if (line.length <= MAX_HEADLINE)
        return line;
    const calls = added.length > 0 ? added : removed;
    const many = `${calls.length} system call${calls.length === 1 ? '' : 's'}`;
    return `chore(seccomp): ${added.length > 0 ? 'allow' : 'no longer allow'} ${many}`;
}
function callsOf({ added, removed, changed, settings }) {
    const list = (title, names) => {
        const safe = names.filter(isName);
        return safe.length === 0 ? [] : [wrapped(`${title}: ${safe.join(', ')}`)];
    };
    return [
        ...list('Newly allowed', added),
        ...list('No longer allowed', removed),
        ...list('Allowed in another way', changed),
        ...list('Settings', settings)
    ].join('\n');
}
/** Lines of 72 characters at most, for no name is longer. */
const wrapped = (text) => text.replace(/(.{1,72})(?: |$)/g, '$1\n').trim();
/** Nothing else than a name: a message can mention people and close issues. */
const isName = (name) => /^\w+$/.test(name);
const plain = (name) => /^[\w.-]{1,40}$/.test(name) ? name : 'the profile';

// EXTERNAL MODULE: ./src/github/fault.ts
var fault = __webpack_require__(7239);
;// CONCATENATED MODULE: ./src/github/commit-api.ts


/** The permission that a commit needs. */
const NEED = 'contents: write';
const BRANCH_QUERY = `
query Branch($owner: String!, $name: String!, $ref: String!, $file: String!) {
  repository(owner: $owner, name: $name) {
    ref(qualifiedName: $ref) {
      id
      prefix
      name
      target {
        oid
        ... on Commit { file(path: $file) { mode oid } }
      }
    }
  }
}`;
const COMMIT_MUTATION = `
mutation Commit($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`;
/**
 * Commits a profile through the API, which signs it: only on top of the commit
 * that it was made of (`expectedHeadOid`), so nothing of others is lost, and
 * asking again after a lost answer does no harm.
 *
 * @returns `needs git` for a file whose mode the API does not keep
 */
async function commitThroughApi(client, repository, change) {
    const { ref, sha, file, text, message } = change;
    const contents = Buffer.from(text).toString('base64');
    try {
        let lost;
        for (let round = 0; round < MAX_ROUNDS; round++) {
            if (round > 0)
                await client.pause();
            const found = await readBranch(client, repository, change);
            const standing = standingOf(found, change);
            if (standing.kind !== 'ready')
                return standing;
            const { branch } = standing;
            // New files get this mode, and old ones as well.
            if (branch.file && branch.file.mode !== PLAIN_MODE)
                return 'needs git';
            try {
                const made = await commitOnce(client, {
                    // Not by name: of one like `refs/heads/x` nobody knows what is meant.
                    branch: { id: branch.id },
                    expectedHeadOid: sha,
                    message,
                    fileChanges: { additions: [{ path: file, contents }] }
                });
                return { kind: 'committed', ref, sha: made };
            }
            catch (error) {
                // The branch has moved, with our own commit where an answer was lost,
                // or is gone. What is read can still be the old head.
                const { kind } = (0,fault/* faultOf */.Kl)(error, NEED);
                if (!['stale', 'missing', 'passing'].includes(kind))
                    throw error;
                lost = error;
            }
        }
        const { kind, why } = (0,fault/* faultOf */.Kl)(lost, NEED);
        return kind === 'stale'
            ? { kind: 'superseded', ref }
            : { kind: 'refused', ref, why };
    }
    catch (error) {
        return { kind: 'refused', ref, why: (0,fault/* faultOf */.Kl)(error, NEED).why };
    }
}
/** How often the branch is read. */
const MAX_ROUNDS = 3;
/** @returns the new commit */
async function commitOnce(client, input) {
    const { createCommitOnBranch } = await client.graphql(COMMIT_MUTATION, { input });
    const oid = createCommitOnBranch?.commit?.oid;
    if (oid !== undefined)
        return oid;
    throw new Error('it does not say which commit it made');
}
/** @returns undefined where there is no such branch */
async function readBranch(client, { owner, name }, { ref, file }) {
    const { repository } = await client.graphql(BRANCH_QUERY, {
        ...{ owner, name, ref, file }
    });
    const found = repository?.ref;
    // Where there is none, a branch whose short name looks so is found.
    if (!found?.target || found.prefix + found.name !== ref)
        return undefined;
    const { oid: head, file: there } = found.target;
    return { id: found.id, head, file: there ?? undefined };
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
var promises_default = /*#__PURE__*/__webpack_require__.n(promises_);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/github/git.ts
var git = __webpack_require__(6891);
;// CONCATENATED MODULE: ./src/github/commit-git.ts






/**
 * Who commits: the account that GitHub shows for its own token
 * (https://api.github.com/users/github-actions%5Bbot%5D).
 */
const NAME = 'github-actions[bot]';
const EMAIL = '41898282+github-actions[bot]@users.noreply.github.com';
/** Where git keeps what it got of the branch. */
const BASE = 'refs/seccomp-lock/base';
/**
 * Commits a profile with git and pushes it, as anybody pushes: the server
 * takes it only on top of what is there. All of it happens in a repository of
 * its own, so that the workspace, its index and its settings, which the tests
 * may have changed, play no part.
 *
 * @param temporary a directory for that repository
 */
async function commitThroughGit(git, repository, change, { token, temporary }) {
    const { ref } = change;
    const directory = await promises_default().mkdtemp(external_node_path_default().join(temporary, 'seccomp-lock-git-'));
    const url = `${repository.server}/${repository.owner}/${repository.name}`;
    const settings = serverSettings(url, token);
    const run = (args, options = {}) => 
    // Said so, a bare repository is no surprise (safe.bareRepository).
    git(['-C', directory, '--git-dir=.', ...args], {
        ...options,
        environment: { ...options.environment, ...settings }
    });
    try {
        await expectGood(run([
            'init',
            '--quiet',
            '--bare',
            `--object-format=${hashOf(change.sha)}`
        ]));
        const standing = standingOf(await fetchBranch(run, url, change), change);
        if (standing.kind !== 'ready')
            return standing;
        const commit = await makeCommit(run, change, standing.branch.file?.mode);
        const committed = { kind: 'committed', ref, sha: commit };
        const pushed = await run([
            ...['push', '--quiet'],
            // Nothing is forced, for it follows upon that commit; but a branch that
            // was deleted meanwhile would come back.
            `--force-with-lease=${ref}:${change.sha}`,
            ...[url, `${commit}:${ref}`]
        ]);
        if (pushed.exitCode === 0)
            return committed;
        // The answer can be lost, too.
        const branch = await fetchBranch(run, url, change);
        if (branch?.head === commit)
            return committed;
        const now = standingOf(branch, change);
        if (now.kind !== 'ready')
            return now;
        throw new GitFailed(pushed);
    }
    catch (error) {
        if (!(error instanceof GitFailed))
            throw error;
        return { kind: 'refused', ref, why: whyOf(error.result) };
    }
    finally {
        await promises_default().rm(directory, { recursive: true, force: true });
    }
}
/** Another end than a good one. */
class GitFailed extends Error {
    result;
    constructor(result) {
        super(result.stderr);
        this.result = result;
    }
}
async function expectGood(result) {
    const ended = await result;
    if (ended.exitCode !== 0)
        throw new GitFailed(ended);
    return ended.stdout.trim();
}
/** Reads a branch; undefined where there is none. */
async function fetchBranch(run, url, { ref, file }) {
    // Where there is none, git takes one whose name ends so.
    if (!(await isThere(run, url, ref)))
        return undefined;
    const fetched = await run([
        // No content of files is needed; servers that cannot leave it out do not.
        ...['fetch', '--quiet', '--no-tags', '--depth=1', '--filter=blob:none'],
        ...[url, `+${ref}:${BASE}`]
    ]);
    if (fetched.exitCode !== 0) {
        if (!(await isThere(run, url, ref)))
            return undefined;
        throw new GitFailed(fetched);
    }
    const head = await expectGood(run(['rev-parse', BASE]));
    const entry = await expectGood(
    // git's own magic in paths (gitglossary(7), "pathspec") is not ours.
    run(['--literal-pathspecs', 'ls-tree', '-z', BASE, '--', file]));
    const [, mode, oid] = /^(\d{6}) \w+ ([0-9a-f]+)\t/.exec(entry) ?? [];
    const there = mode === undefined || oid === undefined
        ? undefined
        : { mode: parseInt(mode, 8), oid };
    return { head, file: there };
}
async function isThere(run, url, ref) {
    const refs = await expectGood(run(['ls-remote', '--refs', url, ref]));
    return refs.split('\n').some(line => line.endsWith(`\t${ref}`));
}
/** Makes the commit, with nothing changed but the file; gives its id. */
async function makeCommit(run, { file, text, message }, mode = PLAIN_MODE) {
    const blob = await expectGood(run(['hash-object', '-w', '--stdin'], { input: text }));
    await expectGood(run(['read-tree', BASE]));
    // Other than `--index-info` it does not put a file for a directory.
    const entry = `${mode.toString(8)},${blob},${file}`;
    await expectGood(run(['update-index', '--add', '--cacheinfo', entry]));
    const tree = await expectGood(run(['write-tree', '--missing-ok']));
    return expectGood(run(['commit-tree', tree, '-p', BASE, '-F', '-'], {
        input: `${message.headline}\n\n${message.body}\n`,
        environment: {
            ...{ GIT_AUTHOR_NAME: NAME, GIT_AUTHOR_EMAIL: EMAIL },
            ...{ GIT_COMMITTER_NAME: NAME, GIT_COMMITTER_EMAIL: EMAIL }
        }
    }));
}
/** The token for this server alone, and nothing that runs a program. */
function serverSettings(url, token) {
    const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
    const header = `http.${url}.extraHeader`;
    return (0,git/* gitSettings */.U)([
        // The longest match counts: no setting of the machine's sends it elsewhere,
        // or as somebody else, with a secret on a command line (git-config(1)).
        [`url.${url}.insteadOf`, url],
        [`url.${url}.pushInsteadOf`, url],
        // An empty one forgets what other files say (git-config(1)): two headers
        // of this name are refused.
        [header, ''],
        [header, `AUTHORIZATION: basic ${basic}`],
        ['http.followRedirects', 'false'],
        ['http.lowSpeedLimit', '1'],
        ['http.lowSpeedTime', '20'],
        ['credential.helper', ''],
        ['core.hooksPath', '/dev/null'],
        ['push.gpgSign', 'false'],
        ['gc.auto', '0'],
        ['maintenance.auto', 'false']
    ]);
}
/** Why git could not, in our words or the server's. */
function whyOf({ exitCode, stderr }) {
    // timeout(1), "Exit status": with KILL it is that of the signal.
    if (exitCode === 124 || exitCode === 137)
        return 'git took too long';
    const remote = [...stderr.matchAll(/^remote: *(?:error: *)?(.+?)\s*$/gm)];
    const said = remote.map(([, line]) => line).join(' ');
    const [, status] = /returned error: (\d+)/.exec(stderr) ?? [];
    if (status === '403')
        return (0,fault/* forbiddenBy */.xV)(said, NEED);
    if (/^fatal: repository .* not found$/m.test(stderr)) {
        return (0,fault/* unseenWithout */.$4)(NEED);
    }
    if (/^fatal: (could not read Username|Authentication failed)/m.test(stderr)) {
        return fault/* REJECTED */.Vj;
    }
    if (said !== '')
        return `GitHub says: ${(0,fault/* quoted */.TL)(said)}`;
    // What comes after the first is what came of it.
    const [first = stderr] = /^(?:fatal: |error: | ! ).*$/m.exec(stderr) ?? [];
    return `git says: ${(0,fault/* quoted */.TL)(first)}`;
}

// EXTERNAL MODULE: ./src/publish/github.ts + 2 modules
var github = __webpack_require__(9076);
;// CONCATENATED MODULE: ./src/publish/commit.ts







/** What becomes of a profile that the workspace has anew. */
async function commit({ findings, failOn, changed, text }, gitHub) {
    if (!changed)
        return undefined;
    const { publishing, target, checkout, repository, log } = gitHub;
    const { verdict, fails } = findings.judgement;
    const left = (why) => ({ kind: 'left', why });
    if (publishing.commit === 'never') {
        return left('the input `commit` is `never`');
    }
    if (!target.commit.may)
        return left(target.commit.why);
    if (findings.replay.result === 'skipped') {
        return left('no replay has seen it working (`replay: off`)');
    }
    // Committing it would make the next run take it for accepted.
    if (fails && failOn === 'dangerous') {
        return left('a new call is dangerous, and `fail-on: dangerous` leaves it to people');
    }
    if (publishing.token === '')
        return left('there is no `github-token`');
    if (!checkout) {
        return left('its directory is no checkout that git can read, so nobody knows which commit was tested');
    }
    if (checkout.head !== target.sha) {
        return left(`${(0,markdown/* codeSpan */.SS)(checkout.head.slice(0, 12))} is checked out, and the event is about ${(0,markdown/* codeSpan */.SS)(target.sha.slice(0, 12))}`);
    }
    const change = {
        ...{ ref: target.commit.ref, sha: target.sha },
        ...{ file: checkout.profile, text: text.is },
        message: commitMessage(...[publishing.commitMessage, checkout.profile], ...[verdict, findings.diff])
    };
    const through = async () => {
        const { token, commitVia } = publishing;
        const { git, temporary } = gitHub;
        const done = commitVia === 'git'
            ? 'needs git'
            : await commitThroughApi(await gitHub.client(), repository, change);
        return done === 'needs git'
            ? commitThroughGit(git, repository, change, { token, temporary })
            : done;
    };
    const { ref } = change;
    gitHub.signal.throwIfAborted();
    const publication = await through().catch((error) => ({
        ...(0,github/* refusedBy */.it)(error),
        ref
    }));
    if (publication.kind === 'committed') {
        log.info(`Committed to ${change.ref} as ${publication.sha}.`);
    }
    return publication;
}
const sayRefused = ({ ref, why }) => `The profile could not be committed to ${(0,markdown/* codeSpan */.SS)(ref)}: ${why}.`;

// EXTERNAL MODULE: ./src/publish/tell.ts + 2 modules
var tell = __webpack_require__(595);
;// CONCATENATED MODULE: ./src/publish/publish.ts










/**
 * Commits the new profile where it may, and tells what was found: in a report
 * file, the summary, and the pull request's comment. What GitHub refuses is a
 * warning and stands in the summary; it never changes the verdict.
 */
async function publish(found, gitHub) {
    const publication = await commit(found, gitHub);
    const findings = {
        ...found.findings,
        judgement: (0,verdict/* settle */.G)(found.findings.judgement, (0,verdict_publication/* isPublished */.H)(publication))
    };
    const { profile, text } = found;
    const file = (0,github/* fileInRepository */.QR)(gitHub, findings.profile);
    const patch = found.changed ? patchOf(file, text.was, text.is) : '';
    return {
        publication,
        fails: findings.judgement.fails,
        annotations: remarks(findings, profile, text, found.failOn),
        ...(await (0,tell/* tell */.q)(gitHub, {
            sections: (0,report/* reportSections */.lN)(findings, { publication, patch }),
            key: findings.profile,
            isFinding: isFinding(findings),
            refused: publication?.kind === 'refused' ? [sayRefused(publication)] : []
        }))
    };
}


/***/ }),

/***/ 595:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ tell)
});

// EXTERNAL MODULE: ./src/github/marker.ts
var github_marker = __webpack_require__(4329);
;// CONCATENATED MODULE: ./src/github/comment-plan.ts

/**
 * What to do so that the pull request has one comment with this key, and none
 * where there was never anything to say.
 *
 * - Ours are those of the viewer with a marker of this key on the first line;
 *   no other is touched.
 * - Of several, as two runs at once make them, the oldest stays.
 * - A text that stands there is not sent again, so its marker can be that of an
 *   earlier run. Two things tell a late run that it has nothing to say any
 *   more: a marker of a newer one, and a pull request whose head is not the
 *   commit that it tested.
 */
function planComment(existing, { viewer, marker, isFinding, body, isLatest }) {
    const ours = existing
        .filter(({ author }) => author !== undefined && isSame(author, viewer))
        .flatMap(({ id, body }) => {
        const found = (0,github_marker/* parseMarker */.gY)(body);
        return found?.key === marker.key ? [{ id, body, run: found.run }] : [];
    })
        .sort((a, b) => a.id - b.id);
    const [first, ...others] = ours;
    const leave = (why) => ({
        step: { kind: 'leave', why },
        duplicates: why.startsWith('newer') ? [] : others.map(({ id }) => id)
    });
    if (!isLatest)
        return leave('newer commit');
    if (!first) {
        return isFinding
            ? { step: { kind: 'create', body }, duplicates: [] }
            : leave('nothing to say');
    }
    if (ours.some(({ run }) => (0,github_marker/* isOlder */.tW)(marker.run, run))) {
        return leave('newer run');
    }
    if (textOf(first.body) === textOf(body))
        return leave('unchanged');
    return {
        step: { kind: isFinding ? 'update' : 'resolve', id: first.id, body },
        duplicates: others.map(({ id }) => id)
    };
}
/** Logins are the same whatever their case. */
const isSame = (a, b) => a.toLowerCase() === b.toLowerCase();
/**
 * What people see, but for how often a program made a call, which is seldom the
 * same twice. Edited on the site, it comes back with other line ends.
 */
const textOf = (body) => body
    .replaceAll('\r\n', '\n')
    .replace(/^.*\n*/, '')
    .replace(/ × \d+(,\d{3})*( or more)?/g, '')
    .trimEnd();

// EXTERNAL MODULE: ./src/github/fault.ts
var fault = __webpack_require__(7239);
;// CONCATENATED MODULE: ./src/github/comment.ts


/** The permission that a comment needs. */
const NEED = 'pull-requests: write';
/**
 * Keeps the one comment of a pull request current: reads all of them, and
 * creates, updates or leaves ours; deletes what says the same twice.
 *
 * GitHub has no condition for changing a comment. So what is to be changed is
 * read once more just before, and after creating one all are looked through
 * for that of another run; between the two requests a moment stays.
 */
async function keepComment(client, repository, pullRequest, wanted) {
    const place = { owner: repository.owner, repo: repository.name };
    const issue = { ...place, issue_number: pullRequest };
    try {
        const { viewer, head } = await askWho(client, repository, pullRequest);
        const isLatest = head === undefined || head === wanted.marker.run.sha;
        const want = { ...wanted, viewer, isLatest };
        let made;
        let lost;
        for (let round = 0; round < MAX_ROUNDS; round++) {
            if (round > 0)
                await client.pause();
            const existing = await readComments(client, issue);
            const { step, duplicates } = planComment(existing, want);
            if (step.kind === 'create') {
                // What is read can be late; the next run would heal it, not a copy.
                if (made)
                    break;
                try {
                    made = await create(client, issue, step.body);
                }
                catch (error) {
                    // It can be there all the same, which the next look tells.
                    if ((0,fault/* faultOf */.Kl)(error, NEED).kind !== 'passing')
                        throw error;
                    lost = error;
                }
                continue;
            }
            let outcome;
            if (step.kind === 'leave') {
                outcome =
                    made && step.why === 'unchanged' && !duplicates.includes(made.id)
                        ? { kind: 'created', url: made.url }
                        : { kind: 'left', why: step.why };
            }
            else {
                const { kind, id, body } = step;
                const seen = existing.find(comment => comment.id === id)?.body;
                const url = await update(client, place, { id, body, seen });
                if (url === undefined)
                    continue;
                outcome = { kind: kind === 'resolve' ? 'resolved' : 'updated', url };
            }
            const late = made && isLate(made, existing, want) ? [made.id] : [];
            for (const id of [...duplicates, ...late])
                await remove(client, place, id);
            return outcome;
        }
        if (made)
            return { kind: 'created', url: made.url };
        return {
            kind: 'refused',
            why: lost === undefined
                ? 'others change the comment all the time'
                : (0,fault/* faultOf */.Kl)(lost, NEED).why
        };
    }
    catch (error) {
        return { kind: 'refused', why: (0,fault/* faultOf */.Kl)(error, NEED).why };
    }
}
/** How often all comments are read, for what came between. */
const MAX_ROUNDS = 4;
const VIEWER_QUERY = `
query Viewer($owner: String!, $name: String!, $pullRequest: Int!) {
  viewer { login }
  repository(owner: $owner, name: $name) {
    pullRequest(number: $pullRequest) { headRefOid }
  }
}`;
/**
 * Who we are, and the pull request's newest commit if we may know. REST's
 * `/user` does not answer the token of a job.
 */
async function askWho(client, { owner, name }, pullRequest) {
    const { viewer, repository } = await client
        .graphql(VIEWER_QUERY, { owner, name, pullRequest })
        .catch((error) => {
        // Part of an answer comes with the error about the other part.
        const part = error instanceof Error && 'data' in error ? error.data : {};
        const { viewer } = (part ?? {});
        const isKept = ['forbidden', 'missing'].includes((0,fault/* faultOf */.Kl)(error, NEED).kind);
        if (viewer && isKept)
            return { viewer, repository: null };
        throw error;
    });
    const head = repository?.pullRequest?.headRefOid;
    return { viewer: viewer.login, head };
}
async function readComments(client, issue) {
    const comments = await client.paginate(client.rest.issues.listComments, {
        ...issue,
        per_page: 100
    });
    return comments.map(({ id, user, body }) => ({
        ...{ id, author: user?.login, body: body ?? '' }
    }));
}
/**
 * Changes a comment that is still as it was seen.
 *
 * @returns its page; undefined where it is another now, or gone
 */
async function update(client, place, { id, body, seen }) {
    const { getComment, updateComment } = client.rest.issues;
    const comment = { ...place, comment_id: id };
    try {
        const { data: now } = await getComment(comment);
        if ((now.body ?? '') !== seen)
            return undefined;
        return (await updateComment({ ...comment, body })).data.html_url;
    }
    catch (error) {
        if ((0,fault/* faultOf */.Kl)(error, NEED).kind === 'missing')
            return undefined;
        throw error;
    }
}
/**
 * Whether a newer run had its comment before this one was made, and so need
 * not have seen it. Where it came after, it takes care of both.
 */
function isLate(made, existing, want) {
    const before = existing.filter(({ id }) => id < made.id);
    const { step } = planComment(before, want);
    return step.kind === 'leave' && step.why === 'newer run';
}
/** Creates a comment, and asks only once, so that there are not two. */
async function create(client, issue, body) {
    const options = { ...issue, body, request: { retries: 0 } };
    const { data } = await client.rest.issues.createComment(options);
    return { id: data.id, url: data.html_url };
}
/**
 * Removes one that says the same. Another run may have been faster; and what
 * stays is found by the next one.
 */
async function remove(client, place, id) {
    await client.rest.issues
        .deleteComment({ ...place, comment_id: id })
        .catch(() => undefined);
}

// EXTERNAL MODULE: ./src/host/temporary.ts
var host_temporary = __webpack_require__(9097);
// EXTERNAL MODULE: ./src/inputs/publishing.ts
var inputs_publishing = __webpack_require__(6292);
// EXTERNAL MODULE: ./src/report/annotations.ts
var annotations = __webpack_require__(856);
// EXTERNAL MODULE: ./src/report/sections.ts
var report_sections = __webpack_require__(3844);
// EXTERNAL MODULE: ./src/text/markdown.ts
var markdown = __webpack_require__(6590);
// EXTERNAL MODULE: ./src/publish/github.ts + 2 modules
var github = __webpack_require__(9076);
;// CONCATENATED MODULE: ./src/publish/tell.ts









/** Tells it in a file, in the summary, and in the pull request. */
async function tell(gitHub, telling) {
    const { sections } = telling;
    const { log, temporary } = gitHub;
    const report = (0,report_sections/* joinSections */.lS)(sections);
    const written = await (0,host_temporary/* writeTemporary */.b)(temporary, 'report', 'md', report).catch(github/* refusedBy */.it);
    const comment = await commentOn(gitHub, telling).catch(github/* refusedBy */.it);
    const refused = [
        ...telling.refused,
        ...(typeof written === 'object'
            ? [`The report could not be written: ${written.why}.`]
            : []),
        ...(comment?.kind === 'refused'
            ? [`The comment could not be written: ${comment.why}.`]
            : [])
    ];
    if (refused.length > 0) {
        log.warning(`${refused.join(' ')} The job summary has everything.`);
    }
    const url = comment && 'url' in comment ? comment.url : undefined;
    if (url !== undefined)
        log.info(`The comment was ${comment?.kind}: ${url}`);
    return {
        reportPath: typeof written === 'object' ? '' : written,
        summary: (0,report_sections/* fitSections */.WK)(sections, {
            limit: report_sections/* SUMMARY_LIMIT */.Jt,
            elsewhere: `The whole report is in the file that the output ${(0,markdown/* codeSpan */.SS)('report-path')} names.`
        }),
        commentUrl: url
    };
}
async function commentOn(gitHub, { sections, key, isFinding }) {
    const { publishing, target, repository, run } = gitHub;
    const { comment, commentKey, token } = publishing;
    if (!target.comment.may || comment === 'never')
        return undefined;
    const isAlways = comment === 'always';
    if (token === '') {
        return isFinding || isAlways
            ? { kind: 'refused', why: 'there is no `github-token`' }
            : undefined;
    }
    gitHub.signal.throwIfAborted();
    const marker = { key: commentKey || key.slice(-inputs_publishing/* MAX_KEY */.tu), run };
    return keepComment(await gitHub.client(), repository, target.comment.pullRequest, {
        marker,
        isFinding: isFinding || isAlways,
        body: (0,report_sections/* fitSections */.WK)(isFinding || isAlways ? sections : resolved(sections), {
            limit: report_sections/* COMMENT_LIMIT */.W$,
            elsewhere: 'The whole report is in the summary of the job.',
            marker: (0,github_marker/* formatMarker */.gJ)(marker)
        })
    });
}
/** For a comment that told of something which is gone now. */
function resolved(sections) {
    const text = 'What this comment said before is **resolved**.';
    return [
        ...sections.slice(0, 1),
        { rank: 99, name: 'what became of it', text }
    ];
}


/***/ }),

/***/ 1453:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ createAuditRecorder)
});

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
var promises_default = /*#__PURE__*/__webpack_require__.n(promises_);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./src/container/run.ts
var run = __webpack_require__(3042);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/host/background.ts
var background = __webpack_require__(2048);
// EXTERNAL MODULE: ./src/host/files.ts
var files = __webpack_require__(3285);
// EXTERNAL MODULE: ./src/profile/serialize.ts
var serialize = __webpack_require__(8399);
// EXTERNAL MODULE: ./src/profile/treatment.ts
var treatment = __webpack_require__(6389);
;// CONCATENATED MODULE: ./src/recorders/audit/profile.ts


/**
 * A profile that lets through what the given one does, and logs it: the
 * kernel makes an audit record of each call that SCMP_ACT_LOG lets through
 * (seccomp(2), `SECCOMP_RET_LOG`). What is refused stays refused.
 *
 * @throws UserError where logging would change what the profile means
 */
function loggingProfile(profile) {
    const isOpen = (0,treatment/* isDenyList */.z2)(profile);
    if (isOpen)
        refuseExceptions(profile);
    return {
        ...profile,
        defaultAction: logging(profile.defaultAction),
        syscalls: profile.syscalls
            // Engines skip rules that do what the default does; libseccomp would
            // refuse them.
            .filter(rule => !(isOpen && (0,treatment/* lets */.Nx)(rule)))
            .map(rule => ({ ...rule, action: logging(rule.action) }))
    };
}
function logging(action) {
    return action === 'SCMP_ACT_ALLOW' ? 'SCMP_ACT_LOG' : action;
}
/**
 * Where the default is one of SCMP_ACT_ALLOW and SCMP_ACT_LOG, a rule with
 * the other one can be an exception from a rule that refuses. With both
 * actions the same, it would be no more.
 */
function refuseExceptions({ defaultAction, syscalls }) {
    const refused = new Set(syscalls.filter(rule => !(0,treatment/* lets */.Nx)(rule)).flatMap(rule => rule.names));
    const exception = syscalls
        .filter(rule => (0,treatment/* lets */.Nx)(rule) && rule.action !== defaultAction)
        .flatMap(rule => rule.names)
        .find(name => refused.has(name));
    if (exception === undefined)
        return;
    throw new errors/* UserError */.yo(`the audit recorder cannot run a container under this profile: its rules both refuse and let through \`${exception}\`, and its default is ${defaultAction}`, { hint: 'Keep one of the rules, or take another recorder.' });
}

;// CONCATENATED MODULE: ./src/recorders/audit/reader.ts
/** What the reader prints as its first line, when nothing can escape it. */
const READY = 'READY';
/**
 * The command of the reader of the kernel's audit records. It prints `READY`,
 * counts until its standard input closes (which it also does when this
 * process is killed), then prints one line: audit-records.ts,
 * `parseAuditReport`. Where it cannot read it says so on standard error and
 * ends with code 1.
 *
 * @param python the interpreter, Python 3.6 or later
 */
function auditReaderCommand(python) {
    // Isolated: root must not import a `json.py` of the working directory.
    return [python, '-I', '-c', PROGRAM];
}
/**
 * It is a Python program, because Node.js has no netlink sockets.
 *
 * - It counts, and does not pass on: a container can make 100,000 records a
 *   second. Of each it keeps what tells calls apart, which is a few hundred
 *   different texts.
 * - kauditd sends records in the order in which they were made
 *   (kernel/audit.c, `audit_queue`). So a record that is made after the
 *   container's end, and has come back, is the end of the container's. It is
 *   made as the container's are, by a call under a filter of SECCOMP_RET_LOG,
 *   since messages from user space (AUDIT_USER) are not passed on while audit
 *   is not enabled, as it is without auditd.
 * - The same before READY shows that records of this kind do come.
 * - A full receive buffer is the reader's loss (`Drops` in
 *   /proc/net/netlink); a full backlog is the audit system's (`lost` in its
 *   status, linux/audit.h `struct audit_status`).
 */
const PROGRAM = String.raw `
import ctypes, errno, json, os, select, socket, struct, sys, time

NETLINK_AUDIT, READLOG = 9, 1
AUDIT_GET, AUDIT_SECCOMP = 1000, struct.pack('=H', 1326)
NLM_F_REQUEST, NLMSG_ERROR = 1, 2
SO_RCVBUFFORCE = 33
# The kernel counts twice of it, 2304 bytes a record: 110,000 records.
BUFFER = 128 << 20
LONGEST = 16384
MAX_TEXTS = 200000
PANIC = 2

libc = ctypes.CDLL(None, use_errno=True)


class Instruction(ctypes.Structure):
    _fields_ = [('code', ctypes.c_ushort), ('jt', ctypes.c_ubyte),
                ('jf', ctypes.c_ubyte), ('k', ctypes.c_uint)]


class Filter(ctypes.Structure):
    _fields_ = [('length', ctypes.c_ushort),
                ('instructions', ctypes.POINTER(Instruction))]


def make_record():
    """Makes a record; gives what is in it and in no other."""
    name = b'sl-' + os.urandom(6).hex().encode()
    ret_log = Instruction(0x06, 0, 0, 0x7ffc0000)
    log_all = Filter(1, ctypes.pointer(ret_log))
    child = os.fork()
    if child == 0:
        PR_SET_NAME, PR_SET_SECCOMP, PR_SET_NO_NEW_PRIVS = 15, 22, 38
        libc.prctl(PR_SET_NAME, name, 0, 0, 0)
        libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        libc.prctl(PR_SET_SECCOMP, 2, ctypes.byref(log_all), 0, 0)
        os._exit(0)
    os.waitpid(child, 0)
    return b' comm="' + name + b'"'


class Reader:
    def __init__(self):
        self.counts, self.unkept, self.overruns = {}, 0, 0
        self.socket = socket.socket(
            socket.AF_NETLINK, socket.SOCK_RAW, NETLINK_AUDIT)
        self.socket.setsockopt(socket.SOL_SOCKET, SO_RCVBUFFORCE, BUFFER)
        self.socket.bind((0, READLOG))
        self.socket.setblocking(False)

    def take(self, mark=b'\0none'):
        """Counts some of what is there; says whether the mark came."""
        counts, receive = self.counts, self.socket.recv
        marked = False
        for _ in range(4096):
            try:
                record = receive(LONGEST)
            except BlockingIOError:
                break
            except OSError as error:
                if error.errno != errno.ENOBUFS:
                    raise
                self.overruns += 1
                continue
            if record[4:6] != AUDIT_SECCOMP:
                continue
            if mark in record:
                marked = True
            # Without time, process, label, path and address.
            ses = record.find(b' ses=')
            comm = record.find(b' comm=', ses)
            call = record.rfind(b' arch=')
            ip = record.find(b' ip=', call)
            text = (record[ses:record.find(b' ', ses + 1)]
                    + record[comm:record.find(b' ', comm + 1)]
                    + record[call:ip]
                    + record[record.find(b' ', ip + 1):])
            if text in counts:
                counts[text] += 1
            elif len(counts) < MAX_TEXTS:
                counts[text] = 1
            else:
                self.unkept += 1
        return marked

    def until_input_closes(self):
        poll = select.poll()
        poll.register(self.socket, select.POLLIN)
        poll.register(0, select.POLLIN)
        while True:
            ready = dict(poll.poll())
            if 0 in ready and not os.read(0, 4096):
                return
            self.take()

    def to_the_end(self):
        """Reads all that was made before now; says whether it could."""
        poll = select.poll()
        poll.register(self.socket, select.POLLIN)
        for _ in range(5):
            # One that was dropped never comes: then make another one.
            mark = make_record()
            begin = time.monotonic()
            while poll.poll(1000) and time.monotonic() - begin < 10:
                if self.take(mark):
                    return True
        return False

    def dropped(self):
        inode = str(os.fstat(self.socket.fileno()).st_ino)
        with open('/proc/net/netlink') as sockets:
            rows = [line.split() for line in sockets]
        drops = rows[0].index('Drops')
        own = [int(row[drops]) for row in rows if row[-1] == inode]
        return max([self.overruns] + own)


def status():
    request = struct.pack('=IHHII', 16, AUDIT_GET, NLM_F_REQUEST, 1, 0)
    with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW,
                       NETLINK_AUDIT) as asking:
        asking.settimeout(10)
        asking.send(request)
        while True:
            reply = asking.recv(LONGEST)
            kind, = struct.unpack_from('=H', reply, 4)
            if kind == NLMSG_ERROR:
                number = -struct.unpack_from('=i', reply, 16)[0]
                raise OSError(number, os.strerror(number))
            if kind == AUDIT_GET:
                fields = struct.unpack_from('=7I', reply, 16)
                return dict(zip(('mask', 'enabled', 'failure', 'pid',
                                 'rateLimit', 'backlogLimit', 'lost'), fields))


def main():
    try:
        before = status()
        reader = Reader()
    except OSError as error:
        sys.exit('the audit socket: ' + str(error))
    if before['failure'] == PANIC:
        sys.exit('the kernel is told to panic when it loses an audit record'
                 ' (auditctl -f 2)')
    if not reader.to_the_end():
        sys.exit('no audit record comes of a call that a filter logs')
    try:
        # Behind the container nobody may be faster than we are.
        os.setpriority(os.PRIO_PROCESS, 0, -10)
    except OSError:
        pass
    print('READY', flush=True)
    reader.until_input_closes()
    is_whole = reader.to_the_end()
    json.dump({
        'records': [[text.decode('ascii', 'replace'), count]
                    for text, count in reader.counts.items()],
        'unkept': reader.unkept,
        'dropped': reader.dropped(),
        'isWhole': is_whole,
        'before': before,
        'after': status(),
    }, sys.stdout)
    print(flush=True)


main()
`;

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./src/syscalls/numbers.ts + 1 modules
var numbers = __webpack_require__(3952);
// EXTERNAL MODULE: ./src/recorders/counts.ts
var recorders_counts = __webpack_require__(1691);
;// CONCATENATED MODULE: ./src/recorders/audit/records.ts



const count = dist/* pipe */.FsL(dist/* number */.aig(), dist/* integer */.ndf(), dist/* minValue */.Wwf(0));
/** A part of the audit system's status, linux/audit.h `audit_status`. */
const records_status = dist/* object */.Ikc({
    /** Records that the kernel lost since its start. */
    lost: count,
    /** Records a second; 0 is no limit. */
    rateLimit: count,
    /** Records that may wait; 0 is no limit. */
    backlogLimit: count
});
const report = dist/* object */.Ikc({
    /** Texts of records, each with how often it came. */
    records: dist/* array */.YOg(dist/* tuple */.PVZ([dist/* string */.YjP(), count])),
    /** Records that were not counted, since too many differed. */
    unkept: count,
    /** Records that the kernel dropped, since the reader was too slow. */
    dropped: count,
    /** Whether all was read that was made before the reader was to end. */
    isWhole: dist/* boolean */.zMY(),
    before: records_status,
    after: records_status
});
/** Reads the last line of the reader. @throws ValiError, SyntaxError */
function parseAuditReport(line) {
    return dist/* parse */.qgA(report, JSON.parse(line));
}
/**
 * The calls of one audit session among a report's records, and what was lost.
 *
 * @param session the session's number, /proc/PID/sessionid
 * @param own the machine's architecture
 */
function countRecords({ records, ...rest }, session, own) {
    const counts = [];
    const strange = new Map();
    let unreadable = 0;
    for (const [text, count] of records) {
        const record = parseRecord(text);
        if (record === undefined) {
            unreadable += count;
            continue;
        }
        // A record with another code is of a call that was refused; below zero is
        // no call, and the kernel does nothing for it.
        const { code, number, comm } = record;
        if (record.session !== session || code !== RET_LOG || number < 0)
            continue;
        const architecture = architectureOf(record.arch, number);
        if (architecture === undefined) {
            strange.set(record.arch, (strange.get(record.arch) ?? 0) + count);
            continue;
        }
        counts.push({
            name: (0,numbers/* syscallsByNumber */.$o)(architecture).get(number) ?? `#${number}`,
            architecture: architecture === own ? undefined : architecture,
            comm,
            count
        });
    }
    return {
        calls: (0,recorders_counts/* groupCalls */.nh)(counts),
        lost: [
            ...lossesOf(rest),
            ...(unreadable > 0
                ? [`${unreadable} audit records of seccomp have an unknown form.`]
                : []),
            ...[...strange].map(([arch, times]) => `${times} calls are of the unknown architecture 0x${arch}.`)
        ]
    };
}
/** SECCOMP_RET_LOG, linux/seccomp.h. */
const RET_LOG = '0x7ffc0000';
/**
 * kernel/auditsc.c, `audit_seccomp`. A name with a quote, a space or a byte
 * beyond ASCII in it is written in hexadecimal (`audit_log_untrustedstring`),
 * so that no program can write a field.
 */
const RECORD = /(?:^| )ses=(?<ses>\d+) (?:.* )?comm=(?:"(?<text>[^" ]*)"|(?<hex>(?:[0-9A-F]{2})+)|\(null\)) (?:.* )?arch=(?<arch>[0-9a-f]+) syscall=(?<number>-?\d+) (?:.* )?code=(?<code>0x[0-9a-f]+)\0?$/;
function parseRecord(text) {
    const fields = RECORD.exec(text)?.groups;
    if (fields === undefined)
        return undefined;
    const { ses, arch = '', number, code = '' } = fields;
    return {
        session: Number(ses),
        comm: fields['text'] ?? Buffer.from(fields['hex'] ?? '', 'hex').toString(),
        arch,
        number: Number(number),
        code
    };
}
/** linux/audit.h, `AUDIT_ARCH_*`. */
const ARCHITECTURE_OF = new Map([
    ['40000003', 'SCMP_ARCH_X86'],
    ['c000003e', 'SCMP_ARCH_X86_64'],
    ['40000028', 'SCMP_ARCH_ARM'],
    ['c00000b7', 'SCMP_ARCH_AARCH64'],
    ['80000016', 'SCMP_ARCH_S390X'],
    ['c0000015', 'SCMP_ARCH_PPC64LE'],
    ['c00000f3', 'SCMP_ARCH_RISCV64']
]);
function architectureOf(arch, number) {
    const architecture = ARCHITECTURE_OF.get(arch);
    return architecture === 'SCMP_ARCH_X86_64' && (0,numbers/* isX32 */.Ui)(number)
        ? 'SCMP_ARCH_X32'
        : architecture;
}
function lossesOf(report) {
    const { unkept, dropped, isWhole, before, after } = report;
    const lost = after.lost - before.lost;
    const { backlogLimit, rateLimit } = after;
    return [
        ...(dropped > 0
            ? [
                `The kernel dropped ${dropped} audit records or more, which came faster than they could be read.`
            ]
            : []),
        ...(lost > 0
            ? [
                `The kernel's audit system lost ${lost} records: ${rateLimit > 0 ? `its rate limit is ${rateLimit} a second (auditctl -r 0 lifts it), ` : ''}its backlog limit is ${backlogLimit} (auditctl -b 8192 raises it).`
            ]
            : []),
        ...(lost < 0
            ? ['The count of lost audit records was set back meanwhile.']
            : []),
        ...(unkept > 0
            ? [
                `${unkept} audit records were not counted, since too many programs have different names.`
            ]
            : []),
        ...(isWhole ? [] : ['The end of the audit records did not come.'])
    ];
}

;// CONCATENATED MODULE: ./src/recorders/audit/session.ts

/**
 * Makes a command run as an audit session of its own: all that it starts
 * keeps the session's number, which every audit record has (`ses`).
 *
 * Setting the login user ID begins a session. Only an ID that is unset may be
 * set; unsetting it needs CAP_AUDIT_CONTROL, and the feature
 * loginuid-immutable forbids it (kernel/audit.c, `audit_set_loginuid` and
 * `audit_set_loginuid_perm`). An ID that was set stays what it was; where none
 * was, the container's programs see one, as on a machine with a login.
 *
 * @param argv a command, maybe one of `sudo -n`
 * @param file an existing file to write the session's number to
 * @param user the ID where none is set
 */
function loginCommand(argv, file, user) {
    // Behind sudo, whose own PAM session may set the login user ID.
    const before = argv[0] === 'sudo' && argv[1] === '-n' ? 2 : 0;
    return [
        ...argv.slice(0, before),
        '/bin/sh',
        '-c',
        LOGIN,
        'sh',
        file,
        String(user),
        ...argv.slice(before)
    ];
}
/** What is in the file when the command has been started. */
const ENTERED = /^\d+\n$/;
const FAILED = 'seccomp-lock: no audit session:';
/**
 * The files in /proc have no line end, so `read` fails even when it has read;
 * 4294967295 is "unset"; 125 is what podman returns for failures of its own.
 */
const LOGIN = `
file=$1 user=$2
shift 2
unset=4294967295
fail() {
  echo "${FAILED} $1" >&2
  exit 125
}
read -r was </proc/self/loginuid || [ "$was" ] ||
  fail 'the kernel has none'
if [ "$was" != $unset ]; then
  user=$was
  echo $unset >/proc/self/loginuid || fail 'the login user ID cannot be unset'
fi
echo "$user" >/proc/self/loginuid || fail 'the login user ID cannot be set'
read -r session </proc/self/sessionid || [ "$session" ]
[ "$session" != $unset ] || fail 'the kernel gave no number'
echo "$session" >"$file" || fail 'its number cannot be written'
exec "$@"
`;
/** The failure of `loginCommand`, if that is what standard error tells of. */
function explainLogin(stderr) {
    const failure = stderr
        .split('\n')
        .find(line => line.startsWith(FAILED))
        ?.slice(FAILED.length);
    if (failure === undefined)
        return undefined;
    return new errors/* UserError */.yo(`the container cannot be made an audit session of its own:${failure}`, {
        hint: 'It needs a kernel with CONFIG_AUDIT, and CAP_AUDIT_CONTROL where a login user ID is set (/proc/self/loginuid). With `loginuid_immutable` in `auditctl -s`, start the runner as a service, which has no login, or take another recorder.'
    });
}

;// CONCATENATED MODULE: ./src/recorders/audit/recorder.ts













/**
 * Records with the kernel's audit records, for machines without BPF: the
 * container's profile logs what it lets through, and the container is an
 * audit session of its own.
 *
 * Where auditd or another listener writes audit records down, it writes these,
 * too: a line a call.
 *
 * @param input.profile the profile that the container is to run under
 * @param input.logging makes the profile that it does run under, with what is
 *   to be recorded logged; where not given, all that is let through. It must
 *   log the `execve` that starts a container, and is called when a recording
 *   starts, which fails with the UserError that it throws
 */
function createAuditRecorder(host, input) {
    const { profile, logging = loggingProfile } = input;
    return {
        name: 'audit',
        start: start => startAudit(host, () => logging(profile), start)
    };
}
const BLIND = [
    'Calls that the filter refused make no audit record, so they are not known.',
    'Processes that `podman exec` or a health check started in the container are in another audit session, and were not recorded.',
    'A program that may log in anew (pam_loginuid with CAP_AUDIT_CONTROL) leaves the audit session, and its calls are not seen from then on.'
];
/** How long the reader may take to end. */
const CLOSE_MS = 20_000;
async function startAudit(host, makeProfile, { scratch, signal }) {
    const profileFile = external_node_path_default().join(scratch, 'audit-profile.json');
    await promises_default().writeFile(profileFile, (0,serialize/* serializeProfile */.K)(makeProfile()));
    const sessionFile = external_node_path_default().join(scratch, 'audit-session');
    // A root with another umask would make it unreadable for us.
    await promises_default().writeFile(sessionFile, '');
    const system = '/usr/bin/python3';
    const python = (await (0,files/* exists */.t)(system)) ? system : 'python3';
    const command = auditReaderCommand(python);
    const reader = (0,background/* startBackground */.r)(host.sudo ? ['sudo', '-n', ...command] : command, host.environment);
    const close = async () => {
        reader.closeInput();
        const timer = new AbortController();
        const late = (0,external_node_timers_promises_.setTimeout)(CLOSE_MS, 'late', { signal: timer.signal });
        const how = await Promise.race([reader.ended, late]);
        timer.abort();
        if (how !== 'late')
            return;
        reader.kill('SIGKILL');
        reader.abandon();
    };
    try {
        if ((await nextLine(reader, signal)) !== READY)
            throw await notReady(reader);
    }
    catch (error) {
        await close();
        throw error;
    }
    return {
        options: (0,run/* underProfile */.k8)(profileFile),
        wrap: argv => loginCommand(argv, sessionFile, process.getuid?.() ?? 0),
        explain: stderr => Promise.resolve(explainLogin(stderr)),
        close,
        async finish() {
            const session = await promises_default().readFile(sessionFile, 'utf8');
            if (!ENTERED.test(session))
                throw notEntered();
            if (!reader.isRunning())
                throw await died(reader);
            reader.closeInput();
            const line = await nextLine(reader, signal);
            if (line === undefined)
                throw await died(reader);
            const { calls, lost } = countRecords(parseAuditReport(line), Number(session), host.architecture);
            if (calls.length === 0)
                throw noRecords(lost);
            const isStart = calls.some(({ name }) => /^execve(at)?$/.test(name));
            return {
                calls,
                denied: [],
                lost: [
                    ...lost,
                    ...(isStart
                        ? []
                        : ['There is no `execve`, with which every container starts.'])
                ],
                blind: BLIND
            };
        }
    };
}
async function nextLine({ lines }, signal) {
    if (signal.aborted)
        throw (0,errors/* abortError */.vt)(signal);
    const settled = new AbortController();
    const aborted = (0,external_node_events_.once)(signal, 'abort', { signal: settled.signal }).then(() => {
        throw (0,errors/* abortError */.vt)(signal);
    });
    try {
        const next = await Promise.race([lines.next(), aborted]);
        return next.value;
    }
    finally {
        settled.abort();
    }
}
async function notReady(reader) {
    await reader.ended;
    return new errors/* UserError */.yo(`the kernel's audit records cannot be read: ${said(reader)}`, {
        hint: 'It needs python3, root (a sudo that allows more than podman) with CAP_AUDIT_READ and CAP_AUDIT_CONTROL outside of containers, and an audit system that passes on what filters log: see `auditctl -s`, `auditctl -l`, and `sysctl kernel.seccomp.actions_logged`, which must have `log`.'
    });
}
async function died(reader) {
    const { code, signal } = await reader.ended;
    const how = signal === null ? `with exit code ${code ?? '?'}` : `by ${signal}`;
    return new errors/* UserError */.yo(`the reader of the audit records ended before its time, ${how}`, {
        hint: `The recording is not complete, and nothing was written. ${said(reader)}`.trim()
    });
}
/** The last line of its standard error: of a traceback, the exception. */
function said(reader) {
    return reader.stderr().trim().split('\n').at(-1) ?? '';
}
function notEntered() {
    return new errors/* UserError */.yo('the container was not made an audit session', {
        hint: 'Whether podman was started at all, see in the log.'
    });
}
function noRecords(lost) {
    return new errors/* UserError */.yo('no audit record of the container came', {
        hint: [
            ...lost,
            'Are there options among `run-args` that choose another seccomp profile, or none (`--privileged`)?'
        ].join('\n')
    });
}


/***/ }),

/***/ 3201:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ createBpftraceRecorder)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
var promises_default = /*#__PURE__*/__webpack_require__.n(promises_);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/host/background.ts
var background = __webpack_require__(2048);
// EXTERNAL MODULE: ./src/syscalls/numbers.ts + 1 modules
var numbers = __webpack_require__(3952);
;// CONCATENATED MODULE: ./src/recorders/bpftrace/key.ts
/**
 * What tells the calls of 32-bit programs from the machine's own: TS_COMPAT
 * (arch/x86/include/asm/thread_info.h), TIF_32BIT
 * (arch/arm64/include/asm/thread_info.h). Elsewhere there is nothing to tell.
 */
const COMPAT = {
    SCMP_ARCH_X86_64: '(curtask->thread_info.status >> 1) & 1',
    SCMP_ARCH_AARCH64: '(curtask->thread_info.flags >> 22) & 1'
};
/** Bits of a call's number, x32's included; the one below says 32-bit. */
const NUMBER_BITS = 31;
const NUMBER_MASK = 2 ** NUMBER_BITS - 1;
/** The number -1, which is no call, cut to its bits. */
const NO_CALL = NUMBER_MASK;
/**
 * An expression of bpftrace for the call that is being made, as one number of
 * 64 bits: a key of one number is looked up a fifth faster than one of three.
 * Of the cgroup's ID there are the lower 32 bits, which tell all living ones
 * apart (__kernfs_new_node in fs/kernfs/dir.c: the rest is a generation).
 */
function callKey(architecture) {
    const compat = COMPAT[architecture];
    return [
        '(cgroup << 32)',
        `((args->id & ${NUMBER_MASK}) << 1)`,
        ...(compat === undefined ? [] : [`(${compat})`])
    ].join(' | ');
}
/**
 * Takes such a number apart.
 *
 * @param text in decimal, with a sign or without
 */
function readCallKey(text) {
    const key = BigInt.asUintN(64, BigInt(text));
    const low = Number(key & 0xffffffffn);
    const id = Math.floor(low / 2);
    return {
        cgroup: Number(key >> 32n),
        id: id === NO_CALL ? undefined : id,
        isCompat: low % 2 === 1
    };
}
/** What stands for a cgroup in a key; `text` is its ID in decimal. */
function cgroupKey(text) {
    return Number(BigInt.asUintN(32, BigInt(text)));
}
/**
 * Expressions for the name of the program that makes the call, its 16 bytes as
 * two numbers: as text, bpftrace 0.24 and later lose its blanks, and 0.23
 * writes bytes above 127 like the text that others write for them.
 */
const COMM_KEY = '((uint64 *)curtask->comm)[0], ((uint64 *)curtask->comm)[1]';
/** The machines whose first byte is a number's highest. */
const BIG_ENDIAN = ['SCMP_ARCH_S390X'];
/**
 * Takes such a name together: up to its first null byte, as UTF-8.
 *
 * @param numbers in decimal, with a sign or without
 */
function readComm(numbers, architecture) {
    const bytes = Buffer.concat(numbers.map(text => {
        const word = Buffer.alloc(8);
        word.writeBigUInt64BE(BigInt.asUintN(64, BigInt(text)));
        return BIG_ENDIAN.includes(architecture) ? word : word.reverse();
    }));
    const end = bytes.indexOf(0);
    return bytes.subarray(0, end < 0 ? bytes.length : end).toString('utf8');
}

;// CONCATENATED MODULE: ./src/recorders/bpftrace/program.ts

/** How often a call of one program is counted; then it is known well enough. */
const COUNT_LIMIT = 1000;
/** What the kernel keeps at most, each in its map. */
const MAX_KEYS = 65_536;
/** How much bpftrace reads of a cgroup's path, in bytes. */
const PATH_LENGTH = 127;
/** The line that says that every probe is attached. */
const READY = 'seccomp-lock: ready';
/**
 * Readings of a cgroup's path, each in a probe of its own, since 0.17 has no
 * room for two texts in one. bpftrace 0.23.0 to 0.23.5 look for it at four times
 * its place in the event (its pull request 4238), and that is 28, behind all
 * fields (`TRACE_EVENT(cgroup_mkdir)` in the kernel's
 * include/trace/events/cgroup.h). Which of them is true, each path shows: it
 * begins with a slash, and has as many names as its cgroup's level is.
 */
const PATHS = ['args->path', 'args->path - 84'];
/**
 * A program for bpftrace, 0.17 and later, that counts the calls of all
 * processes under a seccomp filter. sys_enter comes after seccomp has let the
 * call through (kernel/entry/common.c, syscall_trace_enter), so it counts what
 * the filter allowed, and nothing from before the filter was loaded.
 *
 * Maps: `@cg` the cgroups that were made, with each reading of their paths; `@s`
 * calls by what `callKey` says and by program; `@d` refused calls by the same
 * and by what was returned. A call
 * that was counted often enough is looked up only: that costs half. Keys are
 * for decodeMaps.
 *
 * @param comment what to write into it that means nothing to bpftrace
 * @param outerFilters filters that this process, and so the runtime, too, is
 *   under already
 */
function bpftraceProgram(input) {
    const { architecture, comment, outerFilters, denials } = input;
    const isFiltered = outerFilters === 0
        ? 'curtask->seccomp.mode == 2'
        : `curtask->seccomp.filter_count.counter > ${outerFilters}`;
    const key = `${callKey(architecture)}, ${COMM_KEY}`;
    return [
        ...(comment === undefined ? [] : [`// ${comment.replace(/\s/g, ' ')}`]),
        `BEGIN { printf("${READY}\\n"); }`,
        // Of the hierarchies of cgroups, number 0 is version 2's.
        ...PATHS.map(path => `tracepoint:cgroup:cgroup_mkdir /args->root == 0/ { @cg[args->id, args->level, str(${path})] = 1; }`),
        `tracepoint:raw_syscalls:sys_enter /${isFiltered} && @s[${key}] < ${COUNT_LIMIT}/ { @s[${key}]++; }`,
        ...(denials ? denialProbes(denials, isFiltered, key) : [])
    ].join('\n');
}
/**
 * A refused call has no sys_enter, and a sys_exit with the filter's errno. The
 * kernel can return the same errno for a call that it did make: such calls are
 * in `@s`, too. Only for those that the filter allows in part that does not
 * tell, and they are watched one by one.
 */
function denialProbes({ errnos, conditional }, isFiltered, key) {
    if (errnos.length === 0)
        return [];
    const isRefused = errnos.map(errno => `args->ret == -${errno}`).join(' || ');
    const probes = (side) => conditional.map(name => `tracepoint:syscalls:sys_${side}_${name}`).join(',');
    return [
        // A return from a signal handler has the number -1, and any result.
        `tracepoint:raw_syscalls:sys_exit /args->id >= 0 && (${isRefused}) && ${isFiltered}${conditional.length > 0 ? ' && @in[tid] == 0' : ''}/ { @d[${key}, args->ret] = count(); }`,
        ...(conditional.length > 0
            ? [
                `${probes('enter')} /${isFiltered}/ { @in[tid] = 1; }`,
                `${probes('exit')} /@in[tid]/ { delete(@in[tid]); }`
            ]
            : [])
    ];
}

;// CONCATENATED MODULE: ./src/recorders/bpftrace/cgroups.ts


/**
 * The cgroups of the program's map `@cg`, each by the reading of its path that
 * is true. Empty also where there was none that is.
 */
function madeCgroups(map = new Map()) {
    return [...map.keys()].flatMap(text => {
        const { id, level, path } = KEY.exec(text)?.groups ?? {};
        return id !== undefined && path !== undefined && isTrue(path, Number(level))
            ? [{ key: cgroupKey(id), path }]
            : [];
    });
}
const KEY = /^(?<id>\d+),(?<level>\d+),(?<path>.*)$/s;
/** A cgroup at level 2 is `/a/b`. */
function isTrue(path, level) {
    const names = path.split('/').length - 1;
    return (path.startsWith('/') && (isCutOff(path) ? names <= level : names === level));
}
/** Newer versions of bpftrace write two dots behind a text that they cut. */
function isCutOff(path) {
    return path.length >= PATH_LENGTH;
}
/**
 * The keys of the cgroups of a container and of what it made below: podman
 * names them after the container's ID. A path can be cut off behind enough of
 * that.
 */
function cgroupsOf(made, containerId) {
    const short = containerId.slice(0, 32);
    return new Set(made
        .filter(({ path }) => {
        const own = path.indexOf(short);
        const isCut = path.length - own < containerId.length;
        // Its monitor's is `libpod-conmon-ID.scope`.
        return (own > 0 &&
            !path.slice(0, own).endsWith('conmon-') &&
            (isCut || path.includes(containerId)));
    })
        .map(({ key }) => key));
}
/**
 * Why a container's cgroup is not among those that were made: bpftrace read no
 * path right, or cut all off too early, or there was none.
 */
function whyUnseen(map = new Map()) {
    const made = madeCgroups(map);
    if (map.size > 0 && made.length === 0)
        return 'misread';
    return made.some(({ path }) => isCutOff(path)) ? 'cut off' : 'none';
}

// EXTERNAL MODULE: ./src/syscalls/architectures.ts
var architectures = __webpack_require__(302);
// EXTERNAL MODULE: ./src/recorders/counts.ts
var counts = __webpack_require__(1691);
;// CONCATENATED MODULE: ./src/recorders/bpftrace/output.ts






/**
 * Takes the maps out of what `bpftrace -f json` printed at its end. Bytes
 * above 127 it writes as `\uffffffc3`, the sign-extended byte in hexadecimal.
 *
 * @param lines a character a byte
 */
function decodeMaps(lines) {
    return new Map(lines
        .filter(line => line.startsWith('{"type": "map"'))
        .flatMap(line => {
        const text = line.replace(/\\(?:uffffff([0-9a-f]{2})|[^])/g, (escape, byte) => byte === undefined ? escape : `\\u00${byte}`);
        const { data } = JSON.parse(text);
        return Object.entries(data);
    })
        .map(([name, entries]) => [name, new Map(Object.entries(entries))]));
}
/**
 * What bpftrace says that it lost: events, or entries of a map that could not
 * be written (`helper_error`, from 0.24 on).
 *
 * @param lines what `bpftrace -f json` printed
 * @returns a sentence for each kind
 */
function lossesOf(lines) {
    return ['lost_events', 'helper_error'].flatMap(type => {
        const found = lines.filter(line => line.startsWith(`{"type": "${type}"`));
        return found.length === 0
            ? []
            : [`bpftrace said ${found.length} times that it lost something (${type})`];
    });
}
/**
 * What the maps say of one container.
 *
 * @param watched the calls whose refusals were watched one by one
 */
function observationOf(maps, containerId, architecture, watched = []) {
    const cgroups = cgroupsOf(madeCgroups(maps.get('@cg')), containerId);
    const entries = (map) => [...(maps.get(map) ?? [])].flatMap(([text, count]) => {
        const groups = KEYS[map].exec(text)?.groups;
        if (!groups)
            return [];
        const { call = '', first = '', second = '', errno } = groups;
        const key = readCallKey(call);
        return cgroups.has(key.cgroup) && key.id !== undefined
            ? [
                {
                    ...callOf(key, key.id, architecture),
                    comm: readComm([first, second], architecture),
                    count,
                    errno
                }
            ]
            : [];
    });
    const calls = (0,counts/* groupCalls */.nh)(entries('@s').map(entry => ({
        ...entry,
        atLeast: entry.count >= COUNT_LIMIT
    })));
    const made = new Set(calls.map(counts/* keyOf */.TN));
    const refused = entries('@d').filter(call => (watched.includes(call.name) && !call.architecture) ||
        !made.has((0,counts/* keyOf */.TN)(call)));
    return {
        isSeen: cgroups.size > 0,
        calls,
        denied: (0,counts/* uniteDenied */.rD)(refused.map(({ errno, name, architecture, ...program }) => ({
            ...{ name, architecture, programs: [program] },
            errno: Number(errno)
        }))),
        lost: [
            ...[...maps]
                .filter(([, map]) => map.size >= MAX_KEYS)
                .map(([name]) => `bpftrace's map ${name} was full with ${MAX_KEYS} entries, so that further ones were dropped`),
            ...Object.entries(KEYS)
                .map(([name, pattern]) => ({
                name,
                strange: [...(maps.get(name)?.keys() ?? [])].find(text => !pattern.test(text))
            }))
                .filter(({ strange }) => strange !== undefined)
                .map(({ name, strange }) => `bpftrace's map ${name} has a key that is none of its program's: ${JSON.stringify(strange)}`)
        ]
    };
}
/** The keys of the maps that calls are counted in. */
const KEYS = {
    '@s': /^(?<call>-?\d+),(?<first>-?\d+),(?<second>-?\d+)$/,
    '@d': /^(?<call>-?\d+),(?<first>-?\d+),(?<second>-?\d+),-(?<errno>\d+)$/
};
function callOf({ isCompat }, number, own) {
    const [compat, x32] = architectures/* SUB_ARCHITECTURES */.I[own] ?? [];
    const architecture = isCompat ? compat : (0,numbers/* isX32 */.Ui)(number) ? x32 : undefined;
    const table = (0,numbers/* syscallsByNumber */.$o)(architecture ?? own);
    return {
        name: table.get(number) ?? `#${number}`,
        ...(architecture && { architecture })
    };
}

;// CONCATENATED MODULE: ./src/recorders/bpftrace/recorder.ts








/**
 * Records with bpftrace: exactly the calls that pass the container's filter.
 *
 * @param denials what to watch of what the filter refuses, if anything; that
 *   makes every call of the container slower once more
 * @param options.mayNotStart whether the filter may refuse what the container
 *   starts with
 */
function createBpftraceRecorder(host, denials, { mayNotStart = false } = {}) {
    return {
        name: 'bpftrace',
        start: start => startBpftrace(host, denials, mayNotStart, start)
    };
}
/**
 * Longer names of cgroups are cut off; more does not fit on the BPF stack
 * beside the rest. Older and newer versions call the settings by other names.
 */
const SETTINGS = {
    BPFTRACE_STRLEN: String(PATH_LENGTH + 1),
    BPFTRACE_MAX_STRLEN: String(PATH_LENGTH + 1),
    BPFTRACE_MAP_KEYS_MAX: String(MAX_KEYS),
    BPFTRACE_MAX_MAP_KEYS: String(MAX_KEYS)
};
const ROOTLESS_HINT = " A rootless podman makes one only where the runner's cgroup is delegated to its user: docs/runner.md, or set `podman: root`.";
/** How long bpftrace may take to attach, and to print what it has. */
const LIMIT_MS = 60_000;
async function startBpftrace(host, denials, mayNotStart, { scratch, signal }) {
    const { architecture, sudo, environment } = host;
    const program = bpftraceProgram({
        architecture,
        // So that it is known whose it is, should we be killed.
        comment: scratch,
        outerFilters: await outerFilters(),
        denials: denials && {
            ...denials,
            // Probes that are not there would be errors.
            conditional: denials.conditional.filter(name => Object.hasOwn((0,numbers/* syscallNumbers */.Q3)(architecture), name))
        }
    });
    // bpftrace ends with its child, and that ends when its input is closed: by
    // us, or because we are no more. Versions up to 0.17 can miss a signal, and
    // nobody but root may signal it.
    const command = ['bpftrace', '-f', 'json', '-c', '/bin/cat', '-e', program];
    const settings = Object.entries(SETTINGS).map(pair => pair.join('='));
    const tracer = (0,background/* startBackground */.r)(sudo ? ['sudo', '-n', ...settings, ...command] : command, { ...environment, ...SETTINGS });
    const close = async () => {
        tracer.closeInput();
        if (await endsWithin(tracer, LIMIT_MS))
            return;
        tracer.kill('SIGKILL');
        if (!(await endsWithin(tracer, 5_000)))
            tracer.abandon();
    };
    let lines;
    try {
        await untilReady(tracer, signal);
        // Read all the time: a full pipe would keep it from its work.
        lines = rest(tracer);
    }
    catch (error) {
        void rest(tracer);
        await close();
        throw error;
    }
    return {
        options: [],
        wrap: argv => argv,
        explain: () => Promise.resolve(undefined),
        close,
        async finish(containerId) {
            if (!tracer.isRunning())
                throw await died(tracer);
            const missed = await missedEvents(tracer.pid);
            tracer.closeInput();
            const printed = await withinLimit(lines, 'print what it recorded');
            const { code } = await tracer.ended;
            if (code !== 0)
                throw await died(tracer);
            const maps = decodeMaps(printed);
            const { isSeen, calls, denied, lost } = observationOf(maps, containerId, architecture, denials?.conditional);
            if (!isSeen)
                throw notSeen(maps, containerId, host);
            return {
                calls,
                denied,
                lost: [
                    ...lost,
                    ...lossesOf(printed),
                    ...(mayNotStart || calls.some(({ name }) => name.startsWith('execve'))
                        ? []
                        : ['bpftrace saw no `execve`, with which every container starts']),
                    ...(missed ? [missedSentence(missed)] : [])
                ],
                blind: missed === undefined
                    ? [
                        'bpftrace runs through sudo here, so whether the kernel passed over events for it could not be looked up.'
                    ]
                    : []
            };
        }
    };
}
function notSeen(maps, containerId, host) {
    const what = `the cgroup of the container ${containerId.slice(0, 12)}`;
    switch (whyUnseen(maps.get('@cg'))) {
        case 'misread':
            return new errors/* UserError */.yo(`bpftrace cannot read the paths of cgroups here, so it did not find ${what}`, { hint: 'Take another version of bpftrace, or another `recorder`.' });
        case 'cut off':
            return new errors/* UserError */.yo(`bpftrace did not see ${what}: there are paths of cgroups longer than the ${PATH_LENGTH} bytes that it reads`, {
                hint: 'Start the runner in a cgroup that is less deep, or take another `recorder`.'
            });
        case 'none':
            return new errors/* UserError */.yo(`bpftrace did not see ${what}`, {
                hint: `The container must have a cgroup (version 2) of its own: leave \`--cgroups\` and \`--cgroup-parent\` out of \`run-args\`.${host.rootless ? ROOTLESS_HINT : ''}`
            });
    }
}
/** Filters that this process is under, proc_pid_status(5), since Linux 5.9. */
async function outerFilters() {
    const status = await promises_default().readFile('/proc/self/status', 'utf8');
    return Number(/^Seccomp_filters:\s*(\d+)/m.exec(status)?.[1] ?? 0);
}
async function untilReady(tracer, signal) {
    if (signal.aborted)
        throw (0,errors/* abortError */.vt)(signal);
    let onAbort = () => undefined;
    const aborted = new Promise((_, reject) => {
        onAbort = () => {
            reject((0,errors/* abortError */.vt)(signal));
        };
        signal.addEventListener('abort', onAbort);
    });
    aborted.catch(() => undefined);
    const ready = async () => {
        for (;;) {
            const { value: line, done } = await tracer.lines.next();
            if (done)
                throw await died(tracer);
            if (line.includes(READY))
                return;
        }
    };
    try {
        await Promise.race([withinLimit(ready(), 'attach'), aborted]);
    }
    finally {
        signal.removeEventListener('abort', onAbort);
    }
}
async function rest({ lines }) {
    const all = [];
    for (;;) {
        const { value, done } = await lines.next();
        if (done)
            return all;
        all.push(value);
    }
}
async function withinLimit(work, what) {
    const timer = new AbortController();
    const late = (0,external_node_timers_promises_.setTimeout)(LIMIT_MS, undefined, { signal: timer.signal }).then(() => {
        throw new errors/* UserError */.yo(`bpftrace did not ${what} within ${LIMIT_MS / 1000} s`, { hint: 'The runner is overloaded: run the job again.' });
    });
    late.catch(() => undefined);
    try {
        return await Promise.race([work, late]);
    }
    finally {
        timer.abort();
    }
}
async function endsWithin(tracer, ms) {
    const timer = new AbortController();
    try {
        return await Promise.race([
            tracer.ended.then(() => true),
            (0,external_node_timers_promises_.setTimeout)(ms, false, { signal: timer.signal })
        ]);
    }
    finally {
        timer.abort();
    }
}
async function died(tracer) {
    const { code, signal } = await tracer.ended;
    const how = signal === null ? `with exit code ${code ?? '?'}` : `by ${signal}`;
    const said = tracer
        .stderr()
        .split('\n')
        .filter(line => line !== '' && !line.includes('RLIMIT_MEMLOCK'))
        .slice(-6)
        .join('\n');
    return new errors/* UserError */.yo(`bpftrace ended before its time, ${how}`, {
        hint: `The recording is not complete, and nothing was written.${said === '' ? '' : ` It said:\n${said}`}`
    });
}
/**
 * How many events the kernel passed over for a process's BPF programs, because
 * another one was at work on the same CPU (trace_call_bpf in
 * kernel/trace/bpf_trace.c; `recursion_misses` in the file descriptor's
 * /proc/PID/fdinfo). Undefined where we may not look.
 */
async function missedEvents(pid) {
    const directory = `/proc/${pid ?? 'self'}/fdinfo`;
    try {
        const files = await promises_default().readdir(directory);
        const texts = await Promise.all(files.map(file => promises_default().readFile(`${directory}/${file}`, 'utf8').catch(() => '')));
        const misses = texts.flatMap(text => /^recursion_misses:\s*(\d+)/m.exec(text)?.[1] ?? []);
        return misses.length === 0
            ? undefined
            : misses.reduce((sum, count) => sum + Number(count), 0);
    }
    catch {
        return undefined;
    }
}
function missedSentence(count) {
    return `the kernel passed over ${count} events, because another BPF program was at work on the same CPU`;
}


/***/ }),

/***/ 5926:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DW: () => (/* binding */ chooseRecorders),
/* harmony export */   KW: () => (/* binding */ RECORDER_CHOICES),
/* harmony export */   sM: () => (/* binding */ recordersOfAuto)
/* harmony export */ });
/* harmony import */ var _checks_trouble_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4290);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3916);
/* harmony import */ var _known_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1299);



const RECORDER_CHOICES = ['auto', ..._known_js__WEBPACK_IMPORTED_MODULE_2__/* .RECORDER_NAMES */ .a];
/**
 * Finds what can record on this machine. `auto` takes bpftrace, which sees
 * what the filter would see, checked by the hook where that works, too;
 * else the hook, else the kernel's audit records, else strace. Any other choice is
 * that recorder or none.
 *
 * @param recorders all of them
 * @param failed those that turned out not to work
 * @throws UserError that lists what was tried
 */
async function chooseRecorders(wanted, recorders, failed = []) {
    const tried = new Map(failed.map(({ name, why }) => [name, why]));
    const groups = wanted === 'auto' ? AUTO : [[wanted]];
    for (const group of groups) {
        const left = group.flatMap(name => recorders.filter(r => r.name === name && !tried.has(name)));
        const checks = await Promise.all(left.map(r => r.preflight()));
        const working = left.filter((_, index) => (0,_checks_trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .works */ .N)(checks[index] ?? []));
        for (const [index, recorder] of left.entries()) {
            if (working.includes(recorder))
                continue;
            tried.set(recorder.name, (0,_checks_trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .troubles */ .d)(checks[index] ?? []));
        }
        const [first, second] = working;
        if (first)
            return { first, second, failed: listed(tried) };
    }
    throw nothingWorks(wanted, listed(tried));
}
/**
 * What `auto` records with: those of the first group that work, the best
 * first.
 */
const AUTO = [...Map.groupBy(_known_js__WEBPACK_IMPORTED_MODULE_2__/* .RECORDER_NAMES */ .a, name => _known_js__WEBPACK_IMPORTED_MODULE_2__/* .ABOUT */ .O[name].rank)]
    .sort(([a], [b]) => a - b)
    .map(([, group]) => group);
/** What `auto` would record with where these work. */
function recordersOfAuto(working) {
    return (AUTO.map(group => group.filter(name => working.includes(name))).find(group => group.length > 0) ?? []);
}
function listed(tried) {
    return [...tried].map(([name, why]) => ({ name, why }));
}
function nothingWorks(wanted, failed) {
    const lines = failed.flatMap(({ name, why }) => [
        `- ${name}:`,
        ...why.map(line => `    ${line}`)
    ]);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(wanted === 'auto'
        ? 'nothing can record system calls on this runner'
        : `the recorder ${wanted} cannot work on this runner`, {
        hint: `Tried:\n${lines.join('\n')}\nscripts/setup-runner.sh (\`setup: install\`) mends most of it; \`mode: doctor\` shows all of it.${wanted === 'auto' ? '' : ' `recorder: auto` takes what works.'}`
    });
}


/***/ }),

/***/ 1691:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   bO: () => (/* binding */ uniteCalls),
/* harmony export */   nh: () => (/* binding */ groupCalls),
/* harmony export */   rD: () => (/* binding */ uniteDenied)
/* harmony export */ });
/* unused harmony export sumPrograms */
/** Counts as recorded calls: sorted, the programs of each the busiest first. */
function groupCalls(counts) {
    return uniteCalls([...counts].map(({ name, architecture, ...program }) => ({
        name,
        architecture,
        programs: [program]
    })));
}
/** One entry for each call: sorted, the programs of each the busiest first. */
function uniteCalls(sightings) {
    return [...Map.groupBy(sightings, keyOf)]
        .sort(([a], [b]) => compare(a, b))
        .flatMap(([, same]) => same.slice(0, 1).map(({ name, architecture }) => ({
        name,
        ...(architecture && { architecture }),
        programs: sumPrograms(same.flatMap(({ programs }) => programs))
    })));
}
/** The same for refused calls, an entry for each errno, the least first. */
function uniteDenied(sightings) {
    return [...Map.groupBy(sightings, ({ errno }) => errno)]
        .sort(([a], [b]) => a - b)
        .flatMap(([errno, same]) => uniteCalls(same).map(call => ({ ...call, errno })));
}
/** What tells calls apart. */
function keyOf({ name, architecture }) {
    return `${name} ${architecture ?? ''}`;
}
/** The same programs' counts added up. */
function sumPrograms(counts) {
    const sums = new Map();
    for (const { comm, count, atLeast = false } of counts) {
        const sum = sums.get(comm);
        sums.set(comm, {
            count: (sum?.count ?? 0) + count,
            atLeast: (sum?.atLeast ?? false) || atLeast
        });
    }
    return [...sums]
        .map(([comm, { count, atLeast }]) => ({
        comm,
        count,
        ...(atLeast && { atLeast })
    }))
        .sort((a, b) => b.count - a.count || compare(a.comm, b.comm));
}
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}


/***/ }),

/***/ 1299:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ ABOUT),
  a: () => (/* binding */ RECORDER_NAMES)
});

;// CONCATENATED MODULE: ./src/recorders/audit/about.ts
const audit = {
    name: 'audit',
    called: "the kernel's audit records",
    sees: 'allowed',
    rank: 1,
    slow: 'a program that does nothing but system calls takes about 25 times as long.',
    rootOnly: 'only root may give it an audit session of its own'
};

;// CONCATENATED MODULE: ./src/recorders/bpftrace/about.ts
const bpftrace = {
    name: 'bpftrace',
    called: 'bpftrace',
    sees: 'allowed',
    rank: 0
};

;// CONCATENATED MODULE: ./src/recorders/hook/about.ts
const hook = {
    name: 'hook',
    called: 'oci-seccomp-bpf-hook',
    sees: 'set-up',
    rank: 0,
    rootOnly: 'its hooks run as the user, who may not load BPF programs'
};

;// CONCATENATED MODULE: ./src/recorders/strace/about.ts
const strace = {
    name: 'strace',
    called: 'strace',
    sees: 'tried',
    rank: 2,
    slow: 'a program that does nothing but system calls takes several hundred times as long.',
    rootOnly: 'traced, it could not use newuidmap, which is setuid'
};

;// CONCATENATED MODULE: ./src/recorders/known.ts




/** What records system calls, the best first. */
const KNOWN = [bpftrace, hook, audit, strace];
const RECORDER_NAMES = KNOWN.map(({ name }) => name);
/** What is true of each recorder on any machine. */
const ABOUT = Object.fromEntries(KNOWN.map(about => [about.name, about]));


/***/ }),

/***/ 7005:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ checkRecorder),
  i: () => (/* binding */ createRecorders)
});

// EXTERNAL MODULE: ./src/host/answer.ts
var host_answer = __webpack_require__(2610);
;// CONCATENATED MODULE: ./src/checks/rootless.ts

const BY_ROOT = 'Set `podman: root`, or leave it out.';
/** What keeps a recorder from a rootless podman's containers. */
function rootlessCheck(reason) {
    return {
        name: 'podman',
        state: 'missing',
        found: `is rootless: ${reason}`,
        mend: BY_ROOT
    };
}
/** Whether a container of a rootless podman gets a cgroup to be known by. */
async function checkRootlessCgroup({ environment }) {
    const format = '{{.Host.CgroupsVersion}} {{.Host.CgroupManager}}';
    const answer = await (0,host_answer/* ask */.k)(['podman', 'info', '--format', format], environment);
    return rootlessCgroupCheck(answer.ok ? answer.stdout : '');
}
/**
 * What the version and the manager of cgroups come to, as a rootless podman
 * names them: `v2 systemd`.
 */
function rootlessCgroupCheck(text) {
    const name = 'cgroup v2';
    const [version = '', manager = ''] = text.trim().split(' ');
    if (version !== 'v2') {
        return {
            name,
            state: 'missing',
            found: version === ''
                ? 'podman does not say which version it has'
                : `podman has ${version}, where a rootless container has no cgroup of its own`,
            mend: `Boot with systemd.unified_cgroup_hierarchy=1. Or: ${BY_ROOT}`
        };
    }
    if (manager === 'systemd') {
        return { name, state: 'ok', found: 'v2, and systemd makes them' };
    }
    return {
        name,
        state: 'weak',
        found: `v2, and ${manager} makes them: only where the runner's own is delegated to its user`,
        mend: 'Give the user a session of systemd: `loginctl enable-linger`, and XDG_RUNTIME_DIR in the environment of the runner.'
    };
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
var promises_default = /*#__PURE__*/__webpack_require__.n(promises_);
// EXTERNAL MODULE: ./src/checks/privileges.ts
var checks_privileges = __webpack_require__(1805);
// EXTERNAL MODULE: ./src/checks/program.ts
var checks_program = __webpack_require__(9489);
;// CONCATENATED MODULE: ./src/recorders/audit/check.ts





/** The login user ID where there was no login, which anyone may set once. */
const UNSET = '4294967295';
/** Whether the kernel tells of each call that a filter has it log, seccomp(2). */
function auditChecks(files) {
    return [
        { name: 'kernel audit', ...kernelAudit(files) },
        { name: 'logged actions', ...loggedActions(files.actionsLogged) }
    ];
}
function kernelAudit({ loginuid, commandLine, canRead, canControl }) {
    if (loginuid === undefined) {
        return {
            state: 'missing',
            found: 'this kernel has none (no /proc/self/loginuid)',
            mend: 'Boot a kernel with CONFIG_AUDIT=y; those of the distributions have it.'
        };
    }
    // The kernel's admin-guide/kernel-parameters, `audit=`.
    const off = /(?:^|\s)audit=(?:0|off)(?=\s|$)/.exec(commandLine ?? '')?.[0];
    if (off !== undefined) {
        return {
            state: 'missing',
            found: `the kernel was booted with ${off.trim()}`,
            mend: `Boot without ${off.trim()}.`
        };
    }
    if (!canRead) {
        return {
            state: 'missing',
            found: 'root lacks CAP_AUDIT_READ here',
            mend: 'Run the runner outside of a container, or give that one --cap-add=AUDIT_READ.'
        };
    }
    if (!canControl && loginuid.trim() !== UNSET) {
        return {
            state: 'missing',
            found: 'root lacks CAP_AUDIT_CONTROL here, and a login user ID is set',
            mend: 'Run the runner as a service, which has no login, or with --cap-add=AUDIT_CONTROL.'
        };
    }
    return { state: 'ok', found: 'on' };
}
function loggedActions(text) {
    if (text === undefined) {
        return {
            state: 'missing',
            found: 'this kernel has no /proc/sys/kernel/seccomp/actions_logged',
            mend: 'Boot Linux 4.14 or later with CONFIG_SECCOMP_FILTER=y.'
        };
    }
    const actions = text.trim().split(/\s+/);
    if (actions.includes('log')) {
        return { state: 'ok', found: actions.join(' ') };
    }
    const wanted = [...actions, 'log'].join(' ').trim();
    return {
        state: 'missing',
        found: `without log: ${actions.join(' ') || 'none'}`,
        mend: `sudo sysctl -w kernel.seccomp.actions_logged='${wanted}'`
    };
}
/** The shell, in which the recorder makes a container an audit session. */
async function checkShell(machine) {
    const shell = '/bin/sh';
    const argv = (0,checks_program/* asRoot */.tE)(machine, [shell, '-c', ':']);
    const answer = await (0,host_answer/* ask */.k)(argv, machine.environment);
    return answer.ok
        ? { name: 'sh', state: 'ok', found: shell }
        : { name: 'sh', ...(0,checks_program/* refusal */.x5)(machine, shell, answer) };
}
/** What recording by the kernel's audit records takes. */
async function checkAudit(machine) {
    const read = (file) => promises_default().readFile(file, 'utf8').catch(() => undefined);
    const [loginuid, actionsLogged, commandLine, privileges, python] = await Promise.all([
        read('/proc/self/loginuid'),
        read('/proc/sys/kernel/seccomp/actions_logged'),
        read('/proc/cmdline'),
        (0,checks_privileges/* readPrivileges */.Hj)(machine.sudo),
        (0,checks_program/* findProgram */.Kp)(machine, '/usr/bin/python3')
    ]);
    return [
        ...auditChecks({
            loginuid,
            actionsLogged,
            commandLine,
            canRead: (0,checks_privileges/* canHave */.PC)(privileges, 'CAP_AUDIT_READ'),
            canControl: (0,checks_privileges/* canHave */.PC)(privileges, 'CAP_AUDIT_CONTROL')
        }),
        ...(await Promise.all([
            (0,checks_program/* checkProgram */.nf)(machine, {
                program: python ?? 'python3',
                package: 'python3'
            }).then(({ check }) => check),
            checkShell(machine)
        ]))
    ];
}

// EXTERNAL MODULE: ./src/recorders/audit/recorder.ts + 4 modules
var recorder = __webpack_require__(1453);
// EXTERNAL MODULE: ./src/checks/kernel.ts
var kernel = __webpack_require__(8896);
// EXTERNAL MODULE: ./src/checks/version.ts
var checks_version = __webpack_require__(6585);
;// CONCATENATED MODULE: ./src/recorders/bpftrace/check.ts





/** What sudo must let through to bpftrace, as the recorder sets it. */
const BPFTRACE_SETTINGS = ['BPFTRACE_STRLEN=128'];
/** Adds to the check of the program whether its version is a tried one. */
function bpftraceCheck({ check, version }) {
    if (version === undefined || !(0,checks_version/* isBefore */.Y)(version, [0, 17, 0]))
        return check;
    return {
        ...check,
        state: 'weak',
        found: `${check.found}: older than 0.17, the oldest that was tried`,
        mend: 'Take a newer one, as Debian 12, Ubuntu 24.04 and Fedora have it.'
    };
}
/** What recording with bpftrace takes. */
async function checkBpftrace(machine) {
    return Promise.all([
        (0,checks_program/* checkProgram */.nf)(machine, {
            program: 'bpftrace',
            package: 'bpftrace',
            settings: BPFTRACE_SETTINGS
        }).then(bpftraceCheck),
        (0,kernel/* checkBtf */.PH)(),
        (0,kernel/* checkTracefs */.P_)(),
        machine.rootless ? checkRootlessCgroup(machine) : (0,kernel/* checkCgroup2 */.DS)(),
        (0,kernel/* checkLockdown */.uy)()
    ]);
}

// EXTERNAL MODULE: ./src/recorders/bpftrace/recorder.ts + 4 modules
var bpftrace_recorder = __webpack_require__(3201);
// EXTERNAL MODULE: ./src/host/packages.ts
var host_packages = __webpack_require__(1725);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
;// CONCATENATED MODULE: ./src/recorders/hook/program.ts






/** What the tracing hook is triggered by. */
const ANNOTATION = 'io.containers.trace-syscall';
/** Where engines look for hooks by default, containers.conf(5) `hooks_dir`. */
const HOOK_DIRECTORIES = [
    '/usr/share/containers/oci/hooks.d',
    '/etc/containers/oci/hooks.d'
];
/**
 * The directories where podman looks for hooks when it runs as root: what the
 * last of its files says that says so, containers.conf(5).
 */
async function hookDirectories({ sudo, environment }) {
    const files = await configurationFiles(
    // sudo does not hand it on.
    sudo ? undefined : environment['CONTAINERS_CONF']);
    const texts = await Promise.all(files.map(file => promises_default().readFile(file, 'utf8').catch(() => '')));
    return texts.map(parseHooksDir).findLast(Boolean) ?? HOOK_DIRECTORIES;
}
async function configurationFiles(only) {
    if (only)
        return [only];
    const extra = '/etc/containers/containers.conf.d';
    const names = await promises_default().readdir(extra).catch(() => []);
    return [
        '/usr/share/containers/containers.conf',
        '/etc/containers/containers.conf',
        ...names
            .filter(name => name.endsWith('.conf'))
            .sort()
            .map(name => external_node_path_default().join(extra, name))
    ];
}
/** The `hooks_dir` of a containers.conf(5), if it sets it. */
function parseHooksDir(text) {
    const uncommented = text.replace(/^\s*#.*$/gm, '');
    const list = /^\s*hooks_dir\s*=\s*\[([^\]]*)\]/m.exec(uncommented)?.[1];
    if (list === undefined)
        return undefined;
    return [...list.matchAll(/"([^"]*)"|'([^']*)'/g)].map(([, double, single]) => double ?? single ?? '');
}
/** The hook that an engine finds first in these directories. */
async function findHook(directories) {
    for (const directory of directories) {
        const names = await promises_default().readdir(directory).catch(() => []);
        for (const name of names.filter(n => n.endsWith('.json')).sort()) {
            const file = external_node_path_default().join(directory, name);
            const text = await promises_default().readFile(file, 'utf8').catch(() => '');
            const program = parseHook(text);
            if (program === undefined)
                continue;
            return { file, program, isExecutable: await (0,checks_program/* isExecutable */.TV)(program) };
        }
    }
    return undefined;
}
const hookSchema = dist/* object */.Ikc({
    hook: dist/* object */.Ikc({ path: dist/* string */.YjP() }),
    when: dist/* object */.Ikc({ annotations: dist/* record */.g1P(dist/* string */.YjP(), dist/* string */.YjP()) })
});
/** The program of a hook's configuration, oci-hooks(5), if it is the tracing hook's. */
function parseHook(text) {
    try {
        const { hook, when } = dist/* parse */.qgA(hookSchema, JSON.parse(text));
        // The key is a regular expression, with its dots escaped.
        const keys = Object.keys(when.annotations).join('\n');
        return keys.replaceAll('\\', '').includes(ANNOTATION)
            ? hook.path
            : undefined;
    }
    catch {
        return undefined;
    }
}
/** The hook's version: what it says itself, or the package that it is from. */
async function hookVersion(program, { environment }) {
    const format = '--showformat=${Version}';
    const answers = await Promise.all([
        (0,host_answer/* ask */.k)([program, '-version'], environment),
        (0,host_answer/* ask */.k)(['rpm', '--query', '--queryformat=%{VERSION}', '--file', program], environment),
        (0,host_answer/* ask */.k)(['dpkg-query', '--search', program], environment).then(owner => owner.ok
            ? (0,host_answer/* ask */.k)(['dpkg-query', '--show', format, HOOK_PACKAGE], environment)
            : owner)
    ]);
    return answers
        .filter(({ ok }) => ok)
        .map(({ stdout }) => (0,checks_version/* parseVersion */.o)(stdout))
        .find(version => version !== undefined);
}
/** What all distributions call its package. */
const HOOK_PACKAGE = 'oci-seccomp-bpf-hook';
/** The shared libraries that a program lacks, ldd(1). */
async function missingLibraries(program, { environment }) {
    const { stdout } = await (0,host_answer/* ask */.k)(['ldd', program], environment);
    return parseMissingLibraries(stdout);
}
/** What ldd(1) did not find. */
function parseMissingLibraries(text) {
    return [...text.matchAll(/^\s*(\S+) => not found$/gm)].flatMap(([, name]) => name ?? []);
}

;// CONCATENATED MODULE: ./src/recorders/hook/check.ts






/**
 * Weighs the hook's version against the kernel's. Up to 1.2.10 it does not wait
 * for the runtime's prctl(2); up to 1.2.11 its BPF program does not fit kernels
 * from about 6.19 on. Release 1.3.0 of containers/oci-seccomp-bpf-hook mends
 * both.
 *
 * @param kernel its release, `uname -r`
 */
function hookCheck(program, version, kernel) {
    const name = 'hook';
    const mend = 'Install 1.3.0 or later (https://github.com/containers/oci-seccomp-bpf-hook/releases), or bpftrace beside it.';
    if (version === undefined) {
        return { name, state: 'ok', found: `version unknown, ${program}` };
    }
    const found = `${version.join('.')}, ${program}`;
    const release = (0,checks_version/* parseVersion */.o)(kernel);
    const isNewKernel = release !== undefined && !(0,checks_version/* isBefore */.Y)(release, [6, 19, 0]);
    if ((0,checks_version/* isBefore */.Y)(version, [1, 3, 0]) && isNewKernel) {
        return {
            name,
            state: 'weak',
            found: `${found}: too old for the kernel ${kernel}; may not compile, or read a wrong field`,
            mend
        };
    }
    if ((0,checks_version/* isBefore */.Y)(version, [1, 2, 11])) {
        return {
            name,
            state: 'weak',
            found: `${found}: also records calls that only the runtime's set-up makes`,
            mend
        };
    }
    return { name, state: 'ok', found };
}
/** What the libraries that a hook lacks come to. */
function librariesCheck(missing, { installBcc, install }) {
    if (missing.length === 0) {
        return { name: 'BCC', state: 'ok', found: 'no library is missing' };
    }
    return {
        name: 'BCC',
        state: 'missing',
        found: `the hook's libraries are missing: ${missing.join(', ')}`,
        mend: missing.some(name => name.startsWith('libbcc.'))
            ? installBcc
            : install
    };
}
async function checkHookProgram(machine) {
    const directories = await hookDirectories(machine);
    const hook = await findHook(directories);
    const install = await (0,host_packages/* installCommand */.Je)(HOOK_PACKAGE);
    if (!hook?.isExecutable) {
        const found = hook
            ? `${hook.file} names ${hook.program}, which is no program`
            : `no hook for ${ANNOTATION} in ${directories.join(' or ')}`;
        return [{ name: 'hook', state: 'missing', found, mend: install }];
    }
    const [version, libraries, installBcc] = await Promise.all([
        hookVersion(hook.program, machine),
        missingLibraries(hook.program, machine),
        (0,host_packages/* installCommand */.Je)('bcc')
    ]);
    return [
        hookCheck(hook.program, version, machine.kernel),
        librariesCheck(libraries, { installBcc, install })
    ];
}
/** What recording with oci-seccomp-bpf-hook takes. */
async function checkHook(machine) {
    const groups = await Promise.all([
        checkHookProgram(machine),
        (0,kernel/* checkHeaders */.ZZ)(machine.kernel),
        (0,kernel/* checkTracefs */.P_)(),
        (0,kernel/* checkLockdown */.uy)()
    ]);
    return groups.flat();
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/profile/normalize.ts
var normalize = __webpack_require__(7474);
// EXTERNAL MODULE: ./src/profile/parse.ts + 1 modules
var parse = __webpack_require__(2992);
;// CONCATENATED MODULE: ./src/recorders/hook/profile.ts



/**
 * Takes what oci-seccomp-bpf-hook wrote for an observation. Its conditions on
 * the arguments of `socket`, which only its newer versions write, are left
 * aside, so that the result does not depend on the version.
 *
 * @throws UserError where something else wrote it
 */
function observationOf(text) {
    const profile = (0,normalize/* normalizeProfile */.LP)((0,parse/* parseProfile */.j)(text, "the hook's profile"));
    const names = (0,normalize/* sortedUnique */.Z$)(profile.syscalls
        .filter(rule => rule.action === 'SCMP_ACT_ALLOW')
        .flatMap(rule => rule.names));
    const odd = names.find(name => !/^[a-z0-9_]+$/.test(name));
    if (odd !== undefined) {
        throw new errors/* UserError */.yo(`the recording names ${JSON.stringify(odd)}, which is no system call`, { hint: 'Something else than the hook wrote this file: run it again.' });
    }
    const has = (name) => names.includes(name);
    const losses = [
        [
            !has('execve'),
            `the hook saw no \`execve\` among ${names.length} system calls`
        ],
        [
            !has('exit') && !has('exit_group'),
            `the hook saw no \`exit\` or \`exit_group\` among ${names.length} system calls`
        ],
        [
            has('unshare'),
            'the tests used `unshare`, and the hook does not follow a process into another mount namespace'
        ]
    ];
    return {
        calls: names.map(name => ({ name, programs: [] })),
        denied: [],
        lost: losses.filter(([is]) => is).map(([, sentence]) => sentence),
        blind: BLIND
    };
}
/** What its source says, oci-seccomp-bpf-hook.go and ebpf.go of 1.2.8 to 1.3.0. */
const BLIND = [
    "The hook cannot tell the runtime's calls from the tests', nor who made a call, nor what was refused.",
    'The hook does not tell when it lost events, and sees nothing after the first thread of the container has ended.'
];

// EXTERNAL MODULE: ./src/host/processes.ts
var processes = __webpack_require__(327);
;// CONCATENATED MODULE: ./src/recorders/hook/tracer.ts

/**
 * The hook's tracing process for one output path, which is on its command
 * line (`oci-seccomp-bpf-hook -r PID -o PATH -i ''`).
 *
 * @returns its process ID, or undefined where there is none
 */
async function findTracer(output) {
    const tracer = (await (0,processes/* listProcesses */.O3)()).find(({ argv }) => argv[1] === '-r' && argv[3] === '-o' && argv[4] === output);
    return tracer?.pid;
}
const POLL_MS = 500;
/** A tracing process that has been there for so long has attached. */
const ATTACHED_MS = 12_000;
/** One that has not been seen for so long is gone. */
const GONE_MS = 3_000;
/** Looks for the tracing process until it has attached, or until stopped. */
function watchTracer(output) {
    let firstSeen;
    let lastSeen = 0;
    let isLooking = false;
    const timer = setInterval(() => {
        if (isLooking)
            return;
        isLooking = true;
        const look = findTracer(output).then(pid => {
            isLooking = false;
            if (pid === undefined)
                return;
            lastSeen = Date.now();
            firstSeen ??= lastSeen;
            if (lastSeen - firstSeen > ATTACHED_MS)
                clearInterval(timer);
        });
        // Where /proc cannot be read, there is nothing to see.
        look.catch(() => undefined);
    }, POLL_MS);
    timer.unref();
    return {
        crashed: () => Date.now() - lastSeen > GONE_MS,
        stop: () => {
            clearInterval(timer);
        }
    };
}

;// CONCATENATED MODULE: ./src/recorders/hook/recorder.ts








/**
 * Records with oci-seccomp-bpf-hook, which runs as a hook of the OCI runtime
 * and traces from the runtime's set-up of the container on.
 *
 * @param graceMs how long a file may be missing when no process is there to
 *   write it
 */
function createHookRecorder(host, graceMs = 3_000) {
    return {
        name: 'hook',
        start: start => startHook(host, start, graceMs)
    };
}
async function startHook({ kernel }, { scratch, signal }, graceMs) {
    const output = external_node_path_default().join(scratch, 'profile.json');
    const stderrFile = external_node_path_default().join(scratch, 'hook.stderr');
    // The hook splits its annotation at `;`, podman's older versions at `,`.
    if (/[;,"]/.test(output) || output !== output.trim()) {
        throw new errors/* UserError */.yo(`the hook cannot write to ${output}: the path has a semicolon, a comma or a quote in it`, { hint: 'Give the runner a temporary directory (RUNNER_TEMP) without.' });
    }
    // crun makes it root's alone if it is not there.
    await promises_default().writeFile(stderrFile, '');
    const watch = watchTracer(output);
    return {
        options: [
            `--annotation=${ANNOTATION}=of:${output}`,
            // crun writes what hooks print to these; runc quotes it in its error.
            `--annotation=run.oci.hooks.stderr=${stderrFile}`
        ],
        wrap: argv => argv,
        async finish(_, finishedAt) {
            const text = await wholeFile(output, graceMs, signal);
            const { mtimeMs } = await promises_default().stat(output);
            const observation = observationOf(text);
            if (finishedAt - mtimeMs < EARLY_MS)
                return observation;
            const seconds = ((finishedAt - mtimeMs) / 1000).toFixed(1);
            const early = `the hook stopped ${seconds} s before the container ended, because its first thread had ended`;
            return { ...observation, lost: [...observation.lost, early] };
        },
        explain: async (stderr) => {
            const printed = await promises_default().readFile(stderrFile, 'utf8').catch(() => '');
            return explainHook({
                said: `${stderr}\n${printed}`,
                crashed: watch.crashed(),
                kernel
            });
        },
        close: async () => {
            watch.stop();
            await awaitEnd(output);
        }
    };
}
/** The hook and the engine see a container's end at times that differ less. */
const EARLY_MS = 1_000;
const recorder_POLL_MS = 50;
/** The file must have kept its size for so long. */
const SETTLE_MS = 200;
/** How long the hook may write after the container has ended. */
const DEADLINE_MS = 60_000;
/** The hook writes late and piece by piece, and tells nobody when it is done. */
async function wholeFile(file, graceMs, signal) {
    const begin = Date.now();
    let last = '';
    let changedAt = begin;
    for (;;) {
        const text = await promises_default().readFile(file, 'utf8').catch(() => '');
        const now = Date.now();
        if (text !== last)
            changedAt = now;
        last = text;
        const settled = now - changedAt >= SETTLE_MS;
        if (settled && isJson(text))
            return text;
        const waited = now - begin;
        const orphaned = waited > graceMs && !(await findTracer(file));
        if (waited > DEADLINE_MS || (orphaned && settled)) {
            throw notWhole(text, orphaned);
        }
        await (0,external_node_timers_promises_.setTimeout)(recorder_POLL_MS, undefined, { signal }).catch(() => {
            throw (0,errors/* abortError */.vt)(signal);
        });
    }
}
function isJson(text) {
    try {
        JSON.parse(text);
        return true;
    }
    catch {
        return false;
    }
}
function notWhole(text, orphaned) {
    const hint = 'Look into the journal: journalctl -t oci-seccomp-bpf-hook. The profile was not touched.';
    return text === ''
        ? new errors/* UserError */.yo(orphaned
            ? 'the tracing hook ended without writing a profile'
            : `the tracing hook wrote no profile within ${DEADLINE_MS / 1000} s after the container's end`, { hint })
        : new errors/* UserError */.yo(`the tracing hook's profile is cut off after ${text.length} bytes`, { hint });
}
/** Gives the tracer some seconds to end by itself; it does when it can. */
async function awaitEnd(output) {
    for (let waited = 0; waited < 5_000; waited += recorder_POLL_MS) {
        if (!(await findTracer(output)))
            return;
        await (0,external_node_timers_promises_.setTimeout)(recorder_POLL_MS);
    }
}
async function explainHook({ said, crashed, kernel }) {
    const quoted = `It printed:\n${hookLines(said)}`;
    if (said.includes('requires root privileges')) {
        return new errors/* UserError */.yo('the tracing hook is not root here', {
            hint: `Run podman as root and outside of a user namespace.\n${quoted}`
        });
    }
    if (said.includes("didn't compile and attach within")) {
        return crashed
            ? new errors/* UserError */.yo(`the tracing hook cannot compile its BPF program for the kernel ${kernel}`, {
                hint: `Its versions up to 1.2.11 do not fit kernels from about 6.19 on: update it. Or the headers do not belong to this kernel: ${await (0,host_packages/* installHeadersCommand */.jy)(kernel)}\n${quoted}`
            })
            : new errors/* UserError */.yo('the tracing hook timed out: it was still compiling after 10 s', { hint: `The runner is overloaded: run the job again.\n${quoted}` });
    }
    if (/error while tracing|error running hook|oci-seccomp-bpf-hook/.test(said)) {
        return new errors/* UserError */.yo('the tracing hook failed', {
            hint: `Look into the journal: journalctl -t oci-seccomp-bpf-hook\n${quoted}`
        });
    }
    return undefined;
}
/** The last lines that tell of the hook, or simply the last. */
function hookLines(said) {
    const lines = said.trim().split('\n');
    const telling = lines.filter(line => /hook|BPF|level=/.test(line));
    return (telling.length > 0 ? telling : lines).slice(-6).join('\n');
}

// EXTERNAL MODULE: ./src/recorders/known.ts + 4 modules
var known = __webpack_require__(1299);
;// CONCATENATED MODULE: ./src/recorders/strace/check.ts





/**
 * Adds to the check of the program whether its version has the options that
 * the recorder takes, and whether the kernel lets it trace.
 *
 * @param scope /proc/sys/kernel/yama/ptrace_scope, where 3 stops all tracing
 *   (the kernel's Documentation/admin-guide/LSM/Yama.rst)
 */
function straceCheck({ check, version }, { canTrace, scope }) {
    if (check.state !== 'ok')
        return check;
    if (version && (0,checks_version/* isBefore */.Y)(version, [5, 15, 0])) {
        return {
            ...check,
            state: 'missing',
            // Its NEWS: `--decode-pids=comm` came with 5.15.
            found: `${check.found}: 5.15 or later is needed`,
            mend: 'Take a newer one, as Debian 12, Ubuntu 22.04 and Fedora have it.'
        };
    }
    if (scope?.trim() === '3') {
        return {
            ...check,
            state: 'missing',
            found: `${check.found}: kernel.yama.ptrace_scope is 3, which forbids all tracing`,
            mend: 'Set kernel.yama.ptrace_scope to 2 or less in /etc/sysctl.d, and boot: it cannot be lowered before.'
        };
    }
    if (canTrace)
        return check;
    return {
        ...check,
        state: 'missing',
        found: `${check.found}: root lacks CAP_SYS_PTRACE here`,
        mend: 'Run the runner outside of a container, or give that one --cap-add=SYS_PTRACE.'
    };
}
/** What recording with strace takes. */
async function checkStrace(machine) {
    const [program, privileges, scope] = await Promise.all([
        (0,checks_program/* checkProgram */.nf)(machine, { program: 'strace', package: 'strace' }),
        (0,checks_privileges/* readPrivileges */.Hj)(machine.sudo),
        promises_default().readFile('/proc/sys/kernel/yama/ptrace_scope', 'utf8')
            .catch(() => undefined)
    ]);
    const canTrace = (0,checks_privileges/* canHave */.PC)(privileges, 'CAP_SYS_PTRACE');
    return [straceCheck(program, { canTrace, scope })];
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(481);
// EXTERNAL MODULE: ./src/host/background.ts
var background = __webpack_require__(2048);
// EXTERNAL MODULE: ./src/syscalls/architectures.ts
var architectures = __webpack_require__(302);
// EXTERNAL MODULE: ./src/syscalls/numbers.ts + 1 modules
var numbers = __webpack_require__(3952);
// EXTERNAL MODULE: ./src/recorders/counts.ts
var recorders_counts = __webpack_require__(1691);
;// CONCATENATED MODULE: ./src/recorders/strace/line.ts
/**
 * Reads a line of `strace -f -n -o FILE --decode-pids=comm,pidns`, 5.15 and
 * later (strace(1)). It is ASCII: strace escapes the rest, and the angle
 * brackets in a program's name too.
 *
 * @returns undefined for what is no whole line of strace's
 */
function parseStraceLine(line) {
    const head = HEAD.exec(line);
    if (!head)
        return undefined;
    const [all, pid = '', comm = '', number = ''] = head;
    const task = { pid: Number(pid), comm: line_unescape(comm) };
    const text = line.slice(all.length);
    if (text.startsWith('+++ ')) {
        const end = END.exec(text);
        if (!end)
            return undefined;
        return end[1] === undefined
            ? { ...task, kind: 'end' }
            : { ...task, kind: 'exec', by: Number(end[1]) };
    }
    const mode = MODE.exec(text)?.[1];
    if (mode !== undefined)
        return { ...task, kind: 'mode', mode };
    const [, resumed] = RESUMED.exec(text) ?? [];
    if (resumed !== undefined) {
        return { ...task, kind: 'return', name: resumed, rest: text };
    }
    const [, name] = CALL.exec(text) ?? [];
    if (name !== undefined && /^\d+$/.test(number)) {
        const rest = text.slice(name.length);
        return { ...task, kind: 'entry', number: Number(number), name, rest };
    }
    return NOTHING.test(text) ? { ...task, kind: 'nothing' } : undefined;
}
/** `12<comm> [  59] ` */
const HEAD = /^(\d+)(?:<([^>]*)>)? +\[ *(\d+|\?+|-\d+)\] /;
/** A thread that executes a program takes the place of its whole process. */
const END = /^\+\+\+ (?:exited with \d+|killed by .*|superseded by execve in pid (\d+).*) \+\+\+$/;
const MODE = /^\[ Process PID=\d+ runs in (.*) mode\. \]$/;
const RESUMED = /^<\.\.\. (\w+) resumed>/;
const CALL = /^(\w+)\(/;
/**
 * A call whose task died before strace could ask which it is, or whose number
 * is none (-1): it is not made. And a stop, which is no call.
 */
const NOTHING = /^(?:\?+\(|<\.\.\. \?+ resumed>|\w+\(|--- )/;
/** Undoes what strace escapes in a program's name. */
function line_unescape(text) {
    if (!text.includes('\\'))
        return text;
    const bytes = text.replace(/\\(?:([0-7]{1,3})|(.))/g, (_, octal, letter) => octal === undefined
        ? (LETTERS.get(letter) ?? letter)
        : String.fromCharCode(parseInt(octal, 8)));
    return Buffer.from(bytes, 'latin1').toString('utf8');
}
const LETTERS = new Map([
    ['f', '\f'],
    ['n', '\n'],
    ['r', '\r'],
    ['t', '\t'],
    ['v', '\v']
]);
/**
 * What a call that is not negative returned; undefined for an error, and for a
 * call that did not return.
 */
function parseReturn(rest) {
    const [, pid, translated] = RETURNED.exec(rest) ?? [];
    if (pid === undefined)
        return undefined;
    return {
        pid: Number(pid),
        translated: translated === undefined ? undefined : Number(translated)
    };
}
const RETURNED = / = (\d+)(?:<[^>]*>)?(?: \/\* (\d+)(?:<[^>]*>)? in strace's PID NS \*\/)?$/;

;// CONCATENATED MODULE: ./src/recorders/strace/output.ts




/** Calls that make a task, or load a filter. */
const TELLING = new Set([
    'clone',
    'clone3',
    'fork',
    'vfork',
    'prctl',
    'seccomp'
]);
/**
 * Finds the calls that passed the container's filter in all that podman, its
 * runtime and the container did. The filter is the one that the container's
 * first process loads; its children inherit it (seccomp(2)). A call that the
 * filter refused looks like one that failed.
 *
 * A child's number is returned to its parent, often after its own first calls,
 * and not always in strace's PID namespace (a vfork(2) whose child is gone by
 * then). All that the runtime made outside the container is known for sure, so
 * a task that nobody claims is the container's.
 *
 * @param native the machine's own architecture
 * @param first the container's first process
 */
function createStraceReader(native, first) {
    const tasks = new Map();
    const unclaimed = [];
    /** The names of tasks outside that ended while they made another. */
    const childless = new Set();
    const total = new Map();
    let [filtered, ended, namespaced] = [false, false, false];
    let [garbled, untraced] = [0, 0];
    const task = (pid, comm) => {
        const known = tasks.get(pid);
        if (known && !known.ended) {
            known.comm ||= comm;
            return known;
        }
        // The number has been given out again.
        if (known)
            unclaimed.push(known);
        const made = {
            process: pid,
            // podman itself, which has no parent here, opens the output.
            filtered: pid === first || tasks.size === 0 ? false : undefined,
            architecture: native,
            pending: undefined,
            calls: new Map(),
            whenClaimed: [],
            comm,
            ended: false
        };
        tasks.set(pid, made);
        return made;
    };
    const claim = (child, parent, isThread) => {
        if (parent.filtered === undefined) {
            parent.whenClaimed.push(() => {
                claim(child, parent, isThread);
            });
            return;
        }
        if (child.filtered !== undefined)
            return;
        child.filtered = parent.filtered;
        if (isThread)
            child.process = parent.process;
        if (child.filtered)
            addAll(total, child.calls);
        child.calls.clear();
        for (const next of child.whenClaimed.splice(0))
            next();
    };
    const onReturn = (caller, name, rest, end) => {
        const returned = parseReturn(end);
        if (name === 'prctl' || name === 'seccomp') {
            if (!returned || !loadsFilter(name, rest, returned.pid))
                return;
            if (caller.process !== first)
                return;
            filtered = true;
            caller.filtered = true;
            if (!FOR_ALL_THREADS.test(rest))
                return;
            for (const other of tasks.values()) {
                if (other.process === first)
                    other.filtered = true;
            }
            return;
        }
        if (/\bCLONE_UNTRACED\b/.test(rest) && caller.filtered)
            untraced++;
        if (!returned) {
            if (!caller.filtered && !end.includes(' = -1 '))
                childless.add(caller.comm);
            return;
        }
        namespaced ||= returned.translated !== undefined;
        const isInside = caller.filtered === true || caller.process === first;
        // Inside, a number that was not translated is some other task's.
        if (isInside && namespaced && returned.translated === undefined)
            return;
        const pid = returned.translated ?? returned.pid;
        const child = tasks.get(pid) ?? task(pid, '');
        claim(child, caller, /\bCLONE_THREAD\b/.test(rest));
        if (child.ended)
            tasks.delete(pid);
    };
    const onEntry = (caller, { comm, number, name, rest }) => {
        caller.architecture = architectureOf(number, name, caller.architecture, native);
        const known = (0,numbers/* syscallsByNumber */.$o)(caller.architecture).get(number);
        const called = known ?? `#${number}`;
        if (caller.filtered !== false) {
            const counts = caller.filtered ? total : caller.calls;
            add(counts, `${caller.architecture} ${called}`, comm, 1);
        }
        caller.pending = undefined;
        if (!TELLING.has(called))
            return;
        if (rest.endsWith(UNFINISHED))
            caller.pending = { name: called, rest };
        else
            onReturn(caller, called, rest, rest);
    };
    const onEnd = (pid, gone) => {
        if (pid === first)
            ended = true;
        if (gone.pending && !gone.filtered)
            childless.add(gone.comm);
        gone.ended = true;
        if (gone.filtered !== undefined)
            tasks.delete(pid);
    };
    const onExec = (pid, by) => {
        const executing = tasks.get(by);
        if (!executing)
            return;
        executing.process = pid;
        tasks.delete(by);
        tasks.set(pid, executing);
    };
    return {
        read(text) {
            const line = parseStraceLine(text);
            if (!line) {
                garbled++;
                return;
            }
            if (line.kind === 'nothing')
                return;
            const caller = task(line.pid, line.comm);
            if (line.kind === 'entry')
                onEntry(caller, line);
            if (line.kind === 'return' && caller.pending) {
                const { name, rest } = caller.pending;
                caller.pending = undefined;
                onReturn(caller, name, rest, line.rest);
            }
            if (line.kind === 'mode') {
                caller.architecture = architectureOfMode(line.mode, native);
            }
            if (line.kind === 'exec')
                onExec(line.pid, line.by);
            if (line.kind === 'end')
                onEnd(line.pid, caller);
        },
        result() {
            const counts = new Map();
            addAll(counts, total);
            let outlived = 0;
            for (const left of [...unclaimed, ...tasks.values()]) {
                const { filtered, comm, calls } = left;
                if (filtered === false || comm === '' || childless.has(comm))
                    continue;
                addAll(counts, calls);
                if (!left.ended)
                    outlived++;
            }
            return {
                filtered,
                ended,
                calls: toCalls(counts, native),
                lost: [
                    ...some(garbled, 'lines of strace’s output that cannot be read'),
                    ...some(outlived, 'processes of the container that outlived the tracing'),
                    ...some(untraced, 'processes that were made untraceable (CLONE_UNTRACED)')
                ]
            };
        }
    };
}
const UNFINISHED = '<unfinished ...>';
/**
 * Whether a call has loaded a filter, seccomp(2): with TSYNC it returns the
 * thread that could not be filtered, with NEW_LISTENER a file descriptor.
 */
function loadsFilter(name, rest, returned) {
    return name === 'prctl'
        ? rest.startsWith('(PR_SET_SECCOMP, SECCOMP_MODE_FILTER,') && returned === 0
        : rest.startsWith('(SECCOMP_SET_MODE_FILTER,') &&
            (returned === 0 || rest.includes('SECCOMP_FILTER_FLAG_NEW_LISTENER'));
}
const FOR_ALL_THREADS = /\bSECCOMP_FILTER_FLAG_TSYNC\b/;
/**
 * The table that a call is from. strace tells when a process changes its mode,
 * but not of a new process that starts in the mode that another one has: there
 * number and name together tell.
 */
function architectureOf(number, name, current, native) {
    const has = (architecture) => (0,numbers/* syscallsByNumber */.$o)(architecture).get(number) === name;
    if (has(current))
        return current;
    const others = [native, ...(architectures/* SUB_ARCHITECTURES */.I[native] ?? [])];
    return others.find(has) ?? current;
}
function architectureOfMode(mode, native) {
    const subs = architectures/* SUB_ARCHITECTURES */.I[native] ?? [];
    if (mode === 'x32')
        return 'SCMP_ARCH_X32';
    return mode === '64 bit' ? native : (subs[0] ?? native);
}
function add(counts, call, comm, count) {
    let programs = counts.get(call);
    if (!programs)
        counts.set(call, (programs = new Map()));
    programs.set(comm, (programs.get(comm) ?? 0) + count);
}
function addAll(to, from) {
    for (const [call, programs] of from) {
        for (const [comm, count] of programs)
            add(to, call, comm, count);
    }
}
function toCalls(counts, native) {
    return (0,recorders_counts/* uniteCalls */.bO)([...counts].map(([key, programs]) => {
        const [architecture, name] = key.split(' ');
        return {
            name,
            ...(architecture === native ? {} : { architecture }),
            programs: [...programs]
                .filter(([comm]) => comm !== '')
                .map(([comm, count]) => ({ comm, count }))
        };
    }));
}
function some(count, what) {
    return count === 0 ? [] : [`${what}: ${count}`];
}

;// CONCATENATED MODULE: ./src/recorders/strace/recorder.ts










const recorder_BLIND = [
    'strace cannot tell a call that the filter refused from one that failed: refused calls are among the recorded ones.',
    'Processes that `podman exec` or a health check started in the container were not traced.',
    'A traced program cannot trace others itself: debuggers and the like fail under strace.'
];
/**
 * Records with strace(1), which needs neither BPF nor audit, and slows system
 * calls down a hundredfold and more. It follows podman, its runtime and the
 * container; what was called under the container's filter is sorted out later.
 */
function createStraceRecorder(host) {
    return {
        name: 'strace',
        start: async ({ scratch }) => {
            const output = external_node_path_default().join(scratch, 'strace.out');
            // Made here, so that we may read what root writes.
            await promises_default().writeFile(output, '');
            return session(host, output, external_node_path_default().join(scratch, 'container.pid'));
        }
    };
}
function session(host, output, pidFile) {
    return {
        options: [`--pidfile=${pidFile}`],
        wrap: argv => {
            const at = argv.indexOf('podman');
            return [...argv.slice(0, at), ...straceCommand(output), ...argv.slice(at)];
        },
        finish: async () => {
            await recorder_awaitEnd(output);
            return observe(host, output, await firstProcess(pidFile));
        },
        explain: explainStrace,
        close: () => stop(host, output)
    };
}
/** Options of strace 5.15 and later. */
function straceCommand(output) {
    return [
        'strace',
        // Beside podman, so that podman's exit code and end are seen as ever.
        '--daemonize',
        // A signal ends it, also while it writes to a file.
        '-I',
        '2',
        '--follow-forks',
        '--syscall-number',
        '--decode-pids=comm,pidns',
        '--quiet=attach',
        '--string-limit=0',
        `--output=${output}`,
        '/bin/sh',
        '-c',
        WRAPPER,
        'sh'
    ];
}
/**
 * Lets strace go when podman has ended: it would wait for what podman leaves
 * behind, such as the name server of a network. It passes the signal on to the
 * shell, which must ignore it. Tracer 0 is none, and for kill our own group.
 */
const WRAPPER = `"$@"
code=$?
trap '' TERM
while read -r key value; do
  if [ "$key" = TracerPid: ] && [ "$value" != 0 ]; then kill -TERM "$value"; fi
done </proc/$$/status
exit "$code"`;
async function firstProcess(pidFile) {
    const text = await promises_default().readFile(pidFile, 'utf8').catch(() => '');
    const pid = Number(text.trim());
    if (Number.isInteger(pid) && pid > 0)
        return pid;
    throw new errors/* UserError */.yo('podman did not tell the number of the container’s first process', { hint: 'Leave `--pidfile` out of input run-args.' });
}
async function observe({ architecture }, output, first) {
    const reader = createStraceReader(architecture, first);
    // Where it may not trace, strace lets the program run all the same.
    if ((await promises_default().stat(output)).size === 0) {
        throw new errors/* UserError */.yo('strace could not trace podman', { hint: MAY_NOT });
    }
    // Plain ASCII: strace escapes everything else.
    const stream = (0,external_node_fs_.createReadStream)(output, 'latin1');
    for await (const line of (0,external_node_readline_.createInterface)(stream))
        reader.read(line);
    const { filtered, ended, calls, lost } = reader.result();
    if (!filtered) {
        throw new errors/* UserError */.yo('strace did not see the container load a seccomp filter', {
            hint: 'Leave `--privileged` and `--security-opt seccomp=unconfined` out of input run-args.'
        });
    }
    if (!ended) {
        throw new errors/* UserError */.yo('the output of strace is cut off before the end of the container', {
            hint: `It was ended early, or the disk of ${external_node_path_default().dirname(output)} is full.`
        });
    }
    return { calls, denied: [], lost, blind: recorder_BLIND };
}
const MAY_NOT = 'Tracing needs CAP_SYS_PTRACE and kernel.yama.ptrace_scope below 3 (sysctl): see what strace said in the log.';
/**
 * @returns why podman did not start, where strace is to blame: what it says
 * begins with its name
 */
async function explainStrace(stderr) {
    const said = stderr
        .split('\n')
        .filter(line => /^(?:strace: |\S*sudo: )/.test(line))
        .join('\n');
    const quoted = `It printed:\n${said}`;
    if (/strace: command not found|Cannot find executable.*strace/.test(said)) {
        return new errors/* UserError */.yo('strace is missing', {
            hint: `Install it: ${await (0,host_packages/* installCommand */.Je)('strace')}`
        });
    }
    if (/^\S*sudo: /m.test(said)) {
        return new errors/* UserError */.yo('strace cannot be started through sudo', {
            hint: `Allow the runner's user to run strace in sudoers.\n${quoted}`
        });
    }
    if (/(?:unrecognized|invalid|unknown) option|invalid --/i.test(said)) {
        return new errors/* UserError */.yo('strace is too old: 5.15 or later is needed', {
            hint: `Update it: ${await (0,host_packages/* installCommand */.Je)('strace')}\n${quoted}`
        });
    }
    if (/ptrace|attach/i.test(said) && /not permitted|denied/.test(said)) {
        return new errors/* UserError */.yo('strace may not trace here', {
            hint: `${MAY_NOT}\n${quoted}`
        });
    }
    return said === ''
        ? undefined
        : new errors/* UserError */.yo('strace failed', { hint: quoted });
}
const strace_recorder_POLL_MS = 50;
const ROUNDS = 100;
/** Waits some seconds until strace is gone. */
async function recorder_awaitEnd(output) {
    let running = await tracers(output);
    for (let round = 0; round < ROUNDS && running.length > 0; round++) {
        await (0,external_node_timers_promises_.setTimeout)(strace_recorder_POLL_MS);
        running = await tracers(output);
    }
    return running;
}
async function tracers(output) {
    const all = await (0,processes/* listProcesses */.O3)();
    return (0,processes/* pidsOf */.IG)(all.filter(({ argv }) => argv.includes(`--output=${output}`)));
}
/** Ends strace where its shell did not; what it traced goes on without it. */
async function stop(host, output) {
    let left = await tracers(output);
    // It detaches from what it traces at SIGTERM. Should it wait for a process
    // that is just dying, the kernel detaches it when it is killed.
    for (const signal of ['-TERM', '-KILL']) {
        if (left.length === 0)
            return;
        const kill = ['kill', signal, ...left.map(String)];
        await (0,background/* startBackground */.r)(host.sudo ? ['sudo', '-n', ...kill] : kill, host.environment).ended;
        left = await recorder_awaitEnd(output);
    }
    if (left.length > 0) {
        throw new errors/* UserError */.yo(`strace cannot be stopped: ${left.join(', ')}`, {
            hint: 'Stop it by hand: sudo kill -KILL followed by these numbers.'
        });
    }
}

;// CONCATENATED MODULE: ./src/recorders/recorders.ts










/** How each recorder is checked and made. */
const KINDS = {
    bpftrace: {
        check: checkBpftrace,
        create: (host, { denials }) => (0,bpftrace_recorder/* createBpftraceRecorder */.U)(host, denials)
    },
    hook: { check: checkHook, create: host => createHookRecorder(host) },
    audit: {
        check: checkAudit,
        create: (host, { profile }) => (0,recorder/* createAuditRecorder */.Q)(host, { profile })
    },
    strace: { check: checkStrace, create: createStraceRecorder }
};
/**
 * What a recorder needs of a machine, and whether it is there. Starts no
 * container, changes nothing, and does not throw.
 */
async function checkRecorder(name, machine) {
    const { rootOnly } = known/* ABOUT */.O[name];
    return machine.rootless && rootOnly !== undefined
        ? [rootlessCheck(rootOnly)]
        : KINDS[name].check(machine);
}
/**
 * All recorders, for one machine.
 *
 * @param profile the one that containers are to run under
 * @param denials what to watch of the calls that it refuses, if anything
 */
function createRecorders(host, profile, denials) {
    return known/* RECORDER_NAMES */.a.map(name => ({
        ...KINDS[name].create(host, { profile, denials }),
        preflight: () => checkRecorder(name, host)
    }));
}


/***/ }),

/***/ 1804:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A1: () => (/* binding */ serializeRecording),
/* harmony export */   eZ: () => (/* binding */ namesOf),
/* harmony export */   nv: () => (/* binding */ RECORD_UNDER)
/* harmony export */ });
/* unused harmony export parseRecording */
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7934);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _syscalls_architectures_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(302);
/* harmony import */ var _known_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1299);




/** What the container's filter was while it was recorded. */
const RECORD_UNDER = ['default', 'allow-all'];
const program = valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    /** A program's name as the kernel has it (`comm`, at most 15 bytes). */
    comm: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    /** How often it made the call; at least so often where `atLeast`. */
    count: valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .integer */ .ndf(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .minValue */ .Wwf(1)),
    atLeast: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(true))
});
const call = valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    name: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    /** The table that the name is from, if it is not the machine's own. */
    architecture: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .picklist */ .KIO(_syscalls_architectures_js__WEBPACK_IMPORTED_MODULE_1__/* .ARCHITECTURES */ .X)),
    /** Who made it, the most frequent first; empty where nobody can tell. */
    programs: valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(program)
});
const observation = {
    /** The calls that passed the container's filter, sorted by name. */
    calls: valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(call),
    /** The calls that the filter refused, as far as the recorder sees them. */
    denied: valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        ...call.entries,
        /** What the filter returned in their place, errno(3). */
        errno: valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .integer */ .ndf())
    })),
    /** What was lost, one sentence each. A recording that lost is not used. */
    lost: valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
    /** What this recorder cannot know, one sentence each, for the report. */
    blind: valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP())
};
const recordingSchema = valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    format: valibot__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('seccomp-lock recording'),
    version: valibot__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(1),
    recorder: valibot__WEBPACK_IMPORTED_MODULE_3__/* .picklist */ .KIO(_known_js__WEBPACK_IMPORTED_MODULE_2__/* .RECORDER_NAMES */ .a),
    recordedUnder: valibot__WEBPACK_IMPORTED_MODULE_3__/* .picklist */ .KIO(RECORD_UNDER),
    architecture: valibot__WEBPACK_IMPORTED_MODULE_3__/* .picklist */ .KIO(_syscalls_architectures_js__WEBPACK_IMPORTED_MODULE_1__/* .ARCHITECTURES */ .X),
    kernel: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    engine: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    runtime: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    /** The options of `podman run` that the workflow gave. */
    options: valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
    ...observation
});
/** A recording as the text of a file. */
function serializeRecording(recording) {
    return `${JSON.stringify(recording, undefined, 2)}\n`;
}
/**
 * Reads a recording back.
 *
 * @param name what to call it in errors
 * @throws UserError where it is none, or of a version that we do not know
 */
function parseRecording(text, name) {
    let json;
    try {
        json = JSON.parse(text);
    }
    catch (cause) {
        throw noRecording(name, messageOf(cause));
    }
    const { success, output, issues } = v.safeParse(recordingSchema, json);
    if (success)
        return output;
    const [issue] = issues;
    const at = v.getDotPath(issue);
    throw noRecording(name, `${at ? `${at}: ` : ''}${issue.message}`);
}
function noRecording(name, what) {
    return new UserError(`${name} is no recording of version 1: ${what}`, {
        hint: 'Record it anew with this version of seccomp-lock.'
    });
}
/** The names of the recorded calls, sorted and unique. */
function namesOf(recording) {
    return [...new Set(recording.calls.map(({ name }) => name))].sort();
}


/***/ }),

/***/ 3063:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f7: () => (/* binding */ mendable),
/* harmony export */   o0: () => (/* binding */ forbidden),
/* harmony export */   uw: () => (/* binding */ explainDenials)
/* harmony export */ });
/* harmony import */ var _candidate_policy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5863);
/* harmony import */ var _profile_managed_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3456);
/* harmony import */ var _profile_resolve_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6509);
/* harmony import */ var _profile_treatment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6389);




/** Says of each refused call why the profile refuses it. */
function explainDenials(denied, inForce) {
    const { runtimePrograms, policy = _candidate_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .NO_POLICY */ .lm } = inForce;
    const whyOf = reasons(inForce, policy.deny);
    return denied.map(call => ({
        ...call,
        why: whyOf(call.name),
        byRuntime: call.programs.length > 0 &&
            call.programs.every(({ comm }) => runtimePrograms.includes(comm))
    }));
}
/** Those that nobody forbids: they are to be added. */
function mendable(denials) {
    return denials.filter(({ why }) => why.kind === 'not recorded');
}
/** Those that somebody forbids who has a say: they are never added. */
function forbidden(denials) {
    return denials.filter(({ why: { kind } }) => kind === 'rule' || kind === 'deny');
}
function reasons(inForce, deny) {
    const { profile, engineDefault, recordUnder, locate } = inForce;
    const ofUsers = profile.syscalls.filter(rule => !(0,_profile_managed_js__WEBPACK_IMPORTED_MODULE_3__/* .isManaged */ .yF)(rule));
    const rules = (0,_profile_resolve_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveRules */ .S)(profile.syscalls, inForce);
    const users = rules.filter(rule => !(0,_profile_managed_js__WEBPACK_IMPORTED_MODULE_3__/* .isManaged */ .yF)(rule));
    const byDefault = (0,_profile_resolve_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveRules */ .S)(engineDefault.syscalls, inForce);
    return name => {
        // A rule that refuses is what did it, whatever other rules allow.
        const rule = users.find(one => one.names.includes(name) && !(0,_profile_treatment_js__WEBPACK_IMPORTED_MODULE_2__/* .lets */ .Nx)(one)) ??
            users.find(one => one.names.includes(name));
        if (rule)
            return { kind: 'rule', at: locate(ofUsers.indexOf(rule), name) };
        const line = deny.get(name);
        if (line !== undefined)
            return { kind: 'deny', line };
        // A number that no table has a name for cannot be added.
        if (name.startsWith('#'))
            return { kind: 'default' };
        if (recordUnder === 'allow-all')
            return { kind: 'not recorded' };
        const here = (0,_profile_treatment_js__WEBPACK_IMPORTED_MODULE_2__/* .treatmentOf */ .Wh)(rules, name, profile).kind;
        const outside = (0,_profile_treatment_js__WEBPACK_IMPORTED_MODULE_2__/* .treatmentOf */ .Wh)(byDefault, name, engineDefault).kind;
        // Where both have conditions, those here are the default's own.
        const isOutside = outside === 'refused' ||
            (outside === 'conditional' && here === 'conditional');
        return { kind: isOutside ? 'default' : 'not recorded' };
    };
}


/***/ }),

/***/ 2404:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S1: () => (/* binding */ createRefusalWatch),
  FE: () => (/* binding */ enforce),
  AO: () => (/* binding */ writeForPodman)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
var promises_default = /*#__PURE__*/__webpack_require__.n(promises_);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/container/run.ts
var container_run = __webpack_require__(3042);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/profile/refusals.ts
var refusals = __webpack_require__(604);
// EXTERNAL MODULE: ./src/profile/serialize.ts
var serialize = __webpack_require__(8399);
// EXTERNAL MODULE: ./src/recorders/audit/recorder.ts + 4 modules
var audit_recorder = __webpack_require__(1453);
// EXTERNAL MODULE: ./src/recorders/bpftrace/recorder.ts + 4 modules
var recorder = __webpack_require__(3201);
// EXTERNAL MODULE: ./src/recorders/recording.ts
var recording = __webpack_require__(1804);
// EXTERNAL MODULE: ./src/suite/run-suite.ts + 4 modules
var run_suite = __webpack_require__(6649);
// EXTERNAL MODULE: ./src/suite/trace.ts
var trace = __webpack_require__(729);
// EXTERNAL MODULE: ./src/profile/errno.ts
var profile_errno = __webpack_require__(549);
// EXTERNAL MODULE: ./src/profile/resolve.ts
var resolve = __webpack_require__(6509);
// EXTERNAL MODULE: ./src/profile/treatment.ts
var profile_treatment = __webpack_require__(6389);
;// CONCATENATED MODULE: ./src/replay/audit-watch.ts



/**
 * The calls that a candidate refuses, by the recording of a run under its
 * `refusalLogProfile`: all that was logged, but for what the candidate allows
 * outright (logging-profile.ts: `execve`, `execveat`). A deny-list refuses by
 * rules only, of which nothing is logged.
 *
 * The run was let through what the candidate refuses, so that it may have gone
 * on to calls that it would never make under the candidate.
 *
 * @param observation what the audit recorder saw
 * @param machine the container that was recorded
 * @returns sorted as the recording is; the errno is what the candidate returns
 *   by default, EPERM where it names none
 */
function refusedOf({ calls }, candidate, machine) {
    if ((0,profile_treatment/* isDenyList */.z2)(candidate))
        return [];
    const rules = (0,resolve/* resolveRules */.S)(candidate.syscalls, machine);
    const { defaultErrno, defaultErrnoRet } = candidate;
    // Where no such error is known, podman does not load the candidate.
    const errno = Number((0,profile_errno/* errnoOf */.U)(defaultErrno, defaultErrnoRet) ?? 1);
    return calls
        .filter(({ name }) => (0,profile_treatment/* treatmentOf */.Wh)(rules, name, candidate).kind !== 'allowed')
        .map(call => ({ ...call, errno }));
}

// EXTERNAL MODULE: ./src/profile/diff.ts + 1 modules
var diff = __webpack_require__(7380);
// EXTERNAL MODULE: ./src/profile/filter/load.ts + 1 modules
var load = __webpack_require__(5881);
// EXTERNAL MODULE: ./src/profile/filter/returns.ts
var returns = __webpack_require__(6507);
// EXTERNAL MODULE: ./src/profile/normalize.ts
var normalize = __webpack_require__(7474);
// EXTERNAL MODULE: ./src/syscalls/multiplexed.ts
var multiplexed = __webpack_require__(2639);
;// CONCATENATED MODULE: ./src/replay/logging-profile.ts







/**
 * A profile under which the tests run on where the candidate refuses a call,
 * and the kernel makes an audit record of that call (seccomp(2),
 * `SECCOMP_RET_LOG`).
 *
 * - What the candidate allows is allowed, under the same conditions. But
 *   `execve` and `execveat` are logged where it allows them outright: the
 *   runtime starts the container with one of them, so that a record comes of
 *   any container.
 * - What no rule of the candidate's names and `outer` lets through is logged,
 *   under `outer`'s conditions.
 * - All else is refused. So is whatever the candidate refuses by a rule; hence
 *   a deny-list's refusals are not logged.
 * - A call that the candidate allows for some arguments is refused for all
 *   others, as by `outer`, since candidates narrow it. Only where `outer` is
 *   undefined or a deny-list, it is logged for them.
 *
 * A rule that libseccomp does not take together with the candidate's is left
 * out: the call is refused. Calls of an architecture that the candidate makes
 * no filter for end the thread, as under the candidate.
 *
 * @param outer what the recording ran under; undefined where it let all through
 * @param machine the container, which podman starts
 * @throws RefusedProfile where the candidate cannot be loaded
 */
function refusalLogProfile(candidate, outer, machine) {
    (0,load/* loadProfile */.iH)(candidate, machine);
    const rules = (0,resolve/* resolveRules */.S)(candidate.syscalls, machine);
    const logging = (0,profile_treatment/* isDenyList */.z2)(candidate)
        ? { ...candidate, syscalls: rules }
        : outer === undefined || (0,profile_treatment/* isDenyList */.z2)(outer)
            ? logUnnamed({ ...candidate, syscalls: rules }, outer, machine)
            : logListed({ ...candidate, syscalls: rules }, outer, machine);
    const starts = ['execve', 'execveat'].filter(name => (0,profile_treatment/* treatmentOf */.Wh)(rules, name, candidate).kind === 'allowed');
    return logFirst(logging, starts);
}
const LOG = 'SCMP_ACT_LOG';
/** Logs these calls, whatever rules say of them. */
function logFirst(profile, names) {
    const others = profile.syscalls
        .map(rule => ({
        ...rule,
        names: rule.names.filter(name => !names.includes(name))
    }))
        .filter(rule => rule.names.length > 0);
    // A rule that does what the default does would be no rule.
    const isNeeded = profile.defaultAction !== LOG && names.length > 0;
    return {
        ...profile,
        syscalls: [...(isNeeded ? [bare([...names], LOG)] : []), ...others]
    };
}
/** Logs what a list of allowed calls lets through and no rule names. */
function logListed(candidate, outer, machine) {
    const rules = (0,resolve/* resolveRules */.S)(outer.syscalls, machine);
    const logged = unnamed(rules, candidate, machine).map(name => ({
        name,
        treatment: (0,profile_treatment/* treatmentOf */.Wh)(rules, name, outer)
    }));
    return addFitting({ ...candidate, syscalls: candidate.syscalls.map(unlogged) }, [
        // These first: with `socketcall` allowed outright, libseccomp takes rules
        // about `socket` that it does not take otherwise.
        ...logged
            .filter(({ treatment }) => treatment.kind === 'allowed')
            .map(({ name }) => [[bare([name], LOG)]]),
        ...logged.flatMap(({ name, treatment }) => treatment.kind === 'conditional'
            ? [logConditional(name, treatment.rules, outer, machine)]
            : [])
    ], machine);
}
/**
 * Ways to log a call that `outer` lets through for some arguments, the best
 * first: so that the candidate's default refuses it for the others, or, where
 * that would let through more, with `outer`'s own refusals.
 */
function logConditional(name, rules, outer, machine) {
    const all = rules.map(({ action, errno, errnoRet, args }, index) => ({
        names: [name],
        action: (0,profile_treatment/* lets */.Nx)(rules[index] ?? bare([], action)) ? LOG : action,
        ...(errno !== undefined && { errno }),
        ...(errnoRet !== undefined && { errnoRet }),
        args
    }));
    const letting = all.filter(profile_treatment/* lets */.Nx);
    if (letting.length === all.length)
        return [all];
    const alone = { defaultAction: 'SCMP_ACT_ERRNO', syscalls: letting };
    const isAsNarrow = (0,load/* loads */.qV)(alone, machine) &&
        (0,load/* loads */.qV)(outer, machine) &&
        !(0,diff/* diffProfiles */.Uj)(outer, alone, [machine]).added.includes(name);
    return isAsNarrow ? [letting, all] : [all];
}
/** Logs what no rule names, but for what a deny-list of `outer` refuses. */
function logUnnamed(candidate, outer, machine) {
    const { defaultErrno, defaultErrnoRet, ...rest } = candidate;
    const refuse = (name, args) => ({
        ...bare([name], candidate.defaultAction),
        ...(defaultErrno !== undefined && { errno: defaultErrno }),
        ...(defaultErrnoRet !== undefined && { errnoRet: defaultErrnoRet }),
        args
    });
    // A rule that does what the default does was no rule. It would be one now,
    // and might win over those that allow.
    const byDefault = (0,returns/* defaultReturnOf */.zZ)(candidate);
    const heeded = candidate.syscalls.filter(rule => (0,returns/* returnOf */.gi)(rule) !== byDefault);
    const heededNames = namesIn(heeded);
    const refused = candidate.syscalls.flatMap(rule => rule.names
        .filter(name => !heededNames.has(name))
        .map(name => ({ ...rule, names: [name] })));
    const rules = outer ? (0,resolve/* resolveRules */.S)(outer.syscalls, machine) : [];
    const refusedByOuter = outer
        ? unnamed(rules, candidate, machine).map(name => {
            const treatment = (0,profile_treatment/* treatmentOf */.Wh)(rules, name, outer);
            if (treatment.kind === 'allowed')
                return [];
            if (treatment.kind === 'refused')
                return [refuse(name, [])];
            return treatment.rules
                .filter(rule => !(0,profile_treatment/* lets */.Nx)(rule))
                .map(({ args }) => refuse(name, args));
        })
        : [];
    return addFitting({ ...rest, defaultAction: LOG, syscalls: heeded.map(unlogged) }, [...refused.map(rule => [[rule]]), ...refusedByOuter.map(rules => [rules])], machine);
}
/** The candidate may log by itself, which must not look like a refusal. */
function unlogged(rule) {
    return rule.action === LOG ? { ...rule, action: 'SCMP_ACT_ALLOW' } : rule;
}
/**
 * The names in `rules` that no rule of the candidate's names. socketcall(2) is
 * not among them where a call that is made through it is named: a rule about
 * such a call is about socketcall(2) with an argument, too (evaluate.ts). The
 * same goes for ipc(2).
 */
function unnamed(rules, candidate, machine) {
    const named = namesIn(candidate.syscalls);
    const architectures = (0,load/* architecturesOn */._H)(candidate, machine);
    const through = new Set([...named].flatMap(name => architectures.map(a => (0,multiplexed/* multiplexed */._)(name, a)?.by)));
    return (0,normalize/* sortedUnique */.Z$)([...namesIn(rules)]).filter(name => !named.has(name) && !through.has(name));
}
/**
 * A profile with more rules.
 *
 * @param additions for each call, what could be added, the best first; where
 *   no runtime can load the profile with any of it, nothing
 */
function addFitting(profile, additions, machine) {
    const [only, ...more] = additions;
    if (only === undefined)
        return profile;
    const ways = more.length === 0 ? only : [additions.flatMap(([best = []]) => best)];
    const fitting = ways
        .map(rules => ({ ...profile, syscalls: [...profile.syscalls, ...rules] }))
        .find(added => RUNTIMES.every(runtime => (0,load/* loads */.qV)(added, { ...machine, runtime })));
    if (fitting !== undefined || more.length === 0)
        return fitting ?? profile;
    const half = additions.length >> 1;
    const first = addFitting(profile, additions.slice(0, half), machine);
    return addFitting(first, additions.slice(half), machine);
}
const RUNTIMES = ['crun', 'runc'];
function namesIn(rules) {
    return new Set(rules.flatMap(rule => rule.names));
}
function bare(names, action) {
    return { names, action, args: [] };
}

;// CONCATENATED MODULE: ./src/replay/enforce.ts













/**
 * Runs the tests once with a profile enforced, and watches what it refuses.
 * The container is gone when it returns or throws.
 *
 * @param file where the profile stands, absolute
 * @param title what the log calls this run
 * @throws RecorderFailed where the watch does not work here; UserError where
 *   it lost something, or where no container can be made; Cancelled
 */
async function enforce(run, profile, file, title, watching) {
    const options = (0,container_run/* underProfile */.k8)(file);
    const { watch, host } = watching;
    if (watch === 'bpftrace') {
        const recorder = createRefusalWatch(host, profile);
        const { ended, first } = await tracedTests(run, title, options, recorder);
        return { ...ended, denied: first.denied, made: (0,recording/* namesOf */.eZ)(first) };
    }
    const ended = await (0,trace/* untraced */.r3)(run.world, traced => testsUnder(run, title, options, traced));
    const denied = watch === 'audit'
        ? await logRefused(run, profile, watching, ended.run.capabilities)
        : undefined;
    return { ...ended, denied, made: undefined };
}
/** What names the calls that a profile refuses, container by container. */
function createRefusalWatch(host, profile) {
    const mayNotStart = true;
    return (0,recorder/* createBpftraceRecorder */.U)(host, (0,refusals/* refusalsOf */.h)(profile), { mayNotStart });
}
async function tracedTests(run, title, options, recorder) {
    let ended;
    try {
        const { first, run: tests } = await (0,trace/* trace */.uP)({ first: recorder, second: undefined }, run.world, async (traced) => {
            ended = await testsUnder(run, title, options, traced);
            return ended.run;
        }, ({ id }) => {
            if (id === '')
                throw new NoContainer();
        });
        return { ended: { ...ended, run: tests, failure: ended?.failure }, first };
    }
    catch (error) {
        // podman made none: there is nothing to look at, and it says why.
        if (!(error instanceof NoContainer) || !ended)
            throw error;
        return { ended, first: NOTHING };
    }
}
class NoContainer extends Error {
}
const NOTHING = { calls: [], denied: [], lost: [], blind: [] };
/** Runs the tests; that they fail is a value here. */
async function testsUnder(run, title, options, traced) {
    const { image, inputs } = run;
    try {
        const ended = await (0,run_suite/* runTestsOnce */.o)(run, title, {
            ...traced,
            options: [...traced.options, ...options]
        });
        const { command } = inputs.tests;
        return { run: ended, failure: (0,container_run/* explainFailure */.SP)(ended, { image, command }) };
    }
    catch (error) {
        if (!(error instanceof container_run/* TestsFailed */.pF))
            throw error;
        return { run: error.run, failure: error };
    }
}
/**
 * Runs the tests under a profile that lets through and logs what the given one
 * refuses: whether they pass does not matter.
 */
async function logRefused(run, profile, { host, outer, capabilities }, own) {
    const machine = {
        architecture: host.architecture,
        capabilities: own.length > 0 ? own : capabilities
    };
    const recorder = (0,audit_recorder/* createAuditRecorder */.Q)(host, {
        profile,
        logging: candidate => refusalLogProfile(candidate, outer, machine)
    });
    const title = 'Run the tests with refused calls let through and logged';
    const { first } = await tracedTests(run, title, [], recorder);
    return refusedOf(first, profile, machine);
}
/** Writes a profile to try, where podman finds it. */
async function writeForPodman(run, profile) {
    const file = external_node_path_default().join(run.world.scratch, 'profile-under-test.json');
    await promises_default().writeFile(file, (0,serialize/* serializeProfile */.K)(profile));
    return file;
}


/***/ }),

/***/ 4733:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wj: () => (/* binding */ testsFail),
/* harmony export */   mR: () => (/* binding */ sayWhy),
/* harmony export */   mj: () => (/* binding */ notAllowed),
/* harmony export */   nl: () => (/* binding */ neverEnough),
/* harmony export */   uj: () => (/* binding */ notMendable)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _text_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1789);
/* harmony import */ var _replay_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8072);



/** A call and who was refused it: `chmod (to "sh")`. */
function sayCall({ name, programs }) {
    const who = programs
        .slice(0, 3)
        .map(({ comm }) => JSON.stringify(comm))
        .join(', ');
    return who === '' ? name : `${name} (to ${who})`;
}
function names(denials) {
    return [...new Set(denials.map(({ name }) => name))].join(', ');
}
/** Why a profile refuses a call, as a sentence part. */
function sayWhy(why, file) {
    switch (why.kind) {
        case 'not recorded':
            return 'it was not recorded';
        case 'rule':
            return `a rule of yours does not allow it in this way${why.at ? `, ${(0,_text_json_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPosition */ .Ld)(file, why.at)}` : ''}`;
        case 'deny':
            return `the input deny names it: ${why.line}`;
        case 'default':
            return "podman's default profile refuses it, too";
    }
}
/** Tests that are refused calls, others each time. */
function neverEnough(missing) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the tests are still refused calls after ${_replay_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_HEALS */ .$h} rounds of adding those that were: ${missing.map(sayCall).join('; ')}`, {
        hint: 'They make other calls each time: record them more often (`runs`), or name these calls in `allow`.'
    });
}
/** Refused calls that cannot be added, for whatever reason. */
function notMendable(missing) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the profile refuses the tests calls that cannot be added to it: ${missing.map(sayCall).join('; ')}`, {
        hint: 'Change your rules or architectures in it. (A profile that lists what it denies is left as it is.)'
    });
}
/**
 * Why the tests fail under a profile.
 *
 * @param input.failure how they failed
 * @param input.refused the calls that were refused, and that somebody forbids
 */
function testsFail(input) {
    const { failure, refused, hasStarted, watch, file, isRecorded } = input;
    const end = failure.message;
    const under = isRecorded ? `under the new ${file}` : `under ${file}`;
    if (refused.length > 0) {
        const lines = refused.map(call => `- ${sayCall(call)}: ${sayWhy(call.why, file)}`);
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the tests fail ${under}, which refuses ${refused.map(sayCall).join('; ')}: ${end}`, {
            hint: `Refused:\n${lines.join('\n')}\nSuch calls are never added. Change the rule or the input, or the program, so that it does without.`
        });
    }
    const before = isRecorded ? 'passed when they were recorded, and ' : '';
    const unknown = 'Nothing on this runner can tell which calls were refused: install bpftrace (`setup: install`), which names them.';
    if (!hasStarted) {
        const isWatched = watch !== 'nobody';
        const hints = [
            ...(failure.hint === undefined ? [] : [failure.hint]),
            ...(isWatched ? [] : [unknown])
        ];
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the container does not start ${under}${isWatched ? ', though no call was seen refused' : ''}: ${end}`, {
            ...(hints.length > 0 && { hint: hints.join('\n') }),
            cause: failure
        });
    }
    if (watch === 'nobody') {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the tests ${before}fail ${under}: ${end}`, {
            hint: unknown
        });
    }
    const unseen = watch === 'audit'
        ? ' Audit records do not show calls that a rule of yours, or its condition on arguments, refuses: bpftrace does.'
        : '';
    const isFlaky = isRecorded
        ? 'the tests are flaky, or depend on something else than system calls: they '
        : 'the tests ';
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${isFlaky}${before}fail ${under}, which was not seen to refuse them a call that podman's default profile allows: ${end}`, {
        hint: `${isRecorded ? 'The log ends with both outputs, to compare. ' : ''}Run the tests twice by hand: does something stay behind, such as a file, a port or a database?${unseen}`
    });
}
/**
 * Calls that the tests make and a committed profile does not allow.
 *
 * @param failure how the tests failed, if they did
 */
function notAllowed(missing, file, failure) {
    const calls = missing.map(sayCall).join('; ');
    const end = failure ? `: ${failure.message}` : ', though they passed';
    const byRuntime = missing.filter(call => call.byRuntime);
    const runtime = byRuntime.length === 0
        ? ''
        : `The OCI runtime makes ${names(byRuntime)} to start the container: what it needs (the floor) has changed. `;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${file} refuses the tests calls (${calls})${end}`, {
        hint: `${runtime}Record the tests anew (\`mode: lock\`), and commit ${file}; or undo the change that led to these calls.`
    });
}


/***/ }),

/***/ 5452:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ proofInput)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _profile_positions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9761);
/* harmony import */ var _syscalls_capabilities_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9314);
/* harmony import */ var _prove_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8098);




/**
 * What OCI runtimes are called while they start a container, where that was not
 * measured: runc says so itself (libcontainer/nsenter), and crun executes a copy
 * of itself, by a file descriptor, whose number is then its name.
 */
const RUNTIME_PROGRAMS = ['runc:[2:INIT]', 'crun', '3'];
/**
 * What a replay is to know of the run so far.
 *
 * @param recorders what can watch, and whether each works
 * @param recorded undefined where nothing was recorded
 */
async function proofInput(inputs, { committed, engine, engineDefault, host }, recorders, recorded) {
    const { architecture } = engine;
    // Without a recording, what podman gives is a good guess.
    const capabilities = recorded?.capabilities ?? _syscalls_capabilities_js__WEBPACK_IMPORTED_MODULE_2__/* .PODMAN_DEFAULT_CAPABILITIES */ .t;
    const { recordUnder, policy } = inputs;
    return {
        watches: await (0,_prove_js__WEBPACK_IMPORTED_MODULE_3__/* .findWatches */ .lQ)(recorders, host),
        watching: {
            host,
            outer: recordUnder === 'default' ? engineDefault : undefined,
            capabilities
        },
        reasons: {
            ...{ engineDefault, recordUnder, architecture, capabilities, policy },
            runtimePrograms: recorded?.floor?.programs ?? RUNTIME_PROGRAMS,
            locate: (0,_profile_positions_js__WEBPACK_IMPORTED_MODULE_1__/* .findPlaces */ .C)(committed?.text).inUserRule
        },
        file: node_path__WEBPACK_IMPORTED_MODULE_0___default().relative(inputs.workspace, inputs.profile),
        recordedOutput: recorded?.output
    };
}


/***/ }),

/***/ 8098:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lQ: () => (/* binding */ findWatches),
  zn: () => (/* binding */ prove),
  MX: () => (/* binding */ verify),
  zj: () => (/* binding */ withCanary)
});

// EXTERNAL MODULE: ./src/checks/trouble.ts
var trouble = __webpack_require__(4290);
// EXTERNAL MODULE: ./src/container/podman.ts
var podman = __webpack_require__(2166);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/profile/errno.ts
var profile_errno = __webpack_require__(549);
// EXTERNAL MODULE: ./src/profile/serialize.ts
var serialize = __webpack_require__(8399);
// EXTERNAL MODULE: ./src/profile/treatment.ts
var treatment = __webpack_require__(6389);
// EXTERNAL MODULE: ./src/recorders/recorders.ts + 12 modules
var recorders_recorders = __webpack_require__(7005);
// EXTERNAL MODULE: ./src/suite/trace.ts
var trace = __webpack_require__(729);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
var promises_default = /*#__PURE__*/__webpack_require__.n(promises_);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./src/container/deadline.ts
var deadline = __webpack_require__(8499);
// EXTERNAL MODULE: ./src/container/label.ts
var label = __webpack_require__(2321);
// EXTERNAL MODULE: ./src/container/run.ts
var container_run = __webpack_require__(3042);
// EXTERNAL MODULE: ./src/floor/measure.ts
var measure = __webpack_require__(2114);
// EXTERNAL MODULE: ./src/floor/noop.ts
var noop = __webpack_require__(416);
// EXTERNAL MODULE: ./src/host/processes.ts
var processes = __webpack_require__(327);
// EXTERNAL MODULE: ./src/replay/runtimes.ts
var runtimes = __webpack_require__(6942);
;// CONCATENATED MODULE: ./src/replay/canary.ts














/** Reads the text of /proc/PID/status. */
function filterState(status) {
    const field = (name) => {
        const value = new RegExp(`^${name}:\\s*(\\d+)$`, 'm').exec(status)?.[1];
        return value === undefined ? undefined : Number(value);
    };
    return {
        mode: field('Seccomp'),
        filters: field('Seccomp_filters'),
        parent: field('PPid') ?? 0
    };
}
/** Without one of these no program starts, execve(2), execveat(2). */
const EXEC = ['execve', 'execveat'];
/**
 * A profile under which no container can start: equal but for the calls that
 * execute a program. They return an error whatever the profile does with others,
 * since a runtime of which a thread is killed hangs.
 */
function withoutExec(profile) {
    const refusing = {
        names: EXEC,
        action: 'SCMP_ACT_ERRNO',
        errnoRet: 1,
        args: []
    };
    const others = profile.syscalls
        .map(rule => ({
        ...rule,
        names: rule.names.filter(name => !EXEC.includes(name))
    }))
        .filter(({ names }) => names.length > 0);
    return { ...profile, syscalls: [...others, refusing] };
}
/**
 * Proves that the engine enforces a profile, with the tests' image and options,
 * by containers that do nothing: one that makes no system call has a filter
 * more than the process that started it, and under a profile that
 * refuses to execute programs none starts.
 *
 * @param run its image must be on the machine
 * @param profileFile the profile as podman is given it, absolute
 * @param profile the same, read
 * @returns undefined for an architecture that has no such programs
 * @throws UserError that says what was seen, where the profile is not in force
 *   or a container cannot start under it; the signal's reason
 */
async function proveFilter(run, profileFile, profile) {
    const program = (0,noop/* spinProgram */.N)(run.engine.architecture);
    if (!program)
        return undefined;
    const canary = await seeFilter(run, profileFile, program);
    await seeRefusal(run, profileFile, profile);
    return canary;
}
/** Where the endless program is in the container. */
const PLACE = '/.seccomp-lock-spin';
async function seeFilter(run, profileFile, program) {
    const { world } = run;
    const { podman, log, signal, container: name, scratch } = world;
    const spin = await (0,measure/* programOptions */.N5)(program, PLACE, scratch);
    const stop = () => (0,runtimes/* stopStart */.rI)(podman, name);
    try {
        const { value } = await log.group('Look whether the profile is in force: start a container that does nothing', show => (0,deadline/* withDeadline */.N)(() => observe(run, profileFile, spin, show), stop, {
            timeoutMs: runtimes/* START_LIMIT_MS */.k1,
            signal
        }));
        await (0,container_run/* removeContainer */.od)(podman, name);
        return value;
    }
    catch (error) {
        // It may hang, and is gone already where the run was cancelled.
        await stop();
        throw signal.aborted ? (0,errors/* abortError */.vt)(signal) : error;
    }
}
async function observe({ image, inputs, world }, profileFile, spin, show) {
    const { podman, signal, container: name } = world;
    const args = [
        ...['run', '--detach', `--name=${name}`, `--label=${label/* LABEL */.d}=${name}`],
        ...['--pull=never', ...(0,container_run/* underProfile */.k8)(profileFile), ...inputs.runArgs],
        ...[...spin, '--', image]
    ];
    const start = await podman.run(args, { show, cwd: inputs.directory });
    if (start.exitCode !== 0)
        throw notStarted(profileFile, start.stderr);
    for (const end = Date.now() + SEEN_LIMIT_MS;;) {
        signal.throwIfAborted();
        const pid = await runningPid(world);
        if (pid === 0) {
            const { stdout, stderr } = await podman.run(['logs', name]);
            throw notStarted(profileFile, stdout + stderr);
        }
        const seen = await lookAt(pid);
        if (seen === 'hidden')
            return { filters: undefined };
        if (seen)
            return judge(seen, profileFile);
        if (Date.now() > end) {
            const late = `nothing; its program was not there after ${SEEN_LIMIT_MS / 1000} s`;
            throw notStarted(profileFile, late);
        }
        await (0,external_node_timers_promises_.setTimeout)(PAUSE_MS, undefined, { signal });
    }
}
/** The runtime may load the filter after podman took it for started. */
const SEEN_LIMIT_MS = 5_000;
const PAUSE_MS = 20;
const stateSchema = dist/* tuple */.PVZ([
    dist/* object */.Ikc({ State: dist/* object */.Ikc({ Pid: dist/* number */.aig(), Running: dist/* boolean */.zMY() }) })
]);
/** The container's first process; 0 where it has ended. */
async function runningPid({ podman, container }) {
    const result = await podman.run(['container', 'inspect', container]);
    if (result.exitCode !== 0)
        return 0;
    const [{ State }] = dist/* parse */.qgA(stateSchema, JSON.parse(result.stdout));
    return State.Running ? State.Pid : 0;
}
/**
 * Looks at the container's endless program: its first process, or with `--init`
 * that one's child.
 *
 * @returns undefined while it does not run yet, or no more
 */
async function lookAt(first) {
    const all = await (0,processes/* listProcesses */.O3)();
    const [top] = all.filter(({ pid }) => pid === first);
    if (!top)
        return (await hidesProcesses()) ? 'hidden' : undefined;
    const own = [top, ...(0,processes/* descendants */.DG)(first, all)];
    const pid = own.find(({ argv }) => argv[0] === PLACE)?.pid;
    const program = pid && (await readState(pid));
    const parent = (await readState(first))?.parent;
    if (!pid || !program || parent === undefined)
        return undefined;
    return { pid, program, starter: parent ? await readState(parent) : undefined };
}
/** Whether we do not see the first process, which root's are like. */
async function hidesProcesses() {
    return (await readState(1)) === undefined;
}
async function readState(pid) {
    const status = await promises_default().readFile(`/proc/${pid}/status`, 'utf8')
        .catch(() => undefined);
    return status === undefined ? undefined : filterState(status);
}
function judge({ pid, program, starter }, profileFile) {
    const [own, outer] = [program.filters, starter?.filters];
    const filters = own === undefined || outer === undefined ? undefined : own - outer;
    if (program.mode === 2 && (filters === undefined || filters > 0)) {
        return { filters };
    }
    const fields = ({ mode, filters: count }) => `Seccomp: ${mode ?? 'not there'}, Seccomp_filters: ${count ?? 'not there'}`;
    throw notEnforced(profileFile, `a container that was started under it has in /proc/${pid}/status: ${fields(program)}` +
        (starter ? `; the process that started it has: ${fields(starter)}` : ''));
}
async function seeRefusal(run, profileFile, profile) {
    const file = external_node_path_default().join(run.world.scratch, 'no-exec.json');
    await promises_default().writeFile(file, (0,serialize/* serializeProfile */.K)(withoutExec(profile)));
    const start = await (0,runtimes/* startNoop */.fE)(run, {
        title: 'Look whether the profile is in force: without execve no container may start',
        options: (0,container_run/* underProfile */.k8)(file)
    });
    if (!start || !(0,runtimes/* isDone */.$L)(start))
        return;
    throw notEnforced(profileFile, 'a container started under the same profile without execve and execveat, with which every program starts');
}
function notEnforced(profileFile, seen) {
    return new errors/* UserError */.yo(`podman does not enforce the profile ${profileFile}: ${seen}`, {
        hint: 'Containers are not protected by any profile here. Look for what takes `--security-opt=seccomp=` away: `run-args`, `seccomp_profile` and `runtime` in containers.conf, and a program that stands in for podman (`type -a podman`).'
    });
}
function notStarted(profileFile, said) {
    return new errors/* UserError */.yo(`a container that does nothing cannot start under the profile ${profileFile}`, { hint: `podman said:\n${(0,podman/* lastLines */.w$)(said) || 'nothing'}` });
}

// EXTERNAL MODULE: ./src/replay/denials.ts
var replay_denials = __webpack_require__(3063);
// EXTERNAL MODULE: ./src/replay/enforce.ts + 2 modules
var enforce = __webpack_require__(2404);
// EXTERNAL MODULE: ./src/replay/failure.ts
var replay_failure = __webpack_require__(4733);
// EXTERNAL MODULE: ./src/replay/replay.ts
var replay_replay = __webpack_require__(8072);
;// CONCATENATED MODULE: ./src/replay/prove.ts













/**
 * What can watch for refused calls here, the best first; the last, nobody,
 * always works.
 *
 * @param recorders those of this machine, each with a preflight that is a trial
 */
async function findWatches(recorders, host) {
    const isFit = async (watch) => {
        const recorder = recorders.find(({ name }) => name === watch);
        return recorder !== undefined && (0,trouble/* works */.N)(await recorder.preflight());
    };
    const hasBpftrace = await isFit('bpftrace');
    // Beside bpftrace it is hardly ever needed, and not worth a trial.
    const hasAudit = hasBpftrace
        ? (0,trouble/* works */.N)(await (0,recorders_recorders/* checkRecorder */.n)('audit', host))
        : await isFit('audit');
    return [
        ...(hasBpftrace ? ['bpftrace'] : []),
        ...(hasAudit ? ['audit'] : []),
        'nobody'
    ];
}
/**
 * Runs the tests under a profile, adds the calls that it refused and nobody
 * forbids, and does so again until none is refused.
 *
 * @param derive the profile with these calls in it, too
 * @throws UserError where the engine does not enforce the profile, or the watch
 *   lost something; Cancelled
 */
async function prove(run, derive, input) {
    let healed = [];
    let candidate = derive(healed);
    let watches = input.watches;
    for (let heals = 0;; heals++) {
        const title = heals === 0
            ? 'Replay: run the tests under the new profile'
            : `Replay again, with ${healed.length === 1 ? 'one call' : `${healed.length} calls`} more`;
        const tried = await tryProfile(run, candidate.profile, title, {
            ...input,
            watches
        });
        watches = tried.watches;
        const missing = (0,replay_denials/* mendable */.f7)(tried.denials);
        const replay = replayOf(tried, { healed, heals, input });
        if (missing.length === 0) {
            await showOutputs(run, tried, input);
            return { candidate, replay };
        }
        const give = (failure) => ({
            candidate,
            replay: { ...replay, result: 'failed', failure }
        });
        if (heals === replay_replay/* MAX_HEALS */.$h)
            return give((0,replay_failure/* neverEnough */.nl)(missing));
        const next = derive([...healed, ...missing]);
        const isSame = (0,serialize/* serializeProfile */.K)(next.profile) === (0,serialize/* serializeProfile */.K)(candidate.profile);
        if (isSame)
            return give((0,replay_failure/* notMendable */.uj)(missing));
        const names = new Set(missing.map(({ name }) => name));
        run.world.log.info(`Refused, and added: ${[...names].join(', ')}.`);
        healed = [...healed, ...missing];
        candidate = next;
    }
}
/**
 * Runs the tests once under a profile as it is.
 *
 * @throws as `prove`
 */
async function verify(run, profile, input) {
    const title = `Replay: run the tests under ${input.file}`;
    const tried = await tryProfile(run, profile, title, input);
    const replay = replayOf(tried, { healed: [], heals: 0, input });
    const missing = (0,replay_denials/* mendable */.f7)(tried.denials);
    return missing.length === 0
        ? replay
        : {
            ...replay,
            result: 'failed',
            failure: (0,replay_failure/* notAllowed */.mj)(missing, input.file, tried.enforced.failure)
        };
}
/**
 * Shows what the tests wrote with and without the profile, where they failed
 * with it. It is in the log alone, where the runner masks secrets.
 */
async function showOutputs({ world }, { enforced }, { recordedOutput }) {
    if (!enforced.failure || recordedOutput === undefined)
        return;
    const ends = {
        'To compare: the end of the output when the tests were recorded': recordedOutput,
        'To compare: the end of the output under the new profile': enforced.run.output
    };
    for (const [title, text] of Object.entries(ends)) {
        await world.log.group(title, show => {
            show((0,podman/* lastLines */.w$)(text, COMPARED_LINES));
            return Promise.resolve();
        });
    }
}
/** How many lines of each output are shown again. */
const COMPARED_LINES = 60;
/** Proves that the profile is in force, where it was found to be right. */
async function withCanary(run, profile, replay) {
    if (replay.result === 'failed')
        return replay;
    const file = await (0,enforce/* writeForPodman */.AO)(run, profile);
    return { ...replay, canary: await proveFilter(run, file, profile) };
}
/** Tries with the first watch that works. */
async function tryProfile(run, profile, title, input) {
    const [watch = 'nobody', ...others] = input.watches.filter(name => name !== 'bpftrace' || isSeen(profile));
    const file = await (0,enforce/* writeForPodman */.AO)(run, profile);
    const watching = { ...input.watching, watch };
    const { log } = run.world;
    try {
        const enforced = await (0,enforce/* enforce */.FE)(run, profile, file, title, watching);
        // What it really had, `--cap-add` and all.
        const { capabilities } = enforced.run;
        const inForce = {
            ...{ ...input.reasons, profile },
            ...(capabilities.length > 0 && { capabilities })
        };
        const denials = (0,replay_denials/* explainDenials */.uw)(enforced.denied ?? [], inForce);
        log.info(summary(enforced, denials));
        return { enforced, denials, watches: [watch, ...others] };
    }
    catch (error) {
        const hasFailed = error instanceof trace/* RecorderFailed */.s || error instanceof trace/* NotRecorded */.M2;
        if (!hasFailed || others.length === 0)
            throw error;
        log.warning(`${watch} could not watch for refused calls: ${error.message.replace(/\.$/, '')}. ${others[0] === 'nobody' ? 'Going on without a watch.' : `Going on with ${others[0] ?? 'none'}.`}`);
        return tryProfile(run, profile, title, { ...input, watches: others });
    }
}
/**
 * Whether a refused call returns an error, by which bpftrace knows it: of one
 * that kills, there is nothing to see.
 */
function isSeen({ defaultAction, defaultErrno, defaultErrnoRet }) {
    const errno = (0,profile_errno/* errnoOf */.U)(defaultErrno, defaultErrnoRet) ?? 1;
    return ((0,treatment/* isDenyList */.z2)({ defaultAction }) ||
        (defaultAction === 'SCMP_ACT_ERRNO' && errno !== 0));
}
function summary({ denied, made }, denials) {
    if (denied === undefined) {
        return 'Replayed; nothing on this runner can tell which calls were refused.';
    }
    const missing = (0,replay_denials/* mendable */.f7)(denials).length;
    const others = denials.length - missing;
    const onPurpose = others > 0 ? `, and ${others} that are refused on purpose` : '';
    return made
        ? `Replayed: ${made.length} different system calls made, ${missing} refused${onPurpose}.`
        : `Replayed: ${missing} refused${onPurpose}, by a second run in which they were let through.`;
}
function replayOf({ enforced, denials, watches }, { healed, heals, input }) {
    const { run: ended, failure, made } = enforced;
    const [watch = 'nobody'] = watches;
    const reason = failure &&
        (0,replay_failure/* testsFail */.Wj)({
            failure,
            refused: (0,replay_denials/* forbidden */.o0)(denials),
            hasStarted: ended.started,
            watch,
            file: input.file,
            isRecorded: input.recordedOutput !== undefined
        });
    return {
        ...replay_replay/* SKIPPED */.$O,
        result: reason ? 'failed' : healed.length > 0 ? 'healed' : 'passed',
        watch,
        rounds: heals + 1,
        made: made?.length,
        denied: denials,
        healed,
        failure: reason
    };
}


/***/ }),

/***/ 8072:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $O: () => (/* binding */ SKIPPED),
/* harmony export */   $h: () => (/* binding */ MAX_HEALS),
/* harmony export */   b0: () => (/* binding */ failedReplay)
/* harmony export */ });
/* unused harmony exports REPLAY_RESULTS, WATCHES */
/**
 * How it went: the tests passed under the profile; they did after calls were
 * added that it had refused; they did not; they were not run.
 */
const REPLAY_RESULTS = (/* unused pure expression or super */ null && (['passed', 'healed', 'failed', 'skipped']));
/** What watched for refused calls: nobody can where there are neither. */
const WATCHES = (/* unused pure expression or super */ null && (['bpftrace', 'audit', 'nobody']));
/** How often refused calls are added and the tests run again. */
const MAX_HEALS = 3;
/** A replay that could not be made or believed. */
function failedReplay(failure) {
    return { ...SKIPPED, result: 'failed', failure };
}
/** No replay: it was not wanted, or there is no profile to try. */
const SKIPPED = {
    result: 'skipped',
    watch: 'nobody',
    rounds: 0,
    made: undefined,
    denied: [],
    healed: [],
    forOthers: [],
    failure: undefined,
    canary: undefined,
    runtimes: []
};


/***/ }),

/***/ 6942:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $L: () => (/* binding */ isDone),
/* harmony export */   fE: () => (/* binding */ startNoop),
/* harmony export */   k1: () => (/* binding */ START_LIMIT_MS),
/* harmony export */   nO: () => (/* binding */ tryRuntimes),
/* harmony export */   rI: () => (/* binding */ stopStart)
/* harmony export */ });
/* unused harmony exports RUNTIMES, nameRefused, saidBy */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _container_deadline_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8499);
/* harmony import */ var _container_engine_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8273);
/* harmony import */ var _container_kill_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3287);
/* harmony import */ var _container_podman_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2166);
/* harmony import */ var _container_run_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3042);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3916);
/* harmony import */ var _floor_measure_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2114);
/* harmony import */ var _host_processes_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(327);










/** The OCI runtimes that podman's packages bring, by podman's names for them. */
const RUNTIMES = ['crun', 'runc'];
/**
 * Starts a container that does nothing, of the tests' image and options, under
 * each runtime on this machine that is not the engine's own. One start each:
 * what chance makes of Go's scheduler, another start could show.
 *
 * @param run its image must be on the machine
 * @param watch names the refused calls: a recorder that was made for what the
 *   profile refuses
 * @returns one for each runtime; none where the architecture has no program
 *   that does nothing
 * @throws the signal's reason; UserError where a container cannot be removed
 */
async function tryRuntimes(run, profileFile, watch) {
    const trials = [];
    for (const name of RUNTIMES) {
        if (name === run.engine.runtime.split(' ')[0])
            continue;
        const runtime = await versionOf(run, name);
        if (runtime === undefined)
            continue;
        const trial = await tryRuntime(run, profileFile, name, watch);
        if (trial)
            trials.push({ runtime, ...trial });
    }
    return trials;
}
/** Podman alone knows where it looks for a runtime: containers.conf(5). */
async function versionOf({ world }, name) {
    try {
        const { runtime } = await (0,_container_engine_js__WEBPACK_IMPORTED_MODULE_3__/* .inspectEngine */ .P7)(withRuntime(world.podman, name));
        return runtime;
    }
    catch (error) {
        // It is not installed, or cannot even say its version.
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_7__/* .UserError */ .yo)
            return undefined;
        throw error;
    }
}
async function tryRuntime(run, profileFile, runtime, watch) {
    const title = `Start a container that does nothing under ${runtime}`;
    const options = (0,_container_run_js__WEBPACK_IMPORTED_MODULE_6__/* .underProfile */ .k8)(profileFile);
    const start = await startNoop(run, { title, options, runtime });
    if (!start)
        return undefined;
    if (isDone(start))
        return { result: 'starts' };
    const plain = await startNoop(run, {
        title: `${title} and the engine's default profile`,
        ...{ options: [], runtime }
    });
    if (!plain || !isDone(plain)) {
        return { result: 'not here', said: saidBy(plain ?? start) };
    }
    const named = watch && (await nameRefused(run, profileFile, watch, runtime));
    const denied = named?.denied;
    return {
        ...{ result: 'refused', said: saidBy(start) },
        ...(denied && { denied })
    };
}
/**
 * Starts a container that does nothing under a profile once more, while a
 * recorder watches what the filter refuses.
 *
 * @param watch a recorder that was made for what the profile refuses
 * @param runtime podman's name of it; the engine's own where there is none
 * @returns undefined where it does start now, or the architecture has no
 *   program that does nothing
 * @throws the signal's reason; UserError where a container cannot be removed
 */
async function nameRefused(run, profileFile, watch, runtime) {
    const { scratch: top, signal, log } = run.world;
    const scratch = await node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default().mkdtemp(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(top, `${watch.name}-`));
    const title = 'Find out what the profile refuses';
    const options = (0,_container_run_js__WEBPACK_IMPORTED_MODULE_6__/* .underProfile */ .k8)(profileFile);
    const session = await watch.start({ scratch, signal }).catch(unlessOurs);
    if (!session) {
        const start = await startNoop(run, { title, options, runtime });
        return start && !isDone(start) ? { said: saidBy(start) } : undefined;
    }
    try {
        const start = await startNoop(run, {
            title,
            options: [...session.options, ...options],
            wrap: argv => session.wrap(argv),
            runtime
        });
        if (!start || isDone(start))
            return undefined;
        const { id, finishedAt } = start;
        // Lost is, among others, the `execve` that was never reached.
        const seen = await session.finish(id, finishedAt).catch(unlessOurs);
        return { said: saidBy(start), ...(seen && { denied: seen.denied }) };
    }
    finally {
        await session.close().catch((error) => {
            log.warning((0,_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .messageOf */ .bD)(error));
        });
    }
}
/** To name the calls is an extra, which a recorder may not be able to do. */
function unlessOurs(error) {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_7__/* .UserError */ .yo))
        throw error;
}
/**
 * Runs a container of the tests' image and options that does nothing. It is
 * gone afterwards.
 *
 * @param run its image must be on the machine
 * @returns how it went; undefined where the architecture has no such program
 * @throws the signal's reason; UserError where it cannot be removed
 */
async function startNoop(run, { title, options, runtime, wrap = argv => argv }) {
    const { image, engine, inputs, world } = run;
    const { log, signal, container: name, scratch } = world;
    const noop = await (0,_floor_measure_js__WEBPACK_IMPORTED_MODULE_8__/* .noopOptions */ .Z2)(engine.architecture, scratch);
    if (!noop)
        return undefined;
    const podman = runtime === undefined ? world.podman : withRuntime(world.podman, runtime);
    const container = {
        ...{ image, name, wrap, mayPull: false, command: [] },
        options: [...options, ...inputs.runArgs, ...noop],
        directory: inputs.directory
    };
    try {
        const { value, timedOut } = await log.group(title, show => (0,_container_deadline_js__WEBPACK_IMPORTED_MODULE_2__/* .withDeadline */ .N)(() => (0,_container_run_js__WEBPACK_IMPORTED_MODULE_6__/* .runContainer */ .zR)(podman, container, show), () => stopStart(podman, name), { timeoutMs: START_LIMIT_MS, signal }));
        if (!timedOut)
            return value;
        const late = `It did not end within ${START_LIMIT_MS / 1000} s, and was ended.`;
        return {
            ...value,
            exitCode: value.exitCode || 128,
            stderr: `${value.stderr.trimEnd()}\n${late}`.trimStart()
        };
    }
    finally {
        await (0,_container_run_js__WEBPACK_IMPORTED_MODULE_6__/* .removeContainer */ .od)(podman, name);
    }
}
/** How long a container that does nothing may take: a second is usual. */
const START_LIMIT_MS = 30_000;
/**
 * Ends a start that hangs, which podman alone cannot. Under a profile that
 * kills a thread (SCMP_ACT_KILL) the other threads of runc wait for it, and
 * podman takes the container for stopped because its first thread is. What the
 * container's monitor has started dies here, and then podman ends by itself.
 * Spared is the podman that the monitor starts when the container has ended
 * (conmon's `--exit-command`): killed halfway, it leaves a network that no
 * podman can take down any more.
 */
async function stopStart(podman, name) {
    const all = await (0,_host_processes_js__WEBPACK_IMPORTED_MODULE_9__/* .listProcesses */ .O3)();
    const monitors = all.filter(
    // conmon(8): `--name`, `-n`.
    ({ argv }) => argv[argv.indexOf('-n') + 1] === name && argv.includes('-n'));
    const inner = monitors
        .flatMap(({ pid }) => (0,_host_processes_js__WEBPACK_IMPORTED_MODULE_9__/* .descendants */ .DG)(pid, all))
        .filter(({ argv }) => node_path__WEBPACK_IMPORTED_MODULE_1___default().basename(argv[0] ?? '') !== 'podman');
    if (inner.length > 0)
        await (0,_container_kill_js__WEBPACK_IMPORTED_MODULE_4__/* .killAsRoot */ .h)(podman, (0,_host_processes_js__WEBPACK_IMPORTED_MODULE_9__/* .pidsOf */ .IG)(inner), 'KILL');
    await (0,_container_run_js__WEBPACK_IMPORTED_MODULE_6__/* .stopTests */ .Gb)(podman, name);
}
/** Podman with another OCI runtime than its own, podman(1). */
function withRuntime(podman, runtime) {
    return {
        ...podman,
        run: (args, options) => podman.run(['--runtime', runtime, ...args], options)
    };
}
/**
 * Whether the container's program was reached and ended. A runtime that cannot
 * execute it ends the container with an exit code of its own.
 */
function isDone({ started, exitCode }) {
    return started && exitCode === 0;
}
/** What a container's start ended with, for a message. */
function saidBy({ stderr, exitCode }) {
    return (0,_container_podman_js__WEBPACK_IMPORTED_MODULE_5__/* .lastLines */ .w$)(stderr) || `nothing; it ended with exit code ${exitCode}`;
}


/***/ }),

/***/ 856:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $O: () => (/* binding */ annotateRefused),
/* harmony export */   FW: () => (/* binding */ annotateUnknown),
/* harmony export */   KE: () => (/* binding */ MAX_ANNOTATIONS),
/* harmony export */   WP: () => (/* binding */ annotateDenied),
/* harmony export */   nH: () => (/* binding */ annotateAdded)
/* harmony export */ });
/* unused harmony export MAX_MESSAGE */
/* harmony import */ var _profile_managed_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3456);
/* harmony import */ var _profile_positions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9761);
/* harmony import */ var _replay_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4733);
/* harmony import */ var _text_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1789);
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6590);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2691);






/** Of a message's UTF-16 units; no reader wants more in the margin. */
const MAX_MESSAGE = 4096;
/**
 * GitHub shows ten annotations of a type a step and drops the others. A step
 * that fails makes one error more, with its headline; warnings come from other
 * parts of a run, too.
 */
const MAX_ANNOTATIONS = { error: 9, warning: 5, notice: 10 };
/** A remark on the line of each new call. */
function annotateAdded(input) {
    const { profile, text, added, ways, byPolicy, fails } = input;
    const drift = new Set(input.drift);
    const portable = new Set(input.portable.map(({ name }) => name));
    const { positionOf } = (0,_text_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .qF)(text, 'the profile');
    const level = fails ? 'error' : 'notice';
    const lineOf = (name) => {
        const rule = profile.syscalls.findIndex(r => (0,_profile_managed_js__WEBPACK_IMPORTED_MODULE_5__/* .isManaged */ .yF)(r) && r.names.includes(name));
        // A person's rule can be what changed its meaning.
        if (rule < 0)
            return (0,_profile_positions_js__WEBPACK_IMPORTED_MODULE_0__/* .findPlaces */ .C)(text).first(name)?.line ?? 1;
        const index = profile.syscalls[rule]?.names.indexOf(name) ?? 0;
        return positionOf(['syscalls', rule, 'names', index]).line;
    };
    const whence = (name) => {
        const line = byPolicy.get(name);
        if (line !== undefined) {
            return `It is there because of ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .codeSpan */ .SS)(`allow: ${line}`)}`;
        }
        if (drift.has(name)) {
            return "The runner's runtime makes it to start a container";
        }
        return portable.has(name)
            ? 'It is there so that the profile works with another runtime, libc or kernel'
            : 'The tests made it';
    };
    const saidOf = (name) => {
        const way = ways.get(name);
        return way === undefined
            ? `New system call: ${name}. ${whence(name)}, and the committed profile does not allow it.`
            : `System call allowed in more ways: ${name}. ${way}.`;
    };
    return limited(level, added, name => ({
        place: { line: lineOf(name) },
        message: saidOf(name)
    }), rest => `${rest.length} more new system calls.`);
}
/** A remark on each call that is needed and denied, where the file names it. */
function annotateDenied(input) {
    const { denied, danger, text } = input;
    if (denied.length === 0)
        return [];
    const placeOf = (0,_profile_positions_js__WEBPACK_IMPORTED_MODULE_0__/* .findPlaces */ .C)(text).first;
    return limited('error', denied, call => {
        const { why } = danger(call.name);
        return {
            place: placeOf(call.name),
            message: `Denied: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .callBy */ .KE)(call.name, call.line)}, but ${(0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .whyNeeded */ .yO)(call)}. ${why === undefined ? '' : `${why} `}The profile was not written; the report says what to do.`
        };
    }, rest => `${rest.length} more denied calls that are needed: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .some */ .zN)(rest, ({ name }) => (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .codeSpan */ .SS)(name))}.`);
}
/**
 * A remark on each call that was refused and should not have been, where the
 * file names it, or on its first line.
 */
function annotateRefused({ replay: { denied, result }, profile, text }) {
    if (result !== 'failed')
        return [];
    const { first } = (0,_profile_positions_js__WEBPACK_IMPORTED_MODULE_0__/* .findPlaces */ .C)(text);
    return limited('error', denied.filter(({ why }) => why.kind !== 'default'), ({ name, programs, why }) => ({
        place: (why.kind === 'rule' ? why.at : first(name)) ??
            (text === undefined ? undefined : { line: 1 }),
        message: `Refused: ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .codeSpan */ .SS)(name)}${programs.length > 0 ? `, to ${(0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .some */ .zN)(programs, ({ comm }) => (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .codeSpan */ .SS)(comm))}` : ''}: ${(0,_replay_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .sayWhy */ .mR)(why, profile)}.`
    }), rest => `${rest.length} more refused calls: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .some */ .zN)(rest, ({ name }) => (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .codeSpan */ .SS)(name))}.`);
}
/** A remark on each name of the committed profile that is no system call. */
function annotateUnknown(input) {
    const { unknown, text } = input;
    if (unknown.length === 0)
        return [];
    const placeOf = (0,_profile_positions_js__WEBPACK_IMPORTED_MODULE_0__/* .findPlaces */ .C)(text).first;
    return limited('warning', unknown, name => ({ place: placeOf(name), message: (0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .sayUnknown */ .SR)(name) }), rest => `${rest.length} more names are no system calls that we know: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .some */ .zN)(rest, _text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .codeSpan */ .SS)}.`);
}
/** A remark on each item; of too many, the last remark is on all the rest. */
function limited(level, items, remark, onRest) {
    const max = MAX_ANNOTATIONS[level];
    const shown = items.length > max ? items.slice(0, max - 1) : items;
    const rest = items.slice(shown.length);
    const remarks = [
        ...shown.map(remark),
        ...(rest.length > 0 ? [{ place: { line: 1 }, message: onRest(rest) }] : [])
    ];
    return remarks.map(({ place, message }) => ({
        ...{ level, place },
        message: (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .shortened */ .vI)((0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(message), MAX_MESSAGE - 1)
    }));
}


/***/ }),

/***/ 703:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vj: () => (/* binding */ verdictOf),
/* harmony export */   YI: () => (/* binding */ renderDoctor)
/* harmony export */ });
/* unused harmony exports role, MARKS, WIDEST, length, pad, renderTable */
/* harmony import */ var _checks_trouble_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4290);
/* harmony import */ var _recorders_known_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1299);
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6590);




/** Whether the runner can record and how, or what is in the way; one line. */
function verdictOf(examination) {
    const { machine, recordsWith } = examination;
    const blocking = machine.filter(({ state }) => state === 'missing');
    if (blocking.length > 0) {
        const names = blocking.map(({ name }) => name).join(', ');
        return `this runner cannot record; mend first: ${names}`;
    }
    if (recordsWith.length === 0) {
        return 'this runner cannot record: each recorder lacks something; mend one of them';
    }
    return `this runner can record with ${recordsWith.map(name => _recorders_known_js__WEBPACK_IMPORTED_MODULE_1__/* .ABOUT */ .O[name].called).join(' and ')}${recordsWith.length > 1 ? ', both at once' : ''}`;
}
/** Whether a recorder can work, and what recording would gain by it. */
function role(name, checks, recordsWith) {
    const can = (0,_checks_trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .works */ .N)(checks) ? 'works' : 'cannot work';
    const [used] = recordsWith;
    if (used === undefined)
        return can;
    if (recordsWith.includes(name))
        return `${can}, and is used`;
    return _recorders_known_js__WEBPACK_IMPORTED_MODULE_1__/* .ABOUT */ .O[name].rank > _recorders_known_js__WEBPACK_IMPORTED_MODULE_1__/* .ABOUT */ .O[used].rank
        ? `${can}, and is not needed`
        : `${can}; recording would be better with it`;
}
const MARKS = {
    ok: '✅ ok',
    weak: '⚠️ weak',
    missing: '❌ missing',
    absent: '➖ absent'
};
/** Wider cells are not aligned with. */
const WIDEST = 48;
/** Its columns in a terminal, where a mark takes two and no more. */
function length(text = '') {
    return text.replace(/^[✅❌➖]|^⚠️/u, '..').length;
}
function pad(text, width = 0) {
    return text + ' '.repeat(Math.max(0, width - length(text)));
}
function renderTable(checks) {
    const rows = [
        ['', 'state', 'found', 'what to do'],
        ...checks.map(({ name, state, found, mend }) => [
            name,
            MARKS[state],
            (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .codeCell */ .MZ)(found),
            mend === undefined ? '' : (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .codeCell */ .MZ)(mend)
        ])
    ];
    const widths = [0, 1, 2, 3].map(column => Math.max(3, ...rows.map(row => length(row[column])).filter(l => l <= WIDEST)));
    const [head = '', ...body] = rows.map(row => `| ${row.map((cell, at) => pad(cell, widths[at])).join(' | ')} |`);
    const rule = `| ${widths.map(width => '-'.repeat(width)).join(' | ')} |`;
    return [head, rule, ...body].join('\n');
}
/**
 * The examination as GitHub's Markdown, its tables aligned so that it can be
 * read in a log as well.
 */
function renderDoctor(examination) {
    const { machine, recorders, recordsWith } = examination;
    const all = [machine, ...recorders.map(({ checks }) => checks)].flat();
    const sections = [
        `## ${recordsWith.length > 0 ? '✅' : '⛔'} seccomp-lock: ${verdictOf(examination)}`,
        `### The machine\n\n${renderTable(machine)}`,
        ...recorders.map(({ name, checks }) => `### ${name}: ${role(name, checks, recordsWith)}\n\n${renderTable(checks)}`),
        (0,_checks_trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .works */ .N)(all)
            ? ''
            : 'Mend from the top down. `sudo bash scripts/setup-runner.sh`, or `setup: install` in the step, installs podman, the hook, bpftrace and headers, and mounts tracefs. What each line means: docs/doctor.md.'
    ];
    return `${sections.filter(section => section !== '').join('\n\n')}\n`;
}


/***/ }),

/***/ 1449:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ sayCounts),
/* harmony export */   v: () => (/* binding */ sayPrograms)
/* harmony export */ });
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6590);

/** How many programs a line names. */
const SHOWN = 3;
/**
 * The programs that made a call, and how often: `` `ls` × 3, `sh` × 1 ``.
 *
 * @param span writes a program's name: for a line, or for a table's cell
 */
function sayCounts(programs, span) {
    const rest = programs.length - SHOWN;
    const shown = programs
        .slice(0, SHOWN)
        .map(({ comm, count, atLeast }) => {
        const times = count.toLocaleString('en');
        return `${span(comm)} × ${times}${atLeast ? ' or more' : ''}`;
    })
        .join(', ');
    return rest > 0 ? `${shown} and ${rest} more` : shown;
}
/** Who made a call, and in how many of the recordings; for a table's cell. */
function sayPrograms(call, runs) {
    const by = call.programs.length > 0 ? sayCounts(call.programs, _text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeCell */ .MZ) : 'not known';
    return call.runs < runs ? `${by} (in ${call.runs} of ${runs} runs)` : by;
}


/***/ }),

/***/ 3819:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ renderReplay)
/* harmony export */ });
/* harmony import */ var _replay_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4733);
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6590);
/* harmony import */ var _programs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1449);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2691);




/** How the tests went under the profile. */
function renderReplay(replay, profile) {
    if (replay.result === 'skipped')
        return '';
    return [
        ...renderFailure(replay),
        headlineOf(replay),
        ...renderDenied(replay, profile),
        ...renderHealed(replay),
        ...renderRuntimes(replay)
    ].join('\n');
}
/** The replay's one line. */
function headlineOf(replay) {
    const { result, watch, made, denied, rounds, canary } = replay;
    const onPurpose = denied.filter(({ why }) => why.kind !== 'not recorded');
    const refused = denied.length - onPurpose.length;
    const calls = made === undefined
        ? 'a second run, let through and watched, was to be refused '
        : `${made} different system calls, `;
    const counts = watch === 'nobody'
        ? 'nothing on this runner can tell which calls were refused (bpftrace can)'
        : `${calls}${refused}${made === undefined ? ' calls' : ' refused'}${onPurpose.length > 0 ? `, and ${onPurpose.length} refused on purpose` : ''}`;
    const times = rounds > 1 ? `, ${rounds} times` : '';
    const proof = canary?.filters === undefined ? '' : ' podman was seen to enforce it.';
    if (rounds === 0)
        return '';
    return result === 'failed'
        ? `The tests ran under it${times}: ${counts}.`
        : `**Replayed under the profile**${times}: the tests passed; ${counts}.${proof}`;
}
function renderFailure({ result, failure }) {
    if (result !== 'failed' || !failure)
        return [];
    return [
        '### The replay failed',
        '',
        (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .fenced */ .OF)([failure.message, failure.hint ?? ''].join('\n').trim()),
        ''
    ];
}
function renderDenied({ denied }, profile) {
    if (denied.length === 0)
        return [];
    return [
        '',
        '| refused | to | returned | why |',
        '| --- | --- | --- | --- |',
        ...denied.map(call => `| ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeCell */ .MZ)(call.name)} | ${sayPrograms(call)} | ${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .sayErrno */ .Sy)(call.errno)} | ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeCell */ .MZ)((0,_replay_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .sayWhy */ .mR)(call.why, profile))} |`)
    ];
}
function sayPrograms({ programs }) {
    return programs.length === 0 ? 'not known' : (0,_programs_js__WEBPACK_IMPORTED_MODULE_2__/* .sayCounts */ .A)(programs, _text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeCell */ .MZ);
}
function renderHealed({ healed, result }) {
    if (healed.length === 0)
        return [];
    return [
        '',
        `### Seen in a replay only`,
        '',
        `${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(healed)} that no recording had, and that a replay was refused. ${result === 'failed' ? 'With them, the tests were run again.' : 'The profile has them now.'} Where the tests made them, they do not do the same each time: more \`runs\` show such calls sooner.`,
        '',
        ...healed.map(call => `- ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(call.name)}: ${call.programs.length > 0 ? (0,_programs_js__WEBPACK_IMPORTED_MODULE_2__/* .sayCounts */ .A)(call.programs, _text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS) : 'not known by whom'}${call.byRuntime ? ', the OCI runtime' : ''}`)
    ];
}
function renderRuntimes({ runtimes, forOthers, result }) {
    const refused = runtimes.filter(trial => trial.result === 'refused');
    const starts = runtimes.filter(({ result }) => result === 'starts');
    return [
        ...(starts.length > 0
            ? [
                '',
                `A container starts under it with ${starts.map(({ runtime }) => (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(runtime)).join(', ')}, too.`
            ]
            : []),
        ...(forOthers.length > 0
            ? [
                '',
                `${result === 'failed' ? 'Tried with' : 'Added'}, since another runtime of this machine was refused them: ${forOthers.map(({ name }) => (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(name)).join(', ')}.`
            ]
            : []),
        ...refused.flatMap(({ runtime, denied = [], said }) => [
            '',
            `**${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(runtime)} cannot start a container under the profile**${denied.length > 0 ? `, which refuses it ${denied.map(({ name }) => (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(name)).join(', ')}` : ''}:`,
            '',
            (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .fenced */ .OF)(said)
        ])
    ];
}


/***/ }),

/***/ 4473:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Pl: () => (/* binding */ headline),
  lN: () => (/* binding */ reportSections)
});

// UNUSED EXPORTS: renderReport

// EXTERNAL MODULE: ./src/text/markdown.ts
var markdown = __webpack_require__(6590);
// EXTERNAL MODULE: ./src/verdict/publication.ts
var verdict_publication = __webpack_require__(8863);
// EXTERNAL MODULE: ./src/report/programs.ts
var report_programs = __webpack_require__(1449);
// EXTERNAL MODULE: ./src/report/words.ts
var words = __webpack_require__(2691);
;// CONCATENATED MODULE: ./src/report/elsewhere.ts



/** New calls that the runner's runtime needs, and the tests do not make. */
function renderDrift({ drift, danger, provenance }) {
    if (drift.length === 0)
        return '';
    return [
        '### Runner drift',
        '',
        `These calls are new because of the runner, not because of the tests: its OCI runtime makes them to start any container.`,
        '',
        ...drift.map(name => {
            const { level, why } = danger(name);
            const risk = [level, why].filter(Boolean).join(': ');
            return `- ${(0,markdown/* codeSpan */.SS)(name)}${level === 'none' ? '' : ` (${risk})`}`;
        }),
        '',
        (0,markdown/* prose */.CS)(provenance)
    ].join('\n');
}
/** Who made a new call, or why it is there without; for a table's cell. */
function sayMaker(name, findings) {
    const { calls, portable, runs } = findings;
    const made = calls.filter(call => call.name === name);
    if (made.length > 0) {
        return made.map(call => (0,report_programs/* sayPrograms */.v)(call, runs)).join(', ');
    }
    const { replay } = findings;
    if (replay.forOthers.some(call => call.name === name)) {
        return 'nobody here; another runtime of this machine needs it to start a container';
    }
    const healed = replay.healed.filter(call => call.name === name);
    if (healed.length > 0) {
        return `${healed.map(({ programs }) => (0,report_programs/* sayCounts */.A)(programs, markdown/* codeCell */.MZ) || 'not known').join(', ')} (seen in a replay only)`;
    }
    const added = portable.find(other => other.name === name);
    return `nobody here${added ? `; ${sayReason(added, markdown/* codeCell */.MZ)}` : ''}`;
}
function sayReason({ runtimes, standsInFor }, span) {
    if (runtimes.length > 0) {
        return `${(0,markdown/* prose */.CS)(runtimes.join(', '), span)} ${runtimes.length > 1 ? 'need' : 'needs'} it to start a container`;
    }
    return standsInFor.length > 0
        ? `can stand in for ${standsInFor.map(span).join(', ')}`
        : 'answered without a system call where the vDSO can (vdso(7)), and one elsewhere';
}
/** Calls that are in the profile so that it works elsewhere, and why. */
function renderPortable({ portable }) {
    if (portable.length === 0)
        return '';
    const runtimes = portable.filter(call => call.runtimes.length > 0);
    const families = portable.filter(call => call.runtimes.length === 0);
    const rows = [...runtimes, ...families].map(call => `- ${(0,markdown/* codeSpan */.SS)(call.name)}: ${sayReason(call, markdown/* codeSpan */.SS)}`);
    return [
        `<details><summary>Added so that the profile works with another runtime, libc or kernel: ${(0,words/* count */.U9)(portable)}</summary>`,
        '',
        ...rows,
        '',
        'Without them: `portability: off`.',
        '',
        '</details>'
    ].join('\n');
}

;// CONCATENATED MODULE: ./src/report/publication.ts

/** What became of the profile, as a sentence of Markdown. */
function sayPublication(publication) {
    switch (publication.kind) {
        case 'committed':
            return `**Committed** to ${branch(publication.ref)} as ${(0,markdown/* codeSpan */.SS)(publication.sha.slice(0, 12))}.`;
        case 'there':
            return `${branch(publication.ref)} has this very profile already.`;
        case 'superseded':
            return `**Not committed: superseded by a newer push** to ${branch(publication.ref)}. This profile belongs to the commit that was tested. A run of the newer one decides, if there is one: what the job's own token commits starts none.`;
        case 'gone':
            return `**Not committed**: there is no ${branch(publication.ref)} any more.`;
        case 'refused':
            return `**Not committed** to ${branch(publication.ref)}: ${(0,markdown/* prose */.CS)(publication.why)}.`;
        case 'left':
            return `Not committed: ${(0,markdown/* prose */.CS)(publication.why)}.`;
    }
}
const branch = (ref) => (0,markdown/* codeSpan */.SS)(ref.replace(/^refs\/heads\//, ''));
/** A line in the patch that no line of a patch can be. */
const END = 'END_OF_PATCH';
/**
 * The change as a command to paste in a checkout, in a fold.
 *
 * @param patch for `git apply`, not empty
 */
function renderPatch(patch) {
    if (!(0,markdown/* isPlain */.$i)(patch)) {
        return '<sub>The change cannot be shown as a patch: it has characters that a page does not carry. The new profile is in the workspace of this run alone.</sub>';
    }
    return [
        '<details><summary>The change as a patch, and the command that applies it</summary>',
        '',
        // Elsewhere than at the top git passes over other directories' files.
        'At the top of a checkout of the branch:',
        '',
        (0,markdown/* fenced */.OF)(`git apply <<'${END}'\n${patch}${END}`, 'sh'),
        '',
        '</details>'
    ].join('\n');
}

// EXTERNAL MODULE: ./src/syscalls/kept.ts
var kept = __webpack_require__(2740);
;// CONCATENATED MODULE: ./src/report/recording.ts




/** What there is to know of the recordings besides the calls. */
function renderRecording(findings) {
    return [
        renderRefused(findings),
        renderDoubts(findings),
        renderSometimes(findings)
    ]
        .filter(text => text !== '')
        .join('\n\n');
}
function renderRefused({ refused }) {
    if (refused.length === 0)
        return '';
    const rows = refused.map(({ name, programs, errno }) => `- ${(0,markdown/* codeSpan */.SS)(name)} (${(0,words/* sayErrno */.Sy)(errno)}): ${(0,report_programs/* sayCounts */.A)(programs, markdown/* codeSpan */.SS)}`);
    return [
        '### Refused while the tests ran',
        '',
        "podman's default profile refused these calls, and the tests passed all the same. The profile does not allow them in that way either. A program that needs them in earnest is recorded with `record-under: allow-all`, and then its profile is wider than podman's default.",
        '',
        ...rows
    ].join('\n');
}
function renderDoubts({ doubts, blind }) {
    const all = [...doubts, ...blind];
    if (all.length === 0)
        return '';
    return [
        '### What the recording does not tell',
        '',
        ...all.map(sentence => `- ${(0,markdown/* prose */.CS)(sentence)}`)
    ].join('\n');
}
function renderSometimes({ calls, runs }) {
    // Those that every profile has come and go by chance, and it does not matter.
    const sometimes = calls.filter(call => call.runs < runs && !kept/* ALWAYS_KEPT */.l.includes(call.name));
    if (sometimes.length === 0)
        return '';
    const rows = sometimes.map(call => `- ${(0,markdown/* codeSpan */.SS)(call.name)}: in ${call.runs} of ${runs}`);
    return [
        `### Not made in each of the ${runs} runs`,
        '',
        'They are in the profile. A suite that does not do the same each time makes a profile that is right by luck.',
        '',
        ...rows
    ].join('\n');
}
const MADE_BY = {
    runtime: "the runtime's",
    application: "the tests'",
    both: 'of both'
};
/** All calls with who made them; for the curious. */
function renderCalls({ calls, runs }) {
    const known = calls.filter(c => c.programs.length > 0);
    if (known.length === 0)
        return '';
    const rows = known.map(({ name, architecture, programs, origin, runs: seen }) => `| ${(0,markdown/* codeCell */.MZ)(name)}${architecture ? ` (${architecture})` : ''} | ${MADE_BY[origin]} | ${(0,report_programs/* sayCounts */.A)(programs, markdown/* codeCell */.MZ)} |${runs > 1 ? ` ${seen} |` : ''}`);
    return [
        `<details><summary>Recorded: ${(0,words/* count */.U9)(known)}, and who made them</summary>`,
        '',
        `| call | whose | made by |${runs > 1 ? ` runs of ${runs} |` : ''}`,
        `| --- | --- | --- |${runs > 1 ? ' --- |' : ''}`,
        ...rows,
        '',
        '</details>'
    ].join('\n');
}

// EXTERNAL MODULE: ./src/report/replay.ts
var report_replay = __webpack_require__(3819);
// EXTERNAL MODULE: ./src/report/sections.ts
var sections = __webpack_require__(3844);
;// CONCATENATED MODULE: ./src/report/report.ts









/** The run's one line, for the log and a failed step. */
function headline(findings) {
    return findings.replay.failure?.message ?? verdictLine(findings);
}
/** The same as Markdown, for a replay that did not fail. */
function verdictLine(findings) {
    const { judgement, diff, profile, isDenyList, governed } = findings;
    const file = (0,markdown/* codeSpan */.SS)(profile);
    const { denied } = judgement;
    if (denied.length > 0) {
        const are = denied.length === 1 ? 'is' : 'are';
        return `${(0,words/* count */.U9)(denied)} ${are} needed and denied, so ${file} was not written: ${(0,words/* some */.zN)(denied, ({ name, line }) => (0,words/* callBy */.KE)(name, line))}`;
    }
    if (isDenyList) {
        return governed.length === 0
            ? `${file} denies nothing that the tests used, and lets all else through`
            : `the tests used ${(0,words/* some */.zN)(governed, markdown/* codeSpan */.SS)}, which ${file} denies`;
    }
    switch (judgement.verdict) {
        case 'created':
            return `${file} was created: it allows ${(0,words/* count */.U9)(diff.added)}`;
        case 'added':
            return `${(0,words/* count */.U9)(diff.added)} that ${file} did not allow: ${(0,words/* some */.zN)(diff.added, markdown/* codeSpan */.SS)}`;
        case 'removed':
            return `${(0,words/* count */.U9)(diff.removed)} left ${file}: ${(0,words/* some */.zN)(diff.removed, markdown/* codeSpan */.SS)}`;
        case 'changed':
            return `${file} changes: ${whatChanged(diff)}`;
        case 'unchanged':
            return `${file} is what the tests need`;
    }
}
function whatChanged({ changed, removed, settings }) {
    const parts = [
        changed.length > 0 ? `${(0,words/* count */.U9)(changed)} in another way` : '',
        removed.length > 0 ? `${(0,words/* count */.U9)(removed)} no longer allowed` : '',
        settings.length > 0 ? settings.map(markdown/* codeSpan */.SS).join(', ') : ''
    ];
    return parts.filter(part => part !== '').join('; ');
}
/** The report as GitHub's Markdown, whole. */
function renderReport(findings, done = {}) {
    return joinSections(reportSections(findings, done));
}
/**
 * The report in sections, for summary, comment and file. Where there is too
 * little room, those of the least rank go first: what is for the curious, then
 * what others can look up, never what the reader must decide on.
 */
function reportSections(findings, { publication, patch } = {}) {
    const { judgement, diff, replay, profile } = findings;
    const { verdict, denied } = judgement;
    const isDenied = denied.length > 0;
    const hasFailed = replay.result === 'failed';
    const line = hasFailed
        ? `the new ${(0,markdown/* codeSpan */.SS)(profile)} was not seen working, and was not written`
        : verdictLine(findings);
    const isWritten = verdict !== 'unchanged' && !isDenied && !hasFailed;
    const section = (rank, name, text) => ({
        ...{ rank, name, text }
    });
    return [
        section(100, 'the verdict', `## ${isDenied || hasFailed ? '⛔' : MARKS[verdict]} seccomp-lock: ${line}`),
        section(95, 'the replay', hasFailed ? (0,report_replay/* renderReplay */.c)(replay, profile) : ''),
        section(95, 'needed and denied', isDenied ? renderDenied(findings) : ''),
        section(90, 'new system calls', verdict === 'created' ? renderByPolicy(findings) : renderAdded(findings)),
        section(75, 'runner drift', verdict === 'created' ? '' : renderDrift(findings)),
        section(70, 'what is no longer allowed', renderList('No longer allowed', diff.removed, 'The tests did not make these calls any more, so often that it can hardly be chance; or a rule of yours or the input `deny` speaks of them.')),
        section(70, 'what changed otherwise', renderChanged(findings)),
        section(70, 'settings', renderList('Settings', diff.settings, 'Besides the rules:')),
        section(85, 'how to accept it', isWritten ? renderAccept(findings, publication) : ''),
        section(60, 'the patch', isWritten && patch && !(0,verdict_publication/* isPublished */.H)(publication) ? renderPatch(patch) : ''),
        section(50, 'calls not seen', renderList('Not seen, kept', findings.unseen, 'The profile allows these calls and the tests did not make them. They stay because of `removals: report`.')),
        section(50, 'calls perhaps gone', renderPending(findings)),
        section(65, 'rules of yours', renderList('Governed by rules of yours', findings.governed, findings.isDenyList
            ? 'The tests used these calls, or the input `allow` names them, and the profile denies them, at least for some arguments. Whatever runs under it gets an error there.'
            : 'The tests used these calls, or the input `allow` names them, and a rule of yours does not allow them outright. Your rule stands; the calls are not in the managed rule.')),
        section(85, 'the deny-list', renderDenyList(findings)),
        section(60, 'names that are no calls', renderUnknown(findings)),
        section(40, 'its size', isDenied || findings.isDenyList ? '' : renderSize(findings)),
        section(80, 'the replay', hasFailed ? '' : (0,report_replay/* renderReplay */.c)(replay, profile)),
        section(45, 'what else the recording shows', renderRecording(findings)),
        section(15, 'who made which call', renderCalls(findings)),
        section(10, 'what was added to work elsewhere', renderPortable(findings)),
        section(20, 'what was left out', renderLeftOut(findings)),
        section(35, 'how it was recorded', `<sub>${(0,markdown/* prose */.CS)(findings.provenance)}</sub>`)
    ];
}
const MARKS = {
    created: '🆕',
    added: '🔺',
    changed: '🔶',
    removed: '🔻',
    unchanged: '✅'
};
function renderDenied({ judgement, danger, profile }) {
    const { denied } = judgement;
    const file = (0,markdown/* codeSpan */.SS)(profile);
    const rows = denied.map(call => {
        const { level, why } = danger(call.name);
        const risk = level === 'none' ? why : renderDanger({ level, why });
        const sentence = risk === undefined ? '' : ` ${risk}`;
        return `- ${(0,words/* callBy */.KE)(call.name, call.line)}: ${(0,words/* whyNeeded */.yO)(call)}.${sentence}`;
    });
    const reasons = new Set(denied.flatMap(({ why }) => why));
    return [
        '### Needed and denied',
        '',
        'The input `deny` names these calls, and a profile without them would not work. So none was written; the rest of this report says what else would have changed.',
        '',
        ...rows,
        '',
        '**What to do now:**',
        '',
        ...[...reasons].map(why => `- ${remedy(why, file)}`)
    ].join('\n');
}
/** What to do about denied calls that are needed for this reason. */
function remedy(why, file) {
    switch (why) {
        case 'recorded':
            return 'Recorded in the tests, made by them or by the runtime as it starts the container: take the code that makes the calls back, or take them out of `deny`.';
        case 'needed to start any container':
            return 'Needed to start any container: take the calls out of `deny`. Instead of a group, list its other calls.';
        case 'allowed by a user rule':
            return `Allowed by a rule of yours: change that rule in ${file}, or take the calls out of \`deny\`.`;
        case 'not denied by the deny-list':
            return `Let through by ${file}, which lists what it denies: add the calls to its list, or take them out of \`deny\`.`;
    }
}
function renderAdded(findings) {
    const { diff, byPolicy, byDefault, danger, drift } = findings;
    const added = diff.added.filter(name => !drift.includes(name));
    if (added.length === 0)
        return '';
    const rows = added.map(name => {
        const line = byPolicy.get(name);
        const way = diff.ways.get(name);
        const call = [
            (0,markdown/* codeCell */.MZ)(name),
            ...(line === undefined
                ? []
                : [`because of ${(0,markdown/* codeCell */.MZ)(`allow: ${line}`)}`]),
            ...(way === undefined ? [] : [way])
        ].join(', ');
        const made = sayMaker(name, findings);
        const groups = findings.groups(name).map(markdown/* codeCell */.MZ).join(', ');
        return `| ${call} | ${renderDanger(danger(name))} | ${groups} | ${made} | ${BY_DEFAULT[byDefault(name)]} |`;
    });
    return [
        '### New system calls',
        '',
        "| call | danger | group | made by | podman's default |",
        '| --- | --- | --- | --- | --- |',
        ...rows
    ].join('\n');
}
function renderChanged({ diff }) {
    if (diff.changed.length === 0)
        return '';
    const rows = diff.changed.map(name => {
        const way = diff.ways.get(name);
        return `- ${(0,markdown/* codeSpan */.SS)(name)}${way === undefined ? '' : `: ${way}`}`;
    });
    return ['### Allowed or refused in another way', '', ...rows].join('\n');
}
function renderDenyList({ isDenyList, profile }) {
    if (!isDenyList)
        return '';
    return `${(0,markdown/* codeSpan */.SS)(profile)} lists what it denies and lets everything else through, so it was left as it is. To have a profile made that allows only what the tests need, move it away, or let the input \`profile\` name another file.`;
}
/** A first profile's calls are too many for a table; these are worth a line. */
function renderByPolicy({ byPolicy }) {
    if (byPolicy.size === 0)
        return '';
    const calls = [...byPolicy].map(([name, line]) => (0,words/* callBy */.KE)(name, line));
    return `### Allowed by the policy\n\nThe input \`allow\` names these calls, and the tests did not need them.\n\n${calls.join(', ')}`;
}
/** The reason is our own text; it holds no `|` that would end the cell. */
function renderDanger({ level, why }) {
    const mark = level === 'dangerous' ? '**dangerous**' : level;
    return why === undefined ? mark : `${mark}: ${why}`;
}
const BY_DEFAULT = {
    allowed: 'allows it',
    conditional: 'allows it for certain arguments',
    refused: '**refuses it**'
};
function renderList(title, items, text) {
    if (items.length === 0)
        return '';
    return `### ${title}\n\n${text}\n\n${items.map(markdown/* codeSpan */.SS).join(', ')}`;
}
function renderPending({ pending }) {
    if (pending.length === 0)
        return '';
    const rows = pending.map(({ name, unseen, more }) => `- ${(0,markdown/* codeSpan */.SS)(name)}: not made in the last ${unseen} ${unseen === 1 ? 'run' : 'runs'}; leaves after ${more} more without it`);
    return [
        '### Not seen, and perhaps not gone',
        '',
        'The profile allows these calls, and the tests did not make them this time. By what this runner remembers, that may be chance, so they stay for now. More `confirm-removals` decide it sooner; with `0` calls leave at once.',
        '',
        ...rows
    ].join('\n');
}
function renderUnknown({ unknown, profile }) {
    if (unknown.length === 0)
        return '';
    const rest = unknown.length - MAX_UNKNOWN;
    return [
        '### Names that are no system calls',
        '',
        `They stand in the committed ${(0,markdown/* codeSpan */.SS)(profile)}. Engines pass over names that they do not know.`,
        '',
        ...unknown.slice(0, MAX_UNKNOWN).map(name => `- ${(0,words/* sayUnknown */.SR)(name)}`),
        ...(rest > 0 ? [`- and ${rest} more`] : [])
    ].join('\n');
}
const MAX_UNKNOWN = 10;
function renderSize({ allowed, allowedByDefault }) {
    const percent = Math.round((100 * allowed) / Math.max(1, allowedByDefault));
    return `The profile allows **${allowed}** system calls; podman's default allows ${allowedByDefault} (${percent} %).`;
}
function renderLeftOut({ leftOut }) {
    if (leftOut.length === 0)
        return '';
    const reasons = {
        'refused by the default profile': 'the default profile refuses it, so the runtime made it before the filter was loaded, or a program tried it in vain',
        'set-up in any container': 'the runtime makes it to set up a container that does nothing, and this recorder cannot tell whether the tests made it, too; if they need it, name it in the input `allow`, or record with bpftrace',
        'set-up without CAP_SYS_ADMIN': 'the runtime sets the container up with it; inside the container the kernel refuses it without CAP_SYS_ADMIN'
    };
    const rows = leftOut.map(({ name, why }) => `- ${(0,markdown/* codeSpan */.SS)(name)}: ${reasons[why]}`);
    return [
        `<details><summary>Recorded and left out: ${(0,words/* count */.U9)(leftOut)}</summary>`,
        '',
        ...rows,
        '',
        '</details>'
    ].join('\n');
}
/**
 * What became of it, and what is left to do. It promises no patch, which can
 * be left out for its length; where there is one, it follows.
 */
function renderAccept({ profile, judgement }, publication) {
    if (publication && DECIDED.includes(publication.kind)) {
        return sayPublication(publication);
    }
    const file = (0,markdown/* codeSpan */.SS)(profile);
    const how = judgement.fails
        ? `**To accept this**, commit the new ${file}, which this run wrote into its workspace. Or undo the change that led to it.`
        : `This run wrote the new ${file} into its workspace. Commit it to keep it.`;
    const title = '### How to accept it';
    if (!publication)
        return `${title}\n\n${how}`;
    const said = sayPublication(publication);
    return publication.kind === 'left'
        ? `${title}\n\n${how}\n\n<sub>${said}</sub>`
        : `${title}\n\n${said}\n\n${how}`;
}
/** With these there is nothing left to do. */
const DECIDED = [
    'committed',
    'there',
    'superseded',
    'gone'
];


/***/ }),

/***/ 3844:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jt: () => (/* binding */ SUMMARY_LIMIT),
/* harmony export */   W$: () => (/* binding */ COMMENT_LIMIT),
/* harmony export */   WK: () => (/* binding */ fitSections),
/* harmony export */   lS: () => (/* binding */ joinSections)
/* harmony export */ });
/**
 * A comment. GitHub's error speaks of 65,536 characters and counts code points
 * or, as measured since, up to 262,144 bytes of UTF-8. A text of so many UTF-16
 * units has no more code points, and three bytes each at most, so it fits
 * either way (github.com/dead-claudia/github-limits, "Issue comments").
 */
const COMMENT_LIMIT = {
    max: 65_536,
    sizeOf: text => text.length
};
/**
 * A step's summary: 1 MiB, or none of it is shown ("Workflow commands for
 * GitHub Actions", docs.github.com, "Step isolation and limits").
 */
const SUMMARY_LIMIT = {
    max: 1024 * 1024,
    sizeOf: text => Buffer.byteLength(text)
};
/**
 * The sections as one text within the limit. Those of the least rank are left
 * out, of one rank the last one first, until the others fit; no smaller one
 * takes their place. Then the last line says which are missing.
 *
 * @param elsewhere where all of it is, to follow "Too long for here", such as
 * `The whole report is in the job summary.`
 * @param marker the first line, if there is to be one
 * @throws RangeError where the limit is too small for the marker alone
 */
function fitSections(sections, options) {
    const { limit, elsewhere } = options;
    const marker = options.marker === undefined ? [] : [options.marker];
    const shown = sections.filter(({ text }) => text !== '');
    const order = shown
        .map((section, index) => ({ section, index }))
        .sort((a, b) => a.section.rank - b.section.rank || b.index - a.index)
        .map(({ section }) => section);
    const fits = (text) => limit.sizeOf(text) <= limit.max;
    for (let left = 0; left <= order.length; left++) {
        const out = new Set(order.slice(0, left));
        const names = shown.filter(s => out.has(s)).map(({ name }) => name);
        const body = joined([
            ...marker,
            ...shown.filter(section => !out.has(section)).map(({ text }) => text),
            ...(left > 0 ? [sayLeftOut(names, elsewhere)] : [])
        ]);
        if (fits(body))
            return body;
    }
    const bare = joined(marker);
    if (fits(bare))
        return bare;
    throw new RangeError(`a limit of ${limit.max} is too small for the marker`);
}
/** All sections as one text. */
function joinSections(sections) {
    return joined(sections.map(({ text }) => text).filter(text => text !== ''));
}
function joined(parts) {
    return parts.length === 0
        ? ''
        : `${parts.map(part => part.replace(/\n+$/, '')).join('\n\n')}\n`;
}
function sayLeftOut(names, elsewhere) {
    return `<sub>Too long for here, and left out: ${names.join(', ')}. ${elsewhere}</sub>`;
}


/***/ }),

/***/ 2691:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KE: () => (/* binding */ callBy),
/* harmony export */   SR: () => (/* binding */ sayUnknown),
/* harmony export */   Sy: () => (/* binding */ sayErrno),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   yO: () => (/* binding */ whyNeeded),
/* harmony export */   zN: () => (/* binding */ some)
/* harmony export */ });
/* harmony import */ var _syscalls_nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3244);
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6590);


/** `2 system calls`. */
const count = (names) => `${names.length} system call${names.length === 1 ? '' : 's'}`;
/** The first few of a list's items, each as this text, for a line. */
function some(items, textOf) {
    const rest = items.length - 8;
    const shown = items.slice(0, 8).map(textOf).join(', ');
    return rest > 0 ? `${shown} and ${rest} more` : shown;
}
/** A call, and the group of the policy that it came by, if it is one. */
function callBy(name, line) {
    const call = (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(name);
    return line === name ? call : `${call} (by ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(line)})`;
}
/** What needs a denied call, as a sentence part. */
function whyNeeded({ why }) {
    return why.map(reason => NEEDS[reason]).join('; ');
}
const NEEDS = {
    recorded: 'it was recorded in the tests',
    'needed to start any container': 'it is needed to start any container',
    'allowed by a user rule': 'a rule of yours in the profile allows it',
    'not denied by the deny-list': 'the profile lets through what it does not deny'
};
/** What is to say of a name in a profile that is no system call. */
function sayUnknown(name) {
    const near = (0,_syscalls_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearestName */ .q)(name);
    const guess = near === undefined ? '' : `: did you mean ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(near)}?`;
    return `${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(name)} is no system call that we know${guess || '.'}`;
}
/** errno(3), as far as profiles return them. */
function sayErrno(errno) {
    return errno === 38 ? 'ENOSYS' : errno === 1 ? 'EPERM' : `errno ${errno}`;
}


/***/ }),

/***/ 9918:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./src/candidate/candidate.ts + 5 modules
var candidate = __webpack_require__(8821);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/floor/cache.ts
var cache = __webpack_require__(928);
;// CONCATENATED MODULE: ./src/history/history.ts
const { exp, log } = Math;
/** Of a suite that no run of was recorded. */
const NO_HISTORY = { runs: 0, calls: new Map() };
/** How many runs weigh in a sighting, so that the new outweigh the old. */
const MEMORY = 20;
/** However well a call is known, one run without it may be bad luck. */
const LEAST_UNSEEN = 2;
/**
 * A call leaves when a call with its past would be unseen for so long in fewer
 * cases than this. With it, a call that is made in one run of four stays for
 * thirty pushes in all but some 2 of 1000 suites.
 */
const BAD_LUCK = 4e-5;
/**
 * What is thought before anything is known: half of the calls are made in each
 * run, the others in a share of the runs from a tenth up, any as likely as
 * another. Rarer calls are not waited for, or nothing would ever leave that was
 * seen but once.
 */
const SHARES = Array.from({ length: 18 }, (_, index) => {
    const share = (index + 2) / 20;
    return { made: log(share), missed: log(1 - share) };
});
const FIRST = { seen: 1, runs: 1, unseen: 0 };
/**
 * The history as a push finds it, before its first run.
 *
 * - Without any run before, each call of the profile counts as seen in the one
 *   run that it came from.
 * - A call of the profile that this history knows nothing of came with a merge
 *   when the history of another branch knows it: that is taken over.
 * - A call that left, and is not in the profile, is forgotten.
 *
 * @param profile the names of the committed profile
 * @param others histories of other branches, those to be asked first, first
 */
function begin(history, profile, others = []) {
    const names = new Set(profile);
    const calls = new Map([...history.calls].filter(([name, sighting]) => names.has(name) || !isGone(sighting)));
    for (const name of names) {
        if (calls.has(name))
            continue;
        const known = others
            .map(({ calls }) => calls.get(name))
            .find(sighting => sighting && !isGone(sighting));
        const sighting = known ?? (history.runs === 0 ? FIRST : undefined);
        if (sighting)
            calls.set(name, sighting);
    }
    return { ...history, calls };
}
/**
 * The history with one more run.
 *
 * @param names the calls that were made in it
 * @param lookedFor the calls that the run can tell of, if not of all: a run
 * under a profile shows none but those that the profile refuses
 */
function observe(history, names, lookedFor) {
    const made = new Set(names);
    const asked = new Set(lookedFor ?? history.calls.keys());
    const calls = new Map(history.calls);
    for (const [name, sighting] of history.calls) {
        if (asked.has(name) && !made.has(name)) {
            calls.set(name, { ...sighting, unseen: sighting.unseen + 1 });
        }
    }
    for (const name of made)
        calls.set(name, seenAgain(history.calls.get(name)));
    return { runs: history.runs + 1, calls };
}
/**
 * Whether a call may leave the profile. One that no run showed may leave at
 * once: it is there for another reason, or for none.
 */
function mayLeave(history, name) {
    const sighting = sightingOf(history, name);
    return sighting === undefined || isGone(sighting);
}
/** How many runs more, all without the call, it takes until it may leave. */
function runsNeeded(history, name) {
    const sighting = sightingOf(history, name);
    if (!sighting)
        return 0;
    let more = 0;
    while (!isGone({ ...sighting, unseen: sighting.unseen + more }))
        more++;
    return more;
}
/** Whether none of the runs that this history knows showed a call. */
function isNews({ runs, calls }, name) {
    const sighting = calls.get(name);
    return sighting === undefined || sighting.unseen >= runs;
}
function sightingOf(history, name) {
    return history.calls.get(name) ?? (history.runs === 0 ? FIRST : undefined);
}
/** What left and came back is new: its past was wrong about it. */
function seenAgain(before) {
    if (!before || isGone(before))
        return FIRST;
    const seen = before.seen + 1;
    const runs = before.runs + before.unseen + 1;
    return runs > MEMORY
        ? { seen: MEMORY * (seen / runs), runs: MEMORY, unseen: 0 }
        : { seen, runs, unseen: 0 };
}
function isGone(sighting) {
    return sighting.unseen >= LEAST_UNSEEN && chanceOf(sighting) < BAD_LUCK;
}
/**
 * How likely it is that a call that was made in `seen` of `runs` runs, and goes
 * on as before, is not made in the next `unseen`, at least one: the predictive
 * probability by Bayes' theorem.
 */
function chanceOf({ seen, runs, unseen }) {
    // A call that is made in each run is as likely as all the others together,
    // and never unseen.
    let all = seen === runs ? SHARES.length : 0;
    let chance = 0;
    for (const { made, missed } of SHARES) {
        const likely = exp(seen * made + (runs - seen) * missed);
        all += likely;
        chance += likely * exp(unseen * missed);
    }
    return chance / all;
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/host/cache.ts
var host_cache = __webpack_require__(8096);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
var promises_default = /*#__PURE__*/__webpack_require__.n(promises_);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
;// CONCATENATED MODULE: ./src/history/file.ts





/** Of so many branches of a suite, those written last, histories are kept. */
const BRANCHES = 100;
const count = dist/* pipe */.FsL(dist/* number */.aig(), dist/* safeInteger */.Y2b(), dist/* minValue */.Wwf(0));
const sightingSchema = dist/* pipe */.FsL(dist/* object */.Ikc({
    name: dist/* string */.YjP(),
    seen: dist/* pipe */.FsL(dist/* number */.aig(), dist/* gtValue */.zYL(0)),
    runs: dist/* pipe */.FsL(dist/* number */.aig(), dist/* maxValue */.cGV(MEMORY)),
    unseen: count
}), dist/* check */.z6Y(({ seen, runs }) => seen <= runs));
const historySchema = dist/* object */.Ikc({
    format: dist/* literal */.euz('seccomp-lock history'),
    version: dist/* literal */.euz(1),
    key: dist/* object */.Ikc({ suite: dist/* array */.YOg(dist/* string */.YjP()), ref: dist/* string */.YjP() }),
    runs: count,
    calls: dist/* array */.YOg(sightingSchema)
});
/** A history as the text of a file. */
function serializeHistory(key, history) {
    const { suite, ref } = key;
    const calls = [...history.calls]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, { seen, runs, unseen }]) => ({ name, seen, runs, unseen }));
    const file = {
        ...{ format: 'seccomp-lock history', version: 1, key: { suite, ref } },
        ...{ runs: history.runs, calls }
    };
    return `${JSON.stringify(file, undefined, 2)}\n`;
}
/** Reads a history back; undefined where the text is none of this version. */
function parseHistory(text) {
    try {
        const { key, runs, calls } = dist/* parse */.qgA(historySchema, JSON.parse(text));
        const sightings = calls.map(({ name, seen, runs, unseen }) => [name, { seen, runs, unseen }]);
        return { key, history: { runs, calls: new Map(sightings) } };
    }
    catch {
        return undefined;
    }
}
/**
 * The history of a branch, or where it has none of its own, of the branch that
 * it comes from.
 *
 * @param bases branches to ask when the key's own has none, the first first
 */
async function readHistory(directory, key, bases = []) {
    for (const ref of [key.ref, ...bases]) {
        const file = external_node_path_default().join(directory, fileOf({ ...key, ref }));
        const found = await readFile(file);
        if (found && isSame(found.key, { ...key, ref }))
            return found.history;
    }
    return NO_HISTORY;
}
/** The histories of the suite's other branches, the newest first. */
async function readOthers(directory, key) {
    const histories = [];
    for (const file of await filesOf(directory, key)) {
        const found = await readFile(file);
        if (!found || found.key.ref === key.ref)
            continue;
        if (isSame({ ...found.key, ref: key.ref }, key)) {
            histories.push(found.history);
        }
    }
    return histories;
}
/**
 * Keeps the history of a branch, and drops those that were not written for
 * longest. Where that is not possible, what it tells is learnt again.
 */
async function keepHistory(directory, key, history) {
    const file = external_node_path_default().join(directory, fileOf(key));
    const temporary = `${file}.${(0,external_node_crypto_.randomUUID)()}.tmp`;
    try {
        await promises_default().mkdir(directory, { recursive: true });
        await promises_default().writeFile(temporary, serializeHistory(key, history), {
            flag: 'wx'
        });
        await promises_default().rename(temporary, file);
        for (const old of (await filesOf(directory, key)).slice(BRANCHES)) {
            await promises_default().rm(old);
        }
    }
    catch {
        await promises_default().rm(temporary, { force: true }).catch(() => undefined);
    }
}
async function readFile(file) {
    return parseHistory(await promises_default().readFile(file, 'utf8').catch(() => ''));
}
/** The files of a suite, the newest first. */
async function filesOf(directory, key) {
    const names = await promises_default().readdir(directory).catch(() => []);
    const own = names.filter(name => name.startsWith(prefixOf(key)) && name.endsWith('.json'));
    const files = await Promise.all(own.map(async (name) => {
        const file = external_node_path_default().join(directory, name);
        const stat = await promises_default().stat(file).catch(() => undefined);
        return { file, written: stat?.mtimeMs ?? 0 };
    }));
    return files.sort((a, b) => b.written - a.written).map(({ file }) => file);
}
function fileOf(key) {
    return `${prefixOf(key)}${digestOf([key.ref])}.json`;
}
function prefixOf({ suite }) {
    return `history-${digestOf(suite)}-`;
}
function digestOf(strings) {
    const text = JSON.stringify(strings);
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 16);
}
function isSame(a, b) {
    return digestOf([...a.suite, a.ref]) === digestOf([...b.suite, b.ref]);
}

;// CONCATENATED MODULE: ./src/history/memory.ts




/**
 * What this runner remembers of earlier runs of the tests on this branch, or
 * on the one that it came from.
 *
 * @param environment GitHub's default variables say which repository and
 *   branch it is
 * @param names the calls of the committed profile
 */
async function recall(inputs, environment, names) {
    const directory = (0,host_cache/* floorDirectory */.M)(environment);
    const key = keyOf(inputs, environment);
    const { GITHUB_BASE_REF: base } = environment;
    const history = await readHistory(directory, key, base ? [base] : []);
    return begin(history, names, await readOthers(directory, key));
}
/** Keeps what is known now for the next run. */
async function remember(inputs, environment, history) {
    const directory = (0,host_cache/* floorDirectory */.M)(environment);
    await keepHistory(directory, keyOf(inputs, environment), history);
}
/**
 * A pull request is a branch of its own (`7/merge`): its head's name is chosen
 * by whoever opened it, and can be `main`.
 */
function keyOf(inputs, environment) {
    const { GITHUB_REPOSITORY: repository = '', GITHUB_REF_NAME: ref = '' } = environment;
    const { workspace, profile } = inputs;
    // Elsewhere than on GitHub, the checkout's own place tells it from others.
    const suite = repository || workspace;
    return {
        suite: [suite, external_node_path_default().relative(workspace, profile)],
        ref
    };
}

;// CONCATENATED MODULE: ./src/history/pending.ts

/** What is to say of calls that stay because they may come back. */
function pendingOf(history, names) {
    return names
        .filter(name => !mayLeave(history, name))
        .map(name => ({
        name,
        unseen: history.calls.get(name)?.unseen ?? 0,
        more: runsNeeded(history, name)
    }));
}

// EXTERNAL MODULE: ./src/host/temporary.ts
var temporary = __webpack_require__(9097);
// EXTERNAL MODULE: ./src/profile/diff.ts + 1 modules
var profile_diff = __webpack_require__(7380);
// EXTERNAL MODULE: ./src/profile/serialize.ts
var serialize = __webpack_require__(8399);
// EXTERNAL MODULE: ./src/recorders/recording.ts
var recorders_recording = __webpack_require__(1804);
;// CONCATENATED MODULE: ./src/record/confirm.ts


/**
 * Records the tests again while a call of the profile was not seen and may be
 * made in some runs only, as often as the workflow allows.
 *
 * @param before the history up to the first of these recordings
 * @param derive the profile that recordings give, by a history that has them
 * @throws as the recording does
 */
async function confirmRemovals(run, { recorded: first, again }, before, derive) {
    const { removals, confirmRemovals: most } = run.inputs;
    let recorded = first;
    let history = withRecordings(before, recorded.recordings);
    for (let index = 1; index <= most && removals === 'apply'; index++) {
        // Those that stay because it is not certain that they are gone.
        const open = derive(recorded, history).kept;
        if (open.length === 0)
            break;
        run.world.log.info(`Not made this time: ${open.join(', ')}. The tests are recorded again, to see whether chance did it.`);
        const title = `Run the tests again, ${index} of up to ${most}`;
        recorded = await again(recorded, title);
        history = withRecordings(history, recorded.recordings.slice(-1));
    }
    return { recorded, history };
}
function withRecordings(history, recordings) {
    return recordings.reduce((known, recording) => observe(known, (0,recorders_recording/* namesOf */.eZ)(recording)), history);
}

// EXTERNAL MODULE: ./src/container/engine.ts
var container_engine = __webpack_require__(8273);
// EXTERNAL MODULE: ./src/container/run.ts
var container_run = __webpack_require__(3042);
// EXTERNAL MODULE: ./src/container/run-args.ts
var run_args = __webpack_require__(3754);
// EXTERNAL MODULE: ./src/profile/refusals.ts
var refusals = __webpack_require__(604);
// EXTERNAL MODULE: ./src/recorders/choose.ts
var choose = __webpack_require__(5926);
// EXTERNAL MODULE: ./src/syscalls/kept.ts
var kept = __webpack_require__(2740);
// EXTERNAL MODULE: ./src/syscalls/setup.ts
var setup = __webpack_require__(6819);
// EXTERNAL MODULE: ./src/recorders/known.ts + 4 modules
var known = __webpack_require__(1299);
;// CONCATENATED MODULE: ./src/recorders/cross-check.ts






/**
 * Holds two recordings of the same run against each other: each call that only
 * one of them has was lost by the other, or is the runtime's from before the
 * filter was loaded, which the second one sees, too.
 *
 * @returns a sentence for each disagreement
 */
function doubtsOf(name, saw, second) {
    const [first, other] = [known/* ABOUT */.O[name].called, known/* ABOUT */.O[second.name].called];
    if (second.saw instanceof Error) {
        return [`There was no check by ${other}: ${(0,errors/* messageOf */.bD)(second.saw)}.`];
    }
    const inFirst = new Set((0,recorders_recording/* namesOf */.eZ)(saw));
    const inSecond = new Set((0,recorders_recording/* namesOf */.eZ)(second.saw));
    const explained = new Set([
        ...[...kept/* ALWAYS_KEPT */.l, ...kept/* RUNTIME_BY_CHANCE */.C, ...setup/* SETUP_CALLS */._],
        ...(second.floor?.second ?? [])
    ]);
    const onlyFirst = [...inFirst].filter(n => !inSecond.has(n));
    // Without a floor nobody knows what the runtime did.
    const onlySecond = [...inSecond].filter(n => !inFirst.has(n) && !explained.has(n) && second.floor);
    const all = [
        [onlyFirst, `${other} lost it, and the profile has it.`],
        [
            onlySecond,
            `either the runtime made it as it set the container up, or ${first} lost it. The profile does not have it.`
        ]
    ];
    return [
        ...second.saw.lost.map(sentence => `As a check, ${other} fell short: ${sentence}.`),
        ...all.flatMap(([names, meaning], index) => names.length === 0
            ? []
            : [
                `Only ${index === 0 ? first : other} saw ${names.map(n => `\`${n}\``).join(', ')}: ${meaning}`
            ])
    ];
}

// EXTERNAL MODULE: ./src/recorders/recorders.ts + 12 modules
var recorders_recorders = __webpack_require__(7005);
// EXTERNAL MODULE: ./src/suite/fit.ts + 1 modules
var fit = __webpack_require__(8728);
// EXTERNAL MODULE: ./src/suite/run-suite.ts + 4 modules
var run_suite = __webpack_require__(6649);
// EXTERNAL MODULE: ./src/suite/trace.ts
var trace = __webpack_require__(729);
;// CONCATENATED MODULE: ./src/container/image.ts

const schema = dist/* tuple */.PVZ([
    dist/* object */.Ikc({
        Config: dist/* optional */.lqM(dist/* object */.Ikc({
            User: dist/* optional */.lqM(dist/* string */.YjP()),
            WorkingDir: dist/* optional */.lqM(dist/* string */.YjP())
        }))
    })
]);
/**
 * As whom and where an image's program runs, `[USER, DIRECTORY]`, each '' where
 * the image does not say.
 *
 * @returns undefined where the image is not on this machine
 */
async function readImageConfig(podman, image) {
    const result = await podman.run(['image', 'inspect', '--', image]);
    if (result.exitCode !== 0)
        return undefined;
    const [{ Config: config }] = dist/* parse */.qgA(schema, JSON.parse(result.stdout));
    return [config?.User ?? '', config?.WorkingDir ?? ''];
}

// EXTERNAL MODULE: ./src/floor/measure.ts
var measure = __webpack_require__(2114);
;// CONCATENATED MODULE: ./src/record/measure-floor.ts









/** A container that should do nothing did not even do that. */
class NotMeasured extends errors/* UserError */.yo {
}
/** A digest of options. */
function digest(options) {
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(options)).digest('hex');
}
/**
 * The floor of the runtime under the tests' own image and options: kept from
 * a run before, or measured now by a container that does nothing.
 *
 * @param under options that load the profile to record under
 * @returns undefined where it cannot be measured; the tests will show why
 * @throws RecorderFailed, Cancelled
 */
async function provideFloor(run, choice, under) {
    const { image, engine, inputs, environment, world } = run;
    const { podman, log, signal, container: name, scratch } = world;
    const directory = (0,host_cache/* floorDirectory */.M)(environment);
    const keyOf = (config) => ({
        runtime: engine.runtime,
        engine: (0,container_engine/* engineName */.OC)(engine),
        kernel: engine.kernel,
        recorders: [choice.first, choice.second].flatMap(r => (r ? [r.name] : [])),
        recordedUnder: inputs.recordUnder,
        // A digest: they may hold what is nobody's business.
        options: digest(inputs.runArgs),
        image: config
    });
    const config = await readImageConfig(podman, image);
    const kept = config && (await (0,cache/* readFloor */.jv)(directory, keyOf(config)));
    if (kept)
        return kept;
    const noop = await (0,measure/* noopOptions */.Z2)(engine.architecture, scratch);
    if (!noop)
        return undefined;
    try {
        const { first, second } = await (0,trace/* trace */.uP)(choice, world, ({ options, wrap }) => (0,container_run/* runTests */.N$)(podman, log, {
            title: 'Measure what the runtime needs: start a container that does nothing',
            ...{ image, name, signal, wrap },
            mayPull: inputs.source.kind === 'image',
            command: [],
            options: [...options, ...under, ...inputs.runArgs, ...noop],
            directory: inputs.directory,
            timeoutMs: inputs.timeoutMs
        }), ({ started, exitCode }) => {
            if (!started || exitCode !== 0) {
                throw new NotMeasured(`it ended with exit code ${exitCode}`);
            }
        });
        const known = config ?? (await readImageConfig(podman, image)) ?? [];
        const floor = (0,measure/* floorOf */.Et)(keyOf(known), first, second instanceof errors/* UserError */.yo ? undefined : second);
        const isWhole = !second || (!(second instanceof errors/* UserError */.yo) && second.lost.length === 0);
        if (isWhole)
            await (0,cache/* keepFloor */.qh)(directory, floor);
        return floor;
    }
    catch (error) {
        // What cannot record a container that does nothing can record none.
        if (error instanceof trace/* NotRecorded */.M2) {
            throw new trace/* RecorderFailed */.s(choice.first.name, error);
        }
        if (!(error instanceof NotMeasured))
            throw error;
        log.info(`What the runtime needs could not be measured: ${error.message}`);
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/record/record.ts
















/**
 * Finds out what can record here, by letting it record a container of ours
 * where that is not known.
 *
 * @throws UserError where nothing can; Cancelled
 */
async function planRecording(inputs, { host, engine, engineDefault }, environment, world) {
    const underAll = inputs.recordUnder === 'allow-all';
    const all = (0,recorders_recorders/* createRecorders */.i)(host, underAll ? ALLOW_ALL : engineDefault, underAll || inputs.denials === 'ignore'
        ? undefined
        : (0,refusals/* refusalsOf */.h)(engineDefault));
    const named = inputs.recorder === 'auto' ? undefined : inputs.recorder;
    const place = { host, engine, environment, world };
    const recorders = (0,fit/* fitRecorders */.J)(all, named, place);
    return {
        recorders,
        choice: await (0,choose/* chooseRecorders */.DW)(inputs.recorder, recorders)
    };
}
/** A profile that lets everything through, and yet is a filter. */
const ALLOW_ALL = { defaultAction: 'SCMP_ACT_ALLOW', syscalls: [] };
/**
 * Measures the floor and runs the tests under a recorder; under `auto`, with
 * what works where something turns out not to. Whatever happens, the
 * containers are gone when it returns or throws.
 *
 * @throws UserError where the tests or the recording fail; Cancelled
 */
async function record(run, { choice, recorders }) {
    const { inputs, world } = run;
    try {
        announce(choice, inputs, world.log);
        return await recordWith(run, choice);
    }
    catch (error) {
        const hasFailed = error instanceof trace/* RecorderFailed */.s;
        if (!hasFailed || inputs.recorder !== 'auto')
            throw error;
        const why = [error.message, ...(error.hint?.split('\n') ?? [])];
        world.log.warning([`The recorder ${error.recorder} does not work here:`, ...why].join('\n'));
        const failed = [...choice.failed, { name: error.recorder, why }];
        const next = await (0,choose/* chooseRecorders */.DW)('auto', recorders, failed);
        return record(run, { choice: next, recorders });
    }
}
function announce({ first, second, failed }, { recorder }, log) {
    const check = second ? `, checked by ${known/* ABOUT */.O[second.name].called}` : '';
    log.info(`Recording with ${known/* ABOUT */.O[first.name].called}${check}.`);
    const slow = known/* ABOUT */.O[first.name].slow;
    if (slow === undefined)
        return;
    log.warning([
        `${known/* ABOUT */.O[first.name].called} is slow: ${slow}`,
        ...(recorder === 'auto'
            ? failed.flatMap(({ name, why }) => [
                `${name} does not work here:`,
                ...why.map(line => `    ${line}`)
            ])
            : [])
    ].join('\n'));
}
async function recordWith(run, choice) {
    const under = await underOptions(run, choice);
    const floor = await provideFloor(run, choice, under);
    const again = (recorded, title) => recordOnce(run, choice, under, recorded, title);
    let recorded = {
        image: run.image,
        recordings: [],
        recorder: choice.first.name,
        checkedBy: choice.second?.name,
        doubts: [],
        floor,
        capabilities: [],
        output: ''
    };
    const { runs } = run.inputs;
    for (let index = 1; index <= runs; index++) {
        const of = runs > 1 ? `, run ${index} of ${runs}` : '';
        recorded = await again(recorded, `Run the tests${of}`);
    }
    return { recorded, again };
}
/** Runs the tests and adds what was recorded. */
async function recordOnce(run, choice, under, recorded, title) {
    const { image, inputs, world } = run;
    const { floor } = recorded;
    const traced = await (0,trace/* trace */.uP)(choice, world, ({ options, wrap }) => (0,run_suite/* runTestsOnce */.o)(run, title, { options: [...options, ...under], wrap }), tests => {
        const { command } = inputs.tests;
        const failure = (0,container_run/* explainFailure */.SP)(tests, { image, command });
        if (failure)
            throw failure;
    });
    const { first, second } = traced;
    world.log.info(`Recorded ${(0,recorders_recording/* namesOf */.eZ)(first).length} system calls.`);
    const recording = recordingOf(run, choice, withoutRuntime(first, floor));
    return {
        ...recorded,
        recordings: [...recorded.recordings, recording],
        doubts: [
            ...new Set([
                ...recorded.doubts,
                ...doubtsAbout(choice, first, second, floor)
            ])
        ],
        capabilities: traced.run.capabilities,
        output: traced.run.output
    };
}
function doubtsAbout({ first, second }, saw, other, floor) {
    if (!second || !other)
        return [];
    return doubtsOf(first.name, saw, { name: second.name, saw: other, floor });
}
/** Options that load the profile to record under, if it is not the default. */
async function underOptions({ inputs, world }, { first }) {
    // The audit recorder makes a profile of its own of it.
    if (inputs.recordUnder === 'default' || first.name === 'audit')
        return [];
    const file = external_node_path_default().join(world.scratch, 'allow-all.json');
    await promises_default().writeFile(file, (0,serialize/* serializeProfile */.K)(ALLOW_ALL));
    return (0,container_run/* underProfile */.k8)(file);
}
function recordingOf({ engine, inputs }, { first }, observation) {
    return {
        format: 'seccomp-lock recording',
        version: 1,
        recorder: first.name,
        recordedUnder: inputs.recordUnder,
        architecture: engine.architecture,
        kernel: engine.kernel,
        engine: (0,container_engine/* engineName */.OC)(engine),
        runtime: engine.runtime,
        options: inputs.runArgs.map(run_args/* withoutValue */.CU),
        ...observation
    };
}
/** What the runtime tries in vain is nobody's business. */
function withoutRuntime(observation, floor) {
    const isOwn = ({ comm }) => floor?.programs.includes(comm) ?? false;
    const denied = observation.denied
        .map(call => ({
        ...call,
        programs: call.programs.filter(program => !isOwn(program))
    }))
        .filter(({ programs }) => programs.length > 0);
    return { ...observation, denied };
}

// EXTERNAL MODULE: ./src/recorders/counts.ts
var counts = __webpack_require__(1691);
;// CONCATENATED MODULE: ./src/recorders/unite.ts

/** Unites recordings of one recorder; counts are added up. */
function uniteRecordings(recordings) {
    const runs = new Map();
    for (const { calls } of recordings) {
        for (const call of calls) {
            runs.set((0,counts/* keyOf */.TN)(call), (runs.get((0,counts/* keyOf */.TN)(call)) ?? 0) + 1);
        }
    }
    const calls = (0,counts/* uniteCalls */.bO)(recordings.flatMap(({ calls }) => calls));
    return {
        calls: calls.map(call => ({ ...call, runs: runs.get((0,counts/* keyOf */.TN)(call)) ?? 0 })),
        denied: (0,counts/* uniteDenied */.rD)(recordings.flatMap(({ denied }) => denied)),
        runs: recordings.length,
        blind: [...new Set(recordings.flatMap(({ blind }) => blind))]
    };
}
/** The architectures of calls that were not the machine's own. */
function foreignArchitectures({ calls }) {
    return [...new Set(calls.flatMap(call => call.architecture ?? []))].sort();
}

// EXTERNAL MODULE: ./src/replay/denials.ts
var denials = __webpack_require__(3063);
// EXTERNAL MODULE: ./src/replay/enforce.ts + 2 modules
var enforce = __webpack_require__(2404);
// EXTERNAL MODULE: ./src/replay/runtimes.ts
var runtimes = __webpack_require__(6942);
;// CONCATENATED MODULE: ./src/replay/others.ts



/**
 * Starts a container that does nothing under a profile with each other OCI
 * runtime of this machine; where the profile must do with another runtime, adds
 * what it refuses them.
 *
 * @param derive the profile with these calls in it, too
 * @throws UserError, Cancelled
 */
async function tryOthers(run, derive, input) {
    const first = await attempt(run, derive([]), input);
    const missing = (0,denials/* mendable */.f7)(first.denials);
    if (run.inputs.portability === 'off' || missing.length === 0) {
        return { runtimes: first.runtimes, healed: [] };
    }
    const second = await attempt(run, derive(missing), input);
    const doesHelp = second.runtimes.every(({ result }) => result !== 'refused');
    return doesHelp
        ? { runtimes: second.runtimes, healed: missing }
        : { runtimes: first.runtimes, healed: [] };
}
async function attempt(run, { profile }, { watches, watching, reasons }) {
    const file = await (0,enforce/* writeForPodman */.AO)(run, profile);
    const watch = watches.includes('bpftrace')
        ? (0,enforce/* createRefusalWatch */.S1)(watching.host, profile)
        : undefined;
    const trials = await (0,runtimes/* tryRuntimes */.nO)(run, file, watch);
    const denied = trials.flatMap(trial => trial.result === 'refused' ? (trial.denied ?? []) : []);
    return {
        denials: (0,denials/* explainDenials */.uw)(denied, { ...reasons, profile }),
        runtimes: trials
    };
}

// EXTERNAL MODULE: ./src/replay/proof-input.ts
var proof_input = __webpack_require__(5452);
// EXTERNAL MODULE: ./src/replay/prove.ts + 1 modules
var prove = __webpack_require__(8098);
// EXTERNAL MODULE: ./src/replay/replay.ts
var replay = __webpack_require__(8072);
// EXTERNAL MODULE: ./src/suite/preflight.ts + 1 modules
var preflight = __webpack_require__(9911);
// EXTERNAL MODULE: ./src/suite/prepare.ts
var prepare = __webpack_require__(1231);
// EXTERNAL MODULE: ./src/text/json.ts
var json = __webpack_require__(1789);
// EXTERNAL MODULE: ./src/floor/floor.ts
var floor_floor = __webpack_require__(528);
// EXTERNAL MODULE: ./src/profile/filter/load.ts + 1 modules
var load = __webpack_require__(5881);
// EXTERNAL MODULE: ./src/profile/filter/machines.ts
var machines = __webpack_require__(5324);
// EXTERNAL MODULE: ./src/profile/resolve.ts
var resolve = __webpack_require__(6509);
// EXTERNAL MODULE: ./src/profile/treatment.ts
var treatment = __webpack_require__(6389);
// EXTERNAL MODULE: ./src/syscalls/numbers.ts + 1 modules
var numbers = __webpack_require__(3952);
;// CONCATENATED MODULE: ./src/profile/unknown-names.ts

/**
 * The names in a profile's rules that are no system call of any architecture,
 * each once, in file order: misspelt, or newer than the tables. Engines pass
 * over them, so a misspelt rule does nothing.
 */
function unknownNames(profile) {
    const known = (0,numbers/* syscallNames */.EE)();
    const names = profile.syscalls.flatMap(rule => rule.names);
    return [...new Set(names)].filter(name => !known.has(name));
}

// EXTERNAL MODULE: ./src/syscalls/capabilities.ts
var syscalls_capabilities = __webpack_require__(9314);
;// CONCATENATED MODULE: ./src/syscalls/dangers.ts
/**
 * What is known of dangerous system calls, in our own words. A key is one name
 * or several with a space between; no name stands twice.
 *
 * Sources: each call's manual page (section 2) for what it does and which
 * capability it asks for; the CVE records named; podman's and moby's default
 * profiles (podman-default.json, moby-default.json) for what they refuse.
 */
/** Calls that reach the host, other processes or much-exploited code. */
const DANGEROUS = {
    mount: 'Changes what the container sees as its files; with CAP_SYS_ADMIN it brings in host disks, /proc or a cgroup tree, the classic steps of an escape.',
    'umount umount2': 'Takes mounts away, and so uncovers the files that the engine has masked under /proc and /sys.',
    pivot_root: 'Swaps the root file system, which is the very step that locks a container in.',
    'fsopen fspick fsconfig fsmount': 'The new way to mount, and a way around rules that only name mount; an overflow in fsconfig gave root on the host (CVE-2022-0185).',
    'move_mount open_tree': 'Copies and moves mounts as file descriptors, and so passes by rules that only name mount.',
    mount_setattr: 'Changes flags of whole mount trees, such as making a read-only mount writable again.',
    unshare: 'Makes namespaces; a new user namespace hands out every capability inside it and opens kernel code that is closed otherwise (CVE-2022-0185, CVE-2022-0492).',
    setns: "Enters the namespaces of another process, the host's among them if a descriptor of one can be had.",
    ptrace: 'Reads and changes other processes at will; before Linux 4.8 it could also change a call after seccomp had let it through.',
    'process_vm_readv process_vm_writev': 'Reads or writes the memory of another process directly, with its secrets.',
    pidfd_getfd: 'Takes open files and sockets out of another process, without its help.',
    bpf: 'Loads programs into the kernel; mistakes in their verifier have given root many times (CVE-2017-16995, CVE-2020-8835, CVE-2021-3490).',
    'io_uring_setup io_uring_enter io_uring_register': 'Has the kernel do file and network work that seccomp does not see, by code that has been exploited often (CVE-2022-29582, CVE-2023-2598).',
    'add_key request_key keyctl': "Works on the kernel's key store, which containers share with the host unless a namespace parts them, and which has given root (CVE-2016-0728).",
    userfaultfd: 'Lets a program stall the kernel in the middle of reading its memory, which makes race conditions easy to win.',
    perf_event_open: 'Watches what kernel and processor do, which leaks addresses and secrets; it has given root (CVE-2013-2094).',
    'init_module finit_module': "Loads code into the host's kernel, which ends all isolation.",
    delete_module: "Removes modules from the host's kernel.",
    create_module: "Made room for a module in the host's kernel before Linux 2.6; no program of today makes it.",
    'kexec_load kexec_file_load': "Prepares another kernel to be started in place of the host's.",
    reboot: 'Restarts or halts the machine, or loads another kernel; in a pid namespace it ends that namespace.',
    open_by_handle_at: 'Opens a file by a number instead of a path, and so files of the host outside the container (the "Shocker" escape of 2014).',
    'iopl ioperm': "Gives a program the processor's I/O ports, and with them the hardware.",
    'pciconfig_read pciconfig_write pciconfig_iobase': 'Reads or sets up PCI devices, which belong to the host.',
    rtas: 'Calls the firmware of a POWER machine, which controls the whole host.',
    'vm86 vm86old': "Runs 16-bit real-mode code inside a 32-bit kernel's old virtual machine, code with a long record of faults.",
    'settimeofday clock_settime clock_settime64 stime': 'Sets the clock of the host: time of day is not kept apart by any namespace.',
    'swapon swapoff': 'Changes where the host swaps its memory to, and so exposes or exhausts it.',
    uselib: 'Loads an old-style shared library in the kernel; nothing needs it, and it has given root (CVE-2004-1235).'
};
/** Calls that a reviewer should see, and that are seldom a way out alone. */
const NOTABLE = {
    clone: 'Starts processes and threads, which nearly all programs need, and with namespace flags the same as unshare.',
    clone3: 'Starts processes and threads like clone, with its flags in memory, where no seccomp rule can look at them.',
    chroot: 'Changes the root directory; with CAP_SYS_CHROOT it is also the old way out of a root directory.',
    'mknod mknodat': 'Makes pipes and plain files, and with CAP_MKNOD device files, which then only the device cgroup guards.',
    personality: 'Changes how a program is run; some values switch address randomisation off or make all memory executable.',
    modify_ldt: 'Sets up segments of the processor for 16-bit programs (Wine uses it), by rarely used kernel code.',
    name_to_handle_at: 'Gives the number by which open_by_handle_at would find a file.',
    'adjtimex clock_adjtime clock_adjtime64': "Reads the clock's tuning and with CAP_SYS_TIME changes it, for the whole host.",
    'sethostname setdomainname': 'Changes the name of the machine, or that of the container where it has a namespace for it.',
    acct: "Switches the kernel's record of ended processes, on which somebody's watch may rely, and has the kernel write it to a file.",
    'quotactl quotactl_fd': 'Reads and, for the administrator, changes how much disk users of the host may fill.',
    syslog: "Reads or clears the kernel's log, which shows addresses and what the host does.",
    kcmp: 'Tells whether two processes share a kernel object, which helps to line up an exploit.',
    lookup_dcookie: "Turned a number of the kernel's profiler into a path on the host; gone since Linux 6.7.",
    '_sysctl sysfs ustat': 'An obsolete way to ask about or to set the kernel or its file systems, which no program of today needs.',
    nfsservctl: "Controlled the kernel's NFS server; gone since Linux 3.1.",
    'get_kernel_syms query_module': 'Told the names and addresses in the kernel before Linux 2.6; no program of today makes it.',
    'get_mempolicy set_mempolicy mbind': 'Says on which memory node data lies, which can slow down others; its code leaked or misused kernel memory (CVE-2017-7616, CVE-2018-10675).',
    'move_pages migrate_pages': 'Moves memory between nodes, of other processes too, and tells how it lies (CVE-2010-0415, CVE-2017-14140).',
    set_mempolicy_home_node: 'Says which memory node is tried first for a piece of memory.',
    process_madvise: 'Advises the kernel on the memory of another process, such as to swap it out.',
    fanotify_init: 'Watches or holds up file access on whole file systems, beyond the container with CAP_SYS_ADMIN.',
    'listmount statmount': 'Lists mounts and what is behind them, and so how the container is built.',
    lsm_set_self_attr: 'Changes the security label that the process runs under (SELinux, AppArmor).',
    vmsplice: "Puts a program's own memory pages into a pipe; a missing check there once gave root (CVE-2008-0600).",
    splice: 'Moves file pages into a pipe without copying, by which "Dirty Pipe" overwrote read-only files (CVE-2022-0847).',
    vhangup: 'Hangs up the terminal, for every process that has it open.',
    memfd_create: 'Makes a file that is only in memory, from which a program can be run that no scanner of the disk finds.',
    execveat: 'Starts a program from a descriptor, so also one that has no path.',
    socketcall: "All of 32-bit x86's socket calls in one, with the arguments in memory, where no rule about address families can look.",
    'spu_create spu_run': 'Runs code on the side processors of a Cell machine, by kernel code that hardly anybody uses.',
    'subpage_prot switch_endian sys_debug_setcontext': 'A rarely used call of POWER machines that changes how memory or registers are treated.',
    s390_sthyi: 'Asks the hypervisor about the machine that the host runs on.',
    's390_pci_mmio_read s390_pci_mmio_write': "Reads or writes a PCI device's memory, which belongs to the host."
};
/** Harmless calls that a default profile refuses, and why it does. */
const HARMLESS = {
    socket: 'Most families are harmless; default profiles leave out some (audit messages, virtual machine sockets).',
    'afs_syscall break ftime getpmsg gtty idle lock mpx multiplexer prof profil putpmsg security stty timerfd tuxcall ulimit vserver': 'A number without a call behind it: Linux answers ENOSYS, as a profile would.',
    bdflush: 'Long without effect, and gone from newer kernels.',
    'nice oldfstat oldlstat oldolduname oldstat olduname readdir sgetmask sigaction signal sigpending sigsuspend ssetmask': 'Replaced by a newer call decades ago; only very old programs make it.',
    'get_tls usr26 usr32': 'A private call of 32-bit ARM about the calling thread alone.',
    arch_prctl: 'Sets registers and features of the calling thread; the default profiles name it for 64-bit x86 only.',
    cachestat: 'Tells how much of an open file is in memory; newer than the profiles that refuse it.',
    'futex_requeue futex_wait futex_waitv futex_wake': 'A newer form of futex; newer than the profiles that refuse it.',
    'getxattrat listxattrat removexattrat setxattrat': 'A newer form of the calls for extended attributes; newer than the default profiles.',
    'io_pgetevents io_pgetevents_time64': 'Waits for file work to be done, as io_getevents does; newer than the profiles that refuse it.',
    'lsm_get_self_attr lsm_list_modules': "Reads the calling process's own security label or what kinds there are; newer than the default profiles.",
    map_shadow_stack: 'Makes a protected stack of return addresses, a defence; newer than the profiles that refuse it.',
    mseal: 'Forbids later changes to a piece of memory, a defence; newer than the default profiles.',
    riscv_hwprobe: 'Tells what the processor can do; newer than the profiles that refuse it.',
    s390_guarded_storage: 'Sets up a processor feature for garbage collection in the calling thread.',
    uretprobe: "The kernel places it where somebody on the host traces a function's return; a traced program may die where it is refused."
};
/** Address families of socket(2) that are ways out. */
const DANGEROUS_SOCKETS = {
    17: 'AF_PACKET reads and forges all packets of the network, by code that has given root (CVE-2016-8655, CVE-2017-7308, CVE-2020-14386).',
    21: 'AF_RDS is a rarely used protocol that has given root (CVE-2010-3904).',
    30: 'AF_TIPC is a rarely used cluster protocol with an overflow in its past (CVE-2021-43267).',
    38: "AF_ALG hands data to the kernel's own cryptography, much code with faults in its past (CVE-2019-8912).",
    40: 'AF_VSOCK talks to the hypervisor and other virtual machines past all network rules, and has given root (CVE-2021-26708).',
    44: 'AF_XDP takes packets from the network card past the network stack.'
};
/** Address families of socket(2) that a reviewer should see. */
const NOTABLE_SOCKETS = {
    15: 'AF_KEY sets up IPsec, by old kernel code that needs CAP_NET_ADMIN.',
    16: 'AF_NETLINK sets up the network and its filters; harmless for asking, a way to root together with a user namespace (CVE-2022-32250, CVE-2024-1086).',
    29: 'AF_CAN talks to the buses of vehicles and machines.',
    31: 'AF_BLUETOOTH talks to radio devices of the host.',
    42: "AF_QIPCRTR talks to the modem and other parts of a phone's chip.",
    43: 'AF_SMC carries TCP over direct memory access, by code that few use.'
};

;// CONCATENATED MODULE: ./src/syscalls/danger.ts

/**
 * The danger of a system call, by name; a name that is unknown has none. It
 * has a `why` for every call that podman's or moby's default profile refuses
 * on any architecture of the tables.
 */
function dangerOf(name) {
    return CALLS.get(name) ?? { level: 'none', why: undefined };
}
/**
 * The danger of socket(2) with this address family, `socket`'s first argument
 * (numbers as in the kernel's include/linux/socket.h).
 */
function dangerOfSocket(family) {
    return SOCKETS.get(family) ?? { level: 'none', why: undefined };
}
const CALLS = new Map([
    ...entries('none', HARMLESS),
    ...entries('notable', NOTABLE),
    ...entries('dangerous', DANGEROUS)
]);
const SOCKETS = new Map([
    ...numbered('notable', NOTABLE_SOCKETS),
    ...numbered('dangerous', DANGEROUS_SOCKETS)
]);
function entries(level, table) {
    return Object.entries(table).flatMap(([names, why]) => names.split(' ').map((name) => [name, { level, why }]));
}
function numbered(level, table) {
    return entries(level, table).map(([family, danger]) => [
        Number(family),
        danger
    ]);
}

// EXTERNAL MODULE: ./src/syscalls/groups.ts + 1 modules
var groups = __webpack_require__(4216);
// EXTERNAL MODULE: ./src/verdict/verdict.ts
var verdict = __webpack_require__(1396);
;// CONCATENATED MODULE: ./src/verdict/assess.ts















/** Compares the candidate with the committed profile, by the user's policy. */
function weigh(inputs, committed, candidate, recorded) {
    const { engine, engineDefault, united, floor, capabilities } = recorded;
    const { replay, pending } = recorded;
    const { architecture } = engine;
    const file = external_node_path_default().relative(inputs.workspace, inputs.profile);
    const diff = withoutDenied(compare(committed, candidate, machinesFor(committed, candidate, { architecture, capabilities }), file), candidate);
    const rules = (0,resolve/* resolveRules */.S)(engineDefault.syscalls, {
        architecture,
        capabilities: syscalls_capabilities/* PODMAN_DEFAULT_CAPABILITIES */.t
    });
    const byDefault = (name) => (0,treatment/* treatmentOf */.Wh)(rules, name, engineDefault).kind;
    const known = Object.keys((0,numbers/* syscallNumbers */.Q3)(architecture));
    return {
        judgement: (0,verdict/* judge */.S)({
            diff,
            isFirst: committed === undefined,
            failOn: inputs.failOn,
            isDangerous: name => dangerOf(name).level === 'dangerous',
            denied: candidate.denied,
            hasFailed: replay.result === 'failed'
        }),
        diff,
        isDenyList: (0,treatment/* isDenyList */.z2)(candidate.profile),
        profile: file,
        allowed: (0,profile_diff/* allowedNames */.Ru)(candidate.profile.syscalls).size,
        allowedByDefault: known.filter(name => byDefault(name) !== 'refused')
            .length,
        byDefault,
        danger: dangerOf,
        groups: name => (0,groups/* groupsOf */.c1)(name).filter(group => group !== '@system-service'),
        leftOut: candidate.leftOut,
        byPolicy: candidate.byPolicy,
        governed: candidate.governed,
        unseen: inputs.removals === 'report' ? candidate.kept : [],
        pending: inputs.removals === 'report' ? [] : pending,
        replay,
        unknown: committed ? unknownNames(committed) : [],
        calls: united.calls.map(call => ({
            ...call,
            origin: (0,floor_floor/* originOf */.yv)(call, floor)
        })),
        runs: united.runs,
        drift: diff.added.filter(name => isDrift(name, united, recorded)),
        portable: candidate.portable,
        refused: united.denied,
        recordUnder: inputs.recordUnder,
        doubts: [...recorded.doubts, ...unnamed(united)],
        blind: united.blind,
        provenance: provenanceOf(recorded)
    };
}
/**
 * Whether a new call is the runtime's doing: it makes the call by itself, and
 * the tests do not.
 */
function isDrift(name, { calls }, { floor }) {
    const made = calls.filter(call => call.name === name);
    return ((floor?.names.includes(name) ?? false) &&
        made.length > 0 &&
        made.every(call => (0,floor_floor/* originOf */.yv)(call, floor) === 'runtime'));
}
/** A number that no table has a name for cannot stand in a profile. */
function unnamed({ calls }) {
    const numbers = calls.map(({ name }) => name).filter(n => n.startsWith('#'));
    if (numbers.length === 0)
        return [];
    return [
        `The tests made calls with numbers that have no name here, and the profile does not allow them: ${numbers.map(n => n.slice(1)).join(', ')}.`
    ];
}
function provenanceOf({ recorder, checkedBy, engine }) {
    const check = checkedBy ? `, checked by ${known/* ABOUT */.O[checkedBy].called}` : '';
    const { version, runtime, kernel, architecture } = engine;
    return `Recorded with ${known/* ABOUT */.O[recorder].called}${check}, under podman ${version}, ${runtime}, kernel ${kernel}, ${architecture}.`;
}
/**
 * The machine that the tests ran on, and others that the profiles speak of, as
 * far as the committed profile can be loaded there.
 */
function machinesFor(committed, { profile }, own) {
    const profiles = [...(committed ? [committed] : []), profile];
    const others = new Set(profiles.flatMap(machines/* nativesOf */.C));
    others.delete(own.architecture);
    return [
        own,
        ...[...others]
            .map(architecture => ({ ...own, architecture }))
            .filter(machine => (0,load/* loads */.qV)(committed ?? profile, machine))
    ];
}
/** @throws UserError where no runtime can load the new profile */
function compare(committed, candidate, machines, file) {
    try {
        return (0,profile_diff/* diffProfiles */.Uj)(committed, candidate.profile, machines);
    }
    catch (error) {
        if (!(error instanceof load/* RefusedProfile */.S8))
            throw error;
        throw new errors/* UserError */.yo(`the new ${file} could not be loaded: ${error.message}`, {
            cause: error,
            hint: `It was not written. Its managed rules and those of yours do not go together: change your rules about the call, or the architectures of ${file}.`
        });
    }
}
/** A call that is needed and denied stays in the file, which is not written. */
function withoutDenied(diff, { denied }) {
    const names = new Set(denied.map(({ name }) => name));
    return { ...diff, removed: diff.removed.filter(name => !names.has(name)) };
}

// EXTERNAL MODULE: ./src/workspace/workspace.ts
var workspace = __webpack_require__(8568);
;// CONCATENATED MODULE: ./src/run.ts
























/**
 * The whole story up to what is told: inputs, image, recordings, candidate,
 * replay, diff, verdict. Leaves the profile alone unless the tests passed, were recorded
 * whole, passed again under the new profile (unless that is not wanted), and
 * need nothing that is denied.
 *
 * @throws UserError, Cancelled
 */
async function run(inputs, world) {
    const opened = await (0,preflight/* openRunner */.N)(inputs, world);
    const { committed, podman, engine } = opened;
    const { environment } = world;
    await (0,workspace/* refuseUnwritable */.Gt)(inputs.profile);
    const names = committed ? (0,profile_diff/* allowedNames */.Ru)(committed.base.syscalls) : [];
    const before = await recall(inputs, environment, names);
    const outcome = await (0,prepare/* withPlace */.q)(world, podman, async (place) => {
        const plan = await planRecording(inputs, opened, environment, place);
        const run = await (0,prepare/* prepareRun */.Z)(inputs, environment, engine, place);
        const confirmed = await confirmRemovals(run, await record(run, plan), before, (recorded, history) => candidateOf(inputs, opened, recorded, history, []));
        const { recorded, history } = confirmed;
        const { recorders } = plan;
        const proof = await run_replay(run, opened, recorders, recorded, history);
        return { recorded, history, ...proof };
    });
    const { recorded, candidate, replay: tried } = outcome;
    const history = afterReplay(outcome);
    if (world.signal.aborted)
        throw (0,errors/* abortError */.vt)(world.signal);
    await remember(inputs, environment, history);
    const findings = weigh(inputs, committed?.profile, candidate, {
        ...recorded,
        ...opened,
        united: uniteRecordings(recorded.recordings),
        replay: tried,
        pending: pendingOf(history, candidate.kept)
    });
    const text = (0,serialize/* serializeProfile */.K)(candidate.profile);
    refuseTooLong(text, findings.profile);
    const { verdict, denied } = findings.judgement;
    const isGood = denied.length === 0 && tried.result !== 'failed';
    const changed = isGood && verdict !== 'unchanged' && text !== committed?.text;
    if (changed)
        await writeProfile(inputs, text);
    return {
        ...{ findings, changed, failOn: inputs.failOn },
        profile: candidate.profile,
        text: { is: text, was: committed?.text },
        recordingPaths: await Promise.all(recorded.recordings.map(recording => (0,temporary/* writeTemporary */.b)(world.temporary, 'recording', 'json', (0,recorders_recording/* serializeRecording */.A1)(recording)))),
        image: recorded.image
    };
}
/** The profile that recordings and replays give. */
function candidateOf(inputs, { committed, engine, engineDefault }, recorded, history, healed) {
    const united = uniteRecordings(recorded.recordings);
    const { capabilities, floor } = recorded;
    const input = {
        recorded: (0,recorders_recording/* namesOf */.eZ)(united),
        replayed: healed.map(({ name }) => name),
        sees: known/* ABOUT */.O[recorded.recorder].sees,
        recordUnder: inputs.recordUnder,
        floor: floor?.names ?? [],
        portability: inputs.portability,
        architecture: engine.architecture,
        alsoOn: foreignArchitectures({ calls: [...united.calls, ...healed] }),
        capabilities,
        engineDefault,
        committed: committed?.base,
        removals: inputs.removals,
        policy: inputs.policy,
        defaultErrno: inputs.defaultErrno ?? (committed?.adopted ? 'ENOSYS' : undefined)
    };
    if (inputs.confirmRemovals === 0)
        return (0,candidate/* deriveCandidate */.rE)(input);
    // What portability brought leaves with it, whatever the tests did.
    const portable = new Set((0,candidate/* deriveCandidate */.rE)({ ...input, portability: 'on' }).portable.map(c => c.name));
    return (0,candidate/* deriveCandidate */.rE)({
        ...input,
        isUncertain: name => !(portable.has(name) && isNews(history, name)) && !mayLeave(history, name)
    });
}
/** Tries the profile, unless it is not wanted or will not be written anyway. */
async function run_replay(run, opened, recorders, recorded, history) {
    const { inputs } = run;
    const derive = (healed) => candidateOf(inputs, opened, recorded, history, healed);
    const candidate = derive([]);
    if (inputs.replay === 'off' || candidate.denied.length > 0) {
        return { candidate, replay: replay/* SKIPPED */.$O };
    }
    const input = await (0,proof_input/* proofInput */.F)(inputs, opened, recorders, recorded);
    try {
        const { runtimes, healed: forOthers } = await tryOthers(run, derive, input);
        const proof = await (0,prove/* prove */.zn)(run, h => derive([...forOthers, ...h]), input);
        const { profile } = proof.candidate;
        const proven = await (0,prove/* withCanary */.zj)(run, profile, proof.replay);
        if (proven.healed.some(({ byRuntime }) => byRuntime) && recorded.floor) {
            run.world.log.warning(FLOOR_CHANGED);
            const directory = (0,host_cache/* floorDirectory */.M)(run.environment);
            await (0,cache/* forgetFloor */.qD)(directory, recorded.floor.key);
        }
        return {
            candidate: proof.candidate,
            replay: { ...proven, forOthers, runtimes }
        };
    }
    catch (error) {
        // What was recorded is worth a report all the same.
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        return { candidate, replay: (0,replay/* failedReplay */.b0)(error) };
    }
}
const FLOOR_CHANGED = 'The profile refused the OCI runtime calls that it was not measured to need: it has changed. They were added, and what it needs is measured anew next time.';
/** The replay is one more look at calls that left the profile. */
function afterReplay({ history, candidate, replay: { watch, result, healed } }) {
    if (watch === 'nobody' || result === 'failed')
        return history;
    const kept = new Set((0,profile_diff/* allowedNames */.Ru)(candidate.profile.syscalls));
    const lookedFor = [...history.calls.keys()].filter(name => !kept.has(name));
    const seen = healed.map(({ name }) => name);
    return observe(history, seen, lookedFor);
}
/** What is written must be read again by the next run. */
function refuseTooLong(text, file) {
    if (text.length <= json/* MAX_LENGTH */.E2)
        return;
    throw new errors/* UserError */.yo(`the new ${file} would have ${text.length} characters, and may have ${json/* MAX_LENGTH */.E2}`, { hint: 'It was not written. Make your rules in it fewer.' });
}
async function writeProfile(inputs, text) {
    // Again: the tests may have had the workspace mounted.
    await (0,workspace/* refuseEscape */.Sz)('profile', inputs.profile, inputs.workspace);
    await (0,workspace/* writeAtomically */.vK)(inputs.profile, text);
}


/***/ }),

/***/ 8728:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ fitRecorders)
});

// UNUSED EXPORTS: trialKey

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
var promises_default = /*#__PURE__*/__webpack_require__.n(promises_);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/checks/trouble.ts
var trouble = __webpack_require__(4290);
// EXTERNAL MODULE: ./src/container/engine.ts
var container_engine = __webpack_require__(8273);
// EXTERNAL MODULE: ./src/floor/cache.ts
var cache = __webpack_require__(928);
// EXTERNAL MODULE: ./src/host/cache.ts
var host_cache = __webpack_require__(8096);
;// CONCATENATED MODULE: ./src/recorders/tried.ts

/**
 * Recorders whose preflight also lets them record something, where nothing
 * that they need is missing: one after the other, each once.
 *
 * @param tryIt what the trial of a recorder whose checks are these comes to
 */
function withTrials(recorders, tryIt) {
    let last = Promise.resolve();
    return recorders.map(recorder => {
        let known;
        const examine = async () => {
            const checks = await recorder.preflight();
            if (!(0,trouble/* works */.N)(checks))
                return checks;
            const trial = last.then(() => tryIt(recorder, checks));
            last = trial.catch(() => undefined);
            return [...checks, await trial];
        };
        return { ...recorder, preflight: () => (known ??= examine()) };
    });
}

// EXTERNAL MODULE: ./src/suite/trial.ts
var suite_trial = __webpack_require__(3712);
;// CONCATENATED MODULE: ./src/suite/fit.ts









/**
 * Recorders that are fit when they were seen to see: each records a container
 * of ours before it is relied on, in this run or in an earlier one in which
 * all was as it is now. Says of those that do not why, but for the one that
 * the workflow names: that one's failure is an error.
 */
function fitRecorders(recorders, named, { engine, host, environment, world }) {
    const directory = (0,host_cache/* floorDirectory */.M)(environment);
    return withTrials(recorders, async (recorder, checks) => {
        const key = trialKey(recorder.name, checks, engine, host);
        if (await isKept(directory, key)) {
            return { name: suite_trial/* TRIAL */.XS, state: 'ok', found: 'recorded one before' };
        }
        const trial = await (0,suite_trial/* tryRecorder */.Wm)(recorder, engine.architecture, world);
        if (trial.state === 'ok')
            await (0,cache/* keepText */.Jp)(fileOf(directory, key), key);
        else if (recorder.name !== named)
            tell(recorder.name, trial, world);
        return trial;
    });
}
function tell(name, trial, { log }) {
    const [why] = (0,trouble/* troubles */.d)([trial]);
    if (why === undefined)
        return;
    log.warning(`The recorder ${name} does not work here: ${why}`);
}
/**
 * What a trial depends on: all that was found for the recorder, its version
 * among it, and what runs the container.
 */
function trialKey(name, checks, engine, { sudo, rootless }) {
    const { runtime, kernel } = engine;
    return JSON.stringify([
        ...['seccomp-lock trial', 1, name, (0,container_engine/* engineName */.OC)(engine), runtime, kernel],
        ...[sudo, rootless, checks.map(check => [check.name, check.found])]
    ]);
}
async function isKept(directory, key) {
    const kept = promises_default().readFile(fileOf(directory, key), 'utf8');
    return (await kept.catch(() => '')) === key;
}
function fileOf(directory, key) {
    const digest = (0,external_node_crypto_.createHash)('sha256').update(key).digest('hex');
    return external_node_path_default().join(directory, `trial-${digest.slice(0, 16)}.json`);
}


/***/ }),

/***/ 9911:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ openRunner)
});

// EXTERNAL MODULE: ./src/checks/install.ts
var install = __webpack_require__(422);
// EXTERNAL MODULE: ./src/container/engine.ts
var container_engine = __webpack_require__(8273);
// EXTERNAL MODULE: ./src/container/podman.ts
var container_podman = __webpack_require__(2166);
// EXTERNAL MODULE: ./src/host/environment.ts
var environment = __webpack_require__(4743);
// EXTERNAL MODULE: ./src/host/execute.ts
var execute = __webpack_require__(6077);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/container/run-args.ts
var run_args = __webpack_require__(3754);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/host/files.ts
var files = __webpack_require__(3285);
// EXTERNAL MODULE: ./src/profile/filter/load.ts + 1 modules
var load = __webpack_require__(5881);
// EXTERNAL MODULE: ./src/profile/managed.ts
var managed = __webpack_require__(3456);
// EXTERNAL MODULE: ./src/profile/parse.ts + 1 modules
var parse = __webpack_require__(2992);
// EXTERNAL MODULE: ./src/syscalls/capabilities.ts
var capabilities = __webpack_require__(9314);
// EXTERNAL MODULE: ./src/workspace/workspace.ts
var workspace_workspace = __webpack_require__(8568);
;// CONCATENATED MODULE: ./src/workspace/committed.ts









/**
 * Reads the committed profile, and checks all paths before anything is run.
 *
 * @returns undefined where there is no profile yet
 * @throws UserError
 */
async function readCommitted(inputs) {
    await refuseEscapes(inputs);
    const text = await (0,workspace_workspace/* readProfile */.er)(inputs.profile);
    if (text === undefined)
        return undefined;
    const file = external_node_path_default().relative(inputs.workspace, inputs.profile);
    const profile = (0,parse/* parseProfile */.j)(text, file);
    const base = (0,managed/* adoptHookProfile */.xp)(profile, text);
    return { text, profile, adopted: base !== undefined, base: base ?? profile };
}
/**
 * Finds out before anything is run whether runtimes load the profile, for
 * they would refuse what is made of it, too.
 *
 * @throws UserError
 */
function refuseUnloadable(inputs, { profile }, architecture) {
    const machine = { architecture, capabilities: capabilities/* PODMAN_DEFAULT_CAPABILITIES */.t };
    try {
        (0,load/* loadProfile */.iH)(profile, machine);
    }
    catch (error) {
        if (!(error instanceof load/* RefusedProfile */.S8))
            throw error;
        const file = external_node_path_default().relative(inputs.workspace, inputs.profile);
        const { hint } = error;
        throw new errors/* UserError */.yo(`${file}: ${error.message}`, {
            cause: error,
            ...(hint !== undefined && { hint })
        });
    }
}
async function refuseEscapes(inputs) {
    const { workspace, source, directory } = inputs;
    if (!(await (0,files/* isDirectory */.w)(directory))) {
        throw new errors/* UserError */.yo(`input working-directory: ${directory} is not a directory`, { hint: 'Name a directory of the repository.' });
    }
    await (0,workspace_workspace/* refuseEscape */.Sz)('working-directory', inputs.directory, workspace);
    await (0,workspace_workspace/* refuseEscape */.Sz)('profile', inputs.profile, workspace);
    for (const file of (0,run_args/* hostPaths */.tO)(inputs.runArgs)) {
        await (0,workspace_workspace/* refuseEscape */.Sz)('run-args', external_node_path_default().resolve(directory, file), workspace);
    }
    if (source.kind === 'image')
        return;
    await (0,workspace_workspace/* refuseEscape */.Sz)('context', source.context, workspace);
    for (const name of ['Containerfile', 'Dockerfile']) {
        const file = source.containerfile ?? external_node_path_default().join(source.context, name);
        await (0,workspace_workspace/* refuseEscape */.Sz)('containerfile', file, workspace);
    }
}

;// CONCATENATED MODULE: ./src/suite/preflight.ts






/**
 * Reads the committed profile and finds the engine.
 *
 * @throws UserError where one of them is not what it must be
 */
async function openRunner(inputs, world) {
    const committed = await readCommitted(inputs);
    const podman = (0,container_podman/* createPodman */.yS)(world, inputs.podman);
    if (inputs.setup === 'install')
        await (0,install/* setUpRunner */._)(world);
    const engine = await (0,container_engine/* inspectEngine */.P7)(podman);
    const { architecture, kernel } = engine;
    if (committed)
        refuseUnloadable(inputs, committed, architecture);
    return {
        ...{ committed, podman, engine },
        engineDefault: await (0,container_engine/* readEngineDefault */.aE)(engine),
        host: {
            ...{ architecture, kernel, sudo: world.uid !== 0 },
            rootless: podman.rootless,
            environment: (0,environment/* podmanEnvironment */.r)(world.environment)
        }
    };
}


/***/ }),

/***/ 1231:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ prepareRun),
/* harmony export */   q: () => (/* binding */ withPlace)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _container_build_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7469);




/**
 * Does the work in a place of its own: its temporary directory is gone when it
 * returns or throws, and the post step removes all should this process be
 * killed.
 */
async function withPlace({ log, signal, temporary, onStart }, podman, work) {
    const scratch = await node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default().mkdtemp(node_path__WEBPACK_IMPORTED_MODULE_2___default().join(temporary, 'seccomp-lock-'));
    const container = `seccomp-lock-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(8).toString('hex')}`;
    onStart({ container, scratch });
    try {
        return await work({ podman, log, signal, container, scratch });
    }
    finally {
        await node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default().rm(scratch, { recursive: true, force: true });
    }
}
/**
 * Builds the image of the tests, if it is to be built.
 *
 * @throws UserError where the build fails; Cancelled
 */
async function prepareRun(inputs, environment, engine, world) {
    const { podman, log, scratch, signal } = world;
    const { source, timeoutMs } = inputs;
    const image = source.kind === 'image'
        ? source.reference
        : await (0,_container_build_js__WEBPACK_IMPORTED_MODULE_3__/* .buildImage */ ._w)(podman, log, {
            ...{ ...source, scratch, timeoutMs, signal }
        });
    return { image, engine, inputs, environment, world };
}


/***/ }),

/***/ 6649:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ runTestsOnce)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/container/deadline.ts
var deadline = __webpack_require__(8499);
// EXTERNAL MODULE: ./src/container/podman.ts
var container_podman = __webpack_require__(2166);
// EXTERNAL MODULE: ./src/container/run.ts
var container_run = __webpack_require__(3042);
// EXTERNAL MODULE: ./src/container/outside/endpoint.ts
var outside_endpoint = __webpack_require__(8354);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
var external_node_http_default = /*#__PURE__*/__webpack_require__.n(external_node_http_);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
var external_node_https_default = /*#__PURE__*/__webpack_require__.n(external_node_https_);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
var external_node_net_default = /*#__PURE__*/__webpack_require__.n(external_node_net_);
;// CONCATENATED MODULE: ./src/container/outside/ask.ts




/**
 * Asks a URL for an answer with a status below 400.
 *
 * @param signal when to give up
 * @returns undefined for such an answer, else what came instead
 */
function askUrl(url, signal) {
    return new Promise(resolve => {
        let status;
        let problem = 'no answer';
        const note = (error) => {
            problem = reasonOf(error);
        };
        const options = {
            agent: false,
            signal,
            // Nothing is told to the server or believed of it, and a test's
            // certificate is seldom signed by anybody.
            rejectUnauthorized: false
        };
        const { request } = url.protocol === 'https:' ? (external_node_https_default()) : (external_node_http_default());
        request(url, options, response => {
            status = response.statusCode ?? 0;
            // Read to its end: a server that cannot write makes other calls.
            response.on('error', note).resume();
        })
            .on('error', note)
            .on('close', () => {
            if (status === undefined)
                resolve(problem);
            else
                resolve(status < 400 ? undefined : `HTTP status ${status}`);
        })
            .end();
    });
}
/**
 * Asks an address for a TCP connection.
 *
 * @param signal when to give up
 * @returns undefined where it connects, else why it does not
 */
function askAddress(address, signal) {
    return new Promise(resolve => {
        let problem = 'no answer';
        const socket = external_node_net_default().connect({ ...address, signal });
        socket
            .on('connect', () => {
            problem = undefined;
            socket.destroy();
        })
            .on('error', error => {
            problem = reasonOf(error);
        })
            .on('close', () => {
            resolve(problem);
        });
    });
}
function reasonOf(error) {
    if (error.name === 'AbortError')
        return 'no answer in time';
    // Where all of a name's addresses refuse, there is a code only.
    return error.message || ((0,errors/* errnoCode */.UK)(error) ?? error.name);
}

// EXTERNAL MODULE: ./src/container/outside/ready.ts
var outside_ready = __webpack_require__(2524);
;// CONCATENATED MODULE: ./src/container/outside/probe.ts




/**
 * Makes the probe for what the user waits for.
 *
 * @param search the search for the text of `log:` in the container's output
 * @throws UserError where a port is named that is not published
 */
function createProbe(ready, container, podman, search) {
    const close = () => Promise.resolve();
    switch (ready.kind) {
        case 'running':
            return { what: 'it runs', ask: () => Promise.resolve(undefined), close };
        case 'url': {
            const url = (0,outside_ready/* parseUrl */.Dl)((0,outside_ready/* resolvePorts */.RI)(ready.url, container.ports));
            return { what: url.href, ask: signal => askUrl(url, signal), close };
        }
        case 'tcp': {
            const text = (0,outside_ready/* resolvePorts */.RI)(ready.address, container.ports);
            const address = (0,outside_ready/* parseAddress */.or)(text);
            return { what: text, ask: signal => askAddress(address, signal), close };
        }
        case 'log': {
            const ask = () => Promise.resolve(search?.isFound() ? undefined : 'no line has it');
            return { what: `log: ${JSON.stringify(ready.text)}`, ask, close };
        }
        case 'command':
            return commandProbe(ready.words, container.name, podman);
    }
}
/**
 * `podman exec`, as a health check in production: its calls are recorded, as
 * it runs in the container. One that hangs is left alone: nobody but the
 * container's end can end it.
 */
function commandProbe(words, name, podman) {
    const hanging = new Set();
    return {
        what: `command: ${words.join(' ')}`,
        async ask(signal) {
            // Shown to nobody, so that only the end of its output is kept.
            const show = () => undefined;
            const asked = podman.run(['exec', name, ...words], { show });
            const settled = asked.catch(() => undefined);
            hanging.add(settled);
            const answered = new AbortController();
            const result = await Promise.race([
                asked,
                aborted(AbortSignal.any([signal, answered.signal]))
            ]).finally(() => {
                answered.abort();
            });
            if (!result)
                return 'it did not end in time';
            hanging.delete(settled);
            if (result.exitCode === 0)
                return undefined;
            const said = (0,container_podman/* lastLines */.w$)(result.stderr || result.stdout, 3);
            return `exit code ${result.exitCode}${said && `: ${said}`}`;
        },
        close: () => Promise.all(hanging)
    };
}
/** Settles when the signal does. */
async function aborted(signal) {
    if (signal.aborted)
        return;
    await new Promise(resolve => {
        signal.addEventListener('abort', resolve, { once: true });
    });
}
/** How long one question may take. */
const ASK_MS = 5_000;
const PAUSE_MS = 250;
/**
 * Asks until the container is ready.
 *
 * @param timeoutMs for how long
 * @returns undefined once it is ready, else what the last answer was
 * @throws the signal's reason
 */
async function awaitReady(probe, timeoutMs, signal) {
    const until = Date.now() + timeoutMs;
    for (;;) {
        const limit = AbortSignal.timeout(Math.max(1, Math.min(ASK_MS, until - Date.now())));
        const problem = await probe.ask(AbortSignal.any([signal, limit]));
        signal.throwIfAborted();
        if (problem === undefined)
            return undefined;
        if (Date.now() + PAUSE_MS >= until)
            return problem;
        await (0,promises_.setTimeout)(PAUSE_MS, undefined, { signal });
    }
}

;// CONCATENATED MODULE: ./src/container/outside/search.ts
/**
 * Searches for a text of one line. Keeps no more of the output than the text
 * is long, however long its lines are.
 */
function createSearch(text) {
    const needle = Buffer.from(text);
    let isFound = false;
    let rest = Buffer.alloc(0);
    return {
        push(chunk) {
            if (isFound)
                return;
            const output = Buffer.concat([rest, chunk]);
            isFound = output.includes(needle);
            // The start of a match that the next piece ends, copied: a view would
            // keep all of the piece.
            const start = Math.max(0, output.length - needle.length + 1);
            rest = Buffer.from(output.subarray(start));
        },
        isFound: () => isFound
    };
}

// EXTERNAL MODULE: ./src/container/outside/test-script.ts
var test_script = __webpack_require__(5823);
;// CONCATENATED MODULE: ./src/container/outside/serve.ts








/**
 * Runs a server's container, tests it from outside by a script on the runner,
 * and stops it as an engine does in production, so that its shutdown is seen.
 * When it returns or throws, container and script have ended.
 *
 * @returns how it went: exit code 0 where the tests passed, however the
 *   container took its stop; `started: false` where it did not start
 * @throws TestsFailed where the container is not ready in time or ends before
 *   it is stopped, the script fails, or all of it takes too long; the
 *   signal's reason
 */
async function serve(podman, log, input) {
    const over = new AbortController();
    // The container's output and the script's, as they came.
    const output = (0,container_podman/* createTail */.$A)();
    const { value: served, timedOut } = await log.group(input.title, show => (0,deadline/* withDeadline */.N)(() => perform(podman, chunk => {
        output.push(chunk);
        show(chunk);
    }, input, over), async () => {
        over.abort();
        await input.kill();
    }, input));
    const run = { ...served.run, output: output.text() };
    const failure = timedOut ? (0,container_run/* tookTooLong */._J)(input) : served.failure;
    if (failure instanceof errors/* UserError */.yo)
        throw new container_run/* TestsFailed */.pF(failure, run);
    // A bug, to be told as it is.
    if (failure !== undefined)
        throw asError(failure);
    if (!run.started)
        return run;
    if (run.exitCode === KILLED)
        log.warning(notGraceful(input));
    return { ...run, exitCode: 0 };
}
/** 128 and SIGKILL, by which `podman stop` ends what did not obey in time. */
const KILLED = 137;
function notGraceful({ stopTimeoutMs }) {
    return `the container did not shut down within ${stopTimeoutMs / 1000} seconds and was killed: calls of its shutdown may be missing from the profile. Raise \`stop-timeout\`; a first process that does not handle its stop signal, such as a shell, ignores it: start the server with \`exec\`, or add \`--init\` to \`run-args\`.`;
}
/** @param over aborted when the container has ended or must end */
async function perform(podman, show, input, over) {
    const { name, ready, readyTimeoutMs, script } = input;
    const { signal } = over;
    const search = ready.kind === 'log' ? createSearch(ready.text) : undefined;
    const ended = input
        .run(chunk => {
        if (typeof chunk !== 'string')
            search?.push(chunk);
        show(chunk);
    })
        .finally(() => {
        over.abort();
    });
    // It is awaited below, and may fail before that.
    ended.catch(() => undefined);
    let phase = 'starting';
    let probe;
    try {
        const endpoint = await (0,outside_endpoint/* awaitEndpoint */.Ad)(podman, name, signal);
        probe = createProbe(ready, { name, ...endpoint }, podman, search);
        const problem = await awaitReady(probe, readyTimeoutMs, signal);
        if (problem !== undefined)
            throw notReady(probe, problem, input);
        phase = 'testing';
        const environment = (0,test_script/* scriptEnvironment */.F5)(input.environment, name, endpoint);
        const { directory } = input;
        await (0,test_script/* runTestScript */.F2)(script, { directory, environment, show, signal });
        phase = 'stopping';
        await stop(podman, input);
        return { run: await ended };
    }
    catch (failure) {
        if (!signal.aborted && !(await hasEnded(podman, name))) {
            await input.kill();
            return { run: await ended, failure };
        }
        const run = await ended;
        if (!run.started || phase === 'stopping')
            return { run };
        return { run, failure: endedEarly(run, phase, failure) };
    }
    finally {
        await probe?.close();
    }
}
/** Whether it is known to have ended, be it that `podman run` has not yet. */
async function hasEnded(podman, name) {
    const endpoint = await (0,outside_endpoint/* findEndpoint */.vS)(podman, name).catch(() => undefined);
    return endpoint?.running === false;
}
async function stop(podman, { name, stopTimeoutMs }) {
    const seconds = Math.ceil(stopTimeoutMs / 1000);
    const result = await podman.run(['stop', `--time=${seconds}`, name]);
    if (result.exitCode !== 0) {
        throw new errors/* UserError */.yo(`the container ${name} could not be stopped: ${(0,container_podman/* lastLines */.w$)(result.stderr, 3)}`, { hint: 'It was killed. See what podman says of it in the journal.' });
    }
}
function notReady({ what }, problem, { readyTimeoutMs }) {
    return new errors/* UserError */.yo(`the container was not ready within ${readyTimeoutMs / 1000} seconds (${what}): ${problem}`, {
        hint: 'See in the log what it does, mend `ready` or raise `ready-timeout`.'
    });
}
function asError(thrown) {
    return thrown instanceof Error ? thrown : new Error(String(thrown));
}
function endedEarly({ exitCode }, phase, failure) {
    const when = phase === 'starting' ? 'before it was ready' : 'while the test script ran';
    const because = failure instanceof errors/* UserError */.yo ? ` (${failure.message})` : '';
    return new errors/* UserError */.yo(`the container ended with exit code ${exitCode} ${when}${because}`, { hint: 'See its output in the log. The profile was not touched.' });
}

;// CONCATENATED MODULE: ./src/suite/run-suite.ts


/**
 * Runs the tests once, in the container or from outside. The container stays.
 *
 * @param title what the log calls this run
 * @param traced options of `podman run` besides the workflow's, and the command
 *   that runs it
 * @throws TestsFailed where they take too long or fail from outside; Cancelled
 */
function runTestsOnce({ image, inputs, environment, world }, title, { options, wrap }) {
    const { podman, log, signal, container: name } = world;
    const { tests, directory, timeoutMs, runArgs, source } = inputs;
    const container = {
        image,
        name,
        directory,
        command: tests.command,
        mayPull: source.kind === 'image',
        options: [...options, ...runArgs],
        wrap
    };
    if (tests.kind === 'inside') {
        return (0,container_run/* runTests */.N$)(podman, log, { ...container, title, timeoutMs, signal });
    }
    return serve(podman, log, {
        ...{ ...tests, title, name, directory, environment, timeoutMs, signal },
        run: show => (0,container_run/* runContainer */.zR)(podman, container, show),
        kill: () => (0,container_run/* endTests */.Xq)(podman, name)
    });
}


/***/ }),

/***/ 729:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M2: () => (/* binding */ NotRecorded),
/* harmony export */   r3: () => (/* binding */ untraced),
/* harmony export */   s: () => (/* binding */ RecorderFailed),
/* harmony export */   uP: () => (/* binding */ trace)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _container_run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3042);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3916);




/** A recorder that cannot record here, as its first container showed. */
class RecorderFailed extends _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo {
    recorder;
    constructor(recorder, reason) {
        super(reason.message, {
            cause: reason,
            ...(reason.hint !== undefined && { hint: reason.hint })
        });
        this.recorder = recorder;
    }
}
/** A container ran, and its recording cannot be used. */
class NotRecorded extends _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo {
}
/**
 * Runs a container under one recorder, or under a second one that is a check
 * on the first. Whatever happens, container and recorders
 * are gone when it returns or throws.
 *
 * @param run runs the container to its end
 * @param check throws where the run is no success
 * @throws RecorderFailed where a recorder kept the container from starting, or
 *   cannot start itself; UserError where a recording is not complete
 */
async function trace({ first, second }, world, run, check) {
    const { podman, log, container } = world;
    const sessions = [];
    try {
        for (const recorder of second ? [first, second] : [first]) {
            const { name } = recorder;
            const scratch = await node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default().mkdtemp(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(world.scratch, `${name}-`));
            const session = await recorder
                .start({ scratch, signal: world.signal })
                .catch(failedAs(name));
            sessions.push({ name, session });
        }
        const all = sessions.map(({ session }) => session);
        const ended = await run({
            options: all.flatMap(({ options }) => options),
            wrap: argv => all.reduce((wrapped, one) => one.wrap(wrapped), argv)
        });
        if (!ended.started) {
            for (const { name, session } of sessions) {
                const reason = await session.explain(ended.stderr);
                if (reason)
                    throw new RecorderFailed(name, reason);
            }
        }
        check(ended);
        const [counts, checks] = all;
        if (!counts)
            throw new Error('nothing recorded');
        const { id, finishedAt } = ended;
        const observation = await counts.finish(id, finishedAt).catch(notRecorded);
        refuseLost(observation);
        const other = await checks?.finish(id, finishedAt).catch(
        // It is a check only, whatever it has lost.
        (error) => {
            if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo)
                return error;
            throw error;
        });
        return { run: ended, first: observation, second: other };
    }
    finally {
        await removeTraced(podman, log, container);
        for (const { session } of sessions) {
            await session.close().catch((error) => {
                log.warning((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error));
            });
        }
    }
}
/**
 * Runs a container that nobody records. It is gone when this returns or
 * throws.
 *
 * @param run runs it to its end
 */
async function untraced({ podman, log, container }, run) {
    try {
        return await run({ options: [], wrap: argv => argv });
    }
    finally {
        await removeTraced(podman, log, container);
    }
}
/** A failure here must not hide the run's own; the post step tries again. */
async function removeTraced(podman, log, container) {
    await (0,_container_run_js__WEBPACK_IMPORTED_MODULE_2__/* .removeContainer */ .od)(podman, container).catch((error) => {
        log.warning((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error));
    });
}
function notRecorded(error) {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo))
        throw error;
    const { message, hint } = error;
    throw new NotRecorded(message, hint === undefined ? {} : { hint });
}
function failedAs(recorder) {
    return (error) => {
        throw error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo
            ? new RecorderFailed(recorder, error)
            : error;
    };
}
/** An incomplete recording would make a profile that breaks production. */
function refuseLost({ lost }) {
    if (lost.length === 0)
        return;
    const what = lost.map(sentence => sentence.replace(/\.$/, '')).join('; ');
    throw new NotRecorded(`the recording is not complete: ${what}`, {
        hint: 'It was not used, and the profile was not touched. Run the job again; if it stays so, try another `recorder`.'
    });
}


/***/ }),

/***/ 3712:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wm: () => (/* binding */ tryRecorder),
/* harmony export */   XS: () => (/* binding */ TRIAL),
/* harmony export */   qg: () => (/* binding */ tryEngine)
/* harmony export */ });
/* unused harmony export trialCheck */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _container_podman_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2166);
/* harmony import */ var _container_run_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3042);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3916);
/* harmony import */ var _floor_noop_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(416);
/* harmony import */ var _trace_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(729);







/** What the row of a trial is called. */
const TRIAL = 'trial';
/** Our program's name in its container, and its one call. */
const PROGRAM = 'noop';
const CALL = 'exit_group';
/** How long a container that does nothing may take. */
const LIMIT_MS = 120_000;
/** No container ran, so that nothing is known of the recorder. */
class NotTried extends _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo {
}
/**
 * Lets a recorder record a container of ours, in which a program makes one
 * system call: that it starts does not show that it sees.
 *
 * @param world its container's name is free again afterwards
 * @returns `missing` where the recorder did not see the call, `weak` where no
 *   container came to be and nothing is known
 * @throws Cancelled
 */
async function tryRecorder(recorder, architecture, world) {
    const root = await makeRoot(architecture, world.scratch);
    if (!root)
        return noProgram(architecture);
    try {
        const { first } = await (0,_trace_js__WEBPACK_IMPORTED_MODULE_6__/* .trace */ .uP)({ first: recorder, second: undefined }, world, traced => runNoop(world, root, `Try ${recorder.name}`, traced), refuseFailed);
        return trialCheck(first);
    }
    catch (error) {
        return failedCheck(error);
    }
}
/**
 * Starts the same container with nobody watching: whether podman can at all.
 *
 * @returns `missing` where it cannot
 * @throws Cancelled
 */
async function tryEngine(architecture, world) {
    const name = 'container';
    const root = await makeRoot(architecture, world.scratch);
    if (!root)
        return { ...noProgram(architecture), name };
    try {
        refuseFailed(await (0,_trace_js__WEBPACK_IMPORTED_MODULE_6__/* .untraced */ .r3)(world, traced => runNoop(world, root, 'Try podman', traced)));
        return { name, state: 'ok', found: 'podman started one of ours' };
    }
    catch (error) {
        return { ...failedCheck(error), name, state: 'missing' };
    }
}
/** What a recording of our container comes to. */
function trialCheck({ calls }) {
    const programs = calls.find(({ name }) => name === CALL)?.programs;
    const ours = `${CALL} by ${PROGRAM}`;
    const recorded = (what) => ({
        name: TRIAL,
        state: 'ok',
        found: `recorded a program of ours: ${what}`
    });
    if (programs?.some(({ comm }) => comm === PROGRAM))
        return recorded(ours);
    // The hook knows of no programs.
    if (programs?.length === 0)
        return recorded(CALL);
    return {
        name: TRIAL,
        state: 'missing',
        found: `did not record a program of ours: among ${calls.length} calls there is no ${ours}`,
        mend: 'Take another version of it, or another `recorder`.'
    };
}
function failedCheck(error) {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo))
        throw error;
    const { message, hint } = error;
    const isKnown = error instanceof _trace_js__WEBPACK_IMPORTED_MODULE_6__/* .RecorderFailed */ .s || error instanceof _trace_js__WEBPACK_IMPORTED_MODULE_6__/* .NotRecorded */ .M2;
    return {
        name: TRIAL,
        state: isKnown ? 'missing' : 'weak',
        found: asLine(isKnown ? message : `not tried: ${message}`),
        ...(hint !== undefined && { mend: asLine(hint) })
    };
}
function asLine(text) {
    return text.trim().replace(/\s+/g, ' ');
}
function noProgram(architecture) {
    return {
        name: TRIAL,
        state: 'absent',
        found: `not tried: there is no program of ours for ${architecture}`
    };
}
/**
 * A directory that holds our program and nothing else.
 *
 * @returns undefined for an architecture that has no such program
 */
async function makeRoot(architecture, scratch) {
    const program = (0,_floor_noop_js__WEBPACK_IMPORTED_MODULE_5__/* .noopProgram */ .z)(architecture);
    if (!program)
        return undefined;
    const root = node_path__WEBPACK_IMPORTED_MODULE_1___default().join(scratch, 'rootfs');
    const file = node_path__WEBPACK_IMPORTED_MODULE_1___default().join(root, PROGRAM);
    await node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default().mkdir(root, { recursive: true });
    await node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default().writeFile(file, program);
    // The umask may have taken it from a container's user.
    for (const entry of [root, file])
        await node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default().chmod(entry, 0o755);
    return root;
}
/** Runs our container; under it is an overlay, so that the directory stays. */
async function runNoop({ podman, log, signal, container, scratch }, root, title, { options, wrap }) {
    return (0,_container_run_js__WEBPACK_IMPORTED_MODULE_3__/* .runTests */ .N$)(podman, log, {
        title: `${title}: start a container that does nothing`,
        ...{ name: container, signal, wrap, mayPull: false },
        image: `${root}:O`,
        command: [`/${PROGRAM}`],
        options: [
            ...options,
            '--rootfs',
            '--network=none',
            '--log-driver=none',
            '--security-opt=label=disable'
        ],
        directory: scratch,
        timeoutMs: LIMIT_MS
    });
}
function refuseFailed({ started, exitCode, stderr }) {
    if (started && exitCode === 0)
        return;
    throw new NotTried(`podman could not run a container that does nothing (exit code ${exitCode})`, { hint: `podman said: ${(0,_container_podman_js__WEBPACK_IMPORTED_MODULE_2__/* .lastLines */ .w$)(stderr, 3)}` });
}


/***/ }),

/***/ 302:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ SUB_ARCHITECTURES),
/* harmony export */   X: () => (/* binding */ ARCHITECTURES)
/* harmony export */ });
/** Architectures, runtime-spec `architectures`. */
const ARCHITECTURES = [
    'SCMP_ARCH_X86',
    'SCMP_ARCH_X86_64',
    'SCMP_ARCH_X32',
    'SCMP_ARCH_ARM',
    'SCMP_ARCH_AARCH64',
    'SCMP_ARCH_LOONGARCH64',
    'SCMP_ARCH_M68K',
    'SCMP_ARCH_MIPS',
    'SCMP_ARCH_MIPS64',
    'SCMP_ARCH_MIPS64N32',
    'SCMP_ARCH_MIPSEL',
    'SCMP_ARCH_MIPSEL64',
    'SCMP_ARCH_MIPSEL64N32',
    'SCMP_ARCH_PPC',
    'SCMP_ARCH_PPC64',
    'SCMP_ARCH_PPC64LE',
    'SCMP_ARCH_S390',
    'SCMP_ARCH_S390X',
    'SCMP_ARCH_SH',
    'SCMP_ARCH_SHEB',
    'SCMP_ARCH_PARISC',
    'SCMP_ARCH_PARISC64',
    'SCMP_ARCH_RISCV64'
];
/**
 * The architectures whose programs a machine's kernel runs beside its own
 * (Kconfig of the kernel's arch/: IA32_EMULATION and X86_X32_ABI, COMPAT,
 * MIPS32_O32 and MIPS32_N32; and podman's and moby's `archMap`, which put the
 * MIPS ABIs of 64 bits below each other).
 */
const SUB_ARCHITECTURES = {
    SCMP_ARCH_X86_64: ['SCMP_ARCH_X86', 'SCMP_ARCH_X32'],
    SCMP_ARCH_AARCH64: ['SCMP_ARCH_ARM'],
    SCMP_ARCH_MIPS64: ['SCMP_ARCH_MIPS', 'SCMP_ARCH_MIPS64N32'],
    SCMP_ARCH_MIPS64N32: ['SCMP_ARCH_MIPS'],
    SCMP_ARCH_MIPSEL64: ['SCMP_ARCH_MIPSEL', 'SCMP_ARCH_MIPSEL64N32'],
    SCMP_ARCH_MIPSEL64N32: ['SCMP_ARCH_MIPSEL'],
    SCMP_ARCH_PARISC64: ['SCMP_ARCH_PARISC'],
    SCMP_ARCH_PPC64: ['SCMP_ARCH_PPC'],
    SCMP_ARCH_S390X: ['SCMP_ARCH_S390']
};


/***/ }),

/***/ 9314:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ PODMAN_DEFAULT_CAPABILITIES)
/* harmony export */ });
/* unused harmony export MOBY_DEFAULT_CAPABILITIES */
/**
 * The capabilities that podman gives a container by default.
 *
 * Source: containers/common pkg/config, `DefaultCapabilities`.
 */
const PODMAN_DEFAULT_CAPABILITIES = [
    'CAP_CHOWN',
    'CAP_DAC_OVERRIDE',
    'CAP_FOWNER',
    'CAP_FSETID',
    'CAP_KILL',
    'CAP_NET_BIND_SERVICE',
    'CAP_SETFCAP',
    'CAP_SETGID',
    'CAP_SETPCAP',
    'CAP_SETUID',
    'CAP_SYS_CHROOT'
];
/**
 * The capabilities that Docker gives a container by default.
 *
 * Source: moby oci/caps, `DefaultCapabilities`.
 */
const MOBY_DEFAULT_CAPABILITIES = [
    ...PODMAN_DEFAULT_CAPABILITIES,
    'CAP_AUDIT_WRITE',
    'CAP_MKNOD',
    'CAP_NET_RAW'
];


/***/ }),

/***/ 4216:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ GROUP_NAMES),
  SY: () => (/* binding */ expandGroup),
  c1: () => (/* binding */ groupsOf)
});

;// CONCATENATED MODULE: ./src/syscalls/groups.json
const groups_namespaceObject = /*#__PURE__*/JSON.parse('{"$comment":"Made by `sudo python3 scripts/generate-syscalls.py` from Debian trixie\'s systemd 257.13-1~deb13u1; do not edit.","@default":["@sandbox","arch_prctl","brk","cacheflush","clock_getres","clock_getres_time64","clock_gettime","clock_gettime64","clock_nanosleep","clock_nanosleep_time64","execve","exit","exit_group","futex","futex_time64","futex_waitv","get_robust_list","get_thread_area","getegid","getegid32","geteuid","geteuid32","getgid","getgid32","getgroups","getgroups32","getpgid","getpgrp","getpid","getppid","getrandom","getresgid","getresgid32","getresuid","getresuid32","getrlimit","getsid","gettid","gettimeofday","getuid","getuid32","lsm_get_self_attr","lsm_list_modules","membarrier","mmap","mmap2","mprotect","mseal","munmap","nanosleep","pause","prlimit64","restart_syscall","riscv_flush_icache","riscv_hwprobe","rseq","rt_sigreturn","sched_getaffinity","sched_yield","set_robust_list","set_thread_area","set_tid_address","set_tls","sigreturn","time","ugetrlimit","uretprobe"],"@aio":["io_cancel","io_destroy","io_getevents","io_pgetevents","io_pgetevents_time64","io_setup","io_submit","io_uring_enter","io_uring_register","io_uring_setup"],"@basic-io":["_llseek","close","close_range","dup","dup2","dup3","llseek","lseek","pread64","preadv","preadv2","pwrite64","pwritev","pwritev2","read","readv","write","writev"],"@chown":["chown","chown32","fchown","fchown32","fchownat","lchown","lchown32"],"@clock":["adjtimex","clock_adjtime","clock_adjtime64","clock_settime","clock_settime64","settimeofday"],"@cpu-emulation":["modify_ldt","subpage_prot","switch_endian","vm86","vm86old"],"@debug":["lookup_dcookie","perf_event_open","pidfd_getfd","ptrace","rtas","s390_runtime_instr","sys_debug_setcontext"],"@file-system":["access","chdir","chmod","close","creat","faccessat","faccessat2","fallocate","fchdir","fchmod","fchmodat","fchmodat2","fcntl","fcntl64","fgetxattr","file_getattr","file_setattr","flistxattr","fremovexattr","fsetxattr","fstat","fstat64","fstatat","fstatat64","fstatfs","fstatfs64","ftruncate","ftruncate64","futimesat","getcwd","getdents","getdents64","getxattr","getxattrat","inotify_add_watch","inotify_init","inotify_init1","inotify_rm_watch","lgetxattr","link","linkat","listmount","listxattr","listxattrat","llistxattr","lremovexattr","lsetxattr","lstat","lstat64","mkdir","mkdirat","mknod","mknodat","newfstat","newfstatat","oldfstat","oldlstat","oldstat","open","openat","openat2","readlink","readlinkat","removexattr","removexattrat","rename","renameat","renameat2","rmdir","setxattr","setxattrat","stat","stat64","statfs","statfs64","statmount","statx","symlink","symlinkat","truncate","truncate64","unlink","unlinkat","utime","utimensat","utimensat_time64","utimes"],"@io-event":["_newselect","epoll_create","epoll_create1","epoll_ctl","epoll_ctl_old","epoll_pwait","epoll_pwait2","epoll_wait","epoll_wait_old","eventfd","eventfd2","poll","ppoll","ppoll_time64","pselect6","pselect6_time64","select"],"@ipc":["ipc","memfd_create","mq_getsetattr","mq_notify","mq_open","mq_timedreceive","mq_timedreceive_time64","mq_timedsend","mq_timedsend_time64","mq_unlink","msgctl","msgget","msgrcv","msgsnd","pipe","pipe2","process_madvise","process_vm_readv","process_vm_writev","semctl","semget","semop","semtimedop","semtimedop_time64","shmat","shmctl","shmdt","shmget"],"@keyring":["add_key","keyctl","request_key"],"@memlock":["mlock","mlock2","mlockall","munlock","munlockall"],"@module":["delete_module","finit_module","init_module"],"@mount":["chroot","fsconfig","fsmount","fsopen","fspick","mount","mount_setattr","move_mount","open_tree","pivot_root","umount","umount2"],"@network-io":["accept","accept4","bind","connect","getpeername","getsockname","getsockopt","listen","recv","recvfrom","recvmmsg","recvmmsg_time64","recvmsg","send","sendmmsg","sendmsg","sendto","setsockopt","shutdown","socket","socketcall","socketpair"],"@obsolete":["_sysctl","afs_syscall","bdflush","break","create_module","ftime","get_kernel_syms","getpmsg","gtty","idle","lock","mpx","prof","profil","putpmsg","query_module","security","sgetmask","ssetmask","stime","stty","sysfs","tuxcall","ulimit","uselib","ustat","vserver"],"@pkey":["pkey_alloc","pkey_free","pkey_mprotect"],"@privileged":["@chown","@clock","@module","@raw-io","@reboot","@swap","_sysctl","acct","bpf","capset","chroot","fanotify_init","fanotify_mark","nfsservctl","open_by_handle_at","pivot_root","quotactl","quotactl_fd","setdomainname","setfsuid","setfsuid32","setgroups","setgroups32","sethostname","setresuid","setresuid32","setreuid","setreuid32","setuid","setuid32","vhangup"],"@process":["capget","clone","clone3","execveat","fork","getrusage","kill","pidfd_open","pidfd_send_signal","prctl","rt_sigqueueinfo","rt_tgsigqueueinfo","setns","swapcontext","tgkill","times","tkill","unshare","vfork","wait4","waitid","waitpid"],"@raw-io":["ioperm","iopl","pciconfig_iobase","pciconfig_read","pciconfig_write","s390_pci_mmio_read","s390_pci_mmio_write"],"@reboot":["kexec_file_load","kexec_load","reboot"],"@resources":["ioprio_set","mbind","migrate_pages","move_pages","nice","sched_setaffinity","sched_setattr","sched_setparam","sched_setscheduler","set_mempolicy","set_mempolicy_home_node","setpriority","setrlimit"],"@sandbox":["landlock_add_rule","landlock_create_ruleset","landlock_restrict_self","seccomp"],"@setuid":["setgid","setgid32","setgroups","setgroups32","setregid","setregid32","setresgid","setresgid32","setresuid","setresuid32","setreuid","setreuid32","setuid","setuid32"],"@signal":["rt_sigaction","rt_sigpending","rt_sigprocmask","rt_sigsuspend","rt_sigtimedwait","rt_sigtimedwait_time64","sigaction","sigaltstack","signal","signalfd","signalfd4","sigpending","sigprocmask","sigsuspend"],"@swap":["swapoff","swapon"],"@sync":["fdatasync","fsync","msync","sync","sync_file_range","sync_file_range2","syncfs"],"@system-service":["@aio","@basic-io","@chown","@default","@file-system","@io-event","@ipc","@keyring","@memlock","@network-io","@process","@resources","@setuid","@signal","@sync","@timer","arm_fadvise64_64","capget","capset","copy_file_range","fadvise64","fadvise64_64","flock","get_mempolicy","getcpu","getpriority","ioctl","ioprio_get","kcmp","madvise","mremap","name_to_handle_at","oldolduname","olduname","personality","readahead","readdir","remap_file_pages","sched_get_priority_max","sched_get_priority_min","sched_getattr","sched_getparam","sched_getscheduler","sched_rr_get_interval","sched_rr_get_interval_time64","sched_yield","sendfile","sendfile64","setfsgid","setfsgid32","setfsuid","setfsuid32","setpgid","setsid","splice","sysinfo","tee","umask","uname","userfaultfd","vmsplice"],"@timer":["alarm","getitimer","setitimer","timer_create","timer_delete","timer_getoverrun","timer_gettime","timer_gettime64","timer_settime","timer_settime64","timerfd_create","timerfd_gettime","timerfd_gettime64","timerfd_settime","timerfd_settime64","times"]}');
;// CONCATENATED MODULE: ./src/syscalls/groups.ts

/** Each group's members; the note on where the file is from is none. */
const MEMBERS = new Map(Object.entries(groups_namespaceObject).filter((entry) => Array.isArray(entry[1])));
/** The names of systemd's groups of system calls, `@aio` and so on, sorted. */
const GROUP_NAMES = [...MEMBERS.keys()].sort();
/**
 * The calls of one of systemd's groups, those of the groups within it
 * included, sorted; undefined where there is no such group.
 *
 * Source: `systemd-analyze syscall-filter`, systemd.exec(5)
 * "SystemCallFilter=".
 */
function expandGroup(group) {
    if (!MEMBERS.has(group))
        return undefined;
    return [...new Set(membersOf(group))].sort();
}
/**
 * The groups that a call is in, be it through another group, sorted; none for
 * a call that systemd has in no group.
 */
function groupsOf(name) {
    groupsByName ??= invert();
    return groupsByName.get(name) ?? [];
}
let groupsByName;
function invert() {
    const byName = new Map();
    for (const group of GROUP_NAMES) {
        for (const name of expandGroup(group) ?? []) {
            byName.set(name, [...(byName.get(name) ?? []), group]);
        }
    }
    return byName;
}
function membersOf(group) {
    return (MEMBERS.get(group) ?? []).flatMap(member => member.startsWith('@') ? membersOf(member) : [member]);
}


/***/ }),

/***/ 2740:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ RUNTIME_BY_CHANCE),
/* harmony export */   l: () => (/* binding */ ALWAYS_KEPT)
/* harmony export */ });
/**
 * Calls that every profile allows, because a container may need them at any
 * moment and a recording can miss them by chance. None of them reaches
 * beyond the calling process.
 */
const ALWAYS_KEPT = [
    // A process cannot end without them.
    'exit',
    'exit_group',
    // Every lock that is contended, so every threaded program, at random.
    'futex',
    // The kernel makes the program issue it when a signal stops a sleep
    // (restart_syscall(2)).
    'restart_syscall',
    // The way back from every signal handler. runc's Go init takes SIGURG
    // between loading the filter and exec; a start dies there without it.
    'rt_sigreturn',
    // How a thread gives way to another that holds a lock. Go's scheduler makes
    // it in runc's init, after the filter was loaded in perhaps one of a thousand
    // starts: two such were seen, and none in 500 others on a busy machine.
    'sched_yield'
];
/**
 * Calls that runc's init (a Go program) makes or does not make by chance
 * before it has loaded the filter, so that a recorder that begins before that
 * and cannot tell them from the application's, as the hook, has them in one
 * recording and not in the next. 100 recordings of `ls -l /` under runc 1.1.5:
 * tgkill in 84, rt_sigreturn in 76; clone3, gettid, rt_sigprocmask and
 * sigaltstack together in 4 (a thread started late). getpid, nanosleep and
 * set_robust_list belong to the same acts (signalling a thread, backing off,
 * starting a thread). After the filter was loaded, none of them came and went
 * in 600 starts (src/floor/floor-table.json), and in 500 on a busy machine.
 */
const RUNTIME_BY_CHANCE = [
    'clone3',
    'getpid',
    'gettid',
    'nanosleep',
    'rseq',
    'rt_sigprocmask',
    'set_robust_list',
    'sigaltstack',
    'tgkill'
];


/***/ }),

/***/ 2639:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ multiplexed),
/* harmony export */   n: () => (/* binding */ MULTIPLEXERS)
/* harmony export */ });
/** The calls that others are made through. */
const MULTIPLEXERS = ['socketcall', 'ipc'];
/**
 * How a call is made through socketcall(2) or ipc(2) on the architectures
 * that have them; undefined for any other call. libseccomp adds a rule about
 * such a call to both ways (its `abi_rule_add`).
 *
 * Numbers: the kernel's include/uapi/linux/net.h (`SYS_*`) and
 * include/uapi/linux/ipc.h (`SEMOP` and so on).
 */
function multiplexed(name, architecture) {
    return WITH_MULTIPLEXERS.has(architecture) ? CALLS.get(name) : undefined;
}
const WITH_MULTIPLEXERS = new Set([
    'SCMP_ARCH_X86',
    'SCMP_ARCH_S390',
    'SCMP_ARCH_S390X',
    'SCMP_ARCH_PPC',
    'SCMP_ARCH_PPC64',
    'SCMP_ARCH_PPC64LE'
]);
const SOCKETCALLS = {
    socket: 1,
    bind: 2,
    connect: 3,
    listen: 4,
    accept: 5,
    getsockname: 6,
    getpeername: 7,
    socketpair: 8,
    send: 9,
    recv: 10,
    sendto: 11,
    recvfrom: 12,
    shutdown: 13,
    setsockopt: 14,
    getsockopt: 15,
    sendmsg: 16,
    recvmsg: 17,
    accept4: 18,
    recvmmsg: 19,
    sendmmsg: 20
};
const IPC_CALLS = {
    semop: 1,
    semget: 2,
    semctl: 3,
    semtimedop: 4,
    msgsnd: 11,
    msgrcv: 12,
    msgget: 13,
    msgctl: 14,
    shmat: 21,
    shmdt: 22,
    shmget: 23,
    shmctl: 24
};
const CALLS = new Map([
    ...entries('socketcall', SOCKETCALLS),
    ...entries('ipc', IPC_CALLS)
]);
function entries(by, calls) {
    return Object.entries(calls).map(([name, call]) => [name, { by, call }]);
}


/***/ }),

/***/ 3244:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ nearestName)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1916);
/* harmony import */ var _numbers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3952);


/**
 * The known system call that a mistyped name most likely means, on any
 * architecture; undefined where none is near, or where the name is known.
 * Near is up to a third of the name's letters (rounded up), three at most (Levenshtein);
 * among equals, the first by the alphabet.
 */
function nearestName(name) {
    const known = (0,_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .syscallNames */ .EE)();
    if (known.has(name))
        return undefined;
    const written = name.trim().toLowerCase();
    const near = Math.min(3, Math.ceil(written.length / 3));
    let best;
    for (const candidate of known) {
        if (Math.abs(candidate.length - written.length) > near)
            continue;
        const apart = (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(written, candidate);
        if (best === undefined || apart < best.apart) {
            best = { name: candidate, apart };
        }
    }
    return best && best.apart <= near ? best.name : undefined;
}


/***/ }),

/***/ 3952:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ui: () => (/* binding */ isX32),
  EE: () => (/* binding */ syscallNames),
  Q3: () => (/* binding */ syscallNumbers),
  $o: () => (/* binding */ syscallsByNumber)
});

;// CONCATENATED MODULE: ./src/syscalls/numbers.json
const numbers_namespaceObject = /*#__PURE__*/JSON.parse('{"$comment":"Made by `sudo python3 scripts/generate-syscalls.py` from Debian trixie\'s linux-libc-dev 6.12.117-1, libseccomp2 2.6.0-2; do not edit.","SCMP_ARCH_X86_64":{"_sysctl":156,"accept":43,"accept4":288,"access":21,"acct":163,"add_key":248,"adjtimex":159,"afs_syscall":183,"alarm":37,"arch_prctl":158,"bind":49,"bpf":321,"brk":12,"cachestat":451,"capget":125,"capset":126,"chdir":80,"chmod":90,"chown":92,"chroot":161,"clock_adjtime":305,"clock_getres":229,"clock_gettime":228,"clock_nanosleep":230,"clock_settime":227,"clone":56,"clone3":435,"close":3,"close_range":436,"connect":42,"copy_file_range":326,"creat":85,"create_module":174,"delete_module":176,"dup":32,"dup2":33,"dup3":292,"epoll_create":213,"epoll_create1":291,"epoll_ctl":233,"epoll_ctl_old":214,"epoll_pwait":281,"epoll_pwait2":441,"epoll_wait":232,"epoll_wait_old":215,"eventfd":284,"eventfd2":290,"execve":59,"execveat":322,"exit":60,"exit_group":231,"faccessat":269,"faccessat2":439,"fadvise64":221,"fallocate":285,"fanotify_init":300,"fanotify_mark":301,"fchdir":81,"fchmod":91,"fchmodat":268,"fchmodat2":452,"fchown":93,"fchownat":260,"fcntl":72,"fdatasync":75,"fgetxattr":193,"finit_module":313,"flistxattr":196,"flock":73,"fork":57,"fremovexattr":199,"fsconfig":431,"fsetxattr":190,"fsmount":432,"fsopen":430,"fspick":433,"fstat":5,"fstatfs":138,"fsync":74,"ftruncate":77,"futex":202,"futex_requeue":456,"futex_wait":455,"futex_waitv":449,"futex_wake":454,"futimesat":261,"get_kernel_syms":177,"get_mempolicy":239,"get_robust_list":274,"get_thread_area":211,"getcpu":309,"getcwd":79,"getdents":78,"getdents64":217,"getegid":108,"geteuid":107,"getgid":104,"getgroups":115,"getitimer":36,"getpeername":52,"getpgid":121,"getpgrp":111,"getpid":39,"getpmsg":181,"getppid":110,"getpriority":140,"getrandom":318,"getresgid":120,"getresuid":118,"getrlimit":97,"getrusage":98,"getsid":124,"getsockname":51,"getsockopt":55,"gettid":186,"gettimeofday":96,"getuid":102,"getxattr":191,"getxattrat":464,"init_module":175,"inotify_add_watch":254,"inotify_init":253,"inotify_init1":294,"inotify_rm_watch":255,"io_cancel":210,"io_destroy":207,"io_getevents":208,"io_pgetevents":333,"io_setup":206,"io_submit":209,"io_uring_enter":426,"io_uring_register":427,"io_uring_setup":425,"ioctl":16,"ioperm":173,"iopl":172,"ioprio_get":252,"ioprio_set":251,"kcmp":312,"kexec_file_load":320,"kexec_load":246,"keyctl":250,"kill":62,"landlock_add_rule":445,"landlock_create_ruleset":444,"landlock_restrict_self":446,"lchown":94,"lgetxattr":192,"link":86,"linkat":265,"listen":50,"listmount":458,"listxattr":194,"listxattrat":465,"llistxattr":195,"lookup_dcookie":212,"lremovexattr":198,"lseek":8,"lsetxattr":189,"lsm_get_self_attr":459,"lsm_list_modules":461,"lsm_set_self_attr":460,"lstat":6,"madvise":28,"map_shadow_stack":453,"mbind":237,"membarrier":324,"memfd_create":319,"memfd_secret":447,"migrate_pages":256,"mincore":27,"mkdir":83,"mkdirat":258,"mknod":133,"mknodat":259,"mlock":149,"mlock2":325,"mlockall":151,"mmap":9,"modify_ldt":154,"mount":165,"mount_setattr":442,"move_mount":429,"move_pages":279,"mprotect":10,"mq_getsetattr":245,"mq_notify":244,"mq_open":240,"mq_timedreceive":243,"mq_timedsend":242,"mq_unlink":241,"mremap":25,"mseal":462,"msgctl":71,"msgget":68,"msgrcv":70,"msgsnd":69,"msync":26,"munlock":150,"munlockall":152,"munmap":11,"name_to_handle_at":303,"nanosleep":35,"newfstatat":262,"nfsservctl":180,"open":2,"open_by_handle_at":304,"open_tree":428,"openat":257,"openat2":437,"pause":34,"perf_event_open":298,"personality":135,"pidfd_getfd":438,"pidfd_open":434,"pidfd_send_signal":424,"pipe":22,"pipe2":293,"pivot_root":155,"pkey_alloc":330,"pkey_free":331,"pkey_mprotect":329,"poll":7,"ppoll":271,"prctl":157,"pread64":17,"preadv":295,"preadv2":327,"prlimit64":302,"process_madvise":440,"process_mrelease":448,"process_vm_readv":310,"process_vm_writev":311,"pselect6":270,"ptrace":101,"putpmsg":182,"pwrite64":18,"pwritev":296,"pwritev2":328,"query_module":178,"quotactl":179,"quotactl_fd":443,"read":0,"readahead":187,"readlink":89,"readlinkat":267,"readv":19,"reboot":169,"recvfrom":45,"recvmmsg":299,"recvmsg":47,"remap_file_pages":216,"removexattr":197,"removexattrat":466,"rename":82,"renameat":264,"renameat2":316,"request_key":249,"restart_syscall":219,"rmdir":84,"rseq":334,"rt_sigaction":13,"rt_sigpending":127,"rt_sigprocmask":14,"rt_sigqueueinfo":129,"rt_sigreturn":15,"rt_sigsuspend":130,"rt_sigtimedwait":128,"rt_tgsigqueueinfo":297,"sched_get_priority_max":146,"sched_get_priority_min":147,"sched_getaffinity":204,"sched_getattr":315,"sched_getparam":143,"sched_getscheduler":145,"sched_rr_get_interval":148,"sched_setaffinity":203,"sched_setattr":314,"sched_setparam":142,"sched_setscheduler":144,"sched_yield":24,"seccomp":317,"security":185,"select":23,"semctl":66,"semget":64,"semop":65,"semtimedop":220,"sendfile":40,"sendmmsg":307,"sendmsg":46,"sendto":44,"set_mempolicy":238,"set_mempolicy_home_node":450,"set_robust_list":273,"set_thread_area":205,"set_tid_address":218,"setdomainname":171,"setfsgid":123,"setfsuid":122,"setgid":106,"setgroups":116,"sethostname":170,"setitimer":38,"setns":308,"setpgid":109,"setpriority":141,"setregid":114,"setresgid":119,"setresuid":117,"setreuid":113,"setrlimit":160,"setsid":112,"setsockopt":54,"settimeofday":164,"setuid":105,"setxattr":188,"setxattrat":463,"shmat":30,"shmctl":31,"shmdt":67,"shmget":29,"shutdown":48,"sigaltstack":131,"signalfd":282,"signalfd4":289,"socket":41,"socketpair":53,"splice":275,"stat":4,"statfs":137,"statmount":457,"statx":332,"swapoff":168,"swapon":167,"symlink":88,"symlinkat":266,"sync":162,"sync_file_range":277,"syncfs":306,"sysfs":139,"sysinfo":99,"syslog":103,"tee":276,"tgkill":234,"time":201,"timer_create":222,"timer_delete":226,"timer_getoverrun":225,"timer_gettime":224,"timer_settime":223,"timerfd_create":283,"timerfd_gettime":287,"timerfd_settime":286,"times":100,"tkill":200,"truncate":76,"tuxcall":184,"umask":95,"umount2":166,"uname":63,"unlink":87,"unlinkat":263,"unshare":272,"uretprobe":335,"uselib":134,"userfaultfd":323,"ustat":136,"utime":132,"utimensat":280,"utimes":235,"vfork":58,"vhangup":153,"vmsplice":278,"vserver":236,"wait4":61,"waitid":247,"write":1,"writev":20},"SCMP_ARCH_X86":{"_llseek":140,"_newselect":142,"_sysctl":149,"accept4":364,"access":33,"acct":51,"add_key":286,"adjtimex":124,"afs_syscall":137,"alarm":27,"arch_prctl":384,"bdflush":134,"bind":361,"bpf":357,"break":17,"brk":45,"cachestat":451,"capget":184,"capset":185,"chdir":12,"chmod":15,"chown":182,"chown32":212,"chroot":61,"clock_adjtime":343,"clock_adjtime64":405,"clock_getres":266,"clock_getres_time64":406,"clock_gettime":265,"clock_gettime64":403,"clock_nanosleep":267,"clock_nanosleep_time64":407,"clock_settime":264,"clock_settime64":404,"clone":120,"clone3":435,"close":6,"close_range":436,"connect":362,"copy_file_range":377,"creat":8,"create_module":127,"delete_module":129,"dup":41,"dup2":63,"dup3":330,"epoll_create":254,"epoll_create1":329,"epoll_ctl":255,"epoll_pwait":319,"epoll_pwait2":441,"epoll_wait":256,"eventfd":323,"eventfd2":328,"execve":11,"execveat":358,"exit":1,"exit_group":252,"faccessat":307,"faccessat2":439,"fadvise64":250,"fadvise64_64":272,"fallocate":324,"fanotify_init":338,"fanotify_mark":339,"fchdir":133,"fchmod":94,"fchmodat":306,"fchmodat2":452,"fchown":95,"fchown32":207,"fchownat":298,"fcntl":55,"fcntl64":221,"fdatasync":148,"fgetxattr":231,"finit_module":350,"flistxattr":234,"flock":143,"fork":2,"fremovexattr":237,"fsconfig":431,"fsetxattr":228,"fsmount":432,"fsopen":430,"fspick":433,"fstat":108,"fstat64":197,"fstatat64":300,"fstatfs":100,"fstatfs64":269,"fsync":118,"ftime":35,"ftruncate":93,"ftruncate64":194,"futex":240,"futex_requeue":456,"futex_time64":422,"futex_wait":455,"futex_waitv":449,"futex_wake":454,"futimesat":299,"get_kernel_syms":130,"get_mempolicy":275,"get_robust_list":312,"get_thread_area":244,"getcpu":318,"getcwd":183,"getdents":141,"getdents64":220,"getegid":50,"getegid32":202,"geteuid":49,"geteuid32":201,"getgid":47,"getgid32":200,"getgroups":80,"getgroups32":205,"getitimer":105,"getpeername":368,"getpgid":132,"getpgrp":65,"getpid":20,"getpmsg":188,"getppid":64,"getpriority":96,"getrandom":355,"getresgid":171,"getresgid32":211,"getresuid":165,"getresuid32":209,"getrlimit":76,"getrusage":77,"getsid":147,"getsockname":367,"getsockopt":365,"gettid":224,"gettimeofday":78,"getuid":24,"getuid32":199,"getxattr":229,"getxattrat":464,"gtty":32,"idle":112,"init_module":128,"inotify_add_watch":292,"inotify_init":291,"inotify_init1":332,"inotify_rm_watch":293,"io_cancel":249,"io_destroy":246,"io_getevents":247,"io_pgetevents":385,"io_pgetevents_time64":416,"io_setup":245,"io_submit":248,"io_uring_enter":426,"io_uring_register":427,"io_uring_setup":425,"ioctl":54,"ioperm":101,"iopl":110,"ioprio_get":290,"ioprio_set":289,"ipc":117,"kcmp":349,"kexec_load":283,"keyctl":288,"kill":37,"landlock_add_rule":445,"landlock_create_ruleset":444,"landlock_restrict_self":446,"lchown":16,"lchown32":198,"lgetxattr":230,"link":9,"linkat":303,"listen":363,"listmount":458,"listxattr":232,"listxattrat":465,"llistxattr":233,"lock":53,"lookup_dcookie":253,"lremovexattr":236,"lseek":19,"lsetxattr":227,"lsm_get_self_attr":459,"lsm_list_modules":461,"lsm_set_self_attr":460,"lstat":107,"lstat64":196,"madvise":219,"map_shadow_stack":453,"mbind":274,"membarrier":375,"memfd_create":356,"memfd_secret":447,"migrate_pages":294,"mincore":218,"mkdir":39,"mkdirat":296,"mknod":14,"mknodat":297,"mlock":150,"mlock2":376,"mlockall":152,"mmap":90,"mmap2":192,"modify_ldt":123,"mount":21,"mount_setattr":442,"move_mount":429,"move_pages":317,"mprotect":125,"mpx":56,"mq_getsetattr":282,"mq_notify":281,"mq_open":277,"mq_timedreceive":280,"mq_timedreceive_time64":419,"mq_timedsend":279,"mq_timedsend_time64":418,"mq_unlink":278,"mremap":163,"mseal":462,"msgctl":402,"msgget":399,"msgrcv":401,"msgsnd":400,"msync":144,"munlock":151,"munlockall":153,"munmap":91,"name_to_handle_at":341,"nanosleep":162,"nfsservctl":169,"nice":34,"oldfstat":28,"oldlstat":84,"oldolduname":59,"oldstat":18,"olduname":109,"open":5,"open_by_handle_at":342,"open_tree":428,"openat":295,"openat2":437,"pause":29,"perf_event_open":336,"personality":136,"pidfd_getfd":438,"pidfd_open":434,"pidfd_send_signal":424,"pipe":42,"pipe2":331,"pivot_root":217,"pkey_alloc":381,"pkey_free":382,"pkey_mprotect":380,"poll":168,"ppoll":309,"ppoll_time64":414,"prctl":172,"pread64":180,"preadv":333,"preadv2":378,"prlimit64":340,"process_madvise":440,"process_mrelease":448,"process_vm_readv":347,"process_vm_writev":348,"prof":44,"profil":98,"pselect6":308,"pselect6_time64":413,"ptrace":26,"putpmsg":189,"pwrite64":181,"pwritev":334,"pwritev2":379,"query_module":167,"quotactl":131,"quotactl_fd":443,"read":3,"readahead":225,"readdir":89,"readlink":85,"readlinkat":305,"readv":145,"reboot":88,"recvfrom":371,"recvmmsg":337,"recvmmsg_time64":417,"recvmsg":372,"remap_file_pages":257,"removexattr":235,"removexattrat":466,"rename":38,"renameat":302,"renameat2":353,"request_key":287,"restart_syscall":0,"rmdir":40,"rseq":386,"rt_sigaction":174,"rt_sigpending":176,"rt_sigprocmask":175,"rt_sigqueueinfo":178,"rt_sigreturn":173,"rt_sigsuspend":179,"rt_sigtimedwait":177,"rt_sigtimedwait_time64":421,"rt_tgsigqueueinfo":335,"sched_get_priority_max":159,"sched_get_priority_min":160,"sched_getaffinity":242,"sched_getattr":352,"sched_getparam":155,"sched_getscheduler":157,"sched_rr_get_interval":161,"sched_rr_get_interval_time64":423,"sched_setaffinity":241,"sched_setattr":351,"sched_setparam":154,"sched_setscheduler":156,"sched_yield":158,"seccomp":354,"select":82,"semctl":394,"semget":393,"semtimedop_time64":420,"sendfile":187,"sendfile64":239,"sendmmsg":345,"sendmsg":370,"sendto":369,"set_mempolicy":276,"set_mempolicy_home_node":450,"set_robust_list":311,"set_thread_area":243,"set_tid_address":258,"setdomainname":121,"setfsgid":139,"setfsgid32":216,"setfsuid":138,"setfsuid32":215,"setgid":46,"setgid32":214,"setgroups":81,"setgroups32":206,"sethostname":74,"setitimer":104,"setns":346,"setpgid":57,"setpriority":97,"setregid":71,"setregid32":204,"setresgid":170,"setresgid32":210,"setresuid":164,"setresuid32":208,"setreuid":70,"setreuid32":203,"setrlimit":75,"setsid":66,"setsockopt":366,"settimeofday":79,"setuid":23,"setuid32":213,"setxattr":226,"setxattrat":463,"sgetmask":68,"shmat":397,"shmctl":396,"shmdt":398,"shmget":395,"shutdown":373,"sigaction":67,"sigaltstack":186,"signal":48,"signalfd":321,"signalfd4":327,"sigpending":73,"sigprocmask":126,"sigreturn":119,"sigsuspend":72,"socket":359,"socketcall":102,"socketpair":360,"splice":313,"ssetmask":69,"stat":106,"stat64":195,"statfs":99,"statfs64":268,"statmount":457,"statx":383,"stime":25,"stty":31,"swapoff":115,"swapon":87,"symlink":83,"symlinkat":304,"sync":36,"sync_file_range":314,"syncfs":344,"sysfs":135,"sysinfo":116,"syslog":103,"tee":315,"tgkill":270,"time":13,"timer_create":259,"timer_delete":263,"timer_getoverrun":262,"timer_gettime":261,"timer_gettime64":408,"timer_settime":260,"timer_settime64":409,"timerfd_create":322,"timerfd_gettime":326,"timerfd_gettime64":410,"timerfd_settime":325,"timerfd_settime64":411,"times":43,"tkill":238,"truncate":92,"truncate64":193,"ugetrlimit":191,"ulimit":58,"umask":60,"umount":22,"umount2":52,"uname":122,"unlink":10,"unlinkat":301,"unshare":310,"uselib":86,"userfaultfd":374,"ustat":62,"utime":30,"utimensat":320,"utimensat_time64":412,"utimes":271,"vfork":190,"vhangup":111,"vm86":166,"vm86old":113,"vmsplice":316,"vserver":273,"wait4":114,"waitid":284,"waitpid":7,"write":4,"writev":146},"SCMP_ARCH_X32":{"accept":1073741867,"accept4":1073742112,"access":1073741845,"acct":1073741987,"add_key":1073742072,"adjtimex":1073741983,"afs_syscall":1073742007,"alarm":1073741861,"arch_prctl":1073741982,"bind":1073741873,"bpf":1073742145,"brk":1073741836,"cachestat":1073742275,"capget":1073741949,"capset":1073741950,"chdir":1073741904,"chmod":1073741914,"chown":1073741916,"chroot":1073741985,"clock_adjtime":1073742129,"clock_getres":1073742053,"clock_gettime":1073742052,"clock_nanosleep":1073742054,"clock_settime":1073742051,"clone":1073741880,"clone3":1073742259,"close":1073741827,"close_range":1073742260,"connect":1073741866,"copy_file_range":1073742150,"creat":1073741909,"delete_module":1073742000,"dup":1073741856,"dup2":1073741857,"dup3":1073742116,"epoll_create":1073742037,"epoll_create1":1073742115,"epoll_ctl":1073742057,"epoll_pwait":1073742105,"epoll_pwait2":1073742265,"epoll_wait":1073742056,"eventfd":1073742108,"eventfd2":1073742114,"execve":1073742344,"execveat":1073742369,"exit":1073741884,"exit_group":1073742055,"faccessat":1073742093,"faccessat2":1073742263,"fadvise64":1073742045,"fallocate":1073742109,"fanotify_init":1073742124,"fanotify_mark":1073742125,"fchdir":1073741905,"fchmod":1073741915,"fchmodat":1073742092,"fchmodat2":1073742276,"fchown":1073741917,"fchownat":1073742084,"fcntl":1073741896,"fdatasync":1073741899,"fgetxattr":1073742017,"finit_module":1073742137,"flistxattr":1073742020,"flock":1073741897,"fork":1073741881,"fremovexattr":1073742023,"fsconfig":1073742255,"fsetxattr":1073742014,"fsmount":1073742256,"fsopen":1073742254,"fspick":1073742257,"fstat":1073741829,"fstatfs":1073741962,"fsync":1073741898,"ftruncate":1073741901,"futex":1073742026,"futex_requeue":1073742280,"futex_wait":1073742279,"futex_waitv":1073742273,"futex_wake":1073742278,"futimesat":1073742085,"get_mempolicy":1073742063,"get_robust_list":1073742355,"getcpu":1073742133,"getcwd":1073741903,"getdents":1073741902,"getdents64":1073742041,"getegid":1073741932,"geteuid":1073741931,"getgid":1073741928,"getgroups":1073741939,"getitimer":1073741860,"getpeername":1073741876,"getpgid":1073741945,"getpgrp":1073741935,"getpid":1073741863,"getpmsg":1073742005,"getppid":1073741934,"getpriority":1073741964,"getrandom":1073742142,"getresgid":1073741944,"getresuid":1073741942,"getrlimit":1073741921,"getrusage":1073741922,"getsid":1073741948,"getsockname":1073741875,"getsockopt":1073742366,"gettid":1073742010,"gettimeofday":1073741920,"getuid":1073741926,"getxattr":1073742015,"getxattrat":1073742288,"init_module":1073741999,"inotify_add_watch":1073742078,"inotify_init":1073742077,"inotify_init1":1073742118,"inotify_rm_watch":1073742079,"io_cancel":1073742034,"io_destroy":1073742031,"io_getevents":1073742032,"io_pgetevents":1073742157,"io_setup":1073742367,"io_submit":1073742368,"io_uring_enter":1073742250,"io_uring_register":1073742251,"io_uring_setup":1073742249,"ioctl":1073742338,"ioperm":1073741997,"iopl":1073741996,"ioprio_get":1073742076,"ioprio_set":1073742075,"kcmp":1073742136,"kexec_file_load":1073742144,"kexec_load":1073742352,"keyctl":1073742074,"kill":1073741886,"landlock_add_rule":1073742269,"landlock_create_ruleset":1073742268,"landlock_restrict_self":1073742270,"lchown":1073741918,"lgetxattr":1073742016,"link":1073741910,"linkat":1073742089,"listen":1073741874,"listmount":1073742282,"listxattr":1073742018,"listxattrat":1073742289,"llistxattr":1073742019,"lookup_dcookie":1073742036,"lremovexattr":1073742022,"lseek":1073741832,"lsetxattr":1073742013,"lsm_get_self_attr":1073742283,"lsm_list_modules":1073742285,"lsm_set_self_attr":1073742284,"lstat":1073741830,"madvise":1073741852,"map_shadow_stack":1073742277,"mbind":1073742061,"membarrier":1073742148,"memfd_create":1073742143,"memfd_secret":1073742271,"migrate_pages":1073742080,"mincore":1073741851,"mkdir":1073741907,"mkdirat":1073742082,"mknod":1073741957,"mknodat":1073742083,"mlock":1073741973,"mlock2":1073742149,"mlockall":1073741975,"mmap":1073741833,"modify_ldt":1073741978,"mount":1073741989,"mount_setattr":1073742266,"move_mount":1073742253,"move_pages":1073742357,"mprotect":1073741834,"mq_getsetattr":1073742069,"mq_notify":1073742351,"mq_open":1073742064,"mq_timedreceive":1073742067,"mq_timedsend":1073742066,"mq_unlink":1073742065,"mremap":1073741849,"mseal":1073742286,"msgctl":1073741895,"msgget":1073741892,"msgrcv":1073741894,"msgsnd":1073741893,"msync":1073741850,"munlock":1073741974,"munlockall":1073741976,"munmap":1073741835,"name_to_handle_at":1073742127,"nanosleep":1073741859,"newfstatat":1073742086,"open":1073741826,"open_by_handle_at":1073742128,"open_tree":1073742252,"openat":1073742081,"openat2":1073742261,"pause":1073741858,"perf_event_open":1073742122,"personality":1073741959,"pidfd_getfd":1073742262,"pidfd_open":1073742258,"pidfd_send_signal":1073742248,"pipe":1073741846,"pipe2":1073742117,"pivot_root":1073741979,"pkey_alloc":1073742154,"pkey_free":1073742155,"pkey_mprotect":1073742153,"poll":1073741831,"ppoll":1073742095,"prctl":1073741981,"pread64":1073741841,"preadv":1073742358,"preadv2":1073742370,"prlimit64":1073742126,"process_madvise":1073742264,"process_mrelease":1073742272,"process_vm_readv":1073742363,"process_vm_writev":1073742364,"pselect6":1073742094,"ptrace":1073742345,"putpmsg":1073742006,"pwrite64":1073741842,"pwritev":1073742359,"pwritev2":1073742371,"quotactl":1073742003,"quotactl_fd":1073742267,"read":1073741824,"readahead":1073742011,"readlink":1073741913,"readlinkat":1073742091,"readv":1073742339,"reboot":1073741993,"recvfrom":1073742341,"recvmmsg":1073742361,"recvmsg":1073742343,"remap_file_pages":1073742040,"removexattr":1073742021,"removexattrat":1073742290,"rename":1073741906,"renameat":1073742088,"renameat2":1073742140,"request_key":1073742073,"restart_syscall":1073742043,"rmdir":1073741908,"rseq":1073742158,"rt_sigaction":1073742336,"rt_sigpending":1073742346,"rt_sigprocmask":1073741838,"rt_sigqueueinfo":1073742348,"rt_sigreturn":1073742337,"rt_sigsuspend":1073741954,"rt_sigtimedwait":1073742347,"rt_tgsigqueueinfo":1073742360,"sched_get_priority_max":1073741970,"sched_get_priority_min":1073741971,"sched_getaffinity":1073742028,"sched_getattr":1073742139,"sched_getparam":1073741967,"sched_getscheduler":1073741969,"sched_rr_get_interval":1073741972,"sched_setaffinity":1073742027,"sched_setattr":1073742138,"sched_setparam":1073741966,"sched_setscheduler":1073741968,"sched_yield":1073741848,"seccomp":1073742141,"security":1073742009,"select":1073741847,"semctl":1073741890,"semget":1073741888,"semop":1073741889,"semtimedop":1073742044,"sendfile":1073741864,"sendmmsg":1073742362,"sendmsg":1073742342,"sendto":1073741868,"set_mempolicy":1073742062,"set_mempolicy_home_node":1073742274,"set_robust_list":1073742354,"set_tid_address":1073742042,"setdomainname":1073741995,"setfsgid":1073741947,"setfsuid":1073741946,"setgid":1073741930,"setgroups":1073741940,"sethostname":1073741994,"setitimer":1073741862,"setns":1073742132,"setpgid":1073741933,"setpriority":1073741965,"setregid":1073741938,"setresgid":1073741943,"setresuid":1073741941,"setreuid":1073741937,"setrlimit":1073741984,"setsid":1073741936,"setsockopt":1073742365,"settimeofday":1073741988,"setuid":1073741929,"setxattr":1073742012,"setxattrat":1073742287,"shmat":1073741854,"shmctl":1073741855,"shmdt":1073741891,"shmget":1073741853,"shutdown":1073741872,"sigaltstack":1073742349,"signalfd":1073742106,"signalfd4":1073742113,"socket":1073741865,"socketpair":1073741877,"splice":1073742099,"stat":1073741828,"statfs":1073741961,"statmount":1073742281,"statx":1073742156,"swapoff":1073741992,"swapon":1073741991,"symlink":1073741912,"symlinkat":1073742090,"sync":1073741986,"sync_file_range":1073742101,"syncfs":1073742130,"sysfs":1073741963,"sysinfo":1073741923,"syslog":1073741927,"tee":1073742100,"tgkill":1073742058,"time":1073742025,"timer_create":1073742350,"timer_delete":1073742050,"timer_getoverrun":1073742049,"timer_gettime":1073742048,"timer_settime":1073742047,"timerfd_create":1073742107,"timerfd_gettime":1073742111,"timerfd_settime":1073742110,"times":1073741924,"tkill":1073742024,"truncate":1073741900,"tuxcall":1073742008,"umask":1073741919,"umount2":1073741990,"uname":1073741887,"unlink":1073741911,"unlinkat":1073742087,"unshare":1073742096,"uretprobe":1073742159,"userfaultfd":1073742147,"ustat":1073741960,"utime":1073741956,"utimensat":1073742104,"utimes":1073742059,"vfork":1073741882,"vhangup":1073741977,"vmsplice":1073742356,"wait4":1073741885,"waitid":1073742353,"write":1073741825,"writev":1073742340},"SCMP_ARCH_AARCH64":{"accept":202,"accept4":242,"acct":89,"add_key":217,"adjtimex":171,"bind":200,"bpf":280,"brk":214,"cachestat":451,"capget":90,"capset":91,"chdir":49,"chroot":51,"clock_adjtime":266,"clock_getres":114,"clock_gettime":113,"clock_nanosleep":115,"clock_settime":112,"clone":220,"clone3":435,"close":57,"close_range":436,"connect":203,"copy_file_range":285,"delete_module":106,"dup":23,"dup3":24,"epoll_create1":20,"epoll_ctl":21,"epoll_pwait":22,"epoll_pwait2":441,"eventfd2":19,"execve":221,"execveat":281,"exit":93,"exit_group":94,"faccessat":48,"faccessat2":439,"fadvise64":223,"fallocate":47,"fanotify_init":262,"fanotify_mark":263,"fchdir":50,"fchmod":52,"fchmodat":53,"fchmodat2":452,"fchown":55,"fchownat":54,"fcntl":25,"fdatasync":83,"fgetxattr":10,"finit_module":273,"flistxattr":13,"flock":32,"fremovexattr":16,"fsconfig":431,"fsetxattr":7,"fsmount":432,"fsopen":430,"fspick":433,"fstat":80,"fstatfs":44,"fsync":82,"ftruncate":46,"futex":98,"futex_requeue":456,"futex_wait":455,"futex_waitv":449,"futex_wake":454,"get_mempolicy":236,"get_robust_list":100,"getcpu":168,"getcwd":17,"getdents64":61,"getegid":177,"geteuid":175,"getgid":176,"getgroups":158,"getitimer":102,"getpeername":205,"getpgid":155,"getpid":172,"getppid":173,"getpriority":141,"getrandom":278,"getresgid":150,"getresuid":148,"getrlimit":163,"getrusage":165,"getsid":156,"getsockname":204,"getsockopt":209,"gettid":178,"gettimeofday":169,"getuid":174,"getxattr":8,"getxattrat":464,"init_module":105,"inotify_add_watch":27,"inotify_init1":26,"inotify_rm_watch":28,"io_cancel":3,"io_destroy":1,"io_getevents":4,"io_pgetevents":292,"io_setup":0,"io_submit":2,"io_uring_enter":426,"io_uring_register":427,"io_uring_setup":425,"ioctl":29,"ioprio_get":31,"ioprio_set":30,"kcmp":272,"kexec_file_load":294,"kexec_load":104,"keyctl":219,"kill":129,"landlock_add_rule":445,"landlock_create_ruleset":444,"landlock_restrict_self":446,"lgetxattr":9,"linkat":37,"listen":201,"listmount":458,"listxattr":11,"listxattrat":465,"llistxattr":12,"lookup_dcookie":18,"lremovexattr":15,"lseek":62,"lsetxattr":6,"lsm_get_self_attr":459,"lsm_list_modules":461,"lsm_set_self_attr":460,"madvise":233,"map_shadow_stack":453,"mbind":235,"membarrier":283,"memfd_create":279,"memfd_secret":447,"migrate_pages":238,"mincore":232,"mkdirat":34,"mknodat":33,"mlock":228,"mlock2":284,"mlockall":230,"mmap":222,"mount":40,"mount_setattr":442,"move_mount":429,"move_pages":239,"mprotect":226,"mq_getsetattr":185,"mq_notify":184,"mq_open":180,"mq_timedreceive":183,"mq_timedsend":182,"mq_unlink":181,"mremap":216,"mseal":462,"msgctl":187,"msgget":186,"msgrcv":188,"msgsnd":189,"msync":227,"munlock":229,"munlockall":231,"munmap":215,"name_to_handle_at":264,"nanosleep":101,"newfstatat":79,"nfsservctl":42,"open_by_handle_at":265,"open_tree":428,"openat":56,"openat2":437,"perf_event_open":241,"personality":92,"pidfd_getfd":438,"pidfd_open":434,"pidfd_send_signal":424,"pipe2":59,"pivot_root":41,"pkey_alloc":289,"pkey_free":290,"pkey_mprotect":288,"ppoll":73,"prctl":167,"pread64":67,"preadv":69,"preadv2":286,"prlimit64":261,"process_madvise":440,"process_mrelease":448,"process_vm_readv":270,"process_vm_writev":271,"pselect6":72,"ptrace":117,"pwrite64":68,"pwritev":70,"pwritev2":287,"quotactl":60,"quotactl_fd":443,"read":63,"readahead":213,"readlinkat":78,"readv":65,"reboot":142,"recvfrom":207,"recvmmsg":243,"recvmsg":212,"remap_file_pages":234,"removexattr":14,"removexattrat":466,"renameat":38,"renameat2":276,"request_key":218,"restart_syscall":128,"rseq":293,"rt_sigaction":134,"rt_sigpending":136,"rt_sigprocmask":135,"rt_sigqueueinfo":138,"rt_sigreturn":139,"rt_sigsuspend":133,"rt_sigtimedwait":137,"rt_tgsigqueueinfo":240,"sched_get_priority_max":125,"sched_get_priority_min":126,"sched_getaffinity":123,"sched_getattr":275,"sched_getparam":121,"sched_getscheduler":120,"sched_rr_get_interval":127,"sched_setaffinity":122,"sched_setattr":274,"sched_setparam":118,"sched_setscheduler":119,"sched_yield":124,"seccomp":277,"semctl":191,"semget":190,"semop":193,"semtimedop":192,"sendfile":71,"sendmmsg":269,"sendmsg":211,"sendto":206,"set_mempolicy":237,"set_mempolicy_home_node":450,"set_robust_list":99,"set_tid_address":96,"setdomainname":162,"setfsgid":152,"setfsuid":151,"setgid":144,"setgroups":159,"sethostname":161,"setitimer":103,"setns":268,"setpgid":154,"setpriority":140,"setregid":143,"setresgid":149,"setresuid":147,"setreuid":145,"setrlimit":164,"setsid":157,"setsockopt":208,"settimeofday":170,"setuid":146,"setxattr":5,"setxattrat":463,"shmat":196,"shmctl":195,"shmdt":197,"shmget":194,"shutdown":210,"sigaltstack":132,"signalfd4":74,"socket":198,"socketpair":199,"splice":76,"statfs":43,"statmount":457,"statx":291,"swapoff":225,"swapon":224,"symlinkat":36,"sync":81,"sync_file_range":84,"syncfs":267,"sysinfo":179,"syslog":116,"tee":77,"tgkill":131,"timer_create":107,"timer_delete":111,"timer_getoverrun":109,"timer_gettime":108,"timer_settime":110,"timerfd_create":85,"timerfd_gettime":87,"timerfd_settime":86,"times":153,"tkill":130,"truncate":45,"umask":166,"umount2":39,"uname":160,"unlinkat":35,"unshare":97,"userfaultfd":282,"utimensat":88,"vhangup":58,"vmsplice":75,"wait4":260,"waitid":95,"write":64,"writev":66},"SCMP_ARCH_ARM":{"_llseek":140,"_newselect":142,"_sysctl":149,"accept":285,"accept4":366,"access":33,"acct":51,"add_key":309,"adjtimex":124,"arm_fadvise64_64":270,"arm_sync_file_range":341,"bdflush":134,"bind":282,"bpf":386,"breakpoint":983041,"brk":45,"cacheflush":983042,"cachestat":451,"capget":184,"capset":185,"chdir":12,"chmod":15,"chown":182,"chown32":212,"chroot":61,"clock_adjtime":372,"clock_adjtime64":405,"clock_getres":264,"clock_getres_time64":406,"clock_gettime":263,"clock_gettime64":403,"clock_nanosleep":265,"clock_nanosleep_time64":407,"clock_settime":262,"clock_settime64":404,"clone":120,"clone3":435,"close":6,"close_range":436,"connect":283,"copy_file_range":391,"creat":8,"delete_module":129,"dup":41,"dup2":63,"dup3":358,"epoll_create":250,"epoll_create1":357,"epoll_ctl":251,"epoll_pwait":346,"epoll_pwait2":441,"epoll_wait":252,"eventfd":351,"eventfd2":356,"execve":11,"execveat":387,"exit":1,"exit_group":248,"faccessat":334,"faccessat2":439,"fallocate":352,"fanotify_init":367,"fanotify_mark":368,"fchdir":133,"fchmod":94,"fchmodat":333,"fchmodat2":452,"fchown":95,"fchown32":207,"fchownat":325,"fcntl":55,"fcntl64":221,"fdatasync":148,"fgetxattr":231,"finit_module":379,"flistxattr":234,"flock":143,"fork":2,"fremovexattr":237,"fsconfig":431,"fsetxattr":228,"fsmount":432,"fsopen":430,"fspick":433,"fstat":108,"fstat64":197,"fstatat64":327,"fstatfs":100,"fstatfs64":267,"fsync":118,"ftruncate":93,"ftruncate64":194,"futex":240,"futex_requeue":456,"futex_time64":422,"futex_wait":455,"futex_waitv":449,"futex_wake":454,"futimesat":326,"get_mempolicy":320,"get_robust_list":339,"get_tls":983046,"getcpu":345,"getcwd":183,"getdents":141,"getdents64":217,"getegid":50,"getegid32":202,"geteuid":49,"geteuid32":201,"getgid":47,"getgid32":200,"getgroups":80,"getgroups32":205,"getitimer":105,"getpeername":287,"getpgid":132,"getpgrp":65,"getpid":20,"getppid":64,"getpriority":96,"getrandom":384,"getresgid":171,"getresgid32":211,"getresuid":165,"getresuid32":209,"getrusage":77,"getsid":147,"getsockname":286,"getsockopt":295,"gettid":224,"gettimeofday":78,"getuid":24,"getuid32":199,"getxattr":229,"getxattrat":464,"init_module":128,"inotify_add_watch":317,"inotify_init":316,"inotify_init1":360,"inotify_rm_watch":318,"io_cancel":247,"io_destroy":244,"io_getevents":245,"io_pgetevents":399,"io_pgetevents_time64":416,"io_setup":243,"io_submit":246,"io_uring_enter":426,"io_uring_register":427,"io_uring_setup":425,"ioctl":54,"ioprio_get":315,"ioprio_set":314,"kcmp":378,"kexec_file_load":401,"kexec_load":347,"keyctl":311,"kill":37,"landlock_add_rule":445,"landlock_create_ruleset":444,"landlock_restrict_self":446,"lchown":16,"lchown32":198,"lgetxattr":230,"link":9,"linkat":330,"listen":284,"listmount":458,"listxattr":232,"listxattrat":465,"llistxattr":233,"lookup_dcookie":249,"lremovexattr":236,"lseek":19,"lsetxattr":227,"lsm_get_self_attr":459,"lsm_list_modules":461,"lsm_set_self_attr":460,"lstat":107,"lstat64":196,"madvise":220,"map_shadow_stack":453,"mbind":319,"membarrier":389,"memfd_create":385,"migrate_pages":400,"mincore":219,"mkdir":39,"mkdirat":323,"mknod":14,"mknodat":324,"mlock":150,"mlock2":390,"mlockall":152,"mmap2":192,"mount":21,"mount_setattr":442,"move_mount":429,"move_pages":344,"mprotect":125,"mq_getsetattr":279,"mq_notify":278,"mq_open":274,"mq_timedreceive":277,"mq_timedreceive_time64":419,"mq_timedsend":276,"mq_timedsend_time64":418,"mq_unlink":275,"mremap":163,"mseal":462,"msgctl":304,"msgget":303,"msgrcv":302,"msgsnd":301,"msync":144,"munlock":151,"munlockall":153,"munmap":91,"name_to_handle_at":370,"nanosleep":162,"nfsservctl":169,"nice":34,"open":5,"open_by_handle_at":371,"open_tree":428,"openat":322,"openat2":437,"pause":29,"pciconfig_iobase":271,"pciconfig_read":272,"pciconfig_write":273,"perf_event_open":364,"personality":136,"pidfd_getfd":438,"pidfd_open":434,"pidfd_send_signal":424,"pipe":42,"pipe2":359,"pivot_root":218,"pkey_alloc":395,"pkey_free":396,"pkey_mprotect":394,"poll":168,"ppoll":336,"ppoll_time64":414,"prctl":172,"pread64":180,"preadv":361,"preadv2":392,"prlimit64":369,"process_madvise":440,"process_mrelease":448,"process_vm_readv":376,"process_vm_writev":377,"pselect6":335,"pselect6_time64":413,"ptrace":26,"pwrite64":181,"pwritev":362,"pwritev2":393,"quotactl":131,"quotactl_fd":443,"read":3,"readahead":225,"readlink":85,"readlinkat":332,"readv":145,"reboot":88,"recv":291,"recvfrom":292,"recvmmsg":365,"recvmmsg_time64":417,"recvmsg":297,"remap_file_pages":253,"removexattr":235,"removexattrat":466,"rename":38,"renameat":329,"renameat2":382,"request_key":310,"restart_syscall":0,"rmdir":40,"rseq":398,"rt_sigaction":174,"rt_sigpending":176,"rt_sigprocmask":175,"rt_sigqueueinfo":178,"rt_sigreturn":173,"rt_sigsuspend":179,"rt_sigtimedwait":177,"rt_sigtimedwait_time64":421,"rt_tgsigqueueinfo":363,"sched_get_priority_max":159,"sched_get_priority_min":160,"sched_getaffinity":242,"sched_getattr":381,"sched_getparam":155,"sched_getscheduler":157,"sched_rr_get_interval":161,"sched_rr_get_interval_time64":423,"sched_setaffinity":241,"sched_setattr":380,"sched_setparam":154,"sched_setscheduler":156,"sched_yield":158,"seccomp":383,"semctl":300,"semget":299,"semop":298,"semtimedop":312,"semtimedop_time64":420,"send":289,"sendfile":187,"sendfile64":239,"sendmmsg":374,"sendmsg":296,"sendto":290,"set_mempolicy":321,"set_mempolicy_home_node":450,"set_robust_list":338,"set_tid_address":256,"set_tls":983045,"setdomainname":121,"setfsgid":139,"setfsgid32":216,"setfsuid":138,"setfsuid32":215,"setgid":46,"setgid32":214,"setgroups":81,"setgroups32":206,"sethostname":74,"setitimer":104,"setns":375,"setpgid":57,"setpriority":97,"setregid":71,"setregid32":204,"setresgid":170,"setresgid32":210,"setresuid":164,"setresuid32":208,"setreuid":70,"setreuid32":203,"setrlimit":75,"setsid":66,"setsockopt":294,"settimeofday":79,"setuid":23,"setuid32":213,"setxattr":226,"setxattrat":463,"shmat":305,"shmctl":308,"shmdt":306,"shmget":307,"shutdown":293,"sigaction":67,"sigaltstack":186,"signalfd":349,"signalfd4":355,"sigpending":73,"sigprocmask":126,"sigreturn":119,"sigsuspend":72,"socket":281,"socketpair":288,"splice":340,"stat":106,"stat64":195,"statfs":99,"statfs64":266,"statmount":457,"statx":397,"swapoff":115,"swapon":87,"symlink":83,"symlinkat":331,"sync":36,"syncfs":373,"sysfs":135,"sysinfo":116,"syslog":103,"tee":342,"tgkill":268,"timer_create":257,"timer_delete":261,"timer_getoverrun":260,"timer_gettime":259,"timer_gettime64":408,"timer_settime":258,"timer_settime64":409,"timerfd_create":350,"timerfd_gettime":354,"timerfd_gettime64":410,"timerfd_settime":353,"timerfd_settime64":411,"times":43,"tkill":238,"truncate":92,"truncate64":193,"ugetrlimit":191,"umask":60,"umount2":52,"uname":122,"unlink":10,"unlinkat":328,"unshare":337,"uselib":86,"userfaultfd":388,"usr26":983043,"usr32":983044,"ustat":62,"utimensat":348,"utimensat_time64":412,"utimes":269,"vfork":190,"vhangup":111,"vmsplice":343,"vserver":313,"wait4":114,"waitid":280,"write":4,"writev":146},"SCMP_ARCH_RISCV64":{"accept":202,"accept4":242,"acct":89,"add_key":217,"adjtimex":171,"bind":200,"bpf":280,"brk":214,"cachestat":451,"capget":90,"capset":91,"chdir":49,"chroot":51,"clock_adjtime":266,"clock_getres":114,"clock_gettime":113,"clock_nanosleep":115,"clock_settime":112,"clone":220,"clone3":435,"close":57,"close_range":436,"connect":203,"copy_file_range":285,"delete_module":106,"dup":23,"dup3":24,"epoll_create1":20,"epoll_ctl":21,"epoll_pwait":22,"epoll_pwait2":441,"eventfd2":19,"execve":221,"execveat":281,"exit":93,"exit_group":94,"faccessat":48,"faccessat2":439,"fadvise64":223,"fallocate":47,"fanotify_init":262,"fanotify_mark":263,"fchdir":50,"fchmod":52,"fchmodat":53,"fchmodat2":452,"fchown":55,"fchownat":54,"fcntl":25,"fdatasync":83,"fgetxattr":10,"finit_module":273,"flistxattr":13,"flock":32,"fremovexattr":16,"fsconfig":431,"fsetxattr":7,"fsmount":432,"fsopen":430,"fspick":433,"fstat":80,"fstatfs":44,"fsync":82,"ftruncate":46,"futex":98,"futex_requeue":456,"futex_wait":455,"futex_waitv":449,"futex_wake":454,"get_mempolicy":236,"get_robust_list":100,"getcpu":168,"getcwd":17,"getdents64":61,"getegid":177,"geteuid":175,"getgid":176,"getgroups":158,"getitimer":102,"getpeername":205,"getpgid":155,"getpid":172,"getppid":173,"getpriority":141,"getrandom":278,"getresgid":150,"getresuid":148,"getrlimit":163,"getrusage":165,"getsid":156,"getsockname":204,"getsockopt":209,"gettid":178,"gettimeofday":169,"getuid":174,"getxattr":8,"getxattrat":464,"init_module":105,"inotify_add_watch":27,"inotify_init1":26,"inotify_rm_watch":28,"io_cancel":3,"io_destroy":1,"io_getevents":4,"io_pgetevents":292,"io_setup":0,"io_submit":2,"io_uring_enter":426,"io_uring_register":427,"io_uring_setup":425,"ioctl":29,"ioprio_get":31,"ioprio_set":30,"kcmp":272,"kexec_file_load":294,"kexec_load":104,"keyctl":219,"kill":129,"landlock_add_rule":445,"landlock_create_ruleset":444,"landlock_restrict_self":446,"lgetxattr":9,"linkat":37,"listen":201,"listmount":458,"listxattr":11,"listxattrat":465,"llistxattr":12,"lookup_dcookie":18,"lremovexattr":15,"lseek":62,"lsetxattr":6,"lsm_get_self_attr":459,"lsm_list_modules":461,"lsm_set_self_attr":460,"madvise":233,"map_shadow_stack":453,"mbind":235,"membarrier":283,"memfd_create":279,"memfd_secret":447,"migrate_pages":238,"mincore":232,"mkdirat":34,"mknodat":33,"mlock":228,"mlock2":284,"mlockall":230,"mmap":222,"mount":40,"mount_setattr":442,"move_mount":429,"move_pages":239,"mprotect":226,"mq_getsetattr":185,"mq_notify":184,"mq_open":180,"mq_timedreceive":183,"mq_timedsend":182,"mq_unlink":181,"mremap":216,"mseal":462,"msgctl":187,"msgget":186,"msgrcv":188,"msgsnd":189,"msync":227,"munlock":229,"munlockall":231,"munmap":215,"name_to_handle_at":264,"nanosleep":101,"newfstatat":79,"nfsservctl":42,"open_by_handle_at":265,"open_tree":428,"openat":56,"openat2":437,"perf_event_open":241,"personality":92,"pidfd_getfd":438,"pidfd_open":434,"pidfd_send_signal":424,"pipe2":59,"pivot_root":41,"pkey_alloc":289,"pkey_free":290,"pkey_mprotect":288,"ppoll":73,"prctl":167,"pread64":67,"preadv":69,"preadv2":286,"prlimit64":261,"process_madvise":440,"process_mrelease":448,"process_vm_readv":270,"process_vm_writev":271,"pselect6":72,"ptrace":117,"pwrite64":68,"pwritev":70,"pwritev2":287,"quotactl":60,"quotactl_fd":443,"read":63,"readahead":213,"readlinkat":78,"readv":65,"reboot":142,"recvfrom":207,"recvmmsg":243,"recvmsg":212,"remap_file_pages":234,"removexattr":14,"removexattrat":466,"renameat2":276,"request_key":218,"restart_syscall":128,"riscv_flush_icache":259,"riscv_hwprobe":258,"rseq":293,"rt_sigaction":134,"rt_sigpending":136,"rt_sigprocmask":135,"rt_sigqueueinfo":138,"rt_sigreturn":139,"rt_sigsuspend":133,"rt_sigtimedwait":137,"rt_tgsigqueueinfo":240,"sched_get_priority_max":125,"sched_get_priority_min":126,"sched_getaffinity":123,"sched_getattr":275,"sched_getparam":121,"sched_getscheduler":120,"sched_rr_get_interval":127,"sched_setaffinity":122,"sched_setattr":274,"sched_setparam":118,"sched_setscheduler":119,"sched_yield":124,"seccomp":277,"semctl":191,"semget":190,"semop":193,"semtimedop":192,"sendfile":71,"sendmmsg":269,"sendmsg":211,"sendto":206,"set_mempolicy":237,"set_mempolicy_home_node":450,"set_robust_list":99,"set_tid_address":96,"setdomainname":162,"setfsgid":152,"setfsuid":151,"setgid":144,"setgroups":159,"sethostname":161,"setitimer":103,"setns":268,"setpgid":154,"setpriority":140,"setregid":143,"setresgid":149,"setresuid":147,"setreuid":145,"setrlimit":164,"setsid":157,"setsockopt":208,"settimeofday":170,"setuid":146,"setxattr":5,"setxattrat":463,"shmat":196,"shmctl":195,"shmdt":197,"shmget":194,"shutdown":210,"sigaltstack":132,"signalfd4":74,"socket":198,"socketpair":199,"splice":76,"statfs":43,"statmount":457,"statx":291,"swapoff":225,"swapon":224,"symlinkat":36,"sync":81,"sync_file_range":84,"syncfs":267,"sysinfo":179,"syslog":116,"tee":77,"tgkill":131,"timer_create":107,"timer_delete":111,"timer_getoverrun":109,"timer_gettime":108,"timer_settime":110,"timerfd_create":85,"timerfd_gettime":87,"timerfd_settime":86,"times":153,"tkill":130,"truncate":45,"umask":166,"umount2":39,"uname":160,"unlinkat":35,"unshare":97,"userfaultfd":282,"utimensat":88,"vhangup":58,"vmsplice":75,"wait4":260,"waitid":95,"write":64,"writev":66},"SCMP_ARCH_PPC64LE":{"_llseek":140,"_newselect":142,"_sysctl":149,"accept":330,"accept4":344,"access":33,"acct":51,"add_key":269,"adjtimex":124,"afs_syscall":137,"alarm":27,"bdflush":134,"bind":327,"bpf":361,"break":17,"brk":45,"cachestat":451,"capget":183,"capset":184,"chdir":12,"chmod":15,"chown":181,"chroot":61,"clock_adjtime":347,"clock_getres":247,"clock_gettime":246,"clock_nanosleep":248,"clock_settime":245,"clone":120,"clone3":435,"close":6,"close_range":436,"connect":328,"copy_file_range":379,"creat":8,"create_module":127,"delete_module":129,"dup":41,"dup2":63,"dup3":316,"epoll_create":236,"epoll_create1":315,"epoll_ctl":237,"epoll_pwait":303,"epoll_pwait2":441,"epoll_wait":238,"eventfd":307,"eventfd2":314,"execve":11,"execveat":362,"exit":1,"exit_group":234,"faccessat":298,"faccessat2":439,"fadvise64":233,"fallocate":309,"fanotify_init":323,"fanotify_mark":324,"fchdir":133,"fchmod":94,"fchmodat":297,"fchmodat2":452,"fchown":95,"fchownat":289,"fcntl":55,"fdatasync":148,"fgetxattr":214,"finit_module":353,"flistxattr":217,"flock":143,"fork":2,"fremovexattr":220,"fsconfig":431,"fsetxattr":211,"fsmount":432,"fsopen":430,"fspick":433,"fstat":108,"fstatfs":100,"fstatfs64":253,"fsync":118,"ftime":35,"ftruncate":93,"futex":221,"futex_requeue":456,"futex_wait":455,"futex_waitv":449,"futex_wake":454,"futimesat":290,"get_kernel_syms":130,"get_mempolicy":260,"get_robust_list":299,"getcpu":302,"getcwd":182,"getdents":141,"getdents64":202,"getegid":50,"geteuid":49,"getgid":47,"getgroups":80,"getitimer":105,"getpeername":332,"getpgid":132,"getpgrp":65,"getpid":20,"getpmsg":187,"getppid":64,"getpriority":96,"getrandom":359,"getresgid":170,"getresuid":165,"getrlimit":76,"getrusage":77,"getsid":147,"getsockname":331,"getsockopt":340,"gettid":207,"gettimeofday":78,"getuid":24,"getxattr":212,"getxattrat":464,"gtty":32,"idle":112,"init_module":128,"inotify_add_watch":276,"inotify_init":275,"inotify_init1":318,"inotify_rm_watch":277,"io_cancel":231,"io_destroy":228,"io_getevents":229,"io_pgetevents":388,"io_setup":227,"io_submit":230,"io_uring_enter":426,"io_uring_register":427,"io_uring_setup":425,"ioctl":54,"ioperm":101,"iopl":110,"ioprio_get":274,"ioprio_set":273,"ipc":117,"kcmp":354,"kexec_file_load":382,"kexec_load":268,"keyctl":271,"kill":37,"landlock_add_rule":445,"landlock_create_ruleset":444,"landlock_restrict_self":446,"lchown":16,"lgetxattr":213,"link":9,"linkat":294,"listen":329,"listmount":458,"listxattr":215,"listxattrat":465,"llistxattr":216,"lock":53,"lookup_dcookie":235,"lremovexattr":219,"lseek":19,"lsetxattr":210,"lsm_get_self_attr":459,"lsm_list_modules":461,"lsm_set_self_attr":460,"lstat":107,"madvise":205,"map_shadow_stack":453,"mbind":259,"membarrier":365,"memfd_create":360,"migrate_pages":258,"mincore":206,"mkdir":39,"mkdirat":287,"mknod":14,"mknodat":288,"mlock":150,"mlock2":378,"mlockall":152,"mmap":90,"modify_ldt":123,"mount":21,"mount_setattr":442,"move_mount":429,"move_pages":301,"mprotect":125,"mpx":56,"mq_getsetattr":267,"mq_notify":266,"mq_open":262,"mq_timedreceive":265,"mq_timedsend":264,"mq_unlink":263,"mremap":163,"mseal":462,"msgctl":402,"msgget":399,"msgrcv":401,"msgsnd":400,"msync":144,"multiplexer":201,"munlock":151,"munlockall":153,"munmap":91,"name_to_handle_at":345,"nanosleep":162,"newfstatat":291,"nfsservctl":168,"nice":34,"oldfstat":28,"oldlstat":84,"oldolduname":59,"oldstat":18,"olduname":109,"open":5,"open_by_handle_at":346,"open_tree":428,"openat":286,"openat2":437,"pause":29,"pciconfig_iobase":200,"pciconfig_read":198,"pciconfig_write":199,"perf_event_open":319,"personality":136,"pidfd_getfd":438,"pidfd_open":434,"pidfd_send_signal":424,"pipe":42,"pipe2":317,"pivot_root":203,"pkey_alloc":384,"pkey_free":385,"pkey_mprotect":386,"poll":167,"ppoll":281,"prctl":171,"pread64":179,"preadv":320,"preadv2":380,"prlimit64":325,"process_madvise":440,"process_mrelease":448,"process_vm_readv":351,"process_vm_writev":352,"prof":44,"profil":98,"pselect6":280,"ptrace":26,"putpmsg":188,"pwrite64":180,"pwritev":321,"pwritev2":381,"query_module":166,"quotactl":131,"quotactl_fd":443,"read":3,"readahead":191,"readdir":89,"readlink":85,"readlinkat":296,"readv":145,"reboot":88,"recv":336,"recvfrom":337,"recvmmsg":343,"recvmsg":342,"remap_file_pages":239,"removexattr":218,"removexattrat":466,"rename":38,"renameat":293,"renameat2":357,"request_key":270,"restart_syscall":0,"rmdir":40,"rseq":387,"rt_sigaction":173,"rt_sigpending":175,"rt_sigprocmask":174,"rt_sigqueueinfo":177,"rt_sigreturn":172,"rt_sigsuspend":178,"rt_sigtimedwait":176,"rt_tgsigqueueinfo":322,"rtas":255,"sched_get_priority_max":159,"sched_get_priority_min":160,"sched_getaffinity":223,"sched_getattr":356,"sched_getparam":155,"sched_getscheduler":157,"sched_rr_get_interval":161,"sched_setaffinity":222,"sched_setattr":355,"sched_setparam":154,"sched_setscheduler":156,"sched_yield":158,"seccomp":358,"select":82,"semctl":394,"semget":393,"semtimedop":392,"send":334,"sendfile":186,"sendmmsg":349,"sendmsg":341,"sendto":335,"set_mempolicy":261,"set_mempolicy_home_node":450,"set_robust_list":300,"set_tid_address":232,"setdomainname":121,"setfsgid":139,"setfsuid":138,"setgid":46,"setgroups":81,"sethostname":74,"setitimer":104,"setns":350,"setpgid":57,"setpriority":97,"setregid":71,"setresgid":169,"setresuid":164,"setreuid":70,"setrlimit":75,"setsid":66,"setsockopt":339,"settimeofday":79,"setuid":23,"setxattr":209,"setxattrat":463,"sgetmask":68,"shmat":397,"shmctl":396,"shmdt":398,"shmget":395,"shutdown":338,"sigaction":67,"sigaltstack":185,"signal":48,"signalfd":305,"signalfd4":313,"sigpending":73,"sigprocmask":126,"sigreturn":119,"sigsuspend":72,"socket":326,"socketcall":102,"socketpair":333,"splice":283,"spu_create":279,"spu_run":278,"ssetmask":69,"stat":106,"statfs":99,"statfs64":252,"statmount":457,"statx":383,"stime":25,"stty":31,"subpage_prot":310,"swapcontext":249,"swapoff":115,"swapon":87,"switch_endian":363,"symlink":83,"symlinkat":295,"sync":36,"sync_file_range2":308,"syncfs":348,"sys_debug_setcontext":256,"sysfs":135,"sysinfo":116,"syslog":103,"tee":284,"tgkill":250,"time":13,"timer_create":240,"timer_delete":244,"timer_getoverrun":243,"timer_gettime":242,"timer_settime":241,"timerfd_create":306,"timerfd_gettime":312,"timerfd_settime":311,"times":43,"tkill":208,"truncate":92,"tuxcall":225,"ugetrlimit":190,"ulimit":58,"umask":60,"umount":22,"umount2":52,"uname":122,"unlink":10,"unlinkat":292,"unshare":282,"uselib":86,"userfaultfd":364,"ustat":62,"utime":30,"utimensat":304,"utimes":251,"vfork":189,"vhangup":111,"vm86":113,"vmsplice":285,"wait4":114,"waitid":272,"waitpid":7,"write":4,"writev":146},"SCMP_ARCH_S390X":{"_sysctl":149,"accept4":364,"access":33,"acct":51,"add_key":278,"adjtimex":124,"afs_syscall":137,"alarm":27,"bdflush":134,"bind":361,"bpf":351,"brk":45,"cachestat":451,"capget":184,"capset":185,"chdir":12,"chmod":15,"chown":212,"chroot":61,"clock_adjtime":337,"clock_getres":261,"clock_gettime":260,"clock_nanosleep":262,"clock_settime":259,"clone":120,"clone3":435,"close":6,"close_range":436,"connect":362,"copy_file_range":375,"creat":8,"create_module":127,"delete_module":129,"dup":41,"dup2":63,"dup3":326,"epoll_create":249,"epoll_create1":327,"epoll_ctl":250,"epoll_pwait":312,"epoll_pwait2":441,"epoll_wait":251,"eventfd":318,"eventfd2":323,"execve":11,"execveat":354,"exit":1,"exit_group":248,"faccessat":300,"faccessat2":439,"fadvise64":253,"fallocate":314,"fanotify_init":332,"fanotify_mark":333,"fchdir":133,"fchmod":94,"fchmodat":299,"fchmodat2":452,"fchown":207,"fchownat":291,"fcntl":55,"fdatasync":148,"fgetxattr":229,"finit_module":344,"flistxattr":232,"flock":143,"fork":2,"fremovexattr":235,"fsconfig":431,"fsetxattr":226,"fsmount":432,"fsopen":430,"fspick":433,"fstat":108,"fstatfs":100,"fstatfs64":266,"fsync":118,"ftruncate":93,"futex":238,"futex_requeue":456,"futex_wait":455,"futex_waitv":449,"futex_wake":454,"futimesat":292,"get_kernel_syms":130,"get_mempolicy":269,"get_robust_list":305,"getcpu":311,"getcwd":183,"getdents":141,"getdents64":220,"getegid":202,"geteuid":201,"getgid":200,"getgroups":205,"getitimer":105,"getpeername":368,"getpgid":132,"getpgrp":65,"getpid":20,"getpmsg":188,"getppid":64,"getpriority":96,"getrandom":349,"getresgid":211,"getresuid":209,"getrlimit":191,"getrusage":77,"getsid":147,"getsockname":367,"getsockopt":365,"gettid":236,"gettimeofday":78,"getuid":199,"getxattr":227,"getxattrat":464,"idle":112,"init_module":128,"inotify_add_watch":285,"inotify_init":284,"inotify_init1":324,"inotify_rm_watch":286,"io_cancel":247,"io_destroy":244,"io_getevents":245,"io_pgetevents":382,"io_setup":243,"io_submit":246,"io_uring_enter":426,"io_uring_register":427,"io_uring_setup":425,"ioctl":54,"ioprio_get":283,"ioprio_set":282,"ipc":117,"kcmp":343,"kexec_file_load":381,"kexec_load":277,"keyctl":280,"kill":37,"landlock_add_rule":445,"landlock_create_ruleset":444,"landlock_restrict_self":446,"lchown":198,"lgetxattr":228,"link":9,"linkat":296,"listen":363,"listmount":458,"listxattr":230,"listxattrat":465,"llistxattr":231,"lookup_dcookie":110,"lremovexattr":234,"lseek":19,"lsetxattr":225,"lsm_get_self_attr":459,"lsm_list_modules":461,"lsm_set_self_attr":460,"lstat":107,"madvise":219,"map_shadow_stack":453,"mbind":268,"membarrier":356,"memfd_create":350,"memfd_secret":447,"migrate_pages":287,"mincore":218,"mkdir":39,"mkdirat":289,"mknod":14,"mknodat":290,"mlock":150,"mlock2":374,"mlockall":152,"mmap":90,"mount":21,"mount_setattr":442,"move_mount":429,"move_pages":310,"mprotect":125,"mq_getsetattr":276,"mq_notify":275,"mq_open":271,"mq_timedreceive":274,"mq_timedsend":273,"mq_unlink":272,"mremap":163,"mseal":462,"msgctl":402,"msgget":399,"msgrcv":401,"msgsnd":400,"msync":144,"munlock":151,"munlockall":153,"munmap":91,"name_to_handle_at":335,"nanosleep":162,"newfstatat":293,"nfsservctl":169,"nice":34,"open":5,"open_by_handle_at":336,"open_tree":428,"openat":288,"openat2":437,"pause":29,"perf_event_open":331,"personality":136,"pidfd_getfd":438,"pidfd_open":434,"pidfd_send_signal":424,"pipe":42,"pipe2":325,"pivot_root":217,"pkey_alloc":385,"pkey_free":386,"pkey_mprotect":384,"poll":168,"ppoll":302,"prctl":172,"pread64":180,"preadv":328,"preadv2":376,"prlimit64":334,"process_madvise":440,"process_mrelease":448,"process_vm_readv":340,"process_vm_writev":341,"pselect6":301,"ptrace":26,"putpmsg":189,"pwrite64":181,"pwritev":329,"pwritev2":377,"query_module":167,"quotactl":131,"quotactl_fd":443,"read":3,"readahead":222,"readdir":89,"readlink":85,"readlinkat":298,"readv":145,"reboot":88,"recvfrom":371,"recvmmsg":357,"recvmsg":372,"remap_file_pages":267,"removexattr":233,"removexattrat":466,"rename":38,"renameat":295,"renameat2":347,"request_key":279,"restart_syscall":7,"rmdir":40,"rseq":383,"rt_sigaction":174,"rt_sigpending":176,"rt_sigprocmask":175,"rt_sigqueueinfo":178,"rt_sigreturn":173,"rt_sigsuspend":179,"rt_sigtimedwait":177,"rt_tgsigqueueinfo":330,"s390_guarded_storage":378,"s390_pci_mmio_read":353,"s390_pci_mmio_write":352,"s390_runtime_instr":342,"s390_sthyi":380,"sched_get_priority_max":159,"sched_get_priority_min":160,"sched_getaffinity":240,"sched_getattr":346,"sched_getparam":155,"sched_getscheduler":157,"sched_rr_get_interval":161,"sched_setaffinity":239,"sched_setattr":345,"sched_setparam":154,"sched_setscheduler":156,"sched_yield":158,"seccomp":348,"select":142,"semctl":394,"semget":393,"semtimedop":392,"sendfile":187,"sendmmsg":358,"sendmsg":370,"sendto":369,"set_mempolicy":270,"set_mempolicy_home_node":450,"set_robust_list":304,"set_tid_address":252,"setdomainname":121,"setfsgid":216,"setfsuid":215,"setgid":214,"setgroups":206,"sethostname":74,"setitimer":104,"setns":339,"setpgid":57,"setpriority":97,"setregid":204,"setresgid":210,"setresuid":208,"setreuid":203,"setrlimit":75,"setsid":66,"setsockopt":366,"settimeofday":79,"setuid":213,"setxattr":224,"setxattrat":463,"shmat":397,"shmctl":396,"shmdt":398,"shmget":395,"shutdown":373,"sigaction":67,"sigaltstack":186,"signal":48,"signalfd":316,"signalfd4":322,"sigpending":73,"sigprocmask":126,"sigreturn":119,"sigsuspend":72,"socket":359,"socketcall":102,"socketpair":360,"splice":306,"stat":106,"statfs":99,"statfs64":265,"statmount":457,"statx":379,"swapoff":115,"swapon":87,"symlink":83,"symlinkat":297,"sync":36,"sync_file_range":307,"syncfs":338,"sysfs":135,"sysinfo":116,"syslog":103,"tee":308,"tgkill":241,"timer_create":254,"timer_delete":258,"timer_getoverrun":257,"timer_gettime":256,"timer_settime":255,"timerfd":317,"timerfd_create":319,"timerfd_gettime":321,"timerfd_settime":320,"times":43,"tkill":237,"truncate":92,"umask":60,"umount":22,"umount2":52,"uname":122,"unlink":10,"unlinkat":294,"unshare":303,"uselib":86,"userfaultfd":355,"ustat":62,"utime":30,"utimensat":315,"utimes":313,"vfork":190,"vhangup":111,"vmsplice":309,"wait4":114,"waitid":281,"write":4,"writev":146}}');
;// CONCATENATED MODULE: ./src/syscalls/numbers.ts

const TABLES = numbers_namespaceObject;
/**
 * The system calls of an architecture and their numbers; empty for an
 * architecture that the tables do not have.
 */
function syscallNumbers(architecture) {
    const table = TABLES[architecture];
    return typeof table === 'object' ? table : {};
}
/** The same the other way round: names by number. */
function syscallsByNumber(architecture) {
    const known = byNumber.get(architecture);
    if (known !== undefined)
        return known;
    const names = new Map(Object.entries(syscallNumbers(architecture)).map(([name, n]) => [n, name]));
    byNumber.set(architecture, names);
    return names;
}
const byNumber = new Map();
/** The system calls of all architectures in the tables, sorted. */
function syscallNames() {
    return (names ??= new Set(Object.values(TABLES)
        .flatMap(table => (typeof table === 'object' ? Object.keys(table) : []))
        .sort()));
}
let names;
/** Whether a number is of the x32 ABI (asm/unistd.h, __X32_SYSCALL_BIT). */
function isX32(number) {
    return number > 0 && (number & 0x4000_0000) !== 0;
}


/***/ }),

/***/ 6819:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ SETUP_CALLS)
/* harmony export */ });
/**
 * Calls with which an OCI runtime sets a container up (mounts, root switch,
 * host name) and which the kernel refuses to a process without CAP_SYS_ADMIN:
 * mount(2), umount(2), pivot_root(2), sethostname(2), setns(2), fsopen(2),
 * fsmount(2), move_mount(2), mount_setattr(2).
 */
const SETUP_CALLS = [
    'fsconfig',
    'fsmount',
    'fsopen',
    'fspick',
    'mount',
    'mount_setattr',
    'move_mount',
    'pivot_root',
    'setdomainname',
    'sethostname',
    'setns',
    'umount',
    'umount2'
];


/***/ }),

/***/ 1789:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E2: () => (/* binding */ MAX_LENGTH),
/* harmony export */   IB: () => (/* binding */ formatJson),
/* harmony export */   Ld: () => (/* binding */ formatPosition),
/* harmony export */   WP: () => (/* binding */ JsonNumber),
/* harmony export */   j4: () => (/* binding */ shortJson),
/* harmony export */   jV: () => (/* binding */ formatPath),
/* harmony export */   qF: () => (/* binding */ parseJson)
/* harmony export */ });
/* unused harmony export positionAt */
/* harmony import */ var _humanwhocodes_momoa__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3162);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3916);


/** Deeper than any real profile, and far from where a parser's stack ends. */
const MAX_DEPTH = 64;
/**
 * In characters. Docker's longest default had 29,000; the parser's memory is
 * at most some 300 times the length (130 MB for twice this limit, measured).
 */
const MAX_LENGTH = 256 * 1024;
/** Longer integers than any that a profile's fields can hold stay text. */
const MAX_DIGITS = 40;
/**
 * Reads JSON text. Integers that a double cannot hold come back as bigints,
 * and numbers that would be written otherwise than they stand there as text.
 *
 * @param file the name to put into errors
 * @throws UserError with line and column where the text is not JSON, a key
 *   stands twice, it is nested more than 64 deep, or it is longer than a
 *   quarter of a million characters
 */
function parseJson(text, file) {
    refuseLength(text, file);
    refuseDepth(text, file);
    refuseBadSyntax(text, file);
    const root = (0,_humanwhocodes_momoa__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(text, { mode: 'json' }).body;
    return {
        value: toValue(root, { text, file, path: [] }),
        positionOf: (path, part = 'value') => positionAt(text, nodeAt(root, path, part).loc.start.offset)
    };
}
/** `file:line:column`, as compilers and editors write a place. */
function formatPosition(file, at) {
    return `${file}:${at.line}:${at.column}`;
}
/** `syscalls[3].names`, as people write a path into JSON. */
function formatPath(path) {
    if (path.length === 0)
        return 'the profile';
    return path
        .map((key, i) => {
        if (typeof key === 'number')
            return `[${key}]`;
        if (!/^[\w$-]{1,60}$/.test(key))
            return `[${shortJson(key)}]`;
        return i === 0 ? key : `.${key}`;
    })
        .join('');
}
/** Where the character at an offset stands; offsets past the end mean the end. */
function positionAt(text, offset) {
    const before = text.slice(0, offset);
    const line = before.split('\n').length;
    return { line, column: before.length - before.lastIndexOf('\n') };
}
function refuseLength(text, file) {
    if (text.length <= MAX_LENGTH)
        return;
    const at = formatPosition(file, positionAt(text, MAX_LENGTH));
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${at}: longer than ${MAX_LENGTH} characters: it has ${text.length}`, { hint: 'No seccomp profile needs that: repair the file.' });
}
/**
 * JSON.parse judges, since momoa is laxer: it takes raw control characters
 * inside strings, which Go's decoder refuses. Where JSON.parse does not say
 * where the fault is, momoa does.
 */
function refuseBadSyntax(text, file) {
    if (text.startsWith('\ufeff')) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${formatPosition(file, { line: 1, column: 1 })}: not JSON: it starts with a byte order mark, which engines refuse; expected "{"`, { hint: 'Save the file as UTF-8 without a byte order mark.' });
    }
    try {
        JSON.parse(text);
    }
    catch (error) {
        const at = faultPosition(text, (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error));
        const found = text.split('\n')[at.line - 1]?.[at.column - 1];
        const what = text.trim() === ''
            ? 'it is empty'
            : found === undefined
                ? 'it ends too early'
                : `unexpected ${shortJson(found)}`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${formatPosition(file, at)}: not JSON: ${what}`, {
            hint: 'Repair the file, or delete it to have it made anew.',
            cause: error
        });
    }
}
function faultPosition(text, reason) {
    // At the end only: before it the reason quotes from the text.
    const offset = /at position (\d+)(?: \([^)]*\))?$/.exec(reason)?.[1];
    if (offset !== undefined)
        return positionAt(text, Number(offset));
    try {
        if (!reason.endsWith('end of JSON input'))
            (0,_humanwhocodes_momoa__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(text, { mode: 'json' });
    }
    catch (error) {
        // Not its line, for which it takes a lone carriage return as an end, too.
        if (error instanceof Error && 'offset' in error) {
            return positionAt(text, Number(error.offset));
        }
    }
    return positionAt(text, text.length);
}
function refuseDepth(text, file) {
    let depth = 0;
    let inString = false;
    for (let i = 0; i < text.length; i++) {
        const c = text[i];
        if (inString) {
            if (c === '\\')
                i++;
            else if (c === '"')
                inString = false;
        }
        else if (c === '"')
            inString = true;
        else if (c === '[' || c === '{')
            depth++;
        else if (c === ']' || c === '}')
            depth--;
        if (depth > MAX_DEPTH) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${formatPosition(file, positionAt(text, i))}: nested more than ${MAX_DEPTH} deep`, { hint: 'No seccomp profile needs that: repair the file.' });
        }
    }
}
function toValue(node, reading) {
    switch (node.type) {
        case 'Object': {
            const { text, file, path } = reading;
            const object = {};
            for (const { name, value } of node.members) {
                const key = name.type === 'String' ? name.value : name.name;
                path.push(key);
                if (Object.hasOwn(object, key)) {
                    const at = formatPosition(file, positionAt(text, name.loc.start.offset));
                    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${at}: ${formatPath(path)}: the key ${shortJson(key)} is here twice; expected it once`, { hint: 'Keep one of the two.' });
                }
                // By definition, since assigning to `__proto__` makes no key.
                Object.defineProperty(object, key, {
                    value: toValue(value, reading),
                    enumerable: true,
                    configurable: true,
                    writable: true
                });
                path.pop();
            }
            return object;
        }
        case 'Array':
            return node.elements.map(({ value }, i) => {
                reading.path.push(i);
                const item = toValue(value, reading);
                reading.path.pop();
                return item;
            });
        case 'Number': {
            const { start, end } = node.loc;
            return toNumber(reading.text.slice(start.offset, end.offset));
        }
        case 'String':
        case 'Boolean':
            return node.value;
        case 'Null':
            return null;
        case 'NaN':
        case 'Infinity':
            throw new Error(`JSON has no ${node.type}`);
    }
}
function toNumber(raw) {
    const number = Number(raw);
    if (String(number) === raw) {
        const isExact = !Number.isInteger(number) || Number.isSafeInteger(number);
        if (isExact || !/^-?\d+$/.test(raw))
            return number;
    }
    const isInteger = /^-?[1-9]\d*$/.test(raw) && raw.length <= MAX_DIGITS;
    return isInteger ? BigInt(raw) : new JsonNumber(raw);
}
function nodeAt(root, path, part) {
    let node = root;
    for (const [depth, key] of path.entries()) {
        const member = node.type === 'Array'
            ? node.elements[Number(key)]
            : node.type === 'Object'
                ? node.members.find(({ name: n }) => (n.type === 'String' ? n.value : n.name) === key)
                : undefined;
        if (member === undefined)
            return node;
        const isLast = depth === path.length - 1;
        if (part === 'key' && isLast && member.type === 'Member')
            return member.name;
        node = member.value;
    }
    return node;
}
/**
 * JSON in one line, for an error message: at most 60 characters of it, with
 * those escaped that one does not see, or that break a line.
 */
function shortJson(value) {
    const text = JSON.stringify(value, (_, v) => typeof v === 'bigint' ? String(v) : v instanceof JsonNumber ? v.text : v);
    const short = text.length > 60 ? `${text.slice(0, 57)}...` : text;
    return short.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
/** Writes JSON with two spaces, one element a line, and bigints as integers. */
function formatJson(value, indent = '') {
    const inner = `${indent}  `;
    if (Array.isArray(value)) {
        if (value.length === 0)
            return '[]';
        const items = value.map(v => inner + formatJson(v, inner));
        return `[\n${items.join(',\n')}\n${indent}]`;
    }
    if (value instanceof JsonNumber)
        return value.text;
    if (typeof value === 'object' && value !== null) {
        const members = Object.entries(value).map(([k, v]) => `${inner}${JSON.stringify(k)}: ${formatJson(v, inner)}`);
        if (members.length === 0)
            return '{}';
        return `{\n${members.join(',\n')}\n${indent}}`;
    }
    return typeof value === 'bigint' ? value.toString() : JSON.stringify(value);
}
/**
 * A number that neither a double nor a bigint writes as it stands in the file:
 * `1e400`, `1.50`, `-0`. Kept as its text.
 */
class JsonNumber {
    text;
    constructor(text) {
        this.text = text;
    }
}


/***/ }),

/***/ 6590:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $i: () => (/* binding */ isPlain),
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   MZ: () => (/* binding */ codeCell),
/* harmony export */   OF: () => (/* binding */ fenced),
/* harmony export */   SS: () => (/* binding */ codeSpan),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   vI: () => (/* binding */ shortened)
/* harmony export */ });
/** Longer than any system call's name or setting; the rest is not shown. */
const MAX = 200;
/**
 * A text that others may have chosen, as a Markdown code span: in it GitHub
 * makes no mention, link, image or HTML of anything.
 */
function codeSpan(text) {
    const line = shortened(oneLine(text), MAX);
    const fence = '`'.repeat(longestRun(line) + 1);
    const pad = /^`|`$|^ .* $/.test(line) || line === '' ? ' ' : '';
    return `${fence}${pad}${line}${pad}${fence}`;
}
/** The same for a cell of a table, where a bare `|` would end the cell. */
function codeCell(text) {
    return codeSpan(text).replaceAll('|', '\\|');
}
/** How many backticks stand together at most; a text can have very many. */
const longestRun = (text) => (text.match(/`+/g) ?? []).reduce((max, run) => Math.max(max, run.length), 0);
/** A text in one line, that shows all that it is. */
const oneLine = (text) => text.replace(UNFIT_IN_LINE, '\ufffd');
/** At most so many UTF-16 units of a text, without half a character. */
function shortened(text, max) {
    const short = text.length > max ? `${text.slice(0, max)}…` : text;
    return short.toWellFormed();
}
/**
 * A sentence that can have others' words in it. Its code spans stay, and what
 * could be more than a word of text becomes one.
 *
 * @param span for a line, or for a table's cell
 */
function prose(sentence, span = codeSpan) {
    return shortened(oneLine(sentence), MAX_SENTENCE).replace(TOKEN, (token, _, at) => {
        const [, open = '', word = '', close = ''] = AROUND.exec(token) ?? [];
        if (word === '')
            return token;
        const isItem = at === 0 && /^\d+[.)]$/.test(token);
        if (isHarmless(word) && !isItem) {
            const text = word.replace(CODE, code => span(readSpan(code)));
            return `${open}${text}${close}`;
        }
        const [, all = '', end = ''] = ENDED.exec(token) ?? [];
        return open === '' ? `${span(all)}${end}` : `${open}${span(word)}${close}`;
    });
}
/** Longer than any of ours. */
const MAX_SENTENCE = 10_000;
/** A code span: CommonMark 0.31, section 6.1. */
const CODE = /(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g;
/** What stands between spaces, where a code span has none. */
const TOKEN = new RegExp(`(?:${CODE.source}|[^ ])+`, 'g');
/** What can stand around a word in a sentence, and means nothing. */
const AROUND = /^(["'(]{0,2})(.*?)([)"',.;:?!]{0,4})$/;
const ENDED = /^(.*?)([,.;:?!]{0,4})$/;
/**
 * Whether neither CommonMark nor GitHub makes anything of a word besides its
 * code spans: it has no markup, and is no mention, address, number of an issue
 * or commit's id.
 */
function isHarmless(word) {
    const [spans, none] = [word.replace(CODE, 'x'), word.replace(CODE, ' ')];
    return (/^[a-z0-9]+(?:[-.'_(+/][a-z0-9]+)*$/i.test(spans) &&
        !/\bwww\.|[a-z]-\d|\b[0-9a-f]{7,}\b/i.test(none));
}
/** A code span's text. */
function readSpan(code) {
    const inside = code.replace(/^`+|`+$/g, '');
    const isPadded = /^ .* $/.test(inside) && inside.trim() !== '';
    return isPadded ? inside.slice(1, -1) : inside;
}
/** Text of several lines that others may have chosen, as a code block. */
function fenced(text, language = 'text') {
    const clean = text
        .replace(/\r\n?/g, '\n')
        .replace(UNFIT, '\ufffd')
        .toWellFormed();
    const fence = '`'.repeat(Math.max(2, longestRun(clean)) + 1);
    return `${fence}${language}\n${clean}\n${fence}`;
}
/**
 * Control characters, separators of lines, and what turns the direction of
 * writing, which would show other text than there is, also beside it.
 */
const UNFIT_IN_LINE = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;
/** The same but for tabs and line ends. */
const UNFIT = /(?![\t\n])[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;
/**
 * Whether a page carries a text of several lines unchanged, and shows it as it
 * is. U+FFFD stands for bytes that were lost already.
 */
function isPlain(text) {
    return (text.search(UNFIT) < 0 && !text.includes('\ufffd') && text.isWellFormed());
}


/***/ }),

/***/ 2781:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ parseShellWords)
/* harmony export */ });
/* harmony import */ var shlex__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5637);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3916);


/**
 * One line as the words that a shell would make of it; nothing in them is
 * expanded.
 *
 * @param input the name of the input that the line is from
 * @param otherwise how to write what needs a shell, for the hint
 * @throws UserError where a quote is open, there is no word, or one is an
 *   operator of the shell's
 */
function parseShellWords(input, line, otherwise) {
    let words;
    try {
        words = (0,shlex__WEBPACK_IMPORTED_MODULE_0__/* .split */ .lD)(line);
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`input ${input}: a quote is not closed in ${JSON.stringify(line)}`, { hint: `Close the quote, or ${otherwise}.`, cause });
    }
    if (!words[0]) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`input ${input}: has no command`, {
            hint: `Set \`${input}\` in the workflow step.`
        });
    }
    const unquoted = new Set(line.split(/\s+/));
    const operator = words.find(word => SHELL_OPERATORS.has(word) && unquoted.has(word));
    if (operator !== undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`input ${input}: ${JSON.stringify(operator)} needs a shell, and one line is run without`, { hint: `To use a shell, ${otherwise}.` });
    }
    return words;
}
const SHELL_OPERATORS = new Set('&& || | ; & > >> < << 2> 2>&1 >& |& ( )'.split(' '));


/***/ }),

/***/ 8863:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ isPublished)
/* harmony export */ });
/** Whether the branch has the profile now, so that somebody accepted it. */
const isPublished = (publication) => publication?.kind === 'committed' || publication?.kind === 'there';


/***/ }),

/***/ 1396:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ settle),
/* harmony export */   S: () => (/* binding */ judge)
/* harmony export */ });
/* harmony import */ var _profile_diff_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7380);

/**
 * Weighs a diff by the user's policy.
 *
 * - `added` fails when calls became allowed that the committed file refuses;
 * - `changed` fails when anything differs, a new file included;
 * - `dangerous` fails when one of the new calls is dangerous;
 * - `never` does not fail.
 *
 * A first file (`created`) fails under `changed` alone: there was nothing yet
 * that anybody could have accepted. A call that is needed and denied fails
 * under each of them, and so does a profile under which the tests fail.
 */
function judge(input) {
    const { diff, isFirst, failOn, isDangerous, denied, hasFailed } = input;
    const verdict = isFirst ? 'created' : verdictOf(diff);
    const failsOn = {
        added: verdict === 'added',
        changed: verdict !== 'unchanged',
        dangerous: verdict === 'added' && diff.added.some(isDangerous),
        never: false
    };
    const isUnfit = denied.length > 0 || hasFailed;
    return { verdict, fails: isUnfit || failsOn[failOn], denied };
}
/**
 * The judgement once the profile is, or is not, on the branch: what this run
 * committed fails nobody.
 */
function settle(judgement, isPublished) {
    return isPublished ? { ...judgement, fails: false } : judgement;
}
function verdictOf(diff) {
    if ((0,_profile_diff_js__WEBPACK_IMPORTED_MODULE_0__/* .isEmptyDiff */ .$7)(diff))
        return 'unchanged';
    if (diff.added.length > 0)
        return 'added';
    if (diff.changed.length > 0 || diff.settings.length > 0)
        return 'changed';
    return 'removed';
}


/***/ }),

/***/ 5890:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ verifyProfile)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/profile/refusals.ts
var refusals = __webpack_require__(604);
// EXTERNAL MODULE: ./src/recorders/recorders.ts + 12 modules
var recorders_recorders = __webpack_require__(7005);
// EXTERNAL MODULE: ./src/replay/proof-input.ts
var proof_input = __webpack_require__(5452);
// EXTERNAL MODULE: ./src/replay/prove.ts + 1 modules
var prove = __webpack_require__(8098);
// EXTERNAL MODULE: ./src/replay/replay.ts
var replay = __webpack_require__(8072);
// EXTERNAL MODULE: ./src/report/annotations.ts
var annotations = __webpack_require__(856);
// EXTERNAL MODULE: ./src/text/markdown.ts
var markdown = __webpack_require__(6590);
// EXTERNAL MODULE: ./src/report/replay.ts
var report_replay = __webpack_require__(3819);
// EXTERNAL MODULE: ./src/report/sections.ts
var sections = __webpack_require__(3844);
;// CONCATENATED MODULE: ./src/report/verification.ts



/** The one line of a verification, also for the log and a failed step. */
function verifiedLine({ replay, profile }) {
    const { failure, watch } = replay;
    if (failure)
        return failure.message;
    return watch === 'nobody'
        ? `the tests pass under ${(0,markdown/* codeSpan */.SS)(profile)}`
        : `the tests pass under ${(0,markdown/* codeSpan */.SS)(profile)}, which refuses them nothing that they need`;
}
/** The report of a verification, as GitHub's Markdown. */
function renderVerification(verified) {
    return joinSections(verificationSections(verified));
}
/** The same in sections. */
function verificationSections(verified) {
    const { replay, profile } = verified;
    const line = replay.failure
        ? `the tests do not work under ${(0,markdown/* codeSpan */.SS)(profile)}`
        : verifiedLine(verified);
    const mark = replay.failure ? '⛔' : '✅';
    return [
        { rank: 2, name: 'the result', text: `## ${mark} seccomp-lock: ${line}` },
        { rank: 1, name: 'the replay', text: (0,report_replay/* renderReplay */.c)(replay, profile) }
    ];
}

// EXTERNAL MODULE: ./src/suite/fit.ts + 1 modules
var fit = __webpack_require__(8728);
// EXTERNAL MODULE: ./src/suite/preflight.ts + 1 modules
var preflight = __webpack_require__(9911);
// EXTERNAL MODULE: ./src/suite/prepare.ts
var prepare = __webpack_require__(1231);
;// CONCATENATED MODULE: ./src/verify.ts












/**
 * Runs the tests under the profile in the repository, as it is, and tells which
 * calls it refuses. Records nothing and writes no profile.
 *
 * @throws UserError, Cancelled
 */
async function verifyProfile(inputs, world) {
    const opened = await (0,preflight/* openRunner */.N)(inputs, world);
    const { committed, podman, engine, engineDefault, host } = opened;
    const { environment } = world;
    if (!committed)
        throw nothingToVerify(inputs.profile);
    const { replay, image } = await (0,prepare/* withPlace */.q)(world, podman, async (place) => {
        const recorders = (0,fit/* fitRecorders */.J)((0,recorders_recorders/* createRecorders */.i)(host, engineDefault, (0,refusals/* refusalsOf */.h)(engineDefault)), undefined, { host, engine, environment, world: place });
        const input = await (0,proof_input/* proofInput */.F)(inputs, opened, recorders, undefined);
        const run = await (0,prepare/* prepareRun */.Z)(inputs, environment, engine, place);
        const { profile } = committed;
        const replay = await (0,prove/* verify */.MX)(run, profile, input)
            .then(tried => (0,prove/* withCanary */.zj)(run, profile, tried))
            .catch(failed);
        return { replay, image: run.image };
    });
    const profile = external_node_path_default().relative(inputs.workspace, inputs.profile);
    const told = { replay, profile };
    return {
        ...{ replay, profile, headline: verifiedLine(told) },
        sections: verificationSections(told),
        image,
        annotations: (0,annotations/* annotateRefused */.$O)({ ...told, text: committed.text })
    };
}
/** A replay that could not be made is one that failed. */
function failed(error) {
    if (error instanceof errors/* UserError */.yo)
        return (0,replay/* failedReplay */.b0)(error);
    throw error;
}
function nothingToVerify(file) {
    return new errors/* UserError */.yo(`mode verify: there is no profile ${file}`, {
        hint: 'Let `mode: lock` make one and commit it, or name another file by `profile`.'
    });
}


/***/ }),

/***/ 8568:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gt: () => (/* binding */ refuseUnwritable),
/* harmony export */   Sz: () => (/* binding */ refuseEscape),
/* harmony export */   er: () => (/* binding */ readProfile),
/* harmony export */   vK: () => (/* binding */ writeAtomically)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3916);
/* harmony import */ var _host_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3285);





/** A file bigger than this is no seccomp profile. */
const MAX_PROFILE_BYTES = 4 * 1024 * 1024;
/**
 * Refuses a path that the workflow's author meant to be inside the workspace
 * and that a symbolic link of the repository leads out of it: it could make a
 * root process read or write any file. A path that the author wrote as one
 * outside stays allowed.
 *
 * @throws UserError
 */
async function refuseEscape(input, file, workspace) {
    if (!isInside(file, workspace))
        return;
    const [real, realWorkspace] = await Promise.all([
        realpathOfExisting(file),
        node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default().realpath(workspace)
    ]).catch((error) => {
        throw pathError(input, file, 'is no usable path', error);
    });
    if (isInside(real, realWorkspace))
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`input ${input}: ${file} leads out of the workspace, to ${real}`, { hint: 'Replace the symbolic link by the file itself.' });
}
/**
 * Reads the committed profile.
 *
 * @returns its text, or undefined where there is no such file
 * @throws UserError where it is no regular file, unreadable or far too large
 */
async function readProfile(file) {
    try {
        const stat = await node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default().lstat(file);
        if (!stat.isFile())
            throw notRegular(file, stat);
        if (stat.size > MAX_PROFILE_BYTES) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`input profile: ${file} has ${stat.size} bytes, far more than a profile`, { hint: 'Name the profile, or delete the file to have it made anew.' });
        }
        return await node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default().readFile(file, 'utf8');
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errnoCode */ .UK)(error) === 'ENOENT')
            return undefined;
        throw pathError('profile', file, 'cannot be read', error);
    }
}
/**
 * Refuses a profile path that could not be written after a long run.
 *
 * @throws UserError
 */
async function refuseUnwritable(file) {
    const directory = node_path__WEBPACK_IMPORTED_MODULE_2___default().dirname(file);
    try {
        if (!(await (0,_host_files_js__WEBPACK_IMPORTED_MODULE_4__/* .isDirectory */ .w)(directory))) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`input profile: ${directory} is not a directory`, {
                hint: 'Name a file in a directory of the repository.'
            });
        }
        // access(2) asks for root what the mode says, not what a read-only file
        // system says; only a write tells.
        const probe = besides(file);
        await node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default().writeFile(probe, '', { flag: 'wx' });
        await node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default().rm(probe);
    }
    catch (error) {
        throw pathError('profile', file, 'cannot be written', error);
    }
}
/**
 * Writes a file whole or not at all: beside, then renamed. Mode and owner of
 * the old file, or the owner of the directory, are kept, so that a root
 * runner leaves no root-owned file in a user's workspace.
 *
 * @throws UserError
 */
async function writeAtomically(file, text) {
    const temporary = besides(file);
    try {
        const old = await node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default().lstat(file).catch(() => undefined);
        if (old && !old.isFile())
            throw notRegular(file, old);
        const owner = old ?? (await node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default().stat(node_path__WEBPACK_IMPORTED_MODULE_2___default().dirname(file)));
        const handle = await node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default().open(temporary, 'wx', 0o644);
        try {
            await handle.writeFile(text);
            if (old)
                await handle.chmod(old.mode & 0o777);
            if (process.getuid?.() === 0)
                await handle.chown(owner.uid, owner.gid);
            await handle.sync();
        }
        finally {
            await handle.close();
        }
        await node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default().rename(temporary, file);
    }
    catch (error) {
        await node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default().rm(temporary, { force: true });
        throw pathError('profile', file, 'cannot be written', error);
    }
}
function notRegular(file, stat) {
    const what = stat.isDirectory()
        ? 'a directory'
        : stat.isSymbolicLink()
            ? 'a symbolic link'
            : 'no regular file';
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`input profile: ${file} is ${what}`, {
        hint: 'Name a regular file, or one that does not exist yet.'
    });
}
function besides(file) {
    const name = `.${node_path__WEBPACK_IMPORTED_MODULE_2___default().basename(file)}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}.tmp`;
    return node_path__WEBPACK_IMPORTED_MODULE_2___default().join(node_path__WEBPACK_IMPORTED_MODULE_2___default().dirname(file), name);
}
function isInside(file, directory) {
    const relative = node_path__WEBPACK_IMPORTED_MODULE_2___default().relative(directory, file);
    return relative !== '..' && !relative.startsWith(`..${(node_path__WEBPACK_IMPORTED_MODULE_2___default().sep)}`);
}
/** The real path of a file, or of its nearest parent that exists. */
async function realpathOfExisting(file) {
    try {
        return await node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default().realpath(file);
    }
    catch (error) {
        const parent = node_path__WEBPACK_IMPORTED_MODULE_2___default().dirname(file);
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errnoCode */ .UK)(error) !== 'ENOENT' || parent === file)
            throw error;
        return node_path__WEBPACK_IMPORTED_MODULE_2___default().join(await realpathOfExisting(parent), node_path__WEBPACK_IMPORTED_MODULE_2___default().basename(file));
    }
}
function pathError(input, file, what, error) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo || (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errnoCode */ .UK)(error) === undefined)
        return error;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`input ${input}: ${file} ${what}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}`, {
        hint: 'Check the path, its owner and its mode.',
        cause: error
    });
}


/***/ })

};
