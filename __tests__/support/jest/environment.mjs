/**
 * Node's environment, for tests that run steps: of a test that fails it shows
 * what its last step said, so that a failure that is seen once can be explained.
 */
import { TestEnvironment } from 'jest-environment-node'

export default class extends TestEnvironment {
  handleTestEvent({ name, test }) {
    if (name === 'test_start') this.global.lastStep = undefined
    if (name !== 'test_done' || test.errors.length === 0) return
    const { log, outputs } = this.global.lastStep ?? {}
    if (log === undefined) return
    process.stderr.write(
      `\n== the last step of the failed test "${test.name}" said:\n${log}\n== its outputs: ${JSON.stringify(outputs)}\n`
    )
  }
}
