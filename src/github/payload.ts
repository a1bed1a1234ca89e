import fs from 'node:fs/promises'

import { messageOf, UserError } from '../errors.ts'
import { type Target, targetOf } from './event.ts'

/**
 * What the event of this workflow run allows, read from the file that GitHub
 * Actions wrote (GITHUB_EVENT_PATH).
 *
 * @param environment the step's
 * @throws UserError if the file or its content cannot be read
 */
export async function readTarget(
  environment: NodeJS.ProcessEnv,
  options: { allowForks: boolean }
): Promise<Target> {
  const { GITHUB_EVENT_NAME, GITHUB_REF, GITHUB_SHA, RUNNER_ENVIRONMENT } =
    environment
  return targetOf(
    await readPayload(environment['GITHUB_EVENT_PATH'] ?? ''),
    { GITHUB_EVENT_NAME, GITHUB_REF, GITHUB_SHA, RUNNER_ENVIRONMENT },
    options
  )
}

async function readPayload(file: string): Promise<unknown> {
  if (file === '') throw unreadable('GITHUB_EVENT_PATH is not set')
  try {
    return JSON.parse(await fs.readFile(file, 'utf8')) as unknown
  } catch (error) {
    throw unreadable(`${file}: ${messageOf(error)}`)
  }
}

function unreadable(what: string): UserError {
  return new UserError(`GitHub's event cannot be read: ${what}`, {
    code: 'github',
    hint: 'Nothing was run. GitHub Actions writes the payload to the file GITHUB_EVENT_PATH; make sure that no step changes it.'
  })
}
