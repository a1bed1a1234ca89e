import type { Sentences } from './sentences.ts'

/** Calls that reach the host, other processes or much-exploited code. */
export const DANGEROUS: Record<string, Sentences> = {
  mount: {
    brief: 'mount host disks and kernel file systems',
    why: 'Changes what the container sees as its files; with CAP_SYS_ADMIN it brings in host disks, /proc or a cgroup tree, the classic steps of an escape.'
  },
  'umount umount2': {
    brief: 'uncover files that the engine has masked',
    why: 'Removes mounts, and so uncovers the files that the engine has masked under /proc and /sys.'
  },
  pivot_root: {
    brief: "swap the container's root file system",
    why: 'Swaps the root file system, which is the very step that locks a container in.'
  },
  fsopen: {
    brief: 'prepare to mount a new file system',
    why: 'Starts a mount in the new way, and so gets around rules that only name mount.'
  },
  fspick: {
    brief: 'change the options of a mounted file system',
    why: 'Picks a mounted file system to change its options, and so gets around rules that only name mount.'
  },
  fsconfig: {
    brief: 'set up a file system before mounting it',
    why: 'Sets up a file system for fsopen and fspick; an overflow in it gave root on the host (CVE-2022-0185).'
  },
  fsmount: {
    brief: 'turn a prepared file system into a mount',
    why: 'Makes the mount that fsopen and fsconfig prepared, and so gets around rules that only name mount.'
  },
  move_mount: {
    brief: 'put a mount anywhere in the file tree',
    why: 'Moves mounts by file descriptors, and so gets around rules that only name mount.'
  },
  open_tree: {
    brief: 'copy mounts to put them elsewhere',
    why: 'Copies mounts as file descriptors, and so gets around rules that only name mount.'
  },
  mount_setattr: {
    brief: 'make a read-only mount writable',
    why: 'Changes flags of whole mount trees, such as making a read-only mount writable again.'
  },
  unshare: {
    brief: 'get all capabilities in a new user namespace',
    why: 'Makes namespaces; a new user namespace hands out every capability inside it and opens kernel code that is otherwise closed (CVE-2022-0185, CVE-2022-0492).'
  },
  setns: {
    brief: 'enter the namespaces of another process',
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
    brief: "write to another process's memory",
    why: 'Writes into the memory of another process directly.'
  },
  pidfd_getfd: {
    brief: 'take open files out of another process',
    why: 'Takes open files and sockets out of another process, without its help.'
  },
  bpf: {
    brief: 'load programs into the kernel',
    why: 'Loads programs into the kernel; mistakes in their verifier have given root many times (CVE-2017-16995, CVE-2020-8835, CVE-2021-3490).'
  },
  'io_uring_setup io_uring_enter': {
    brief: 'read, write and connect unseen by seccomp',
    why: 'Has the kernel do file and network work that seccomp does not see, through code that has often been exploited (CVE-2022-29582, CVE-2023-2598).'
  },
  io_uring_register: {
    brief: 'give files to operations that seccomp cannot see',
    why: 'Registers files and buffers for work that seccomp does not see, through code that has often been exploited (CVE-2023-2598).'
  },
  add_key: {
    brief: "put keys into the kernel's key store",
    why: "Adds keys to the kernel's key store, which containers share with the host unless a namespace separates them."
  },
  request_key: {
    brief: "get keys from the kernel's key store",
    why: "Finds keys in the kernel's key store, which containers share with the host unless a namespace separates them, or has the host make one."
  },
  keyctl: {
    brief: 'read and change keys in the kernel',
    why: "Reads and changes the kernel's key store, which containers share with the host unless a namespace separates them, and which has given root (CVE-2016-0728)."
  },
  userfaultfd: {
    brief: 'stall the kernel to win race conditions',
    why: 'Lets a program stall the kernel in the middle of reading its memory, which makes race conditions easy to win.'
  },
  perf_event_open: {
    brief: 'spy on what kernel and processor do',
    why: 'Watches what kernel and processor do, which leaks addresses and secrets; it has given root (CVE-2013-2094).'
  },
  'init_module finit_module': {
    brief: "load code into the host's kernel",
    why: "Loads code into the host's kernel, which ends all isolation."
  },
  delete_module: {
    brief: "remove modules from the host's kernel",
    why: "Removes modules from the host's kernel."
  },
  create_module: {
    brief: "make room for code in the host's kernel",
    why: "Made room for a module in the host's kernel before Linux 2.6; no current program calls it."
  },
  'kexec_load kexec_file_load': {
    brief: "prepare another kernel to replace the host's",
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
    brief: 'control hardware directly through its ports',
    why: "Gives a program the processor's I/O ports, and with them the hardware."
  },
  pciconfig_read: {
    brief: "read the settings of the host's devices",
    why: 'Reads the configuration of PCI devices, which belong to the host.'
  },
  pciconfig_write: {
    brief: "change the settings of the host's devices",
    why: 'Changes the configuration of PCI devices, which belong to the host.'
  },
  pciconfig_iobase: {
    brief: "learn where the host's devices are addressed",
    why: 'Tells the addresses of PCI devices, which belong to the host.'
  },
  rtas: {
    brief: 'command the firmware that controls the host',
    why: 'Calls the firmware of a POWER machine, which controls the whole host.'
  },
  'vm86 vm86old': {
    brief: 'attack old kernel code for 16-bit programs',
    why: "Runs 16-bit real-mode code inside a 32-bit kernel's old virtual machine, code with a long record of flaws."
  },
  'settimeofday clock_settime clock_settime64 stime': {
    brief: "set the host's clock",
    why: 'Sets the clock of the host: no namespace separates the time of day.'
  },
  swapon: {
    brief: 'choose where the host swaps memory to',
    why: 'Has the host swap its memory to a file or disk, and so exposes it.'
  },
  swapoff: {
    brief: "take away the host's swap space",
    why: 'Takes a swap space from the host, and so can exhaust its memory.'
  },
  uselib: {
    brief: 'attack old kernel code that loads libraries',
    why: 'Loads an old-style shared library in the kernel; nothing needs it, and it has given root (CVE-2004-1235).'
  }
}
