import { errnoCode, UserError } from '../errors.ts'
import { startBackground } from '../host/background.ts'
import { runOnHost } from './on-host.ts'
import { lastLines, type Podman } from './podman.ts'

type Signal = 'TERM' | 'KILL'

/**
 * Kills processes of root, or of the containers of a rootless podman.
 *
 * @throws UserError that names those that cannot be killed
 */
export async function killAsRoot(
  podman: Podman,
  pids: readonly number[],
  signal: Signal
): Promise<void> {
  if (podman.sudo) {
    await killFromContainer(podman, pids, signal)
    return
  }
  // Whatever a rootless podman starts is in a user namespace of the user, who
  // may signal it (user_namespaces(7)). A tracer is root's.
  const refused = pids.filter(pid => !signalled(pid, signal))
  if (podman.rootless && refused.length > 0) {
    await killThroughSudo(refused, signal, podman.environment)
  }
}

/** @returns false if that is not allowed */
function signalled(pid: number, signal: Signal): boolean {
  try {
    process.kill(pid, `SIG${signal}`)
  } catch (error) {
    // Otherwise it has ended by itself.
    return errnoCode(error) !== 'EPERM'
  }
  return true
}

/** Needs a sudoers entry that allows more than a tracer. */
async function killThroughSudo(
  pids: readonly number[],
  signal: Signal,
  environment: Record<string, string>
): Promise<void> {
  const kill = startBackground(
    ['sudo', '-n', 'kill', `-${signal}`, ...pids.map(String)],
    environment
  )
  const { code } = await kill.ended
  // It also fails if one has ended by itself.
  const left = code === 0 ? [] : pids.filter(exists)
  if (left.length > 0) throw notStopped(kill.stderr(), left)
}

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return errnoCode(error) === 'EPERM'
  }
}

/**
 * A user whose sudoers entry allows only podman can signal root's processes
 * only from a container that shares the host's process namespace.
 */
async function killFromContainer(
  podman: Podman,
  pids: readonly number[],
  signal: Signal
): Promise<void> {
  const result = await runOnHost(
    podman,
    ['--pid=host', '--cap-add=KILL'],
    // Those that have ended meanwhile do not matter.
    `for pid; do kill -${signal} "$pid" 2>/dev/null; done; true`,
    pids.map(String)
  )
  if (result.exitCode !== 0) throw notStopped(result.stderr, pids)
}

function notStopped(said: string, pids: readonly number[]): UserError {
  return new UserError(
    `root's processes cannot be stopped: ${lastLines(said, 3)}`,
    {
      code: 'runner',
      hint: `Their process IDs on the runner: ${pids.join(', ')}`
    }
  )
}
