import type { Architecture } from '../syscalls/architectures.ts'

/** The machine that something is recorded on. */
export interface Host {
  architecture: Architecture
  kernel: string
  /** Whether tracers must be started through `sudo -n`. */
  sudo: boolean
  /** Whether podman runs as the runner's user, and not as root. */
  rootless: boolean
  /** What podman and tracers may see of the environment. */
  environment: Record<string, string>
}
