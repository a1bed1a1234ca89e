/** The payloads of events, as far as they are read; and they are hostile. */
import * as v from 'valibot'

import { UserError } from '../errors.ts'
import { formatPath, shortJson } from '../text/json.ts'

/** SHA-1, or SHA-256 in repositories that use it. */
export const isSha = (text: string) =>
  /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(text)

/** Without the harmful parts of what git-check-ref-format(1) forbids. */
const isRefName = (text: string) =>
  // eslint-disable-next-line no-control-regex
  text !== '' && !/[\x00-\x20\x7f~^:?*[\\]|\.\.|@\{|\/\/|^\/|\/$/.test(text)

export const isFullRef = (text: string) =>
  /^refs\/./.test(text) && isRefName(text)

const expected = (what: string) => (issue: { input: unknown }) =>
  issue.input === undefined
    ? 'missing'
    : `expected ${what}, got ${shortJson(issue.input)}`

const object = <const E extends v.ObjectEntries>(entries: E) =>
  v.object(entries, expected('an object'))

const textThat = (is: (text: string) => boolean, what: string) =>
  v.pipe(v.string(expected(what)), v.check(is, expected(what)))

const refName = textThat(isRefName, "a branch's name")
const fullRef = textThat(isFullRef, 'a full ref (refs/heads/...)')
const sha = textThat(isSha, 'a commit id')

const number = v.pipe(
  v.number(expected('a number')),
  v.safeInteger(expected('a whole number')),
  v.minValue(1, expected('a number of at least 1'))
)

const repository = object({ id: number })

/** null if the repository was deleted. */
const headRepository = v.nullable(repository)

export const pushSchema = object({
  ref: fullRef,
  before: sha,
  after: sha,
  created: v.boolean(expected('true or false')),
  repository: object({ default_branch: refName })
})

export const pullRequestSchema = object({
  action: v.string(expected('a text')),
  // Only of the actions `labeled` and `unlabeled`, and not always.
  label: v.optional(object({ name: v.string(expected('a text')) })),
  pull_request: object({
    number,
    head: object({ ref: refName, sha, repo: headRepository }),
    base: object({ ref: refName, sha, repo: repository })
  })
})

export const mergeGroupSchema = object({
  merge_group: object({
    head_ref: fullRef,
    head_sha: sha,
    base_ref: fullRef,
    base_sha: sha
  })
})

export const runSchema = object({
  workflow_run: object({ head_repository: headRepository }),
  repository
})

/**
 * A payload by its schema.
 *
 * @throws UserError that names what is missing or wrong
 */
export function read<const S extends v.GenericSchema>(
  schema: S,
  payload: unknown,
  event: string
): v.InferOutput<S> {
  const result = v.safeParse(schema, payload, { abortEarly: true })
  if (result.success) return result.output
  const [issue] = result.issues
  const path = (issue.path ?? []).map(item => item.key as string | number)
  const at = path.length === 0 ? 'the payload' : formatPath(path)
  throw lacking(`the event ${event}: ${at}: ${issue.message}`)
}

export function lacking(what: string): UserError {
  return new UserError(`GitHub's event cannot be read: ${what}`, {
    code: 'github',
    hint: 'Nothing was run. GitHub Actions sets GITHUB_EVENT_NAME, GITHUB_REF and GITHUB_SHA, and writes the payload to the file GITHUB_EVENT_PATH; make sure that no step changes them.'
  })
}
