import { type AnyNode, parse, type ValueNode } from '@humanwhocodes/momoa'

import { messageOf, UserError } from '../errors.js'
import type { JsonValue } from './types.js'

/** A place in a text; line and column count from 1. */
export interface Position {
  line: number
  column: number
}

/** JSON as plain data, and where in its text each part of it stands. */
export interface PositionedJson {
  value: JsonValue
  /** Where the value at this path starts, or else its nearest parent. */
  positionOf: (path: readonly (string | number)[]) => Position
}

/** Deeper than any real profile, and far from where a parser's stack ends. */
const MAX_DEPTH = 64

/**
 * Reads JSON text. Integers that a double cannot hold come back as bigints.
 *
 * @param file the name to put into errors
 * @throws UserError with line and column where the text is not JSON, a key
 *   stands twice, or it is nested more than 64 deep
 */
export function parseJson(text: string, file: string): PositionedJson {
  refuseDepth(text, file)
  refuseBadSyntax(text, file)
  const root = parse(text, { mode: 'json', ranges: true }).body
  return {
    value: toValue(root, text, file),
    positionOf: path => {
      const { line, column } = nodeAt(root, path).loc.start
      return { line, column }
    }
  }
}

/** `file:line:column`, as compilers and editors write a place. */
export function formatPosition(file: string, at: Position): string {
  return `${file}:${at.line}:${at.column}`
}

/** Where the character at an offset stands; offsets past the end mean the end. */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset)
  const line = before.split('\n').length
  return { line, column: before.length - before.lastIndexOf('\n') }
}

/**
 * JSON.parse judges, since momoa is laxer: it takes raw control characters
 * inside strings, which Go's decoder refuses. Where JSON.parse does not say
 * where the fault is, momoa does.
 */
function refuseBadSyntax(text: string, file: string): void {
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
          : `unexpected ${JSON.stringify(found)}`
    throw new UserError(`${formatPosition(file, at)}: not JSON: ${what}`, {
      hint: 'Repair the file, or delete it to have it made anew.',
      cause: error
    })
  }
}

function faultPosition(text: string, reason: string): Position {
  const offset = /at position (\d+)/.exec(reason)?.[1]
  if (offset !== undefined) return positionAt(text, Number(offset))
  try {
    if (!reason.includes('end of JSON')) parse(text, { mode: 'json' })
  } catch (error) {
    if (error instanceof Error && 'line' in error && 'column' in error) {
      return { line: Number(error.line), column: Number(error.column) }
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
        { hint: 'No seccomp profile needs that: repair the file.' }
      )
    }
  }
}

function toValue(node: ValueNode, text: string, file: string): JsonValue {
  switch (node.type) {
    case 'Object': {
      const object: Record<string, JsonValue> = {}
      const seen = new Set<string>()
      for (const { name, value } of node.members) {
        const key = name.type === 'String' ? name.value : name.name
        if (seen.has(foldKey(key))) {
          const at = formatPosition(file, name.loc.start)
          throw new UserError(
            `${at}: the key ${JSON.stringify(key)} is here twice (engines read keys without regard to case)`,
            { hint: 'Keep one of the two.' }
          )
        }
        seen.add(foldKey(key))
        Object.defineProperty(object, key, {
          value: toValue(value, text, file),
          enumerable: true,
          configurable: true,
          writable: true
        })
      }
      return object
    }
    case 'Array':
      return node.elements.map(e => toValue(e.value, text, file))
    case 'Number': {
      const raw = text.slice(...(node.range ?? [0, 0]))
      return /^-?\d+$/.test(raw) && !Number.isSafeInteger(node.value)
        ? BigInt(raw)
        : node.value
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

/**
 * What two keys have in common that Go's encoding/json takes for the same:
 * it folds case, and U+017F and U+212A with it (encoding/json, fold.go).
 */
export function foldKey(key: string): string {
  return key.toUpperCase().toLowerCase()
}

function nodeAt(root: ValueNode, path: readonly (string | number)[]): AnyNode {
  let node: ValueNode = root
  for (const key of path) {
    const next: ValueNode | undefined =
      node.type === 'Array'
        ? node.elements[Number(key)]?.value
        : node.type === 'Object'
          ? node.members.find(
              ({ name: n }) => (n.type === 'String' ? n.value : n.name) === key
            )?.value
          : undefined
    if (next === undefined) return node
    node = next
  }
  return node
}

/** Writes JSON with two spaces, one element a line, and bigints as integers. */
export function formatJson(value: JsonValue, indent = ''): string {
  const inner = `${indent}  `
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]'
    const items = value.map(v => inner + formatJson(v, inner))
    return `[\n${items.join(',\n')}\n${indent}]`
  }
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(
      ([k, v]) => `${inner}${JSON.stringify(k)}: ${formatJson(v, inner)}`
    )
    if (members.length === 0) return '{}'
    return `{\n${members.join(',\n')}\n${indent}}`
  }
  return typeof value === 'bigint' ? value.toString() : JSON.stringify(value)
}
