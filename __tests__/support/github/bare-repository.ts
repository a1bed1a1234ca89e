import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import type { Ended, Programs, Run } from './programs.ts'

const HOOK = fileURLToPath(new URL('./pre-receive.sh', import.meta.url))

/** What GitHub has set; and what makes git, here, end with the push. */
const SETTINGS = `
[http]
  receivepack = true
[uploadpack]
  allowFilter = true
  allowTipSHA1InWant = true
  allowReachableSHA1InWant = true
[receive]
  # "deny updating a hidden ref"
  hideRefs = refs/pull/
  autogc = false
[core]
  # Who waits for a ref that another moves learns where it went.
  filesRefLockTimeout = 10000
[gc]
  auto = 0
`

/** Of an object: its name and whether it is a commit, tree, blob or tag. */
export interface Found {
  oid: string
  type: string
}

/** A line of a tree. */
export interface Entry extends Found {
  /** As git writes it, `100644`. */
  mode: string
  path: string
}

/** What is written in a commit. */
export interface Committed {
  tree: string
  parents: string[]
  author: { name: string; email: string }
  message: string
}

/** A bare git repository with the hook of GitHub's servers. */
export class BareRepository {
  readonly directory: string
  readonly #programs: Programs

  private constructor(directory: string, programs: Programs) {
    this.directory = directory
    this.#programs = programs
  }

  /** Makes an empty one, whose branch will be `main`. */
  static async create(
    directory: string,
    programs: Programs
  ): Promise<BareRepository> {
    fs.mkdirSync(directory, { recursive: true })
    const made = new BareRepository(directory, programs)
    await made.git(['init', '--quiet', '--bare', '--initial-branch=main'])
    fs.appendFileSync(path.join(directory, 'config'), SETTINGS)
    fs.copyFileSync(HOOK, made.#beside('pre-receive'))
    fs.chmodSync(made.#beside('pre-receive'), 0o755)
    fs.writeFileSync(made.#beside('protected'), '')
    fs.writeFileSync(made.#beside('forced'), '')
    return made
  }

  /** Has the hook refuse whatever moves a ref, given by its full name. */
  protect(ref: string): void {
    fs.appendFileSync(this.#beside('protected'), `${ref}\n`)
  }

  /** The moves other than forward that the hook saw: `old new ref`. */
  forced(): string[] {
    return fs
      .readFileSync(this.#beside('forced'), 'utf8')
      .split('\n')
      .filter(line => line !== '')
  }

  /** What git prints; fails where git does. */
  async git(args: readonly string[], run: Partial<Run> = {}): Promise<Buffer> {
    const { status, stdout, stderr } = await this.tryGit(args, run)
    if (status === 0) return stdout
    throw new Error(`git ${args.join(' ')}: ${stderr}`)
  }

  tryGit(args: readonly string[], run: Partial<Run> = {}): Promise<Ended> {
    return this.#programs.run('git', args, { cwd: this.directory, ...run })
  }

  /** Where a ref of exactly this full name points. */
  async refAt(ref: string): Promise<Found | undefined> {
    if (!ref.startsWith('refs/')) return undefined
    // It is a pattern there, which branches below it and others match, too.
    const format = '--format=%(objectname) %(objecttype) %(refname)'
    const text = await this.git(['for-each-ref', format, ref])
    return text
      .toString()
      .split('\n')
      .map(line => line.split(' '))
      .filter(([, , name]) => name === ref)
      .map(([oid = '', type = '']) => ({ oid, type }))[0]
  }

  /** The object of an expression such as `main` or `main:README.md`. */
  async find(expression: string): Promise<Found | undefined> {
    if (/[\n\0]/.test(expression)) return undefined
    const input = `${expression}\n`
    const line = await this.git(['cat-file', '--batch-check'], { input })
    const match = /^([0-9a-f]{40}) (\w+) \d+\n$/.exec(line.toString())
    const [, oid, type] = match ?? []
    return oid !== undefined && type !== undefined ? { oid, type } : undefined
  }

  /** The entries of a tree, or the one with this path. */
  async entries(treeish: string, path?: string): Promise<Entry[]> {
    if (path !== undefined && !isPath(path)) return []
    const one = path === undefined ? [] : ['--', path]
    const text = await this.git(['ls-tree', '-z', treeish, ...one])
    return text
      .toString()
      .split('\0')
      .filter(line => line !== '')
      .map(line => {
        const tab = line.indexOf('\t')
        const [mode = '', type = '', oid = ''] = line.slice(0, tab).split(' ')
        return { mode, type, oid, path: line.slice(tab + 1) }
      })
  }

  async blob(oid: string): Promise<Buffer> {
    return this.git(['cat-file', 'blob', oid])
  }

  async commit(oid: string): Promise<Committed> {
    const text = (await this.git(['cat-file', 'commit', oid])).toString()
    const end = text.indexOf('\n\n')
    const headers = text.slice(0, end).split('\n')
    const all = (name: string) =>
      headers
        .filter(line => line.startsWith(`${name} `))
        .map(line => line.slice(name.length + 1))
    const author = /^(.*) <(.*)> \d+ [+-]\d+$/.exec(all('author')[0] ?? '')
    return {
      tree: all('tree')[0] ?? '',
      parents: all('parent'),
      author: { name: author?.[1] ?? '', email: author?.[2] ?? '' },
      message: text.slice(end + 2)
    }
  }

  /** Whether the hook lets a ref move, asked as git asks it for a push. */
  async admits(old: string, oid: string, ref: string): Promise<boolean> {
    const { status } = await this.#programs.run('hooks/pre-receive', [], {
      cwd: this.directory,
      environment: { GIT_DIR: '.' },
      input: `${old} ${oid} ${ref}\n`
    })
    return status === 0
  }

  #beside(name: string): string {
    return path.join(this.directory, 'hooks', name)
  }
}

/** Whether this can be the path of an entry, as git writes it. */
const isPath = (text: string) =>
  text !== '' &&
  !text.includes('\0') &&
  text.split('/').every(part => part !== '' && part !== '.' && part !== '..')
