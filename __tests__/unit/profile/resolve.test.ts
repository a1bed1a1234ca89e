import { expect, test } from '@jest/globals'

import { resolveRules } from '../../../src/profile/resolve.ts'
import { treatmentOf } from '../../../src/profile/treatment.ts'
import type { Filter } from '../../../src/profile/types.ts'
import type { Architecture } from '../../../src/syscalls/architectures.ts'
import { PODMAN_DEFAULT_CAPABILITIES } from '../../../src/syscalls/capabilities.ts'
import { podmanDefault } from '../../support/profiles/podman-default.ts'

const both = ['CAP_A', 'CAP_B']

test.each<
  [string, { includes?: Filter; excludes?: Filter }, string[], boolean]
>([
  ['no filter', {}, [], true],
  [
    'a capability that is there',
    { includes: { caps: ['CAP_A'] } },
    ['CAP_A'],
    true
  ],
  ['a capability that is not', { includes: { caps: ['CAP_A'] } }, [], false],
  ['one of two capabilities', { includes: { caps: both } }, ['CAP_A'], false],
  ['both capabilities', { includes: { caps: both } }, both, true],
  ['an excluding capability', { excludes: { caps: both } }, ['CAP_B'], false],
  ['no excluding capability', { excludes: { caps: both } }, ['CAP_C'], true],
  ['this architecture', { includes: { arches: ['arm64', 'amd64'] } }, [], true],
  ['another architecture', { includes: { arches: ['arm64'] } }, [], false],
  [
    'this architecture excluded',
    { excludes: { arches: ['amd64'] } },
    [],
    false
  ],
  [
    'architecture, but not capability',
    { includes: { arches: ['amd64'], caps: both } },
    [],
    false
  ],
  [
    'a kernel of the future, which podman ignores',
    { includes: { minKernel: '99.0' } },
    [],
    true
  ]
])('%s', (_, filters, capabilities, counts) => {
  const rules = resolveRules(
    [{ names: ['read'], action: 'SCMP_ACT_ALLOW', args: [], ...filters }],
    { architecture: 'SCMP_ARCH_X86_64', capabilities }
  )
  expect(rules).toHaveLength(counts ? 1 : 0)
})

test.each<[string, Architecture, string[], string]>([
  ['read', 'SCMP_ARCH_X86_64', [], 'allowed'],
  ['bdflush', 'SCMP_ARCH_X86_64', [], 'refused'],
  ['no_such_call', 'SCMP_ARCH_X86_64', [], 'refused'],
  ['bpf', 'SCMP_ARCH_X86_64', [], 'refused'],
  ['bpf', 'SCMP_ARCH_X86_64', ['CAP_SYS_ADMIN'], 'allowed'],
  ['chroot', 'SCMP_ARCH_X86_64', [], 'allowed'],
  ['arch_prctl', 'SCMP_ARCH_X86_64', [], 'allowed'],
  ['arch_prctl', 'SCMP_ARCH_AARCH64', [], 'refused'],
  ['cacheflush', 'SCMP_ARCH_AARCH64', [], 'allowed'],
  ['cacheflush', 'SCMP_ARCH_RISCV64', [], 'refused'],
  ['personality', 'SCMP_ARCH_X86_64', [], 'conditional'],
  ['socket', 'SCMP_ARCH_X86_64', [], 'conditional'],
  ['socket', 'SCMP_ARCH_X86_64', ['CAP_AUDIT_WRITE'], 'allowed']
])(
  "podman's default: %s on %s with %j more is %s",
  (name, architecture, more, kind) => {
    const capabilities = [...PODMAN_DEFAULT_CAPABILITIES, ...more]
    const rules = resolveRules(podmanDefault.syscalls, {
      architecture,
      capabilities
    })
    expect(treatmentOf(rules, name, podmanDefault).kind).toBe(kind)
  }
)
