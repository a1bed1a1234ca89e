import { Kind, parse } from 'graphql'

/**
 * What a body sent to GraphQL asks for: the operation's name, or its first
 * field's if it has none; undefined if the body is not of GraphQL.
 */
export function operationOf(body: string): string | undefined {
  try {
    const { query, operationName } = JSON.parse(body) as Record<string, unknown>
    if (typeof operationName === 'string') return operationName
    const [operation] = parse(String(query)).definitions.filter(
      definition => definition.kind === Kind.OPERATION_DEFINITION
    )
    const [first] = operation?.selectionSet.selections ?? []
    return (
      operation?.name?.value ??
      (first?.kind === Kind.FIELD ? first.name.value : undefined)
    )
  } catch {
    return undefined
  }
}
