import path from 'node:path'

import {
  DEFAULT_ERRNOS,
  PORTABILITIES,
  type Portability
} from '../candidate/candidate.ts'
import { parsePolicy, type Policy } from '../candidate/policy.ts'
import { parseReady, type Ready } from '../container/outside/ready.ts'
import { parseTestScript } from '../container/outside/test-script.ts'
import { PODMAN_MODES, type PodmanMode } from '../container/podman.ts'
import { parseRunArg } from '../container/run-args.ts'
import { UserError } from '../errors.ts'
import { RECORDER_CHOICES, type RecorderChoice } from '../recorders/choose.ts'
import { RECORD_UNDER, type RecordUnder } from '../recorders/recording.ts'
import { parseShellWords } from '../text/shell-words.ts'
import {
  count,
  empty,
  type Get,
  invalid,
  lines,
  minutes,
  oneOf,
  plainPath,
  seconds
} from './values.ts'

export const REMOVALS = ['apply', 'report'] as const
export const REPLAYS = ['on', 'off'] as const
export const DENIALS = ['report', 'ignore'] as const
export const MODES = ['lock', 'verify', 'doctor'] as const
export const SETUPS = ['check', 'install'] as const
const ERRNOS = Object.keys(DEFAULT_ERRNOS) as (keyof typeof DEFAULT_ERRNOS)[]

/** Where the image comes from: built here, or there already. */
export type ImageSource =
  | { kind: 'image'; reference: string }
  | {
      kind: 'build'
      context: string
      /** undefined: Containerfile, then Dockerfile, in the context. */
      containerfile: string | undefined
      buildArgs: string[]
      target: string | undefined
    }

/** What tests the container. */
export type Tests =
  /** The command that runs in it. */
  | { kind: 'inside'; command: string[] }
  /** A script on the runner, while the container runs. */
  | {
      kind: 'outside'
      /** What the container runs; empty for the image's own. */
      command: string[]
      script: string[]
      ready: Ready
      readyTimeoutMs: number
      stopTimeoutMs: number
    }

/** What the user wants, checked; all paths are absolute. */
export interface Inputs {
  workspace: string
  /** Where the paths of other inputs start from, and podman runs. */
  directory: string
  source: ImageSource
  tests: Tests
  /** Options of `podman run`, one argument each. */
  runArgs: string[]
  profile: string
  recorder: RecorderChoice
  recordUnder: RecordUnder
  /** How often the tests are recorded. */
  runs: number
  /** Whether to look for calls that the filter refuses. */
  denials: (typeof DENIALS)[number]
  portability: Portability
  failOn: FailOn
  removals: (typeof REMOVALS)[number]
  /** How often the tests are recorded again when a call was not seen. */
  confirmRemovals: number
  /** Whether the tests are run again under the new profile. */
  replay: (typeof REPLAYS)[number]
  policy: Policy
  defaultErrno: keyof typeof DEFAULT_ERRNOS | undefined
  timeoutMs: number
  setup: (typeof SETUPS)[number]
  podman: PodmanMode
}

/**
 * Turns the texts of the workflow into Inputs.
 *
 * @param get the value of an input, '' where it is not set
 * @param workspace the repository's checkout, absolute
 * @throws UserError that names the input, what it got and what is allowed
 */
export function readInputs(get: Get, workspace: string): Inputs {
  const directory = inWorkspace(
    'working-directory',
    path.resolve(workspace, plainPath('working-directory', get) || '.'),
    workspace
  )
  const resolve = (name: string) =>
    path.resolve(directory, plainPath(name, get) || '.')
  if (get('profile') === '') throw empty('profile')
  return {
    workspace,
    directory,
    source: imageSource(get, resolve),
    tests: readTests(get),
    runArgs: lines(get('run-args')).map(parseRunArg),
    profile: inWorkspace('profile', resolve('profile'), workspace),
    recorder: oneOf('recorder', get, RECORDER_CHOICES),
    recordUnder: oneOf('record-under', get, RECORD_UNDER),
    runs: count('runs', get, { from: 1, to: 100 }),
    denials: oneOf('denials', get, DENIALS),
    portability: oneOf('portability', get, PORTABILITIES),
    failOn: oneOf('fail-on', get, FAIL_ON),
    removals: oneOf('removals', get, REMOVALS),
    confirmRemovals: count('confirm-removals', get, { from: 0, to: 100 }),
    replay: oneOf('replay', get, REPLAYS),
    policy: parsePolicy({ deny: get('deny'), allow: get('allow') }),
    defaultErrno: get('default-errno')
      ? oneOf('default-errno', get, ERRNOS)
      : undefined,
    timeoutMs: minutes('timeout-minutes', get),
    setup: readSetup(get),
    podman: readPodman(get)
  }
}

/**
 * What the run is to do; the other inputs do not matter for `doctor`.
 *
 * @throws UserError
 */
export function readMode(get: Get): (typeof MODES)[number] {
  return oneOf('mode', get, MODES)
}

/** What is installed before anything else. */
export function readSetup(get: Get): (typeof SETUPS)[number] {
  return oneOf('setup', get, SETUPS)
}

/**
 * As whom podman runs.
 *
 * @throws UserError
 */
export function readPodman(get: Get): PodmanMode {
  return oneOf('podman', get, PODMAN_MODES)
}

function readTests(get: Get): Tests {
  if (get('test-script').trim() === '') {
    if (get('ready').trim() !== '') {
      throw new UserError(
        'input ready: there is no `test-script` to wait for',
        {
          hint: 'Set `test-script`, or leave `ready` out: `command` runs the tests in the container.'
        }
      )
    }
    return { kind: 'inside', command: parseCommand(get('command')) }
  }
  return {
    kind: 'outside',
    command: get('command').trim() === '' ? [] : parseCommand(get('command')),
    script: parseTestScript(get('test-script')),
    ready: parseReady(get('ready')),
    readyTimeoutMs: seconds('ready-timeout', get),
    stopTimeoutMs: seconds('stop-timeout', get)
  }
}

function inWorkspace(name: string, file: string, workspace: string): string {
  const relative = path.relative(workspace, file)
  if (relative === '..' || relative.startsWith(`..${path.sep}`)) {
    throw invalid(name, file, `a path inside the workspace ${workspace}`)
  }
  return file
}

function imageSource(get: Get, resolve: (name: string) => string): ImageSource {
  const reference = get('image')
  if (reference === '') {
    const target = get('target')
    if (target !== '' && !/^[A-Za-z0-9][\w.-]*$/.test(target)) {
      throw invalid('target', target, 'the name of a build stage')
    }
    return {
      kind: 'build',
      context: resolve('context'),
      containerfile: get('containerfile')
        ? resolve('containerfile')
        : undefined,
      buildArgs: lines(get('build-args')).map(parseBuildArg),
      target: target || undefined
    }
  }
  // Characters of image names, tags, digests and transports
  // (containers-transports(5)); never a leading dash, which would be an option.
  if (!/^[A-Za-z0-9/][\w./:@+-]*$/.test(reference)) {
    throw invalid('image', reference, 'the name of an image')
  }
  return { kind: 'image', reference }
}

function parseBuildArg(line: string): string {
  if (!/^[A-Za-z_]\w*=/.test(line)) {
    throw invalid('build-args', line, '`NAME=value`, one a line')
  }
  return line
}

/**
 * Shell words for one line; nothing in them is expanded. Several lines are a
 * script for the container's own `sh -e`.
 */
function parseCommand(value: string): string[] {
  if (value.includes('\0')) {
    throw invalid('command', value, 'a command without NUL characters')
  }
  const script = value.trim()
  if (script === '') throw empty('command')
  if (script.includes('\n')) return ['sh', '-e', '-c', script]
  return parseShellWords(
    'command',
    script,
    "write the command on several lines (they are run by `sh -e`), or as sh -c '...'"
  )
}

/** When a run fails, by default at `added`. */
export const FAIL_ON = ['added', 'changed', 'dangerous', 'never'] as const
export type FailOn = (typeof FAIL_ON)[number]
