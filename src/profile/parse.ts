import * as v from 'valibot'

import { UserError } from '../errors.ts'
import { ARCHITECTURES } from '../syscalls/architectures.ts'
import type { JsonValue } from '../text/json.ts'
import {
  formatPath,
  formatPosition,
  parseJson,
  shortJson
} from '../text/json.ts'
import { JsonNumber } from '../text/json.ts'
import {
  ACTIONS,
  type ArchMapEntry,
  type Arg,
  type Filter,
  OPERATORS,
  type Profile,
  type Rule
} from './types.ts'

/**
 * Reads a seccomp profile in any form that podman or Docker accept: the
 * runtime-spec's `linux.seccomp` with their extensions (`includes`, `excludes`,
 * `archMap`, `errno`, the old `name`). Missing and empty values mean the same;
 * unknown keys are kept.
 *
 * @param file the name to put into errors
 * @throws UserError with file, line, column and JSON path of the first fault
 */
export function parseProfile(text: string, file: string): Profile {
  const json = parseJson(text, file)
  const result = v.safeParse(profileSchema, json.value, { abortEarly: true })
  if (!result.success) {
    const [issue] = result.issues
    const path = (issue.path ?? []).map(item => item.key as string | number)
    const part = issue.path?.at(-1)?.origin === 'key' ? 'key' : 'value'
    const at = formatPosition(file, json.positionOf(path, part))
    throw new UserError(`${at}: ${formatPath(path)}: ${issue.message}`, {
      code: 'profile',
      hint: 'Repair the file; nothing was written.'
    })
  }
  return result.output
}

/** The value found, for an error message: short, and on one line. */
function shown(input: unknown): string {
  if (typeof input === 'bigint') return String(input)
  if (!(input instanceof JsonNumber)) return shortJson(input)
  return input.text.length > 60 ? `${input.text.slice(0, 57)}...` : input.text
}

const expected = (what: string) => (issue: { input: unknown }) =>
  issue.input === undefined
    ? `missing; expected ${what}`
    : `expected ${what}, got ${shown(issue.input)}`

/**
 * An object with these keys. Missing keys are undefined, and all other keys are
 * collected in `extra`, whatever their names.
 */
const object = <const E extends v.ObjectEntries>(entries: E, what: string) =>
  v.pipe(
    v.custom<Record<string, unknown>>(isObject, expected(what)),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return
      const input = dataset.value
      const known = new Map(Object.keys(entries).map(k => [foldKey(k), k]))
      for (const [key, value] of Object.entries(input)) {
        const meant = known.get(foldKey(key))
        if (meant === undefined || meant === key) continue
        addIssue({
          message: Object.hasOwn(input, meant)
            ? `the key ${shown(key)} occurs twice: engines read it as \`${meant}\`, because they ignore case`
            : `engines read this key as \`${meant}\`; write it that way`,
          path: [{ type: 'object', origin: 'key', input, key, value }]
        })
      }
    }),
    v.transform(input => {
      const known = Object.keys(entries).map(
        key =>
          [key, Object.hasOwn(input, key) ? input[key] : undefined] as const
      )
      const extra = Object.entries(input).filter(
        ([key]) => !Object.hasOwn(entries, key)
      )
      return {
        ...Object.fromEntries(known),
        ...(extra.length > 0 && { extra: Object.fromEntries(extra) })
      }
    }),
    v.object({
      ...entries,
      extra: v.optional(v.custom<Record<string, JsonValue>>(isObject))
    })
  )

function isObject(input: unknown): boolean {
  return (
    typeof input === 'object' &&
    input !== null &&
    !Array.isArray(input) &&
    !(input instanceof JsonNumber)
  )
}

/**
 * A form that two keys share if Go's encoding/json takes them for the same
 * field of ASCII letters: it folds case, including U+017F and U+212A
 * (encoding/json, fold.go).
 */
function foldKey(key: string): string {
  return key.replaceAll('\u017f', 's').toLowerCase()
}

const text = v.string(expected('a string'))
const texts = v.array(text, expected('a list of strings'))

/** Go's decoder treats null like a missing value, and so do we. */
const optional = <S extends v.GenericSchema>(schema: S) =>
  v.optional(v.nullable(schema))

const oneOf = <const T extends readonly string[]>(what: string, values: T) =>
  v.picklist(values, expected(`${what} (one of ${values.join(', ')})`))

const action = oneOf('an action', ACTIONS)
const architecture = oneOf('an architecture', ARCHITECTURES)

const errnoNumber = v.pipe(
  v.number(expected('an errno number')),
  v.integer(expected('a whole errno number')),
  v.minValue(0, expected('an errno number of at least 0')),
  v.maxValue(65535, expected('an errno number up to 65535'))
)

/**
 * A uint64 as Go's decoder wants it written: digits only, so `1e3` and `1.0`
 * are refused.
 */
const uint64 = v.pipe(
  v.custom<number | bigint>(
    n =>
      (typeof n === 'bigint' || Number.isSafeInteger(n)) &&
      BigInt(n as number | bigint) >= 0n &&
      BigInt(n as number | bigint) < 2n ** 64n,
    expected('an unsigned 64-bit integer (0 to 18446744073709551615)')
  ),
  v.transform(n => BigInt(n))
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
  v.transform(a => {
    const { index, value, valueTwo, op } = a
    return withExtra<Arg>({ index, value, valueTwo: valueTwo ?? 0n, op }, a)
  })
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
    return withExtra(filter, f)
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
    return withExtra(rule, r)
  })
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
  v.transform(entry => {
    const { architecture, subArchitectures } = entry
    return withExtra<ArchMapEntry>(
      { architecture, subArchitectures: subArchitectures ?? [] },
      entry
    )
  })
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
    return withExtra(profile, p)
  })
)

function withExtra<T extends { extra?: Record<string, JsonValue> }>(
  target: T,
  { extra }: { extra?: Record<string, JsonValue> | undefined }
): T {
  if (extra !== undefined) target.extra = extra
  return target
}
