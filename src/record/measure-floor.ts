import { createHash } from 'node:crypto'

import { engineName } from '../container/engine.ts'
import { readImageConfig } from '../container/image.ts'
import { runTests } from '../container/run.ts'
import { UserError } from '../errors.ts'
import { keepFloor, readFloor } from '../floor/cache.ts'
import type { Floor, FloorKey } from '../floor/floor.ts'
import { floorOf, noopOptions } from '../floor/measure.ts'
import { cacheDirectory } from '../host/cache.ts'
import type { Choice } from '../recorders/choose.ts'
import type { Suite } from '../suite/suite.ts'
import {
  NotRecorded,
  RecorderFailed,
  type Trace,
  trace
} from '../suite/trace.ts'

/** The container that does nothing failed. */
class NotMeasured extends UserError {}

/** A digest of options. */
function digest(options: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(options)).digest('hex')
}

/**
 * The floor of the runtime under the tests' own image and options: kept from an
 * earlier run, or measured now with a container that does nothing.
 *
 * @param under options that load the profile to record under
 * @returns undefined if it cannot be measured; the tests will show why
 * @throws RecorderFailed, Cancelled
 */
export async function provideFloor(
  suite: Suite,
  choice: Choice,
  under: readonly string[]
): Promise<Floor | undefined> {
  const { image, engine, environment, world } = suite
  const { podman, log, scratch } = world
  const directory = cacheDirectory(environment)
  const config = await readImageConfig(podman, image)
  const kept =
    config && (await readFloor(directory, keyOf(suite, choice, config)))
  if (kept) return kept
  const noop = await noopOptions(engine.architecture, scratch)
  if (!noop) return undefined
  try {
    const { first, second } = await traceNoop(suite, choice, [
      ...under,
      ...suite.inputs.runArgs,
      ...noop
    ])
    const known = config ?? (await readImageConfig(podman, image)) ?? []
    const floor = floorOf(
      keyOf(suite, choice, known),
      first,
      second instanceof UserError ? undefined : second
    )
    const isWhole =
      !second || (!(second instanceof UserError) && second.lost.length === 0)
    if (isWhole) await keepFloor(directory, floor)
    return floor
  } catch (error) {
    // A recorder that cannot record this container can record none.
    if (error instanceof NotRecorded) {
      throw new RecorderFailed(choice.first.name, error)
    }
    if (!(error instanceof NotMeasured)) throw error
    log.info(`What the runtime needs could not be measured: ${error.message}`)
    return undefined
  }
}

/** @param config the image's user and directory */
function keyOf(
  { engine, inputs }: Suite,
  { first, second }: Choice,
  config: string[]
): FloorKey {
  return {
    runtime: engine.runtime,
    engine: engineName(engine),
    kernel: engine.kernel,
    recorders: [first, second].flatMap(r => (r ? [r.name] : [])),
    recordedUnder: inputs.recordUnder,
    // A digest, because they may be confidential.
    options: digest(inputs.runArgs),
    image: config
  }
}

/**
 * Records the container that does nothing.
 *
 * @param own options of `podman run` besides the recorder's
 * @throws NotMeasured if the container failed; as `trace`
 */
function traceNoop(
  { image, inputs, world }: Suite,
  choice: Choice,
  own: readonly string[]
): Promise<Trace> {
  const { podman, log, signal, container: name } = world
  return trace(
    choice,
    world,
    ({ options, wrap }) =>
      runTests(podman, log, {
        title:
          'Measure what the runtime needs: start a container that does nothing',
        image,
        name,
        signal,
        wrap,
        mayPull: inputs.source.kind === 'image',
        command: [],
        options: [...options, ...own],
        runArgs: inputs.runArgs,
        directory: inputs.directory,
        timeoutMs: inputs.timeoutMs
      }),
    ({ started, exitCode }) => {
      if (!started || exitCode !== 0) {
        throw new NotMeasured(`it ended with exit code ${exitCode}`, {
          code: 'recording'
        })
      }
    }
  )
}
