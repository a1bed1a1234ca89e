import type { Architecture } from '../syscalls/architectures.js'
import type { Filter, Rule } from './types.js'

/** What an engine knows of a container when it resolves a profile for it. */
export interface ResolveContext {
  architecture: Architecture
  /** The container's bounding capabilities, `CAP_...`. */
  capabilities: readonly string[]
}

/**
 * Those of a profile's rules that count for one container, in file order, as
 * podman picks them: a rule is left out when one of its `excludes` holds or
 * one of its `includes` does not. podman ignores `minKernel`.
 *
 * Source: containers/common pkg/seccomp, `setupSeccomp`.
 */
export function resolveRules(
  rules: readonly Rule[],
  context: ResolveContext
): Rule[] {
  const { capabilities } = context
  const arches = GO_ARCHITECTURES[context.architecture] ?? []
  const includes = ({ caps = [], arches: wanted = [] }: Filter) =>
    caps.every(c => capabilities.includes(c)) &&
    (wanted.length === 0 || wanted.some(a => arches.includes(a)))
  const excludes = ({ caps = [], arches: unwanted = [] }: Filter) =>
    caps.some(c => capabilities.includes(c)) ||
    unwanted.some(a => arches.includes(a))
  return rules.filter(
    rule => includes(rule.includes ?? {}) && !excludes(rule.excludes ?? {})
  )
}

/** The names that engines use in `arches`, Go's GOARCH. */
const GO_ARCHITECTURES: Partial<Record<Architecture, string[]>> = {
  SCMP_ARCH_X86_64: ['amd64'],
  SCMP_ARCH_X86: ['386', 'x86'],
  SCMP_ARCH_AARCH64: ['arm64'],
  SCMP_ARCH_ARM: ['arm'],
  SCMP_ARCH_RISCV64: ['riscv64'],
  SCMP_ARCH_PPC64LE: ['ppc64le'],
  SCMP_ARCH_S390X: ['s390x'],
  SCMP_ARCH_LOONGARCH64: ['loong64'],
  SCMP_ARCH_MIPS64: ['mips64'],
  SCMP_ARCH_MIPSEL64: ['mips64le']
}
