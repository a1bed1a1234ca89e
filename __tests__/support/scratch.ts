import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

import {
  startStep,
  type Step,
  type StepOptions,
  type StepResult
} from '../../scripts/local-runner.ts'

/** An image that is on the machine, with a shell and coreutils. */
export const BASE_IMAGE = 'docker.io/library/debian:bookworm-slim'

/** Where all steps keep what they measured, and remember. */
export const CACHE = path.join(os.tmpdir(), 'lock-test-cache')

/** What tells the engine of the tracing hook. */
export const HOOK =
  '/usr/share/containers/oci/hooks.d/oci-seccomp-bpf-hook.json'

/** A machine's corner for one test: a workspace and the runner's directory. */
export interface Scratch {
  root: string
  workspace: string
  temporary: string
  /** Starts a step, and leaves it to the test. */
  start(inputs: Record<string, string>, options?: Partial<StepOptions>): Step
  /** Runs the step and its post step, and asserts that nothing is left. */
  step(
    inputs: Record<string, string>,
    options?: Partial<StepOptions>
  ): Promise<StepResult>
  /** The profile in the workspace, or undefined. */
  profile(): string | undefined
  write(file: string, text: string): void
  delete(file: string): void
  remove(): void
}

/** Makes a Scratch; the caller removes it. */
export function createScratch(): Scratch {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'lock-test-'))
  const workspace = path.join(root, 'workspace')
  const temporary = path.join(root, 'temporary')
  fs.mkdirSync(workspace)
  fs.mkdirSync(temporary)
  const file = path.join(workspace, 'seccomp.json')
  const start: Scratch['start'] = (inputs, options = {}) => {
    const step = startStep({
      workspace,
      temporary,
      inputs,
      ...options,
      environment: {
        // What the runner remembers is of this scratch's own tests.
        GITHUB_REPOSITORY: `octo/${path.basename(root)}`,
        ...(options.user ? {} : { XDG_CACHE_HOME: CACHE }),
        ...options.environment
      }
    })
    // What support/jest/environment.mjs shows of a test that fails.
    void step.done.then(result =>
      Object.assign(globalThis, { lastStep: result })
    )
    return step
  }
  return {
    root,
    workspace,
    temporary,
    start,
    async step(inputs, options) {
      const step = start(inputs, options)
      const result = await step.done
      const after = await step.post()
      if (after.exitCode !== 0) throw new Error(`post step: ${after.log}`)
      const left = leftovers(temporary)
      if (left.length > 0) {
        throw new Error(`left behind: ${left.join(', ')}\n${result.log}`)
      }
      return result
    },
    profile: () =>
      fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined,
    write: (name, text) => {
      const target = path.join(workspace, name)
      fs.mkdirSync(path.dirname(target), { recursive: true })
      fs.writeFileSync(target, text)
    },
    delete: name => {
      fs.rmSync(path.join(workspace, name))
    },
    remove: () => {
      fs.rmSync(root, { recursive: true, force: true })
    }
  }
}

/**
 * What steps that had this directory left on this machine. Neighbours have
 * containers, builds and tracers of their own.
 */
export function leftovers(temporary: string): string[] {
  const made = stateOf(temporary)
  return [
    ...ownContainers().filter(name => made.includes(name)),
    ...workingContainers(temporary),
    ...fs
      .readdirSync(temporary)
      .filter(name => /^seccomp-lock-(?!(?:report|recording)-)/.test(name)),
    // Tracers, too, have a path below it on their command line.
    ...processesWith(temporary)
  ]
}

/** What steps that had this directory wrote down of what they made. */
function stateOf(temporary: string): string {
  return fs
    .readdirSync(temporary)
    .filter(name => name.startsWith('state-'))
    .map(name => fs.readFileSync(path.join(temporary, name), 'utf8'))
    .join('\n')
}

/** Containers that carry the action's label. */
export function ownContainers(): string[] {
  const args = ['ps', '--all', '--filter=label=io.github.seccomp-lock', NAMES]
  // podman gives up where a neighbour's container is removed while it makes the
  // list, with a message for each moment.
  for (let tries = 0; tries < 9; tries++) {
    const { status, stdout } = tryPodman(...args)
    if (status === 0) return linesOf(stdout)
  }
  return podman(...args)
}

/** Working containers of builds of such steps, by their marks. */
export function workingContainers(temporary: string): string[] {
  const made = stateOf(temporary)
  graphRoot ??= podman('info', '--format={{.Store.GraphRoot}}')[0]
  return fs
    .globSync(`${graphRoot ?? ''}/*-containers/*/userdata/buildah.json`)
    .flatMap(file => {
      try {
        const text = fs.readFileSync(file, 'utf8')
        return /"id=(seccomp-lock-\w+),/.exec(text)?.[1] ?? []
      } catch {
        // Its build has ended.
        return []
      }
    })
    .filter(mark => made.includes(mark))
}

let graphRoot: string | undefined

const NAMES = '--format={{.Names}}'

const linesOf = (text: string) => text.split('\n').filter(line => line !== '')

/** The lines that podman prints. */
export function podman(...args: string[]): string[] {
  const text = execFileSync('podman', args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe']
  })
  return linesOf(text)
}

/** Runs podman; tells how it ended and what it said. */
export function tryPodman(...args: string[]) {
  const { status, stdout, stderr } = spawnSync('podman', args, {
    encoding: 'utf8'
  })
  return { status, stdout, stderr }
}

/** Processes other than this one with a text on their command line. */
export function processesWith(text: string): string[] {
  return fs
    .readdirSync('/proc')
    .filter(entry => /^\d+$/.test(entry) && Number(entry) !== process.pid)
    .map(entry => {
      try {
        const argv = fs.readFileSync(`/proc/${entry}/cmdline`, 'utf8')
        return `${entry} ${argv.replaceAll('\0', ' ')}`
      } catch {
        return ''
      }
    })
    .filter(line => line.includes(text))
}

/** Waits until something is there. */
export async function until<T>(
  what: string,
  look: () => T | undefined | false,
  timeoutMs = 60_000
): Promise<T> {
  const end = Date.now() + timeoutMs
  for (;;) {
    const found = look()
    if (found !== undefined && found !== false) return found
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`)
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}
