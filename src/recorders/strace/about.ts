import type { About } from '../about.ts'

export const strace = {
  name: 'strace',
  called: 'strace',
  sees: 'tried',
  rank: 2,
  slow: 'a program that does nothing but system calls takes several hundred times as long.',
  rootOnly: 'under strace it cannot use newuidmap, which is setuid'
} as const satisfies About
