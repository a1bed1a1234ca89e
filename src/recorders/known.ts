import type { About } from './about.ts'
import { audit } from './audit/about.ts'
import { bpftrace } from './bpftrace/about.ts'
import { hook } from './hook/about.ts'
import { strace } from './strace/about.ts'

/** The recorders, the best first. */
const KNOWN = [bpftrace, hook, audit, strace] as const

export type RecorderName = (typeof KNOWN)[number]['name']

export const RECORDER_NAMES: readonly RecorderName[] = KNOWN.map(
  ({ name }) => name
)

/** The facts about each recorder that hold on any machine. */
export const ABOUT = Object.fromEntries(
  KNOWN.map(about => [about.name, about])
) as Record<RecorderName, About>
