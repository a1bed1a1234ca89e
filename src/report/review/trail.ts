import { codeSpan } from '../../text/markdown.ts'
import type { Trail } from '../../verdict/outcome.ts'

/** Where a run can be looked up, and what it ran on, as a line. */
export function renderTrail(
  { runUrl, sha, mergedInto }: Trail,
  { image, machine }: { image: string; machine: string }
): string {
  const merged =
    mergedInto === undefined ? '' : ` merged into ${codeSpan(mergedInto)}`
  const parts = [
    ...(runUrl !== undefined && isPlainUrl(runUrl)
      ? [`[run and full report](${runUrl})`]
      : []),
    `tested ${codeSpan(sha.slice(0, 7))}${merged}`,
    `image ${codeSpan(shortImage(image))}`,
    // Versions are of the engine, and yet not our own words.
    codeSpan(machine)
  ]
  return `<sub>${parts.join(' · ')}</sub>`
}

/** Whether nothing in it could end a link. */
const isPlainUrl = (url: string) => /^https?:\/\/[\w.:/-]+$/.test(url)

/** An id by its start; a name as it is. */
const shortImage = (image: string) =>
  image.replace(/^(sha256:)?([0-9a-f]{8})[0-9a-f]{56}$/, 'sha256:$2')
