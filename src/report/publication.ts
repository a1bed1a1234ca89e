import { codeSpan, fenced, isPlain, prose } from '../text/markdown.ts'
import type { Findings } from '../verdict/findings.ts'
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

/**
 * Whether it was committed, and what is left to do. It does not promise a
 * patch, which can be left out for its length; if there is one, it follows.
 */
export function renderAccept(
  { profile, judgement }: Findings,
  publication: Publication | undefined
): string {
  if (publication && DECIDED.includes(publication.kind)) {
    return sayPublication(publication)
  }
  const file = codeSpan(profile)
  const how = judgement.fails
    ? `**To accept this**, commit the new ${file}, which this run wrote into its workspace. Or undo the change that led to it.`
    : `This run wrote the new ${file} into its workspace. Commit it to keep it.`
  const title = '### How to accept it'
  if (!publication) return `${title}\n\n${how}`
  const said = sayPublication(publication)
  return publication.kind === 'left'
    ? `${title}\n\n${how}\n\n<sub>${said}</sub>`
    : `${title}\n\n${said}\n\n${how}`
}

/** With these there is nothing left to do. */
const DECIDED: readonly Publication['kind'][] = [
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
  return [
    '<details><summary>The change as a patch, and the command that applies it</summary>',
    '',
    // Elsewhere than at the top git passes over other directories' files.
    'In the top directory of a checkout of the branch:',
    '',
    fenced(`git apply <<'${END}'\n${patch}${END}`, 'sh'),
    '',
    '</details>'
  ].join('\n')
}
