import fs from 'node:fs/promises'
import path from 'node:path'

import { describe, expect, test } from '@jest/globals'

import { UserError } from '../../../src/errors.ts'
import { readInputs } from '../../../src/inputs/inputs.ts'
import { readCommitted } from '../../../src/workspace/committed.ts'
import { getter } from '../../support/action-yml.ts'
import { caught } from '../../support/caught.ts'
import {
  podmanDefault,
  podmanDefaultText
} from '../../support/profiles/podman-default.ts'
import { useTemporaryDirectory } from '../../support/temporary.ts'

const temporary = useTemporaryDirectory()
const at = (...names: string[]) => path.join(temporary(), ...names)

const committed = (set: Record<string, string> = {}) =>
  readCommitted(
    readInputs(getter({ command: 'true', ...set }), at('workspace'))
  )

async function workspace(text?: string): Promise<void> {
  await fs.mkdir(at('workspace'))
  if (text !== undefined) await fs.writeFile(at('workspace/seccomp.json'), text)
}

test('no profile yet', async () => {
  await workspace()
  await expect(committed()).resolves.toBeUndefined()
})

test('text and profile', async () => {
  await workspace(podmanDefaultText)
  await expect(committed()).resolves.toEqual({
    text: podmanDefaultText,
    profile: podmanDefault,
    adopted: false,
    base: podmanDefault
  })
})

describe('refused', () => {
  test.each([
    [
      'a second list of rules that engines would read',
      '{"defaultAction":"SCMP_ACT_ERRNO","syscalls":[],"SYSCALLS":[]}',
      /^seccomp\.json:1:49: SYSCALLS: the key "SYSCALLS" occurs twice/
    ],
    [
      'a key that engines read as another',
      '{"defaultAction":"SCMP_ACT_ERRNO","Syscalls":[]}',
      /^seccomp\.json:1:35: Syscalls: engines read this key as `syscalls`/
    ],
    ['no JSON', '{"a": x}', /^seccomp\.json:1:7: not JSON/],
    ['an empty file', '', /^seccomp\.json:1:1: not JSON: it is empty/]
  ])('%s, which stays as it is', async (_, text, message) => {
    await workspace(text)
    const error = await caught(() => committed())
    expect(error).toBeInstanceOf(UserError)
    expect((error as UserError).message).toMatch(message)
    const file = at('workspace/seccomp.json')
    await expect(fs.readFile(file, 'utf8')).resolves.toBe(text)
  })

  test.each([
    ['working-directory', 'link', {}],
    ['profile', 'link/seccomp.json', {}],
    ['context', 'link', {}],
    ['containerfile', 'link/Containerfile', {}]
  ])('%s behind a link out of the workspace', async (name, value) => {
    await workspace()
    await fs.mkdir(at('outside'))
    await fs.symlink('../outside', at('workspace/link'))
    const error = await caught(() => committed({ [name]: value }))
    expect(error).toBeInstanceOf(UserError)
    expect((error as UserError).message).toMatch(
      new RegExp(`^input ${name}: .* leads out of the workspace`)
    )
  })

  test('a Dockerfile that is a link out of the workspace', async () => {
    await workspace()
    await fs.writeFile(at('secret'), '')
    await fs.symlink('../secret', at('workspace/Dockerfile'))
    await expect(committed()).rejects.toThrow(/^input containerfile: /)
  })
})
