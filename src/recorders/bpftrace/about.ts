import type { About } from '../about.ts'

export const bpftrace = {
  name: 'bpftrace',
  called: 'bpftrace',
  sees: 'allowed',
  rank: 0
} as const satisfies About
