import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

import { afterEach, beforeEach } from '@jest/globals'

/** Gives each test of a file a new directory, and removes it afterwards. */
export function useTemporaryDirectory(): () => string {
  let directory = ''
  beforeEach(async () => {
    const made = await fs.mkdtemp(path.join(os.tmpdir(), 'unit-'))
    directory = await fs.realpath(made)
  })
  afterEach(async () => {
    await fs.rm(directory, { recursive: true, force: true })
  })
  return () => directory
}
