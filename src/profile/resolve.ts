import type { Architecture } from '../syscalls/architectures.ts'
import type { Filter, Rule } from './types.ts'

/** An engine that reads profiles; moby is Docker's. */
export type EngineName = 'podman' | 'moby'

/** What an engine knows about a container when it resolves a profile for it. */
export interface ResolveContext {
  architecture: Architecture
  /** The container's bounding capabilities, `CAP_...`. */
  capabilities: readonly string[]
  /** podman by default. */
  engine?: EngineName
  /**
   * The kernel's release, such as `6.12.3-amd64`, for moby's `minKernel`;
   * without one, every `minKernel` counts as reached.
   */
  kernel?: string
}

/**
 * The rules of a profile that apply to one container, in file order: a rule is
 * left out when one of its `excludes` holds or one of its `includes` does not.
 * podman ignores `minKernel`.
 *
 * Source: containers/common pkg/seccomp and moby profiles/seccomp,
 * `setupSeccomp`.
 */
export function resolveRules(
  rules: readonly Rule[],
  context: ResolveContext
): Rule[] {
  const { capabilities, engine = 'podman', kernel } = context
  const arch = ENGINE_NAMES[context.architecture]
  const isHere = (name: string) => name === arch
  const has = (cap: string) => capabilities.includes(cap)
  const isNew = (minKernel: string) =>
    kernel === undefined || order(kernel) >= order(minKernel)
  const kernelOf = ({ minKernel }: Filter) =>
    engine === 'moby' ? minKernel : undefined
  const counts = ({ includes = {}, excludes = {} }: Rule) => {
    const [from, until] = [kernelOf(includes), kernelOf(excludes)]
    return (
      (includes.caps ?? []).every(has) &&
      (!includes.arches?.length || includes.arches.some(isHere)) &&
      (from === undefined || isNew(from)) &&
      !(excludes.caps ?? []).some(has) &&
      !(excludes.arches ?? []).some(isHere) &&
      (until === undefined || !isNew(until))
    )
  }
  return rules.filter(counts)
}

/**
 * The first two numbers of a release count (moby profiles/seccomp,
 * `kernelGreaterEqualThan`).
 */
function order(release: string): number {
  const [major = 0, minor = 0] = release.split(/[.-]/, 2).map(Number)
  return major * 65536 + (minor || 0)
}

/**
 * The names that engines use in `arches`: libseccomp's, as its Go binding
 * writes them (libseccomp-golang `ScmpArch.String`; moby `goToNative`).
 */
export const ENGINE_NAMES: Partial<Record<Architecture, string>> = {
  SCMP_ARCH_X86: 'x86',
  SCMP_ARCH_X86_64: 'amd64',
  SCMP_ARCH_X32: 'x32',
  SCMP_ARCH_ARM: 'arm',
  SCMP_ARCH_AARCH64: 'arm64',
  SCMP_ARCH_LOONGARCH64: 'loong64',
  SCMP_ARCH_MIPS: 'mips',
  SCMP_ARCH_MIPS64: 'mips64',
  SCMP_ARCH_MIPS64N32: 'mips64n32',
  SCMP_ARCH_MIPSEL: 'mipsel',
  SCMP_ARCH_MIPSEL64: 'mipsel64',
  SCMP_ARCH_MIPSEL64N32: 'mipsel64n32',
  SCMP_ARCH_PPC: 'ppc',
  SCMP_ARCH_PPC64: 'ppc64',
  SCMP_ARCH_PPC64LE: 'ppc64le',
  SCMP_ARCH_RISCV64: 'riscv64',
  SCMP_ARCH_S390: 's390',
  SCMP_ARCH_S390X: 's390x'
}
