/**
 * `npm run example`: what seccomp-lock does for a repository, on this machine.
 * Runs the built action as a runner would, with real podman and the real hook.
 * `--verbose` shows all that the steps print.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs, styleText } from 'node:util'

import { duration } from '../src/log.ts'
import { runStep, type StepResult } from './local-runner.ts'
import {
  addFeature,
  ATTACK,
  commitAll,
  createRepository,
  git
} from './scratch-repository.ts'

const {
  values: { verbose }
} = parseArgs({ options: { verbose: { type: 'boolean', default: false } } })

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'seccomp-lock-example-'))
const repository = path.join(scratch, 'repository')
const temporary = path.join(scratch, 'runner')
fs.mkdirSync(temporary)

/** What the last step printed. */
let log = ''

const say = (text: string) => process.stdout.write(`${text}\n`)
const indented = (text: string) => text.trimEnd().replace(/^/gm, '    ')
const title = (text: string) => {
  say(`\n${styleText('bold', text)}`)
}

/**
 * Runs the step as it stands in the example's workflow.
 *
 * @param onLine receives the log as it grows, with its groups closed
 */
async function step(onLine?: (line: string) => void): Promise<StepResult> {
  log = ''
  let shown = 0
  const begin = performance.now()
  const result = await runStep({
    workspace: repository,
    temporary,
    // There is no GitHub here to commit to.
    inputs: { command: './test.sh', commit: 'never' },
    onOutput: chunk => {
      log += chunk
      if (verbose) process.stdout.write(chunk)
      else if (onLine) {
        const lines = closedGroups(log.slice(0, log.lastIndexOf('\n') + 1))
        lines.slice(shown).forEach(onLine)
        shown = lines.length
      }
    }
  })
  if (verbose) showAll(result)
  const how = result.exitCode === 0 ? 'passes' : 'fails'
  say(`  The step ${how} after ${duration(performance.now() - begin)}.`)
  return result
}

function showAll({ exitCode, outputs, summary }: StepResult): void {
  say(`\n--- the step ended with exit code ${String(exitCode)}; outputs:`)
  for (const [name, value] of Object.entries(outputs)) {
    say(`    ${name}: ${value}`)
  }
  say(`\n--- the job summary:\n\n${summary}`)
}

/** What GitHub shows of a log whose groups are closed. */
function closedGroups(text: string): string[] {
  const lines: string[] = []
  let group: string | undefined
  let last = ''
  for (const line of text.split('\n')) {
    if (line.startsWith('::group::')) {
      group = line.slice('::group::'.length)
    } else if (line === '::endgroup::') {
      lines.push(`${group ?? ''} ${last}`.trimEnd())
      group = undefined
      last = ''
    } else if (group === undefined) {
      if (line !== '' && !line.startsWith('::debug::')) lines.push(line)
    } else if (/^\(\d.*\)$/.test(line)) last = line
  }
  return lines
}

/** An annotation as the page of changed files shows it. */
function annotation(line: string): string | undefined {
  const found = /^::error title=.*,file=(.*),line=(\d+)::(.*)$/.exec(line)
  return found ? `${found[1]}:${found[2]}: ${found[3]}` : undefined
}

/** The first of the log's last three lines, which is the verdict. */
function verdictLine(lines: readonly string[]): string {
  const line = lines.findLast(text => !/^(?:Replay|Report): /.test(text)) ?? ''
  return line.replace(/^::error::/, '')
}

/** Shows how `seccomp.json` changes, as far as it fits. */
function showDiff(): void {
  git(repository, 'add', '--intent-to-add', 'seccomp.json')
  const diff = git(repository, 'diff', '--', 'seccomp.json').trimEnd()
  const lines = diff.split('\n')
  const changes = lines.slice(lines.findIndex(line => line.startsWith('@@')))
  const shown = changes.slice(0, DIFF_LINES)
  for (const line of shown) {
    const colour = line.startsWith('+') ? 'green' : 'reset'
    say(`    ${styleText(colour, line)}`)
  }
  const rest = changes.length - shown.length
  if (rest > 0) say(`    ... and ${rest} more lines`)
}

const DIFF_LINES = 12

function expect(what: string, got: unknown, wanted: unknown): void {
  if (JSON.stringify(got) === JSON.stringify(wanted)) return
  throw new Error(
    `${what}: expected ${JSON.stringify(wanted)}, got ${JSON.stringify(got)}`
  )
}

/** Serves the app and sends the attack; tells what the intruder sees. */
async function attack(image: string, options: string[]): Promise<string> {
  const name = `seccomp-lock-example-${process.pid}`
  const podman = (...args: string[]) =>
    execFileSync('podman', args, { encoding: 'utf8' })
  podman('run', '--detach', `--name=${name}`, ...options, image)
  try {
    const client = `
import json, urllib.request
body = json.dumps({"command": ${JSON.stringify(ATTACK)}}).encode()
request = urllib.request.Request("http://127.0.0.1:8000/command", body,
                                 {"Content-Type": "application/json"})
answer = json.load(urllib.request.urlopen(request, timeout=10))
print(answer["output"] + answer["error"], end="")
`
    let said = ''
    for (let attempt = 0; attempt < 50; attempt++) {
      const exec = ['exec', name, 'python3', '-c', client]
      const result = spawnSync('podman', exec, { encoding: 'utf8' })
      if (result.status === 0) return result.stdout
      said = result.stderr
      await sleep(200)
    }
    throw new Error(`the app did not answer: ${said}`)
  } finally {
    podman('rm', '--force', '--time=0', name)
  }
}

/** Shows what came of an attack. */
function tell(colour: 'red' | 'green', what: string, said: string): void {
  say(`\n  ${styleText([colour, 'bold'], what)}`)
  say(indented(said))
}

async function main(): Promise<void> {
  say('seccomp-lock, shown on the app in example-app/, with the podman of this')
  say('machine. All that the steps print: npm run example -- --verbose')

  title('1. A repository with a Dockerfile and tests, and no profile yet')
  say('  The step builds the image, runs ./test.sh in a container and records')
  say('  its system calls, writes seccomp.json, and runs the tests under it:')
  createRepository(repository)
  if (verbose) say(git(repository, 'log', '--oneline'))
  const first = await step(line => {
    // It is gone at the end of the example.
    if (!line.startsWith('Report: ')) say(indented(line))
  })
  const { image = '' } = first.outputs
  expect('verdict', first.outputs['verdict'], 'created')
  say('  What a reviewer sees of seccomp.json:')
  showDiff()
  commitAll(repository, 'Keep the system calls in seccomp.json')

  title('2. The same again: nothing changed, so nothing is written')
  const second = await step()
  say(indented(verdictLine(closedGroups(log))))
  expect('verdict', second.outputs['verdict'], 'unchanged')
  expect('git status', git(repository, 'status', '--short'), '')
  say('  What a reviewer sees of seccomp.json: nothing.')

  title('3. Somebody adds a feature that makes directories')
  addFeature(repository)
  const change = git(repository, 'diff', '--', 'app.py')
  if (verbose) say(git(repository, 'diff'))
  else say(indented(/^\+ +directory = .*$/m.exec(change)?.[0] ?? ''))
  const third = await step()
  const shown = closedGroups(log)
  say(indented(verdictLine(shown)))
  expect('verdict', third.outputs['verdict'], 'added')
  expect('added', third.outputs['added'], '["mkdir","mkdirat"]')
  expect('exit code', third.exitCode, 1)
  say(
    '  What a reviewer sees of seccomp.json, with an annotation for each call:'
  )
  showDiff()
  for (const line of shown) {
    const text = annotation(line)
    if (text !== undefined) say(`    ${text}`)
  }

  title('4. An intruder uses the hole in /command to plant a set-uid shell')
  log = ''
  git(repository, 'checkout', '--quiet', '--', '.')
  const profile = path.join(repository, 'seccomp.json')
  say(`    $ ${ATTACK}`)
  const without = await attack(image, [])
  tell('red', "Without it, under podman's default profile: planted", without)
  expect('planted', without.includes('-rwsr-xr-x'), true)
  const option = `--security-opt=seccomp=${profile}`
  const within = await attack(image, [option])
  tell('green', 'With seccomp.json: refused, as no test changes a mode', within)
  expect('planted', within.includes('-rwsr-xr-x'), false)
  expect('refused', within.includes('Function not implemented'), true)

  title('That is seccomp-lock: the calls are locked, and every change is seen.')
}

try {
  await main()
} catch (error) {
  // Where it was not shown as it came.
  if (!verbose && log !== '') say(`\nThe log of the last step:\n\n${log}`)
  throw error
} finally {
  fs.rmSync(scratch, { recursive: true, force: true })
}
