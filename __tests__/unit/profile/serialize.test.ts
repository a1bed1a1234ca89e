import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import { diffProfiles, isEmptyDiff } from '../../../src/profile/compare/diff.ts'
import { parseProfile } from '../../../src/profile/parse.ts'
import { serializeProfile } from '../../../src/profile/serialize.ts'
import { profile } from '../../support/profiles/arbitraries.ts'
import { podmanDefault } from '../../support/profiles/podman-default.ts'

const reread = (text: string) => parseProfile(text, 'f')

describe('what is written is what is read', () => {
  test('for any profile', () => {
    fc.assert(
      fc.property(profile, p => {
        expect(reread(serializeProfile(p))).toEqual(p)
      })
    )
  })

  test('and writing it again changes no byte', () => {
    fc.assert(
      fc.property(profile, p => {
        const text = serializeProfile(p)
        expect(serializeProfile(reread(text))).toBe(text)
      })
    )
  })

  test("for podman's default", () => {
    const again = reread(serializeProfile(podmanDefault))
    expect(again).toEqual(podmanDefault)
    expect(isEmptyDiff(diffProfiles(podmanDefault, again))).toBe(true)
  })
})

test('the canonical form', () => {
  const text = serializeProfile({
    syscalls: [
      {
        names: ['socket'],
        args: [
          { op: 'SCMP_CMP_EQ', index: 0, value: 2n ** 64n - 1n, valueTwo: 0n },
          { op: 'SCMP_CMP_MASKED_EQ', index: 1, value: 3n, valueTwo: 1n }
        ],
        action: 'SCMP_ACT_ALLOW',
        comment: 'a "quoted" one'
      },
      { names: ['read', 'write'], action: 'SCMP_ACT_ALLOW', args: [] }
    ],
    extra: { later: {} },
    flags: ['SECCOMP_FILTER_FLAG_LOG'],
    architectures: ['SCMP_ARCH_X86_64'],
    defaultErrnoRet: 38,
    defaultAction: 'SCMP_ACT_ERRNO'
  })
  expect(text).toBe(`{
  "defaultAction": "SCMP_ACT_ERRNO",
  "defaultErrnoRet": 38,
  "architectures": [
    "SCMP_ARCH_X86_64"
  ],
  "flags": [
    "SECCOMP_FILTER_FLAG_LOG"
  ],
  "later": {},
  "syscalls": [
    {
      "comment": "a \\"quoted\\" one",
      "names": [
        "socket"
      ],
      "action": "SCMP_ACT_ALLOW",
      "args": [
        {
          "index": 0,
          "value": 18446744073709551615,
          "op": "SCMP_CMP_EQ"
        },
        {
          "index": 1,
          "value": 3,
          "valueTwo": 1,
          "op": "SCMP_CMP_MASKED_EQ"
        }
      ]
    },
    {
      "names": [
        "read",
        "write"
      ],
      "action": "SCMP_ACT_ALLOW"
    }
  ]
}
`)
})
