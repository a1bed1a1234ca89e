import { expect, test } from '@jest/globals'

import { shortReason } from '../../../src/replay/runtimes.ts'

test.each([
  [
    'Error: OCI runtime error: crun: cgroups in hybrid mode not supported, drop all controllers from cgroupv2',
    'cgroups in hybrid mode not supported'
  ],
  [
    'a warning\nError: runc: runc create failed: no space, and more\n',
    'runc create failed: no space'
  ],
  [
    'nothing; it ended with exit code 128',
    'nothing; it ended with exit code 128'
  ],
  ['x'.repeat(200), `${'x'.repeat(100)}…`],
  ['', '']
])('of %j the log says: %s', (said, reason) => {
  expect(shortReason(said)).toBe(reason)
})
