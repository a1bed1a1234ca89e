import type { Log, ReportingDescriptor, Result } from 'sarif'

import { findPlaces } from '../../profile/positions.ts'
import type { Finding, Subject } from '../../verdict/finding.ts'
import type { Review } from '../../verdict/review.ts'
import type { Risk } from '../../verdict/risks.ts'
import { sayMaker } from './maker.ts'
import { manualPage } from './subject.ts'

/** What a result is about. */
type Reported = Pick<
  Risk | Finding,
  'subject' | 'danger' | 'maker' | 'accepted'
>

/**
 * What is dangerous or notable in a profile, or new in it, as SARIF 2.1.0
 * (docs.oasis-open.org/sarif), for GitHub's code scanning: a result each, with
 * a fingerprint that stays the same while it is there.
 *
 * @param file the profile's path in the repository, with `/`
 * @param text the profile of the checkout, if there is one
 * @param version of this program
 */
export function renderSarif(
  review: Review,
  {
    file,
    text,
    version
  }: { file: string; text: string | undefined; version: string }
): string {
  const reported = reportedOf(review)
  const { first } = findPlaces(text)
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'seccomp-lock',
            version,
            informationUri: 'https://github.com/seccomp-lock/seccomp-lock',
            rules: reported.map(ruleOf)
          }
        },
        results: reported.map((item, ruleIndex) => ({
          ruleId: idOf(item.subject),
          ruleIndex,
          ...verdictOf(item),
          message: { text: sayResult(item) },
          partialFingerprints: {
            'seccompLock/v1': `${file}:${idOf(item.subject)}`
          },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: encodeURI(file) },
                region: { startLine: first(item.subject.name)?.line ?? 1 }
              }
            }
          ]
        }))
      }
    ]
  }
  return `${JSON.stringify(log, undefined, 2)}\n`
}

/** Each subject once: the findings know more of it than the risks. */
function reportedOf({ findings, risks }: Review): Reported[] {
  const opened = findings.filter(
    ({ effect, danger }) => effect === 'opens' && danger.level !== 'none'
  )
  const all: Reported[] = [...opened, ...risks]
  const ids = all.map(({ subject }) => idOf(subject))
  return all.filter((_, index) => ids.indexOf(ids[index] ?? '') === index)
}

/** Without a slash, which stands for a hierarchy (SARIF 2.1.0, 3.5.4). */
const idOf = ({ kind, name }: Subject) => `${kind}-${name.replace(/\W+/g, '-')}`

function ruleOf({ subject, danger }: Reported): ReportingDescriptor {
  const isDangerous = danger.level === 'dangerous'
  const help = manualPage(subject)
  return {
    id: idOf(subject),
    shortDescription: { text: `${subject.name}: ${danger.brief ?? ''}` },
    fullDescription: { text: danger.why ?? '' },
    ...(help !== undefined && { helpUri: help }),
    defaultConfiguration: { level: isDangerous ? 'error' : 'warning' },
    properties: {
      tags: ['security', 'seccomp', danger.level],
      // GitHub's bands: over 7.0 is high, over 4.0 medium.
      'security-severity': isDangerous ? '8.0' : '4.0'
    }
  }
}

/** What the workflow accepts is a note, and suppressed with its reason. */
function verdictOf({
  danger,
  accepted
}: Reported): Pick<Result, 'level' | 'suppressions'> {
  if (danger.level !== 'dangerous') return { level: 'warning' }
  if (!accepted) return { level: 'error' }
  const { input, word, reason } = accepted
  const by = `${input}: ${word}`
  return {
    level: 'note',
    suppressions: [
      {
        kind: 'external',
        status: 'accepted',
        justification: reason === undefined ? by : `${by} (${reason})`
      }
    ]
  }
}

function sayResult({ subject, danger, maker }: Reported): string {
  const lets = `${subject.name} lets an intruder ${danger.brief ?? ''}.`
  const made =
    subject.kind === 'call' && maker.by !== 'unknown'
      ? ` Made by: ${sayMaker(maker)}.`
      : ''
  return `${lets} ${danger.why ?? ''}${made}`
}
