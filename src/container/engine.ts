import fs from 'node:fs/promises'
import path from 'node:path'

import * as v from 'valibot'

import { UserError } from '../errors.ts'
import { parseProfile } from '../profile/parse.ts'
import type { Profile } from '../profile/types.ts'
import type { Architecture } from '../syscalls/architectures.ts'
import { lastLines, type Podman } from './podman.ts'

/** What the engine says about itself, as far as a run depends on it. */
export interface Engine {
  version: string
  rootless: boolean
  /** The OCI runtime's name and version, `crun 1.8.1`. */
  runtime: string
  architecture: Architecture
  kernel: string
  /** The engine's own default profile; undefined if it is built in. */
  defaultProfilePath: string | undefined
}

const infoSchema = v.object({
  host: v.object({
    arch: v.string(),
    kernel: v.string(),
    ociRuntime: v.object({ name: v.string(), version: v.optional(v.string()) }),
    security: v.object({
      rootless: v.boolean(),
      seccompEnabled: v.boolean(),
      seccompProfilePath: v.optional(v.string())
    })
  }),
  version: v.object({ Version: v.string() })
})

/** Go's names of architectures, as `podman info` gives them. */
const ARCHITECTURE_OF: Partial<Record<string, Architecture>> = {
  amd64: 'SCMP_ARCH_X86_64',
  arm64: 'SCMP_ARCH_AARCH64',
  arm: 'SCMP_ARCH_ARM',
  386: 'SCMP_ARCH_X86',
  ppc64le: 'SCMP_ARCH_PPC64LE',
  riscv64: 'SCMP_ARCH_RISCV64',
  s390x: 'SCMP_ARCH_S390X'
}

/**
 * Asks podman about itself, which also shows that it can be run as intended.
 *
 * @throws UserError if podman is missing, sudo asks for a password, podman is
 *   rootless and should not be, or the reverse, or podman has no seccomp
 */
export async function inspectEngine(podman: Podman): Promise<Engine> {
  const result = await podman.run(['info', '--format', 'json'])
  if (result.exitCode !== 0) throw noInfo(podman, result.stderr)
  const info = v.parse(infoSchema, JSON.parse(result.stdout))
  const { security, ociRuntime, arch } = info.host
  if (security.rootless !== podman.rootless) throw otherMode(podman)
  if (!security.seccompEnabled) {
    throw new UserError('podman was built without seccomp', {
      code: 'runner',
      hint: 'Install a podman that has seccomp; every distribution has one.'
    })
  }
  const architecture = ARCHITECTURE_OF[arch]
  if (!architecture) {
    throw new UserError(`the architecture ${arch} is not supported`, {
      code: 'runner',
      hint: `Supported: ${Object.keys(ARCHITECTURE_OF).join(', ')}.`
    })
  }
  const runtimeVersion = /version (\S+)/.exec(ociRuntime.version ?? '')?.[1]
  return {
    version: info.version.Version,
    rootless: security.rootless,
    runtime: [ociRuntime.name, runtimeVersion ?? ''].join(' ').trim(),
    architecture,
    kernel: info.host.kernel,
    defaultProfilePath: security.seccompProfilePath ?? undefined
  }
}

/** The engine's name in recordings and reports. */
export function engineName({
  version,
  rootless
}: Pick<Engine, 'version' | 'rootless'>): string {
  return `podman ${version}${rootless ? ' (rootless)' : ''}`
}

function otherMode({ rootless }: Podman): UserError {
  return rootless
    ? new UserError(
        'input podman: is `rootless`, but podman says that it is not rootless here',
        { code: 'runner', hint: 'Leave `podman` out, and podman runs as root.' }
      )
    : new UserError(
        'podman runs rootless here, but recording needs it to run as root',
        {
          code: 'runner',
          hint: 'Run the runner as root, or give its user sudo for podman; or set `podman: rootless`, with which only bpftrace can record.'
        }
      )
}

function noInfo(podman: Podman, stderr: string): UserError {
  const said = lastLines(stderr)
  if (podman.sudo && /^sudo: /m.test(stderr)) {
    return new UserError(
      `podman cannot be run as root: ${said || 'sudo refused'}`,
      {
        code: 'runner',
        hint: "Allow it in /etc/sudoers.d for the runner's user: `USER ALL=(ALL) NOPASSWD: /usr/bin/podman`. Is podman installed?"
      }
    )
  }
  return new UserError(`podman does not work here: ${said}`, {
    code: 'runner',
    hint: `Run \`podman info\` as ${podman.rootless ? "the runner's user" : 'root'} on the runner and fix what it reports.`
  })
}

/**
 * Reads the profile that the engine gives a container by default.
 *
 * @throws UserError if it cannot be read
 */
export async function readEngineDefault(engine: Engine): Promise<Profile> {
  const file = engine.defaultProfilePath
  if (!file || !path.isAbsolute(file)) {
    throw new UserError('podman does not say which profile is its default', {
      code: 'runner',
      hint: 'Install the package containers-common, which has /usr/share/containers/seccomp.json.'
    })
  }
  const text = await fs.readFile(file, 'utf8').catch((cause: unknown) => {
    throw new UserError(`podman's default profile ${file} cannot be read`, {
      code: 'runner',
      hint: "It must exist, and the runner's user must be able to read it.",
      cause
    })
  })
  return parseProfile(text, file)
}
