/** An input for a parser, and how it was made. */
export interface Mutant {
  text: string
  how: string
}

/**
 * Makes broken, odd and huge inputs out of good ones. The same seed and texts
 * give the same inputs, in the same order.
 */
export function mutator(
  seed: number,
  texts: { good: readonly string[]; broken: readonly string[] }
): () => Mutant {
  const random = randomFrom(seed)
  const all = [...texts.good, ...texts.broken]
  return () => {
    let text = random.pick(random.below(8) > 0 ? texts.good : all)
    const mutations = Array.from({ length: random.pick([1, 1, 2, 3]) }, () =>
      random.pick(SMALL)
    )
    // Last, so that the making of an input takes little memory itself.
    if (random.below(50) === 0) mutations.push(random.pick(HUGE))
    for (const mutation of mutations) text = mutation(text, random, all)
    return { text, how: mutations.map(({ name }) => name).join(', ') }
  }
}

interface Random {
  /** A whole number from 0 to `end` - 1. */
  below: (end: number) => number
  pick: <T>(values: readonly T[]) => T
}

/** The generator "mulberry32" of Tommy Ettinger (public domain). */
function randomFrom(seed: number): Random {
  let state = seed
  const below = (end: number) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * end)
  }
  return { below, pick: values => values[below(values.length)] as never }
}

type Mutation = (
  text: string,
  random: Random,
  texts: readonly string[]
) => string

const SMALL: Mutation[] = [
  truncated,
  bitsFlipped,
  spliced,
  cut,
  keyTwice,
  valueReplaced,
  valueReplaced,
  valueReplaced,
  keyReplaced,
  memberAdded,
  memberAdded,
  nested
]

const HUGE: Mutation[] = [longList, longText, longNumber, longObject]

function truncated(text: string, { below }: Random): string {
  return text.slice(0, below(text.length + 1))
}

function bitsFlipped(text: string, { below }: Random): string {
  const bytes = Buffer.from(text)
  if (bytes.length === 0) return text
  const times = below(8) + 1
  for (let i = 0; i < times; i++) {
    const at = below(bytes.length)
    bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8))
  }
  return bytes.toString()
}

function spliced(
  text: string,
  { below, pick }: Random,
  texts: readonly string[]
) {
  const other = pick(texts)
  const from = below(other.length)
  const piece = other.slice(from, from + below(200))
  const at = below(text.length + 1)
  return text.slice(0, at) + piece + text.slice(at + below(3) * piece.length)
}

function cut(text: string, { below }: Random): string {
  const at = below(text.length + 1)
  return text.slice(0, at) + text.slice(at + below(40))
}

/** A key and its plain value, or the value alone. */
const MEMBER =
  /("(?:\\.|[^"\\])*"\s*:\s*)("(?:\\.|[^"\\])*"|[\w.+-]+|\[\]|\{\})/g
const VALUE = /"(?:\\.|[^"\\])*"(?!\s*:)|-?\d[\d.eE+-]*|true|false|null/g
const KEY = /"(?:\\.|[^"\\])*"(?=\s*:)/g

function replaced(
  text: string,
  what: RegExp,
  { pick }: Random,
  by: (found: string) => string
): string {
  const matches = [...text.matchAll(what)]
  if (matches.length === 0) return text
  const { index, 0: found } = pick(matches)
  return text.slice(0, index) + by(found) + text.slice(index + found.length)
}

function keyTwice(text: string, random: Random): string {
  return replaced(text, MEMBER, random, member =>
    random.pick([
      `${member},${member}`,
      `${member}, ${member.toUpperCase()}`,
      `${member},\n${member.replace('"', '"\\u0061')}`
    ])
  )
}

const ODD_VALUES = [
  'null',
  'true',
  'false',
  '[]',
  '{}',
  '""',
  '[null]',
  '{"": null}',
  '0',
  '-0',
  '-1',
  '6',
  '1.5',
  '1e3',
  '1e400',
  '-1e-400',
  '65536',
  '9007199254740993',
  '18446744073709551615',
  '18446744073709551616',
  '"SCMP_ACT_ALLOW"',
  '"SCMP_CMP_EQ"',
  '"SCMP_ARCH_X86"',
  '"read"',
  '"\\ud800"',
  '"\\u0000"',
  '"__proto__"',
  '[["read"]]',
  '[{}]',
  'NaN',
  'Infinity',
  'undefined',
  "'x'",
  '0x10',
  '+1',
  '.5',
  '1.',
  '01',
  '//',
  '"at position 7"',
  '"end of JSON input"',
  '\ufeff',
  '\u2028',
  '"\n"',
  '{"__proto__": {"names": ["x"]}, "constructor": 1, "toString": null}'
]

function valueReplaced(text: string, random: Random): string {
  return replaced(text, VALUE, random, () => random.pick(ODD_VALUES))
}

const ODD_KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  '',
  '0',
  'extra',
  'name',
  'names',
  'Names',
  'args',
  'value',
  'valueTwo',
  'valuetwo',
  'architectures',
  'archMap',
  'syscalls',
  '\u017fyscalls',
  'includes',
  'caps',
  'minKernel',
  'errno',
  'errnoRet',
  'defaultErrnoRet',
  'flags'
]

function keyReplaced(text: string, random: Random): string {
  return replaced(text, KEY, random, () =>
    JSON.stringify(random.pick(ODD_KEYS))
  )
}

function memberAdded(text: string, random: Random): string {
  return replaced(text, /\{(?=\s*")/g, random, brace => {
    const key = JSON.stringify(random.pick(ODD_KEYS))
    return `${brace}${key}: ${random.pick(ODD_VALUES)}, `
  })
}

function nested(text: string, random: Random): string {
  const depth = random.pick([1, 5, 50, 60, 64, 65, 1000, 5000])
  const [open, close] = random.pick([
    ['[', ']'],
    ['{"a":', '}'],
    ['[{"args":', '}]']
  ] as const)
  const end = random.below(4) === 0 ? '' : close.repeat(depth)
  return replaced(
    text,
    VALUE,
    random,
    value => open.repeat(depth) + value + end
  )
}

function longList(text: string, random: Random): string {
  const item = random.pick(['0', '""', '[]', '{}', '"read"', '{"names":["a"]}'])
  const count = random.pick([1000, 20_000, 50_000, 85_000, 300_000])
  const list = `[${`${item},`.repeat(count)}${item}]`
  return replaced(text, VALUE, random, () => list)
}

function longObject(text: string, random: Random): string {
  const count = random.pick([1000, 10_000, 25_000, 40_000])
  const members = Array.from({ length: count }, (_, i) => `"${i}x":0`)
  return replaced(text, VALUE, random, () => `{${members.join(',')}}`)
}

function longText(text: string, random: Random): string {
  const unit = random.pick(['a', '\\n', '\\u0000', '\u00e9', '"', '\\'])
  const count = random.pick([1000, 40_000, 200_000, 1_000_000])
  return replaced(text, VALUE, random, () => `"${unit.repeat(count)}"`)
}

function longNumber(text: string, random: Random): string {
  const digits = '9'.repeat(random.pick([20, 21, 40, 41, 1000, 200_000]))
  const number = random.pick([
    digits,
    `-${digits}`,
    `0.${digits}`,
    `1e${digits}`
  ])
  return replaced(text, VALUE, random, () => number)
}
