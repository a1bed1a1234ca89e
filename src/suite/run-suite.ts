import { serve } from '../container/outside/serve.ts'
import {
  endTests,
  runContainer,
  runTests,
  type TestRun
} from '../container/run.ts'
import type { Suite } from './suite.ts'
import type { Traced } from './trace.ts'

/**
 * Runs the tests once, in the container or from outside. The container stays.
 *
 * @param title what the log calls this run
 * @param traced options of `podman run` besides the workflow's, and the command
 *   that runs it
 * @throws TestsFailed if they take too long or fail from outside; Cancelled
 */
export function runTestsOnce(
  { image, inputs, environment, world }: Suite,
  title: string,
  { options, wrap }: Traced
): Promise<TestRun> {
  const { podman, log, signal, container: name } = world
  const { tests, directory, timeoutMs, runArgs, source } = inputs
  const container = {
    image,
    name,
    directory,
    command: tests.command,
    mayPull: source.kind === 'image',
    options: [...options, ...runArgs],
    runArgs,
    wrap
  }
  if (tests.kind === 'inside') {
    return runTests(podman, log, { ...container, title, timeoutMs, signal })
  }
  return serve(podman, log, {
    ...tests,
    title,
    name,
    directory,
    environment,
    timeoutMs,
    signal,
    run: show => runContainer(podman, container, show),
    kill: () => endTests(podman, name)
  })
}
