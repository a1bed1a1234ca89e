import { codeSpan, fenced, isPlain, prose } from '../text/markdown.ts'
import type { Publication } from '../verdict/publication.ts'

/** What became of the profile, as a sentence of Markdown. */
export function sayPublication(publication: Publication): string {
  switch (publication.kind) {
    case 'committed':
      return `**Committed** to ${branch(publication.ref)} as ${codeSpan(publication.sha.slice(0, 12))}.`
    case 'there':
      return `${branch(publication.ref)} has this very profile already.`
    case 'superseded':
      return `**Not committed: superseded by a newer push** to ${branch(publication.ref)}. This profile belongs to the commit that was tested. A run of the newer one decides, if there is one: what the job's own token commits starts none.`
    case 'gone':
      return `**Not committed**: there is no ${branch(publication.ref)} any more.`
    case 'refused':
      return `**Not committed** to ${branch(publication.ref)}: ${prose(publication.why)}.`
    case 'left':
      return `Not committed: ${prose(publication.why)}.`
  }
}

const branch = (ref: string) => codeSpan(ref.replace(/^refs\/heads\//, ''))

/** A line in the patch that no line of a patch can be. */
const END = 'END_OF_PATCH'

/**
 * The change as a command to paste in a checkout, in a fold.
 *
 * @param patch for `git apply`, not empty
 */
export function renderPatch(patch: string): string {
  if (!isPlain(patch)) {
    return '<sub>The change cannot be shown as a patch: it has characters that a page does not carry. The new profile is in the workspace of this run alone.</sub>'
  }
  return [
    '<details><summary>The change as a patch, and the command that applies it</summary>',
    '',
    // Elsewhere than at the top git passes over other directories' files.
    'At the top of a checkout of the branch:',
    '',
    fenced(`git apply <<'${END}'\n${patch}${END}`, 'sh'),
    '',
    '</details>'
  ].join('\n')
}
