import type { Architecture } from '../syscalls/architectures.js'

/** What one traced run saw. */
export interface Recording {
  recorder: 'hook'
  architecture: Architecture
  /** Every system call that was seen, sorted and unique. */
  names: string[]
}
