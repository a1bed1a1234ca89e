import '../../support/one-realm.ts'

import fs from 'node:fs/promises'
import path from 'node:path'

import { describe, expect, test } from '@jest/globals'

import { checkProgram, type Machine } from '../../../src/checks/program.ts'
import { useTemporaryDirectory } from '../../support/temporary.ts'

const temporary = useTemporaryDirectory()

/** A machine with these programs, each a script of the shell. */
async function machineWith(
  programs: Record<string, string>,
  sudo = false
): Promise<Machine> {
  for (const [name, script] of Object.entries(programs)) {
    const file = path.join(temporary(), name)
    await fs.writeFile(file, `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  }
  const environment = { PATH: temporary() }
  return { kernel: '6.1.0', sudo, rootless: false, environment }
}

const TRACER = { program: 'a-tracer', package: 'tracer' }

describe('checkProgram', () => {
  test('not installed', async () => {
    const { check, version } = await checkProgram(await machineWith({}), TRACER)
    expect(check).toMatchObject({ state: 'missing', found: 'not installed' })
    expect(check.fix).toMatch(/^sudo (dnf|apt-get) install .*\btracer$/)
    expect(version).toBeUndefined()
  })

  test('a directory of that name is no program', async () => {
    const machine = await machineWith({})
    await fs.mkdir(path.join(temporary(), 'a-tracer'))
    const { check } = await checkProgram(machine, TRACER)
    expect(check.found).toBe('not installed')
  })

  test('as root', async () => {
    const machine = await machineWith({ 'a-tracer': 'echo "tracer v1.20"' })
    await expect(checkProgram(machine, TRACER)).resolves.toEqual({
      check: {
        name: 'a-tracer',
        state: 'ok',
        found: `1.20, ${temporary()}/a-tracer`
      },
      version: [1, 20, 0]
    })
  })

  test('through sudo, with what it must let through', async () => {
    const machine = await machineWith(
      { 'a-tracer': 'exit 9', sudo: 'echo "$*"' },
      true
    )
    const wanted = { ...TRACER, settings: ['A=1'] }
    const { check } = await checkProgram(machine, wanted)
    expect(check).toMatchObject({
      state: 'ok',
      found: `-n A=1 a-tracer --version, ${temporary()}/a-tracer`
    })
  })

  test('a program that fails as root', async () => {
    const script = 'echo one >&2; echo "no library" >&2; exit 127'
    const machine = await machineWith({ 'a-tracer': script })
    const { check } = await checkProgram(machine, TRACER)
    expect(check).toMatchObject({
      state: 'missing',
      found: `${temporary()}/a-tracer does not run: no library`
    })
  })

  test.each([
    [
      'sudo: a password is required',
      [],
      /ALL=\(ALL\) NOPASSWD: \/\S+a-tracer"/
    ],
    [
      'sudo: interactive authentication is required',
      [],
      /ALL=\(ALL\) NOPASSWD: \/\S+a-tracer"/
    ],
    [
      "Sorry, user x is not allowed to execute '/a b' as root on h.",
      [],
      /ALL=\(ALL\) NOPASSWD: \/\S+a-tracer"/
    ],
    [
      'sudo: sorry, you are not allowed to set the following environment variables: A',
      ['A=1'],
      /ALL=\(ALL\) NOPASSWD:SETENV: \/\S+a-tracer"/
    ],
    [
      'sudo: sorry, you must have a tty to run sudo',
      [],
      /Defaults:\S+ !requiretty/
    ],
    [
      'sudo: The "no new privileges" flag is set, which prevents sudo from running as root.',
      [],
      /NoNewPrivileges=/
    ]
  ])('sudo refuses: %s', async (said, settings, fix) => {
    const sudo = `cat >&2 <<'END'\n${said}\nEND\nexit 1`
    const programs = { 'a-tracer': 'echo 1.0', sudo }
    const machine = await machineWith(programs, true)
    // The script of sudo needs cat.
    machine.environment['PATH'] = `${temporary()}:/usr/bin:/bin`
    const { check } = await checkProgram(machine, { ...TRACER, settings })
    expect(check.state).toBe('missing')
    expect(check.found).toBe(
      `${temporary()}/a-tracer cannot be run as root: ${said}`
    )
    expect(check.fix).toMatch(fix)
  })

  test('no sudo at all', async () => {
    const machine = await machineWith({ 'a-tracer': 'echo 1.0' }, true)
    const { check } = await checkProgram(machine, TRACER)
    expect(check.state).toBe('missing')
    expect(check.fix).toMatch(/^Install sudo/)
  })

  test('a program that fails below sudo is not taken for sudo', async () => {
    const machine = await machineWith(
      { 'a-tracer': '', sudo: 'echo "no library" >&2; exit 1' },
      true
    )
    const { check } = await checkProgram(machine, TRACER)
    expect(check.found).toMatch(/does not run: no library$/)
  })
})
