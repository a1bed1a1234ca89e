import { type Check } from './checks/check.ts'
import { checkMachine } from './checks/machine.ts'
import { type Machine } from './checks/program.ts'
import { works } from './checks/trouble.ts'
import { recordersOfAuto } from './recorders/choose.ts'
import { RECORDER_NAMES, type RecorderName } from './recorders/known.ts'
import { checkRecorder } from './recorders/recorders.ts'
import { type Examination } from './report/examination.ts'

/** What only a container can show. */
export interface Trials {
  /** Whether podman can start one. */
  engine(): Promise<Check>
  /** Whether a recorder sees what is in one. */
  recorder(name: RecorderName): Promise<Check>
}

/**
 * Looks at the machine and at what each recorder needs of it. Starts no
 * container, changes nothing, and does not throw.
 */
export async function examine(machine: Machine): Promise<Examination> {
  const [ofMachine, ...recorders] = await Promise.all([
    checkMachine(machine),
    ...RECORDER_NAMES.map(async name => ({
      name,
      checks: await checkRecorder(name, machine)
    }))
  ])
  return concluded(ofMachine, recorders)
}

/**
 * The same examination with what trials show: podman's, and that of each
 * recorder that lacks nothing.
 *
 * @throws what the trials throw
 */
export async function tryOut(
  { machine, recorders }: Examination,
  trials: Trials
): Promise<Examination> {
  const tried = [...machine, await trials.engine()]
  if (!works(tried)) return concluded(tried, recorders)
  const all: Examination['recorders'] = []
  for (const { name, checks } of recorders) {
    const trial = works(checks) ? [await trials.recorder(name)] : []
    all.push({ name, checks: [...checks, ...trial] })
  }
  return concluded(tried, all)
}

function concluded(
  machine: Check[],
  recorders: Examination['recorders']
): Examination {
  const working = recorders.filter(({ checks }) => works(checks))
  return {
    machine,
    recorders,
    recordsWith: works(machine)
      ? recordersOfAuto(working.map(({ name }) => name))
      : []
  }
}
