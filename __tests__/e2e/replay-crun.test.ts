import path from 'node:path'

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'

import { allowedNames } from '../../src/profile/compare/diff.ts'
import { parseProfile } from '../../src/profile/parse.ts'
import { serializeProfile } from '../../src/profile/serialize.ts'
import { effort } from '../support/effort.ts'
import { without } from '../support/private-mounts.ts'
import { BASE_IMAGE, createScratch, type Scratch } from '../support/scratch.ts'
import { CRUN_PODMAN, noBpftrace, standIn } from '../support/stand-in.ts'

let scratch: Scratch

beforeEach(() => {
  scratch = createScratch()
})

afterEach(() => {
  scratch.remove()
})

/**
 * A step whose podman has crun. Its containers have no cgroup of their own,
 * by which bpftrace knows one.
 */
const step = (
  inputs: Record<string, string>,
  { hasBpftrace = false, ...options }: Options = {}
) => {
  if (!hasBpftrace) noBpftrace(scratch)
  return scratch.step(
    { image: BASE_IMAGE, command: 'ls -d /', 'fail-on': 'never', ...inputs },
    {
      ...options,
      environment: {
        // Neighbours have seen recorders work with another podman.
        XDG_CACHE_HOME: path.join(scratch.root, 'cache'),
        ...standIn(scratch, 'podman', CRUN_PODMAN)
      }
    }
  )
}

interface Options {
  hasBpftrace?: boolean
  wrap?: string[]
}

const text = () => scratch.profile() ?? ''

/** Takes a call out of the profile in the workspace. */
function lack(name: string): void {
  const profile = parseProfile(text(), 'seccomp.json')
  expect(allowedNames(profile.syscalls)).toContain(name)
  const syscalls = profile.syscalls.map(rule => ({
    ...rule,
    names: rule.names.filter(n => n !== name)
  }))
  scratch.write('seccomp.json', serializeProfile({ ...profile, syscalls }))
}

describe('under crun', () => {
  test.each(['hook', 'strace', 'audit'])(
    'a profile that %s recorded is replayed',
    async recorder => {
      const { exitCode, outputs, summary } = await step({ recorder })
      expect(exitCode).toBe(0)
      expect(outputs).toMatchObject({
        verdict: 'created',
        replay: 'passed',
        denied: '[]'
      })
      expect(summary).toContain('**Replayed under the profile**')
      expect(summary).toContain(
        ' A canary container confirmed that podman enforces it.'
      )
      expect(summary).toMatch(/^<sub>Recorded with .*, crun \d/m)
    }
  )

  test('replays pass, and a call that is missing is named', async () => {
    await step({ recorder: 'strace', replay: 'off' })
    const whole = text()
    for (let time = 0; time < effort(2, 10); time++) {
      const { exitCode, outputs, log } = await step({ mode: 'verify' })
      expect({ exitCode, ...outputs }).toMatchObject({
        exitCode: 0,
        replay: 'passed',
        denied: '[]'
      })
      expect(log).toContain('\nReplayed: 0 refused, as a second run')
    }
    lack('getdents64')
    const { exitCode, outputs, log } = await step({
      mode: 'verify',
      command: 'ls /'
    })
    expect(exitCode).toBe(1)
    expect(outputs).toMatchObject({
      replay: 'failed',
      denied: '["getdents64"]'
    })
    expect(log).toContain(
      '::error::seccomp.json refuses calls that the tests make (getdents64 (to "ls"))'
    )
    expect(text()).not.toBe(whole)
  })

  test('without a call that crun needs no container starts', async () => {
    await step({ recorder: 'strace', replay: 'off' })
    lack('capset')
    const lacking = text()
    const { exitCode, outputs, log } = await step({ mode: 'verify' })
    expect(exitCode).toBe(1)
    expect(outputs).toMatchObject({ replay: 'failed', denied: '["capset"]' })
    expect(log).toMatch(/^Error: .*crun: capset/m)
    expect(log).toContain(
      '::error::seccomp.json refuses calls that the tests make (capset (to "crun"))'
    )
    expect(text()).toBe(lacking)
  })

  test('and where nothing can tell the call, it is said that none starts', async () => {
    await step({ recorder: 'strace', replay: 'off' })
    lack('capset')
    const wrap = without(scratch, '/usr/bin/python3')
    const { exitCode, outputs, log } = await step({ mode: 'verify' }, { wrap })
    expect(exitCode).toBe(1)
    expect(outputs).toMatchObject({ replay: 'failed', denied: '[]' })
    expect(log).toContain('Replayed; nothing on this runner can tell')
    expect(log).toMatch(/^::error::.*container.* start/m)
  })

  test.each(['auto', 'strace'])(
    'with a bpftrace that cannot tell containers apart, and %s',
    async recorder => {
      const { exitCode, outputs } = await step(
        { recorder },
        { hasBpftrace: true }
      )
      expect(exitCode).toBe(0)
      expect(outputs).toMatchObject({ replay: 'passed', denied: '[]' })
    }
  )
})
