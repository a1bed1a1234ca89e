import { beforeAll, describe, expect, test } from '@jest/globals'

import { RECORDER_NAMES } from '../../src/recorders/known.ts'
import { namesOf, type Recording } from '../../src/recorders/recording.ts'
import { effort } from '../support/effort.ts'
import { EXAMPLE_IMAGE } from '../support/example-image.ts'
import { writtenByHook } from '../support/hook.ts'
import { BASE_IMAGE, createScratch, tryPodman } from '../support/scratch.ts'
import {
  quoted,
  recordingOf,
  useRecorder,
  withoutKept
} from '../support/use-recorder.ts'
import { yardstick } from '../support/yardstick.ts'

const { scratch, step, allowed, seccomp } = useRecorder()

const THREADS = `
import socket, threading
server = socket.create_server(("127.0.0.1", 8000))
def serve():
    for _ in range(3):
        connection, _ = server.accept()
        connection.sendall(connection.recv(100))
        connection.close()
def ask(text):
    with socket.create_connection(("127.0.0.1", 8000)) as connection:
        connection.sendall(text)
        assert connection.recv(100) == text
threads = [threading.Thread(target=serve)]
threads[0].start()
for n in range(3):
    client = threading.Thread(target=ask, args=(b"%d" % n,))
    client.start()
    client.join()
threads[0].join()
print("done")
`

const COMMANDS: [
  what: string,
  image: string,
  runArgs: string[],
  command: string[]
][] = [
  ['ls -l /', BASE_IMAGE, [], ['ls', '-l', '/']],
  [
    'a shell pipeline',
    BASE_IMAGE,
    [],
    ['sh', '-c', 'ls /etc | sort | tail -3 | wc -l']
  ],
  ['threads and sockets', EXAMPLE_IMAGE, [], ['python3', '-c', THREADS]],
  [
    'a static program',
    BASE_IMAGE,
    ['--volume=/bin/busybox:/busybox:ro'],
    ['/busybox', 'sh', '-c', '/busybox ls -l / | /busybox sort']
  ]
]

/** Several lines would be a script; Python's are not. */
const inputOf = (command: readonly string[]) =>
  quoted(command.map(word => word.replaceAll('\n', '\\n'))).includes('\\n')
    ? quoted([
        ...command.slice(0, -1),
        `exec(${JSON.stringify(command.at(-1))})`
      ])
    : quoted(command)

describe.each(COMMANDS)('%s', (_, image, runArgs, command) => {
  test('is recorded exactly, and runs under its profile', async () => {
    const reference = await yardstick(
      [...runArgs, image, ...command],
      effort(3, 10)
    )
    const result = await step({
      image,
      command: inputOf(command),
      'run-args': runArgs.join('\n'),
      recorder: 'bpftrace',
      portability: 'off'
    })
    expect(recordingOf(result).lost).toEqual([])
    expect(withoutKept(allowed())).toEqual(withoutKept(reference))
    for (let run = 0; run < effort(2, 20); run++) {
      const { status, stderr } = tryPodman(
        'run',
        '--rm',
        seccomp(),
        ...runArgs,
        image,
        ...command
      )
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    }
  })
})

describe('one run, recorded by each recorder', () => {
  const command = "sh -c 'ls -l / | sort; mkdir /tmp/new'"
  let reference: Recording

  beforeAll(async () => {
    const scratch = createScratch()
    try {
      const inputs = { image: BASE_IMAGE, command, replay: 'off' }
      reference = recordingOf(
        await scratch.step({ ...inputs, recorder: 'bpftrace' })
      )
    } finally {
      scratch.remove()
    }
  })

  test.each(RECORDER_NAMES)('%s', async recorder => {
    const inputs = { command, portability: 'off', recorder }
    const recording = recordingOf(await step(inputs))
    const names = withoutKept(namesOf(recording))
    const exact = withoutKept(namesOf(reference))
    if (recorder === 'hook') {
      // Of what the runtime does before the filter it sees a part.
      expect(names).toEqual(expect.arrayContaining(exact))
    } else {
      expect(names).toEqual(exact)
      const mkdir = recording.calls.find(({ name }) => name === 'mkdir')
      expect(mkdir?.programs).toEqual([{ comm: 'mkdir', count: 1 }])
    }
    expect(allowed()).toContain('mkdir')
    expect(allowed().filter(name => SET_UP.includes(name))).toEqual([])
  })
})

/** What makes a container, and is not to be in any profile. */
const SET_UP = ['mount', 'umount2', 'pivot_root', 'sethostname']

test('the hook keeps the set-up out where the container may mount, too', async () => {
  const result = await step({
    command: 'ls /',
    recorder: 'hook',
    'run-args': '--cap-add=SYS_ADMIN'
  })
  expect(allowed().filter(name => SET_UP.includes(name))).toEqual([])
  // Up to 1.2.10 the hook records what runc mounts, after that from the filter on.
  const options = ['--cap-add=SYS_ADMIN', BASE_IMAGE, 'ls', '/']
  const written = await writtenByHook(scratch, ...options)
  expect(result.summary.includes('- `mount`: the runtime makes it')).toBe(
    written?.includes('"mount"')
  )
  const run = ['run', '--rm', '--cap-add=SYS_ADMIN', seccomp(), BASE_IMAGE]
  expect(tryPodman(...run, 'ls', '/')).toMatchObject({ status: 0 })
})
