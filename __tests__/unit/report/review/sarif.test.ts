import { expect, test } from '@jest/globals'
import type { Log } from 'sarif'

import { renderSarif } from '../../../../src/report/review/sarif.ts'
import type { Review } from '../../../../src/verdict/review.ts'
import { finding, review, risk } from '../../../support/findings.ts'

const TEXT = `{
  "defaultAction": "SCMP_ACT_ERRNO",
  "syscalls": [{ "action": "SCMP_ACT_ALLOW", "names": [
    "bpf",
    "memfd_create",
    "ptrace"
  ] }]
}
`

const ACCEPTED = {
  input: 'accept-dangerous',
  word: 'ptrace',
  reason: 'gdb',
  until: undefined
} as const

const rendered = (
  members: Partial<Review>,
  text: string | undefined = TEXT
) => {
  const file = 'a dir/seccomp.json'
  const log = renderSarif(review(members), { file, text, version: '1.2.3' })
  const [run] = (JSON.parse(log) as Log).runs
  return { run, results: run?.results ?? [] }
}

test('one result for each danger, as severe as the workflow leaves it', () => {
  const { run, results } = rendered({
    findings: [
      finding('bpf'),
      finding('mkdir'),
      finding('swapon', { effect: 'narrows' })
    ],
    risks: [
      risk('bpf'),
      risk('memfd_create'),
      risk('ptrace', { accepted: ACCEPTED }),
      risk({ kind: 'setting', name: 'architecture: x86' })
    ]
  })
  expect(
    results.map(({ ruleId, level, locations }) => [
      ruleId,
      level,
      locations?.[0]?.physicalLocation?.region?.startLine
    ])
  ).toEqual([
    ['call-bpf', 'error', 4],
    ['call-memfd_create', 'warning', 5],
    ['call-ptrace', 'note', 6],
    ['setting-architecture-x86', 'error', 1]
  ])
  expect(run?.tool.driver).toMatchObject({
    name: 'seccomp-lock',
    version: '1.2.3'
  })
  const rules = run?.tool.driver.rules?.map(({ id }) => id)
  expect(results.map(({ ruleIndex = -1 }) => rules?.[ruleIndex])).toEqual(
    results.map(({ ruleId }) => ruleId)
  )
  expect(results[2]?.suppressions).toMatchObject([
    { justification: 'accept-dangerous: ptrace (gdb)' }
  ])
})

test('a fingerprint is of the file and the call, and stays', () => {
  const print = (members: Partial<Review>, text?: string) =>
    rendered(members, text).results[0]?.partialFingerprints
  const now = print({ risks: [risk('bpf')] })
  expect(now).toEqual({ 'seccompLock/v1': 'a dir/seccomp.json:call-bpf' })
  expect(
    print({ findings: [finding('bpf')] }, '{"defaultAction":"SCMP_ACT_ERRNO"}')
  ).toEqual(now)
})

test('a path is a URI', () => {
  const { results } = rendered({ risks: [risk('bpf')] })
  expect(
    results[0]?.locations?.[0]?.physicalLocation?.artifactLocation
  ).toEqual({
    uri: 'a%20dir/seccomp.json'
  })
})
