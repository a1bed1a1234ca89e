import fs from 'node:fs/promises'

/** The rights that this process and those that it starts can get. */
export interface Privileges {
  /** A bit for each capability, including those reached through sudo. */
  capabilities: bigint
  /**
   * Whether programs such as sudo cannot give more,
   * PR_SET_NO_NEW_PRIVS(2const).
   */
  noNewPrivileges: boolean
}

/** Numbers of capabilities, linux/capability.h. */
export const CAPABILITIES = {
  CAP_SYS_PTRACE: 19,
  CAP_SYS_ADMIN: 21,
  CAP_AUDIT_CONTROL: 30,
  CAP_AUDIT_READ: 37
} as const

/**
 * The rights that this process can get.
 *
 * @returns undefined if /proc does not say
 */
export async function readPrivileges(
  sudo: boolean
): Promise<Privileges | undefined> {
  const text = await fs.readFile('/proc/self/status', 'utf8').catch(() => '')
  return parsePrivileges(text, sudo)
}

/**
 * Reads /proc/PID/status, proc_pid_status(5).
 *
 * @param sudo whether root is reached through sudo, which the bounding set
 *   limits, capabilities(7); otherwise the effective set counts
 */
export function parsePrivileges(
  status: string,
  sudo: boolean
): Privileges | undefined {
  const set = sudo ? /^CapBnd:\s*([0-9a-f]+)$/m : /^CapEff:\s*([0-9a-f]+)$/m
  const hex = set.exec(status)?.[1]
  if (hex === undefined) return undefined
  return {
    capabilities: BigInt(`0x${hex}`),
    noNewPrivileges: /^NoNewPrivs:\s*1$/m.test(status)
  }
}

/** Whether root has a capability here; true if that is not known. */
export function canHave(
  privileges: Privileges | undefined,
  name: keyof typeof CAPABILITIES
): boolean {
  if (!privileges) return true
  return ((privileges.capabilities >> BigInt(CAPABILITIES[name])) & 1n) === 1n
}
