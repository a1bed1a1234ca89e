import { type Accepted, hasExpired } from '../candidate/acceptance.ts'
import type { Policy } from '../candidate/policy.ts'
import { openSettings } from '../profile/compare/settings.ts'
import { mayPass } from '../profile/filter/returns.ts'
import type { Profile } from '../profile/types.ts'
import type { Danger } from '../syscalls/danger.ts'
import { type Acceptance, dangerOfSubject, type Subject } from './finding.ts'
import type { Maker } from './maker.ts'
import { dangerOfRules } from './proposed.ts'

/** Something dangerous or notable that a profile lets a container do. */
export interface Risk {
  subject: Subject
  danger: Danger
  maker: Maker
  /** The word of the workflow that accepts it, if there is one. */
  accepted: Acceptance | undefined
  /** A word that did until the day it names. */
  expired: Accepted | undefined
}

/** What the workflow says about dangers. */
export interface Words {
  acceptance: readonly Accepted[]
  policy: Policy
  /** The day, YYYY-MM-DD, in UTC. */
  today: string
}

/** What accepts a subject, and what did once. */
export function acceptedBy(
  subject: Subject,
  { acceptance, policy, today }: Words
): Pick<Risk, 'accepted' | 'expired'> {
  const about = acceptance.filter(accepted => covers(accepted, subject))
  const good = about.find(accepted => !hasExpired(accepted, today))
  if (good) {
    const { word, reason, until } = good
    const accepted = { input: 'accept-dangerous', word, reason, until } as const
    return { accepted, expired: undefined }
  }
  const line =
    subject.kind === 'call' ? policy.allow.get(subject.name) : undefined
  if (line === undefined) return { accepted: undefined, expired: about[0] }
  const accepted = {
    input: 'allow',
    word: line,
    reason: policy.reasons.get(line),
    until: undefined
  } as const
  return { accepted, expired: undefined }
}

const covers = ({ word, calls }: Accepted, { kind, name }: Subject) =>
  kind === 'call' ? calls.has(name) : word === name

/** The words that no subject needs. */
export function unneededWords(
  subjects: readonly Subject[],
  { acceptance }: Words
): Accepted[] {
  return acceptance.filter(
    accepted => !subjects.some(subject => covers(accepted, subject))
  )
}

/**
 * The dangerous and the notable calls that profiles let through in any kind of
 * container, whatever the arguments, and the settings that open them. A rule
 * counts though another one may overrule it: whoever reads it cannot tell.
 */
export function risksOf(
  profiles: readonly Profile[],
  words: Words,
  makerOf: (name: string) => Maker
): Risk[] {
  const settings = profiles.flatMap(openSettings)
  const rules = profiles
    .flatMap(({ syscalls }) => syscalls)
    .filter(rule => mayPass(rule))
  const names = rules.flatMap(rule => rule.names)
  const risk = (subject: Subject, danger: Danger, maker: Maker): Risk => ({
    subject,
    danger,
    maker,
    ...acceptedBy(subject, words)
  })
  return [
    ...[...new Set(settings)].map(name => {
      const subject = { kind: 'setting', name } as const
      return risk(subject, dangerOfSubject(subject, 'opens'), NOBODY)
    }),
    ...[...new Set(names)].sort().map(name => {
      const subject = { kind: 'call', name } as const
      return risk(subject, dangerOfRules(name, rules), makerOf(name))
    })
  ].filter(({ danger }) => danger.level !== 'none')
}

const NOBODY: Maker = { by: 'nobody' }
