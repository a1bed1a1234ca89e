import { describe, expect, test } from '@jest/globals'

import {
  decodeMaps,
  lossesOf,
  observationOf
} from '../../../../src/recorders/bpftrace/output.ts'
import {
  COUNT_LIMIT,
  MAX_KEYS
} from '../../../../src/recorders/bpftrace/program.ts'
import type { Architecture } from '../../../../src/syscalls/architectures.ts'

const ID = '5c41f0e6c8aa1c6f0a6f4d1f33f7b0a95c41f0e6c8aa1c6f0a6f4d1f33f7b0a9'
const OTHER = 'f'.repeat(64)

/** A line as bpftrace prints a map; the entries are raw text between braces. */
const line = (map: string, entries: string) =>
  `{"type": "map", "data": {"@${map}": {${entries}}}}`

/** A key as the program makes it; a character of the program's name is a byte. */
const key = (
  cgroup: number,
  comm: string,
  id: number,
  compat = 0,
  isBigEndian = false
) => {
  const low = (BigInt(id & 0x7fff_ffff) << 1n) | BigInt(compat)
  const name = Buffer.alloc(16, 0)
  name.write(comm, 'latin1')
  // Read as the machine does.
  if (isBigEndian) name.swap64()
  return [
    BigInt.asIntN(64, (BigInt(cgroup) << 32n) | low),
    name.readBigUInt64LE(0),
    name.readBigInt64LE(8)
  ].join(',')
}

const CGROUP = line('cg', `"41597,2,/libpod_parent/libpod-${ID}": 1`)

/** A cgroup's line, its path read as it is. */
const cgroup = (id: number, path: string) =>
  `"${id},${path.split('/').length - 1},${path}": 1`

const observe = (
  lines: string[],
  architecture: Architecture = 'SCMP_ARCH_X86_64'
) => observationOf(decodeMaps(lines), ID, architecture)

describe('decodeMaps', () => {
  test('takes the maps and nothing else', () => {
    const maps = decodeMaps([
      '{"type": "attached_probes", "data": {"probes": 4}}',
      '{"type": "printf", "data": "seccomp-lock: ready\\n"}',
      '',
      CGROUP,
      line('s', '"41597,ls,1,0": 7, "41597,ls,0,0": 2')
    ])
    expect(maps).toEqual(
      new Map([
        ['@cg', new Map([[`41597,2,/libpod_parent/libpod-${ID}`, 1]])],
        [
          '@s',
          new Map([
            ['41597,ls,1,0', 7],
            ['41597,ls,0,0', 2]
          ])
        ]
      ])
    )
  })

  test.each([
    ['an empty name', String.raw`1,,110,0`, '1,,110,0'],
    ['commas', String.raw`1,a,b,110,0`, '1,a,b,110,0'],
    [
      'quote and backslash',
      String.raw`1,b\"c\\d,110,0`,
      String.raw`1,b"c\d,110,0`
    ],
    [
      'bytes above 127',
      String.raw`1,\uffffffc3\uffffffa9,110,0`,
      '1,\u00c3\u00a9,110,0'
    ],
    [
      'control characters',
      String.raw`1,nl\nx\t\u0001,110,0`,
      '1,nl\nx\t\u0001,110,0'
    ],
    [
      'a backslash before what only looks like a byte',
      String.raw`1,\\uffffffc3,110,0`,
      String.raw`1,\uffffffc3,110,0`
    ],
    ['__proto__', String.raw`1,__proto__,110,0`, '1,__proto__,110,0']
  ])('a key with %s', (_, raw, key) => {
    const maps = decodeMaps([line('s', `"${raw}": 3`)])
    expect([...(maps.get('@s') ?? [])]).toEqual([[key, 3]])
  })
})

describe('observationOf', () => {
  test('names the calls of the container and of nobody else', () => {
    const observed = observe([
      CGROUP,
      line(
        's',
        `"${key(41597, 'ls', 1)}": 7, "${key(41597, 'sh', 0)}": 2, "${key(9, 'top', 110)}": 1`
      )
    ])
    expect(observed).toEqual({
      isSeen: true,
      calls: [
        { name: 'read', programs: [{ comm: 'sh', count: 2 }] },
        { name: 'write', programs: [{ comm: 'ls', count: 7 }] }
      ],
      denied: [],
      lost: []
    })
  })

  test.each([
    ['', ''],
    ['a b', 'a b'],
    ['  ', '  '],
    ['1,2,3,0', '1,2,3,0'],
    [String.raw`a,b"c\d`, String.raw`a,b"c\d`],
    ['\u00c3\u00a9', 'é'],
    ['\u00ff', '\ufffd'],
    ['nl\nx\t\u0001', 'nl\nx\t\u0001'],
    ['fifteen bytes..', 'fifteen bytes..'],
    ['sixteen bytes...', 'sixteen bytes...'],
    // Older kernels leave there what was there before.
    ['short\0behind it', 'short']
  ])('the program %j is %j', (bytes, comm) => {
    const { calls } = observe([
      CGROUP,
      line('s', `"${key(41597, bytes, 110)}": 1`)
    ])
    expect(calls).toEqual([{ name: 'getppid', programs: [{ comm, count: 1 }] }])
  })

  test.each([
    [COUNT_LIMIT - 1, { comm: 'ls', count: COUNT_LIMIT - 1 }],
    [COUNT_LIMIT, { comm: 'ls', count: COUNT_LIMIT, atLeast: true }]
  ])('%i times', (count, program) => {
    const entry = `"${key(41597, 'ls', 110)}": ${count}`
    const { calls } = observe([CGROUP, line('s', entry)])
    expect(calls[0]?.programs).toEqual([program])
  })

  test.each<[string, string, boolean]>([
    [`/libpod_parent/libpod-${ID}`, 'its own', true],
    [`/machine.slice/libpod-${ID}.scope`, "systemd's", true],
    [`/machine.slice/libpod-${ID}.scope/container`, 'one below', true],
    [`/libpod_parent/libpod-${ID}/a,b/c`, 'one below with a comma', true],
    [`/a/b/${'x'.repeat(40)}/libpod-${ID.slice(0, 50)}`, 'cut off', true],
    [`/a/libpod-${ID.slice(0, 31)}`, 'cut off too early', false],
    [`/machine.slice/libpod-conmon-${ID}.scope`, "its monitor's", false],
    [`/libpod_parent/libpod-${OTHER}`, "another container's", false],
    [
      `/libpod_parent/libpod-${ID.slice(0, 32)}${OTHER.slice(32)}`,
      'one whose ID begins alike',
      false
    ],
    ['/user.slice', 'of no container', false]
  ])('the cgroup %s is %s', (path, _, isSeen) => {
    const observed = observe([
      line('cg', cgroup(41597, path)),
      line('s', `"${key(41597, 'ls', 1)}": 7`)
    ])
    expect(observed.isSeen).toBe(isSeen)
    expect(observed.calls).toHaveLength(isSeen ? 1 : 0)
  })

  test('adds up what the container did in several cgroups', () => {
    const { calls } = observe([
      line(
        'cg',
        [
          cgroup(1, `/libpod_parent/libpod-${ID}`),
          cgroup(2, `/libpod_parent/libpod-${ID}/sub`)
        ].join()
      ),
      line(
        's',
        `"${key(1, 'ls', 1)}": 7, "${key(2, 'ls', 1)}": 3, "${key(2, 'sh', 1)}": 1`
      )
    ])
    expect(calls).toEqual([
      {
        name: 'write',
        programs: [
          { comm: 'ls', count: 10 },
          { comm: 'sh', count: 1 }
        ]
      }
    ])
  })

  test('no maps at all are a container that was not seen', () => {
    expect(observe([])).toEqual({
      isSeen: false,
      calls: [],
      denied: [],
      lost: []
    })
  })

  test.each<[Architecture, number, number, object]>([
    ['SCMP_ARCH_X86_64', 59, 0, { name: 'execve' }],
    [
      'SCMP_ARCH_X86_64',
      11,
      1,
      { name: 'execve', architecture: 'SCMP_ARCH_X86' }
    ],
    [
      'SCMP_ARCH_X86_64',
      1_073_741_825,
      0,
      { name: 'write', architecture: 'SCMP_ARCH_X32' }
    ],
    ['SCMP_ARCH_X86_64', 9999, 0, { name: '#9999' }],
    ['SCMP_ARCH_AARCH64', 221, 0, { name: 'execve' }],
    [
      'SCMP_ARCH_AARCH64',
      11,
      1,
      { name: 'execve', architecture: 'SCMP_ARCH_ARM' }
    ],
    ['SCMP_ARCH_S390X', 11, 0, { name: 'execve' }]
  ])('on %s, number %i, 32-bit %i, is %j', (architecture, id, compat, call) => {
    const isBigEndian = architecture === 'SCMP_ARCH_S390X'
    const entry = key(41597, 'x', id, compat, isBigEndian)
    const lines = [CGROUP, line('s', `"${entry}": 1`)]
    const { calls } = observe(lines, architecture)
    expect(calls).toEqual([{ ...call, programs: [{ comm: 'x', count: 1 }] }])
  })

  // The number's sign is that of the cgroup's ID; its generation is not in it.
  test.each([2 ** 31, 2 ** 32 - 1, 2 ** 33 + 5])('the cgroup %i', id => {
    const path = `/libpod_parent/libpod-${ID}`
    const { isSeen, calls } = observe([
      line('cg', cgroup(id, path)),
      line('s', `"${key(id, 'ls', 1)}": 7, "${key(id - 1, 'ls', 0)}": 1`)
    ])
    expect(isSeen).toBe(true)
    expect(calls.map(({ name }) => name)).toEqual(['write'])
  })

  // libseccomp takes -1 for a number of the machine's own, not for x32's.
  test('the number -1 is no call, neither here nor of x32', () => {
    const { calls, denied } = observe([
      CGROUP,
      line('s', `"${key(41597, 'x', -1)}": 1`),
      line('d', `"${key(41597, 'x', -1)},-38": 1`)
    ])
    expect([...calls, ...denied]).toEqual([])
  })

  test('what bpftrace says that it lost is said', () => {
    expect(lossesOf([CGROUP])).toEqual([])
    expect(
      lossesOf([
        '{"type": "lost_events", "data": {"events": 5}}',
        '{"type": "helper_error", "msg": "Device or resource busy"}',
        '{"type": "helper_error", "msg": "No space left on device"}'
      ])
    ).toEqual([
      'bpftrace reported losses (lost_events: 1)',
      'bpftrace reported losses (helper_error: 2)'
    ])
  })

  test('what was refused, with what was returned', () => {
    const { denied } = observe([
      CGROUP,
      line(
        'd',
        `"${key(41597, 'a,b', 321)},-1": 2, "${key(41597, 'sh', 321)},-38": 1, "${key(9, 'sh', 321)},-1": 5`
      )
    ])
    expect(denied).toEqual([
      { name: 'bpf', errno: 1, programs: [{ comm: 'a,b', count: 2 }] },
      { name: 'bpf', errno: 38, programs: [{ comm: 'sh', count: 1 }] }
    ])
  })

  test('an errno of a call that was let through is no refusal', () => {
    const { calls, denied } = observe([
      CGROUP,
      line('s', `"${key(41597, 'sh', 90)}": 3`),
      line(
        'd',
        `"${key(41597, 'ls', 90)},-1": 2, "${key(41597, 'ls', 15, 1)},-1": 1`
      )
    ])
    expect(calls.map(({ name }) => name)).toEqual(['chmod'])
    expect(denied).toEqual([
      {
        name: 'chmod',
        architecture: 'SCMP_ARCH_X86',
        errno: 1,
        programs: [{ comm: 'ls', count: 1 }]
      }
    ])
  })

  // The map of refused calls has no limit at which it stops counting.
  test('refusals are counted to the last', () => {
    const { denied } = observe([
      CGROUP,
      line('d', `"${key(41597, 'sh', 321)},-1": ${COUNT_LIMIT + 1}`)
    ])
    expect(denied[0]?.programs).toEqual([
      { comm: 'sh', count: COUNT_LIMIT + 1 }
    ])
  })

  test.each(['cg', 's', 'd', 'in'])('a full map @%s is a loss', map => {
    const full = (size: number) => [
      CGROUP,
      line(
        map,
        Array.from({ length: size }, (_, i) =>
          map === 'd' ? `"1,2,${i},-1": 1` : `"1,2,${i}": 1`
        ).join(', ')
      )
    ]
    expect(observe(full(MAX_KEYS - 1)).lost).toEqual([])
    expect(observe(full(MAX_KEYS)).lost).toEqual([
      `bpftrace's map @${map} was full at ${MAX_KEYS} entries, so further ones were dropped`
    ])
  })

  // Another version could write them otherwise; then nothing would be refused.
  test.each([
    ['s', '1,ls'],
    ['s', '0x1,2,3'],
    ['d', '1,2,3,0xffffffda']
  ])('a key of @%s that is %s is a loss', (map, strange) => {
    expect(observe([CGROUP, line(map, `"${strange}": 1`)]).lost).toEqual([
      `bpftrace's map @${map} has a key that its program cannot have written: "${strange}"`
    ])
  })
})
