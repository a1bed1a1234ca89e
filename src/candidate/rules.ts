import { diffProfiles } from '../profile/compare/diff.ts'
import { errnoOf } from '../profile/errno.ts'
import { loads } from '../profile/filter/load.ts'
import { nativesOf } from '../profile/filter/machines.ts'
import { argKey } from '../profile/normalize.ts'
import { lets, treatmentOf } from '../profile/treatment.ts'
import type { Profile, Rule } from '../profile/types.ts'
import type { RecordUnder } from '../recorders/recording.ts'
import type { Architecture } from '../syscalls/architectures.ts'

/** What narrowing the default depends on. */
export interface NarrowInput {
  engineDefault: Profile
  /** The rules of the default that count for this container. */
  rules: readonly Rule[]
  /** The file that the rules go into. */
  file: Profile
  /** The calls that the tests made. */
  made: ReadonlySet<string>
  recordUnder: RecordUnder
  architecture: Architecture
  capabilities: readonly string[]
}

/** What the default's rules say about these calls alone. */
export function narrow(names: readonly string[], input: NarrowInput): Rule[] {
  const { engineDefault, rules, made, recordUnder } = input
  return names.flatMap(name => {
    const treatment = treatmentOf(rules, name, engineDefault)
    // Without a filter, nothing kept the tests to the default's arguments.
    const isFree = recordUnder === 'allow-all' && made.has(name)
    if (treatment.kind !== 'conditional' || isFree) return [bareAllow([name])]
    const narrowed = uniqueBy(
      treatment.rules.map(({ action, errno, errnoRet, args }) => {
        const number = errnoOf(errno, errnoRet)
        return {
          names: [name],
          action,
          ...(typeof number === 'number' && { errnoRet: number }),
          ...(typeof number === 'string' && { errno: number }),
          args
        }
      }),
      ({ action, errno, errnoRet, args }) =>
        [action, errno, errnoRet, ...args.map(argKey)].join('|')
    )
    return loadable(name, narrowed, input)
  })
}

/**
 * The rules about one call as libseccomp takes them on all machines of a file.
 * On x86 (and others with socketcall(2)) it refuses podman's rules about
 * `socket`: some allow and one refuses, and their conditions are on arguments
 * that socketcall(2) hides behind a pointer. The default itself loads because
 * it allows `socketcall`. Without the refusing rule the file's default refuses
 * the same calls, with its own errno.
 */
function loadable(
  name: string,
  rules: Rule[],
  { engineDefault, file, architecture, capabilities }: NarrowInput
): Rule[] {
  const natives = new Set([architecture, ...nativesOf(file)])
  const machines = [...natives]
    .map(architecture => ({ architecture, capabilities }))
    .filter(machine => loads({ ...file, syscalls: [] }, machine))
  const fits = (syscalls: Rule[]) =>
    machines.every(machine => loads({ ...file, syscalls }, machine))
  if (fits(rules)) return rules
  const allowing = rules.filter(lets)
  const here = [{ architecture, capabilities }]
  const alone: Profile = { defaultAction: 'SCMP_ACT_ERRNO', syscalls: allowing }
  const isWider = () =>
    diffProfiles(engineDefault, alone, here).added.includes(name)
  // Where neither will do, the comparison of the whole profile says so.
  return fits(allowing) && !isWider() ? allowing : rules
}

/** One rule for all names that are allowed outright, before the others. */
export function joinBareAllows(rules: readonly Rule[]): Rule[] {
  const bare = ({ action, args, includes, excludes }: Rule) =>
    action === 'SCMP_ACT_ALLOW' && !args.length && !includes && !excludes
  const names = rules.filter(bare).flatMap(rule => rule.names)
  return [
    ...(names.length > 0 ? [bareAllow(names)] : []),
    ...rules.filter(rule => !bare(rule))
  ]
}

function bareAllow(names: string[]): Rule {
  return { names, action: 'SCMP_ACT_ALLOW', args: [] }
}

function uniqueBy<T>(values: readonly T[], key: (value: T) => string): T[] {
  return [...new Map(values.map(v => [key(v), v])).values()]
}
