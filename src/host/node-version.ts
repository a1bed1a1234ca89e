/** The Node that `runs.using` in action.yml names, by its major version. */
export const NODE = 24

/**
 * Why a Node is too old, and what to do about it, in one line; undefined if it
 * is new enough. Old versions read this file as well, so it uses nothing newer
 * than Node 12, the first version with modules.
 *
 * @param version as `process.version` has it: `v20.20.2`
 */
export function faultOf(version: string): string | undefined {
  if (parseInt(version.slice(1), 10) >= NODE) return undefined
  return (
    `seccomp-lock needs Node.js ${NODE} or later; this is ${version}. ` +
    `Update the runner: GitHub's includes Node.js ${NODE} from version 2.327.1 on, ` +
    'and other runners use the Node.js of their machine or image'
  )
}
