/** The part of JSON Schema (2020-12) that our schema uses. */
export interface Schema {
  $ref?: string
  $defs?: Record<string, Schema>
  type?: 'object' | 'array' | 'string' | 'integer' | 'boolean'
  const?: unknown
  enum?: unknown[]
  pattern?: string
  minimum?: number
  required?: string[]
  properties?: Record<string, Schema>
  additionalProperties?: false
  items?: Schema
  uniqueItems?: true
  anyOf?: Schema[]
  oneOf?: Schema[]
}

/** Those that are checked, and those that only people read. */
const KEYWORDS =
  '$ref $defs type const enum pattern minimum required properties additionalProperties items uniqueItems anyOf oneOf $schema $id title description format'.split(
    ' '
  )

/**
 * Where a value is not what a schema says, and why.
 *
 * @throws Error for a keyword that is not checked here
 */
export function faultsOf(value: unknown, schema: Schema): string[] {
  return check(value, schema, { root: schema, at: '$' })
}

interface Place {
  root: Schema
  at: string
}

function check(value: unknown, schema: Schema, place: Place): string[] {
  const strange = Object.keys(schema).find(key => !KEYWORDS.includes(key))
  if (strange !== undefined) throw new Error(`not checked: ${strange}`)
  const { $ref, type, anyOf, oneOf } = schema
  const fits = (choice: Schema) => check(value, choice, place).length === 0
  const wrong = [
    type !== undefined && type !== typeOf(value) && `is not ${type}`,
    'const' in schema && value !== schema.const && 'is another constant',
    schema.enum?.includes(value) === false && 'is none of the values',
    anyOf?.some(fits) === false && 'is none of the kinds',
    oneOf && oneOf.filter(fits).length !== 1 && 'is not one of the kinds',
    typeof value === 'number' &&
      value < (schema.minimum ?? -Infinity) &&
      'is too small',
    typeof value === 'string' &&
      !new RegExp(schema.pattern ?? '', 'u').test(value) &&
      'has another form'
  ]
  return [
    ...wrong
      .filter(fault => typeof fault === 'string')
      .map(fault => `${place.at} ${fault}`),
    ...($ref === undefined
      ? []
      : check(value, definition($ref, place.root), place)),
    ...(Array.isArray(value) ? checkItems(value, schema, place) : []),
    ...(isObject(value) ? checkMembers(value, schema, place) : [])
  ]
}

function checkItems(items: unknown[], schema: Schema, place: Place): string[] {
  const { items: of, uniqueItems } = schema
  const texts = items.map(item => JSON.stringify(item))
  return [
    ...(uniqueItems && new Set(texts).size < items.length
      ? [`${place.at} has an item twice`]
      : []),
    ...items.flatMap((item, index) =>
      of ? check(item, of, { ...place, at: `${place.at}[${index}]` }) : []
    )
  ]
}

function checkMembers(
  object: Record<string, unknown>,
  { required = [], properties = {}, additionalProperties }: Schema,
  place: Place
): string[] {
  const missing = required.filter(name => !Object.hasOwn(object, name))
  return [
    ...missing.map(name => `${place.at} has no ${name}`),
    ...Object.entries(object).flatMap(([name, value]) => {
      const at = `${place.at}.${name}`
      const schema = properties[name]
      if (schema) return check(value, schema, { ...place, at })
      return additionalProperties === false ? [`${at} is not described`] : []
    })
  ]
}

function definition(ref: string, { $defs = {} }: Schema): Schema {
  const found = $defs[ref.replace('#/$defs/', '')]
  if (!found) throw new Error(`no definition: ${ref}`)
  return found
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array'
  return Number.isInteger(value) ? 'integer' : typeof value
}
