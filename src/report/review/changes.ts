import { codeCell, codeSpan, prose, shortened } from '../../text/markdown.ts'
import {
  type Defaults,
  type Finding,
  isPortable,
  type Subject
} from '../../verdict/finding.ts'
import type { Review } from '../../verdict/review.ts'
import type { Risk } from '../../verdict/risks.ts'
import { sayMaker } from './maker.ts'
import { linked, topicOf } from './subject.ts'

/** What the tests have to do with the profile, for the line of numbers. */
export type Tried = 'passed' | 'failed' | 'not tried'

/** How much the profile allows, beside what it is compared with. */
export function renderNumbers({ counts, base }: Review, tried: Tried): string {
  const { before, after, known, podman, docker } = counts
  const change =
    before === undefined || before === after
      ? `${after}`
      : `${before} → ${after}`
  return [
    `**${change} of ${known} calls allowed** (podman's default: ${podman}, Docker's: ${docker})`,
    ...(tried === 'passed' ? ['tests passed'] : []),
    ...(base.kind === 'none' ? [] : [sayBase(base)])
  ].join(' · ')
}

function sayBase(base: Exclude<Review['base'], { kind: 'none' }>): string {
  const name = codeSpan(base.name)
  if (base.kind === 'unread') {
    return `**not compared with ${name}**: ${prose(base.why)}`
  }
  if (!base.hasFile) return `${name} has no profile`
  return base.movedFrom === undefined
    ? `compared with ${name}`
    : `compared with ${codeSpan(base.movedFrom)} in ${name}`
}

/** More notable calls are counted; of dangerous ones, none is left out. */
const MOST_NOTABLE = 20

/** A row of the table of dangers. */
interface Row {
  subject: Subject
  danger: Risk['danger']
  maker: Risk['maker']
  accepted: Risk['accepted']
  expired: Risk['expired']
  defaults: Defaults | undefined
  way: string | undefined
  since: string
}

/**
 * The dangerous and notable calls and settings that are new, and the dangerous
 * ones that the workflow does not name; '' if there are none.
 */
export function renderDangers(review: Review): string {
  const rows = rowsOf(review)
  if (rows.length === 0) return ''
  const dangerous = rows.filter(({ danger }) => danger.level === 'dangerous')
  const notable = rows.filter(({ danger }) => danger.level === 'notable')
  const rest = notable.length - MOST_NOTABLE
  const hasSince = rows.some(({ since }) => since !== '')
  return [
    `| | call | what it lets an intruder do | made by |${hasSince ? ' in the file since |' : ''}`,
    `|-|-|-|-|${hasSince ? '-|' : ''}`,
    ...[...dangerous, ...notable.slice(0, MOST_NOTABLE)].map(row =>
      renderRow(row, hasSince)
    ),
    ...(rest > 0 ? ['', `And ${rest} more notable ones.`] : [])
  ].join('\n')
}

function rowsOf({ findings, unnamed, base }: Review): Row[] {
  const opened = findings.filter(
    ({ effect, danger }) => effect === 'opens' && danger.level !== 'none'
  )
  const isIn = ({ subject }: Risk) =>
    opened.some(
      other =>
        other.subject.kind === subject.kind &&
        other.subject.name === subject.name
    )
  const expiredOf = (subject: Subject) =>
    unnamed.find(risk => risk.subject.name === subject.name)?.expired
  return [
    ...opened.map(finding => ({
      ...finding,
      expired: expiredOf(finding.subject),
      since: sayWhen(finding)
    })),
    ...unnamed
      .filter(risk => !isIn(risk))
      .map(risk => ({
        ...risk,
        defaults: undefined,
        way: undefined,
        since: base.kind === 'read' && base.hasFile ? 'before this change' : ''
      }))
  ]
}

/** Since when a branch's file has something; '' for what it has not. */
function sayWhen({ comparison, since }: Finding): string {
  if (comparison === 'needed') return ''
  return since === undefined
    ? 'this change'
    : `${codeSpan(since.commit.slice(0, 7))} by ${codeCell(shortened(since.author, MOST_OF_NAME))}`
}

/** Anyone chooses an author's name, and no dangerous row may be cut for it. */
const MOST_OF_NAME = 60

function renderRow(row: Row, hasSince: boolean): string {
  const { subject, danger, maker, way, since } = row
  const name = subject.kind === 'file' ? 'the file is deleted' : subject.name
  const what = [
    linked(subject, codeCell(name)),
    ...(way === undefined || subject.kind === 'setting'
      ? []
      : [prose(way, codeCell)]),
    ...sayDefaults(row.defaults),
    ...sayWord(row)
  ].join(' · ')
  const made = subject.kind === 'call' ? sayMaker(maker, codeCell) : ''
  return `| ${markOf(row)} | ${what} | ${danger.brief ?? ''} | ${made} |${hasSince ? ` ${since} |` : ''}`
}

function markOf({ danger, accepted }: Row): string {
  if (danger.level !== 'dangerous') return '🟡'
  return accepted ? '🟠' : '🔴'
}

function sayDefaults(defaults: Defaults | undefined): string[] {
  if (!defaults) return []
  const { podman, docker } = defaults
  if (podman === 'refused' && docker === 'refused') {
    return ["⚠️ podman's and Docker's defaults refuse it"]
  }
  if (docker === 'refused') return ["⚠️ Docker's default refuses it"]
  return podman === 'refused' ? ["⚠️ podman's default refuses it"] : []
}

/** The word of the workflow, its reason and its last day. */
function sayWord({ accepted, expired, danger }: Row): string[] {
  if (accepted && danger.level === 'dangerous') {
    const { input, word, reason, until } = accepted
    const day = until === undefined ? '' : ` until ${until}`
    const why = reason === undefined ? '' : `: ${codeCell(reason)}`
    return [`accepted by ${codeCell(`${input}: ${word}`)}${day}${why}`]
  }
  return expired?.until === undefined
    ? []
    : [`was accepted until ${expired.until}`]
}

/** Up to so many ordinary calls are told of in a sentence. */
const MOST_SAID = 3

/** The new calls that are neither dangerous nor notable. */
export function renderOrdinary({ findings }: Review): string {
  const ordinary = findings.filter(
    ({ effect, danger, subject }) =>
      effect === 'opens' && danger.level === 'none' && subject.kind === 'call'
  )
  if (ordinary.length === 0) return ''
  const made = ordinary.filter(finding => !isPortable(finding))
  const portable = ordinary.filter(isPortable)
  return [
    ...(made.length <= MOST_SAID
      ? made.map(sayCall)
      : [renderFold(sayMade(made), made)]),
    ...(portable.length <= MOST_SAID
      ? portable.map(sayCall)
      : [
          renderFold(
            `${portable.length} calls that nobody made here, for other kernels and libcs`,
            portable
          )
        ])
  ].join('\n\n')
}

/** One call, in a sentence. */
function sayCall(finding: Finding): string {
  const { subject, groups, maker, way, comparison } = finding
  const name = codeSpan(subject.name)
  const how = way === undefined ? '' : `: ${prose(way)}`
  if (maker.by === 'portability') {
    const { standsInFor } = maker.call
    return standsInFor.length > 0
      ? `${name} comes with ${standsInFor.map(codeSpan).join(', ')}: other kernels and libcs use it instead${how}.`
      : `${name}: ${sayMaker(maker)}${how}.`
  }
  const by = maker.by === 'tests' || maker.by === 'replay' ? 'made by ' : ''
  const since = comparison === 'proposed' ? sayWhen(finding) : ''
  const when = since === '' ? '' : `, in the file since ${since}`
  return `${name} (${topicOf(groups)}), ${by}${sayMaker(maker)}${when}${how}.`
}

/** How many there are of each topic, the most frequent first. */
function sayMade(made: readonly Finding[]): string {
  const counts = new Map<string, number>()
  for (const { groups } of made) {
    const topic = topicOf(groups)
    counts.set(topic, (counts.get(topic) ?? 0) + 1)
  }
  const topics = [...counts].sort((a, b) => b[1] - a[1])
  const said = topics.map(([topic, many]) => `${topic} ${many}`).join(', ')
  return `${made.length} ordinary calls: ${said}`
}

/** A table with more rows is too long to read. */
const MOST_ROWS = 40

function renderFold(summary: string, findings: readonly Finding[]): string {
  if (findings.length > MOST_ROWS) {
    return [
      `<details><summary>${summary}</summary>`,
      '',
      ...namesByTopic(findings),
      '',
      '</details>'
    ].join('\n')
  }
  const rows = findings.map(
    ({ subject, maker, groups, way }) =>
      `| ${linked(subject, codeCell(subject.name))}${way === undefined ? '' : `: ${prose(way, codeCell)}`} | ${topicOf(groups)} | ${sayMaker(maker, codeCell)} |`
  )
  return [
    `<details><summary>${summary}</summary>`,
    '',
    '| call | for | made by |',
    '|-|-|-|',
    ...rows,
    '',
    '</details>'
  ].join('\n')
}

function namesByTopic(findings: readonly Finding[]): string[] {
  const names = new Map<string, string[]>()
  for (const { subject, groups } of findings) {
    const topic = topicOf(groups)
    names.set(topic, [...(names.get(topic) ?? []), codeSpan(subject.name)])
  }
  return [...names].map(([topic, of]) => `- ${topic}: ${of.join(', ')}`)
}

/** What is different, and does not let a container do more. */
export function renderOthers({ findings }: Review): string {
  const others = findings.filter(({ effect }) => effect !== 'opens')
  const closed = others.filter(
    ({ effect, subject }) => effect === 'narrows' && subject.kind === 'call'
  )
  const rest = others.filter(finding => !closed.includes(finding))
  return [
    ...(closed.length > 0
      ? [
          `No longer allowed: ${closed.map(({ subject }) => codeSpan(subject.name)).join(', ')}.`
        ]
      : []),
    ...(rest.length > 0 ? [rest.map(sayOther).join('\n')] : [])
  ].join('\n\n')
}

function sayOther({ subject, way }: Finding): string {
  return subject.kind === 'call'
    ? `- ${codeSpan(subject.name)}${way === undefined ? '' : `: ${prose(way)}`}`
    : `- ${codeSpan(way ?? subject.name)}`
}

/** Words of the workflow that nothing needs. */
export function renderUnneeded({ unneeded }: Review): string {
  if (unneeded.length === 0) return ''
  const words = unneeded.map(({ word }) => codeSpan(word)).join(', ')
  return `Nothing in the profile needs ${words} in \`accept-dangerous\`: remove ${unneeded.length === 1 ? 'it' : 'them'}.`
}

/** Each dangerous and notable thing in the profile, with its whole sentence. */
export function renderRisks({ risks }: Review): string {
  if (risks.length === 0) return ''
  return [
    `<details><summary>What is dangerous or notable in the profile: ${risks.length}</summary>`,
    '',
    ...risks.map(
      ({ subject, danger, maker }) =>
        `- ${linked(subject, codeSpan(subject.name))} (${danger.level}): ${danger.why ?? ''}${subject.kind === 'call' ? ` Made by: ${sayMaker(maker)}.` : ''}`
    ),
    '',
    '</details>'
  ].join('\n')
}
