/** One line of strace's output. */
export type StraceLine = { pid: number; comm: string } & (
  | { kind: 'entry'; number: number; name: string; rest: string }
  | { kind: 'return'; name: string; rest: string }
  | { kind: 'mode'; mode: string }
  | { kind: 'exec'; by: number }
  | { kind: 'end' }
  | { kind: 'nothing' }
)

/**
 * Reads a line of `strace -f -n -o FILE --decode-pids=comm,pidns`, 5.15 and
 * later (strace(1)). The line is ASCII: strace escapes everything else, and
 * also the angle brackets in a program's name.
 *
 * @returns undefined if it is not a whole line of strace's output
 */
export function parseStraceLine(line: string): StraceLine | undefined {
  const head = HEAD.exec(line)
  if (!head) return undefined
  const [all, pid = '', comm = '', number = ''] = head
  const task = { pid: Number(pid), comm: unescape(comm) }
  const text = line.slice(all.length)
  if (text.startsWith('+++ ')) {
    const end = END.exec(text)
    if (!end) return undefined
    return end[1] === undefined
      ? { ...task, kind: 'end' }
      : { ...task, kind: 'exec', by: Number(end[1]) }
  }
  const mode = MODE.exec(text)?.[1]
  if (mode !== undefined) return { ...task, kind: 'mode', mode }
  const [, resumed] = RESUMED.exec(text) ?? []
  if (resumed !== undefined) {
    return { ...task, kind: 'return', name: resumed, rest: text }
  }
  const [, name] = CALL.exec(text) ?? []
  if (name !== undefined && /^\d+$/.test(number)) {
    const rest = text.slice(name.length)
    return { ...task, kind: 'entry', number: Number(number), name, rest }
  }
  return NOTHING.test(text) ? { ...task, kind: 'nothing' } : undefined
}

/** `12<comm> [  59] ` */
const HEAD = /^(\d+)(?:<([^>]*)>)? +\[ *(\d+|\?+|-\d+)\] /
/** A thread that executes a program takes the place of its whole process. */
const END =
  /^\+\+\+ (?:exited with \d+|killed by .*|superseded by execve in pid (\d+).*) \+\+\+$/
const MODE = /^\[ Process PID=\d+ runs in (.*) mode\. \]$/
const RESUMED = /^<\.\.\. (\w+) resumed>/
const CALL = /^(\w+)\(/
/**
 * A call whose task died before strace could ask which call it is, or whose
 * number is -1: neither is made. And a stop, which is not a call.
 */
const NOTHING = /^(?:\?+\(|<\.\.\. \?+ resumed>|\w+\(|--- )/

/** Undoes strace's escapes in a program's name. */
function unescape(text: string): string {
  if (!text.includes('\\')) return text
  const bytes = text.replace(
    /\\(?:([0-7]{1,3})|(.))/g,
    (_, octal: string | undefined, letter: string) =>
      octal === undefined
        ? (LETTERS.get(letter) ?? letter)
        : String.fromCharCode(parseInt(octal, 8))
  )
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

const LETTERS = new Map([
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v']
])

/** The task that a call such as clone(2) returned. */
export interface Child {
  /** As the caller sees it. */
  pid: number
  /** As strace sees it, where the caller has a PID namespace of its own. */
  translated: number | undefined
}

/**
 * The value that a call returned, if it is not negative; undefined for an
 * error, and for a call that did not return.
 */
export function parseReturn(rest: string): Child | undefined {
  const [, pid, translated] = RETURNED.exec(rest) ?? []
  if (pid === undefined) return undefined
  return {
    pid: Number(pid),
    translated: translated === undefined ? undefined : Number(translated)
  }
}

const RETURNED =
  / = (\d+)(?:<[^>]*>)?(?: \/\* (\d+)(?:<[^>]*>)? in strace's PID NS \*\/)?$/
