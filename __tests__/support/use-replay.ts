import fs from 'node:fs'
import path from 'node:path'

import { expect } from '@jest/globals'

import type { StepOptions, StepResult } from '../../scripts/local-runner.ts'
import { allowedNames } from '../../src/profile/compare/diff.ts'
import { parseProfile } from '../../src/profile/parse.ts'
import { BASE_IMAGE } from './scratch.ts'
import { useScratch } from './use-scratch.ts'

/** Steps that replay. */
export function useReplay() {
  const scratch = useScratch()
  const profileFile = () => path.join(scratch.workspace, 'seccomp.json')
  return {
    scratch,

    step: (
      inputs: Record<string, string>,
      options: Partial<StepOptions> = {}
    ) => {
      const base = { image: BASE_IMAGE, recorder: 'bpftrace' }
      return scratch.step({ ...base, 'fail-on': 'never', ...inputs }, options)
    },

    /**
     * Inputs for tests that know the number of their run, `$n`: it is in a
     * file that they have mounted.
     *
     * @param script what they do beside listing a directory
     * @param first the number of the first run
     */
    counting: (script: string, first = 1): Record<string, string> => {
      scratch.write('state/n', `${first}\n`)
      return {
        command: `sh -c 'read n < /state/n; echo $((n + 1)) > /state/n; ls -d /; ${script}'`,
        'run-args': `--volume=${scratch.workspace}/state:/state`
      }
    },

    /** How often such tests were run. */
    runs: () =>
      Number(fs.readFileSync(path.join(scratch.workspace, 'state/n'), 'utf8')) -
      1,

    /** The names that the written profile allows. */
    allowed: () =>
      allowedNames(parseProfile(scratch.profile() ?? '', 'f').syscalls),

    /**
     * Puts a profile into the workspace.
     *
     * @returns asserts that nobody touched it
     */
    given: (text: string): (() => void) => {
      scratch.write('seccomp.json', text)
      const look = () => {
        const { mtimeMs, ino } = fs.statSync(profileFile())
        return { text: scratch.profile(), mtimeMs, ino }
      }
      const before = look()
      return () => {
        expect(look()).toEqual(before)
      }
    }
  }
}

/** The names in an output. */
export const list = (json = '') => JSON.parse(json) as string[]

/** A list of one rule of the user's. */
export const ruled = (rule: object) =>
  `${JSON.stringify(
    { defaultAction: 'SCMP_ACT_ERRNO', defaultErrnoRet: 38, syscalls: [rule] },
    undefined,
    2
  )}\n`

/** Lists which calls are allowed, none of them needed. */
export const LIST = ruled({ names: ['acct'], action: 'SCMP_ACT_ALLOW' })

/** What a step says of each run under the profile. */
export const replayed = ({ log }: StepResult) =>
  log.match(/^Replayed: .*$/gm) ?? []
