/**
 * For dependency-cruiser: what the core reaches when it runs, by whatever way.
 * Paths as texts, and Node's comparisons of values, are no world.
 */
import { CORE, filesOf } from './rooms.mjs'

const PURE = '^(path|util)$'

/** A module of Node's, as dependency-cruiser names them; files have a dot. */
const NODES = '^[a-z_/]+$'

export default {
  forbidden: [
    {
      name: 'the-core-knows-no-world',
      comment: 'The core gets files, times and answers handed in.',
      severity: 'error',
      from: { path: filesOf(CORE) },
      to: { path: NODES, pathNot: PURE, reachable: true }
    },
    {
      name: 'the-core-knows-no-toolkit',
      severity: 'error',
      from: { path: filesOf(CORE) },
      to: { path: 'node_modules/@(actions|octokit)/', reachable: true }
    }
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: false,
    doNotFollow: { path: 'node_modules' }
  }
}
