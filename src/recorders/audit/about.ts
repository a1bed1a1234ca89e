import type { About } from '../about.ts'

export const audit = {
  name: 'audit',
  called: "the kernel's audit records",
  sees: 'allowed',
  rank: 1,
  slow: 'a program that does nothing but system calls takes about 25 times as long.',
  rootOnly: 'only root may give a container an audit session of its own'
} as const satisfies About
