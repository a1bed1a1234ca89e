import { describe, expect, test } from '@jest/globals'
import GitHubSlugger from 'github-slugger'

import { UserError } from '../../../src/errors.ts'
import { describeValue, type Input } from '../../../src/inputs/input.ts'
import { readInputs, readMode } from '../../../src/inputs/inputs.ts'
import { readPublishing } from '../../../src/inputs/publishing.ts'
import {
  GROUPS,
  type InputName,
  INPUTS,
  type NameOf
} from '../../../src/inputs/table.ts'
import { RECORDER_NAMES } from '../../../src/recorders/known.ts'
import { getter } from '../../support/action-yml.ts'
import { caught } from '../../support/caught.ts'

const names = Object.keys(INPUTS) as InputName[]
const inputOf = (name: InputName): Input => INPUTS[name]

/** Everything that is read where the workflow sets these. */
const readAll = (set: Partial<Record<InputName, string>>) =>
  readAsking(set).read

/** The same, with the names that were asked for. */
function readAsking(set: Partial<Record<InputName, string>>) {
  const get = getter({
    command: './test.sh',
    'github-token': 'job-token',
    ...set
  })
  const asked = new Set<InputName>()
  const ask = (name: InputName) => {
    asked.add(name)
    return get(name)
  }
  const read = {
    inputs: readInputs(ask, '/workspace'),
    publishing: readPublishing(ask),
    mode: readMode(ask)
  }
  return { read, asked }
}

/** What an input needs beside it to be read. */
const beside = (name: InputName) =>
  ['ready', 'ready-timeout', 'stop-timeout'].includes(name)
    ? { 'test-script': './check.sh' }
    : {}

interface Samples {
  /** Allowed, and each read as something else. */
  good: readonly string[]
  bad: readonly string[]
}

const OF_TEXTS: Record<NameOf<'text'>, Samples> = {
  command: {
    good: ['pytest', 'cd /app\npytest'],
    bad: ['', "echo 'a", 'a | b']
  },
  'test-script': { good: ['curl x', 'a\nb'], bad: ["echo 'a", 'a && b'] },
  ready: {
    good: ['http://[::1]/', '[::1]:80', 'log: up', 'command: true'],
    bad: ['soon']
  },
  'run-args': {
    good: ['--init', '--env A=b'],
    bad: ['alpine', '--privileged']
  },
  'build-args': { good: ['A=b', 'A=\nB=c'], bad: ['A', '--secret=id=x'] },
  target: { good: ['test', 'test-1.x'], bad: ['-x', 'a b'] },
  image: { good: ['alpine', 'docker://x/y'], bad: ['--privileged', 'a b'] },
  deny: { good: ['bpf', '@debug'], bad: ['ptrce', '@x'] },
  allow: { good: ['bpf', '@debug'], bad: ['ptrce', '@x'] },
  'accept-dangerous': {
    good: ['bpf', '@debug', 'deleted', 'bpf # x', 'bpf until 2027-06-30'],
    bad: ['ptrce', '@x', 'x-y', 'architecture: x', 'bpf until 2027-02-30']
  },
  'commit-message': { good: ['a', 'a\n\nb'], bad: [] },
  'comment-key': { good: ['a', 'k'.repeat(200)], bad: ['k'.repeat(201)] },
  'accept-label': { good: ['', 'a: b'], bad: ['a\nb', 'l'.repeat(51)] },
  'github-token': { good: ['', 't'], bad: ['a b', '-----BEGIN\nx'] }
}

function samplesOf(name: InputName): Samples {
  const { value, default: preset } = inputOf(name)
  switch (value.kind) {
    case 'choice': {
      const words = Object.keys(value.meanings)
      const bad = ['yes', 'toString', `${words[0] ?? ''}x`, 'a\n::error::']
      return { good: words, bad: preset === '' ? bad : ['', ...bad] }
    }
    case 'count': {
      const { from, to } = value
      const outside = [from - 1, to + 1].map(String)
      const bad = ['', ...outside, '1.5', '1e1', '0x2', '1 2', '٣']
      return { good: [from, from + 1, to].map(String), bad }
    }
    case 'duration': {
      const { atMost } = value
      const bad = ['', '0', '-1', String(atMost + 1), '1e2', '5s', 'Infinity']
      return { good: ['0.5', '1', String(atMost)], bad }
    }
    case 'path':
      return { good: ['a', 'b/c d'], bad: ['a\nb', 'a\x1bb'] }
    case 'text':
      return OF_TEXTS[name as NameOf<'text'>]
  }
}

describe('the table', () => {
  test('has each input once', () => {
    const listed = GROUPS.flatMap(({ inputs }) => Object.keys(inputs))
    expect(listed).toEqual(names)
  })

  test('has the inputs that are read, and no others', () => {
    const read = new Set<string>(
      [
        { image: 'alpine', 'default-errno': 'EPERM' },
        { 'test-script': 'true' }
      ].flatMap(set => [...readAsking(set).asked])
    )
    expect([...read].sort()).toEqual([...names].sort())
  })

  test('has headings that are told apart on one page', () => {
    const headings = GROUPS.flatMap(({ title, inputs }) => [
      title,
      ...Object.keys(inputs)
    ])
    const slugger = new GitHubSlugger()
    const slugs = ['Inputs', ...headings].map(text => slugger.slug(text))
    expect(slugs.slice(1)).toEqual(
      headings.map(text => text.toLowerCase().replaceAll(' ', '-'))
    )
  })

  test.each(names)('%s has one sentence of help', name => {
    expect(inputOf(name).help).toMatch(/^[A-Z][^.\n]*\.$/)
  })

  test.each(names)('%s has a default, or says what is done without', name => {
    const { default: preset, unset, required } = inputOf(name)
    if (preset !== '') expect([unset, required]).toEqual([undefined, undefined])
    else expect([unset, required]).toContain(undefined)
  })
})

describe.each(names.map(name => ({ name, ...samplesOf(name) })))(
  '$name',
  ({ name, good, bad }) => {
    const read = (value: string) => readAll({ ...beside(name), [name]: value })

    test('takes its default', () => {
      const { default: preset, required } = inputOf(name)
      // One has to be set, and the runner evaluates the token's.
      if (required !== undefined || preset.includes('${{')) return
      expect(read(preset)).toEqual(readAll(beside(name)))
    })

    test('takes what is allowed, each as something else', () => {
      const taken = good.map(value => JSON.stringify(read(value), entries))
      expect(new Set(taken).size).toBe(good.length)
    })

    if (bad.length === 0) return
    test.each(bad)('refuses %j by name', async got => {
      const error = await caught(() => read(got))
      expect(error).toBeInstanceOf(UserError)
      const { message, hint } = error as UserError
      expect(message).toMatch(new RegExp(`^input ${name}: `))
      expect(hint).toMatch(/\S/)
      const { value } = inputOf(name)
      if (value.kind === 'text') return
      expect(message).toBe(
        `input ${name}: ${JSON.stringify(got)} is not ${describeValue(value)}`
      )
    })
  }
)

/** JSON shows nothing of what a Map or a Set holds. */
const entries = (_: string, value: unknown) =>
  value instanceof Map || value instanceof Set ? [...value] : value

test.each([
  [
    'recorder',
    `one of ${['auto', ...RECORDER_NAMES].map(name => `\`${name}\``).join(', ')}`
  ],
  ['removals', 'one of `apply`, `report`'],
  ['runs', 'a whole number from 1 to 100'],
  ['stop-timeout', 'a number of seconds above 0 and up to 3600'],
  ['timeout-minutes', 'a number of minutes above 0 and up to 1440'],
  ['context', 'a path without control characters'],
  ['image', 'the name of an image'],
  ['comment-key', 'a text of at most 200 characters'],
  ['accept-label', 'the name of a label of at most 50 characters']
] as const)('what %s can be, in words', (name, words) => {
  expect(describeValue(INPUTS[name].value)).toBe(words)
})
