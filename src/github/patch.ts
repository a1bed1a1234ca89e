import { formatPatch, structuredPatch, type StructuredPatchHunk } from 'diff'

/**
 * If more lines differ, the whole text is replaced: the search for the shortest
 * diff takes time with the square of its length.
 */
const MAX_EDITS = 2000

/**
 * A patch for `git apply`, in the format of git-diff(1), "Generating patch text
 * with -p"; '' if nothing changes. The mode of an existing file stays.
 *
 * @param file within the repository, with `/`
 * @param before undefined where the file is new
 */
export function patchOf(
  file: string,
  before: string | undefined,
  after: string
): string {
  if (before === after) return ''
  const [oldFileName, newFileName] = [`a/${file}`, `b/${file}`]
  const old = before ?? ''
  const patch = structuredPatch(
    oldFileName,
    newFileName,
    old,
    after,
    undefined,
    undefined,
    { context: 3, maxEditLength: MAX_EDITS }
  )
  return formatPatch({
    oldFileName,
    newFileName,
    oldHeader: undefined,
    newHeader: undefined,
    hunks: patch?.hunks ?? [replace(old, after)],
    isGit: true,
    ...(before === undefined && {
      isCreate: true,
      oldFileName: '/dev/null',
      newMode: '100644'
    })
  })
}

function replace(before: string, after: string): StructuredPatchHunk {
  const [removed, added] = [linesOf(before), linesOf(after)]
  return {
    oldStart: 1,
    oldLines: removed.length,
    newStart: 1,
    newLines: added.length,
    lines: [...marked('-', removed), ...marked('+', added)]
  }
}

/** The lines with their line ends; the last one may have none. */
const linesOf = (text: string) => text.match(/[^\n]*\n|[^\n]+$/g) ?? []

const marked = (sign: '-' | '+', lines: readonly string[]) =>
  lines.flatMap(line =>
    line.endsWith('\n')
      ? [sign + line.slice(0, -1)]
      : [sign + line, '\\ No newline at end of file']
  )
