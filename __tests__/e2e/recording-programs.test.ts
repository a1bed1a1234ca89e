import fs from 'node:fs'
import path from 'node:path'

import { describe, expect, test } from '@jest/globals'

import { noopProgram } from '../../src/floor/noop.ts'
import { namesOf, type Recording } from '../../src/recorders/recording.ts'
import { EXAMPLE_IMAGE } from '../support/example-image.ts'
import { BASE_IMAGE, tryPodman } from '../support/scratch.ts'
import { quoted, recordingOf, useRecorder } from '../support/use-recorder.ts'

const { scratch, step, seccomp } = useRecorder()

describe('programs that are hard to record', () => {
  const bpftrace = (inputs: Record<string, string>) =>
    step({ recorder: 'bpftrace', ...inputs })
  const count = (recording: Recording, name: string) =>
    recording.calls
      .find(call => call.name === name)
      ?.programs.reduce((sum, program) => sum + program.count, 0)

  test('a million calls', async () => {
    const result = await bpftrace({
      command:
        "sh -c 'dd if=/dev/zero of=/dev/null bs=1 count=500000 && mkdir /tmp/end'"
    })
    const recording = recordingOf(result)
    expect(
      recording.calls.find(({ name }) => name === 'read')?.programs
    ).toContainEqual({ comm: 'dd', count: 1000, atLeast: true })
    expect(count(recording, 'mkdir')).toBe(1)
  })

  test('500 children', async () => {
    const result = await bpftrace({
      command: `perl -e 'for (1..500) { if (!fork) { mkdir "/tmp/$_"; exit } } 1 while wait > 0'`
    })
    expect(count(recordingOf(result), 'mkdir')).toBe(500)
  })

  /** Its first thread ends, a second one goes on for a while. */
  const LATE = `exec("import ctypes, os, threading, time\\ndef late():\\n    time.sleep(2)\\n    os.mkdir('/tmp/late')\\n    os._exit(0)\\nthreading.Thread(target=late).start()\\nctypes.CDLL(None).syscall(60, 0)")`

  test('one whose first thread ends first', async () => {
    const inputs = {
      image: EXAMPLE_IMAGE,
      command: quoted(['python3', '-c', LATE])
    }
    expect(namesOf(recordingOf(await bpftrace(inputs)))).toContain('mkdir')
    const byHook = { ...inputs, recorder: 'hook' }
    const { exitCode, log } = await step(byHook)
    expect(exitCode).toBe(1)
    expect(log).toContain('::group::Run the tests, once more')
    expect(log).toMatch(
      /::error::the recording is not complete: the hook stopped .* before the container ended/
    )
    // What was lost in one run alone is not missed.
    scratch.write('state/first', '')
    const state = path.join(scratch.workspace, 'state')
    fs.chmodSync(state, 0o777)
    const script = 'rm /state/first && exec python3 -c "$0"; mkdir /tmp/a'
    const once = await step({
      ...byHook,
      command: quoted(['sh', '-c', script, LATE]),
      'run-args': `--volume=${state}:/state`
    })
    expect(once.log).toContain(
      'its first thread had ended. It is made once more'
    )
    expect(once.exitCode).toBe(0)
    expect(namesOf(recordingOf(once))).toContain('mkdir')
    // The check falls short, the recording does not.
    const both = await step({ ...inputs, recorder: 'auto' })
    expect(both.exitCode).toBe(0)
    expect(both.summary).toContain(
      'The check by oci-seccomp-bpf-hook is incomplete'
    )
    expect(both.summary).toMatch(
      /Only bpftrace saw .*`mkdir`.*: oci-seccomp-bpf-hook lost it/
    )
  })

  test('one in a mount namespace of its own', async () => {
    const inputs = {
      command:
        "unshare -m /busybox sh -ec '/busybox mount -t tmpfs none /mnt; mkdir /mnt/inside; /busybox umount /mnt'",
      'run-args': '--cap-add=SYS_ADMIN\n--volume=/bin/busybox:/busybox:ro'
    }
    const names = namesOf(recordingOf(await bpftrace(inputs)))
    expect(names).toEqual(
      expect.arrayContaining(['unshare', 'mount', 'mkdir', 'umount2'])
    )
    const { exitCode, log } = await step({ ...inputs, recorder: 'hook' })
    expect(exitCode).toBe(1)
    expect(log).toContain('does not follow a process into another mount')
  })

  test('one that is killed', async () => {
    const result = await bpftrace({
      command: `sh -c 'sh -c "mkdir /tmp/a; kill -9 \\$\\$"; rmdir /tmp/a'`
    })
    const recording = recordingOf(result)
    expect(count(recording, 'mkdir')).toBe(1)
    expect(count(recording, 'rmdir')).toBe(1)
  })

  test('a 32-bit program', async () => {
    const program = path.join(scratch.workspace, 'noop32')
    fs.writeFileSync(program, noopProgram('SCMP_ARCH_X86') ?? '', {
      mode: 0o755
    })
    const runArgs = `--volume=${program}:/noop32:ro`
    const result = await bpftrace({ command: '/noop32', 'run-args': runArgs })
    expect(recordingOf(result).calls).toContainEqual({
      name: 'exit_group',
      architecture: 'SCMP_ARCH_X86',
      programs: [{ comm: 'noop32', count: 1 }]
    })
    expect(JSON.parse(scratch.profile() ?? '')).toMatchObject({
      architectures: ['SCMP_ARCH_X86', 'SCMP_ARCH_X86_64']
    })
    expect(
      tryPodman('run', '--rm', seccomp(), runArgs, BASE_IMAGE, '/noop32')
    ).toMatchObject({ status: 0 })
  })

  test('names of programs that are not names', async () => {
    const odd = '$0 = q{a,  b"c\\\\|`d}; rmdir "/none"'
    const worse = '$0 = "\\xff\\n::error::x"; rmdir "/none"'
    const result = await bpftrace({
      command: quoted(['perl', '-e', `${odd}; ${worse}`])
    })
    const call = recordingOf(result).calls.find(({ name }) => name === 'rmdir')
    expect(call?.programs.map(({ comm }) => comm).sort()).toEqual([
      'a,  b"c\\|`d',
      '�\n::error::x'
    ])
    expect(result.log).not.toMatch(/^::error::x/m)
  })
})
