import fs from 'node:fs'

import { parseProfile } from '../../../src/profile/parse.ts'

/** The text of podman's default profile, as a distribution ships it. */
export const podmanDefaultText = fs.readFileSync(
  new URL('../../fixtures/profiles/podman-default.json', import.meta.url),
  'utf8'
)

export const podmanDefault = parseProfile(
  podmanDefaultText,
  'podman-default.json'
)
