import fs from 'node:fs/promises'
import path from 'node:path'

import { exec } from '@actions/exec'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'

import {
  createPodman,
  lastLines,
  type PodmanMode
} from '../../../src/container/podman.ts'
import { UserError } from '../../../src/errors.ts'
import { caught } from '../../support/caught.ts'
import { useTemporaryDirectory } from '../../support/temporary.ts'

const temporary = useTemporaryDirectory()
const PATH = process.env['PATH'] ?? ''

beforeEach(() => {
  process.env['PATH'] = `${temporary()}:${PATH}`
})
afterEach(() => {
  process.env['PATH'] = PATH
})

/**
 * Puts a shell script where podman, or sudo, is looked for. It waits for the
 * end of its input: one that is gone before that breaks the pipe.
 */
async function install(name: string, script: string): Promise<void> {
  const file = path.join(temporary(), name)
  await fs.writeFile(file, `#!/bin/sh\n${script}\n`, { mode: 0o755 })
}

const podman = (
  uid = 0,
  environment: NodeJS.ProcessEnv = {},
  mode: PodmanMode = 'root'
) => createPodman({ exec, uid, environment: { PATH, ...environment } }, mode)

const PRINT_ARGUMENTS = `printf '%s\\0' "$0" "$@"`

async function argumentsSeen(uid: number, args: string[]): Promise<string[]> {
  const { stdout } = await podman(uid).run(args)
  return stdout.split('\0').slice(0, -1)
}

describe('what podman is given', () => {
  const HOSTILE = [
    'a b',
    '',
    "'",
    '"',
    '$(id)',
    '`id`',
    '-x',
    'a\nb',
    '\\',
    '*'
  ]

  test('each argument, as it is', async () => {
    await install('podman', PRINT_ARGUMENTS)
    const [program, ...args] = await argumentsSeen(0, HOSTILE)
    expect(path.basename(program ?? '')).toBe('podman')
    expect(args).toEqual(HOSTILE)
  })

  test('each argument through sudo, for a user who is not root', async () => {
    await install('sudo', PRINT_ARGUMENTS)
    const [program, ...args] = await argumentsSeen(1000, HOSTILE)
    expect(path.basename(program ?? '')).toBe('sudo')
    expect(args).toEqual(['-n', 'podman', ...HOSTILE])
  })

  test('each argument without sudo, where podman is rootless', async () => {
    await install('podman', PRINT_ARGUMENTS)
    const rootless = podman(1000, {}, 'rootless')
    expect(rootless).toMatchObject({ sudo: false, rootless: true })
    const { stdout } = await rootless.run(HOSTILE)
    expect(stdout.split('\0').slice(1, -1)).toEqual(HOSTILE)
  })

  test('root has no rootless podman', async () => {
    const error = await caught(() => podman(0, {}, 'rootless'))
    expect(error).toBeInstanceOf(UserError)
    expect((error as UserError).message).toContain('is not rootless')
    expect((error as UserError).hint).toMatch(/^Leave `podman` out/)
  })

  test('nothing of the environment that it does not need', async () => {
    await install('podman', 'env')
    const { stdout } = await podman(0, {
      HOME: '/home/x',
      GITHUB_TOKEN: 'secret-1',
      ACTIONS_RUNTIME_TOKEN: 'secret-2',
      'INPUT_GITHUB-TOKEN': 'secret-3'
    }).run([])
    expect(stdout).toContain('HOME=/home/x')
    expect(stdout).not.toContain('secret')
  })

  test('no input', async () => {
    await install('podman', 'echo read it all')
    await expect(podman().run([])).resolves.toMatchObject({
      stdout: 'read it all\n'
    })
  })

  test('the directory', async () => {
    await install('podman', 'pwd')
    const { stdout } = await podman().run([], { cwd: temporary() })
    expect(stdout.trim()).toBe(temporary())
  })
})

describe('what podman gives', () => {
  test.each([0, 1, 125])('the exit code %i', async exitCode => {
    await install('podman', `exit ${exitCode}`)
    await expect(podman().run([])).resolves.toMatchObject({ exitCode })
  })

  test('128 when a signal ends it', async () => {
    await install('podman', 'kill -KILL $$')
    await expect(podman().run([])).resolves.toMatchObject({ exitCode: 128 })
  })

  test('both outputs apart', async () => {
    await install('podman', 'echo out; echo err >&2')
    await expect(podman().run([])).resolves.toMatchObject({
      stdout: 'out\n',
      stderr: 'err\n'
    })
  })

  test('all of an output that is not shown', async () => {
    await install('podman', 'head -c 300000 /dev/zero')
    const { stdout } = await podman().run([])
    expect(stdout).toHaveLength(300_000)
  })

  test('the end of an output that is shown, and shows all of it', async () => {
    await install('podman', 'head -c 300000 /dev/zero; echo the end')
    const shown: Buffer[] = []
    const { stdout } = await podman().run(['a b'], {
      show: chunk => shown.push(Buffer.from(chunk))
    })
    expect(stdout).toHaveLength(65_536)
    expect(stdout.endsWith('\0the end\n')).toBe(true)
    const all = Buffer.concat(shown).toString()
    expect(all.startsWith("podman 'a b'\n\0")).toBe(true)
    expect(all).toHaveLength("podman 'a b'\n".length + 300_000 + 8)
  })

  test('a brief command line, and the whole one for debugging', async () => {
    await install('podman', 'echo the output')
    const debug: string[] = []
    let shown = ''
    const wrapped = createPodman(
      {
        exec,
        uid: 0,
        environment: process.env,
        log: { debug: message => debug.push(message) }
      },
      'root'
    )
    const options = {
      show: (chunk: Uint8Array | string) => {
        shown += Buffer.from(chunk).toString()
      },
      brief: ['run', 'image'],
      wrap: (argv: string[]) => ['env', 'A=b', ...argv]
    }
    await wrapped.run(['run', '--name=x', 'image'], options)
    expect(shown).toBe('podman run image\nthe output\n')
    expect(debug).toEqual(['env A=b podman run --name=x image'])
    // Without a log, as in the post step.
    await podman().run(['run'], { brief: [] })
  })

  test('a UserError when it is not there', async () => {
    process.env['PATH'] = temporary()
    const error = await caught(() => podman().run([]))
    expect(error).toBeInstanceOf(UserError)
    expect((error as UserError).message).toMatch(/^podman cannot be started: /)
  })
})

test.each([
  ['', 10, ''],
  ['a\nb\nc\n\n', 2, 'b\nc'],
  ['a', 2, 'a']
])('lastLines(%j, %i) is %j', (text, count, last) => {
  expect(lastLines(text, count)).toBe(last)
})
