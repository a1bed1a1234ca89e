/** The label that all containers of this action carry. */
export const LABEL = 'io.github.seccomp-lock'
