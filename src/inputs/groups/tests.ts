import type { Group } from '../input.ts'

export const TESTS = {
  title: 'Tests',
  about:
    'The suite runs inside the container (`command`), or on the runner and tests the container from outside (`test-script`). More in [your tests](tests.md).',
  inputs: {
    command: {
      value: {
        kind: 'text',
        what: 'one command line, or a script of several lines'
      },
      default: '',
      required: 'unless `test-script` is set or `mode` is `doctor`',
      help: 'The command that runs the tests in the container.',
      details: [
        'One line is split into words as a shell would do it, and run without a shell: nothing in it is expanded, and an operator such as `&&` is an error. Several lines are a script for `sh -e` in the container.',
        "The image's entrypoint stays in place. If it gets in the way, set `--entrypoint=` in `run-args`.",
        "With `test-script`, this is the command that the container runs; if it is empty, the container runs the image's own command."
      ],
      example: 'command: ./test.sh'
    },
    'test-script': {
      value: {
        kind: 'text',
        what: 'one command line, or a script of several lines'
      },
      default: '',
      unset: '`command` runs the tests in the container',
      help: 'A script on the runner that tests the container while it runs.',
      details: [
        "Tests that run in the container leave the test tool's own calls in the profile. With `test-script`, the container runs the same program as in production. When the script has succeeded, the container gets its stop signal, so that its shutdown is recorded as well.",
        'One line is split into words and run without a shell. Several lines are a script for `bash -e`; a script that uses variables needs several lines.',
        "It runs in `working-directory`, as the runner's user. It finds published ports in variables such as `PORT_8000`, the container's name in `SECCOMP_LOCK_CONTAINER` and its address in `SECCOMP_LOCK_ADDRESS`. It sees only [a few variables of the job](tests.md#what-the-tests-see-of-the-job)."
      ],
      example: [
        'run-args: --publish=127.0.0.1::8000',
        'ready: http://127.0.0.1:$PORT_8000/health',
        'test-script: |',
        '  curl --fail "http://127.0.0.1:$PORT_8000/orders"',
        '  curl --fail "http://127.0.0.1:$PORT_8000/customers"'
      ].join('\n')
    },
    ready: {
      value: {
        kind: 'text',
        what: 'a URL, `host:port`, `log: TEXT` or `command: WORDS`'
      },
      default: '',
      unset: 'the script starts as soon as the container runs',
      help: 'When `test-script` may start.',
      details: [
        'What the script waits for:',
        [
          '- A URL must answer with an HTTP status below 400.',
          '- `host:port` must accept a TCP connection.',
          '- `log: TEXT` is a text that the container must write.',
          '- `command: WORDS` is a command that must succeed in the container. bpftrace and the hook record its calls, because production makes its health checks under the profile as well.'
        ].join('\n'),
        "In a URL or an address, `$PORT_8000` stands for the runner's port at which the container's port 8000 is published."
      ]
    },
    'ready-timeout': {
      value: { kind: 'duration', unit: 'seconds', atMost: 3600 },
      default: '60',
      help: 'How many seconds the container may take to become ready.'
    },
    'stop-timeout': {
      value: { kind: 'duration', unit: 'seconds', atMost: 3600 },
      default: '10',
      help: 'How many seconds the container may take to stop after its stop signal, before it is killed.',
      details: [
        'After `test-script` only. If the container is killed, the log warns that calls of its shutdown may be missing from the profile.'
      ]
    },
    'run-args': {
      value: { kind: 'text', what: 'options of `podman run`, one per line' },
      default: '',
      help: 'Further options for the container of the tests.',
      details: [
        'Quotes are part of the value.',
        'An option that would make the recording wrong is an error that says why: for example `--privileged`, another seccomp profile, `--platform`, `--detach` or `--name`. A path in the workspace that is mounted may not be a link that leads out of it.'
      ],
      example: [
        'run-args: |',
        '  --env=MODE=test',
        '  --volume /srv/data:/data'
      ].join('\n')
    },
    'timeout-minutes': {
      value: { kind: 'duration', unit: 'minutes', atMost: 1440 },
      default: '30',
      help: 'How many minutes the build may take, and each run of the tests.'
    }
  }
} as const satisfies Group
