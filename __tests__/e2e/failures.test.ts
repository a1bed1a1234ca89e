import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'

import type { StepResult } from '../../scripts/local-runner.ts'
import { some } from '../support/effort.ts'
import { behindMounts, without } from '../support/private-mounts.ts'
import {
  BASE_IMAGE,
  createScratch,
  HOOK,
  processesWith,
  type Scratch,
  until
} from '../support/scratch.ts'

const HEADERS = `/lib/modules/${os.release()}/build`
const PROFILE =
  '{"defaultAction":"SCMP_ACT_ERRNO","architectures":["SCMP_ARCH_X86_64"],"syscalls":[]}'

let scratch: Scratch

beforeEach(() => {
  scratch = createScratch()
})

afterEach(() => {
  scratch.remove()
})

/** The failed step's error annotations, unescaped. */
function errorOf(result: StepResult): string {
  expect(result.exitCode).toBe(1)
  const errors = [...result.log.matchAll(/^::error::(.*)$/gm)]
  return errors
    .map(([, text = '']) => text.replaceAll('%0A', '\n').replaceAll('%25', '%'))
    .join('\n')
}

/** The recorder that is the quickest to start. */
const QUICK = { image: BASE_IMAGE, command: 'true', recorder: 'audit' }

/** Runs a step that must fail, with a profile that must stay as it is. */
async function failingStep(
  inputs: Record<string, string>,
  options: Parameters<Scratch['step']>[1] = {}
): Promise<string> {
  scratch.write('seccomp.json', PROFILE)
  const result = await scratch.step({ ...QUICK, ...inputs }, options)
  expect(scratch.profile()).toBe(PROFILE)
  expect(
    fs.readdirSync(scratch.workspace).filter(f => f.includes('tmp'))
  ).toEqual([])
  expect(result.outputs).toEqual({})
  const error = errorOf(result)
  expect(result.log).not.toContain('This is a bug')
  return error
}

describe('what the user gave', () => {
  test('no Containerfile', async () => {
    const error = await failingStep({ image: '' })
    expect(error).toContain('has neither a Containerfile nor a Dockerfile')
  })

  test('the context is not there', async () => {
    const error = await failingStep({ image: '', context: 'nowhere' })
    expect(error).toContain(`input context: ${scratch.workspace}/nowhere`)
  })

  test('the build fails', async () => {
    scratch.write(
      'Containerfile',
      `FROM ${BASE_IMAGE}\nRUN echo some words; exit 7\n`
    )
    const error = await failingStep({ image: '' })
    expect(error).toContain('the image could not be built')
    expect(error).toContain('exit status 7')
  })

  test('the image is missing', async () => {
    const error = await failingStep({ image: 'localhost/no/such-image:1' })
    expect(error).toContain(
      'the container of localhost/no/such-image:1 could not be started (exit code 125)'
    )
    expect(error).toContain('podman said:')
  })

  test('the command is not in the image', async () => {
    const error = await failingStep({ command: 'no-such-program --now' })
    expect(error).toContain(
      'input command: "no-such-program" was not found in the image (exit code 127)'
    )
  })

  test('the command cannot be executed', async () => {
    const error = await failingStep({ command: '/etc/passwd' })
    expect(error).toContain(
      'input command: "/etc/passwd" cannot be executed in the image (exit code 126)'
    )
  })

  test.each(some([1, 3, 125, 126, 127], 3))(
    'the tests fail with %d',
    async code => {
      const error = await failingStep({ command: `sh -c "exit ${code}"` })
      expect(error).toContain(`the tests failed with exit code ${code}`)
    }
  )

  test('a script stops at its first failure', async () => {
    const error = await failingStep({
      command: 'echo one\nfalse\necho never-printed'
    })
    expect(error).toContain('the tests failed with exit code 1')
  })

  test('an option that podman does not know', async () => {
    const error = await failingStep({ 'run-args': '--no-such-option=1' })
    expect(error).toContain('could not be started (exit code 125)')
    expect(error).toContain('no-such-option')
  })
})

describe('the profile', () => {
  test.each([
    [
      'malformed',
      '{\n  "defaultAction": oops\n}\n',
      'seccomp.json:2:20: not JSON'
    ],
    ['empty', '', 'seccomp.json:1:1: not JSON: it is empty'],
    ['of another kind', '[]', 'seccomp.json:1:1: the profile: expected'],
    [
      'with an unknown action',
      '{"defaultAction":"SCMP_ACT_NO"}',
      'seccomp.json:1:18: defaultAction: expected an action'
    ],
    [
      'refused by libseccomp',
      '{"defaultAction":"SCMP_ACT_ERRNO","syscalls":[{"names":["ioctl"],"action":"SCMP_ACT_KILL","args":[{"index":0,"value":1,"op":"SCMP_CMP_EQ"},{"index":1,"value":1,"op":"SCMP_CMP_EQ"}]},{"names":["ioctl"],"action":"SCMP_ACT_ALLOW","args":[{"index":0,"value":1,"op":"SCMP_CMP_EQ"}]}]}',
      'seccomp.json: libseccomp refuses the profile: its rules about `ioctl` contradict each other'
    ]
  ])('is %s', async (_, text, message) => {
    scratch.write('seccomp.json', text)
    const inputs = { image: BASE_IMAGE, command: 'true' }
    const result = await scratch.step(inputs)
    expect(errorOf(result)).toContain(message)
    expect(scratch.profile()).toBe(text)
    expect(result.log).not.toContain('Run the tests')
  })

  test('is a directory', async () => {
    fs.mkdirSync(path.join(scratch.workspace, 'seccomp.json'))
    const inputs = { image: BASE_IMAGE, command: 'true' }
    const error = errorOf(await scratch.step(inputs))
    expect(error).toContain('seccomp.json is a directory')
  })

  test('is a symbolic link out of the workspace', async () => {
    const secret = path.join(scratch.root, 'secret')
    fs.writeFileSync(secret, 'the secret')
    fs.symlinkSync(secret, path.join(scratch.workspace, 'seccomp.json'))
    const inputs = { image: BASE_IMAGE, command: 'true' }
    const result = await scratch.step(inputs)
    expect(errorOf(result)).toContain('leads out of the workspace')
    expect(fs.readFileSync(secret, 'utf8')).toBe('the secret')
    expect(result.log).not.toContain('the secret')
  })

  test('stands in a directory that cannot be written', async () => {
    const directory = path.join(scratch.workspace, 'locked')
    fs.mkdirSync(directory)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'ro', 'tmpfs', directory])
    try {
      const error = await failingStep({ profile: 'locked/seccomp.json' })
      expect(error).toContain('locked/seccomp.json cannot be written: EROFS')
    } finally {
      execFileSync('umount', [directory])
    }
  })

  test('does not fit on the disk any more', async () => {
    const directory = path.join(scratch.workspace, 'small')
    fs.mkdirSync(directory)
    const options = ['-t', 'tmpfs', '-o', 'size=8k', 'tmpfs', directory]
    execFileSync('mount', options)
    try {
      fs.writeFileSync(path.join(directory, 'seccomp.json'), PROFILE)
      fs.writeFileSync(path.join(directory, 'rest'), Buffer.alloc(4096))
      const error = await failingStep({ profile: 'small/seccomp.json' })
      expect(error).toContain('small/seccomp.json cannot be written: ENOSPC')
      expect(fs.readdirSync(directory).sort()).toEqual(['rest', 'seccomp.json'])
      const kept = fs.readFileSync(path.join(directory, 'seccomp.json'), 'utf8')
      expect(kept).toBe(PROFILE)
    } finally {
      execFileSync('umount', [directory])
    }
  })
})

test('setup: install does nothing on a runner that has everything', async () => {
  const inputs = { ...QUICK, setup: 'install', replay: 'off' }
  const { exitCode, log } = await scratch.step(inputs)
  expect(exitCode).toBe(0)
  expect(log).toContain('setup-runner: ready: podman version')
  expect(log).not.toContain('setup-runner: installing')
})

const BY_HOOK = { recorder: 'hook' }

describe('the runner', () => {
  test('has no podman', async () => {
    const environment = { PATH: scratch.root }
    const error = await failingStep({}, { environment })
    expect(error).toContain('podman cannot be started')
    expect(error).toContain('setup-runner.sh')
  })

  test('has no hook', async () => {
    const wrap = without(scratch, path.dirname(HOOK))
    const error = await failingStep(BY_HOOK, { wrap })
    expect(error).toContain('the recorder hook cannot work on this runner')
    expect(error).toMatch(/install .*oci-seccomp-bpf-hook/)
  })

  test('has no kernel headers', async () => {
    const wrap = without(scratch, path.dirname(HEADERS))
    const error = await failingStep(BY_HOOK, { wrap })
    expect(error).toContain('the recorder hook cannot work on this runner')
    expect(error).toMatch(/install .*(linux-headers|kernel-devel)-/)
  })

  test('has headers that do not compile', async () => {
    const broken = path.join(scratch.root, 'broken.h')
    fs.writeFileSync(broken, '#error broken\n')
    const wrap = behindMounts([[broken, `${HEADERS}/include/linux/sched.h`]])
    const { exitCode, log } = await scratch.step(
      { image: BASE_IMAGE, command: 'true' },
      { wrap }
    )
    expect(exitCode).toBe(0)
    expect(log).toContain('::warning::The recorder hook does not work here:')
    expect(log).toContain('Recording with bpftrace.')
    const error = await failingStep(BY_HOOK, { wrap })
    expect(error).toContain('the tracing hook cannot compile its BPF program')
    expect(error).toContain("didn't compile and attach within 10 seconds")
  })

  test('is too slow for the hook', async () => {
    const step = failingStep(BY_HOOK)
    const tracer = await until('the tracer', tracerOf(scratch))
    process.kill(tracer, 'SIGSTOP')
    const error = await step
    expect(error).toContain('the tracing hook timed out')
    expect(error).toContain("didn't compile and attach within 10 seconds")
  })
})

function tracerOf({ temporary }: Scratch) {
  return () => {
    const [line] = processesWith(`-o ${temporary}`)
    return line === undefined ? undefined : Number(line.split(' ')[0])
  }
}
