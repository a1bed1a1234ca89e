/**
 * Runs the built action as GitHub's runner does: inputs from action.yml's
 * defaults in INPUT_*, the files that it talks back through, an event, the
 * workspace as the current directory, and the post step afterwards.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

import { parse } from 'yaml'

/** The repository's root, where action.yml and dist/ are. */
export const ACTION = path.resolve(import.meta.dirname, '..')

/** The job's token, as no real token looks. */
export const TOKEN = 'ghs_this-is-no-real-token-0123456789abcdef'

/** The commit of an event that is about none in particular. */
const SHA = '0123456789abcdef0123456789abcdef01234567'

/** The payload of the first push to main: the base is none. */
const FIRST_PUSH = {
  ref: 'refs/heads/main',
  before: '0'.repeat(40),
  after: SHA,
  created: true,
  repository: { default_branch: 'main' }
}

export interface StepResult {
  exitCode: number | null
  signal: NodeJS.Signals | null
  /** Standard output and error as they came. */
  log: string
  outputs: Record<string, string>
  summary: string
}

export interface StepOptions {
  /** The repository's checkout. */
  workspace: string
  /** An empty directory for the runner's files. */
  temporary: string
  inputs: Record<string, string>
  /** Where action.yml and dist/ are; the repository's root by default. */
  action?: string
  /** Node's program; the repository's by default. */
  node?: string
  /** Shown as it comes. */
  onOutput?: (chunk: string) => void
  /** Run as this user instead of the current one. */
  user?: { uid: number; gid: number; home: string; name: string }
  /** A command that runs the step's, and becomes the user by itself. */
  wrap?: string[]
  /** More of, or other, environment. */
  environment?: Record<string, string>
  /** The event's name and payload; a push to main by default. */
  event?: { name: string; payload: unknown }
  /** The job's token; one that no GitHub knows by default. */
  token?: string
}

/** A step that runs. */
export interface Step {
  child: ChildProcess
  /** The main step's end. */
  done: Promise<StepResult>
  /** Runs the post step; the runner does so however the main step ended. */
  post: () => Promise<StepResult>
}

/** Starts the action's main step. */
export function startStep(options: StepOptions): Step {
  const files = runnerFiles(options)
  const environment = stepEnvironment(options, files)
  const main = spawnStep(options, environment, files)
  return {
    ...main,
    post: () => {
      const state = readCommandFile(files.state)
      const states = Object.entries(state).map(([k, v]) => [`STATE_${k}`, v])
      return spawnStep(
        options,
        { ...environment, ...(Object.fromEntries(states) as typeof state) },
        files
      ).done
    }
  }
}

/** Runs the main step and then the post step, which must not fail. */
export async function runStep(options: StepOptions): Promise<StepResult> {
  const step = startStep(options)
  const result = await step.done
  const after = await step.post()
  if (after.exitCode !== 0) throw new Error(`post step failed: ${after.log}`)
  return result
}

type Files = ReturnType<typeof runnerFiles>

function runnerFiles({ temporary, user, event }: StepOptions) {
  const id = randomUUID()
  const files = {
    output: path.join(temporary, `output-${id}`),
    state: path.join(temporary, `state-${id}`),
    summary: path.join(temporary, `summary-${id}`),
    env: path.join(temporary, `env-${id}`),
    path: path.join(temporary, `path-${id}`),
    event: path.join(temporary, `event-${id}.json`)
  }
  for (const file of Object.values(files)) {
    fs.writeFileSync(file, '')
    if (user) fs.chownSync(file, user.uid, user.gid)
  }
  const payload = event?.payload ?? FIRST_PUSH
  fs.writeFileSync(files.event, JSON.stringify(payload))
  return files
}

function stepEnvironment(
  options: StepOptions,
  files: Files
): Record<string, string> {
  const { workspace, temporary, user } = options
  return {
    PATH: process.env['PATH'] ?? '/usr/sbin:/usr/bin:/sbin:/bin',
    HOME: user?.home ?? process.env['HOME'] ?? '/root',
    USER: user?.name ?? 'root',
    LANG: 'C.UTF-8',
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: workspace,
    GITHUB_REPOSITORY: 'octo/example-app',
    GITHUB_EVENT_NAME: options.event?.name ?? 'push',
    GITHUB_EVENT_PATH: files.event,
    GITHUB_REF: 'refs/heads/main',
    GITHUB_SHA: SHA,
    GITHUB_RUN_ID: '1',
    GITHUB_RUN_NUMBER: '1',
    GITHUB_RUN_ATTEMPT: '1',
    // Nobody is there.
    GITHUB_API_URL: 'http://127.0.0.1:9/api/v3',
    GITHUB_SERVER_URL: 'http://127.0.0.1:9',
    RUNNER_ENVIRONMENT: 'self-hosted',
    GITHUB_OUTPUT: files.output,
    GITHUB_STATE: files.state,
    GITHUB_STEP_SUMMARY: files.summary,
    GITHUB_ENV: files.env,
    GITHUB_PATH: files.path,
    RUNNER_TEMP: temporary,
    ACTIONS_RUNTIME_TOKEN: TOKEN,
    ACTIONS_RUNTIME_URL: 'https://runtime.invalid/',
    ...inputVariables(options),
    ...options.environment
  }
}

/** action.yml's defaults and the step's `with`, as INPUT_* variables. */
function inputVariables({ inputs, token = TOKEN }: StepOptions) {
  const action = parse(
    fs.readFileSync(path.join(ACTION, 'action.yml'), 'utf8')
  ) as { inputs: Record<string, { default?: string }> }
  for (const name of Object.keys(inputs)) {
    if (!(name in action.inputs)) throw new Error(`no such input: ${name}`)
  }
  const entries = Object.entries(action.inputs).map(([name, input]) => {
    const value = inputs[name] ?? input.default ?? ''
    const variable = `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`
    return [variable, value.replace('${{ github.token }}', token)] as const
  })
  return Object.fromEntries(entries)
}

function spawnStep(
  options: StepOptions,
  environment: Record<string, string>,
  files: Files
) {
  const { workspace, user, action = ACTION, wrap = [] } = options
  const node = options.node ?? path.join(ACTION, 'node_modules/.bin/node')
  const argv = [...wrap, node, path.join(action, 'dist/index.js')]
  const child = spawn(argv[0] ?? node, argv.slice(1), {
    cwd: workspace,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(user && wrap.length === 0 && { uid: user.uid, gid: user.gid })
  })
  let log = ''
  const take = (chunk: Buffer) => {
    log += chunk.toString()
    options.onOutput?.(chunk.toString())
  }
  child.stdout.on('data', take)
  child.stderr.on('data', take)
  const done = new Promise<StepResult>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (exitCode, signal) => {
      resolve({
        exitCode,
        signal,
        log,
        outputs: readCommandFile(files.output),
        summary: fs.readFileSync(files.summary, 'utf8')
      })
    })
  })
  return { child, done }
}

/** `name<<delimiter`, lines, `delimiter`: how a step writes outputs and state. */
function readCommandFile(file: string): Record<string, string> {
  const text = fs.readFileSync(file, 'utf8')
  const entries = text.matchAll(/^(.+?)<<(.+)\n([\s\S]*?)\n\2$/gm)
  return Object.fromEntries(
    [...entries].map(([, name = '', , value = '']) => [name, value])
  )
}
