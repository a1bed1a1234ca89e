import { spawn } from 'node:child_process'
import fs from 'node:fs/promises'
import path from 'node:path'

/** Texts, by paths; with a mode that is not a file's; null for deleted ones. */
export type Files = Record<
  string,
  string | { mode: string; text: string | Buffer } | null
>

/**
 * Commits files in a bare repository as others do, without a request.
 *
 * @returns the commit
 */
export async function commitFiles(
  bare: string,
  ref: string,
  files: Files
): Promise<string> {
  const head = await fs
    .readFile(path.join(bare, ref), 'utf8')
    .catch(() => undefined)
  await fastImport(bare, [
    `commit ${ref}`,
    'committer A Person <a@invalid> 1700000000 +0000',
    'data 1',
    'x',
    ...(head ? [`from ${head.trim()}`] : []),
    ...Object.entries(files).flatMap(([name, file]) => {
      const quoted = JSON.stringify(name)
      if (file === null) return [`D ${quoted}`]
      const { mode, text } =
        typeof file === 'string' ? { mode: '100644', text: file } : file
      const length = `data ${Buffer.byteLength(text)}`
      return [`M ${mode} inline ${quoted}`, length, text]
    })
  ])
  return (await fs.readFile(path.join(bare, ref), 'utf8')).trim()
}

/** Runs git-fast-import(1) in a repository. */
export async function fastImport(
  repository: string,
  lines: readonly (string | Buffer)[]
): Promise<void> {
  const child = spawn('git', ['-C', repository, 'fast-import', '--quiet'], {
    stdio: ['pipe', 'ignore', 'inherit']
  })
  for (const line of lines) {
    child.stdin.write(line)
    child.stdin.write('\n')
  }
  child.stdin.end()
  const code = await new Promise(resolve => child.on('close', resolve))
  if (code !== 0) throw new Error(`git fast-import ended with ${String(code)}`)
}
