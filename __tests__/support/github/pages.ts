/** How many items a page has. */
export interface PageSize {
  /** Where `per_page` is not given. */
  default: number
  /** More are not given, whatever `per_page` says. */
  max: number
}

/** GitHub's. */
export const PAGE_SIZE: PageSize = { default: 30, max: 100 }

/**
 * One page of a list.
 *
 * @param url - where the list is, with the query that asks for the page
 * @returns the items, and the Link header if there is more than this page
 */
export function pageOf<T>(
  all: readonly T[],
  url: URL,
  size: PageSize
): { items: T[]; link: string | undefined } {
  const asked = positive(url.searchParams.get('per_page')) ?? size.default
  const perPage = Math.min(asked, size.max)
  const page = positive(url.searchParams.get('page')) ?? 1
  const last = Math.max(1, Math.ceil(all.length / perPage))
  const to = (rel: string, number: number) => {
    const target = new URL(url)
    target.searchParams.set('page', `${number}`)
    return `<${target.href}>; rel="${rel}"`
  }
  const links = [
    ...(page > 1 ? [to('prev', Math.min(page - 1, last))] : []),
    ...(page < last ? [to('next', page + 1), to('last', last)] : []),
    ...(page > 1 ? [to('first', 1)] : [])
  ]
  return {
    items: all.slice((page - 1) * perPage, page * perPage),
    link: links.length > 0 ? links.join(', ') : undefined
  }
}

function positive(text: string | null): number | undefined {
  return text !== null && /^[1-9]\d*$/.test(text) ? Number(text) : undefined
}
