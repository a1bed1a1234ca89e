import {
  type AnyNode,
  type ElementNode,
  type MemberNode,
  parse,
  type ValueNode
} from '@humanwhocodes/momoa'

import { messageOf, UserError } from '../errors.ts'

/** A place in a text; line and column count from 1. */
export interface Position {
  line: number
  column: number
}

/** JSON as plain data, with the position of each part in its text. */
export interface PositionedJson {
  value: JsonValue
  /**
   * Where the value at this path starts, or else its nearest parent; with
   * `key`, where the key before that value starts.
   */
  positionOf: (path: JsonPath, part?: 'key' | 'value') => Position
}

/** The keys and indexes that lead from the root of a JSON text to a value. */
export type JsonPath = readonly (string | number)[]

/** Deeper than any real profile, and far from the limit of a parser's stack. */
const MAX_DEPTH = 64

/**
 * In characters. Docker's longest default had 29,000; the parser's memory is at
 * most about 300 times the length (130 MB for twice this limit, measured).
 */
export const MAX_LENGTH = 256 * 1024

/** Longer integers than any that a profile's fields can hold stay text. */
const MAX_DIGITS = 40

/**
 * Reads JSON text. Integers that a double cannot hold come back as bigints, and
 * numbers that would be written differently come back as text.
 *
 * @param file the name to put into errors
 * @throws UserError with line and column if the text is not JSON, a key occurs
 *   twice, it is nested more than 64 deep, or it is longer than a quarter of a
 *   million characters
 */
export function parseJson(text: string, file: string): PositionedJson {
  refuseLength(text, file)
  refuseDepth(text, file)
  refuseBadSyntax(text, file)
  const root = parse(text, { mode: 'json' }).body
  return {
    value: toValue(root, { text, file, path: [] }),
    positionOf: (path, part = 'value') =>
      positionAt(text, nodeAt(root, path, part).loc.start.offset)
  }
}

/** `file:line:column`, as compilers and editors write a place. */
export function formatPosition(file: string, at: Position): string {
  return `${file}:${at.line}:${at.column}`
}

/** `syscalls[3].names`, as people write a path into JSON. */
export function formatPath(path: JsonPath): string {
  if (path.length === 0) return 'the profile'
  return path
    .map((key, i) => {
      if (typeof key === 'number') return `[${key}]`
      if (!/^[\w$-]{1,60}$/.test(key)) return `[${shortJson(key)}]`
      return i === 0 ? key : `.${key}`
    })
    .join('')
}

/**
 * The position of the character at an offset; past the end, that of the end.
 */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset)
  const line = before.split('\n').length
  return { line, column: before.length - before.lastIndexOf('\n') }
}

function refuseLength(text: string, file: string): void {
  if (text.length <= MAX_LENGTH) return
  const at = formatPosition(file, positionAt(text, MAX_LENGTH))
  throw new UserError(
    `${at}: longer than ${MAX_LENGTH} characters: it has ${text.length}`,
    { code: 'profile', hint: 'No seccomp profile needs that: repair the file.' }
  )
}

/**
 * JSON.parse decides, because momoa is laxer: it accepts raw control characters
 * inside strings, which Go's decoder refuses. If JSON.parse does not say where
 * the fault is, momoa does.
 */
function refuseBadSyntax(text: string, file: string): void {
  if (text.startsWith('\ufeff')) {
    throw new UserError(
      `${formatPosition(file, { line: 1, column: 1 })}: not JSON: it starts with a byte order mark, which engines refuse; expected "{"`,
      {
        code: 'profile',
        hint: 'Save the file as UTF-8 without a byte order mark.'
      }
    )
  }
  try {
    JSON.parse(text)
  } catch (error) {
    const at = faultPosition(text, messageOf(error))
    const found = text.split('\n')[at.line - 1]?.[at.column - 1]
    const what =
      text.trim() === ''
        ? 'it is empty'
        : found === undefined
          ? 'it ends too early'
          : `unexpected ${shortJson(found)}`
    throw new UserError(`${formatPosition(file, at)}: not JSON: ${what}`, {
      code: 'profile',
      hint: 'Repair the file, or delete it to get a new one.',
      cause: error
    })
  }
}

function faultPosition(text: string, reason: string): Position {
  // Only at the end: before that, the reason quotes from the text.
  const offset = /at position (\d+)(?: \([^)]*\))?$/.exec(reason)?.[1]
  if (offset !== undefined) return positionAt(text, Number(offset))
  try {
    if (!reason.endsWith('end of JSON input')) parse(text, { mode: 'json' })
  } catch (error) {
    // Not its line number: it also ends a line at a lone carriage return.
    if (error instanceof Error && 'offset' in error) {
      return positionAt(text, Number(error.offset))
    }
  }
  return positionAt(text, text.length)
}

function refuseDepth(text: string, file: string): void {
  let depth = 0
  let inString = false
  for (let i = 0; i < text.length; i++) {
    const c = text[i]
    if (inString) {
      if (c === '\\') i++
      else if (c === '"') inString = false
    } else if (c === '"') inString = true
    else if (c === '[' || c === '{') depth++
    else if (c === ']' || c === '}') depth--
    if (depth > MAX_DEPTH) {
      throw new UserError(
        `${formatPosition(file, positionAt(text, i))}: nested more than ${MAX_DEPTH} deep`,
        {
          code: 'profile',
          hint: 'No seccomp profile needs that: repair the file.'
        }
      )
    }
  }
}

/** The text that a value is read from, and the value's path in it. */
interface Reading {
  text: string
  file: string
  path: (string | number)[]
}

function toValue(node: ValueNode, reading: Reading): JsonValue {
  switch (node.type) {
    case 'Object': {
      const { text, file, path } = reading
      const object: Record<string, JsonValue> = {}
      for (const { name, value } of node.members) {
        const key = name.type === 'String' ? name.value : name.name
        path.push(key)
        if (Object.hasOwn(object, key)) {
          const at = formatPosition(
            file,
            positionAt(text, name.loc.start.offset)
          )
          throw new UserError(
            `${at}: ${formatPath(path)}: the key ${shortJson(key)} occurs twice; expected it once`,
            { code: 'profile', hint: 'Keep one of the two.' }
          )
        }
        // With defineProperty, because assigning to `__proto__` does not make a
        // key.
        Object.defineProperty(object, key, {
          value: toValue(value, reading),
          enumerable: true,
          configurable: true,
          writable: true
        })
        path.pop()
      }
      return object
    }
    case 'Array':
      return node.elements.map(({ value }, i) => {
        reading.path.push(i)
        const item = toValue(value, reading)
        reading.path.pop()
        return item
      })
    case 'Number': {
      const { start, end } = node.loc
      return toNumber(reading.text.slice(start.offset, end.offset))
    }
    case 'String':
    case 'Boolean':
      return node.value
    case 'Null':
      return null
    case 'NaN':
    case 'Infinity':
      throw new Error(`JSON has no ${node.type}`)
  }
}

function toNumber(raw: string): JsonValue {
  const number = Number(raw)
  if (String(number) === raw) {
    const isExact = !Number.isInteger(number) || Number.isSafeInteger(number)
    if (isExact || !/^-?\d+$/.test(raw)) return number
  }
  const isInteger = /^-?[1-9]\d*$/.test(raw) && raw.length <= MAX_DIGITS
  return isInteger ? BigInt(raw) : new JsonNumber(raw)
}

function nodeAt(
  root: ValueNode,
  path: JsonPath,
  part: 'key' | 'value'
): AnyNode {
  let node: ValueNode = root
  for (const [depth, key] of path.entries()) {
    const member: MemberNode | ElementNode | undefined =
      node.type === 'Array'
        ? node.elements[Number(key)]
        : node.type === 'Object'
          ? node.members.find(
              ({ name: n }) => (n.type === 'String' ? n.value : n.name) === key
            )
          : undefined
    if (member === undefined) return node
    const isLast = depth === path.length - 1
    if (part === 'key' && isLast && member.type === 'Member') return member.name
    node = member.value
  }
  return node
}

/**
 * JSON on one line, for an error message: at most 60 characters of it, with
 * invisible characters and line breaks escaped.
 */
export function shortJson(value: unknown): string {
  const text = JSON.stringify(value, (_, v: unknown) =>
    typeof v === 'bigint' ? String(v) : v instanceof JsonNumber ? v.text : v
  )
  const short = text.length > 60 ? `${text.slice(0, 57)}...` : text
  return short.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
    c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`
  )
}

/**
 * Writes JSON with two spaces, one element per line, and bigints as integers.
 */
export function formatJson(value: JsonValue, indent = ''): string {
  const inner = `${indent}  `
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]'
    const items = value.map(v => inner + formatJson(v, inner))
    return `[\n${items.join(',\n')}\n${indent}]`
  }
  if (value instanceof JsonNumber) return value.text
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(
      ([k, v]) => `${inner}${JSON.stringify(k)}: ${formatJson(v, inner)}`
    )
    if (members.length === 0) return '{}'
    return `{\n${members.join(',\n')}\n${indent}}`
  }
  return typeof value === 'bigint' ? value.toString() : JSON.stringify(value)
}

/**
 * A number that neither a double nor a bigint would write as it is in the file:
 * `1e400`, `1.50`, `-0`. It is kept as its text.
 */
export class JsonNumber {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** JSON with integers of any size: those beyond 2^53 are bigints. */
export type JsonValue =
  | null
  | boolean
  | number
  | bigint
  | JsonNumber
  | string
  | JsonValue[]
  | { [key: string]: JsonValue }
