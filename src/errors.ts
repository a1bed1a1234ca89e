/**
 * A mistake or a lack that the user can mend. Its message says what happened
 * and where; its hint says what to do now. Anything else that is thrown is a
 * bug and keeps its stack.
 */
export class UserError extends Error {
  override readonly name = 'UserError'
  readonly code: ErrorCode
  readonly hint: string | undefined

  constructor(
    message: string,
    options: { code: ErrorCode; hint?: string | undefined; cause?: unknown }
  ) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined)
    this.code = options.code
    this.hint = options.hint
  }
}

/**
 * What an error is about. Stable: callers, tests and docs/troubleshooting.md,
 * which has a section for each, go by it; messages can change.
 */
export type ErrorCode = keyof typeof TROUBLESHOOTING

/** The section of docs/troubleshooting.md for each code. */
export const TROUBLESHOOTING = {
  runner: 'the-runner',
  input: 'inputs',
  suite: 'image-and-tests',
  recording: 'recording',
  replay: 'replay-and-verify',
  profile: 'the-profile',
  github: 'github'
} as const

/** The run was told to stop (SIGINT or SIGTERM). */
export class Cancelled extends Error {
  override readonly name = 'Cancelled'

  readonly signal: 'SIGINT' | 'SIGTERM'
  readonly left: string

  /** @param left how things stand then, after `cancelled by ...; ` */
  constructor(signal: Cancelled['signal'], left = 'nothing was written') {
    super(`cancelled by ${signal}`)
    this.signal = signal
    this.left = left
  }
}

/** The errno code (`ENOENT`, ...) of an error thrown by Node, if it has one. */
export function errnoCode(error: unknown): string | undefined {
  if (error instanceof Error && 'code' in error) {
    return typeof error.code === 'string' ? error.code : undefined
  }
  return undefined
}

/** What an unknown thrown value has to say, in one string. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** The reason of an aborted signal as an error to throw. */
export function abortError(signal: AbortSignal): Error {
  const reason: unknown = signal.reason
  return reason instanceof Error ? reason : new Cancelled('SIGTERM')
}
