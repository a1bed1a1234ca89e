import type { exec } from '@actions/exec'

/** The function of @actions/exec, handed in. */
export type Execute = typeof exec
