import type { Group } from '../input.ts'

export const GITHUB = {
  title: 'GitHub',
  about: 'What the step may do on GitHub. More in [on GitHub](github.md).',
  inputs: {
    commit: {
      value: {
        kind: 'choice',
        meanings: {
          'on-push':
            'to the branch that was pushed, scheduled or dispatched, if the tests passed under the profile in the replay, and only on top of the commit that was tested',
          never: 'committing is left to you'
        }
      },
      default: 'on-push',
      help: 'Whether a new profile is committed.',
      details: [
        'The job needs `permissions: contents: write`. What a run has committed does not fail it. A profile with a dangerous call that the workflow does not name is not committed ([`accept-dangerous`](#accept-dangerous)). All conditions: [the commit](github.md#the-commit).'
      ]
    },
    'commit-message': {
      value: { kind: 'text', what: 'one or more lines of text' },
      default: '',
      unset: 'what changed, such as `chore(seccomp): allow mkdir`',
      help: 'The message of that commit.',
      details: ['If it is one line, the calls are listed below it.']
    },
    'commit-via': {
      value: {
        kind: 'choice',
        meanings: {
          api: "GitHub's GraphQL API, which signs the commit",
          git: '`git push`, for servers without that API. The commit is not signed'
        }
      },
      default: 'api',
      help: 'How the commit reaches GitHub.',
      details: [
        'A profile whose file is executable is committed with git in either case.'
      ]
    },
    comment: {
      value: {
        kind: 'choice',
        meanings: {
          'on-change':
            'when there is something to say, and to say later that it is resolved',
          always: 'in every run for the pull request',
          never: 'no comment is written or changed'
        }
      },
      default: 'on-change',
      help: 'When the comment on a pull request is written.',
      details: [
        'A pull request has one comment, which later runs update. The job needs `permissions: pull-requests: write`.'
      ]
    },
    'comment-key': {
      value: {
        kind: 'text',
        what: 'a text',
        maxLength: 200
      },
      default: '',
      unset: 'the path of the profile',
      help: 'Tells the comments of several jobs apart: each key has one.',
      details: [
        'Jobs that test the same profile for one pull request, as on two runners, need a key each.'
      ]
    },
    'accept-label': {
      value: { kind: 'text', what: 'the name of a label', maxLength: 50 },
      default: 'seccomp: accept',
      help: "The label that accepts a pull request's new profile.",
      details: [
        'When someone sets it on a pull request whose branch is in the same repository, the run that this starts commits the profile to the branch. GitHub lets only people with the triage role or more set labels. A dangerous call still needs its line in [`accept-dangerous`](#accept-dangerous). If it is empty, no label does anything.',
        'The workflow has to run when a label is set: `pull_request: types: [opened, synchronize, reopened, labeled]`.'
      ]
    },
    'sarif-path': {
      value: { kind: 'path' },
      default: '',
      unset: 'no such file is written',
      help: 'Where to write the dangerous and notable findings as SARIF.',
      details: ['The file must be in the workspace, and not be the profile.']
    },
    'allow-forks': {
      value: {
        kind: 'choice',
        meanings: {
          false: 'the step fails before anything is run',
          true: "the code is run. A stranger's code can do lasting damage to such a runner"
        }
      },
      default: 'false',
      help: 'Whether a self-hosted runner may run the code of a fork.',
      details: [
        "GitHub's own machines run it in either case. When to allow it: [forks](github.md#forks)."
      ]
    },
    'github-token': {
      value: { kind: 'text', what: 'a GitHub token' },
      default: '${{ github.token }}',
      help: 'The token for commits and comments.',
      details: [
        'By default, that of the job. podman, the build and the tests never get it ([the token](github.md#the-token)). If it is empty, nothing is committed and no comment is written.'
      ]
    }
  }
} as const satisfies Group
