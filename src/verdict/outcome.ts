import type { Findings } from './findings.ts'

/** Where a run can be looked up, and what it tested. */
export interface Trail {
  /** The run's page; undefined where GitHub does not say. */
  runUrl: string | undefined
  /** The commit. */
  sha: string
  /** The branch that it was merged into for the test, if it was. */
  mergedInto: string | undefined
}

/** The result of a run, ready to be published. */
export interface Found {
  findings: Findings
  /** Whether a new profile was written to the workspace. */
  changed: boolean
  /** The new profile's text; the text in the repository, if any. */
  text: { after: string; before: string | undefined }
}
