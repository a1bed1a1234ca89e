/** Whether all is tried that there is, and not only what each change must pass. */
const isCampaign = process.env['SECCOMP_LOCK_CAMPAIGN'] === '1'

/** How often, or how much: less in `npm test`, more in `npm run test:all`. */
export function effort<T>(normal: T, campaign: T): T {
  return isCampaign ? campaign : normal
}

/** All of a list in `npm run test:all`; else some, spread evenly over it. */
export function some<T>(all: readonly T[], count: number): readonly T[] {
  if (isCampaign || count >= all.length) return all
  const step = all.length / count
  return Array.from({ length: count }, (_, index) => index).flatMap(index => {
    const chosen = all[Math.floor(index * step)]
    return chosen === undefined ? [] : [chosen]
  })
}
