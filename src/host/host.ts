import type { Architecture } from '../syscalls/architectures.ts'

/** The machine that recordings are made on. */
export interface Host {
  architecture: Architecture
  kernel: string
  /** Whether tracers must be started through `sudo -n`. */
  sudo: boolean
  /** Whether podman runs as the runner's user, and not as root. */
  rootless: boolean
  /** The environment variables that podman and tracers may see. */
  environment: Record<string, string>
}
