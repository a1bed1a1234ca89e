import fs from 'node:fs/promises'
import path from 'node:path'

import { describe, expect, test } from '@jest/globals'

import { readTarget } from '../../../src/github/payload.ts'
import { MAIN } from '../../support/github/client.ts'
import { useTemporaryDirectory } from '../../support/temporary.ts'

const directory = useTemporaryDirectory()

const SHA = 'a'.repeat(40)

const read = (file: string | undefined) =>
  readTarget(
    {
      GITHUB_EVENT_NAME: 'push',
      GITHUB_REF: MAIN,
      GITHUB_SHA: SHA,
      ...(file !== undefined && { GITHUB_EVENT_PATH: file })
    },
    { allowForks: false }
  )

async function write(text: string): Promise<string> {
  const file = path.join(directory(), 'event.json')
  await fs.writeFile(file, text)
  return file
}

const push = {
  ref: MAIN,
  before: 'b'.repeat(40),
  after: SHA,
  created: false,
  deleted: false,
  repository: { id: 1, full_name: 'octo/app', default_branch: 'main' }
}

test('a push', async () => {
  const target = await read(await write(JSON.stringify(push)))
  expect(target).toMatchObject({ sha: SHA, commit: { may: true, ref: MAIN } })
})

describe('a file', () => {
  const unreadable = /^GitHub's event cannot be read: /
  test.each<[string, () => Promise<string | undefined>]>([
    ['that nobody names', () => Promise.resolve(undefined)],
    ['without a name', () => Promise.resolve('')],
    ['that is not there', () => Promise.resolve('/nowhere/event.json')],
    ['that is a directory', () => Promise.resolve(directory())],
    ['that is empty', () => write('')],
    ['that ends too early', () => write('{"ref": "refs/')],
    ['that is no JSON', () => write('<html>')],
    [
      'of more than can be read',
      async () => {
        const file = await write('')
        await fs.truncate(file, 3 * 2 ** 30)
        return file
      }
    ]
  ])('%s', async (_, file) => {
    await expect(read(await file())).rejects.toMatchObject({
      name: 'UserError',
      message: expect.stringMatching(unreadable),
      hint: expect.stringMatching(/^Nothing was run\. /)
    })
  })

  test.each(['null', '[]', '"x"', '{}', '{"ref":1}'])(
    'that says %s',
    async text => {
      await expect(read(await write(text))).rejects.toMatchObject({
        name: 'UserError'
      })
    }
  )
})
