import { describe, expect, it } from '@jest/globals'

import {
  expandGroup,
  GROUP_NAMES,
  groupsOf
} from '../../../src/syscalls/groups.ts'

describe('expandGroup', () => {
  it('gives the calls of a group, sorted', () => {
    const debug = expandGroup('@debug') ?? []
    expect(debug).toEqual(
      expect.arrayContaining(['perf_event_open', 'pidfd_getfd', 'ptrace'])
    )
    expect(debug).toEqual([...debug].sort())
  })

  it('resolves groups within groups', () => {
    const service = expandGroup('@system-service') ?? []
    expect(service).toEqual(expect.arrayContaining(expandGroup('@aio') ?? []))
    expect(service).toContain('io_setup')
  })

  it.each(GROUP_NAMES)('%s has calls only, each once', group => {
    const names = expandGroup(group) ?? []
    expect(names.length).toBeGreaterThan(0)
    expect(names.filter(name => !/^[a-z_0-9]+$/.test(name))).toEqual([])
    expect(new Set(names).size).toBe(names.length)
  })

  it.each(['@nothing', 'debug', 'ptrace', '', '$comment', '__proto__'])(
    'knows no group %j',
    group => {
      expect(expandGroup(group)).toBeUndefined()
    }
  )
})

describe('groupsOf', () => {
  it.each([
    ['ptrace', ['@debug']],
    ['mount', ['@mount']],
    ['chown', ['@chown', '@privileged', '@system-service']],
    ['socket', ['@network-io', '@system-service']],
    ['read', ['@basic-io', '@system-service']]
  ])('%s', (name, groups) => {
    expect(groupsOf(name)).toEqual(groups)
  })

  it('is the other way round of expandGroup', () => {
    for (const group of GROUP_NAMES) {
      for (const name of expandGroup(group) ?? []) {
        expect(groupsOf(name)).toContain(group)
      }
    }
  })

  it.each(['no_such_call', 'constructor'])('has none for %s', name => {
    expect(groupsOf(name)).toEqual([])
  })
})
