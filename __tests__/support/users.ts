import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'

/** A user of the machine, made for some tests. */
export interface TestUser {
  uid: number
  gid: number
  home: string
  name: string
}

/** What names of such users begin with; the process that made them follows. */
const PREFIX = 'lock-test-'

/**
 * Makes a user for this process's tests. Users of processes that were killed
 * are removed first.
 */
export function createUser(): TestUser {
  for (const [name, { pid }] of testUsers()) {
    if (!fs.existsSync(`/proc/${pid}`)) removeUser(name)
  }
  const name = `${PREFIX}${process.pid}`
  removeUser(name)
  // A number of its own: containers and other userlands have users whose
  // numbers begin at 1000, too, and all of a user's processes are killed.
  const uid = 20_000 + (process.pid % 40_000)
  if (processesOf(uid).length > 0) throw new Error(`${uid} is somebody's`)
  alone('useradd', '--create-home', `--uid=${uid}`, name)
  const id = (flag: string) =>
    Number(execFileSync('id', [flag, name], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g'), home: `/home/${name}`, name }
}

/**
 * Lets a user run something as root.
 *
 * @param what of sudoers(5), what stands behind the host
 */
export function allow({ name }: TestUser, what: string): void {
  fs.writeFileSync(sudoers(name), `${name} ALL=(ALL) ${what}\n`)
  fs.chmodSync(sudoers(name), 0o440)
}

/** Removes a user with all that is the user's, processes too. */
export function removeUser(name: string): void {
  fs.rmSync(sudoers(name), { force: true })
  const uid = testUsers().get(name)?.uid
  if (uid === undefined) return
  endProcesses(uid)
  alone('userdel', '--remove', name)
}

/** Kills the processes of a user, by number. */
export function endProcesses(uid: number): void {
  for (const pid of processesOf(uid)) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It has ended by itself.
    }
  }
  while (processesOf(uid).length > 0) spawnSync('sleep', ['0.1'])
}

const sudoers = (name: string) => `/etc/sudoers.d/${name}`

/** The list of users has one lock, for which nobody waits by itself. */
function alone(...command: string[]): void {
  execFileSync('flock', ['/run/lock-test-users', ...command], {
    stdio: 'ignore'
  })
}

function testUsers() {
  const passwd = fs.readFileSync('/etc/passwd', 'utf8')
  const lines = passwd.matchAll(
    new RegExp(`^(${PREFIX}(\\d+)):[^:]*:(\\d+):`, 'gm')
  )
  return new Map(
    [...lines].map(([, name = '', pid = '', uid]) => [
      name,
      { pid, uid: Number(uid) }
    ])
  )
}

function processesOf(uid: number): number[] {
  return fs
    .readdirSync('/proc')
    .filter(entry => /^\d+$/.test(entry))
    .map(Number)
    .filter(pid => {
      try {
        const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8')
        return (
          !/^State:\s*Z/m.test(status) &&
          new RegExp(`^Uid:\\s*${uid}\\s`, 'm').test(status)
        )
      } catch {
        return false
      }
    })
}
