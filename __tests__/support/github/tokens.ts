/** What a workflow can give its token, with the names it uses. */
export type Permissions = Partial<
  Record<'contents' | 'pull-requests' | 'issues', 'read' | 'write'>
>

/** Whose a token is, and what it may do. */
export interface Token {
  text: string
  login: string
  permissions: Permissions
}

const ALL: Permissions = {
  contents: 'write',
  'pull-requests': 'write',
  issues: 'write'
}

/** The tokens that were issued. */
export class Tokens {
  readonly #issued = new Map<string, Token>()

  /**
   * Permissions that are not named are none, as in a workflow; without any
   * names all are given.
   */
  issue({
    login = 'github-actions[bot]',
    permissions = ALL
  }: { login?: string; permissions?: Permissions } = {}): string {
    const number = `${this.#issued.size + 1}`.padStart(36, '0')
    const text = `ghs_${number}`
    this.#issued.set(text, { text, login, permissions })
    return text
  }

  /** The token in an Authorization header, with the schemes of the API. */
  ofApi(authorization: string | undefined): Token | undefined {
    const [, text] =
      /^(?:token|bearer) +(\S+)$/i.exec(authorization ?? '') ?? []
    if (text === undefined) return this.ofGit(authorization)
    return this.#issued.get(text)
  }

  /** The token in an Authorization header, as the password that git sends. */
  ofGit(authorization: string | undefined): Token | undefined {
    const [, coded] = /^basic +(\S+)$/i.exec(authorization ?? '') ?? []
    const pair = Buffer.from(coded ?? '', 'base64').toString()
    return this.#issued.get(pair.slice(pair.indexOf(':') + 1))
  }
}

/** Whether a token may do something; who may write may read as well. */
export function may(
  { permissions }: Token,
  level: 'read' | 'write',
  ...names: (keyof Permissions)[]
): boolean {
  return names.some(name =>
    level === 'read'
      ? permissions[name] !== undefined
      : permissions[name] === 'write'
  )
}
