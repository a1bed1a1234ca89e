/**
 * How often a test tries what it tries: enough to find a fault by each change,
 * and as often as there is time for in a campaign (`npm run test:all` sets
 * SECCOMP_LOCK_CAMPAIGN=1).
 */
export const runs = (normal: number, campaign: number): number =>
  process.env['SECCOMP_LOCK_CAMPAIGN'] === '1' ? campaign : normal
