import type { FailOn } from '../inputs/inputs.ts'
import type { Profile } from '../profile/types.ts'
import type { Findings } from './findings.ts'

/** What a run of the tests gave, and is to be told. */
export interface Found {
  findings: Findings
  failOn: FailOn
  /** Whether the profile was written anew into the workspace. */
  changed: boolean
  /** The new profile and its text; the text in the repository, if any. */
  profile: Profile
  text: { after: string; before: string | undefined }
}
