/** A search for a text in output that arrives in pieces. */
export interface Search {
  push(chunk: Uint8Array): void
  isFound(): boolean
}

/**
 * Searches for a text of one line. Keeps no more of the output than the length
 * of the text, however long the lines are.
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
      // This may be the start of a match that the next piece completes. It is
      // copied, because a view would keep the whole piece.
      const start = Math.max(0, output.length - needle.length + 1)
      rest = Buffer.from(output.subarray(start))
    },
    isFound: () => isFound
  }
}
