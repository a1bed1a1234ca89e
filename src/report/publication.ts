import { codeSpan, fenced, isPlain, prose } from '../text/markdown.ts'
import type { Publication } from '../verdict/publication.ts'

/** Whether the profile was committed, as a sentence of Markdown. */
export function sayPublication(publication: Publication): string {
  switch (publication.kind) {
    case 'committed':
      return `**Committed** to ${branch(publication.ref)} as ${codeSpan(publication.sha.slice(0, 12))}.`
    case 'there':
      return `${branch(publication.ref)} already has this profile.`
    case 'superseded':
      return `**Not committed: superseded by a newer push** to ${branch(publication.ref)}. This profile belongs to the commit that was tested. The run for the newer commit decides, if there is one: a commit made with the job's own token does not start a run.`
    case 'gone':
      return `**Not committed**: ${branch(publication.ref)} no longer exists.`
    case 'refused':
      return `**Not committed** to ${branch(publication.ref)}: ${prose(publication.why)}.`
    case 'left':
      return `Not committed: ${prose(publication.why)}.`
  }
}

const branch = (ref: string) => codeSpan(ref.replace(/^refs\/heads\//, ''))

/** With these there is nothing left to do. */
export const DECIDED: readonly Publication['kind'][] = [
  'committed',
  'there',
  'superseded',
  'gone'
]

/** A line that cannot occur in a patch. */
const END = 'END_OF_PATCH'

/**
 * The change as a command to paste in a checkout, in a fold.
 *
 * @param patch for `git apply`, not empty
 */
export function renderPatch(patch: string): string {
  if (!isPlain(patch)) {
    return '<sub>The change cannot be shown as a patch: it contains characters that a web page cannot carry. The new profile is only in the workspace of this run.</sub>'
  }
  const changed = patch.match(/^[+-](?![+-]{2} )/gm)?.length ?? 0
  return [
    `<details><summary>Patch (${changed} ${changed === 1 ? 'line' : 'lines'})</summary>`,
    '',
    // Elsewhere than at the top git passes over other directories' files.
    'In the top directory of a checkout of the branch:',
    '',
    fenced(`git apply <<'${END}'\n${patch}${END}`, 'sh'),
    '',
    '</details>'
  ].join('\n')
}
