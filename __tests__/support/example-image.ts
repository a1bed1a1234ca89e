import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

// It imports nothing of ours: jest loads it on its own before all tests.
const DIRECTORY = path.resolve(import.meta.dirname, '../../example-app')

/** The example's image, with Python; named after all that it is made of. */
export const EXAMPLE_IMAGE = `localhost/lock-test-example:${digest()}`

function digest(): string {
  const hash = createHash('sha256')
  const files = fs.readdirSync(DIRECTORY, {
    recursive: true,
    withFileTypes: true
  })
  const names = files
    .filter(file => file.isFile())
    .map(file => path.join(file.parentPath, file.name))
    .filter(name => !name.includes('__pycache__'))
  for (const name of names.sort()) {
    hash.update(path.relative(DIRECTORY, name)).update('\0')
    hash.update(fs.readFileSync(name)).update('\0')
  }
  return hash.digest('hex').slice(0, 12)
}

/** Builds it before any test runs, unless it is there. It stays for the next. */
export default function buildExampleImage(): void {
  const args = ['build', '--quiet', `--tag=${EXAMPLE_IMAGE}`, DIRECTORY]
  execFileSync('podman', args, { stdio: ['ignore', 'ignore', 'inherit'] })
}
