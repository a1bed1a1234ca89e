/**
 * A table as text: the first column flush left, all others flush right.
 *
 * @param rows the head first; the cells of a row may be fewer
 */
export function table(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(...rows.map(row => row.length))
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map(row => row[column]?.length ?? 0))
  )
  return rows
    .map(row =>
      widths
        .map((width, column) => {
          const cell = row[column] ?? ''
          return column === 0 ? cell.padEnd(width) : cell.padStart(width + 3)
        })
        .join('')
        .trimEnd()
    )
    .join('\n')
}

/** The middle of some numbers; of an even count, the mean of the middle two. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const half = sorted.length / 2
  const low = sorted[Math.ceil(half) - 1] ?? NaN
  const high = sorted[Math.floor(half)] ?? NaN
  return (low + high) / 2
}

/** A number with as many digits as it deserves. */
export function short(value: number): string {
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)
}
