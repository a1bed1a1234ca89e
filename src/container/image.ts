import * as v from 'valibot'

import type { Podman } from './podman.ts'

const schema = v.tuple([
  v.object({
    Config: v.optional(
      v.object({
        User: v.optional(v.string()),
        WorkingDir: v.optional(v.string())
      })
    )
  })
])

/**
 * The user and the directory that an image's program runs with,
 * `[USER, DIRECTORY]`, each '' if the image does not say.
 *
 * @returns undefined if the image is not on this machine
 */
export async function readImageConfig(
  podman: Podman,
  image: string
): Promise<string[] | undefined> {
  const result = await podman.run(['image', 'inspect', '--', image])
  if (result.exitCode !== 0) return undefined
  const [{ Config: config }] = v.parse(schema, JSON.parse(result.stdout))
  return [config?.User ?? '', config?.WorkingDir ?? '']
}
