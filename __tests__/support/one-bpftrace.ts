import { startBackground } from '../../src/host/background.ts'
import { podmanEnvironment } from '../../src/host/environment.ts'
import {
  decodeMaps,
  lossesOf,
  observationOf
} from '../../src/recorders/bpftrace/output.ts'
import {
  bpftraceProgram,
  MAX_KEYS,
  PATH_LENGTH,
  READY,
  type WatchedDenials
} from '../../src/recorders/bpftrace/program.ts'
import type { Observation } from '../../src/recorders/recording.ts'
import type { Architecture } from '../../src/syscalls/architectures.ts'

/**
 * Watches many containers with one bpftrace, of the action's own program: to
 * attach takes longer than most containers run.
 *
 * @param work runs containers
 * @returns what the work does, and what a container of it did, by its ID
 */
export async function underOneBpftrace<T>(
  architecture: Architecture,
  denials: WatchedDenials,
  work: () => Promise<T>
): Promise<{
  value: T
  of: (id: string) => Pick<Observation, 'calls' | 'denied' | 'lost'>
}> {
  const program = bpftraceProgram({ architecture, outerFilters: 0, denials })
  const tracer = startBackground(
    ['bpftrace', '-f', 'json', '-c', '/bin/cat', '-e', program],
    {
      ...podmanEnvironment(process.env),
      BPFTRACE_STRLEN: String(PATH_LENGTH + 1),
      BPFTRACE_MAX_STRLEN: String(PATH_LENGTH + 1),
      BPFTRACE_MAP_KEYS_MAX: String(MAX_KEYS),
      BPFTRACE_MAX_MAP_KEYS: String(MAX_KEYS)
    }
  )
  const next = async () => {
    const { value, done } = await tracer.lines.next()
    return done ? undefined : value
  }
  try {
    for (let line = await next(); !line?.includes(READY); line = await next()) {
      if (line === undefined) throw new Error(tracer.stderr())
    }
    const value = await work()
    tracer.closeInput()
    const lines: string[] = []
    for (let line = await next(); line !== undefined; line = await next()) {
      lines.push(line)
    }
    const maps = decodeMaps(lines)
    return {
      value,
      of: id => {
        const { isSeen, ...seen } = observationOf(
          maps,
          id,
          architecture,
          denials.conditional
        )
        const lost = [...seen.lost, ...lossesOf(lines)]
        if (!isSeen || lost.length > 0) throw new Error(`${id}: ${lost.join()}`)
        return seen
      }
    }
  } finally {
    tracer.closeInput()
    await tracer.ended
  }
}
