import fs from 'node:fs/promises'
import path from 'node:path'

import { exec } from '@actions/exec'
import { describe, expect, test } from '@jest/globals'

import { setUpRunner } from '../../../src/checks/install.ts'
import { UserError } from '../../../src/errors.ts'
import { createLog } from '../../../src/log.ts'
import { caught } from '../../support/caught.ts'
import { useTemporaryDirectory } from '../../support/temporary.ts'

const temporary = useTemporaryDirectory()

/** Runs a script as the set-up; gives what it wrote into the log. */
async function setUp(script: string, output: string[]): Promise<void> {
  const setupScript = path.join(temporary(), 'set up.sh')
  // It waits for the end of its input, so that the pipe does not break.
  await fs.writeFile(setupScript, script)
  const quiet = () => undefined
  const sink = {
    startGroup: quiet,
    endGroup: quiet,
    info: quiet,
    warning: quiet,
    debug: quiet
  }
  await setUpRunner({
    exec,
    environment: { PATH: process.env['PATH'], GITHUB_TOKEN: 'secret' },
    log: createLog(sink, chunk => output.push(chunk.toString())),
    setupScript
  })
}

describe('setUpRunner', () => {
  test('shows what the script says, and hides the token from it', async () => {
    const output: string[] = []
    await setUp('echo out; echo err >&2; env', output)
    const text = output.join('')
    expect(text).toContain('out\n')
    expect(text).toContain('err\n')
    expect(text).not.toContain('secret')
  })

  test('a script that fails', async () => {
    const error = await caught(() => setUp('exit 3', []))
    expect(error).toBeInstanceOf(UserError)
    expect((error as UserError).message).toMatch(/exit code 3$/)
  })
})
