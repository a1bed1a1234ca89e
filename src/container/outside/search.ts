/** A search for a text in output that comes in pieces. */
export interface Search {
  push(chunk: Uint8Array): void
  isFound(): boolean
}

/**
 * Searches for a text of one line. Keeps no more of the output than the text
 * is long, however long its lines are.
 */
export function createSearch(text: string): Search {
  const needle = Buffer.from(text)
  let isFound = false
  let rest = Buffer.alloc(0)
  return {
    push(chunk) {
      if (isFound) return
      const output = Buffer.concat([rest, chunk])
      isFound = output.includes(needle)
      // The start of a match that the next piece ends, copied: a view would
      // keep all of the piece.
      const start = Math.max(0, output.length - needle.length + 1)
      rest = Buffer.from(output.subarray(start))
    },
    isFound: () => isFound
  }
}
