/**
 * The capabilities that podman gives a container by default.
 *
 * Source: containers/common pkg/config, `DefaultCapabilities`.
 */
export const PODMAN_DEFAULT_CAPABILITIES: readonly string[] = [
  'CAP_CHOWN',
  'CAP_DAC_OVERRIDE',
  'CAP_FOWNER',
  'CAP_FSETID',
  'CAP_KILL',
  'CAP_NET_BIND_SERVICE',
  'CAP_SETFCAP',
  'CAP_SETGID',
  'CAP_SETPCAP',
  'CAP_SETUID',
  'CAP_SYS_CHROOT'
]

/**
 * The capabilities that Docker gives a container by default.
 *
 * Source: moby oci/caps, `DefaultCapabilities`.
 */
export const MOBY_DEFAULT_CAPABILITIES: readonly string[] = [
  ...PODMAN_DEFAULT_CAPABILITIES,
  'CAP_AUDIT_WRITE',
  'CAP_MKNOD',
  'CAP_NET_RAW'
]
