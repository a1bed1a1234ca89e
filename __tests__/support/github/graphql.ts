import type { CreateCommitOnBranchInput } from '@octokit/graphql-schema'
import {
  buildSchema,
  execute,
  type GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  parse,
  validate
} from 'graphql'

import { createCommitOnBranch } from './commit-on-branch.ts'
import { type Answer, type Incoming, refusal } from './exchange.ts'
import { type Graph, toRepository } from './graph.ts'
import { GraphError, noRepository, toGitHubError } from './graph-error.ts'
import { isNamed } from './place.ts'

/** Answers a request to the GraphQL API, by GitHub's own schema. */
export async function answerGraphql(
  graph: Graph,
  incoming: Incoming
): Promise<Answer> {
  let sent: Sent
  try {
    sent = JSON.parse(incoming.body.toString()) as Sent
  } catch {
    return refusal(400, 'Problems parsing JSON')
  }
  const { data, errors } = await run(graph, sent)
  return {
    status: 200,
    body: {
      ...(data !== undefined && { data }),
      ...(errors && { errors: errors.map(toGitHubError) })
    }
  }
}

interface Sent {
  query?: string
  variables?: Record<string, unknown>
  operationName?: string
}

async function run(
  graph: Graph,
  { query = '', variables, operationName }: Sent
): Promise<{ data?: unknown; errors?: readonly GraphQLError[] }> {
  const schema = await theSchema()
  let document
  try {
    document = parse(query)
  } catch (error) {
    return { errors: [error as GraphQLError] }
  }
  const errors = validate(schema, document)
  if (errors.length > 0) return { errors }
  return execute({
    schema,
    document,
    rootValue: toRoot(graph),
    variableValues: variables ?? null,
    operationName: operationName ?? null,
    fieldResolver: resolveField
  })
}

let schema: Promise<GraphQLSchema> | undefined

/** The schema, of more than a megabyte: only those who ask wait for it. */
const theSchema = () =>
  (schema ??= import('@octokit/graphql-schema').then(({ schema: { idl } }) =>
    // It is GitHub's, and takes long to be checked.
    buildSchema(idl, { assumeValid: true, assumeValidSDL: true })
  ))

/** The fields of Query and of Mutation. */
function toRoot(graph: Graph) {
  const { place, token } = graph
  return {
    viewer: { login: token.login, id: `U_${token.login}` },
    repository: ({ owner, name }: { owner: string; name: string }) => {
      if (isNamed(place, owner, name)) return toRepository(graph)
      throw noRepository(`${owner}/${name}`)
    },
    createCommitOnBranch: ({ input }: { input: CreateCommitOnBranchInput }) =>
      createCommitOnBranch(graph, input)
  }
}

/** The default one, but a field that nobody wrote is an error, not null. */
const resolveField: GraphQLFieldResolver<Record<string, unknown>, unknown> = (
  source,
  args,
  _context,
  { fieldName, parentType }
) => {
  if (!(fieldName in source)) {
    throw new GraphError(
      'UNPROCESSABLE',
      `the tests' GitHub has no ${parentType.name}.${fieldName}`
    )
  }
  const value = source[fieldName]
  return typeof value === 'function'
    ? (value as (args: unknown) => unknown)(args)
    : value
}
