/** The numbers of a version, the most significant first. */
export type Version = readonly [number, number, number]

/** The first version in a text (`bpftrace v0.17.0`, `6.18.4-fc43`). */
export function parseVersion(text: string): Version | undefined {
  const match = /(\d+)\.(\d+)(?:\.(\d+))?/.exec(text)
  if (!match) return undefined
  return [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)]
}

/** Whether a version is older than another. */
export function isBefore(version: Version, other: Version): boolean {
  const at = version.findIndex((part, index) => part !== other[index])
  return at >= 0 && (version[at] ?? 0) < (other[at] ?? 0)
}
