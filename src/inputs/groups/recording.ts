import {
  ABOUT,
  RECORDER_NAMES,
  type RecorderName
} from '../../recorders/known.ts'
import type { RecordUnder } from '../../recorders/recording.ts'
import type { Group } from '../input.ts'

/** What each recorder is, as a value of `recorder`. */
const ALONE = Object.fromEntries(
  RECORDER_NAMES.map(name => {
    const { called, slow } = ABOUT[name]
    const cost = slow === undefined ? '' : `; ${slow.replace(/\.$/, '')}`
    return [name, `only ${called}${cost}`]
  })
) as Record<RecorderName, string>

export const RECORDING = {
  title: 'Recording',
  about:
    "How the tests' system calls are recorded, and how the new profile is tried.",
  inputs: {
    recorder: {
      value: {
        kind: 'choice',
        meanings: {
          auto: 'bpftrace checked by the hook, or the one of the two that works; otherwise audit, otherwise strace',
          ...ALONE
        }
      },
      default: 'auto',
      help: 'The tool that records the system calls.',
      details: [
        'What each of them sees, needs and costs: [the recorders](recorders.md).'
      ]
    },
    'record-under': {
      value: {
        kind: 'choice',
        meanings: {
          default:
            "podman's default profile, so that the new profile is not wider, except for what you `allow`",
          'allow-all':
            "no call is refused, for programs that need what podman's default refuses"
        } satisfies Record<RecordUnder, string>
      },
      default: 'default',
      help: 'The filter of the container while it is recorded.'
    },
    runs: {
      value: { kind: 'count', from: 1, to: 100 },
      default: '1',
      help: 'The minimum number of times that the tests are recorded.',
      details: [
        'The profile has the calls of all runs. The report names those that were made in some of the runs only.'
      ]
    },
    denials: {
      value: {
        kind: 'choice',
        meanings: {
          report:
            'the report names them, if bpftrace records. Each call of the container takes longer',
          ignore: 'they are not looked for'
        }
      },
      default: 'report',
      help: "Whether to look for calls that podman's default profile refuses during the recording.",
      details: ['The replay looks for refused calls in either case.']
    },
    replay: {
      value: {
        kind: 'choice',
        meanings: {
          on: "they run again. Calls that the new profile refuses are added, unless `deny`, a rule of yours or podman's default refuses them; a profile under which the tests fail is never written",
          off: 'the profile is written without a trial, and is not committed'
        }
      },
      default: 'on',
      help: 'Whether the tests run again under the new profile before it is written.',
      details: [
        'What that shows and what it does not: [the replay](replay.md).'
      ]
    }
  }
} as const satisfies Group
