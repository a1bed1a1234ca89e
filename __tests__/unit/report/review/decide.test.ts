import { describe, expect, test } from '@jest/globals'

import {
  type Decision,
  renderDecision
} from '../../../../src/report/review/decide.ts'
import { finding, review, risk } from '../../../support/findings.ts'

const ref = 'refs/heads/main'
const DELETED = { kind: 'file', name: 'deleted' } as const
const FOREIGN = { kind: 'setting', name: 'architecture: x86' } as const

const decide = (members: Partial<Decision> = {}) =>
  renderDecision({
    review: review(),
    profile: 'p.json',
    isFirst: false,
    hasNew: true,
    publication: undefined,
    label: undefined,
    hasPatch: true,
    ...members
  })

const needing = (...names: string[]) =>
  review({
    findings: names.map(name => finding(name)),
    unnamed: names.filter(name => name !== 'sync').map(name => risk(name))
  })
const proposing = (...names: string[]) =>
  review({
    findings: names.map(name => finding(name, { comparison: 'proposed' }))
  })

const names = (count: number) =>
  Array.from({ length: count }, (_, i) => `call${i}`)

describe('how to accept a change, and how to refuse it', () => {
  test.each<[string, Partial<Decision>, string]>([
    [
      'a new call',
      { review: needing('sync') },
      '**Accept:** apply the patch below. **Refuse:** remove what calls it.'
    ],
    [
      'without a patch',
      { review: needing('sync'), hasPatch: false },
      '**Accept:** commit the new file, which this run wrote into its workspace. **Refuse:** remove what calls it.'
    ],
    [
      'with a label',
      { review: needing('sync'), label: 'ok`' },
      '**Accept:** set the label `` ok` ``, or apply the patch below. **Refuse:** remove what calls it.'
    ],
    [
      'a dangerous call',
      { review: needing('bpf', 'sync') },
      "**Accept:** name `bpf` in the workflow's `accept-dangerous`, then apply the patch below. **Refuse:** remove what calls them; `deny: bpf` keeps it out for good."
    ],
    [
      'a change of what is there',
      {
        review: review({ findings: [finding('clone', { effect: 'changes' })] })
      },
      '**Accept:** apply the patch below. **Refuse:** undo the change that led to it.'
    ],
    [
      'a danger that the file has',
      { hasNew: false, review: review({ unnamed: [risk('bpf')] }) },
      "**Accept:** name `bpf` in the workflow's `accept-dangerous`. **Refuse:** take it out of `p.json`."
    ],
    [
      'two of them',
      {
        hasNew: false,
        review: review({ unnamed: [risk('bpf'), risk(FOREIGN)] })
      },
      "**Accept:** name `bpf`, `architecture: x86` in the workflow's `accept-dangerous`. **Refuse:** take them out of `p.json`."
    ],
    [
      'a deletion',
      { hasNew: false, review: review({ unnamed: [risk(DELETED)] }) },
      "**Accept:** name `deleted` in the workflow's `accept-dangerous`. **Refuse:** restore `p.json`."
    ],
    [
      'what the branch has already',
      { hasNew: false, review: proposing('sync') },
      "The check passes, because the branch's file has this already. Whether it should is the review's question."
    ],
    [
      'a first profile, which there is no older one to keep for',
      { isFirst: true },
      '**Accept:** apply the patch below.'
    ],
    ['nothing', { hasNew: false }, '']
  ])('%s', (_, members, text) => {
    expect(decide(members)).toBe(text)
  })

  test('of many dangers eight are named', () => {
    const unnamed = names(10).map(name => risk(name))
    expect(decide({ hasNew: false, review: review({ unnamed }) })).toContain(
      '`call7` and 2 more in the workflow'
    )
  })
})

describe('with a publication', () => {
  test.each([
    [
      { kind: 'committed', ref, sha: '0123456789abcdef' } as const,
      '**Committed** to `main` as `0123456789ab`.'
    ],
    [{ kind: 'there', ref } as const, '`main` already has this profile.'],
    [
      { kind: 'gone', ref } as const,
      '**Not committed**: `main` no longer exists.'
    ]
  ])('%j there is nothing left to do', (publication, text) => {
    expect(decide({ review: needing('sync'), publication })).toBe(text)
  })

  test('a danger still has to be named', () => {
    const publication = { kind: 'there', ref } as const
    expect(decide({ review: needing('bpf'), publication })).toMatch(
      /^\*\*Accept:\*\* name `bpf`/
    )
  })

  test('that was refused, that comes first', () => {
    const publication = { kind: 'refused', ref, why: '`no`' } as const
    expect(decide({ review: needing('sync'), publication })).toMatch(
      /^\*\*Not committed\*\* to `main`: `no`\.\n\n\*\*Accept:\*\*/
    )
  })
})
