/**
 * What the runner starts. It stands apart, for of the action itself an old Node
 * cannot even read all.
 */
import { faultOf } from './host/node-version.ts'

const fault = faultOf(process.version)
if (fault === undefined) {
  void import('./index.ts')
} else {
  process.stdout.write(`::error::${fault}\n`)
  process.exitCode = 1
}
