import type { BareRepository, Entry, Found } from './bare-repository.ts'
import { forbidden, GraphError, noPullRequest } from './graph-error.ts'
import type { Place } from './place.ts'
import { may, type Token } from './tokens.ts'

/** What the objects of GraphQL are made of. */
export interface Graph {
  place: Place
  bare: BareRepository
  token: Token
}

/** The Repository. Its contents are for those who may read them. */
export function toRepository(graph: Graph) {
  const { place, bare, token } = graph
  const reading = <A, T>(read: (args: A) => Promise<T>) => {
    return (args: A) => {
      if (!may(token, 'read', 'contents')) throw forbidden()
      return read(args)
    }
  }
  return {
    id: `R_${place.id}`,
    databaseId: place.id,
    name: place.name,
    nameWithOwner: `${place.owner}/${place.name}`,
    url: `${place.serverUrl}/${place.owner}/${place.name}`,
    isFork: false,
    isPrivate: true,
    defaultBranchRef: reading(() => toRef(graph, 'refs/heads/main')),
    ref: reading(async ({ qualifiedName }: { qualifiedName: string }) => {
      // The full name first, as the schema's description has it.
      for (const prefix of ['', 'refs/heads/', 'refs/tags/']) {
        const ref = await toRef(graph, `${prefix}${qualifiedName}`)
        if (ref) return ref
      }
      return null
    }),
    // A pull request is, here, what has the ref that GitHub gives it.
    pullRequest: async ({ number }: { number: number }) => {
      if (!may(token, 'read', 'pull-requests')) throw forbidden()
      const head = await bare.refAt(`refs/pull/${number}/head`)
      if (!head) throw noPullRequest(number)
      return { number, headRefOid: head.oid }
    },
    object: reading(
      async ({ oid, expression }: { oid?: string; expression?: string }) => {
        const found = await bare.find(oid ?? expression ?? '')
        return found ? toObject(graph, found) : null
      }
    )
  }
}

/** A Ref of exactly this full name. */
export async function toRef(graph: Graph, ref: string) {
  const found = await graph.bare.refAt(ref)
  if (!found) return null
  const prefix = /^refs\/[^/]+\//.exec(ref)?.[0] ?? 'refs/'
  return {
    id: idOfRef(graph.place, ref),
    name: ref.slice(prefix.length),
    prefix,
    target: () => toObject(graph, found)
  }
}

/** A Ref's id; nobody should know what is in it. */
const idOfRef = ({ id }: Place, ref: string) =>
  `REF_${Buffer.from(`${id}:${ref}`).toString('base64url')}`

/** The full name of the Ref with an id. */
export function refOfId({ id }: Place, text: string): string | undefined {
  const coded = /^REF_([\w-]+)$/.exec(text)?.[1] ?? ''
  const plain = Buffer.from(coded, 'base64url').toString()
  return plain.startsWith(`${id}:`) ? plain.slice(`${id}:`.length) : undefined
}

function toObject(graph: Graph, { oid, type }: Found) {
  switch (type) {
    case 'commit':
      return toCommit(graph, oid)
    case 'tree':
      return toTree(graph, oid)
    case 'blob':
      return toBlob(graph, oid)
    default:
      throw new Error(`the tests' GitHub has no ${type}`)
  }
}

/** A Commit. */
export function toCommit(graph: Graph, oid: string) {
  const { place, bare } = graph
  const file = async (path: string) => {
    const [entry] = await bare.entries(oid, path)
    return entry ? toEntry(graph, entry) : null
  }
  return {
    __typename: 'Commit',
    ...named('C', oid),
    url: `${place.serverUrl}/${place.owner}/${place.name}/commit/${oid}`,
    author: async () => (await bare.commit(oid)).author,
    message: async () => (await bare.commit(oid)).message.trimEnd(),
    messageHeadline: async () =>
      (await bare.commit(oid)).message.split('\n', 1)[0],
    messageBody: async () =>
      (await bare.commit(oid)).message.split('\n').slice(1).join('\n').trim(),
    parents: async ({ first, last }: { first?: number; last?: number }) => {
      const { parents } = await bare.commit(oid)
      if (first === undefined && last === undefined) {
        throw new GraphError(
          'MISSING_PAGINATION_BOUNDARIES',
          'You must provide a `first` or `last` value to properly paginate ' +
            'the `parents` connection.'
        )
      }
      const some = parents.slice(0, first).slice(-(last ?? parents.length))
      return {
        totalCount: parents.length,
        nodes: some.map(parent => toCommit(graph, parent))
      }
    },
    file: ({ path }: { path: string }) => file(path),
    tree: async () => toTree(graph, (await bare.commit(oid)).tree)
  }
}

function toTree(graph: Graph, oid: string) {
  return {
    __typename: 'Tree',
    ...named('T', oid),
    entries: async () =>
      (await graph.bare.entries(oid)).map(entry => toEntry(graph, entry))
  }
}

function toEntry(graph: Graph, { mode, type, oid, path }: Entry) {
  return {
    // GitHub has the mode's octal digits as a number.
    mode: Number.parseInt(mode, 8),
    name: path.split('/').at(-1),
    oid,
    path,
    type,
    // A submodule's commit is elsewhere.
    object: () => (type === 'commit' ? null : toObject(graph, { oid, type }))
  }
}

/** GitHub cuts longer texts off, and does not say where. */
const MAX_TEXT = 512_000

function toBlob({ bare }: Graph, oid: string) {
  const isBinary = async () => (await bare.blob(oid)).includes(0)
  return {
    __typename: 'Blob',
    ...named('B', oid),
    byteSize: async () => (await bare.blob(oid)).length,
    isBinary,
    isTruncated: async () => (await bare.blob(oid)).length > MAX_TEXT,
    text: async () =>
      (await isBinary())
        ? null
        : (await bare.blob(oid)).subarray(0, MAX_TEXT).toString()
  }
}

/** What all objects of git have. */
const named = (kind: string, oid: string) => ({
  id: `${kind}_${oid}`,
  oid,
  abbreviatedOid: oid.slice(0, 7)
})
