import path from 'node:path'

import { type Accepted, parseAcceptance } from '../candidate/acceptance.ts'
import type { Portability } from '../candidate/candidate.ts'
import { parsePolicy, type Policy } from '../candidate/policy.ts'
import { parseReady, type Ready } from '../container/outside/ready.ts'
import { parseTestScript } from '../container/outside/test-script.ts'
import type { PodmanMode } from '../container/podman.ts'
import { parseRunArg } from '../container/run-args.ts'
import { UserError } from '../errors.ts'
import type { RecorderChoice } from '../recorders/choose.ts'
import type { RecordUnder } from '../recorders/recording.ts'
import { parseShellWords } from '../text/shell-words.ts'
import { type Choice, choicesOf, type NameOf } from './table.ts'
import {
  count,
  duration,
  empty,
  type Get,
  invalid,
  lines,
  oneOf,
  plainPath
} from './values.ts'

/** What fails a run. */
export type FailOn = Choice<'fail-on'>
export const FAIL_ON = choicesOf('fail-on')

/** Where the image comes from: built here, or there already. */
type ImageSource =
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
type Tests =
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
  denials: Choice<'denials'>
  portability: Portability
  failOn: FailOn
  removals: Choice<'removals'>
  /** How often the tests are recorded again when a call was not seen. */
  confirmRemovals: number
  /** Whether the tests are run again under the new profile. */
  replay: Choice<'replay'>
  policy: Policy
  /** The dangerous calls and settings that the workflow names. */
  accepted: Accepted[]
  defaultErrno: Choice<'default-errno'> | undefined
  timeoutMs: number
  setup: Choice<'setup'>
  podman: PodmanMode
  /** Where the findings go as SARIF; undefined for nowhere. */
  sarifPath: string | undefined
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
  const resolve = (name: NameOf<'path'>) =>
    path.resolve(directory, plainPath(name, get) || '.')
  if (get('profile') === '') throw empty('profile')
  const profile = inWorkspace('profile', resolve('profile'), workspace)
  const policy = parsePolicy({ deny: get('deny'), allow: get('allow') })
  return {
    workspace,
    directory,
    source: imageSource(get, resolve),
    tests: readTests(get),
    runArgs: lines(get('run-args')).map(parseRunArg),
    profile,
    recorder: oneOf('recorder', get),
    recordUnder: oneOf('record-under', get),
    runs: count('runs', get),
    denials: oneOf('denials', get),
    portability: oneOf('portability', get),
    failOn: oneOf('fail-on', get),
    removals: oneOf('removals', get),
    confirmRemovals: count('confirm-removals', get),
    replay: oneOf('replay', get),
    policy,
    accepted: parseAcceptance(get('accept-dangerous'), policy.deny),
    defaultErrno: get('default-errno')
      ? oneOf('default-errno', get)
      : undefined,
    timeoutMs: duration('timeout-minutes', get),
    setup: readSetup(get),
    podman: readPodman(get),
    sarifPath: get('sarif-path')
      ? sarifPath(
          inWorkspace('sarif-path', resolve('sarif-path'), workspace),
          profile
        )
      : undefined
  }
}

/**
 * What the step does. Read first, because `doctor` needs few other inputs.
 *
 * @throws UserError
 */
export function readMode(get: Get): Choice<'mode'> {
  return oneOf('mode', get)
}

/** What happens if the runner lacks something. */
export function readSetup(get: Get): Choice<'setup'> {
  return oneOf('setup', get)
}

/**
 * The user that podman runs as.
 *
 * @throws UserError
 */
export function readPodman(get: Get): PodmanMode {
  return oneOf('podman', get)
}

function readTests(get: Get): Tests {
  if (get('test-script').trim() === '') {
    if (get('ready').trim() !== '') {
      throw new UserError(
        'input ready: there is no `test-script` that could wait for it',
        {
          code: 'input',
          hint: 'Set `test-script`, or remove `ready`: `command` runs the tests in the container.'
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
    readyTimeoutMs: duration('ready-timeout', get),
    stopTimeoutMs: duration('stop-timeout', get)
  }
}

function sarifPath(file: string, profile: string): string {
  if (file !== profile) return file
  throw new UserError(
    `input sarif-path: ${JSON.stringify(file)} is the profile`,
    {
      code: 'input',
      hint: 'Set `sarif-path` to another file.'
    }
  )
}

function inWorkspace(
  name: NameOf<'path'>,
  file: string,
  workspace: string
): string {
  const relative = path.relative(workspace, file)
  if (relative === '..' || relative.startsWith(`..${path.sep}`)) {
    throw invalid(name, file, `a path inside the workspace ${workspace}`)
  }
  return file
}

function imageSource(
  get: Get,
  resolve: (name: NameOf<'path'>) => string
): ImageSource {
  const reference = get('image')
  if (reference === '') {
    const target = get('target')
    if (target !== '' && !/^[A-Za-z0-9][\w.-]*$/.test(target)) {
      throw invalid('target', target)
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
    throw invalid('image', reference)
  }
  return { kind: 'image', reference }
}

function parseBuildArg(line: string): string {
  if (!/^[A-Za-z_]\w*=/.test(line)) {
    throw invalid('build-args', line)
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
