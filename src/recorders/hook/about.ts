import type { About } from '../about.ts'

export const hook = {
  name: 'hook',
  called: 'oci-seccomp-bpf-hook',
  sees: 'set-up',
  rank: 0,
  rootOnly: 'its hooks run as the user, who may not load BPF programs'
} as const satisfies About
