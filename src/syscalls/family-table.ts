/** Calls that take each other's place, and the source for that. */
export interface Family {
  names: readonly string[]
  source: string
  /** A recording can miss all of them although the program needs them. */
  unseen: boolean
}

const TIME64 =
  'Linux 5.1: twins with 64-bit times on 32-bit architectures (arch/arm/tools/syscall.tbl)'

/**
 * Names, and the source. Left out, although programs fall back from one to the
 * other: fsopen and its relatives for mount(2), which would widen a profile by
 * far more than a twin; and socketcall(2) and ipc(2) of 32-bit x86 and s390x,
 * which libseccomp adds by itself to a rule on the call that goes through them.
 */
const TABLE: readonly (readonly [names: string, source: string])[] = [
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
  ].map(
    name =>
      [
        `${name} ${name}32`,
        `${name}(2): C library/kernel differences, 32-bit user ids`
      ] as const
  )
]

/**
 * Calls that the vDSO answers without a system call if the clock or the random
 * generator allows it, and otherwise passes to the kernel.
 */
const VDSO: Family = {
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
}

/** All families. Each name is in at most one of them. */
export const FAMILIES: readonly Family[] = [
  VDSO,
  ...TABLE.map(([names, source]) => ({
    names: names.split(' '),
    source,
    unseen: false
  }))
]
