import fs from 'node:fs/promises'
import path from 'node:path'

import { runOnHost } from './on-host.ts'
import type { Podman } from './podman.ts'

/**
 * An option of `podman build` that marks its working containers as ours.
 * Nothing else that an engine keeps about them, such as a label or a process,
 * tells whose they are. A secret that no RUN step asks for changes neither the
 * image nor what is cached, and buildah writes its name into each working
 * container's `buildah.json` (`CommonBuildOpts.Secrets` in define/build.go).
 *
 * @param scratch the run's own directory, which has a unique name
 */
export function markOption(scratch: string): string {
  return `--secret=id=${markOf(scratch)},src=/dev/null`
}

const markOf = (scratch: string) => path.basename(scratch)

/**
 * Removes only the working containers that a build with this mark left: other
 * builds have other marks.
 *
 * @param scratch the directory that `markOption` got
 */
export async function removeWorkingContainers(
  podman: Podman,
  scratch: string
): Promise<void> {
  const info = await podman.run(['info', '--format={{.Store.GraphRoot}}'])
  const mark = `"id=${markOf(scratch)},`
  const root = info.stdout.trim()
  const files = podman.sudo
    ? await findFromContainer(podman, root, mark)
    : await find(root, mark)
  for (const file of files) {
    const id = /\/([0-9a-f]{64})\/userdata\/buildah\.json$/.exec(file)?.[1]
    if (id !== undefined) await podman.run(['rm', '--force', id])
  }
}

/** The files of working containers that contain a text. */
async function find(root: string, text: string): Promise<string[]> {
  const files: string[] = []
  const stores = (await list(root)).filter(name => name.endsWith('-containers'))
  for (const store of stores) {
    for (const id of await list(path.join(root, store))) {
      const file = path.join(root, store, id, 'userdata/buildah.json')
      // Not a working container, or its build has just ended.
      const found = await fs.readFile(file, 'utf8').catch(() => '')
      if (found.includes(text)) files.push(file)
    }
  }
  return files
}

const list = (directory: string) => fs.readdir(directory).catch(() => [])

/**
 * The same for a user who may run podman as root, but not read root's files.
 */
async function findFromContainer(
  podman: Podman,
  root: string,
  text: string
): Promise<string[]> {
  const { stdout } = await runOnHost(
    podman,
    [],
    `for file in "$1"/*-containers/*/userdata/buildah.json; do
      json=
      IFS= read -r json < "$file"
      case $json in *"$2"*) printf '%s\\n' "$file" ;; esac
    done
    true`,
    [root, text]
  )
  return stdout.split('\n')
}
