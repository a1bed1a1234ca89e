import type { Risk } from './dangerous.ts'

/** Calls that a reviewer should see, but that are seldom a way out alone. */
export const NOTABLE: Record<string, Risk> = {
  clone: {
    brief: 'start processes in new namespaces',
    why: 'Starts processes and threads, which nearly all programs need, and with namespace flags the same as unshare.'
  },
  clone3: {
    brief: 'make namespaces with flags that seccomp cannot see',
    why: 'Starts processes and threads like clone, with its flags in memory, where no seccomp rule can look at them.'
  },
  chroot: {
    brief: 'change the root directory, or escape one',
    why: 'Changes the root directory; with CAP_SYS_CHROOT it is also the old way out of a root directory.'
  },
  'mknod mknodat': {
    brief: "make device files for the host's hardware",
    why: 'Makes pipes and plain files, and with CAP_MKNOD device files, which then only the device cgroup guards.'
  },
  personality: {
    brief: 'switch off defences such as address randomisation',
    why: 'Changes how a program is run; some values switch address randomisation off or make all memory executable.'
  },
  modify_ldt: {
    brief: 'set up processor segments through rarely used code',
    why: 'Sets up segments of the processor for 16-bit programs (Wine uses it), through rarely used kernel code.'
  },
  name_to_handle_at: {
    brief: 'get handles that open files without a path',
    why: 'Gives the number by which open_by_handle_at finds a file.'
  },
  'adjtimex clock_adjtime clock_adjtime64': {
    brief: "speed up, slow or shift the host's clock",
    why: "Reads the clock's tuning and with CAP_SYS_TIME changes it, for the whole host."
  },
  sethostname: {
    brief: 'rename the machine or the container',
    why: 'Changes the name of the machine, or that of the container if it has a namespace for it.'
  },
  setdomainname: {
    brief: 'change the NIS domain name of the machine',
    why: 'Changes the NIS domain name of the machine, or that of the container if it has a namespace for it.'
  },
  acct: {
    brief: 'switch off or redirect the log of processes',
    why: "Turns the kernel's record of ended processes on or off, which monitoring may rely on, and sets the file that it goes to."
  },
  'quotactl quotactl_fd': {
    brief: "change the disk limits of the host's users",
    why: 'Reads and, for the administrator, changes how much disk users of the host may fill.'
  },
  syslog: {
    brief: "read or clear the kernel's log",
    why: "Reads or clears the kernel's log, which shows addresses and what the host does."
  },
  kcmp: {
    brief: 'learn whether two processes share kernel objects',
    why: 'Tells whether two processes share a kernel object, which helps to line up an exploit.'
  },
  lookup_dcookie: {
    brief: 'learn paths of files on the host',
    why: "Turned a number of the kernel's profiler into a path on the host; gone since Linux 6.7."
  },
  _sysctl: {
    brief: 'read and change kernel settings',
    why: 'An obsolete way to read and change settings of the kernel, which no current program needs.'
  },
  sysfs: {
    brief: 'list the file system types of the kernel',
    why: 'An obsolete way to list the file system types of the kernel, which no current program needs.'
  },
  ustat: {
    brief: 'learn how full mounted file systems are',
    why: 'An obsolete way to ask how full a mounted file system is, which no current program needs.'
  },
  nfsservctl: {
    brief: "control the kernel's NFS server",
    why: "Controlled the kernel's NFS server; gone since Linux 3.1."
  },
  'get_kernel_syms query_module': {
    brief: 'learn names and addresses in the kernel',
    why: 'Told the names and addresses in the kernel before Linux 2.6; no current program calls it.'
  },
  get_mempolicy: {
    brief: 'learn which memory node data lies on',
    why: 'Tells which memory node data lies on, through code that misused kernel memory (CVE-2018-10675).'
  },
  'set_mempolicy mbind': {
    brief: 'slow others down by filling a memory node',
    why: 'Sets the memory node that data lies on, which can slow down others; its code leaked kernel memory (CVE-2017-7616).'
  },
  move_pages: {
    brief: 'move and locate the memory of other processes',
    why: 'Moves memory between nodes, also that of other processes, and shows where it lies (CVE-2010-0415, CVE-2017-14140).'
  },
  migrate_pages: {
    brief: 'move the memory of other processes between nodes',
    why: 'Moves all memory of a process between nodes, also that of other processes.'
  },
  set_mempolicy_home_node: {
    brief: 'choose the memory node that is tried first',
    why: 'Sets the memory node that is tried first for a piece of memory.'
  },
  process_madvise: {
    brief: "have another process's memory swapped out",
    why: 'Advises the kernel on the memory of another process, such as to swap it out.'
  },
  fanotify_init: {
    brief: 'watch or hold up access to files',
    why: 'Watches or holds up file access on whole file systems, beyond the container with CAP_SYS_ADMIN.'
  },
  listmount: {
    brief: 'list the mounts of the container',
    why: 'Lists mounts, and so shows how the container is built.'
  },
  statmount: {
    brief: 'learn where mounts come from',
    why: 'Tells where a mount comes from and how it is set up, and so shows how the container is built.'
  },
  lsm_set_self_attr: {
    brief: 'run under another security label',
    why: 'Changes the security label that the process runs under (SELinux, AppArmor).'
  },
  vmsplice: {
    brief: 'put memory pages into pipes without copying',
    why: "Puts a program's own memory pages into a pipe; a missing check there once gave root (CVE-2008-0600)."
  },
  splice: {
    brief: 'move file pages into pipes without copying',
    why: 'Moves file pages into a pipe without copying, by which "Dirty Pipe" overwrote read-only files (CVE-2022-0847).'
  },
  vhangup: {
    brief: 'hang up the terminal for all its processes',
    why: 'Hangs up the terminal, for every process that has it open.'
  },
  memfd_create: {
    brief: 'run programs that no disk scanner finds',
    why: 'Makes a file that exists only in memory and can be run as a program that no disk scanner finds.'
  },
  execveat: {
    brief: 'run programs that have no path',
    why: 'Starts a program from a descriptor, even one that has no path.'
  },
  socketcall: {
    brief: 'open sockets past rules about address families',
    why: "All of 32-bit x86's socket calls in one, with the arguments in memory, where no rule about address families can look."
  },
  'spu_create spu_run': {
    brief: 'run code on side processors of Cell machines',
    why: 'Runs code on the side processors of a Cell machine, through kernel code that is hardly ever used.'
  },
  subpage_prot: {
    brief: 'protect memory in pieces smaller than a page',
    why: 'A rarely used call of POWER machines that protects memory in pieces smaller than a page.'
  },
  switch_endian: {
    brief: 'switch the byte order of a thread',
    why: 'A rarely used call of POWER machines that switches the byte order of the calling thread.'
  },
  sys_debug_setcontext: {
    brief: 'set registers and debugging of a thread',
    why: 'A rarely used call of POWER machines that sets registers and debugging of the calling thread.'
  },
  s390_sthyi: {
    brief: 'learn what machine the host runs on',
    why: 'Asks the hypervisor about the machine that the host runs on.'
  },
  s390_pci_mmio_read: {
    brief: 'read the memory of PCI devices',
    why: "Reads a PCI device's memory, which belongs to the host."
  },
  s390_pci_mmio_write: {
    brief: 'write to the memory of PCI devices',
    why: "Writes to a PCI device's memory, which belongs to the host."
  }
}
