/**
 * `npm run bench`: what the work on profiles costs; `npm run bench --
 * recorders`: what recording costs a container.
 */
const [name = 'profiles'] = process.argv.slice(2)

if (name === 'profiles') {
  await import('./profiles.js')
} else if (name === 'recorders') {
  await import('./recorders.js')
} else {
  process.stderr.write(
    `There is no benchmark ${JSON.stringify(name)}: profiles, recorders\n`
  )
  process.exitCode = 2
}
