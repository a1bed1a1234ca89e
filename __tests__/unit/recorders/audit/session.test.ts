import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

import { describe, expect, test } from '@jest/globals'

import {
  ENTERED,
  explainLogin,
  loginCommand
} from '../../../../src/recorders/audit/session.ts'
import { useTemporaryDirectory } from '../../../support/temporary.ts'

const temporary = useTemporaryDirectory()

describe('loginCommand', () => {
  test.each([
    [['podman', 'run', "it's $HOME"], [], ['podman', 'run', "it's $HOME"]],
    [
      ['sudo', '-n', 'podman', 'run'],
      ['sudo', '-n'],
      ['podman', 'run']
    ]
  ])('%j', (argv, before, command) => {
    const made = loginCommand(argv, '/a b/$session', 1000)
    const shell = [...before, '/bin/sh', '-c']
    expect(made.slice(0, shell.length)).toEqual(shell)
    expect(made.slice(shell.length + 1)).toEqual([
      'sh',
      '/a b/$session',
      '1000',
      ...command
    ])
  })

  test('runs the command in the session that it wrote down, or says why not', () => {
    const file = path.join(temporary(), "a session's $number")
    fs.writeFileSync(file, '')
    // What stands in for podman: says where it is, and what it was given.
    const show = 'cat /proc/self/sessionid; for each; do echo " $each"; done'
    const command = ['sh', '-c', show, 'sh', '$(id)', 'b c']
    const [program = '', ...args] = loginCommand(command, file, 1000)
    const { status, stdout, stderr } = spawnSync(program, args, {
      encoding: 'utf8'
    })
    const session = fs.readFileSync(file, 'utf8')
    if (status === 0) {
      expect(session).toMatch(ENTERED)
      expect(stdout).toBe(`${session.trim()} $(id)\n b c\n`)
      expect(explainLogin(stderr)).toBeUndefined()
    } else {
      // A user who is logged in may not leave the login, say.
      expect({ status, stdout, session }).toEqual({
        status: 125,
        stdout: '',
        session: ''
      })
      expect(explainLogin(stderr)).toBeDefined()
    }
  })
})

describe('explainLogin', () => {
  test('finds its own failure among others', () => {
    const error = explainLogin(
      'sh: 13: echo: echo: I/O error\nseccomp-lock: no audit session: the login user ID cannot be unset\n'
    )
    expect(error?.message).toMatch(/own: the login user ID cannot be unset$/)
  })

  test.each(['', 'Error: OCI runtime error: no audit session'])(
    'has nothing to say about %j',
    stderr => {
      expect(explainLogin(stderr)).toBeUndefined()
    }
  )
})
