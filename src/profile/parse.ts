import * as v from 'valibot'

import { UserError } from '../errors.js'
import { foldKey, formatPosition, parseJson } from './json.js'
import {
  ACTIONS,
  ARCHITECTURES,
  type Arg,
  type Filter,
  type JsonValue,
  OPERATORS,
  type Profile,
  type Rule
} from './types.js'

/**
 * Reads a seccomp profile in any form that podman or Docker take: the
 * runtime-spec's `linux.seccomp` with their extensions (`includes`,
 * `excludes`, `archMap`, `errno`, the old `name`). Missing and empty values
 * mean the same; unknown keys are kept.
 *
 * @param file the name to put into errors
 * @throws UserError with file, line, column and JSON path of the first fault
 */
export function parseProfile(text: string, file: string): Profile {
  const json = parseJson(text, file)
  const result = v.safeParse(profileSchema, json.value)
  if (!result.success) {
    const [issue] = result.issues
    const path = (issue.path ?? []).map(item => item.key as string | number)
    const at = formatPosition(file, json.positionOf(path))
    throw new UserError(`${at}: ${jsonPath(path)}: ${issue.message}`, {
      hint: 'Repair the file; nothing was written.'
    })
  }
  return result.output
}

/** `syscalls[3].names`, as people write a path into JSON. */
function jsonPath(path: readonly (string | number)[]): string {
  if (path.length === 0) return 'the profile'
  return path
    .map((key, i) =>
      typeof key === 'number' ? `[${key}]` : i === 0 ? key : `.${key}`
    )
    .join('')
}

/** What stands there, for an error message: short, and in one line. */
function shown(input: unknown): string {
  const text =
    typeof input === 'bigint' ? String(input) : JSON.stringify(input, bigints)
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}

const bigints = (_: string, value: unknown): unknown =>
  typeof value === 'bigint' ? String(value) : value

const expected = (what: string) => (issue: { input: unknown }) =>
  issue.input === undefined
    ? `missing; expected ${what}`
    : `expected ${what}, got ${shown(issue.input)}`

/** An object with these keys, among others. */
const object = <const E extends v.ObjectEntries>(entries: E, what: string) =>
  v.pipe(
    v.custom<Record<string, unknown>>(
      input =>
        typeof input === 'object' && input !== null && !Array.isArray(input),
      expected(what)
    ),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return
      const input = dataset.value
      const known = new Map(Object.keys(entries).map(k => [foldKey(k), k]))
      for (const [key, value] of Object.entries(input)) {
        const meant = known.get(foldKey(key))
        if (meant === undefined || meant === key) continue
        addIssue({
          message: `engines read this key as \`${meant}\`; write it so`,
          path: [{ type: 'object', origin: 'key', input, key, value }]
        })
      }
    }),
    v.looseObject(entries, 'is missing')
  )

const text = v.string(expected('a text'))
const texts = v.array(text, expected('a list of texts'))

/** null and missing both mean "not there" to Go's decoder, so to us too. */
const optional = <S extends v.GenericSchema>(schema: S) =>
  v.optional(v.nullable(schema))

const oneOf = <const T extends readonly string[]>(what: string, values: T) =>
  v.picklist(values, expected(`${what} (one of ${values.join(', ')})`))

const action = oneOf('an action', ACTIONS)
const architecture = oneOf('an architecture', ARCHITECTURES)

const errnoNumber = v.pipe(
  v.number(expected('an errno number')),
  v.integer(expected('a whole errno number')),
  v.minValue(0, expected('an errno number from 0 on')),
  v.maxValue(65535, expected('an errno number up to 65535'))
)

const uint64 = v.pipe(
  v.union(
    [
      v.pipe(
        v.number(),
        v.integer(),
        v.transform(n => BigInt(n))
      ),
      v.bigint()
    ],
    expected('an unsigned 64-bit integer')
  ),
  v.minValue(0n, expected('an unsigned 64-bit integer')),
  v.maxValue(2n ** 64n - 1n, expected('an unsigned 64-bit integer'))
)

const argSchema = v.pipe(
  object(
    {
      index: v.pipe(
        v.number(expected('an argument index from 0 to 5')),
        v.integer(expected('an argument index from 0 to 5')),
        v.minValue(0, expected('an argument index from 0 to 5')),
        v.maxValue(5, expected('an argument index from 0 to 5'))
      ),
      value: uint64,
      valueTwo: optional(uint64),
      op: oneOf('an operator', OPERATORS)
    },
    'an argument condition'
  ),
  v.transform((a): Arg => ({
    index: a.index,
    value: a.value,
    valueTwo: a.valueTwo ?? 0n,
    op: a.op
  }))
)

const filterSchema = v.pipe(
  object(
    {
      caps: optional(texts),
      arches: optional(texts),
      minKernel: optional(text)
    },
    'an object with caps, arches or minKernel'
  ),
  v.transform((f): Filter => {
    const filter: Filter = {}
    if (f.caps?.length) filter.caps = f.caps
    if (f.arches?.length) filter.arches = f.arches
    if (f.minKernel) filter.minKernel = f.minKernel
    return filter
  })
)

const ruleSchema = v.pipe(
  object(
    {
      name: optional(text),
      names: optional(texts),
      action,
      errnoRet: optional(errnoNumber),
      errno: optional(text),
      args: optional(
        v.array(argSchema, expected('a list of argument conditions'))
      ),
      comment: optional(text),
      includes: optional(filterSchema),
      excludes: optional(filterSchema)
    },
    'a rule (an object with names and action)'
  ),
  v.check(
    r => !(r.name && r.names?.length),
    'has both `name` and `names`; expected one of them'
  ),
  v.check(
    r => Boolean(r.name) || Boolean(r.names?.length),
    'names no system call; expected `names`, a list of at least one'
  ),
  v.transform((r): Rule => {
    const rule: Rule = {
      names: r.name ? [r.name] : (r.names ?? []),
      action: r.action,
      args: r.args ?? []
    }
    if (r.errnoRet !== undefined && r.errnoRet !== null) {
      rule.errnoRet = r.errnoRet
    }
    if (r.errno) rule.errno = r.errno
    if (r.comment) rule.comment = r.comment
    if (r.includes && Object.keys(r.includes).length) rule.includes = r.includes
    if (r.excludes && Object.keys(r.excludes).length) rule.excludes = r.excludes
    return withExtra(rule, r, RULE_KEYS)
  })
)

const RULE_KEYS = new Set(
  'name names action errnoRet errno args comment includes excludes'.split(' ')
)

const archMapSchema = v.pipe(
  object(
    {
      architecture,
      subArchitectures: optional(
        v.array(architecture, expected('a list of architectures'))
      )
    },
    'an object with architecture and subArchitectures'
  ),
  v.transform(entry => ({
    architecture: entry.architecture,
    subArchitectures: entry.subArchitectures ?? []
  }))
)

const profileSchema = v.pipe(
  object(
    {
      defaultAction: action,
      defaultErrnoRet: optional(errnoNumber),
      defaultErrno: optional(text),
      architectures: optional(
        v.array(architecture, expected('a list of architectures'))
      ),
      archMap: optional(
        v.array(archMapSchema, expected('a list of architecture maps'))
      ),
      flags: optional(texts),
      listenerPath: optional(text),
      listenerMetadata: optional(text),
      syscalls: optional(v.array(ruleSchema, expected('a list of rules')))
    },
    'a seccomp profile (a JSON object)'
  ),
  v.check(
    p => !(p.architectures?.length && p.archMap?.length),
    'has both `architectures` and `archMap`; podman and Docker take only one'
  ),
  v.transform((p): Profile => {
    const profile: Profile = {
      defaultAction: p.defaultAction,
      syscalls: p.syscalls ?? []
    }
    if (p.defaultErrnoRet !== undefined && p.defaultErrnoRet !== null) {
      profile.defaultErrnoRet = p.defaultErrnoRet
    }
    if (p.defaultErrno) profile.defaultErrno = p.defaultErrno
    if (p.architectures?.length) profile.architectures = p.architectures
    if (p.archMap?.length) profile.archMap = p.archMap
    if (p.flags?.length) profile.flags = p.flags
    if (p.listenerPath) profile.listenerPath = p.listenerPath
    if (p.listenerMetadata) profile.listenerMetadata = p.listenerMetadata
    return withExtra(profile, p, PROFILE_KEYS)
  })
)

const PROFILE_KEYS = new Set(
  (
    'defaultAction defaultErrnoRet defaultErrno architectures archMap flags ' +
    'listenerPath listenerMetadata syscalls'
  ).split(' ')
)

function withExtra<T extends { extra?: Record<string, JsonValue> }>(
  target: T,
  source: Record<string, unknown>,
  known: Set<string>
): T {
  const extra = Object.entries(source).filter(([key]) => !known.has(key))
  if (extra.length > 0) {
    target.extra = Object.fromEntries(extra) as Record<string, JsonValue>
  }
  return target
}
