import type { DEFAULT_ERRNOS, Portability } from '../../candidate/candidate.ts'
import type { Group } from '../input.ts'

export const POLICY = {
  title: 'Policy',
  about: 'What the profile allows, and which changes fail the step.',
  inputs: {
    profile: {
      value: { kind: 'path' },
      default: 'seccomp.json',
      help: 'The profile to keep up to date.',
      details: ['The file must be in the workspace.']
    },
    deny: {
      value: {
        kind: 'text',
        what: 'names of system calls, or of groups such as `@debug`, one per line'
      },
      default: '',
      help: 'Calls that the profile must not allow.',
      details: [
        'For what no container of yours should ever do. If a run needs one of these calls, the step fails, whatever `fail-on` says, and the profile stays as it is. The report says which call it is, why it is needed and what it can do.',
        "The groups are systemd's; `systemd-analyze syscall-filter` lists them. Text after a `#` is a comment. A name that does not exist is an error, and so is a name in both lists; where a group overlaps with the other list, `deny` wins. More in [the profile](profile.md#deny-and-allow)."
      ],
      example: [
        'deny: |',
        '  @debug # a group',
        '  mknod',
        'allow: |',
        '  copy_file_range # the backup job in production'
      ].join('\n')
    },
    allow: {
      value: {
        kind: 'text',
        what: 'names of system calls, or of groups such as `@debug`, one per line'
      },
      default: '',
      help: 'Calls that the profile allows whether or not the tests make them.',
      details: [
        'For what production does and no test does. It is written like [`deny`](#deny).'
      ]
    },
    'accept-dangerous': {
      value: {
        kind: 'text',
        what: 'names of system calls, of groups such as `@debug`, or of settings, one per line'
      },
      default: '',
      help: 'Dangerous calls, and settings that open the profile, that may be in it.',
      details: [
        'If the profile has one that is not named here, the step fails under every `fail-on` but `never`, whoever put it there, and the profile is not committed ([why](review.md#a-dangerous-call-must-be-named)). Put the workflow under `CODEOWNERS`, so that each such line gets a review.',
        'The settings are `default-action` (calls that no rule names are allowed), `errno-0` (a refused call returns success), `listener` (another process decides about calls), `architecture: x86` (the calls of another architecture) and `deleted` (the file was deleted). Text after a `#` is the reason. `until` and a date, before the `#` or at the end of the reason, is the last day (UTC) that the line counts. The report shows both. A name that does not exist is an error, and so is one that is in `deny` as well.'
      ],
      example: [
        'accept-dangerous: |',
        '  ptrace until 2027-06-30 # gdb, in the crash tests',
        '  architecture: x86 # wine'
      ].join('\n')
    },
    'fail-on': {
      value: {
        kind: 'choice',
        meanings: {
          never: 'nothing that changed fails the step',
          dangerous:
            'a dangerous call, or a setting that opens the profile, that the workflow does not name; or the file was deleted',
          added:
            "that, or the tests need calls that the file does not allow; a new architecture's calls count",
          changed:
            'that, or the new profile differs from the file in any way, or is the first one'
        }
      },
      default: 'added',
      help: 'What fails the step, after everything has been written.',
      details: [
        'Each fails what the one before it fails, and more. A failed replay, and a call that is needed and denied, always fail the step. A profile that the run has committed does not ([what fails a run](github.md#what-fails-a-run)).',
        'The workflow names dangerous calls and settings in [`accept-dangerous`](#accept-dangerous). Which calls are dangerous: [the profile](profile.md#how-dangerous-a-call-is).'
      ]
    },
    removals: {
      value: {
        kind: 'choice',
        meanings: {
          apply:
            'they are removed once it is very unlikely that they were missing by chance',
          report: 'they stay in the profile, and the report names them'
        }
      },
      default: 'apply',
      help: 'What happens to calls that the tests no longer make.'
    },
    'confirm-removals': {
      value: { kind: 'count', from: 0, to: 100 },
      default: '3',
      help: 'The maximum number of times that the tests are recorded again when they did not make a call that the profile allows.',
      details: [
        'Recording again stops as soon as every such call has been seen. A call is removed when it was missing in so many runs in a row, including earlier runs that the runner remembers, that chance is very unlikely ([when a call leaves](profile.md#when-a-call-leaves)). With `0`, it is removed at once.'
      ]
    },
    portability: {
      value: {
        kind: 'choice',
        meanings: {
          on: 'adds the calls that crun and runc need to start a container, and those that another libc or kernel makes in place of the recorded ones',
          off: 'adds nothing'
        } satisfies Record<Portability, string>
      },
      default: 'on',
      help: 'Whether the profile gets calls that it needs under another runtime, libc or kernel.',
      details: [
        "No call is added that podman's default profile refuses. The report lists each with its reason."
      ]
    },
    'default-errno': {
      value: {
        kind: 'choice',
        meanings: {
          ENOSYS:
            'the call does not exist. A C library then tries an older call',
          EPERM:
            "the call is not permitted. Programs can break when the image's C library is updated"
        } satisfies Record<keyof typeof DEFAULT_ERRNOS, string>
      },
      default: '',
      unset: 'what the committed profile says; `ENOSYS` in a first profile',
      help: 'The error that a refused call returns.'
    }
  }
} as const satisfies Group
