import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import {
  begin,
  type History,
  NO_HISTORY,
  observe
} from '../../../src/history/history.ts'
import { pendingOf } from '../../../src/history/pending.ts'

const without = (history: History, runs: number): History =>
  Array.from({ length: runs }).reduce<History>(
    known => observe(known, ['read']),
    history
  )

test('a call that may come back: how long it was unseen, how long it stays', () => {
  const history = without(begin(NO_HISTORY, ['bind', 'read']), 3)
  const [pending, ...others] = pendingOf(history, ['bind', 'read'])
  expect(others.map(({ name }) => name)).toEqual(['read'])
  expect(pending).toMatchObject({ name: 'bind', unseen: 3 })
})

test('one that nobody saw is not waited for', () => {
  const history = without(NO_HISTORY, 1)
  expect(pendingOf(history, ['bind'])).toEqual([])
})

test('without any run, each counts as seen once', () => {
  const [pending] = pendingOf(NO_HISTORY, ['bind'])
  expect(pending).toMatchObject({ name: 'bind', unseen: 0 })
  expect(pending?.more).toBeGreaterThan(1)
})

test('after so many runs more it leaves, and not before', () => {
  const seen = fc.integer({ min: 1, max: 30 })
  const unseen = fc.integer({ min: 0, max: 5 })
  fc.assert(
    fc.property(seen, unseen, (seen, unseen) => {
      const known = Array.from({ length: seen }).reduce<History>(
        history => observe(history, ['bind']),
        NO_HISTORY
      )
      const history = without(known, unseen)
      for (const { more } of pendingOf(history, ['bind'])) {
        const stays = pendingOf(without(history, more - 1), ['bind'])
        expect(stays.map(call => call.more)).toEqual([1])
        expect(pendingOf(without(history, more), ['bind'])).toEqual([])
      }
    })
  )
})
