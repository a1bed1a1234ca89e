import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

import { ask } from '../host/answer.ts'
import type { Host } from '../host/host.ts'
import { installCommand } from '../host/packages.ts'
import type { Check } from './check.ts'
import { parseVersion, type Version } from './version.ts'

/** What is needed to look at a machine. */
export type Machine = Omit<Host, 'architecture'>

/** A program that must be there and run as root. */
export interface Wanted {
  /** Its name, or its path if it is started by that. */
  program: string
  /** Its package's name in Fedora. */
  package: string
  /** Variables (`NAME=value`) that sudo must let through to it. */
  settings?: readonly string[]
}

/** Where sudo finds programs besides PATH (`secure_path`, sudoers(5)). */
const SUDO_PATH = ['/usr/local/sbin', '/usr/sbin', '/sbin']

/** The path of the program that this name would start. */
export async function findProgram(
  { environment, sudo }: Machine,
  program: string
): Promise<string | undefined> {
  const given = (environment['PATH'] ?? '/usr/bin:/bin').split(':')
  const directories = sudo ? [...given, ...SUDO_PATH] : given
  const files = path.isAbsolute(program)
    ? [program]
    : directories.map(directory => path.join(directory, program))
  for (const file of files) {
    if (await isExecutable(file)) return file
  }
  return undefined
}

/** Whether there is a file at this path that we may execute. */
export async function isExecutable(file: string): Promise<boolean> {
  try {
    await fs.access(file, fs.constants.X_OK)
    return (await fs.stat(file)).isFile()
  } catch {
    return false
  }
}

/** A command as root, with sudo if needed. It never asks for a password. */
export function asRoot(
  { sudo }: Machine,
  argv: readonly string[],
  settings: readonly string[] = []
): string[] {
  return sudo ? ['sudo', '-n', ...settings, ...argv] : [...argv]
}

/** A check of a program, with its version if that is known. */
export interface ProgramCheck {
  check: Check
  version?: Version
}

/**
 * Whether a program is there and can be run as root, by asking it for its
 * version.
 */
export async function checkProgram(
  machine: Machine,
  wanted: Wanted
): Promise<ProgramCheck> {
  const { program, settings } = wanted
  const name = path.basename(program)
  const file = await findProgram(machine, program)
  if (file === undefined) {
    const fix = await installCommand(wanted.package)
    return { check: { name, state: 'missing', found: 'not installed', fix } }
  }
  const argv = asRoot(machine, [program, '--version'], settings)
  const answer = await ask(argv, machine.environment)
  if (!answer.ok) {
    return { check: { name, ...refusal(machine, file, answer, settings) } }
  }
  const said = answer.stdout.trim().split('\n')[0] ?? ''
  const version = parseVersion(said)
  const shown = /\d+(\.\d+)+/.exec(said)?.[0] ?? said
  const check: Check = { name, state: 'ok', found: `${shown}, ${file}` }
  return { check, ...(version && { version }) }
}

/** Why a program did not run as root, and what to do. */
export function refusal(
  { sudo }: Machine,
  file: string,
  { stderr }: { stderr: string },
  settings: readonly string[] = []
): Omit<Check, 'name'> {
  if (!sudo || !isSudo(stderr)) {
    const said = stderr.trim().split('\n').at(-1) ?? ''
    return {
      state: 'missing',
      found: `${file} does not run: ${said === '' ? 'it exited without output' : said}`,
      fix: `Run \`${file} --version\` and fix what it reports.`
    }
  }
  return {
    state: 'missing',
    found: `${file} cannot be run as root: ${stderr.trim().split('\n')[0] ?? ''}`,
    fix: fixSudo(stderr, file, settings.length > 0)
  }
}

/** Whether sudo said this, and not the program. */
function isSudo(stderr: string): boolean {
  return /^(sudo|sudo-rs)\b|^Sorry, user |in the sudoers file/m.test(stderr)
}

function fixSudo(stderr: string, file: string, setsVariables: boolean) {
  if (/no.new.privileges/i.test(stderr)) {
    return "Remove NoNewPrivileges= from the unit of the runner's service; sudo cannot work with it."
  }
  if (stderr.includes('ENOENT')) {
    return 'Install sudo, or run the runner as root.'
  }
  if (stderr.includes('must have a tty')) {
    return toSudoers(`Defaults:${userName()} !requiretty`)
  }
  const tags = setsVariables ? 'NOPASSWD:SETENV:' : 'NOPASSWD:'
  return toSudoers(`${userName()} ALL=(ALL) ${tags} ${file}`)
}

/**
 * A command that adds a line for sudo, sudoers(5). The last line that matches
 * counts, and the files are read in the order of their names.
 */
function toSudoers(line: string): string {
  // No pipe in it, which would have to be escaped in a table.
  return `sudo sh -c 'echo "${line}" >> /etc/sudoers.d/zz-seccomp-lock'`
}

/** The user of this process as sudoers(5) has it, by number if needed. */
function userName(): string {
  const uid = `#${process.getuid?.() ?? 0}`
  try {
    const { username } = os.userInfo()
    return /^[a-z_][\w-]*$/i.test(username) ? username : uid
  } catch {
    return uid
  }
}
