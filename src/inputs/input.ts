/**
 * What there is to know of one input: for the reader that checks it, for
 * `action.yml`, for docs/inputs.md, and for the help of a command line. Texts
 * are Markdown.
 */
export interface Input {
  value: Value
  /** '' where there is none. */
  default: string
  /** What an input without a default does while it is not set. */
  unset?: string
  /** When it has to be set; most inputs never have to. */
  required?: string
  /** One sentence. */
  help: string
  /** Paragraphs for docs/inputs.md, whose links start in docs/. */
  details?: readonly string[]
  /** The lines of a step's `with:`, as YAML. */
  example?: string
}

/** What an input can be set to. */
export type Value =
  /** One of a few words, each with its meaning. */
  | { kind: 'choice'; meanings: Readonly<Record<string, string>> }
  /** A whole number. */
  | { kind: 'count'; from: number; to: number }
  /** A time above 0, which need not be a whole number. */
  | { kind: 'duration'; unit: 'seconds' | 'minutes'; atMost: number }
  | { kind: 'path' }
  /** Any other text, and what it is called. */
  | { kind: 'text'; what: string; maxLength?: number }

/** Inputs that belong together. */
export interface Group {
  /** The heading above them; no input may have the same. */
  title: string
  about: string
  inputs: Readonly<Record<string, Input>>
}

/** What is allowed, to follow "is not": `one of ...`, `a ...`. */
export function describeValue(value: Value): string {
  switch (value.kind) {
    case 'choice': {
      const words = Object.keys(value.meanings).map(word => `\`${word}\``)
      return `one of ${words.join(', ')}`
    }
    case 'count':
      return `a whole number from ${value.from} to ${value.to}`
    case 'duration':
      return `a number of ${value.unit} above 0 and up to ${value.atMost}`
    case 'path':
      return 'a path without control characters'
    case 'text':
      return value.maxLength === undefined
        ? value.what
        : `${value.what} of at most ${value.maxLength} characters`
  }
}
