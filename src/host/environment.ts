/**
 * The environment variables that podman needs, and no others: paths, the user,
 * the language, proxies and podman's own settings. It is an allow list, so that
 * no token of the job (GITHUB_TOKEN, ACTIONS_*, INPUT_*) or of a later runner
 * version can reach podman, the build or the tests.
 */
const ALLOWED = new Set([
  'PATH',
  'HOME',
  'USER',
  'LOGNAME',
  'LANG',
  'TZ',
  'TMPDIR',
  'XDG_RUNTIME_DIR',
  'XDG_CONFIG_HOME',
  'XDG_DATA_HOME',
  'DBUS_SESSION_BUS_ADDRESS',
  'CONTAINERS_CONF',
  'CONTAINERS_REGISTRIES_CONF',
  'CONTAINERS_STORAGE_CONF',
  'REGISTRY_AUTH_FILE',
  'SSL_CERT_DIR',
  'SSL_CERT_FILE',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'FTP_PROXY',
  'NO_PROXY',
  'ALL_PROXY'
])

/** The part of an environment that podman may see. */
export function podmanEnvironment(
  environment: NodeJS.ProcessEnv
): Record<string, string> {
  const kept = Object.entries(environment).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined &&
      (ALLOWED.has(entry[0]) ||
        ALLOWED.has(entry[0].toUpperCase()) ||
        entry[0].startsWith('LC_'))
  )
  return Object.fromEntries(kept)
}
