import { codeSpan } from '../../text/markdown.ts'
import type { Finding } from '../../verdict/finding.ts'
import type { Publication } from '../../verdict/publication.ts'
import type { Review } from '../../verdict/review.ts'
import { DECIDED, sayPublication } from '../publication.ts'
import { few } from './subject.ts'

/** What there is to accept, and how that can be done here. */
export interface Decision {
  review: Review
  /** The profile's path, for people. */
  profile: string
  /** Whether there was no profile. */
  isFirst: boolean
  /** Whether this run has a new profile that is good. */
  hasNew: boolean
  publication: Publication | undefined
  /** The label that accepts it on this pull request; undefined for none. */
  label: string | undefined
  /** Whether there is a patch below. */
  hasPatch: boolean
}

/** How to accept the change, and how to refuse it; '' if there is neither. */
export function renderDecision(decision: Decision): string {
  const { review, publication, hasNew } = decision
  const { unnamed } = review
  // There is no older file to keep.
  const isFirst = unnamed.length === 0 && decision.isFirst
  const isDecided = publication && DECIDED.includes(publication.kind)
  if (isDecided && unnamed.length === 0) return sayPublication(publication)
  const refused =
    publication?.kind === 'refused' ? [sayPublication(publication)] : []
  if (hasNew || unnamed.length > 0) {
    return [
      ...refused,
      `**Accept:** ${sayAccept(decision)}.${isFirst ? '' : ` **Refuse:** ${sayRefuse(decision)}.`}`
    ].join('\n\n')
  }
  return review.findings.some(({ effect }) => effect === 'opens')
    ? "The check passes, because the branch's file has this already. Whether it should is the review's question."
    : ''
}

function sayAccept({
  review: { unnamed },
  hasNew,
  label,
  hasPatch
}: Decision): string {
  const words = unnamed.map(({ subject }) => subject.name)
  const naming =
    words.length === 0
      ? []
      : [`name ${few(words, 8)} in the workflow's \`accept-dangerous\``]
  const taking = hasPatch
    ? 'apply the patch below'
    : 'commit the new file, which this run wrote into its workspace'
  const committing =
    label === undefined
      ? taking
      : `set the label ${codeSpan(label)}, or ${taking}`
  return [...naming, ...(hasNew ? [committing] : [])].join(', then ')
}

function sayRefuse({ review, hasNew, profile }: Decision): string {
  const { unnamed, findings } = review
  const file = codeSpan(profile)
  if (unnamed.some(({ subject }) => subject.kind === 'file')) {
    return `restore ${file}`
  }
  const isNeeded = ({ comparison, effect }: Finding) =>
    comparison === 'needed' && effect === 'opens'
  const needed = findings.filter(isNeeded)
  if (!hasNew || needed.length === 0) {
    return unnamed.length === 0
      ? 'undo the change that led to it'
      : `take ${unnamed.length === 1 ? 'it' : 'them'} out of ${file}`
  }
  const dangerous = unnamed
    .filter(({ subject }) => subject.kind === 'call')
    .map(({ subject }) => subject.name)
  const [first] = dangerous
  const never =
    first === undefined
      ? ''
      : `; ${codeSpan(`deny: ${first}`)} keeps it out for good`
  return `remove what calls ${needed.length === 1 ? 'it' : 'them'}${never}`
}
