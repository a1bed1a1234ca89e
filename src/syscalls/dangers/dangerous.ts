/**
 * What is known about dangerous system calls, in our own words; notable.ts,
 * harmless.ts and sockets.ts are the same for other calls and for
 * address families. A key is one name, or several separated by spaces; no name
 * occurs twice.
 *
 * Sources: each call's manual page (section 2) for what it does and which
 * capability it asks for; the CVE records named; podman's and moby's default
 * profiles (podman-default.json, profile/defaults/moby-default.json) for what they refuse.
 */

/** What a dangerous or notable call or address family is listed with. */
export interface Risk {
  /**
   * What it lets an intruder do: at most eight words that begin with a verb,
   * without a full stop.
   */
  brief: string
  /** One sentence: what it can do. */
  why: string
}

const KEY_STORE =
  "Works on the kernel's key store, which containers share with the host unless a namespace separates them, and which has given root (CVE-2016-0728)."

/** Calls that reach the host, other processes or much-exploited code. */
export const DANGEROUS: Record<string, Risk> = {
  mount: {
    brief: 'mount host disks, /proc or a cgroup tree',
    why: 'Changes what the container sees as its files; with CAP_SYS_ADMIN it brings in host disks, /proc or a cgroup tree, the classic steps of an escape.'
  },
  'umount umount2': {
    brief: 'uncover files masked under /proc and /sys',
    why: 'Removes mounts, and so uncovers the files that the engine has masked under /proc and /sys.'
  },
  pivot_root: {
    brief: "replace the container's root file system",
    why: 'Swaps the root file system, which is the very step that locks a container in.'
  },
  'fsopen fsconfig fsmount': {
    brief: 'mount file systems past rules for mount',
    why: 'The new way to mount, and a way around rules that only name mount; an overflow in fsconfig gave root on the host (CVE-2022-0185).'
  },
  fspick: {
    brief: 'reconfigure mounted file systems past rules for mount',
    why: 'Picks a mounted file system for fsconfig to change, such as from read-only to writable, and so gets around rules that only name mount.'
  },
  move_mount: {
    brief: 'attach or move mounts past rules for mount',
    why: 'Attaches new and copied mounts and moves existing ones, and so gets around rules that only name mount.'
  },
  // Linux 6.15: open_tree with the flags of mount_setattr.
  'open_tree open_tree_attr': {
    brief: 'copy mount trees past rules for mount',
    why: 'Copies mounts as file descriptors for move_mount to attach, and so gets around rules that only name mount.'
  },
  mount_setattr: {
    brief: 'make read-only mounts writable again',
    why: 'Changes flags of whole mount trees, such as making a read-only mount writable again.'
  },
  unshare: {
    brief: 'get all capabilities in a new user namespace',
    why: 'Makes namespaces; a new user namespace hands out every capability inside it and opens kernel code that is otherwise closed (CVE-2022-0185, CVE-2022-0492).'
  },
  setns: {
    brief: "enter another process's namespaces, even the host's",
    why: "Enters the namespaces of another process, including the host's if it gets a descriptor of one."
  },
  ptrace: {
    brief: 'read and change other processes',
    why: 'Reads and changes other processes at will; before Linux 4.8 it could also change a call after seccomp had let it through.'
  },
  process_vm_readv: {
    brief: "read another process's memory",
    why: 'Reads the memory of another process directly, with its secrets.'
  },
  process_vm_writev: {
    brief: "write another process's memory",
    why: 'Writes to the memory of another process directly, and so changes what it does.'
  },
  pidfd_getfd: {
    brief: 'take open files and sockets from other processes',
    why: 'Takes open files and sockets out of another process, without its help.'
  },
  bpf: {
    brief: 'load programs into the kernel',
    why: 'Loads programs into the kernel; mistakes in their verifier have given root many times (CVE-2017-16995, CVE-2020-8835, CVE-2021-3490).'
  },
  'io_uring_setup io_uring_enter io_uring_register': {
    brief: 'do file and network work unseen by seccomp',
    why: 'Has the kernel do file and network work that seccomp does not see, through code that has often been exploited (CVE-2022-29582, CVE-2023-2598).'
  },
  add_key: {
    brief: 'add or replace keys in the kernel',
    why: KEY_STORE
  },
  request_key: {
    brief: 'look up keys in the kernel',
    why: KEY_STORE
  },
  keyctl: {
    brief: 'read and change keys in the kernel',
    why: KEY_STORE
  },
  userfaultfd: {
    brief: 'stall the kernel to win race conditions',
    why: 'Lets a program stall the kernel in the middle of reading its memory, which makes race conditions easy to win.'
  },
  perf_event_open: {
    brief: 'leak addresses and secrets by watching the kernel',
    why: 'Watches what kernel and processor do, which leaks addresses and secrets; it has given root (CVE-2013-2094).'
  },
  'init_module finit_module': {
    brief: "load code into the host's kernel",
    why: "Loads code into the host's kernel, which ends all isolation."
  },
  delete_module: {
    brief: "take modules out of the host's kernel",
    why: "Removes modules from the host's kernel."
  },
  create_module: {
    brief: 'make room for a module in old kernels',
    why: "Made room for a module in the host's kernel before Linux 2.6; no current program calls it."
  },
  'kexec_load kexec_file_load': {
    brief: "load a kernel to replace the host's",
    why: "Prepares another kernel to be started in place of the host's."
  },
  reboot: {
    brief: 'restart or halt the machine',
    why: 'Restarts or halts the machine, or loads another kernel; in a pid namespace it ends that namespace.'
  },
  open_by_handle_at: {
    brief: 'open host files outside the container',
    why: 'Opens a file by a number instead of a path, and so files of the host outside the container (the "Shocker" escape of 2014).'
  },
  'iopl ioperm': {
    brief: "drive hardware through the processor's I/O ports",
    why: "Gives a program the processor's I/O ports, and with them the hardware."
  },
  pciconfig_read: {
    brief: 'read the settings of PCI devices',
    why: 'Reads the settings of PCI devices, which belong to the host.'
  },
  pciconfig_write: {
    brief: 'change the settings of PCI devices',
    why: 'Changes the settings of PCI devices, which belong to the host.'
  },
  pciconfig_iobase: {
    brief: 'learn where PCI devices lie in memory',
    why: 'Tells where in physical memory PCI devices lie, which belong to the host.'
  },
  rtas: {
    brief: 'call the firmware that controls the host',
    why: 'Calls the firmware of a POWER machine, which controls the whole host.'
  },
  'vm86 vm86old': {
    brief: 'attack old kernel code that runs 16-bit programs',
    why: "Runs 16-bit real-mode code inside a 32-bit kernel's old virtual machine, code with a long record of flaws."
  },
  'settimeofday clock_settime clock_settime64 stime': {
    brief: "set the host's clock",
    why: 'Sets the clock of the host: no namespace separates the time of day.'
  },
  swapon: {
    brief: "send the host's memory to a chosen file",
    why: "Has the host swap its memory to a file or disk of the caller's choice, and so exposes it."
  },
  swapoff: {
    brief: "use up memory by stopping the host's swapping",
    why: 'Stops the host from swapping to a file or disk, and so can exhaust its memory.'
  },
  uselib: {
    brief: 'attack an old library loader in the kernel',
    why: 'Loads an old-style shared library in the kernel; nothing needs it, and it has given root (CVE-2004-1235).'
  }
}
