import fs from 'node:fs/promises'

/** The package manager of a distribution, with what it calls things. */
interface Family {
  install: string
  kernelHeaders: (release: string) => string
}

const FAMILIES = {
  rpm: {
    install: 'sudo dnf install --assumeyes',
    kernelHeaders: release => `kernel-devel-${release}`
  },
  deb: {
    install: 'sudo apt-get install --yes',
    kernelHeaders: release => `linux-headers-${release}`
  }
} satisfies Record<string, Family>

/** The command that installs a package on this runner. */
export async function installCommand(name: string): Promise<string> {
  return `${(await family()).install} ${name}`
}

/** The command that installs the headers of a kernel on this runner. */
export async function installHeadersCommand(release: string): Promise<string> {
  const { install, kernelHeaders } = await family()
  return `${install} ${kernelHeaders(release)}`
}

async function family(): Promise<Family> {
  const text = await fs.readFile('/etc/os-release', 'utf8').catch(() => '')
  const ids = [...text.matchAll(/^ID(?:_LIKE)?="?([^"\n]*)/gm)].flatMap(
    match => match[1]?.split(' ') ?? []
  )
  return ids.some(id => id === 'debian' || id === 'ubuntu')
    ? FAMILIES.deb
    : FAMILIES.rpm
}
