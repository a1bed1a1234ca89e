import type { FailOn } from '../inputs/inputs.ts'
import type { Profile } from '../profile/types.ts'
import type { Findings } from './findings.ts'

/** The result of a run, ready to be published. */
export interface Found {
  findings: Findings
  failOn: FailOn
  /** Whether a new profile was written to the workspace. */
  changed: boolean
  /** The new profile and its text; the text in the repository, if any. */
  profile: Profile
  text: { after: string; before: string | undefined }
}
