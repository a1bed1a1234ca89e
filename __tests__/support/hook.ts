import fs from 'node:fs'
import path from 'node:path'

import { HOOK, type Scratch, tryPodman, until } from './scratch.ts'

/**
 * What the tracing hook writes for podman alone, without the action.
 *
 * @param args what follows `podman run`
 * @returns undefined where it is not there, or cannot work
 */
export async function writtenByHook(
  { root }: Scratch,
  ...args: string[]
): Promise<string | undefined> {
  if (!fs.existsSync(HOOK)) return undefined
  const file = path.join(root, 'by-the-hook.json')
  const annotation = `--annotation=io.containers.trace-syscall=of:${file}`
  const { status } = tryPodman('run', '--rm', annotation, ...args)
  if (status !== 0) return undefined
  // It writes when the container has ended, one line, and not at once.
  return until('the hook', () => {
    const text = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : ''
    return text.trimEnd().endsWith('}') && text
  })
}
