import fs from 'node:fs/promises'
import path from 'node:path'

import { runOnHost } from './on-host.ts'
import type { Podman } from './podman.ts'

/**
 * An option of `podman build` that marks its working containers as ours.
 * Nothing else that an engine keeps of them tells whose they are: no label, no
 * process. A secret that no RUN step asks for changes neither the image nor
 * what is cached, and buildah writes its name into each working container's
 * `buildah.json` (`CommonBuildOpts.Secrets` in define/build.go).
 *
 * @param scratch the run's own directory, whose name is like no other's
 */
export function markOption(scratch: string): string {
  return `--secret=id=${markOf(scratch)},src=/dev/null`
}

const markOf = (scratch: string) => path.basename(scratch)

/**
 * Removes the working containers that a build with this mark left, and no
 * others: a neighbour's build has its own.
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

/** The files of working containers that have a text in them. */
async function find(root: string, text: string): Promise<string[]> {
  const files: string[] = []
  const stores = (await list(root)).filter(name => name.endsWith('-containers'))
  for (const store of stores) {
    for (const id of await list(path.join(root, store))) {
      const file = path.join(root, store, id, 'userdata/buildah.json')
      // It is no working container, or its build has ended meanwhile.
      const found = await fs.readFile(file, 'utf8').catch(() => '')
      if (found.includes(text)) files.push(file)
    }
  }
  return files
}

const list = (directory: string) => fs.readdir(directory).catch(() => [])

/** The same for a user who may run podman as root and read nothing of root's. */
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
