import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import {
  type Comment,
  type Plan,
  planComment,
  type Wanted
} from '../../../src/github/comment-plan.ts'
import { formatMarker, type Marker } from '../../../src/github/marker.ts'

const BOT = 'github-actions[bot]'

const marker = (id: number, key = 'api', attempt = 1): Marker => ({
  key,
  run: { id, number: id, attempt, sha: `${id}` }
})

const bodyOf = (marker: Marker, text: string) =>
  `${formatMarker(marker)}\n\n${text}\n`

const finding = (of: Marker, text = 'new: bpf'): Wanted => ({
  viewer: BOT,
  marker: of,
  isLatest: true,
  isFinding: true,
  body: bodyOf(of, text)
})

const nothing = (of: Marker): Wanted => ({
  viewer: BOT,
  marker: of,
  isLatest: true,
  isFinding: false,
  body: bodyOf(of, 'resolved')
})

const comment = (
  id: number,
  of: Marker,
  text = 'old',
  author: string | undefined = BOT
): Comment => ({ id, author, body: bodyOf(of, text) })

describe('one run', () => {
  const now = marker(5)
  const { body } = finding(now)
  const leave = (why: string, duplicates: number[] = []) => ({
    step: { kind: 'leave', why },
    duplicates
  })
  const update = (id: number, duplicates: number[] = []) => ({
    step: { kind: 'update', id, body },
    duplicates
  })
  const resolve = (id: number, duplicates: number[] = []) => ({
    step: { kind: 'resolve', id, body: nothing(now).body },
    duplicates
  })
  const create = { step: { kind: 'create', body }, duplicates: [] }
  const others: Comment[] = [
    comment(1, marker(1), 'of a person', 'octocat'),
    comment(2, marker(1), 'of an account named like ours', 'github-actions'),
    comment(3, marker(1, 'other'), 'of another job'),
    { id: 4, author: undefined, body: bodyOf(marker(1), 'of a ghost') },
    { id: 5, author: BOT, body: `> ${bodyOf(marker(1), 'a quotation')}` },
    { id: 6, author: BOT, body: `\n${bodyOf(marker(1), 'the second line')}` },
    { id: 7, author: BOT, body: 'of another action' },
    { id: 8, author: BOT, body: '' }
  ]

  test.each<[string, Comment[], Wanted, unknown]>([
    ['the first finding', [], finding(now), create],
    ['among those of others', others, finding(now), create],
    ['nothing, ever', [], nothing(now), leave('nothing to say')],
    ['nothing, among others', others, nothing(now), leave('nothing to say')],
    ['another finding', [comment(9, marker(4))], finding(now), update(9)],
    [
      'a login in other case',
      [comment(9, marker(4), 'old', 'GitHub-Actions[bot]')],
      finding(now),
      update(9)
    ],
    ['all is well again', [comment(9, marker(4))], nothing(now), resolve(9)],
    [
      'the same text of a newer run',
      [comment(9, marker(4), 'new: bpf')],
      finding(now),
      leave('unchanged')
    ],
    [
      'the same but for how often a call was made',
      [comment(9, marker(4), '| `bpf` | `sh` × 1,024 or more, `ls` × 3 |')],
      finding(now, '| `bpf` | `sh` × 7, `ls` × 12 |'),
      leave('unchanged')
    ],
    [
      'the same text of another new profile, which a label may accept',
      [comment(9, { ...marker(4), proposal: 'a' }, 'new: bpf')],
      finding({ ...now, proposal: 'b' }),
      {
        ...update(9),
        step: {
          kind: 'update',
          id: 9,
          body: bodyOf({ ...now, proposal: 'b' }, 'new: bpf')
        }
      }
    ],
    [
      'the same text, and no new profile any more',
      [comment(9, { ...marker(4), proposal: 'a' }, 'new: bpf')],
      finding(now),
      update(9)
    ],
    [
      'the same text of the same new profile',
      [comment(9, { ...marker(4), proposal: 'a' }, 'new: bpf')],
      finding({ ...now, proposal: 'a' }),
      leave('unchanged')
    ],
    [
      'a commit that is not the newest any more',
      [comment(9, marker(4)), comment(10, marker(3))],
      { ...finding(now), isLatest: false },
      leave('newer commit')
    ],
    [
      'the first finding, of such a commit',
      [],
      { ...finding(now), isLatest: false },
      leave('newer commit')
    ],
    [
      'the same body',
      [comment(9, now, 'new: bpf')],
      finding(now),
      leave('unchanged')
    ],
    [
      'the same body, edited on the site',
      [{ id: 9, author: BOT, body: body.replaceAll('\n', '\r\n').trimEnd() }],
      finding(now),
      leave('unchanged')
    ],
    [
      'resolved before',
      [comment(9, now, 'resolved')],
      nothing(now),
      leave('unchanged')
    ],
    [
      'a newer run was there',
      [comment(9, marker(6))],
      finding(now),
      leave('newer run')
    ],
    [
      'a newer attempt was there',
      [comment(9, marker(5, 'api', 2))],
      nothing(now),
      leave('newer run')
    ],
    [
      'another job of the same attempt',
      [comment(9, now, 'of the other job')],
      finding(now),
      update(9)
    ],
    [
      'duplicates',
      [comment(12, marker(3)), comment(9, marker(4)), comment(10, marker(2))],
      finding(now),
      update(9, [10, 12])
    ],
    [
      'duplicates, resolved',
      [comment(10, marker(4)), comment(9, marker(4)), ...others],
      nothing(now),
      resolve(9, [10])
    ],
    [
      'duplicates of what is unchanged',
      [comment(9, now, 'new: bpf'), comment(10, marker(2))],
      finding(now),
      leave('unchanged', [10])
    ],
    [
      'a duplicate of a newer run',
      [comment(9, marker(4)), comment(10, marker(6))],
      finding(now),
      leave('newer run')
    ]
  ])('%s', (_, existing, wanted, plan) => {
    expect(planComment(existing, wanted)).toEqual(plan)
  })
})

const textOf = ({ body }: { body: string }) =>
  body.slice(body.indexOf('\n')).trim()

/** What the pull request has after a plan was carried out. */
function after(existing: readonly Comment[], { step, duplicates }: Plan) {
  const left = existing.filter(({ id }) => !duplicates.includes(id))
  switch (step.kind) {
    case 'create': {
      const id = Math.max(0, ...existing.map(({ id }) => id)) + 1
      return [...left, { id, author: BOT, body: step.body }]
    }
    case 'update':
    case 'resolve':
      return left.map(comment =>
        comment.id === step.id ? { ...comment, body: step.body } : comment
      )
    case 'leave':
      return left
  }
}

describe('many runs', () => {
  const keys = fc.constantFrom('api', 'web')
  const markers = fc
    .tuple(fc.nat(6), keys, fc.nat(2))
    .map(([id, key, attempt]) => marker(id, key, attempt))
  const wanteds = fc
    .tuple(markers, fc.constantFrom('a', 'b', undefined))
    .map(([of, text]) => (text === undefined ? nothing(of) : finding(of, text)))
  const comments = fc
    .array(
      fc.tuple(
        markers,
        fc.constantFrom('a', 'b', 'resolved'),
        fc.constantFrom(BOT, 'octocat', undefined),
        fc.boolean()
      ),
      { maxLength: 6 }
    )
    .chain(list =>
      fc.shuffledSubarray(
        list.map(([of, text, author, hasMarker], i) => ({
          id: i + 1,
          author,
          body: hasMarker ? bodyOf(of, text) : text
        }))
      )
    )
  const isOurs = (key: string) => (comment: Comment) =>
    comment.author === BOT &&
    comment.body.startsWith(`<!-- seccomp-lock: {"key":"${key}"`)

  test('none of another is touched', () => {
    fc.assert(
      fc.property(comments, wanteds, (existing, wanted) => {
        const { step, duplicates } = planComment(existing, wanted)
        const touched = new Set<number>(duplicates)
        if ('id' in step) touched.add(step.id)
        const ours = existing.filter(isOurs(wanted.marker.key))
        for (const id of touched) {
          expect(ours.map(({ id }) => id)).toContain(id)
        }
      })
    )
  })

  test('afterwards there is one at most, the oldest, and no more to do', () => {
    fc.assert(
      fc.property(comments, wanteds, (existing, wanted) => {
        const plan = planComment(existing, wanted)
        const then = after(existing, plan)
        const again = planComment(then, wanted)
        expect(again.step.kind).toBe('leave')
        expect(again.duplicates).toEqual([])
        if (plan.step.kind === 'leave' && plan.step.why.startsWith('newer')) {
          return
        }
        const key = isOurs(wanted.marker.key)
        const ours = then.filter(key)
        expect(ours.length).toBeLessThanOrEqual(1)
        const before = existing.filter(key).map(({ id }) => id)
        if (before.length === 0) return
        expect(ours.map(({ id }) => id)).toEqual([Math.min(...before)])
        expect(ours.map(textOf)).toEqual([textOf(wanted)])
      })
    )
  })

  test('in whatever order they come, the newest has the last word', () => {
    // A re-run begins when the run before it has ended, so of one commit the
    // attempts come in their order.
    const runs = fc
      .array(fc.nat(9), { minLength: 1, maxLength: 6 })
      .map(ids =>
        ids.map((id, i) => [id, ids.slice(0, i).filter(n => n === id).length])
      )
    const texts = fc.array(fc.constantFrom('a', 'b', undefined), {
      minLength: 6,
      maxLength: 6
    })
    fc.assert(
      fc.property(runs, texts, (runs, texts) => {
        // All commits are there when the first run comes to its end.
        const head = Math.max(...runs.map(([id = 0]) => id))
        const wanted = runs.map(([id = 0, attempt], i) => {
          const of = marker(id, 'api', attempt)
          const text = texts[i]
          const what = text === undefined ? nothing(of) : finding(of, text)
          return { ...what, isLatest: id === head }
        })
        // A comment of a run before all of these.
        const start = [comment(1, marker(0, 'api', 0), 'first')]
        const end = wanted.reduce<Comment[]>(
          (existing, next) => after(existing, planComment(existing, next)),
          start
        )
        const [newest] = wanted.toSorted(
          ({ marker: { run: a } }, { marker: { run: b } }) =>
            b.id - a.id || b.attempt - a.attempt
        )
        expect(end.map(textOf)).toEqual(newest && [textOf(newest)])
      })
    )
  })
})
