import fs from 'node:fs/promises'
import path from 'node:path'

import { describe, expect, test } from '@jest/globals'

import { findContainerfile } from '../../../src/container/build.ts'
import { UserError } from '../../../src/errors.ts'
import { caught } from '../../support/caught.ts'
import { useTemporaryDirectory } from '../../support/temporary.ts'

const temporary = useTemporaryDirectory()
const at = (...names: string[]) => path.join(temporary(), ...names)

async function make(...names: string[]): Promise<void> {
  for (const name of names) {
    if (name.endsWith('/')) await fs.mkdir(at(name))
    else await fs.writeFile(at(name), '')
  }
}

describe('findContainerfile', () => {
  test.each([
    ['a Containerfile', ['Containerfile'], 'Containerfile'],
    ['a Dockerfile', ['Dockerfile'], 'Dockerfile'],
    ['both', ['Dockerfile', 'Containerfile'], 'Containerfile'],
    ['a directory of that name', ['Containerfile/', 'Dockerfile'], 'Dockerfile']
  ])('%s in the context', async (_, names, found) => {
    await make(...names)
    await expect(findContainerfile(temporary(), undefined)).resolves.toBe(
      at(found)
    )
  })

  test('the one that was named wins', async () => {
    await make('Containerfile', '-o $(id)')
    const file = at('-o $(id)')
    await expect(findContainerfile(temporary(), file)).resolves.toBe(file)
  })

  test.each([
    ['no context', '/no', undefined, /^input context: .* is missing$/],
    [
      'a file for a context',
      '/file',
      undefined,
      /^input context: .* is a file$/
    ],
    [
      'an empty context',
      '/dir',
      undefined,
      /^input containerfile: .* has neither a Containerfile nor a Dockerfile$/
    ],
    ['a missing file', '/dir', '/no', /^input containerfile: .* is missing$/],
    ['a directory', '/dir', '/dir', /^input containerfile: .* is a directory$/],
    [
      'a device',
      '/dir',
      '/../../../../../../../../dev/null',
      /^input containerfile: .* is not a regular file$/
    ]
  ])('%s', async (_, context, file, message) => {
    await make('dir/', 'file')
    const error = await caught(() =>
      findContainerfile(at(context), file === undefined ? file : at(file))
    )
    expect(error).toBeInstanceOf(UserError)
    expect((error as UserError).message).toMatch(message)
  })
})
