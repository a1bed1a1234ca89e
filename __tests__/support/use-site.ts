import { afterEach, beforeEach, expect } from '@jest/globals'

import { createSite, type Site } from './site.ts'

/** A Site for each test of a file: always the current one's. Nothing is forced. */
export function useSite(): Site {
  let current: Site | undefined
  beforeEach(async () => {
    current = await createSite()
  })
  afterEach(async () => {
    expect(current?.github.forced()).toEqual([])
    await current?.close()
  })
  return new Proxy({} as Site, {
    get: (_, key) => current && (Reflect.get(current, key) as unknown)
  })
}

/** What was asked of its GitHub to change something. */
export const writesTo = (site: Site) =>
  site.github.requests
    .filter(({ method, operation }) =>
      method === 'POST' && operation !== undefined
        ? operation === 'Commit'
        : method !== 'GET'
    )
    .map(({ method, operation }) => operation ?? method)

/** The warnings and errors in a step's log. */
export const warnings = (log: string) => log.match(/^::warning.*$/gm) ?? []
export const errors = (log: string) => log.match(/^::error.*$/gm) ?? []
