import fc from 'fast-check'

/** The code points from here to 0xdfff are halves of characters. */
const HALVES = 0xd800
const AFTER_HALVES = 0xe000
const HOW_MANY_HALVES = AFTER_HALVES - HALVES

/**
 * Any character of Unicode, control characters included. As fast-check's unit
 * `binary`, which makes a table of all million of them in each file of tests.
 */
const character = fc.integer({ min: 0, max: 0x10ffff - HOW_MANY_HALVES }).map(
  index =>
    String.fromCodePoint(index < HALVES ? index : index + HOW_MANY_HALVES),
  text => {
    const [first, ...more] = typeof text === 'string' ? text : ''
    const point = first?.codePointAt(0)
    const isHalf =
      point !== undefined && point >= HALVES && point < AFTER_HALVES
    if (point === undefined || isHalf || more.length > 0) {
      throw new Error('not one character')
    }
    return point < HALVES ? point : point - HOW_MANY_HALVES
  }
)

/** Any text that UTF-8 can write. */
export const anyText = (
  length: { minLength?: number; maxLength?: number } = {}
): fc.Arbitrary<string> => fc.string({ ...length, unit: character })
