import { GraphQLError } from 'graphql'

/** The types of errors that GitHub's GraphQL has, as far as they occur. */
export type ErrorType =
  | 'BRANCH_PROTECTION_RULE_VIOLATION'
  | 'FORBIDDEN'
  | 'MISSING_PAGINATION_BOUNDARIES'
  | 'NOT_FOUND'
  | 'STALE_DATA'
  | 'UNPROCESSABLE'

/** An error of a field, which GitHub gives a type. */
export class GraphError extends GraphQLError {
  constructor(type: ErrorType, message: string) {
    super(message, { extensions: { type } })
  }
}

/** What a token without the permission gets. */
export const forbidden = () =>
  new GraphError('FORBIDDEN', 'Resource not accessible by integration')

/** What a name that nothing has gets. */
export const noRepository = (nameWithOwner: string) =>
  new GraphError(
    'NOT_FOUND',
    `Could not resolve to a Repository with the name '${nameWithOwner}'.`
  )

/** What a number that no pull request has gets. */
export const noPullRequest = (number: number) =>
  new GraphError(
    'NOT_FOUND',
    `Could not resolve to a PullRequest with the number of ${number}.`
  )

/** An error as GitHub writes it: the type is not among the extensions. */
export function toGitHubError(error: GraphQLError): object {
  const { type } = error.extensions
  return {
    ...(typeof type === 'string' && { type }),
    ...(error.path && { path: error.path }),
    ...(type === 'FORBIDDEN' && { extensions: { saml_failure: false } }),
    ...(error.locations && { locations: error.locations }),
    message: error.message
  }
}
