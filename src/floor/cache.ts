import { createHash } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'

import { keepText } from '../host/files.ts'
import {
  type Floor,
  type FloorKey,
  parseFloor,
  serializeFloor
} from './floor.ts'

/** The floor that was measured earlier under the same key, if there is one. */
export async function readFloor(
  directory: string,
  key: FloorKey
): Promise<Floor | undefined> {
  const floor = parseFloor(
    await fs.readFile(fileOf(directory, key), 'utf8').catch(() => '')
  )
  return floor && textOf(floor.key) === textOf(key) ? floor : undefined
}

/** Keeps a floor. If that fails, it is measured again next time. */
export async function keepFloor(
  directory: string,
  floor: Floor
): Promise<void> {
  await keepText(fileOf(directory, floor.key), serializeFloor(floor))
}

function fileOf(directory: string, key: FloorKey): string {
  const digest = createHash('sha256').update(textOf(key)).digest('hex')
  return path.join(directory, `floor-${digest.slice(0, 16)}.json`)
}

/** The same text for the same key, whatever order a file has. */
function textOf(key: FloorKey): string {
  const { runtime, engine, kernel, recorders, recordedUnder, options, image } =
    key
  return JSON.stringify([
    runtime,
    engine,
    kernel,
    recorders,
    recordedUnder,
    options,
    image
  ])
}

/** Forgets a floor that turned out to be out of date. */
export async function forgetFloor(
  directory: string,
  key: FloorKey
): Promise<void> {
  await fs.rm(fileOf(directory, key), { force: true }).catch(() => undefined)
}
