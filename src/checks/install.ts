import { UserError } from '../errors.ts'
import { podmanEnvironment } from '../host/environment.ts'
import type { Execute } from '../host/execute.ts'
import { displayCommand, type Log } from '../log.ts'

/**
 * Installs what a runner lacks (`setup: install`).
 *
 * @throws UserError if it fails
 */
export async function setUpRunner(world: {
  exec: Execute
  environment: NodeJS.ProcessEnv
  log: Log
  /** The path of scripts/setup-runner.sh. */
  setupScript: string
}): Promise<void> {
  const argv = [world.setupScript]
  const exitCode = await world.log.group('Set up the runner', show => {
    show(`${displayCommand(['bash', ...argv])}\n`)
    return world.exec('bash', argv, {
      env: podmanEnvironment(world.environment),
      silent: true,
      ignoreReturnCode: true,
      listeners: { stdout: show, stderr: show }
    })
  })
  if (exitCode !== 0) {
    throw new UserError(
      `the runner could not be set up: setup-runner.sh ended with exit code ${exitCode}`,
      {
        code: 'runner',
        hint: 'See the log for what failed. It needs root, or sudo without a password. Otherwise, install what it lists by hand.'
      }
    )
  }
}
