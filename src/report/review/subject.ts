import { syscallNames } from '../../syscalls/numbers.ts'
import { codeSpan } from '../../text/markdown.ts'
import type { Subject } from '../../verdict/finding.ts'

/** What a setting does that opens a profile, to follow the file's name. */
export function saySetting(name: string): string {
  const said = `(${codeSpan(name)})`
  if (name.startsWith('architecture: ')) {
    return `allows the calls of another architecture ${said}`
  }
  return `${DOES[name] ?? 'has another setting'} ${said}`
}

const DOES: Record<string, string> = {
  'default-action': 'lets through every call that it does not list',
  'errno-0': 'answers refused calls with success',
  listener: 'lets another program decide about calls'
}

/** A call's manual page, man7.org; a setting has none. */
export function manualPage({ kind, name }: Subject): string | undefined {
  return kind === 'call' && syscallNames().has(name)
    ? `https://man7.org/linux/man-pages/man2/${name}.2.html`
    : undefined
}

/** A text that leads to the manual page, if there is one. */
export function linked(subject: Subject, text: string): string {
  const page = manualPage(subject)
  return page === undefined ? text : `[${text}](${page})`
}

/** A few names, and how many more there are. */
export function few(names: readonly string[], max = 3): string {
  const shown = names.slice(0, max).map(codeSpan).join(', ')
  const rest = names.length - max
  return rest > 0 ? `${shown} and ${rest} more` : shown
}

/** What a group of calls is for, in a word; the first that fits. */
export function topicOf(groups: readonly string[]): string {
  return TOPICS.find(([group]) => groups.includes(group))?.[1] ?? 'other'
}

/** systemd's groups (systemd.exec(5), "SystemCallFilter="), special ones first. */
const TOPICS: readonly (readonly [group: string, topic: string])[] = [
  ['@mount', 'mounts'],
  ['@module', 'kernel modules'],
  ['@debug', 'debugging'],
  ['@reboot', 'reboot'],
  ['@swap', 'swap'],
  ['@raw-io', 'hardware'],
  ['@keyring', 'keys'],
  ['@clock', 'clock'],
  ['@setuid', 'users'],
  ['@chown', 'owners'],
  ['@aio', 'asynchronous input'],
  ['@network-io', 'network'],
  ['@io-event', 'events'],
  ['@ipc', 'messages'],
  ['@timer', 'timers'],
  ['@signal', 'signals'],
  ['@sync', 'sync'],
  ['@file-system', 'files'],
  ['@memlock', 'memory'],
  ['@pkey', 'memory'],
  ['@process', 'processes'],
  ['@resources', 'resources'],
  ['@sandbox', 'sandbox'],
  ['@basic-io', 'input and output'],
  ['@privileged', 'privileged'],
  ['@cpu-emulation', 'processor'],
  ['@obsolete', 'obsolete']
]
