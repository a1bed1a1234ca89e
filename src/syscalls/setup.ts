/**
 * Calls with which an OCI runtime sets a container up (mounts, root switch,
 * host name) and which the kernel refuses to a process without CAP_SYS_ADMIN:
 * mount(2), umount(2), pivot_root(2), sethostname(2), setns(2), fsopen(2),
 * fsmount(2), move_mount(2), mount_setattr(2).
 */
export const SETUP_CALLS: readonly string[] = [
  'fsconfig',
  'fsmount',
  'fsopen',
  'fspick',
  'mount',
  'mount_setattr',
  'move_mount',
  'pivot_root',
  'setdomainname',
  'sethostname',
  'setns',
  'umount',
  'umount2'
]
