import { actionYml } from '../action-yml.ts'

/** What we know of an action. */
export interface Action {
  /** Its first major version that runs on node24, not on node20. */
  node24: number
  inputs: Partial<Record<string, { required?: boolean; default?: string }>>
}

/** An action whose inputs are these; those with a `*` must be given. */
function action(node24: number, inputs: string): Action {
  const entries = inputs.split(' ').map(word => {
    const name = word.replace('*', '')
    return [name, { required: name !== word }]
  })
  return { node24, inputs: Object.fromEntries(entries) as Action['inputs'] }
}

const CACHE = 'path* key* restore-keys enableCrossOsArchive lookup-only'

/**
 * The actions of others that a page or a workflow may use. The versions are
 * those whose own action.yml says `using: node24` first; the inputs those of
 * 2026, without some that nobody here will need.
 */
export const ACTIONS: Partial<Record<string, Action>> = {
  'actions/checkout': action(
    5,
    'repository ref token persist-credentials path clean filter fetch-depth fetch-tags lfs submodules'
  ),
  'actions/cache': action(5, `${CACHE} fail-on-cache-miss`),
  'actions/cache/restore': action(5, `${CACHE} fail-on-cache-miss`),
  'actions/cache/save': action(5, CACHE),
  'actions/setup-node': action(
    5,
    'node-version node-version-file check-latest registry-url cache package-manager-cache'
  ),
  'actions/upload-artifact': action(
    6,
    'name path* if-no-files-found retention-days compression-level overwrite include-hidden-files'
  ),
  'actions/download-artifact': action(
    7,
    'name artifact-ids path pattern merge-multiple github-token repository run-id'
  ),
  'actions/create-github-app-token': action(
    3,
    'client-id private-key* owner repositories permission-contents permission-pull-requests'
  ),
  'actions/attest': action(
    3,
    'subject-path subject-digest subject-name predicate-type predicate predicate-path github-token'
  ),
  'github/codeql-action/init': action(4, 'languages queries config'),
  'github/codeql-action/analyze': action(4, 'category'),
  'github/codeql-action/upload-sarif': action(
    4,
    'sarif_file checkout_path ref sha token category wait-for-processing'
  )
}

/** Our own, as the pages name it. */
export const OWN = 'seccomp-lock/seccomp-lock'

/** What a workflow may give to an action; undefined for one that is unknown. */
export function inputsOf(name: string): Action['inputs'] | undefined {
  return name === OWN ? actionYml.inputs : ACTIONS[name]?.inputs
}
