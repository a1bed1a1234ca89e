import fc from 'fast-check'

import type {
  Observation,
  ProgramCount,
  RecordedCall,
  Recording
} from '../../src/recorders/recording.ts'
import { hostileText, syscallName } from './profiles/arbitraries.ts'

/** A recording that saw nothing, and what is given of it. */
export const recording = (members: Partial<Recording> = {}): Recording => ({
  format: 'seccomp-lock recording',
  version: 1,
  recorder: 'bpftrace',
  recordedUnder: 'default',
  architecture: 'SCMP_ARCH_X86_64',
  kernel: '6.18.0',
  engine: 'podman 5.0',
  runtime: 'crun 1.8.1',
  options: [],
  ...observation(),
  ...members
})

/** What a recorder saw of one container: nothing, and what is given. */
export const observation = (
  members: Partial<Observation> = {}
): Observation => ({ calls: [], denied: [], lost: [], blind: [], ...members })

/** Calls of which nobody knows who made them. */
export const named = (...names: string[]): RecordedCall[] =>
  names.map(name => ({ name, programs: [] }))

/** A program's name, as hostile as any. */
export const comm = fc.oneof(
  fc.constantFrom('sh', 'ls', 'a,b', '__proto__', 'constructor', ''),
  hostileText
)

/**
 * The same for tables that marked reads. Unlike GitHub's cmark-gfm, which
 * takes any `|` behind a backslash for escaped, it counts the backslashes.
 */
export const commInCell = comm.map(name => name.replace(/\\+(?=\||$)/g, ''))

const program: fc.Arbitrary<ProgramCount> = fc.record(
  {
    comm,
    count: fc.integer({ min: 1, max: 1_000_000 }),
    atLeast: fc.constant(true as const)
  },
  { requiredKeys: ['comm', 'count'] }
)

const call: fc.Arbitrary<RecordedCall> = fc.record(
  {
    name: fc.oneof(syscallName, fc.constantFrom('#451', '#-1')),
    architecture: fc.constantFrom(
      'SCMP_ARCH_X86' as const,
      'SCMP_ARCH_X32' as const
    ),
    programs: fc.uniqueArray(program, {
      maxLength: 3,
      selector: ({ comm }) => comm
    })
  },
  { requiredKeys: ['name', 'programs'] }
)

const identity = ({ name, architecture }: RecordedCall) =>
  `${name} ${architecture ?? ''}`

/** Any recording that a recorder can make. */
export const anyRecording: fc.Arbitrary<Recording> = fc
  .record({
    calls: fc.uniqueArray(call, { maxLength: 6, selector: identity }),
    denied: fc.uniqueArray(
      fc
        .tuple(call, fc.constantFrom(1, 22, 38))
        .map(([call, errno]) => ({ ...call, errno })),
      { maxLength: 4, selector: c => `${identity(c)} ${c.errno}` }
    ),
    blind: fc.array(fc.constantFrom('Nobody knows.', 'Nothing is known.'), {
      maxLength: 1
    })
  })
  .map(recording)
