import { describe, expect, test } from '@jest/globals'

import { canHave, parsePrivileges } from '../../../src/checks/privileges.ts'

/** Of a user on a machine whose root is whole but for CAP_SYS_PTRACE. */
const STATUS = `Name:	node
CapInh:	0000000000000000
CapEff:	0000000000000000
CapBnd:	000001fffff7ffff
NoNewPrivs:	0
`

describe('parsePrivileges', () => {
  test('through sudo the bounding set counts', () => {
    const privileges = parsePrivileges(STATUS, true)
    expect(privileges?.noNewPrivileges).toBe(false)
    expect(canHave(privileges, 'CAP_SYS_ADMIN')).toBe(true)
    expect(canHave(privileges, 'CAP_AUDIT_READ')).toBe(true)
    expect(canHave(privileges, 'CAP_SYS_PTRACE')).toBe(false)
  })

  test('else what is in effect', () => {
    const privileges = parsePrivileges(STATUS, false)
    expect(canHave(privileges, 'CAP_SYS_ADMIN')).toBe(false)
  })

  test('no new privileges', () => {
    const status = STATUS.replace('NoNewPrivs:	0', 'NoNewPrivs:	1')
    expect(parsePrivileges(status, true)?.noNewPrivileges).toBe(true)
  })

  test('a /proc that says nothing refuses nothing', () => {
    expect(parsePrivileges('', true)).toBeUndefined()
    expect(canHave(undefined, 'CAP_SYS_ADMIN')).toBe(true)
  })
})
