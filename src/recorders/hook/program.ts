import fs from 'node:fs/promises'
import path from 'node:path'

import * as v from 'valibot'

import { isExecutable, type Machine } from '../../checks/program.ts'
import { parseVersion, type Version } from '../../checks/version.ts'
import { ask } from '../../host/answer.ts'

/** The annotation that triggers the tracing hook. */
export const ANNOTATION = 'io.containers.trace-syscall'

/** The default directories for hooks, containers.conf(5) `hooks_dir`. */
const HOOK_DIRECTORIES = [
  '/usr/share/containers/oci/hooks.d',
  '/etc/containers/oci/hooks.d'
]

/** The tracing hook, as an engine finds it. */
export interface FoundHook {
  /** The file that configures it for the engine, oci-hooks(5). */
  file: string
  program: string
  /** Whether the program is there and executable. */
  isExecutable: boolean
}

/**
 * The directories where podman looks for hooks when it runs as root. The last
 * of its configuration files that sets them wins, containers.conf(5).
 */
export async function hookDirectories({
  sudo,
  environment
}: Machine): Promise<string[]> {
  const files = await configurationFiles(
    // sudo does not pass it on.
    sudo ? undefined : environment['CONTAINERS_CONF']
  )
  const texts = await Promise.all(
    files.map(file => fs.readFile(file, 'utf8').catch(() => ''))
  )
  return texts.map(parseHooksDir).findLast(Boolean) ?? HOOK_DIRECTORIES
}

async function configurationFiles(only: string | undefined) {
  if (only) return [only]
  const extra = '/etc/containers/containers.conf.d'
  const names = await fs.readdir(extra).catch(() => [])
  return [
    '/usr/share/containers/containers.conf',
    '/etc/containers/containers.conf',
    ...names
      .filter(name => name.endsWith('.conf'))
      .sort()
      .map(name => path.join(extra, name))
  ]
}

/** The `hooks_dir` that a containers.conf(5) sets, if any. */
export function parseHooksDir(text: string): string[] | undefined {
  const uncommented = text.replace(/^\s*#.*$/gm, '')
  const list = /^\s*hooks_dir\s*=\s*\[([^\]]*)\]/m.exec(uncommented)?.[1]
  if (list === undefined) return undefined
  return [...list.matchAll(/"([^"]*)"|'([^']*)'/g)].map(
    ([, double, single]) => double ?? single ?? ''
  )
}

/** The hook that an engine finds first in these directories. */
export async function findHook(
  directories: readonly string[]
): Promise<FoundHook | undefined> {
  for (const directory of directories) {
    const names = await fs.readdir(directory).catch(() => [])
    for (const name of names.filter(n => n.endsWith('.json')).sort()) {
      const file = path.join(directory, name)
      const text = await fs.readFile(file, 'utf8').catch(() => '')
      const program = parseHook(text)
      if (program === undefined) continue
      return { file, program, isExecutable: await isExecutable(program) }
    }
  }
  return undefined
}

const hookSchema = v.object({
  hook: v.object({ path: v.string() }),
  when: v.object({ annotations: v.record(v.string(), v.string()) })
})

/**
 * The program in a hook's configuration, oci-hooks(5), if the hook is the
 * tracing hook.
 */
export function parseHook(text: string): string | undefined {
  try {
    const { hook, when } = v.parse(hookSchema, JSON.parse(text))
    // The key is a regular expression, with its dots escaped.
    const keys = Object.keys(when.annotations).join('\n')
    return keys.replaceAll('\\', '').includes(ANNOTATION)
      ? hook.path
      : undefined
  } catch {
    return undefined
  }
}

/** The hook's version, from the program itself or from its package. */
export async function hookVersion(
  program: string,
  { environment }: Machine
): Promise<Version | undefined> {
  const format = '--showformat=${Version}'
  const answers = await Promise.all([
    ask([program, '-version'], environment),
    ask(
      ['rpm', '--query', '--queryformat=%{VERSION}', '--file', program],
      environment
    ),
    ask(['dpkg-query', '--search', program], environment).then(owner =>
      owner.ok
        ? ask(['dpkg-query', '--show', format, HOOK_PACKAGE], environment)
        : owner
    )
  ])
  return answers
    .filter(({ ok }) => ok)
    .map(({ stdout }) => parseVersion(stdout))
    .find(version => version !== undefined)
}

/** The name of its package in all distributions. */
export const HOOK_PACKAGE = 'oci-seccomp-bpf-hook'

/** The shared libraries that a program lacks, ldd(1). */
export async function missingLibraries(
  program: string,
  { environment }: Machine
): Promise<string[]> {
  const { stdout } = await ask(['ldd', program], environment)
  return parseMissingLibraries(stdout)
}

/** The libraries that ldd(1) did not find. */
export function parseMissingLibraries(text: string): string[] {
  return [...text.matchAll(/^\s*(\S+) => not found$/gm)].flatMap(
    ([, name]) => name ?? []
  )
}
