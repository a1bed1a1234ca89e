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
