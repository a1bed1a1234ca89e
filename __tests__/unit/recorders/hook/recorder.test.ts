import fs from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'

import { Cancelled, UserError } from '../../../../src/errors.ts'
import { createHookRecorder } from '../../../../src/recorders/hook/recorder.ts'
import type { RecorderSession } from '../../../../src/recorders/recorder.ts'
import { namesOf } from '../../../../src/recorders/recording.ts'
import { caught } from '../../../support/caught.ts'
import { useTemporaryDirectory } from '../../../support/temporary.ts'

const temporary = useTemporaryDirectory()

const WRITTEN = JSON.stringify({
  defaultAction: 'SCMP_ACT_ERRNO',
  architectures: ['SCMP_ARCH_X86_64'],
  syscalls: [{ names: ['execve', 'exit'], action: 'SCMP_ACT_ALLOW' }]
})

const start = (
  scratch: string,
  {
    signal = new AbortController().signal,
    graceMs
  }: { signal?: AbortSignal; graceMs?: number } = {}
) =>
  createHookRecorder(
    {
      architecture: 'SCMP_ARCH_X86_64',
      kernel: '6.19.1',
      sudo: false,
      rootless: false,
      environment: {}
    },
    graceMs
  ).start({ scratch, signal })

const ID = 'c'.repeat(64)

/** The file that the hook is told to write. */
const outputOf = (session: RecorderSession) =>
  /=of:(.*)$/.exec(
    session.options.find(option => option.includes('trace-syscall')) ?? ''
  )?.[1] ?? ''

describe('a session', () => {
  let session: RecorderSession
  let controller: AbortController
  let output: string

  beforeEach(async () => {
    controller = new AbortController()
    const { signal } = controller
    session = await start(temporary(), { signal, graceMs: 60_000 })
    output = outputOf(session)
  })

  afterEach(async () => {
    await session.close()
  })

  test('writes into its own directory', () => {
    expect(path.dirname(output)).toBe(temporary())
  })

  test('waits for a profile that comes late and in pieces', async () => {
    const finished = session.finish(ID, 0)
    await sleep(150)
    await fs.writeFile(output, WRITTEN.slice(0, 40))
    await sleep(400)
    await fs.appendFile(output, WRITTEN.slice(40))
    const observation = await finished
    expect(namesOf(observation)).toEqual(['execve', 'exit'])
  })

  test('a cancelled run does not wait', async () => {
    const finished = session.finish(ID, 0)
    controller.abort(new Cancelled('SIGINT'))
    await expect(finished).rejects.toThrow('cancelled by SIGINT')
  })

  test.each([
    [
      'root',
      'level=error msg="running the hook requires root privileges"',
      'the tracing hook is not root here'
    ],
    [
      'compiling',
      "BPF program didn't compile and attach within 10 seconds",
      'the tracing hook cannot compile its BPF program for the kernel 6.19.1'
    ],
    [
      'something',
      'error running hook #0: exit status 1',
      'the tracing hook failed'
    ]
  ])(
    'explains a start that failed for want of %s',
    async (_, said, message) => {
      const error = await session.explain(`Error: OCI runtime error\n${said}\n`)
      expect(error?.message).toBe(message)
      expect(error?.hint).toContain(said)
    }
  )

  test('explains nothing that is not its doing', async () => {
    await expect(
      session.explain('Error: executable file `x` not found in $PATH')
    ).resolves.toBeUndefined()
  })
})

test.each([
  ['does not come', '', /^the tracing hook ended without writing a profile$/],
  ['is cut off', WRITTEN.slice(0, 40), /cut off after 40 bytes$/]
])('a profile that %s', async (_, text, message) => {
  const session = await start(temporary(), { graceMs: 0 })
  try {
    await fs.writeFile(outputOf(session), text)
    const error = await caught(() => session.finish(ID, 0))
    expect(error).toBeInstanceOf(UserError)
    expect((error as UserError).message).toMatch(message)
  } finally {
    await session.close()
  }
})

test.each(['/tmp/a;b', '/tmp/a,b', '/tmp/a"b'])(
  'the path %s, which the annotation cannot hold, is refused',
  async path => {
    await expect(start(path)).rejects.toThrow(`cannot write to ${path}`)
  }
)
