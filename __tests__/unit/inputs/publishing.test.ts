import { describe, expect, test } from '@jest/globals'

import { UserError } from '../../../src/errors.ts'
import { MAX_KEY } from '../../../src/inputs/publishing.ts'
import {
  type Publishing,
  readPublishing
} from '../../../src/inputs/publishing.ts'
import { actionYml, getter } from '../../support/action-yml.ts'
import { caught } from '../../support/caught.ts'

const read = (set: Record<string, string> = {}) =>
  // The runner puts the job's token where action.yml speaks of it.
  readPublishing(getter({ 'github-token': 'job-token', ...set }))

/** The UserError of a call; its hint must say something. */
async function refusal(set: Record<string, string>): Promise<string> {
  const error = await caught(() => read(set))
  expect(error).toBeInstanceOf(UserError)
  expect((error as UserError).hint).toMatch(/\S/)
  return (error as UserError).message
}

test('a workflow that sets nothing', () => {
  expect(read()).toEqual({
    commit: 'on-push',
    commitVia: 'api',
    commitMessage: '',
    comment: 'on-change',
    commentKey: '',
    acceptLabel: 'seccomp: accept',
    allowForks: false,
    token: 'job-token'
  })
  expect(actionYml.inputs['github-token']?.default).toBe('${{ github.token }}')
})

describe('each input', () => {
  test.each<[string, string, Partial<Publishing>]>([
    ['commit', 'on-push', { commit: 'on-push' }],
    ['commit', 'never', { commit: 'never' }],
    ['commit-via', 'api', { commitVia: 'api' }],
    ['commit-via', 'git', { commitVia: 'git' }],
    ['comment', 'on-change', { comment: 'on-change' }],
    ['comment', 'always', { comment: 'always' }],
    ['comment', 'never', { comment: 'never' }],
    ['comment-key', 'api', { commentKey: 'api' }],
    ['comment-key', ' a <b> --> ', { commentKey: 'a <b> -->' }],
    ['comment-key', 'k'.repeat(MAX_KEY), { commentKey: 'k'.repeat(MAX_KEY) }],
    ['accept-label', '', { acceptLabel: '' }],
    ['accept-label', ' a, <b> ', { acceptLabel: 'a, <b>' }],
    ['accept-label', 'l'.repeat(50), { acceptLabel: 'l'.repeat(50) }],
    ['allow-forks', 'true', { allowForks: true }],
    ['allow-forks', 'false', { allowForks: false }],
    ['github-token', '', { token: '' }],
    ['github-token', ' t ', { token: 't' }],
    ['commit-message', 'chore: x', { commitMessage: 'chore: x' }],
    ['commit-message', '\n a\r\n\r\nb\rc\n\n', { commitMessage: 'a\n\nb\nc' }]
  ])('%s: %j', (name, value, part) => {
    expect(read({ [name]: value })).toEqual({ ...read(), ...part })
  })
})

describe('what is refused, by name', () => {
  test.each([
    ['commit', 'always', '"always" is not one of `on-push`, `never`'],
    ['commit', 'On-Push', '"On-Push" is not one of `on-push`, `never`'],
    ['commit', '', '"" is not one of `on-push`, `never`'],
    ['commit-via', 'ssh', '"ssh" is not one of `api`, `git`'],
    ['comment', 'on', '"on" is not one of `on-change`, `always`, `never`'],
    [
      'accept-label',
      'a\nb',
      '"a\\nb" is not a label without control characters'
    ],
    ['accept-label', 'l'.repeat(51), 'has 51 characters, more than 50'],
    ['allow-forks', 'yes', '"yes" is not one of `false`, `true`'],
    ['allow-forks', 'TRUE', '"TRUE" is not one of `false`, `true`']
  ])('%s: %j', async (name, value, message) => {
    await expect(refusal({ [name]: value })).resolves.toBe(
      `input ${name}: ${message}`
    )
  })

  test('a key that is too long, without quoting it', async () => {
    await expect(
      refusal({ 'comment-key': 'k'.repeat(MAX_KEY + 1) })
    ).resolves.toBe('input comment-key: has 201 characters, more than 200')
  })

  test.each(['a b', 'a\nb', '-----BEGIN KEY-----\nc\n', 'ünicode', 'a\0'])(
    'a text that is not a token, without quoting it: %j',
    async token => {
      const message = await refusal({ 'github-token': token })
      expect(message).toMatch(
        /^input github-token: not a token: it contains spaces/
      )
      expect(message).not.toContain(token)
    }
  )

  test('and never with the token', async () => {
    const message = await refusal({ commit: 'x', 'github-token': 'secret' })
    expect(message).not.toContain('secret')
  })
})
