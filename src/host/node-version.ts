/** The Node that `runs.using` in action.yml names, by its major version. */
export const NODE = 24

/**
 * What is wrong with a Node that is too old, and what to do, in one line;
 * undefined where nothing is. Old ones read this file, too: there is nothing
 * in it that came after Node 12, which was the first to have modules.
 *
 * @param version as `process.version` has it: `v20.20.2`
 */
export function faultOf(version: string): string | undefined {
  if (parseInt(version.slice(1), 10) >= NODE) return undefined
  return (
    `seccomp-lock needs Node.js ${NODE} or later; this is ${version}. ` +
    `Update the runner: GitHub's has node${NODE} from version 2.327.1 on, ` +
    'and any other takes the Node.js of its machine or image'
  )
}
