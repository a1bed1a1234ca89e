import fs from 'node:fs/promises'

/** A distribution's package manager, and its names for packages. */
interface Family {
  install: string
  kernelHeaders: (release: string) => string
  /** Its names for packages that have another name in Fedora. */
  names: ReadonlyMap<string, string>
}

const FAMILIES = {
  rpm: {
    install: 'sudo dnf install --assumeyes',
    kernelHeaders: release => `kernel-devel-${release}`,
    names: new Map()
  },
  deb: {
    install: 'sudo apt-get install --yes',
    kernelHeaders: release => `linux-headers-${release}`,
    names: new Map([['bcc', 'libbpfcc']])
  }
} satisfies Record<string, Family>

/**
 * The command that installs a package on this runner.
 *
 * @param name the package's name in Fedora
 */
export async function installCommand(name: string): Promise<string> {
  return installCommandOn(await osRelease(), name)
}

/** The command that installs the headers of a kernel on this runner. */
export async function installHeadersCommand(release: string): Promise<string> {
  const { install, kernelHeaders } = familyOf(await osRelease())
  return `${install} ${kernelHeaders(release)}`
}

/**
 * The command that installs a package on a distribution.
 *
 * @param text its /etc/os-release, os-release(5)
 * @param name the package's name in Fedora
 */
export function installCommandOn(text: string, name: string): string {
  const { install, names } = familyOf(text)
  return `${install} ${names.get(name) ?? name}`
}

async function osRelease(): Promise<string> {
  return fs.readFile('/etc/os-release', 'utf8').catch(() => '')
}

function familyOf(text: string): Family {
  const ids = [...text.matchAll(/^ID(?:_LIKE)?="?([^"\n]*)/gm)].flatMap(
    match => match[1]?.split(' ') ?? []
  )
  return ids.some(id => id === 'debian' || id === 'ubuntu')
    ? FAMILIES.deb
    : FAMILIES.rpm
}
