import path from 'node:path'

import { cacheDirectory } from '../host/cache.ts'
import type { Inputs } from '../inputs/inputs.ts'
import {
  type HistoryKey,
  keepHistory,
  readHistory,
  readOthers
} from './file.ts'
import { begin, type History } from './history.ts'

/**
 * What this runner remembers of earlier test runs on this branch, or on the one
 * that it came from.
 *
 * @param environment says which repository and branch it is
 * @param names the calls of the committed profile
 */
export async function recall(
  inputs: Inputs,
  environment: NodeJS.ProcessEnv,
  names: Iterable<string>
): Promise<History> {
  const directory = cacheDirectory(environment)
  const key = keyOf(inputs, environment)
  const { GITHUB_BASE_REF: base } = environment
  const history = await readHistory(directory, key, base ? [base] : [])
  return begin(history, names, await readOthers(directory, key))
}

/** Keeps what is known now for the next run. */
export async function remember(
  inputs: Inputs,
  environment: NodeJS.ProcessEnv,
  history: History
): Promise<void> {
  const directory = cacheDirectory(environment)
  await keepHistory(directory, keyOf(inputs, environment), history)
}

/**
 * A pull request is a branch of its own (`7/merge`): its head's name is chosen
 * by whoever opened it, and can be `main`.
 */
function keyOf(inputs: Inputs, environment: NodeJS.ProcessEnv): HistoryKey {
  const { GITHUB_REPOSITORY: repository = '', GITHUB_REF_NAME: ref = '' } =
    environment
  const { workspace, profile } = inputs
  // Outside GitHub, the path of the checkout distinguishes it.
  const suite = repository || workspace
  return {
    suite: [suite, path.relative(workspace, profile)],
    ref
  }
}
