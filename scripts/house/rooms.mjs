/**
 * The rooms of `src`, from the entrance down. A room may use those below its
 * own floor, and no other. docs/architecture.md says what each is for.
 */
export const FLOORS = [
  ['start'],
  ['index'],
  ['outputs'],
  ['publish', 'verify', 'doctor'],
  ['report', 'github', 'run'],
  ['verdict'],
  ['replay'],
  ['record'],
  ['suite'],
  ['workspace'],
  ['history'],
  ['inputs'],
  ['candidate'],
  ['floor'],
  ['recorders'],
  ['checks'],
  ['container'],
  ['profile'],
  ['text', 'host'],
  ['syscalls'],
  ['errors', 'log']
]

/** What decides, on plain data: it reaches no file, process, clock or network. */
export const CORE = [
  'candidate',
  'profile',
  'report',
  'syscalls',
  'text',
  'verdict'
]

/** A regular expression for the files of rooms. */
export const filesOf = rooms =>
  `^src/(${rooms.map(room => `${room}/|${room}[.]ts$`).join('|')})`
