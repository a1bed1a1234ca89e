import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

import { expect, test } from '@jest/globals'

import { effort } from '../../support/effort.ts'
import type { FuzzReport } from '../../support/profiles/fuzz-profiles.ts'

const SEED = 20_260
const INPUTS = effort(2000, 20_000)
const MAX_GROWTH_MB = 200
const TIMEOUT_MS = 180_000

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

test(
  `${INPUTS} mutated profiles (seed ${SEED}) are read or refused, in little memory`,
  () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [
        // So that what grows is what is needed, not garbage yet to be swept.
        `--max-old-space-size=${MAX_GROWTH_MB / 2}`,
        '--no-warnings',
        here('../../support/profiles/fuzz-profiles.ts'),
        String(SEED),
        String(INPUTS),
        here('../../fixtures/profiles')
      ],
      { encoding: 'utf8', timeout: TIMEOUT_MS }
    )
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const report = JSON.parse(stdout) as FuzzReport
    expect(report.failure).toBeUndefined()
    expect(report.profiles + report.userErrors).toBe(INPUTS)
    expect(report.profiles).toBeGreaterThan(INPUTS / 20)
    expect(report.growthMb).toBeLessThan(MAX_GROWTH_MB)
  },
  TIMEOUT_MS + 5000
)
