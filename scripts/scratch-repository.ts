/** A scratch git repository made from example-app, and what happens to it. */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

import { ACTION } from './local-runner.ts'

/** Runs git with settings of its own, nobody's config. */
export function git(repository: string, ...args: string[]): string {
  const identity = ['-c', 'user.name=example', '-c', 'user.email=e@invalid']
  return execFileSync('git', [...identity, ...args], {
    cwd: repository,
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'],
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_SYSTEM: '/dev/null'
    }
  })
}

/** Commits everything that is in the repository. */
export function commitAll(repository: string, message: string): void {
  git(repository, 'add', '--all')
  git(repository, 'commit', '--quiet', '--message', message)
}

/** Makes a repository of the example app, without its profile. */
export function createRepository(repository: string): void {
  fs.cpSync(path.join(ACTION, 'example-app'), repository, {
    recursive: true,
    filter: file => !/__pycache__|seccomp\.json$/.test(file)
  })
  git(repository, 'init', '--quiet', '--initial-branch=main')
  commitAll(repository, 'The example app')
}

/** A feature, with its test, that makes a directory: mkdir(2). */
export function addFeature(repository: string): void {
  const app = path.join(repository, 'app.py')
  const tests = path.join(repository, 'tests/test_app.py')
  fs.appendFileSync(app, FEATURE)
  fs.appendFileSync(tests, FEATURE_TEST)
}

const FEATURE = `

@app.post("/notes")
def notes():
    import os
    import tempfile

    directory = tempfile.mkdtemp(prefix="notes-")
    os.rmdir(directory)
    return jsonify(success="there is room for notes")
`

const FEATURE_TEST = `

def test_notes_have_a_directory():
    assert post("/notes", {})[0] == 200
`

/**
 * What an intruder does who found /command: plants a set-uid shell. Under
 * the tests nobody ever changes a mode, so the profile refuses it.
 */
export const ATTACK =
  'cp /bin/sh /tmp/backdoor; chmod 4755 /tmp/backdoor && ls -l /tmp/backdoor'
