import type { BareRepository } from './bare-repository.ts'
import { type Answer, type Incoming, inWords } from './exchange.ts'
import type { Place } from './place.ts'
import type { Programs } from './programs.ts'
import { may, type Tokens } from './tokens.ts'

/** What git is served from. */
export interface SmartHttp {
  place: Place
  bare: BareRepository
  /** The directory with the owner's directory in it. */
  root: string
  tokens: Tokens
  programs: Programs
}

/**
 * Answers a request of git, by git's own server.
 *
 * @param below - what follows the repository in the path
 */
export async function answerGit(
  { place, bare, root, tokens, programs }: SmartHttp,
  incoming: Incoming,
  below: string
): Promise<Answer> {
  const { method, url, headers, body, authorizations } = incoming
  const service = serviceOf(incoming, below)
  if (service === undefined) return inWords(404, 'Not Found')
  const token = tokens.ofGit(authorizations[0])
  if (!token) {
    return inWords(
      401,
      'Invalid username or token. Password authentication is not supported ' +
        'for Git operations.',
      { 'www-authenticate': 'Basic realm="GitHub"' }
    )
  }
  if (!may(token, 'read', 'contents')) {
    return inWords(404, 'Repository not found.')
  }
  if (service === 'git-receive-pack' && !may(token, 'write', 'contents')) {
    const name = `${place.owner}/${place.name}.git`
    return inWords(403, `Permission to ${name} denied to ${token.login}.`)
  }
  const { stdout, stderr } = await programs.run('git', ['http-backend'], {
    cwd: bare.directory,
    input: body,
    environment: {
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      REMOTE_USER: token.login,
      REMOTE_ADDR: '127.0.0.1',
      REQUEST_METHOD: method,
      PATH_INFO: `/${place.owner}/${place.name}.git${below}`,
      QUERY_STRING: url.search.slice(1),
      CONTENT_TYPE: headers['content-type'] ?? '',
      CONTENT_LENGTH: `${body.length}`,
      HTTP_CONTENT_ENCODING: headers['content-encoding'] ?? '',
      GIT_PROTOCOL: String(headers['git-protocol'] ?? '')
    }
  })
  return parseCgi(stdout) ?? inWords(500, stderr)
}

/** What is asked for of the two that GitHub has. */
function serviceOf(
  { method, url }: Incoming,
  below: string
): string | undefined {
  const name =
    method === 'POST'
      ? below.slice(1)
      : method === 'GET' && below === '/info/refs'
        ? url.searchParams.get('service')
        : undefined
  return name === 'git-upload-pack' || name === 'git-receive-pack'
    ? name
    : undefined
}

/** What a CGI program printed: headers, an empty line, the body. */
function parseCgi(output: Buffer): Answer | undefined {
  const end = output.indexOf('\r\n\r\n')
  if (end === -1) return undefined
  const headers = Object.fromEntries(
    output
      .subarray(0, end)
      .toString()
      .split('\r\n')
      .map(line => {
        const colon = line.indexOf(':')
        return [
          line.slice(0, colon).toLowerCase(),
          line.slice(colon + 1).trim()
        ]
      })
  ) as Record<string, string>
  const { status = '200', ...others } = headers
  return {
    status: Number.parseInt(status, 10),
    headers: others,
    body: output.subarray(end + 4)
  }
}
