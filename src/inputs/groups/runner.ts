import type { PodmanMode } from '../../container/podman.ts'
import type { Group } from '../input.ts'

export const RUNNER = {
  title: 'Runner',
  about: 'What the step does, and on which machine.',
  inputs: {
    mode: {
      value: {
        kind: 'choice',
        meanings: {
          lock: 'records the tests, and replays them under the new profile before it is written',
          verify:
            'runs the tests under the profile in the repository as it is, and fails if they fail, or if a call is refused that is not refused on purpose ([verify](replay.md#verify)). It records nothing, changes no file and commits nothing; a pull request has its comment',
          doctor:
            'says in seconds what the runner has and lacks, and how to fix it ([the doctor](doctor.md)). Of the other inputs it reads only `setup` and `podman`'
        }
      },
      default: 'lock',
      help: 'What the step does.'
    },
    setup: {
      value: {
        kind: 'choice',
        meanings: {
          check: 'the step says what it is and how to install it',
          install: 'it is installed, as root or by sudo without a password'
        }
      },
      default: 'check',
      help: 'What happens if the runner lacks something.'
    },
    podman: {
      value: {
        kind: 'choice',
        meanings: {
          root: "root, through sudo if the runner's user is not root",
          rootless:
            "the runner's user. Only bpftrace can record then; it needs sudo, and a host that has version 2 of cgroups only ([rootless podman](runner.md#rootless-podman))"
        } satisfies Record<PodmanMode, string>
      },
      default: 'root',
      help: 'The user that podman runs as.'
    },
    'working-directory': {
      value: { kind: 'path' },
      default: '.',
      help: 'The directory that all other paths start from, relative to the workspace.',
      details: [
        'It must be in the workspace. podman and `test-script` run in it.'
      ]
    }
  }
} as const satisfies Group
