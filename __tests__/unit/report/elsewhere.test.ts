import { describe, expect, test } from '@jest/globals'

import { renderDrift, renderPortable } from '../../../src/report/elsewhere.ts'
import { findings } from '../../support/findings.ts'

describe('renderDrift', () => {
  test('says nothing where nothing drifted', () => {
    expect(renderDrift(findings())).toBe('')
  })

  test('names the calls, and the runner that they are from', () => {
    const provenance = 'Recorded under runc 1.3.3.'
    const text = renderDrift(
      findings({ drift: ['openat2', 'statx'], provenance })
    )
    expect(text).toMatch(/^### Runner drift\n\n/)
    expect(text).toContain('- `openat2`\n- `statx`\n')
    expect(text).toMatch(/\n\nRecorded under runc 1\.3\.3\.$/)
  })
})

describe('renderPortable', () => {
  test('says nothing where nothing was added', () => {
    expect(renderPortable(findings())).toBe('')
  })

  test('names each call with its reason, those of runtimes first', () => {
    const text = renderPortable(
      findings({
        portable: [
          { name: 'clock_gettime', runtimes: [], standsInFor: [] },
          {
            name: 'epoll_pwait2',
            runtimes: [],
            standsInFor: ['epoll_pwait', 'epoll_wait']
          },
          {
            name: 'setgid',
            runtimes: ['crun 1.8.1', 'runc 1.1.5'],
            standsInFor: ['setresgid']
          }
        ]
      })
    )
    expect(text).toContain('3 system calls</summary>')
    expect(text.split('\n').filter(line => line.startsWith('- '))).toEqual([
      '- `setgid`: crun 1.8.1, runc 1.1.5 need it to start a container',
      '- `clock_gettime`: answered by the vDSO (vdso(7)) where it can, and by a system call elsewhere',
      '- `epoll_pwait2`: may be used instead of `epoll_pwait`, `epoll_wait`'
    ])
    expect(text).toContain('`portability: off`')
    expect(text).toMatch(/^<details>[^]*<\/details>$/)
  })
})
