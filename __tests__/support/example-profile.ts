import fs from 'node:fs'
import path from 'node:path'

import { ACTION } from '../../scripts/local-runner.ts'

const ENGINE_DEFAULT = '/usr/share/containers/seccomp.json'

interface Rule {
  names: string[]
  action: string
  errnoRet?: number
  args?: { index: number; value: number; op: string }[] | null
  includes?: { caps?: string[] }
}

const read = (file: string) =>
  JSON.parse(fs.readFileSync(file, 'utf8')) as { syscalls: Rule[] }

const isSocket = ({ names }: Rule) => names.join() === 'socket'

/** Whether podman's default refuses sockets of AF_VSOCK (40), as newer ones do. */
export function refusesVsock(): boolean {
  return read(ENGINE_DEFAULT).syscalls.some(
    rule => isSocket(rule) && rule.args?.some(({ value }) => value === 40)
  )
}

/**
 * The profile in the example's repository, as the action writes it here. On
 * socket(2) it says what podman's default says, and that is not the same
 * everywhere: containers-common 0.67 has other rules than 0.62.
 */
export function exampleProfile(): string {
  const committed = read(path.join(ACTION, 'example-app/seccomp.json'))
  const [ours] = committed.syscalls.filter(isSocket)
  const socket = read(ENGINE_DEFAULT)
    .syscalls.filter(isSocket)
    // For containers with more capabilities than podman gives by default.
    .filter(({ includes }) => includes?.caps === undefined)
    .map(({ names, action, errnoRet, args }) => ({
      ...ours,
      names,
      action,
      errnoRet,
      args: args?.map(({ index, value, op }) => ({ index, value, op }))
    }))
  // The default says one of them twice.
  const once = [...new Map(socket.map(r => [JSON.stringify(r), r])).values()]
  const syscalls = committed.syscalls.filter(rule => !isSocket(rule))
  const profile = { ...committed, syscalls: [...syscalls, ...once] }
  return `${JSON.stringify(profile, undefined, 2)}\n`
}
