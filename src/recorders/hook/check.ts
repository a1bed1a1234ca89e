import type { Check } from '../../checks/check.ts'
import {
  checkHeaders,
  checkLockdown,
  checkTracefs
} from '../../checks/kernel.ts'
import type { Machine } from '../../checks/program.ts'
import { isBefore, parseVersion, type Version } from '../../checks/version.ts'
import { installCommand } from '../../host/packages.ts'
import {
  ANNOTATION,
  findHook,
  HOOK_PACKAGE,
  hookDirectories,
  hookVersion,
  missingLibraries
} from './program.ts'

/**
 * Checks the hook's version against the kernel's. Up to 1.2.10 it does not wait
 * for the runtime's prctl(2); up to 1.2.11 its BPF program does not fit kernels
 * from about 6.19 on. Release 1.3.0 of containers/oci-seccomp-bpf-hook fixes
 * both.
 *
 * @param kernel its release, `uname -r`
 */
export function hookCheck(
  program: string,
  version: Version | undefined,
  kernel: string
): Check {
  const name = 'hook'
  const fix =
    'Install 1.3.0 or later (https://github.com/containers/oci-seccomp-bpf-hook/releases), or install bpftrace as well.'
  if (version === undefined) {
    return { name, state: 'ok', found: `version unknown, ${program}` }
  }
  const found = `${version.join('.')}, ${program}`
  const release = parseVersion(kernel)
  const isNewKernel = release !== undefined && !isBefore(release, [6, 19, 0])
  if (isBefore(version, [1, 3, 0]) && isNewKernel) {
    return {
      name,
      state: 'weak',
      found: `${found}: too old for the kernel ${kernel}; it may fail to compile, or read a wrong field`,
      fix
    }
  }
  if (isBefore(version, [1, 2, 11])) {
    return {
      name,
      state: 'weak',
      found: `${found}: also records calls that only the runtime's set-up makes`,
      fix
    }
  }
  return { name, state: 'ok', found }
}

/** The check of the libraries that the hook needs. */
export function librariesCheck(
  missing: readonly string[],
  { installBcc, install }: { installBcc: string; install: string }
): Check {
  if (missing.length === 0) {
    return { name: 'BCC', state: 'ok', found: 'no library is missing' }
  }
  return {
    name: 'BCC',
    state: 'missing',
    found: `the hook's libraries are missing: ${missing.join(', ')}`,
    fix: missing.some(name => name.startsWith('libbcc.')) ? installBcc : install
  }
}

async function checkHookProgram(machine: Machine): Promise<Check[]> {
  const directories = await hookDirectories(machine)
  const hook = await findHook(directories)
  const install = await installCommand(HOOK_PACKAGE)
  if (!hook?.isExecutable) {
    const found = hook
      ? `${hook.file} names ${hook.program}, which is not an executable program`
      : `no hook for ${ANNOTATION} in ${directories.join(' or ')}`
    return [{ name: 'hook', state: 'missing', found, fix: install }]
  }
  const [version, libraries, installBcc] = await Promise.all([
    hookVersion(hook.program, machine),
    missingLibraries(hook.program, machine),
    installCommand('bcc')
  ])
  return [
    hookCheck(hook.program, version, machine.kernel),
    librariesCheck(libraries, { installBcc, install })
  ]
}

/** Checks everything that recording with oci-seccomp-bpf-hook needs. */
export async function checkHook(machine: Machine): Promise<Check[]> {
  const groups = await Promise.all([
    checkHookProgram(machine),
    checkHeaders(machine.kernel),
    checkTracefs(),
    checkLockdown()
  ])
  return groups.flat()
}
