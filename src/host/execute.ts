import type { exec } from '@actions/exec'

/** The function of @actions/exec, passed in. */
export type Execute = typeof exec
