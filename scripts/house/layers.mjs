/** For dependency-cruiser: who may import whom, types included. */
import { filesOf, FLOORS } from './rooms.mjs'

const above = FLOORS.map((rooms, floor) => ({
  name: `no-arrow-back-from-${rooms.join('-')}`,
  comment: 'A room uses those below its own floor: scripts/house/rooms.mjs.',
  severity: 'error',
  from: { path: filesOf(rooms) },
  to: { path: filesOf(FLOORS.slice(0, floor).flat()) }
})).slice(1)

const beside = FLOORS.flatMap(rooms =>
  rooms.length === 1
    ? []
    : rooms.map(room => ({
        name: `no-arrow-aside-from-${room}`,
        comment: 'Rooms of one floor do not know each other.',
        severity: 'error',
        from: { path: filesOf([room]) },
        to: { path: filesOf(rooms.filter(other => other !== room)) }
      }))
)

export default {
  forbidden: [
    {
      name: 'no-circle',
      severity: 'error',
      from: {},
      to: { circular: true }
    },
    {
      name: 'no-room-without-a-floor',
      comment: 'Give it a floor in scripts/house/rooms.mjs.',
      severity: 'error',
      from: { pathNot: filesOf(FLOORS.flat()), path: '^src/' },
      to: {}
    },
    {
      name: 'nothing-of-the-tests',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(__tests__|bench|scripts)/' }
    },
    ...above,
    ...beside
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' }
  }
}
