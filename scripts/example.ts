/**
 * `npm run example`: what seccomp-lock does for a repository, on this machine.
 * Runs the built action as a runner would, with real podman and the real hook.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { runStep, type StepResult } from './local-runner.ts'
import {
  addFeature,
  ATTACK,
  commitAll,
  createRepository,
  git
} from './scratch-repository.ts'

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'seccomp-lock-example-'))
const repository = path.join(scratch, 'repository')
const temporary = path.join(scratch, 'runner')
fs.mkdirSync(temporary)

const say = (text: string) => process.stdout.write(`${text}\n`)
const title = (text: string) => {
  say(`\n\x1b[1m${'='.repeat(72)}\n${text}\n${'='.repeat(72)}\x1b[0m`)
}

/** Runs the step as it stands in the example's workflow. */
async function step(): Promise<StepResult> {
  const result = await runStep({
    workspace: repository,
    temporary,
    // There is no GitHub here to commit to.
    inputs: { command: './test.sh', commit: 'never' },
    onOutput: chunk => process.stdout.write(chunk)
  })
  say(
    `\n--- the step ended with exit code ${String(result.exitCode)}; outputs:`
  )
  for (const [name, value] of Object.entries(result.outputs)) {
    say(`    ${name}: ${value}`)
  }
  say(`\n--- the job summary:\n\n${result.summary}`)
  return result
}

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
    for (let attempt = 0; attempt < 50; attempt++) {
      const exec = ['exec', name, 'python3', '-c', client]
      const result = spawnSync('podman', exec, { encoding: 'utf8' })
      if (result.status === 0) return result.stdout
      await sleep(200)
    }
    throw new Error('the app did not answer')
  } finally {
    podman('rm', '--force', '--time=0', name)
  }
}

async function main(): Promise<void> {
  title('1. A repository with a Dockerfile and tests, and no profile yet')
  createRepository(repository)
  say(git(repository, 'log', '--oneline'))

  const first = await step()
  expect('verdict', first.outputs['verdict'], 'created')
  commitAll(repository, 'Keep the system calls in seccomp.json')

  title('2. The same again: nothing changed, so nothing is written')
  const second = await step()
  expect('verdict', second.outputs['verdict'], 'unchanged')
  expect('git status', git(repository, 'status', '--short'), '')

  title('3. Somebody adds a feature that makes directories')
  addFeature(repository)
  say(git(repository, 'diff'))
  const third = await step()
  expect('verdict', third.outputs['verdict'], 'added')
  expect('added', third.outputs['added'], '["mkdir","mkdirat"]')
  expect('exit code', third.exitCode, 1)
  say('--- what a reviewer sees:\n')
  say(git(repository, 'diff', '--', 'seccomp.json'))

  title('4. An intruder uses the hole in /command to plant a set-uid shell')
  git(repository, 'checkout', '--quiet', '--', '.')
  const image = first.outputs['image'] ?? ''
  const profile = path.join(repository, 'seccomp.json')
  say(`$ ${ATTACK}\n`)
  const without = await attack(image, [])
  say(`Under podman's default profile:\n    ${without}`)
  expect('planted', without.includes('-rwsr-xr-x'), true)
  const option = `--security-opt=seccomp=${profile}`
  const within = await attack(image, [option])
  say(`Under seccomp.json:\n    ${within.trimEnd().replaceAll('\n', '\n    ')}`)
  expect('planted', within.includes('-rwsr-xr-x'), false)
  expect('refused', within.includes('Function not implemented'), true)

  title('That is seccomp-lock: the calls are locked, and every change is seen.')
}

try {
  await main()
} finally {
  fs.rmSync(scratch, { recursive: true, force: true })
}
