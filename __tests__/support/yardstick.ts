import { randomBytes } from 'node:crypto'

import { startBackground } from '../../src/host/background.ts'
import { syscallsByNumber } from '../../src/syscalls/numbers.ts'
import { tryPodman } from './scratch.ts'

/**
 * What passes the filter of some containers, by a way of its own: the host
 * name in the namespace of the process, not its cgroup, says whose it is.
 *
 * @param args what follows `podman run`
 * @returns the names of the calls in any of the runs, sorted
 */
export async function yardstick(
  args: readonly string[],
  runs: number
): Promise<string[]> {
  const host = `yard-${randomBytes(6).toString('hex')}`
  const environment = process.env as Record<string, string>
  const sentinel = startBackground(['cat'], environment)
  const program = `
    BEGIN { printf("ready\\n"); }
    tracepoint:sched:sched_process_exit /pid == ${sentinel.pid ?? 0}/ { exit(); }
    tracepoint:raw_syscalls:sys_enter /curtask->seccomp.mode == 2/
    { @[curtask->nsproxy->uts_ns->name.nodename, args->id] = count(); }`
  const tracer = startBackground(
    ['bpftrace', '-B', 'line', '-e', program],
    environment
  )
  const lines: string[] = []
  const read = async (until: string) => {
    for (;;) {
      const { value } = await tracer.lines.next()
      if (value === undefined || value.includes(until)) return value
      lines.push(value)
    }
  }
  try {
    if ((await read('ready')) === undefined) throw new Error(tracer.stderr())
    for (let run = 0; run < runs; run++) {
      const { status, stderr } = tryPodman(
        'run',
        '--rm',
        `--hostname=${host}`,
        ...args
      )
      if (status !== 0) throw new Error(`ended with ${status}: ${stderr}`)
    }
  } finally {
    sentinel.closeInput()
  }
  await read('there is no such line')
  const names = lines.flatMap(line => {
    const [, of, number] = /^@\[(.+), (-?\d+)\]: \d+$/.exec(line) ?? []
    const table = syscallsByNumber('SCMP_ARCH_X86_64')
    return of === host ? [table.get(Number(number)) ?? `#${number}`] : []
  })
  return [...new Set(names)].sort()
}
