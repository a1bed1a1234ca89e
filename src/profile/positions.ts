import { type JsonPath, parseJson, type Position } from '../text/json.ts'
import { userRules } from './managed.ts'
import { parseProfile } from './parse.ts'

/** The part of a profile's JSON that names calls, as parseProfile takes it. */
interface NamingJson {
  syscalls?: { name?: string | null; names?: string[] | null }[] | null
}

/** Where a profile's text names calls. */
export interface Places {
  /** Where it names a call first. */
  first: (name: string) => Position | undefined
  /** Where the user's rule of this number, counted from 0, names a call. */
  inUserRule: (rule: number, name: string) => Position | undefined
}

/**
 * Finds calls in the text of a profile that was read before.
 *
 * @param text undefined if there is no file: then nothing is found
 */
export function findPlaces(text: string | undefined): Places {
  if (text === undefined) {
    return { first: () => undefined, inUserRule: () => undefined }
  }
  const { value, positionOf } = parseJson(text, 'the profile')
  const { syscalls } = value as NamingJson
  const pathsOf = (rule: number): [string, JsonPath][] => {
    const { name, names } = syscalls?.[rule] ?? {}
    return [
      ...(name
        ? [[name, ['syscalls', rule, 'name']] as [string, JsonPath]]
        : []),
      ...(names ?? []).map((one, at): [string, JsonPath] => [
        one,
        ['syscalls', rule, 'names', at]
      ])
    ]
  }
  // If a name occurs more than once, its first place wins.
  const first = new Map(
    (syscalls ?? []).flatMap((_, rule) => pathsOf(rule)).reverse()
  )
  const at = (path: JsonPath | undefined) => path && positionOf(path)
  const profile = parseProfile(text, 'the profile')
  const users = userRules(profile).map(rule => profile.syscalls.indexOf(rule))
  return {
    first: name => at(first.get(name)),
    inUserRule: (rule, name) =>
      at(new Map(pathsOf(users[rule] ?? -1).reverse()).get(name))
  }
}
