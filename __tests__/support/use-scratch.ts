import { afterEach, beforeEach } from '@jest/globals'

import { createScratch, type Scratch } from './scratch.ts'

/** A Scratch for each test of a file or a describe: always the current one's. */
export function useScratch(): Scratch {
  let current: Scratch | undefined
  beforeEach(() => {
    current = createScratch()
  })
  afterEach(() => {
    current?.remove()
  })
  return new Proxy({} as Scratch, {
    get: (_, key) => current && (Reflect.get(current, key) as unknown)
  })
}
