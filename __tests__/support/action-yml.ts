import fs from 'node:fs'

import { parse } from 'yaml'

interface ActionYml {
  description: string
  branding: { icon: string; color: string }
  inputs: Record<
    string,
    { description: string; required?: boolean; default?: string }
  >
  outputs: Record<string, { description: string }>
  runs: { using: string; main: string; post: string }
}

/** The action's public contract. */
export const actionYml = parse(
  fs.readFileSync(new URL('../../action.yml', import.meta.url), 'utf8')
) as ActionYml

/**
 * An input getter as the runner gives one: what the workflow sets, else the
 * default of action.yml, without the space around.
 */
export function getter(set: Record<string, string>): (name: string) => string {
  return name => (set[name] ?? actionYml.inputs[name]?.default ?? '').trim()
}
