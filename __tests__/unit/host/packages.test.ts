import { expect, test } from '@jest/globals'

import { installCommandOn } from '../../../src/host/packages.ts'

test.each([
  ['ID=fedora\n', 'bcc', 'sudo dnf install --assumeyes bcc'],
  [
    'ID="rocky"\nID_LIKE="rhel centos fedora"\n',
    'bcc',
    'sudo dnf install --assumeyes bcc'
  ],
  ['NAME=x\nID=debian\n', 'bcc', 'sudo apt-get install --yes libbpfcc'],
  [
    'ID=ubuntu\nID_LIKE=debian\n',
    'strace',
    'sudo apt-get install --yes strace'
  ],
  [
    'ID=pop\nID_LIKE="ubuntu debian"\n',
    'constructor',
    'sudo apt-get install --yes constructor'
  ],
  ['', 'strace', 'sudo dnf install --assumeyes strace']
])('%j: %s', (osRelease, name, expected) => {
  expect(installCommandOn(osRelease, name)).toBe(expected)
})
