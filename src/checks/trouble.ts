import { oneLine } from '../log.ts'
import type { Check } from './check.ts'

/** One line for each missing thing: what it is, what is wrong, what to do. */
export function troubles(checks: readonly Check[]): string[] {
  return checks
    .filter(({ state }) => state === 'missing')
    .map(({ name, found, fix }) => {
      const line = `${name}: ${found.replace(/\.$/, '')}`
      return oneLine((fix ? `${line}. ${fix}` : line).replace(/\s+/g, ' '))
    })
}
