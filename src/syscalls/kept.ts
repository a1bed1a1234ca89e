/**
 * Calls that every profile allows, because a container may need them at any
 * moment and a recording can miss them by chance. None of them reaches
 * beyond the calling process.
 */
export const ALWAYS_KEPT: readonly string[] = [
  // A process cannot end without them.
  'exit',
  'exit_group',
  // Every contended lock makes it, so every threaded program, at random.
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
]

/**
 * Calls that runc's init (a Go program) makes by chance before it has loaded
 * the filter. A recorder that begins before that and cannot tell them from the
 * application's, such as the hook, has them in one recording and not in the
 * next. 100 recordings of `ls -l /` under runc 1.1.5: tgkill in 84,
 * rt_sigreturn in 76; clone3, gettid, rt_sigprocmask and sigaltstack together
 * in 4 (a thread started late). getpid, nanosleep and set_robust_list belong to
 * the same acts (signalling a thread, backing off, starting a thread). After
 * the filter was loaded, none of them came and went in 600 starts
 * (src/floor/floor-table.json), and in 500 on a busy machine.
 */
export const RUNTIME_BY_CHANCE: readonly string[] = [
  'clone3',
  'getpid',
  'gettid',
  'nanosleep',
  'rseq',
  'rt_sigprocmask',
  'set_robust_list',
  'sigaltstack',
  'tgkill'
]
