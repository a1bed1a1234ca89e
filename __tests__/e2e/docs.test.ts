import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { commandsHere, fateOf, isCommands } from '../support/docs/commands.ts'
import {
  type Block,
  PAGE_FILES,
  readPage,
  ROOT
} from '../support/docs/pages.ts'
import { type Engine, startDocker } from '../support/engines.ts'
import { EXAMPLE_IMAGE } from '../support/example-image.ts'
import { podman, tryPodman } from '../support/scratch.ts'

/** Pages are about machines as people have them, with npm, jq and Docker. */
const isMachine = !fs.existsSync('/etc/seccomp-lock-userland')

const blocks = PAGE_FILES.flatMap(file => readPage(file).blocks)
  .filter(block => isCommands(block) && commandsHere(block).length > 0)
  .map(block => ({ ...block, where: `${block.file}:${block.line}` }))

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'lock-test-docs-'))
const server = path.join(scratch, 'server')
const checkout = path.join(scratch, 'checkout')
/** The reader's own repository: an app, with its profile at the top. */
const app = path.join(scratch, 'app')
const image = `localhost/lock-test-docs:${process.pid}`
const container = `lock-test-docs-${process.pid}`
const gitConfig = path.join(scratch, 'gitconfig')

let docker: Engine | undefined

/** Runs a script as a reader would who pastes it; gives what it prints. */
async function run(script: string, directory: string): Promise<string> {
  const env = {
    ...process.env,
    GIT_CONFIG_GLOBAL: gitConfig,
    ...(docker && { DOCKER_HOST: docker.command.at(-1) })
  }
  const args = ['-euo', 'pipefail', '-c', `exec 2>&1\n${script}`]
  const options = { cwd: directory, env, maxBuffer: 2 ** 26 }
  try {
    return (await promisify(execFile)('bash', args, options)).stdout
  } catch (error) {
    const { stdout } = error as { stdout: string }
    throw new Error(`${script}\n\nfailed:\n${stdout}`, { cause: error })
  }
}

/** The checkout as it stands here, on a server, and a clone with packages. */
async function serveCheckout(): Promise<void> {
  fs.writeFileSync(
    gitConfig,
    `[user]
name = Reader
email = reader@example.invalid
[url "file://${server}/"]
insteadOf = https://github.com/seccomp-lock/
`
  )
  const repository = path.join(server, 'seccomp-lock.git')
  const git = `git --git-dir=${repository} --work-tree=${ROOT}`
  await run(
    `git init --quiet --bare --initial-branch=main ${repository}
${git} add --all
${git} commit --quiet --message='The checkout as it stands'
git clone --quiet ${repository} ${checkout}`,
    ROOT
  )
  const modules = path.join(checkout, 'node_modules')
  fs.mkdirSync(modules)
  for (const name of fs.readdirSync(path.join(ROOT, 'node_modules'))) {
    if (name.startsWith('.lock')) continue
    fs.symlinkSync(
      path.join(ROOT, 'node_modules', name),
      path.join(modules, name)
    )
  }
  // So that nothing installs packages into those that are shared.
  const lockfile = fs.readFileSync(path.join(checkout, 'package-lock.json'))
  fs.writeFileSync(
    path.join(modules, '.lockfile-sha256'),
    `${createHash('sha256').update(lockfile).digest('hex')}\n`
  )
}

beforeAll(async () => {
  if (!isMachine) return
  await serveCheckout()
  fs.mkdirSync(app)
  const profile = path.join(app, 'seccomp.json')
  fs.copyFileSync(path.join(ROOT, 'example-app/seccomp.json'), profile)
  fs.writeFileSync(
    path.join(app, 'Dockerfile'),
    `FROM ${EXAMPLE_IMAGE}\nCMD ["./test.sh"]\n`
  )
  podman('build', '--quiet', `--tag=${image}`, app)
  const option = `--security-opt=seccomp=${profile}`
  podman('run', '--detach', `--name=${container}`, option, EXAMPLE_IMAGE)
  if (blocks.some(block => /^docker /m.test(block.text))) {
    const directory = path.join(scratch, 'docker')
    fs.mkdirSync(directory)
    docker = await startDocker(directory)
    await run(`podman save --quiet ${image} | docker load --quiet`, scratch)
  }
})

afterAll(async () => {
  await docker?.stop?.()
  if (isMachine) {
    const args = ['ps', '--all', '--quiet', `--filter=ancestor=${image}`]
    tryPodman('rm', '--force', '--time=0', container, ...podman(...args))
    tryPodman('rmi', '--force', image)
  }
  fs.rmSync(scratch, { recursive: true, force: true })
})

/** With what is ours in the place of what is the reader's. */
const filledIn = (script: string) =>
  script
    .replaceAll(/\bIMAGE\b/g, image)
    .replaceAll('podman exec app ', `podman exec ${container} `)
    .replaceAll('/var/lib/kubelet', path.join(scratch, 'kubelet'))

/** Runs a block where it says that it runs; gives what it prints. */
async function runBlock(block: Block): Promise<string> {
  const script = commandsHere(block).join('\n')
  if (block.info === 'sh') return run(script, checkout)
  return run(filledIn(script), app)
}

;(isMachine ? test.each : test.skip.each)(blocks)(
  '$where runs as printed',
  async block => {
    const printed = await runBlock(block)
    for (const command of commandsHere(block)) {
      const fate = fateOf(command, block)
      if ('prints' in fate) expect(printed).toMatch(fate.prints)
    }
  }
)
