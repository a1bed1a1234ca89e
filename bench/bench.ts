/**
 * `npm run bench`: what the work on profiles costs; `npm run bench --
 * recorders`: what recording costs a container; `npm run bench -- replay`: what
 * a replay costs one.
 */
const [name = 'profiles'] = process.argv.slice(2)

if (name === 'profiles') {
  await import('./profiles.ts')
} else if (name === 'recorders' || name === 'replay') {
  await import('./recorders.ts')
} else {
  process.stderr.write(
    `There is no benchmark ${JSON.stringify(name)}: profiles, recorders, replay\n`
  )
  process.exitCode = 2
}
