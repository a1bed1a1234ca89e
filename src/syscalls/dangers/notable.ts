import type { Sentences } from './sentences.ts'

/** Calls that a reviewer should see, but that are seldom a way out alone. */
export const NOTABLE: Record<string, Sentences> = {
  clone: {
    brief: 'start processes, also in new namespaces',
    why: 'Starts processes and threads, which nearly all programs need, and with namespace flags the same as unshare.'
  },
  clone3: {
    brief: 'start processes with flags that seccomp cannot check',
    why: 'Starts processes and threads like clone, with its flags in memory, where no seccomp rule can look at them.'
  },
  chroot: {
    brief: 'change the root directory, or escape one',
    why: 'Changes the root directory; with CAP_SYS_CHROOT it is also the old way out of a root directory.'
  },
  'mknod mknodat': {
    brief: 'create device files, if privileged',
    why: 'Makes pipes and plain files, and with CAP_MKNOD device files, which then only the device cgroup guards.'
  },
  personality: {
    brief: 'turn off address randomisation',
    why: 'Changes how a program is run; some values switch address randomisation off or make all memory executable.'
  },
  modify_ldt: {
    brief: 'attack rarely used kernel code for segments',
    why: 'Sets up segments of the processor for 16-bit programs (Wine uses it), through rarely used kernel code.'
  },
  name_to_handle_at: {
    brief: 'get the number that opens a file',
    why: 'Gives the number by which open_by_handle_at finds a file.'
  },
  'adjtimex clock_adjtime clock_adjtime64': {
    brief: "read or tune the host's clock",
    why: "Reads the clock's tuning and with CAP_SYS_TIME changes it, for the whole host."
  },
  sethostname: {
    brief: 'change the name of the machine',
    why: 'Changes the name of the machine, or that of the container if it has a namespace for it.'
  },
  setdomainname: {
    brief: 'change the domain name of the machine',
    why: 'Changes the domain name (NIS) of the machine, or that of the container if it has a namespace for it.'
  },
  acct: {
    brief: 'turn off the record of ended processes',
    why: "Turns the kernel's record of ended processes on or off, which monitoring may rely on, and sets the file that it goes to."
  },
  'quotactl quotactl_fd': {
    brief: 'read and change disk quotas',
    why: 'Reads and, for the administrator, changes how much disk users of the host may fill.'
  },
  syslog: {
    brief: "read or clear the kernel's log",
    why: "Reads or clears the kernel's log, which shows addresses and what the host does."
  },
  kcmp: {
    brief: 'compare the kernel objects of two processes',
    why: 'Tells whether two processes share a kernel object, which helps to line up an exploit.'
  },
  lookup_dcookie: {
    brief: 'learn the paths of files on the host',
    why: "Turned a number of the kernel's profiler into a path on the host; gone since Linux 6.7."
  },
  _sysctl: {
    brief: 'read and change kernel settings',
    why: 'Reads and changes settings of the kernel; gone since Linux 5.5.'
  },
  sysfs: {
    brief: "list the kernel's file system types",
    why: 'An obsolete way to ask which types of file systems the kernel knows, which no current program needs.'
  },
  ustat: {
    brief: 'see how full a file system is',
    why: 'An obsolete way to ask how full a file system is, which no current program needs.'
  },
  nfsservctl: {
    brief: "control the kernel's file server",
    why: "Controlled the kernel's NFS server; gone since Linux 3.1."
  },
  'get_kernel_syms query_module': {
    brief: 'learn names and addresses in the kernel',
    why: 'Told the names and addresses in the kernel before Linux 2.6; no current program calls it.'
  },
  get_mempolicy: {
    brief: 'learn which node its memory lies on',
    why: 'Tells the memory node that data lies on; its code misused kernel memory (CVE-2018-10675).'
  },
  'set_mempolicy mbind': {
    brief: 'choose the nodes that its memory uses',
    why: 'Sets the memory node that data lies on, which can slow down others; its code leaked kernel memory (CVE-2017-7616).'
  },
  'move_pages migrate_pages': {
    brief: "move another process's memory between nodes",
    why: 'Moves memory between nodes, also that of other processes, and shows where it lies (CVE-2010-0415, CVE-2017-14140).'
  },
  set_mempolicy_home_node: {
    brief: 'choose the node tried first for memory',
    why: 'Sets the memory node that is tried first for a piece of memory.'
  },
  process_madvise: {
    brief: "swap out another process's memory",
    why: 'Advises the kernel on the memory of another process, such as to swap it out.'
  },
  fanotify_init: {
    brief: 'watch or hold up access to files',
    why: 'Watches or holds up file access on whole file systems, beyond the container with CAP_SYS_ADMIN.'
  },
  listmount: {
    brief: "list the container's mounts",
    why: 'Lists the mounts of a namespace, and so shows how the container is built.'
  },
  statmount: {
    brief: 'see where a mount comes from',
    why: 'Tells the source and the options of a mount, and so shows how the container is built.'
  },
  lsm_set_self_attr: {
    brief: 'change its own security label',
    why: 'Changes the security label that the process runs under (SELinux, AppArmor).'
  },
  vmsplice: {
    brief: 'put its memory pages into a pipe',
    why: "Puts a program's own memory pages into a pipe; a missing check there once gave root (CVE-2008-0600)."
  },
  splice: {
    brief: 'move file pages into a pipe',
    why: 'Moves file pages into a pipe without copying, by which "Dirty Pipe" overwrote read-only files (CVE-2022-0847).'
  },
  vhangup: {
    brief: 'hang up the terminal for every process',
    why: 'Hangs up the terminal, for every process that has it open.'
  },
  memfd_create: {
    brief: 'run programs that are on no disk',
    why: 'Makes a file that exists only in memory and can be run as a program that no disk scanner finds.'
  },
  execveat: {
    brief: 'run a program that has no path',
    why: 'Starts a program from a descriptor, even one that has no path.'
  },
  socketcall: {
    brief: 'open sockets that rules cannot check',
    why: "All of 32-bit x86's socket calls in one, with the arguments in memory, where no rule about address families can look."
  },
  spu_create: {
    brief: "prepare code for a Cell's side processors",
    why: 'Prepares code for the side processors of a Cell machine, in kernel code that is hardly ever used.'
  },
  spu_run: {
    brief: "run code on a Cell's side processors",
    why: 'Runs code on the side processors of a Cell machine, through kernel code that is hardly ever used.'
  },
  subpage_prot: {
    brief: 'change memory protection within a page',
    why: 'Changes the protection of parts of a memory page on POWER machines; rarely used.'
  },
  switch_endian: {
    brief: 'change its own byte order',
    why: 'Switches the byte order of the calling program on POWER machines; rarely used.'
  },
  sys_debug_setcontext: {
    brief: 'change its own registers and debug mode',
    why: 'Sets registers and debugging of the calling program on 32-bit POWER machines; rarely used.'
  },
  s390_sthyi: {
    brief: 'learn about the hypervisor and its machine',
    why: 'Asks the hypervisor about the machine that the host runs on.'
  },
  s390_pci_mmio_read: {
    brief: "read the memory of the host's devices",
    why: "Reads a PCI device's memory, which belongs to the host."
  },
  s390_pci_mmio_write: {
    brief: 'write to the memory of host devices',
    why: "Writes into a PCI device's memory, which belongs to the host."
  }
}
