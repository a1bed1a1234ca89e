import { beforeEach, describe, expect, test } from '@jest/globals'

import {
  type Candidate,
  deriveCandidate
} from '../../../src/candidate/candidate.ts'
import { UserError } from '../../../src/errors.ts'
import { begin, NO_HISTORY } from '../../../src/history/history.ts'
import { readInputs } from '../../../src/inputs/inputs.ts'
import { confirmRemovals } from '../../../src/record/confirm.ts'
import type { Recorded } from '../../../src/record/recorded.ts'
import { namesOf } from '../../../src/recorders/recording.ts'
import { uniteRecordings } from '../../../src/recorders/unite.ts'
import type { Suite } from '../../../src/suite/suite.ts'
import { PODMAN_DEFAULT_CAPABILITIES } from '../../../src/syscalls/capabilities.ts'
import { getter } from '../../support/action-yml.ts'
import { podmanDefault } from '../../support/profiles/podman-default.ts'
import { named, recording } from '../../support/recordings.ts'

const NAMES = ['bind', 'chmod', 'read']
const recordingOf = (...names: string[]) =>
  recording({ calls: named(...names) })

/** The titles of the runs that were recorded again, and the log. */
let again: string[]
let said: string[]

beforeEach(() => {
  again = []
  said = []
})

/**
 * Confirms removals from a profile of NAMES.
 *
 * @param runs what the tests make, run by run, and then the last one again
 * @param isUncertain which calls of the profile are not certain to be gone
 */
function confirm(
  runs: string[][],
  set: Record<string, string> = {},
  isUncertain: (name: string) => boolean = () => true
) {
  const inputs = readInputs(getter({ command: 'true', ...set }), '/w')
  const machine = {
    architecture: 'SCMP_ARCH_X86_64' as const,
    capabilities: PODMAN_DEFAULT_CAPABILITIES
  }
  const candidateOf = (names: string[], committed?: string[]): Candidate =>
    deriveCandidate({
      ...machine,
      recorded: names,
      sees: 'allowed',
      floor: [],
      recordUnder: 'default',
      portability: 'off',
      removals: 'apply',
      engineDefault: podmanDefault,
      committed: committed && candidateOf(committed).profile,
      isUncertain,
      defaultErrno: undefined
    })
  const first: Recorded = {
    image: 'i',
    recorder: 'bpftrace',
    checkedBy: undefined,
    doubts: [],
    floor: undefined,
    capabilities: [],
    output: '',
    recordings: [recordingOf(...(runs[0] ?? []))]
  }
  const unasked = () => Promise.reject(new Error('nobody asked'))
  const run: Suite = {
    image: 'i',
    engine: {
      version: '5.0',
      rootless: false,
      runtime: 'crun 1.8.1',
      architecture: machine.architecture,
      kernel: '6.18.0',
      defaultProfilePath: undefined
    },
    inputs,
    environment: {},
    world: {
      podman: { sudo: false, rootless: false, environment: {}, run: unasked },
      log: {
        info: line => said.push(line),
        warning: line => said.push(line),
        debug: () => undefined,
        group: unasked
      },
      signal: new AbortController().signal,
      container: 'c',
      scratch: '/nowhere'
    }
  }
  return confirmRemovals(
    run,
    {
      recorded: first,
      again: (recorded, title) => {
        again.push(title)
        const names = runs[Math.min(again.length, runs.length - 1)] ?? []
        const recordings = [...recorded.recordings, recordingOf(...names)]
        return Promise.resolve({ ...recorded, recordings })
      }
    },
    begin(NO_HISTORY, NAMES),
    ({ recordings }) => candidateOf(namesOf(uniteRecordings(recordings)), NAMES)
  )
}

const unseenOf = async (confirmed: ReturnType<typeof confirm>, name: string) =>
  (await confirmed).history.calls.get(name)?.unseen

describe('the tests are recorded again', () => {
  test('until the missing call is seen', async () => {
    const runs = [['chmod', 'read'], ['read'], ['bind', 'read'], ['chmod']]
    const { recorded, history } = await confirm(runs)
    expect(again).toEqual([
      'Run the tests again, 1 of up to 3',
      'Run the tests again, 2 of up to 3'
    ])
    expect(recorded.recordings.map(namesOf)).toEqual(runs.slice(0, 3))
    expect(history.runs).toBe(3)
    expect(history.calls.get('bind')).toMatchObject({ seen: 2, unseen: 0 })
    expect(history.calls.get('chmod')?.unseen).toBe(2)
    expect(said[0]).toContain('Not seen this time: bind.')
  })

  test('no more often than the workflow says', async () => {
    const set = { 'confirm-removals': '2' }
    expect(await unseenOf(confirm([['read']], set), 'bind')).toBe(3)
    expect(again).toHaveLength(2)
  })

  test('only while it is not certain', async () => {
    const isUncertain = () => again.length < 1
    const confirmed = confirm([['read']], {}, isUncertain)
    expect(await unseenOf(confirmed, 'bind')).toBe(2)
    expect(again).toHaveLength(1)
  })
})

describe('once is enough', () => {
  test.each<[string, string[], Record<string, string>]>([
    ['when all was seen', NAMES, {}],
    ['with confirm-removals: 0', ['read'], { 'confirm-removals': '0' }],
    ['where nothing leaves', ['read'], { removals: 'report' }]
  ])('%s', async (_, names, set) => {
    const { recorded, history } = await confirm([names], set)
    expect(again).toEqual([])
    expect(recorded.recordings).toHaveLength(1)
    expect(history.runs).toBe(1)
  })
})

test('tests that fail then are a failure', async () => {
  const failing = new UserError('the tests failed', { code: 'recording' })
  const confirmed = confirm([['read']], {}, () => {
    if (again.length > 0) throw failing
    return true
  })
  await expect(confirmed).rejects.toBe(failing)
})
