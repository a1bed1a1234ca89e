/**
 * Jest's transform of TypeScript: Node's own, which takes the types away and
 * checks none of them (`npm run typecheck` does). The source map keeps the
 * lines of stack traces those of the source.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { fileURLToPath } from 'node:url'

const own = readFileSync(fileURLToPath(import.meta.url))

export default {
  process: (source, path) => ({
    code: stripTypeScriptTypes(source, {
      mode: 'transform',
      sourceMap: true,
      sourceUrl: path
    })
  }),
  getCacheKey: (source, path) =>
    createHash('sha256')
      .update([process.version, own, path, source].join('\0'))
      .digest('hex')
}
