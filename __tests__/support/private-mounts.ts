import fs from 'node:fs'
import path from 'node:path'

import type { Scratch } from './scratch.ts'

/** Mounts what stands on the left over what stands on the right, both there. */
type Mounts = readonly (readonly [source: string, target: string])[]

/**
 * A command that runs another one, and all that it starts, behind bind mounts
 * that nobody else sees: for `wrap` of a step.
 */
export function behindMounts(mounts: Mounts): string[] {
  return [
    'unshare',
    '--mount',
    '--propagation=private',
    // Not dash, which would drop variables with a dash in their names.
    'bash',
    '-c',
    MOUNT,
    'bash',
    ...mounts.flatMap(([source, target]) => [source, fs.realpathSync(target)]),
    '--'
  ]
}

const MOUNT = `set -e
while [ "$1" != -- ]; do
  mount --bind "$1" "$2"
  shift 2
done
shift
exec "$@"`

/** The same, with nothing to be found in these files and directories. */
export function without(
  { root }: Scratch,
  ...hidden: readonly string[]
): string[] {
  const empty = path.join(root, 'empty')
  fs.mkdirSync(empty, { recursive: true })
  return behindMounts(
    hidden.map(target => [
      fs.statSync(target).isDirectory() ? empty : '/dev/null',
      target
    ])
  )
}
