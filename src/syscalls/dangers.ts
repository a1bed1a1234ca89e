/**
 * What is known about dangerous system calls, in our own words. A key is one
 * name, or several separated by spaces; no name occurs twice.
 *
 * Sources: each call's manual page (section 2) for what it does and which
 * capability it asks for; the CVE records named; podman's and moby's default
 * profiles (podman-default.json, profile/moby-default.json) for what they refuse.
 */

/** Calls that reach the host, other processes or much-exploited code. */
export const DANGEROUS: Record<string, string> = {
  mount:
    'Changes what the container sees as its files; with CAP_SYS_ADMIN it brings in host disks, /proc or a cgroup tree, the classic steps of an escape.',
  'umount umount2':
    'Removes mounts, and so uncovers the files that the engine has masked under /proc and /sys.',
  pivot_root:
    'Swaps the root file system, which is the very step that locks a container in.',
  'fsopen fspick fsconfig fsmount':
    'The new way to mount, and a way around rules that only name mount; an overflow in fsconfig gave root on the host (CVE-2022-0185).',
  'move_mount open_tree':
    'Copies and moves mounts as file descriptors, and so gets around rules that only name mount.',
  mount_setattr:
    'Changes flags of whole mount trees, such as making a read-only mount writable again.',
  unshare:
    'Makes namespaces; a new user namespace hands out every capability inside it and opens kernel code that is otherwise closed (CVE-2022-0185, CVE-2022-0492).',
  setns:
    "Enters the namespaces of another process, including the host's if it gets a descriptor of one.",
  ptrace:
    'Reads and changes other processes at will; before Linux 4.8 it could also change a call after seccomp had let it through.',
  'process_vm_readv process_vm_writev':
    'Reads or writes the memory of another process directly, with its secrets.',
  pidfd_getfd:
    'Takes open files and sockets out of another process, without its help.',
  bpf: 'Loads programs into the kernel; mistakes in their verifier have given root many times (CVE-2017-16995, CVE-2020-8835, CVE-2021-3490).',
  'io_uring_setup io_uring_enter io_uring_register':
    'Has the kernel do file and network work that seccomp does not see, through code that has often been exploited (CVE-2022-29582, CVE-2023-2598).',
  'add_key request_key keyctl':
    "Works on the kernel's key store, which containers share with the host unless a namespace separates them, and which has given root (CVE-2016-0728).",
  userfaultfd:
    'Lets a program stall the kernel in the middle of reading its memory, which makes race conditions easy to win.',
  perf_event_open:
    'Watches what kernel and processor do, which leaks addresses and secrets; it has given root (CVE-2013-2094).',
  'init_module finit_module':
    "Loads code into the host's kernel, which ends all isolation.",
  delete_module: "Removes modules from the host's kernel.",
  create_module:
    "Made room for a module in the host's kernel before Linux 2.6; no current program calls it.",
  'kexec_load kexec_file_load':
    "Prepares another kernel to be started in place of the host's.",
  reboot:
    'Restarts or halts the machine, or loads another kernel; in a pid namespace it ends that namespace.',
  open_by_handle_at:
    'Opens a file by a number instead of a path, and so files of the host outside the container (the "Shocker" escape of 2014).',
  'iopl ioperm':
    "Gives a program the processor's I/O ports, and with them the hardware.",
  'pciconfig_read pciconfig_write pciconfig_iobase':
    'Reads or sets up PCI devices, which belong to the host.',
  rtas: 'Calls the firmware of a POWER machine, which controls the whole host.',
  'vm86 vm86old':
    "Runs 16-bit real-mode code inside a 32-bit kernel's old virtual machine, code with a long record of flaws.",
  'settimeofday clock_settime clock_settime64 stime':
    'Sets the clock of the host: no namespace separates the time of day.',
  'swapon swapoff':
    'Changes where the host swaps its memory to, and so exposes or exhausts it.',
  uselib:
    'Loads an old-style shared library in the kernel; nothing needs it, and it has given root (CVE-2004-1235).'
}

/** Calls that a reviewer should see, but that are seldom a way out alone. */
export const NOTABLE: Record<string, string> = {
  clone:
    'Starts processes and threads, which nearly all programs need, and with namespace flags the same as unshare.',
  clone3:
    'Starts processes and threads like clone, with its flags in memory, where no seccomp rule can look at them.',
  chroot:
    'Changes the root directory; with CAP_SYS_CHROOT it is also the old way out of a root directory.',
  'mknod mknodat':
    'Makes pipes and plain files, and with CAP_MKNOD device files, which then only the device cgroup guards.',
  personality:
    'Changes how a program is run; some values switch address randomisation off or make all memory executable.',
  modify_ldt:
    'Sets up segments of the processor for 16-bit programs (Wine uses it), through rarely used kernel code.',
  name_to_handle_at:
    'Gives the number by which open_by_handle_at finds a file.',
  'adjtimex clock_adjtime clock_adjtime64':
    "Reads the clock's tuning and with CAP_SYS_TIME changes it, for the whole host.",
  'sethostname setdomainname':
    'Changes the name of the machine, or that of the container if it has a namespace for it.',
  acct: "Turns the kernel's record of ended processes on or off, which monitoring may rely on, and sets the file that it goes to.",
  'quotactl quotactl_fd':
    'Reads and, for the administrator, changes how much disk users of the host may fill.',
  syslog:
    "Reads or clears the kernel's log, which shows addresses and what the host does.",
  kcmp: 'Tells whether two processes share a kernel object, which helps to line up an exploit.',
  lookup_dcookie:
    "Turned a number of the kernel's profiler into a path on the host; gone since Linux 6.7.",
  '_sysctl sysfs ustat':
    'An obsolete way to query or set the kernel or its file systems, which no current program needs.',
  nfsservctl: "Controlled the kernel's NFS server; gone since Linux 3.1.",
  'get_kernel_syms query_module':
    'Told the names and addresses in the kernel before Linux 2.6; no current program calls it.',
  'get_mempolicy set_mempolicy mbind':
    'Sets the memory node that data lies on, which can slow down others; its code leaked or misused kernel memory (CVE-2017-7616, CVE-2018-10675).',
  'move_pages migrate_pages':
    'Moves memory between nodes, also that of other processes, and shows where it lies (CVE-2010-0415, CVE-2017-14140).',
  set_mempolicy_home_node:
    'Sets the memory node that is tried first for a piece of memory.',
  process_madvise:
    'Advises the kernel on the memory of another process, such as to swap it out.',
  fanotify_init:
    'Watches or holds up file access on whole file systems, beyond the container with CAP_SYS_ADMIN.',
  'listmount statmount':
    'Lists mounts and their sources, and so shows how the container is built.',
  lsm_set_self_attr:
    'Changes the security label that the process runs under (SELinux, AppArmor).',
  vmsplice:
    "Puts a program's own memory pages into a pipe; a missing check there once gave root (CVE-2008-0600).",
  splice:
    'Moves file pages into a pipe without copying, by which "Dirty Pipe" overwrote read-only files (CVE-2022-0847).',
  vhangup: 'Hangs up the terminal, for every process that has it open.',
  memfd_create:
    'Makes a file that exists only in memory and can be run as a program that no disk scanner finds.',
  execveat: 'Starts a program from a descriptor, even one that has no path.',
  socketcall:
    "All of 32-bit x86's socket calls in one, with the arguments in memory, where no rule about address families can look.",
  'spu_create spu_run':
    'Runs code on the side processors of a Cell machine, through kernel code that is hardly ever used.',
  'subpage_prot switch_endian sys_debug_setcontext':
    'A rarely used call of POWER machines that changes how memory or registers are treated.',
  s390_sthyi: 'Asks the hypervisor about the machine that the host runs on.',
  's390_pci_mmio_read s390_pci_mmio_write':
    "Reads or writes a PCI device's memory, which belongs to the host."
}

/** Harmless calls that a default profile refuses, and the reason. */
export const HARMLESS: Record<string, string> = {
  socket:
    'Most families are harmless; default profiles leave out some (audit messages, virtual machine sockets).',
  'afs_syscall break ftime getpmsg gtty idle lock mpx multiplexer prof profil putpmsg security stty timerfd tuxcall ulimit vserver':
    'A number without a call behind it: Linux answers ENOSYS, as a profile would.',
  bdflush: 'Has had no effect for a long time, and is gone from newer kernels.',
  'nice oldfstat oldlstat oldolduname oldstat olduname readdir sgetmask sigaction signal sigpending sigsuspend ssetmask':
    'Replaced by a newer call decades ago; only very old programs use it.',
  'get_tls usr26 usr32':
    'A private call of 32-bit ARM about the calling thread alone.',
  arch_prctl:
    'Sets registers and features of the calling thread; the default profiles name it for 64-bit x86 only.',
  cachestat:
    'Tells how much of an open file is in memory; newer than the profiles that refuse it.',
  'futex_requeue futex_wait futex_waitv futex_wake':
    'A newer form of futex; newer than the profiles that refuse it.',
  'getxattrat listxattrat removexattrat setxattrat':
    'A newer form of the calls for extended attributes; newer than the default profiles.',
  'io_pgetevents io_pgetevents_time64':
    'Waits for file work to be done, as io_getevents does; newer than the profiles that refuse it.',
  'lsm_get_self_attr lsm_list_modules':
    "Reads the calling process's own security label or what kinds there are; newer than the default profiles.",
  map_shadow_stack:
    'Makes a protected stack of return addresses, a defence; newer than the profiles that refuse it.',
  mseal:
    'Forbids later changes to a piece of memory, a defence; newer than the default profiles.',
  riscv_hwprobe:
    'Tells what the processor can do; newer than the profiles that refuse it.',
  s390_guarded_storage:
    'Sets up a processor feature for garbage collection in the calling thread.',
  uretprobe:
    "The kernel inserts it when someone on the host traces a function's return; a traced program may die if it is refused."
}

/** Address families of socket(2) that are ways out. */
export const DANGEROUS_SOCKETS: Record<number, string> = {
  17: 'AF_PACKET reads and forges all packets of the network, through code that has given root (CVE-2016-8655, CVE-2017-7308, CVE-2020-14386).',
  21: 'AF_RDS is a rarely used protocol that has given root (CVE-2010-3904).',
  30: 'AF_TIPC is a rarely used cluster protocol with an overflow in its past (CVE-2021-43267).',
  38: "AF_ALG hands data to the kernel's own cryptography, a lot of code with flaws in its past (CVE-2019-8912).",
  40: 'AF_VSOCK talks to the hypervisor and other virtual machines past all network rules, and has given root (CVE-2021-26708).',
  44: 'AF_XDP takes packets from the network card past the network stack.'
}

/** Address families of socket(2) that a reviewer should see. */
export const NOTABLE_SOCKETS: Record<number, string> = {
  15: 'AF_KEY sets up IPsec, through old kernel code that needs CAP_NET_ADMIN.',
  16: 'AF_NETLINK sets up the network and its filters; harmless for queries, a way to root together with a user namespace (CVE-2022-32250, CVE-2024-1086).',
  29: 'AF_CAN talks to the buses of vehicles and machines.',
  31: 'AF_BLUETOOTH talks to radio devices of the host.',
  42: "AF_QIPCRTR talks to the modem and other parts of a phone's chip.",
  43: 'AF_SMC carries TCP over direct memory access, through code that few use.'
}
