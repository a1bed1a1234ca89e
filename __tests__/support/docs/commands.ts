import type { Block } from './pages.ts'

/** What becomes of a command of the pages in our tests. */
export type Fate =
  /**
   * e2e/docs.test.ts runs it as it is printed, with stand-ins for what is the
   * reader's own, and looks for this in what it prints.
   */
  | { prints: RegExp }
  /** This file runs it, in these words. */
  | { by: string; as: string }
  /** It cannot be run by tests, since it needs this. */
  | { needs: string }

const HERE = { prints: /^/ }

const GITHUB = { needs: 'GitHub, and a repository of the reader there' }
const SERVICE = { needs: 'a runner of GitHub that is installed, and systemd' }

/**
 * The commands of the blocks `sh host`, which need more than a checkout, and
 * those of the blocks `sh` that other tests run. The other blocks `sh` are run
 * as printed, at the top of a checkout.
 */
export const FATES: Partial<Record<string, Fate>> = {
  'npm run check': { by: 'scripts/test.sh', as: 'npm run --silent check' },
  'npm run example': { prints: /Function not implemented/ },

  // What stands in for the server has this checkout.
  'git clone https://github.com/seccomp-lock/seccomp-lock': HERE,
  'git clone https://github.com/seccomp-lock/seccomp-lock.git': HERE,
  'cd seccomp-lock': HERE,

  // docs/troubleshooting.md
  'podman run --rm --cap-add=SYS_PTRACE --entrypoint=strace IMAGE -f -k -e trace=CALL ./test.sh':
    { needs: 'an image with strace and the tests in it' },

  // docs/use-it.md
  'podman run --security-opt seccomp=seccomp.json IMAGE': { prints: /passed/ },
  'docker run --security-opt seccomp=seccomp.json IMAGE': { prints: /passed/ },
  'podman build --label "io.containers.seccomp.profile=$(jq --compact-output . seccomp.json)" --tag IMAGE .':
    HERE,
  'podman run --seccomp-policy=image IMAGE': { prints: /passed/ },
  'podman exec app grep Seccomp /proc/1/status': { prints: /^Seccomp:\s2$/m },
  'install -D --mode=644 seccomp.json "/var/lib/kubelet/seccomp/profiles/app-$(sha256sum seccomp.json | cut -c1-12).json"':
    HERE,
  "echo '{}' > config.json": HERE,
  'oras push --config config.json:application/vnd.cncf.seccomp-profile.config.v1+json registry.example/app-seccomp:v1 seccomp.json':
    { needs: 'oras, and a registry' },

  // docs/runner.md
  'sudo bash scripts/setup-runner.sh': {
    by: 'scripts/setup-development.sh',
    as: 'bash "$here/setup-runner.sh"'
  },
  'sudo useradd --create-home --shell /bin/bash github': {
    needs: 'a user of its own, who stays'
  },
  'sudo visudo --file=/etc/sudoers.d/zz-seccomp-lock': {
    needs: 'a person with an editor'
  },
  'sudo --login --user=github': { needs: 'that user, and a terminal' },
  'mkdir actions-runner && cd actions-runner': HERE,
  'curl -o actions-runner-linux-x64-VERSION.tar.gz -L https://github.com/actions/runner/releases/download/vVERSION/actions-runner-linux-x64-VERSION.tar.gz':
    GITHUB,
  'echo "HASH actions-runner-linux-x64-VERSION.tar.gz" | shasum -a 256 -c':
    GITHUB,
  'tar xzf ./actions-runner-linux-x64-VERSION.tar.gz': GITHUB,
  './config.sh --url https://github.com/OWNER/REPOSITORY --token TOKEN --labels seccomp':
    GITHUB,
  exit: GITHUB,
  'sudo bash /home/github/actions-runner/bin/installdependencies.sh': GITHUB,
  "sudo bash -c 'cd /home/github/actions-runner && ./svc.sh install github'":
    SERVICE,
  'sudo semanage fcontext --add --type=bin_t /home/github/actions-runner/runsvc.sh':
    SERVICE,
  'sudo restorecon -v /home/github/actions-runner/runsvc.sh': SERVICE,
  "sudo bash -c 'cd /home/github/actions-runner && ./svc.sh start'": SERVICE,
  "sudo bash -c 'cd /home/github/actions-runner && ./svc.sh status'": SERVICE,
  "echo '$nrconf{override_rc}{qr(^actions\\.runner\\..+\\.service$)} = 0;' | sudo tee /etc/needrestart/conf.d/actions_runner_services.conf":
    { needs: 'a machine with needrestart that may be changed' }
}

/** Whether it is a block of commands. */
export const isCommands = ({ info }: Block) => /^sh( host)?$/.test(info)

/** The commands of a block, one after the other. */
export function commandsOf({ text }: Pick<Block, 'text'>): string[] {
  return text
    .replaceAll('\\\n', ' ')
    .split('\n')
    .map(line => line.replace(/(^|\s+)# .*$/, '').replaceAll(/\s+/g, ' '))
    .map(line => line.trim())
    .filter(line => line !== '')
}

/**
 * What becomes of a command.
 *
 * @throws Error where nobody says so
 */
export function fateOf(command: string, { info }: Pick<Block, 'info'>): Fate {
  const fate = FATES[command] ?? (info === 'sh' ? HERE : undefined)
  if (fate) return fate
  throw new Error(`it is not said who runs this command: ${command}`)
}

/** A block's commands that e2e/docs.test.ts runs. */
export const commandsHere = (block: Block) =>
  commandsOf(block).filter(command => 'prints' in fateOf(command, block))
